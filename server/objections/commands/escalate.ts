import { z } from 'zod'
import { isSystem } from '../../appraisals/policy/life-guards.ts'
import { readLife } from '../../appraisals/queries/life.ts'
import type { Database } from '../../db.ts'
import { type Objection, Prisma } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type NewNotice, notify } from '../../notices.ts'
import { type Caller, command, execute, type Transaction } from '../../transact.ts'
import { openStates } from '../policy.ts'
import { decidersOfEach, noticesOf } from './tell.ts'

/** Most objections that one run escalates; the next one takes the rest. */
const mostAtOnce = 200

async function lockOverdue(tx: Transaction, now: Date) {
  const due = await tx.objection.findMany({
    where: { state: { in: [...openStates] }, escalatedAt: null, dueAt: { lt: now } },
    orderBy: { id: 'asc' },
    take: mostAtOnce,
    select: { id: true },
  })
  const ids = due.map(({ id }) => id)
  await tx.$queryRaw(Prisma.sql`SELECT id FROM objection WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`)
  // Whoever came first may have decided or escalated some of them.
  return tx.objection.findMany({ where: { id: { in: ids }, state: { in: [...openStates] }, escalatedAt: null } })
}

const escalateSome = command({
  input: z.strictObject({}),
  load: (tx, _input, _actor, now) => lockOverdue(tx, now),
  allow: (actor, rows) => {
    const system = isSystem(actor)
    if (system !== true) return system
    return rows.length > 0 || refuse('WRONG_STATE', 'Tidak ada keberatan yang terlambat.', 'No objection is overdue.')
  },
  run: async ({ tx, subject: rows, now }) => {
    const ids = rows.map(({ id }) => id)
    await tx.objection.updateMany({ where: { id: { in: ids } }, data: { escalatedAt: now } })
    await notify(tx, await overdueNotices(tx, rows, now), now)
    return {
      result: ids.length,
      entity: { type: 'Objection', id: ids[0] ?? '' },
      changes: { escalated: [null, ids] },
    }
  },
  audit: 'objection.escalated',
  timeoutMs: 60_000,
})

/** The next one to act on each of these, and the tim; the same number of statements however many. */
async function overdueNotices(tx: Transaction, rows: readonly Objection[], now: Date): Promise<NewNotice[]> {
  const found = await readLife(
    tx,
    rows.map(({ appraisalId }) => appraisalId),
    now,
  )
  const appraisals = new Map(found.map((appraisal) => [appraisal.id, appraisal]))
  const overdue = rows.flatMap((row) => {
    const appraisal = appraisals.get(row.appraisalId)
    return appraisal ? [{ ...row, appraisal }] : []
  })
  const deciders = await decidersOfEach(tx, found, 'objections.decide', now)
  const preparers = await decidersOfEach(tx, found, 'objections.prepare', now)
  const tim = await holdersOf(tx, 'objections.prepare', found, civilDate(now))
  return overdue.flatMap((row) => {
    const next = (row.state === 'SIAP_DIPUTUS' ? deciders : preparers).get(row.appraisalId) ?? []
    const to = [...next, ...(tim.get(row.appraisalId) ?? [])]
    return noticesOf(row, [{ kind: 'objection.overdue', to, dueAt: row.dueAt }])
  })
}

/**
 * Tells the decider and the tim of every objection whose decision is overdue, once each, and answers how many. Never decides anything (domain A11). Runs
 * daily; a second run finds nothing.
 */
export async function escalateOverdue(database: Database, caller: Caller): Promise<number> {
  const isDue = { state: { in: [...openStates] }, escalatedAt: null, dueAt: { lt: caller.now } }
  let escalated = 0
  while ((await database.prisma.objection.count({ where: isDue, take: 1 })) > 0) {
    escalated += await execute(database, escalateSome, {}, caller)
  }
  return escalated
}
