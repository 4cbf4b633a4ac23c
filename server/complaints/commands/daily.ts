import { z } from 'zod'
import type { Database } from '../../db.ts'
import { type Complaint, Prisma } from '../../generated/prisma/client.ts'
import { refuse, type Verdict } from '../../identity/policy.ts'
import { notify } from '../../notices.ts'
import { type Caller, command, execute, type Transaction } from '../../transact.ts'
import { complaintMoves, openStates } from '../policy.ts'
import { overdueWhere } from '../queries.ts'
import { leadersOf, noticesOf } from './tell.ts'

/** Most complaints of one transaction; the next one takes the rest. */
const mostAtOnce = 200

/** Names are kept for two years after the end (domain TA5, LOCAL). */
const identityYears = 2

const isSystem: (kind: string) => Verdict = (kind) =>
  kind === 'SYSTEM' || refuse('FORBIDDEN', 'Langkah ini berjalan otomatis.', 'This step runs by itself.')
const nothingLeft = refuse('WRONG_STATE', 'Tidak ada pengaduan yang jatuh tempo.', 'No complaint is due.')

async function lockDue(tx: Transaction, where: Prisma.ComplaintWhereInput): Promise<Complaint[]> {
  const due = await tx.complaint.findMany({ where, orderBy: { id: 'asc' }, take: mostAtOnce, select: { id: true } })
  const ids = due.map(({ id }) => id)
  await tx.$queryRaw(Prisma.sql`SELECT id FROM complaint WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`)
  // Whoever came first may have moved some of them.
  return tx.complaint.findMany({ where: { id: { in: ids }, AND: [where] }, orderBy: { id: 'asc' } })
}

/** Answered, and the time to open it again is over. */
const lapsed = (now: Date): Prisma.ComplaintWhereInput => ({
  state: { in: [...complaintMoves.LAPSE.from] },
  reopenUntil: { lt: now },
})

const closeSome = command({
  input: z.strictObject({}),
  load: (tx, _input, _actor, now) => lockDue(tx, lapsed(now)),
  allow: ({ kind }, rows) => {
    const system = isSystem(kind)
    return system === true ? rows.length > 0 || nothingLeft : system
  },
  run: async ({ tx, subject: rows, now }) => {
    const ids = rows.map(({ id }) => id)
    await tx.complaint.updateMany({
      where: { id: { in: ids } },
      data: { state: complaintMoves.LAPSE.to, closedAt: now, revision: { increment: 1 } },
    })
    return {
      result: ids.length,
      entity: { type: 'Complaint', id: ids[0] ?? '' },
      changes: { closed: [null, ids], state: ['DIJAWAB', 'SELESAI'] },
    }
  },
  audit: 'complaint.lapsed',
  timeoutMs: 60_000,
})

/** Overdue, and nobody was told of it yet. */
const unescalated = (now: Date): Prisma.ComplaintWhereInput => ({ escalatedAt: null, ...overdueWhere(now) })

const escalateSome = command({
  input: z.strictObject({}),
  load: (tx, _input, _actor, now) => lockDue(tx, unescalated(now)),
  allow: ({ kind }, rows) => {
    const system = isSystem(kind)
    return system === true ? rows.length > 0 || nothingLeft : system
  },
  run: async ({ tx, subject: rows, now }) => {
    const ids = rows.map(({ id }) => id)
    await tx.complaint.updateMany({ where: { id: { in: ids } }, data: { escalatedAt: now } })
    for (const row of rows) {
      const handler = row.handlerId === null ? [] : [{ employeeId: row.handlerId }]
      await notify(tx, noticesOf(row, 'complaint.overdue', [...handler, ...(await leadersOf(tx, row, now))], row.dueAt), now)
    }
    return { result: ids.length, entity: { type: 'Complaint', id: ids[0] ?? '' }, changes: { escalated: [null, ids] } }
  },
  audit: 'complaint.escalated',
  timeoutMs: 60_000,
})

function nameless(now: Date): Prisma.ComplaintWhereInput {
  const before = new Date(now)
  before.setUTCFullYear(before.getUTCFullYear() - identityYears)
  return { state: { notIn: [...openStates] }, closedAt: { lt: before }, identity: { sealed: { not: null } } }
}

const eraseSome = command({
  input: z.strictObject({}),
  load: (tx, _input, _actor, now) => lockDue(tx, nameless(now)),
  allow: ({ kind }, rows) => {
    const system = isSystem(kind)
    return system === true ? rows.length > 0 || nothingLeft : system
  },
  run: async ({ tx, subject: rows, now }) => {
    const ids = rows.map(({ id }) => id)
    await tx.complaintIdentity.updateMany({ where: { complaintId: { in: ids } }, data: { sealed: null, erasedAt: now } })
    return { result: ids.length, entity: { type: 'Complaint', id: ids[0] ?? '' }, changes: { erased: [null, ids] } }
  },
  audit: 'complaint.identitiesErased',
})

/** What a day brings: answered complaints close, overdue ones are told of once, and names whose time is over are erased. A second run finds nothing. */
export async function complaintsDay(database: Database, caller: Caller): Promise<void> {
  const steps = [
    { spec: closeSome, due: lapsed },
    { spec: escalateSome, due: unescalated },
    { spec: eraseSome, due: nameless },
  ]
  for (const { spec, due } of steps) {
    while ((await database.prisma.complaint.count({ where: due(caller.now), take: 1 })) > 0)
      await execute(database, spec, {}, caller)
  }
}
