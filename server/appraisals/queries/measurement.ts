import { type PeriodState, Prisma, type RealisationState } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { openStates, type SubjectFacts } from '../policy.ts'
import type { Aggregation, MissingReason } from '../rules/aggregation.ts'
import type { EvidenceKind } from '../rules/realisation.ts'
import type { StoredAppraisal } from '../rules/rescore.ts'

/** Everything that recording or judging one measurement needs. Dates are ISO, decimals exact text. */
export type MeasurementFacts = {
  readonly quarter: {
    readonly id: string
    readonly number: number
    readonly year: number
    readonly startsOn: string
    readonly closesOn: string
    readonly state: PeriodState
    readonly yearState: PeriodState
  }
  /** Null while nothing was planned or measured of the subject. */
  readonly seriesId: string | null
  readonly indicatorId: string
  readonly employeeId: string | null
  readonly unitId: string | null
  readonly subject: SubjectFacts
  readonly definition: {
    readonly aggregation: Aggregation
    readonly maxValue: string | null
    readonly evidenceTypes: readonly EvidenceKind[]
  } | null
  readonly realisation: {
    readonly id: string
    readonly state: RealisationState
    readonly recordedById: string | null
    readonly isLatest: boolean
    readonly value: string | null
    readonly numerator: string | null
    readonly denominator: string | null
    readonly missingReason: MissingReason | null
    readonly measuredOn: string
    readonly isComplete: boolean
    readonly isOnTime: boolean
    readonly isTraceable: boolean
  } | null
  /** Open appraisals of the year and the quarter that use the series, locked; their items of the series carry `inputs`. */
  readonly dependents: readonly StoredAppraisal[]
}

/** What was read is older than what was locked: another transaction came between. The helper for retries runs the command again. */
class StaleRead extends Error {
  readonly code = '40001'
}

const text = (column: string) => Prisma.raw(`trim_scale(${column})::text`)

export type NewMeasurement = {
  readonly periodKey: string
  readonly seriesId: string | null
  readonly indicatorId: string | null
  readonly employeeId: string | null
  readonly unitId: string | null
}

/** Facts for a new measurement of a series, or of an indicator and a subject; null when quarter, series or subject do not exist. */
export function factsForRecording(
  tx: Transaction,
  { periodKey, seriesId, indicatorId, employeeId, unitId }: NewMeasurement,
): Promise<MeasurementFacts | null> {
  return facts(
    tx,
    Prisma.sql`
    quarter AS MATERIALIZED (
      SELECT q.*, y.state AS year_state, y.xmin::text AS year_seen FROM period q JOIN period y ON y.id = q.parent_id
      WHERE q.key = ${periodKey} AND q.kind = 'QUARTER' FOR SHARE OF q, y
    ), series AS MATERIALIZED (
      SELECT s.* FROM measurement_series s WHERE s.year = (SELECT year FROM quarter) AND (s.id = ${seriesId}::uuid
        OR (s.indicator_id = ${indicatorId}::uuid AND (s.employee_id = ${employeeId}::uuid OR s.unit_id = ${unitId}::uuid))) FOR NO KEY UPDATE
    ), target AS (
      SELECT s.id AS series_id, coalesce(s.indicator_id, ${indicatorId}::uuid) AS indicator_id, coalesce(s.employee_id, ${employeeId}::uuid) AS employee_id,
        coalesce(s.unit_id, ${unitId}::uuid) AS unit_id, NULL::uuid AS realisation_id
      FROM quarter LEFT JOIN series s ON true
    ), judged AS (SELECT * FROM realisation WHERE false)`,
  )
}

/** Facts for the decision over a measurement; null when there is none with this id. */
export function factsForDecision(tx: Transaction, realisationId: string): Promise<MeasurementFacts | null> {
  return facts(
    tx,
    Prisma.sql`
    judged AS MATERIALIZED (SELECT * FROM realisation WHERE id = ${realisationId}::uuid FOR NO KEY UPDATE),
    quarter AS MATERIALIZED (
      SELECT q.*, y.state AS year_state, y.xmin::text AS year_seen FROM period q JOIN period y ON y.id = q.parent_id
      WHERE q.id = (SELECT period_id FROM judged) FOR SHARE OF q, y
    ), target AS (
      SELECT s.id AS series_id, s.indicator_id, s.employee_id, s.unit_id, judged.id AS realisation_id
      FROM judged JOIN measurement_series s ON s.id = judged.series_id
    )`,
  )
}

/**
 * One statement locks and reads. Under READ COMMITTED a statement that waited for a lock still reads the other tables as they were before,
 * so the versions of the locked rows are compared with those read; a difference starts the command again.
 */
