import {
  type ComplaintCategory,
  type ComplaintChannel,
  type ComplaintExclusion,
  type ComplaintState,
  Prisma,
} from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'

/** A complaint as the channel of the nation gives it. Times are ISO text with the offset of the city. */
export type ComplaintRecord = {
  readonly number: string
  readonly unitCode: string
  readonly channel: ComplaintChannel
  readonly category: ComplaintCategory
  readonly state: ComplaintState
  readonly receivedAt: string
  readonly resolvedAt: string | null
  readonly reopenedAt: string | null
  readonly exclusion: ComplaintExclusion | null
  /** Number of the complaint that it repeats; kept only where that one is stored. */
  readonly duplicateOf: string | null
  readonly description: string
  readonly sourceHash: string
}

/**
 * Enters complaints that were handled elsewhere: without code, name and clocks of ours, and for nobody to answer here. Two statements however many; a kernel of the
 * import commands.
 * @throws DomainError CONFLICT when a unit is gone
 */
export async function writeComplaints(
  tx: Transaction,
  records: readonly ComplaintRecord[],
  { importRunId }: { readonly importRunId: string },
): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO complaint (id, number, unit_id, channel, category, state, received_at, resolved_at, reopened_at, answered_at, closed_at, exclusion, description,
      links, import_run_id, source_hash)
    SELECT "row".id, number, u.id, channel, category, state, received_at, resolved_at, reopened_at, resolved_at,
      CASE WHEN state IN ('SELESAI', 'DITOLAK') THEN coalesce(resolved_at, received_at) END, exclusion, description, '{}', ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      number: ['text', (row) => row.number],
      unit_code: ['text', (row) => row.unitCode],
      channel: ['complaint_channel', (row) => row.channel],
      category: ['complaint_category', (row) => row.category],
      state: ['complaint_state', (row) => row.state],
      received_at: ['timestamptz', (row) => row.receivedAt],
      resolved_at: ['timestamptz', (row) => row.resolvedAt],
      reopened_at: ['timestamptz', (row) => row.reopenedAt],
      exclusion: ['complaint_exclusion', (row) => row.exclusion],
      description: ['text', (row) => row.description],
      source_hash: ['text', (row) => row.sourceHash],
    })} JOIN unit u ON u.code = "row".unit_code`)
  expectAll(written, records)
  await tx.$executeRaw(Prisma.sql`
    UPDATE complaint c SET duplicate_of_id = original.id
    FROM ${unnest(
      records.filter(({ duplicateOf }) => duplicateOf !== null),
      { number: ['text', (row) => row.number], original: ['text', (row) => row.duplicateOf] },
    )} JOIN complaint original ON original.number = "row".original
    WHERE c.number = "row".number AND original.id <> c.id`)
}
