import { DomainError } from '../../errors.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { notify } from '../../notices.ts'
import { command, type Transaction } from '../../transact.ts'
import { decidedUnits } from '../queries/distribution.ts'
import type { LifeRow } from '../queries/life.ts'
import { distributionCheck } from '../rules/distribution.ts'
import { objectionUntil } from '../rules/life-dates.ts'
import { noticeOf } from './life.ts'
import { entityOfMany, lockSelected, type Moved, maySelected, selection } from './selection.ts'

/**
 * Sets moderated results, of one person, several, or a unit at once, once the organisation predikat is set. The distribution pattern of SE MenPANRB
 * 3/2023 is a consideration: a broken one needs the justification of the decision (mode WARN) or refuses (BLOCK), never changes anybody. Errors:
 * FORBIDDEN, SELF_APPRAISAL, WRONG_STATE, REASON_REQUIRED, DIST_VIOLATION.
 */
export const setAppraisals = command({
  input: selection,
  load: (tx, chosen, actor, now) => lockSelected(tx, chosen, 'SET', actor, now),
  allow: maySelected,
  run: async ({ tx, subject: { ready, left }, now }) => {
    await refuseBrokenPattern(tx, ready)
    const ids = ready.map(({ id }) => id)
    await tx.appraisal.updateMany({
      where: { id: { in: ids } },
      data: { state: 'DITETAPKAN', setAt: now, revision: { increment: 1 }, updatedAt: now },
    })
    const result: Moved = { ids, left }
    return { result, entity: entityOfMany(ready), changes: { state: ['MODERASI', 'DITETAPKAN'], appraisals: [null, ids] } }
  },
  audit: 'appraisals.set',
  timeoutMs: 30_000,
})

/** The mode is that of the last day of the period; below the least number of people the pattern is advice (LOCAL). */
async function refuseBrokenPattern(tx: Transaction, rows: readonly LifeRow[]): Promise<void> {
  const settings = rows[0]?.settings
  if (!settings || settings.distMode === 'OFF') return
  const decisions = [...new Set(rows.flatMap(({ orgPredikatDecisionId }) => orgPredikatDecisionId ?? []))]
  for (const { predikat, counts, justification, unitName } of await decidedUnits(tx, decisions)) {
    const { violations, enforced } = distributionCheck({ orgPredikat: predikat, counts }, { distMinN: settings.distMinN })
    if (!enforced || violations.length === 0) continue
    const codes = violations.map(({ code }) => code).join(', ')
    if (settings.distMode === 'BLOCK') {
      throw new DomainError('DIST_VIOLATION', {
        id: `Sebaran predikat ${unitName} tidak sesuai pola (${codes}). Kembalikan kepada penilai, atau ubah predikat organisasi.`,
        en: `The predikat of ${unitName} do not follow the pattern (${codes}). Return them to their penilai, or change the organisation predikat.`,
      })
    }
    if (!justification) {
      throw new DomainError('REASON_REQUIRED', {
        id: `Sebaran predikat ${unitName} menyimpang dari pola (${codes}); keputusan predikat organisasi harus memuat alasannya.`,
        en: `The predikat of ${unitName} depart from the pattern (${codes}); the decision on the organisation predikat must justify it.`,
      })
    }
  }
}

/**
 * Delivers set results, of one person, several, or a unit at once. The window for objections begins: its length is that of the day of delivery
 * (PP 30/2019 art. 59), and each person is told. Errors: FORBIDDEN, SELF_APPRAISAL, WRONG_STATE.
 */
export const deliverAppraisals = command({
  input: selection,
  load: (tx, chosen, actor, now) => lockSelected(tx, chosen, 'DELIVER', actor, now),
  allow: maySelected,
  run: async ({ tx, subject: { ready, left }, now }) => {
    const ids = ready.map(({ id }) => id)
    const until = await windowFrom(tx, now)
    await tx.appraisal.updateMany({
      where: { id: { in: ids } },
      data: { state: 'DISAMPAIKAN', deliveredAt: now, objectionUntil: until, revision: { increment: 1 }, updatedAt: now },
    })
    await notify(
      tx,
      ready.map((row) => noticeOf(row, row.employeeId, 'appraisal.delivered', `${row.revision}`, { dueAt: until })),
      now,
    )
    const result: Moved = { ids, left }
    return {
      result,
      entity: entityOfMany(ready),
      changes: { state: ['DITETAPKAN', 'DISAMPAIKAN'], appraisals: [null, ids], objectionUntil: [null, until.toISOString()] },
    }
  },
  audit: 'appraisals.delivered',
  timeoutMs: 30_000,
})

/** Last instant of an objection to what is delivered now. */
async function windowFrom(tx: Transaction, now: Date): Promise<Date> {
  const today = civilDate(now)
  const settings = await settingsOn(tx, today)
  const holidays = await tx.holiday.findMany({
    where: { day: { gte: today } },
    orderBy: { day: 'asc' },
    take: 200,
    select: { day: true },
  })
  return objectionUntil(now, settings, new Set(holidays.map(({ day }) => day.toISOString().slice(0, 10))))
}
