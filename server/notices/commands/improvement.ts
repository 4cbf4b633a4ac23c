import { z } from 'zod'
import { readLife } from '../../appraisals/queries/life.ts'
import { improvementTrigger, lowPredikat } from '../../appraisals/rules/improvement-trigger.ts'
import type { Database } from '../../db.ts'
import { refuse } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type NewNotice, notify, untold } from '../../notices.ts'
import { dayText } from '../../organization/rules/days.ts'
import { cityTimeZone, deadlineAfter } from '../../organization/rules/deadlines.ts'
import { type Caller, command, execute, readAtOnce, type Transaction } from '../../transact.ts'

const dayMs = 86_400_000
/** What became final longer ago is history that was entered later. */
const lookBackMs = 60 * dayMs
const longestMs = 60_000

const callForPlans = command({
  input: z.strictObject({}),
  load: (tx, _input, _actor, now) => uncalled(tx, now),
  allow: ({ kind }, notices) => {
    if (kind !== 'SYSTEM') return refuse('FORBIDDEN', 'Ini terjadi dengan sendirinya.', 'This happens by itself.')
    return notices.length > 0 || refuse('WRONG_STATE', 'Tidak ada hasil yang mewajibkan rencana.', 'No result calls for a plan.')
  },
  run: async ({ tx, subject: notices, now }) => {
    await notify(tx, notices, now)
    const appraisals = [...new Set(notices.map(({ entity }) => entity.id))]
    return {
      result: appraisals.length,
      entity: { type: 'Database', id: 'improvement' },
      changes: { appraisals: [null, appraisals] },
    }
  },
  audit: 'improvement.called',
  timeoutMs: longestMs,
})

/**
 * Asks the penilai of each person whose final results call for it to open an improvement plan, with the last day for that (LOCAL, domain A12, D7), once for
 * each result. Answers how many results that were. Runs daily; a second run finds nothing.
 */
export async function callForImprovement(database: Database, caller: Caller): Promise<number> {
  const notices = await readAtOnce(database, longestMs, (tx) => uncalled(tx, caller.now))
  return notices.length > 0 ? execute(database, callForPlans, {}, caller) : 0
}

const finalStates = ['FINAL', 'TEREKSPOR'] as const

async function uncalled(tx: Transaction, now: Date): Promise<NewNotice[]> {
  const since = new Date(now.getTime() - lookBackMs)
  const isFinal = { isCurrent: true, state: { in: [...finalStates] } }
  const low = await tx.appraisal.findMany({
    where: { ...isFinal, finalAt: { gte: since }, predikat: { in: [...lowPredikat] } },
    select: { employeeId: true },
    distinct: ['employeeId'],
  })
  const results = await tx.appraisal.findMany({
    where: { ...isFinal, employeeId: { in: low.map(({ employeeId }) => employeeId) }, predikat: { not: null } },
    select: {
      ...{ id: true, employeeId: true, kind: true, predikat: true, finalAt: true },
      period: { select: { year: true, number: true, kind: true } },
    },
  })
  const calling = [...Map.groupBy(results, ({ employeeId }) => employeeId).values()].flatMap((ofPerson) => {
    const perYear = ofPerson.some(({ period }) => period.kind === 'MONTH') ? 12 : 4
    const told = ofPerson.flatMap(({ id, kind, predikat, finalAt, period: { year, number } }) =>
      predikat ? [{ id, kind, predikat, finalAt, year, number }] : [],
    )
    const last = improvementTrigger(told, perYear).at(-1)
    return last?.finalAt && last.finalAt >= since ? [{ id: last.id, finalAt: last.finalAt }] : []
  })
  return untold(tx, await noticesFor(tx, calling, now))
}

async function noticesFor(
  tx: Transaction,
  calling: readonly { readonly id: string; readonly finalAt: Date }[],
  now: Date,
): Promise<NewNotice[]> {
  if (calling.length === 0) return []
  const { improvementDays } = await settingsOn(tx, civilDate(now))
  const closed = await tx.holiday.findMany({
    where: { day: { gte: new Date(now.getTime() - lookBackMs) } },
    select: { day: true },
  })
  const holidays = new Set(closed.map(({ day }) => dayText(day)))
  const finalAt = new Map(calling.map((one) => [one.id, one.finalAt]))
  const rows = await readLife(tx, [...finalAt.keys()], now)
  return rows.flatMap((row) => {
    const from = finalAt.get(row.id) ?? now
    const dueAt = deadlineAfter({ from, days: improvementDays, dayType: 'CALENDAR', holidays, timeZone: cityTimeZone })
    return row.penilaiIds.map((employeeId) => ({
      to: { employeeId },
      kind: 'improvement.toOpen' as const,
      params: { employee: row.employeeName, period: row.periodKey },
      entity: { type: 'Appraisal', id: row.id },
      dueAt,
      cause: row.id,
    }))
  })
}
