import { z } from 'zod'
import type { Database } from '../../db.ts'
import { refuse } from '../../identity/policy.ts'
import { notify } from '../../notices.ts'
import { type Caller, command, execute, type Transaction } from '../../transact.ts'
import { lifeMoves, lifeVerdicts, mayMove } from '../policy/life.ts'
import { type LifeRow, readLife } from '../queries/life.ts'
import { decision, entityOf, lockLife, lockRows, noticeOf } from './life.ts'
import { entityOfMany, mostAtOnce } from './selection.ts'

/** The rated person accepts the delivered result, which is final from then on. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE, IMPORT_ONLY. */
export const acceptAppraisal = command({
  input: z.strictObject(decision),
  load: (tx, { id }, actor, now) => lockLife(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayMove(actor, row, now, 'ACCEPT', revision),
  run: async ({ tx, input: { id }, subject: row, now }) => {
    await finalise(tx, [row], 'ACCEPTED', now)
    return { result: { id }, entity: entityOf(row), changes: { state: ['DISAMPAIKAN', 'FINAL'], finalCause: [null, 'ACCEPTED'] } }
  },
  audit: 'appraisal.accepted',
})

/**
 * Makes final what was delivered and met with silence until the window closed (domain A11): silence is acceptance. Done by the system alone, a
 * bounded number at a time.
 */
const finaliseSome = command({
  input: z.strictObject({}),
  load: async (tx, _input, _actor, now) => {
    const due = await tx.appraisal.findMany({
      where: { state: { in: [...lifeMoves.FINALISE.from] }, objectionUntil: { lt: now } },
      orderBy: { id: 'asc' },
      take: mostAtOnce,
      select: { id: true, periodId: true },
    })
    const ids = due.map(({ id }) => id)
    await lockRows(tx, [...new Set(due.map(({ periodId }) => periodId))], ids)
    return readLife(tx, ids, now)
  },
  allow: (actor, rows, now) => {
    if (actor.kind !== 'SYSTEM') return refuse('FORBIDDEN', 'Ini terjadi dengan sendirinya.', 'This happens by itself.')
    if (rows.some((row) => lifeVerdicts(actor, row, now).FINALISE === true)) return true
    return refuse('WRONG_STATE', 'Tidak ada hasil yang jatuh tempo.', 'No result is due.')
  },
  run: async ({ tx, subject: rows, actor, now }) => {
    const due = rows.filter((row) => lifeVerdicts(actor, row, now).FINALISE === true)
    await finalise(tx, due, 'WINDOW_ELAPSED', now)
    const ids = due.map(({ id }) => id)
    return {
      result: ids.length,
      entity: entityOfMany(due),
      changes: { state: ['DISAMPAIKAN', 'FINAL'], finalCause: [null, 'WINDOW_ELAPSED'], appraisals: [null, ids] },
    }
  },
  audit: 'appraisals.finalised',
  timeoutMs: 60_000,
})

/** Finalises everything whose window for objections has closed, and answers how many. Runs daily; a second run finds nothing. */
export async function finaliseDue(database: Database, caller: Caller): Promise<number> {
  const isDue = { state: { in: [...lifeMoves.FINALISE.from] }, objectionUntil: { lt: caller.now } }
  let finalised = 0
  for (let left = await database.prisma.appraisal.count({ where: isDue }); left > 0; ) {
    const count = await execute(database, finaliseSome, {}, caller)
    finalised += count
    left -= Math.max(count, 1)
  }
  return finalised
}

/** Final by acceptance, or because the window closed in silence; both sides are told. */
async function finalise(
  tx: Transaction,
  rows: readonly LifeRow[],
  finalCause: 'ACCEPTED' | 'WINDOW_ELAPSED',
  now: Date,
): Promise<void> {
  const ids = rows.map(({ id }) => id)
  await tx.appraisal.updateMany({
    where: { id: { in: ids } },
    data: { state: 'FINAL', finalAt: now, finalCause, revision: { increment: 1 }, updatedAt: now },
  })
  await tellFinal(tx, rows, now)
}

/** What was asked of anybody is done, and both sides hear that the result is final. */
export async function tellFinal(tx: Transaction, rows: readonly LifeRow[], now: Date): Promise<void> {
  await tx.notice.updateMany({
    where: { entityType: 'Appraisal', entityId: { in: rows.map(({ id }) => id) }, doneAt: null },
    data: { doneAt: now },
  })
  await notify(
    tx,
    rows.flatMap((row) =>
      [...new Set([...row.penilaiIds, row.employeeId])].map((to) => noticeOf(row, to, 'appraisal.final', 'final')),
    ),
    now,
  )
}
