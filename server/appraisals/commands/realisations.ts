import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayRecord, realisationActions } from '../policy.ts'
import { factsForDecision, factsForRecording, type MeasurementFacts } from '../queries/measurement.ts'
import type { DatedMeasurement } from '../rules/item.ts'
import { type EvidenceKind, qualityOf, qualityScore, recordingFault } from '../rules/realisation.ts'
import { rescore, withMeasurement } from '../rules/rescore.ts'
import { writeMeasurement } from './rescoring.ts'

/** Exact decimal text that fits `decimal(20, 6)`. */
export const decimal = z.string().regex(/^-?\d{1,14}(\.\d{1,6})?$/)

const evidenceKinds = [
  'SYSTEM_FEED',
  'OFFICIAL_DOCUMENT',
  'THIRD_PARTY_CONFIRMATION',
  'PHOTO',
  'SELF_STATEMENT',
] as const satisfies readonly EvidenceKind[]

const evidence = z.strictObject({
  kind: z.enum(evidenceKinds),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullish(),
  description: z.string().trim().min(1).max(500),
})

const recorded = z.strictObject({
  /** The series, or an indicator with the employee or unit that it measures. */
  seriesId: z.uuid().nullish(),
  indicatorId: z.uuid().nullish(),
  employeeId: z.uuid().nullish(),
  unitId: z.uuid().nullish(),
  /** The quarter, `2025-TW1`. */
  periodKey: z.string().max(10),
  value: decimal.nullish(),
  numerator: decimal.nullish(),
  denominator: decimal.nullish(),
  missingReason: z.enum(['SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_YET_DUE', 'NOT_SUBMITTED']).nullish(),
  measuredOn: z.date(),
  source: z.string().trim().min(1).max(200),
  note: z.string().trim().min(1).max(1_000).nullish(),
  evidence: z.array(evidence).max(20).optional(),
})

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

/**
 * Records a measurement of a quarter. What a person enters is SUBMITTED and counts once somebody else has verified it; what a system delivers
 * by token is VERIFIED at once (domain B3) and the open appraisals that rest on it are rescored in the same transaction. Each record is
 * a new version: nothing that was measured is overwritten.
 *
 * WRONG_STATE, PERIOD_CLOSED: the quarter is not open. REASON_REQUIRED: neither value nor reason. EVIDENCE_REQUIRED: a kind of evidence that
 * the indicator demands is missing. INVALID_INPUT: negative, above the largest possible value, a ratio without its parts, a day outside the quarter.
 */
export const recordRealisation = command({
  input: recorded,
  load: (tx, { periodKey, seriesId = null, indicatorId = null, employeeId = null, unitId = null }) => {
    if (
      seriesId === null
        ? indicatorId === null || (employeeId === null) === (unitId === null)
        : (indicatorId ?? employeeId ?? unitId)
    ) {
      const sentence = {
        id: 'Pilih satu deret pengukuran, atau satu indikator dengan satu pegawai atau unit.',
        en: 'Name one series, or one indicator with one employee or unit.',
      }
      throw new DomainError('INVALID_INPUT', sentence, { seriesId: sentence })
    }
    return factsForRecording(tx, { periodKey, seriesId, indicatorId, employeeId, unitId })
  },
  allow: (actor, { subject, quarter }) => mayRecord(actor, subject, quarter),
  run: async ({ tx, input, subject: facts, actor, now }) => {
    const { quarter, definition, indicatorId } = facts
    const { value = null, numerator = null, denominator = null, missingReason = null, source, note = null } = input
    const proofs = (input.evidence ?? []).map(({ kind, url = null, description }) => ({ id: uuid(), kind, url, description }))
    const isFeed = actor.kind !== 'USER'
    const kinds = isFeed ? [...proofs, { kind: 'SYSTEM_FEED' as const, url: null }] : proofs
    const measuredOn = isoDay(input.measuredOn)
    const today = isoDay(civilDate(now))
    if (!definition)
      throw new DomainError('WRONG_STATE', { id: 'Indikator ini belum diterbitkan.', en: 'This indicator is not published yet.' })
    const rules = { ...definition, startsOn: quarter.startsOn, closesOn: quarter.closesOn, today }
    refuseRecordingFault({ value, numerator, denominator, missingReason, measuredOn, evidence: kinds }, rules)
    const quality = qualityOf({ value, evidence: proofs }, rules)
    const id = uuid()
    const seriesId = facts.seriesId ?? (await createSeries(tx, facts))
    const measurement = { id, quarter: quarter.number, value, numerator, denominator, missingReason, measuredOn }
    const change = Prisma.sql`
      INSERT INTO realisation (id, series_id, period_id, version, state, value, numerator, denominator, missing_reason, measured_on, source, is_complete,
        is_on_time, is_traceable, quality, note, recorded_by_id, verified_at, source_hash, created_at, updated_at)
      SELECT ${id}::uuid, ${seriesId}::uuid, ${quarter.id}::uuid, coalesce(max(version), 0) + 1, ${isFeed ? 'VERIFIED' : 'SUBMITTED'}::realisation_state,
        ${value}::numeric, ${numerator}::numeric, ${denominator}::numeric, ${missingReason}::missing_reason, ${measuredOn}::date, ${source},
        ${quality.isComplete}, ${quality.isOnTime}, ${quality.isTraceable}, ${qualityScore(quality, isFeed)}::numeric, ${note}, ${actor.id}::uuid,
        ${isFeed ? now : null}::timestamptz, ${isFeed ? sourceHash([seriesId, value, numerator, denominator, missingReason, measuredOn, source]) : null}, ${now}, ${now}
      FROM realisation WHERE series_id = ${seriesId}::uuid AND period_id = ${quarter.id}::uuid
      RETURNING id`
    const rescored = isFeed ? rescoreAll(facts, measurement) : []
    await writeMeasurement(tx, change, proofs, { indicatorId, rescored, now })
    const changes = {
      value: [null, value],
      missingReason: [null, missingReason],
      measuredOn: [null, measuredOn],
      source: [null, source],
      period: [null, input.periodKey],
      rescored: [null, rescored.length],
    } as const
    return {
      result: { id, seriesId, rescored: rescored.map(({ before }) => before.id) },
      entity: { type: 'Realisation', id },
      changes,
    }
  },
  audit: 'realisation.recorded',
})

