import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { newId } from '../../new-id.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayCorrectLocked } from '../policy.ts'
import { factsForRecording, type MeasurementFacts } from '../queries/measurement.ts'
import { qualityOf, qualityScore } from '../rules/realisation.ts'
import { words } from './life.ts'
import { decimal, refuseRecordingFault, rescoreAll } from './realisations.ts'
import { writeMeasurement } from './rescoring.ts'

type Locked = {
  readonly facts: MeasurementFacts
  readonly periodKey: string
  readonly isLocked: boolean
  readonly recordedById: string | null
}

/**
 * Corrects a measurement whose period is closed (domain B3): a new version, LOCKED like the one that it corrects, with the reason. Appraisals that are
 * still open follow; no rated and no final one does. Which final results rest on it is answered, for whoever may open them again
 * (`reopenAppraisal`): only that named decision brings the correction into a final result. Errors: FORBIDDEN, CONFLICT_OF_INTEREST, WRONG_STATE while
 * the measurement is not locked or is not the newest; those of `recordRealisation`.
 */
export const correctLockedRealisation = command({
  input: z.strictObject({
    /** The newest locked record of the quarter. */
    id: z.uuid(),
    value: decimal.nullish(),
    numerator: decimal.nullish(),
    denominator: decimal.nullish(),
    missingReason: z.enum(['SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_YET_DUE', 'NOT_SUBMITTED']).nullish(),
    measuredOn: z.date(),
    source: z.string().trim().min(1).max(200),
    evidenceUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullish(),
    reason: words.min(30),
  }),
  load: (tx, { id }) => lockLocked(tx, id),
  allow: (actor, { facts, isLocked, recordedById }) => mayCorrectLocked(actor, { ...facts.subject, isLocked, recordedById }),
  run: async ({ tx, input, subject: { facts, periodKey }, actor, now }) => {
    const { value = null, numerator = null, denominator = null, missingReason = null, source, reason, evidenceUrl = null } = input
    const { definition, quarter, seriesId, indicatorId } = facts
    if (!definition || seriesId === null) throw new DomainError('WRONG_STATE')
    const proofs = [{ id: newId(), kind: 'OFFICIAL_DOCUMENT' as const, url: evidenceUrl, description: reason.slice(0, 500) }]
    const measuredOn = input.measuredOn.toISOString().slice(0, 10)
    const today = civilDate(now).toISOString().slice(0, 10)
    const rules = { ...definition, evidenceTypes: [], startsOn: quarter.startsOn, closesOn: quarter.closesOn, today }
    refuseRecordingFault({ value, numerator, denominator, missingReason, measuredOn, evidence: proofs }, rules)
    const quality = { ...qualityOf({ value, evidence: proofs }, rules), isOnTime: false }
    const id = newId()
    const change = Prisma.sql`
      INSERT INTO realisation (id, series_id, period_id, version, state, value, numerator, denominator, missing_reason, measured_on, source, is_complete,
        is_on_time, is_traceable, quality, note, recorded_by_id, verified_by_id, verified_at, created_at, updated_at)
      SELECT ${id}::uuid, ${seriesId}::uuid, ${quarter.id}::uuid, max(version) + 1, 'LOCKED', ${value}::numeric, ${numerator}::numeric, ${denominator}::numeric,
        ${missingReason}::missing_reason, ${measuredOn}::date, ${source}, ${quality.isComplete}, false, ${quality.isTraceable},
        ${qualityScore(quality, true)}::numeric, ${reason.slice(0, 1_000)}, ${actor.id}::uuid, ${actor.id}::uuid, ${now}, ${now}, ${now}
      FROM realisation WHERE series_id = ${seriesId}::uuid AND period_id = ${quarter.id}::uuid
      RETURNING id`
    const rescored = rescoreAll(facts, { id, quarter: quarter.number, value, numerator, denominator, missingReason, measuredOn })
    await writeMeasurement(tx, change, proofs, { indicatorId, rescored, now })
    const finalIds = await finalOn(tx, seriesId, quarter.id)
    return {
      result: { id, rescored: rescored.map(({ before }) => before.id), finalIds },
      entity: { type: 'Realisation', id },
      changes: {
        corrects: [null, input.id],
        value: [null, value],
        missingReason: [null, missingReason],
        period: [null, periodKey],
        rescored: [null, rescored.length],
        finalResults: [null, finalIds.length],
      },
      reason,
    }
  },
  audit: 'realisation.corrected',
})

async function lockLocked(tx: Transaction, id: string): Promise<Locked | null> {
  const record = await tx.realisation.findUnique({
    where: { id },
    select: { state: true, version: true, recordedById: true, seriesId: true, periodId: true, period: { select: { key: true } } },
  })
  if (!record) return null
  const { seriesId, periodId, period, version, state, recordedById } = record
  const facts = await factsForRecording(tx, {
    periodKey: period.key,
    seriesId,
    indicatorId: null,
    employeeId: null,
    unitId: null,
  })
  if (!facts) return null
  const newer = await tx.realisation.count({ where: { seriesId, periodId, version: { gt: version } } })
  return { facts, periodKey: period.key, isLocked: state === 'LOCKED' && newer === 0, recordedById }
}

/** Current final results of the quarter and its year that were judged on this series. */
async function finalOn(tx: Transaction, seriesId: string, quarterId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT a.id FROM iki_result i JOIN rhk_result r ON r.id = i.rhk_result_id JOIN appraisal a ON a.id = r.appraisal_id
    WHERE i.series_id = ${seriesId}::uuid AND a.is_current AND a.state IN ('FINAL', 'TEREKSPOR')
      AND a.period_id IN (SELECT unnest(ARRAY[id, parent_id]) FROM period WHERE id = ${quarterId}::uuid) ORDER BY a.id`)
  return rows.map(({ id }) => id)
}
