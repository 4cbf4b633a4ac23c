import type { Prisma } from '../../generated/prisma/client.ts'
import { type ChainRow, type Fault, faultOf, type Head, origin } from '../rules/chain.ts'

export type Verification = {
  /** Rows that were found in order, up to the first fault. */
  readonly events: bigint
  readonly isIntact: boolean
  readonly firstBrokenSequence: bigint | null
  readonly fault: Fault | 'HEAD_MISSING' | null
  /** Number and hash of the last row that is in order. */
  readonly head: Head
}

/** Prisma, or a plain connection of the owner. */
type Reader = { $queryRaw<T>(query: TemplateStringsArray, ...values: readonly unknown[]): Promise<T> }

/**
 * Recomputes the chain from its first row: numbers without a gap, each row linked to the one before, each hash that of its content. The
 * database only renders the columns as text; the hashes are computed here, so that a replaced function in the database cannot lie.
 * Read in batches by number, so memory stays small however long the trail is.
 *
 * Rows cut off the end leave a chain that is in order: `expectedHead`, a hash noted earlier, must still be among the rows, else the
 * answer is HEAD_MISSING.
 */
export async function verifyAuditChain(
  db: Reader,
  { expectedHead, batch = 5_000 }: { expectedHead?: string; batch?: number } = {},
): Promise<Verification> {
  let head = origin
  let seenExpected = expectedHead === undefined
  for (;;) {
    const rows = await readBatch(db, head.sequence, batch)
    for (const row of rows) {
      const broken = faultOf(row, head)
      if (broken)
        return { events: head.sequence, isIntact: false, firstBrokenSequence: broken.sequence, fault: broken.fault, head }
      head = { sequence: row.sequence, hash: row.hash }
      seenExpected ||= row.hash === expectedHead
    }
    if (rows.length < batch) break
  }
  return {
    events: head.sequence,
    isIntact: seenExpected,
    firstBrokenSequence: null,
    fault: seenExpected ? null : 'HEAD_MISSING',
    head,
  }
}

/** The last row: its hash, noted elsewhere, proves later that nothing up to here was changed or cut off. */
export async function readAuditHead(db: Pick<Prisma.TransactionClient, 'auditEvent'>): Promise<Head> {
  return (await db.auditEvent.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true, hash: true } })) ?? origin
}

/** The columns in the order and the form in which the trigger of the database hashes them. */
function readBatch(db: Reader, after: bigint, batch: number): Promise<ChainRow[]> {
  return db.$queryRaw<ChainRow[]>`
    SELECT sequence, previous_hash AS "previousHash", hash, ARRAY[
      sequence::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), actor_kind, coalesce(actor_id::text, ''), actor_label,
      coalesce(role, ''), coalesce(on_behalf_of, ''), event, entity_type, entity_id, coalesce(reason, ''), changes::text, coalesce(device, ''),
      previous_hash
    ] AS parts
    FROM audit_event WHERE sequence > ${after} ORDER BY sequence LIMIT ${batch}`
}