/** Accepts a submitted measurement; the open appraisals that rest on it are rescored in the same transaction. */
export const verifyRealisation = command({
  input: z.strictObject({ id: z.uuid() }),
  load: (tx, { id }) => factsForDecision(tx, id),
  allow: (actor, facts) => decisions(actor, facts).VERIFY,
  run: async ({ tx, input: { id }, subject: facts, actor, now }) => {
    const { realisation, quarter, indicatorId } = facts
    const change = Prisma.sql`
      UPDATE realisation SET state = 'VERIFIED', verified_by_id = ${actor.id}::uuid, verified_at = ${now}, updated_at = ${now},
        quality = ${realisation ? qualityScore(realisation, true) : 0}::numeric
      WHERE id = ${id}::uuid RETURNING id`
    const rescored = realisation ? rescoreAll(facts, { ...realisation, quarter: quarter.number }) : []
    await writeMeasurement(tx, change, [], { indicatorId, rescored, now })
    const changes = { state: ['SUBMITTED', 'VERIFIED'], rescored: [null, rescored.length] } as const
    return { result: { id, rescored: rescored.map(({ before }) => before.id) }, entity: { type: 'Realisation', id }, changes }
  },
  audit: 'realisation.verified',
})

/** Refuses a submitted measurement, with the reason that its recorder reads. A rejected one never counts; a new one may be recorded. */
export const rejectRealisation = command({
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().max(1_000) }),
  load: (tx, { id }) => factsForDecision(tx, id),
  allow: (actor, facts) => decisions(actor, facts).REJECT,
  run: async ({ tx, input: { id, reason }, actor, now }) => {
    if (reason.length < 3) {
      const sentence = { id: 'Tuliskan alasan penolakan.', en: 'Say why it is rejected.' }
      throw new DomainError('REASON_REQUIRED', sentence, { reason: sentence })
    }
    await tx.realisation.update({
      where: { id },
      data: { state: 'REJECTED', rejectReason: reason, verifiedById: actor.id, verifiedAt: now },
      select: { id: true },
    })
    return { result: { id }, entity: { type: 'Realisation', id }, changes: { state: ['SUBMITTED', 'REJECTED'] as const }, reason }
  },
  audit: 'realisation.rejected',
})

function decisions(actor: Actor, { subject, quarter, realisation }: MeasurementFacts) {
  const { state, recordedById, isLatest } = realisation ?? { state: 'DRAFT', recordedById: null, isLatest: false }
  return realisationActions(actor, { ...subject, quarter, state, recordedById, isLatest })
}

/** The open appraisals that rest on a measurement, computed again with it. */
export function rescoreAll({ dependents }: MeasurementFacts, measurement: DatedMeasurement) {
  const { id, quarter, value, numerator, denominator, missingReason, measuredOn } = measurement
  const change = withMeasurement({ id, quarter, value, numerator, denominator, missingReason, measuredOn })
  return dependents.map((appraisal) => rescore(appraisal, change))
}

/** @throws DomainError what keeps a measurement from being taken down, under the field concerned */
export function refuseRecordingFault(...measured: Parameters<typeof recordingFault>): void {
  const fault = recordingFault(...measured)
  if (fault) throw new DomainError(fault.code, fault.sentence, { [fault.field]: fault.sentence })
}

/** Fingerprint of what a system delivered, for tracing it. */
function sourceHash(delivered: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(delivered)).digest('hex')
}

/** The first measurement of something that no plan names: its series begins here. Two at once share one. */
async function createSeries(
  tx: Transaction,
  { indicatorId, employeeId, unitId, quarter: { year } }: MeasurementFacts,
): Promise<string> {
  await tx.measurementSeries.createMany({ data: [{ indicatorId, employeeId, unitId, year }], skipDuplicates: true })
  const { id } = await tx.measurementSeries.findFirstOrThrow({
    where: { indicatorId, employeeId, unitId, year },
    select: { id: true },
  })
  return id
}
