import { z } from 'zod'
import { readLife } from '../../appraisals/queries/life.ts'
import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type Caller, command, execute, type Transaction } from '../../transact.ts'
import { openStates } from '../policy.ts'
import { decidersOf, tell } from './tell.ts'

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
  allow: ({ kind }, rows) => {
    if (kind !== 'SYSTEM') return refuse('FORBIDDEN', 'Ini terjadi dengan sendirinya.', 'This happens by itself.')
    return rows.length > 0 || refuse('WRONG_STATE', 'Tidak ada keberatan yang terlambat.', 'No objection is overdue.')
  },
  run: async ({ tx, subject: rows, now }) => {
    const ids = rows.map(({ id }) => id)
    await tx.objection.updateMany({ where: { id: { in: ids } }, data: { escalatedAt: now } })
    const appraisals = new Map(
      (
        await readLife(
          tx,
          rows.map(({ appraisalId }) => appraisalId),
          now,
        )
      ).map((row) => [row.id, row]),
    )
    for (const { id, revision, appraisalId, dueAt, state } of rows) {
      const appraisal = appraisals.get(appraisalId)
      if (!appraisal) continue
      const { underUnitIds, employeeId } = appraisal
      const needed = state === 'SIAP_DIPUTUS' ? 'objections.decide' : 'objections.prepare'
      const tim = await holdersOf(tx, 'objections.prepare', { underUnitIds, except: employeeId, today: civilDate(now) })
      const to = [...(await decidersOf(tx, appraisal, needed, now)), ...tim]
      await tell(tx, { id, revision, appraisal }, [{ kind: 'objection.overdue', to, dueAt }], now)
    }
    return {
      result: ids.length,
      entity: { type: 'Objection', id: ids[0] ?? '' },
      changes: { escalated: [null, ids] },
    }
  },
  audit: 'objection.escalated',
  timeoutMs: 60_000,
})

/**
 * Tells the decider and the tim of every objection whose decision is overdue, once each, and answers how many. Never decides anything (domain A11). Runs
 * daily; a second run finds nothing.
 */
export async function escalateOverdue(database: Database, caller: Caller): Promise<number> {
  const isDue = { state: { in: [...openStates] }, escalatedAt: null, dueAt: { lt: caller.now } }
  let escalated = 0
  for (let left = await database.prisma.objection.count({ where: isDue }); left > 0; ) {
    const count = await execute(database, escalateSome, {}, caller)
    escalated += count
    left -= Math.max(count, 1)
  }
  return escalated
}