async function facts(tx: Transaction, target: Prisma.Sql): Promise<MeasurementFacts | null> {
  const [row] = await tx.$queryRaw<{ facts: MeasurementFacts; isStale: boolean }[]>(Prisma.sql`
    WITH ${target},
    locked AS MATERIALIZED (
      SELECT a.*, a.xmin::text AS seen FROM appraisal a
      WHERE a.id IN (SELECT r.appraisal_id FROM iki_result i JOIN rhk_result r ON r.id = i.rhk_result_id WHERE i.series_id = (SELECT series_id FROM target))
        AND a.period_id IN (SELECT unnest(ARRAY[id, parent_id]) FROM quarter) AND a.is_current AND a.state = ANY (${[...openStates]}::appraisal_state[])
      ORDER BY a.id FOR NO KEY UPDATE
    )
    SELECT json_build_object(
      'quarter', json_build_object('id', quarter.id, 'number', quarter.number, 'year', quarter.year, 'startsOn', quarter.starts_on, 'closesOn', quarter.closes_on,
        'state', quarter.state, 'yearState', quarter.year_state),
      'seriesId', target.series_id, 'indicatorId', target.indicator_id, 'employeeId', target.employee_id, 'unitId', target.unit_id,
      'subject', json_build_object(
        'employee', CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'superiorId', e.superior_id, 'superiorsSuperiorId', superior.superior_id) END,
        'underUnitIds', (SELECT json_agg(ancestor_id ORDER BY distance) FROM unit_ancestor WHERE unit_id = coalesce(e.unit_id, u.id))),
      'definition', (SELECT json_build_object('aggregation', v.aggregation, 'maxValue', ${text('v.max_value')}, 'evidenceTypes', coalesce(v.evidence_types, '{}'))
        FROM indicator_version v WHERE v.indicator_id = target.indicator_id AND v.state IN ('AKTIF', 'USANG')
        ORDER BY EXISTS (SELECT FROM iki WHERE iki.series_id = target.series_id AND iki.indicator_version_id = v.id) DESC, v.version DESC LIMIT 1),
      'realisation', (SELECT json_build_object('id', j.id, 'state', j.state, 'recordedById', j.recorded_by_id, 'value', ${text('j.value')},
          'numerator', ${text('j.numerator')}, 'denominator', ${text('j.denominator')}, 'missingReason', j.missing_reason, 'measuredOn', j.measured_on,
          'isComplete', j.is_complete, 'isOnTime', j.is_on_time, 'isTraceable', j.is_traceable,
          'isLatest', NOT EXISTS (SELECT FROM realisation n WHERE n.series_id = j.series_id AND n.period_id = j.period_id AND n.version > j.version))
        FROM judged j),
      'dependents', coalesce((SELECT json_agg(json_build_object('id', l.id, 'periodId', l.period_id, 'unitId', l.unit_id, 'legalStanding', l.legal_standing,
          'settings', l.settings, 'resultRating', l.result_rating, 'behaviourRating', l.behaviour_rating, 'predikat', l.predikat,
          'noPredikatReason', l.no_predikat_reason, 'rhks', ${rhksOf(Prisma.sql`target.series_id`)}) ORDER BY l.id) FROM locked l), '[]'::json)
    ) AS facts,
    quarter.year_seen <> year.xmin::text OR EXISTS (SELECT FROM locked l JOIN appraisal a ON a.id = l.id WHERE a.xmin::text <> l.seen) AS "isStale"
    FROM quarter JOIN target ON true JOIN period year ON year.id = quarter.parent_id
    LEFT JOIN employee e ON e.id = target.employee_id LEFT JOIN employee superior ON superior.id = e.superior_id
    LEFT JOIN unit u ON u.id = target.unit_id
    JOIN indicator ON indicator.id = target.indicator_id
    WHERE num_nonnulls(e.id, u.id) = 1`)
  if (row?.isStale) throw new StaleRead('A row changed between reading and locking.')
  return row?.facts ?? null
}

/** Results of the appraisal `l` with their items; `inputs` only for the items of one series. */
function rhksOf(seriesId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT json_agg(json_build_object('id', r.id, 'kind', r.kind, 'weight', ${text('r.weight')}, 'items',
      (SELECT json_agg(json_build_object('id', i.id, 'weight', ${text('i.weight')}, 'pct', ${text('i.achievement_pct')}, 'missing', i.missing, 'level', i.level,
        'status', i.status, 'latestMeasuredOn', i.latest_measured_on, 'inputs', CASE WHEN i.series_id = ${seriesId} THEN i.inputs END) ORDER BY i.number)
      FROM iki_result i WHERE i.rhk_result_id = r.id)) ORDER BY r.number)
    FROM rhk_result r WHERE r.appraisal_id = l.id)`
}
