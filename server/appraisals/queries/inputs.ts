import type { LegalStanding, RhkKind, SystemOfRecord } from '../../generated/prisma/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { agreedSkpStates, countingStates, openStates } from '../policy.ts'
import type { MissingReason } from '../rules/aggregation.ts'
import type { RaterGroup } from '../rules/behaviour.ts'
import type { ItemDefinition } from '../rules/item.ts'
import type { PeriodScope } from './period-scope.ts'

/** An employee whose inputs differ from those that the stored appraisal was computed from. */
export type Stale = {
  readonly employeeId: string
  readonly inputHash: string
  /** The open appraisal that is to be replaced; null for a new one. */
  readonly appraisalId: string | null
  readonly version: number
}

/** The newest agreed plan of each person in the year. */
const plans = (scope: PeriodScope) => Prisma.sql`
  SELECT DISTINCT ON (employee_id) * FROM skp
  WHERE period_id = ${scope.yearId}::uuid AND state = ANY (${[...agreedSkpStates]}::skp_state[])
  ORDER BY employee_id, sequence DESC`

const employed = (scope: PeriodScope, employeeIds: readonly string[] | null) => Prisma.sql`
  SELECT * FROM employee WHERE (separated_on IS NULL OR separated_on >= ${scope.startsOn}::date)
  ${employeeIds ? Prisma.sql`AND id = ANY (${[...employeeIds]}::uuid[])` : Prisma.empty}`

/** Final decisions of level sedang or berat in the period: misconduct (domain A6, LOCAL). */
const misconduct = (scope: PeriodScope) => Prisma.sql`
  SELECT employee_id FROM disciplinary_record
  WHERE is_final AND level IN ('SEDANG', 'BERAT') AND decree_on BETWEEN ${scope.startsOn}::date AND ${scope.endsOn}::date`

/**
 * One statement over the whole period: fingerprints everything that a computation would read and tells who differs from the stored
 * appraisal. Rated and later appraisals are never stale. The order of rows does not matter, only their content.
 */
export async function findStale(
  tx: Transaction,
  scope: PeriodScope,
  employeeIds: readonly string[] | null,
): Promise<{ readonly total: number; readonly stale: readonly Stale[] }> {
  const { quarters, notYetDue, settings, rulesVersion } = scope
  const common = JSON.stringify({ quarters, notYetDue, settings, rulesVersion })
  const [found] = await tx.$queryRaw<{ total: number; stale: (readonly [string, string, string | null, number])[] }[]>(Prisma.sql`
    WITH plan AS (${plans(scope)}), person AS (${employed(scope, employeeIds)}),
    measured AS (
      SELECT series_id, bit_xor(hash_record_extended((id, period_id, version, value, numerator, denominator, missing_reason, measured_on), 0)) AS hash
      FROM realisation WHERE period_id = ANY (${[...scope.quarterIds]}::uuid[]) AND state = ANY (${[...countingStates]}::realisation_state[])
      GROUP BY series_id
    ), planned AS (
      SELECT rhk.skp_id, bit_xor(hash_record_extended((rhk.id, rhk.number, rhk.title, rhk.kind, rhk.weight, iki.id, iki.number, iki.indicator_version_id,
        iki.series_id, iki.weight, iki.target, iki.target_min, iki.target_max, iki.tolerance_pct, measured.hash), 0)) AS hash
      FROM rhk JOIN iki ON iki.rhk_id = rhk.id LEFT JOIN measured ON measured.series_id = iki.series_id
      GROUP BY rhk.skp_id
    ), rated AS (
      SELECT employee_id, bit_xor(hash_record_extended((id, rater_group, bp, ak, ko, ha, lo, ad, kl), 0)) AS hash
      FROM behaviour_rating WHERE period_id = ${scope.id}::uuid GROUP BY employee_id
    ), fresh AS (
      SELECT e.id, encode(sha256(convert_to(concat_ws('|', ${common}::text, e.legal_standing, e.id IN (${misconduct(scope)}),
        hash_record_extended((plan.id, plan.system, coalesce(plan.unit_id, e.unit_id), coalesce(plan.unit_path, ''), coalesce(plan.position_title, e.position_title),
          coalesce(plan.penilai_id, e.superior_id), planned.hash, rated.hash), 0)), 'UTF8')), 'hex') AS hash
      FROM person e
      LEFT JOIN plan ON plan.employee_id = e.id LEFT JOIN planned ON planned.skp_id = plan.id LEFT JOIN rated ON rated.employee_id = e.id
    )
    SELECT count(*)::int AS total, coalesce(json_agg(json_build_array(fresh.id, fresh.hash, a.id, coalesce(a.version, 1)) ORDER BY fresh.id)
      FILTER (WHERE a.id IS NULL OR (a.input_hash <> fresh.hash AND a.state = ANY (${[...openStates]}::appraisal_state[]))), '[]'::json) AS stale
    FROM fresh LEFT JOIN appraisal a ON a.employee_id = fresh.id AND a.period_id = ${scope.id}::uuid AND a.is_current`)
  const stale = (found?.stale ?? []).map(([employeeId, inputHash, appraisalId, version]) => ({
    employeeId,
    inputHash,
    appraisalId,
    version,
  }))
  return { total: found?.total ?? 0, stale }
}

/** Every counting version; `place` is that of the quarter in the scope, from 1. Numbers are exact decimal text. */
type Measured = readonly [
  id: string,
  place: number,
  version: number,
  value: string | null,
  numerator: string | null,
  denominator: string | null,
  reason: MissingReason | null,
  measuredOn: string,
]

export type LoadedItem = readonly [
  rhkId: string,
  rhkNumber: number,
  rhkTitle: string,
  rhkKind: RhkKind,
  rhkWeight: string,
  ikiId: string,
  number: number,
  versionId: string,
  seriesId: string,
  weight: string,
  target: string | null,
  targetMin: string | null,
  targetMax: string | null,
  tolerancePct: string | null,
  measurements: readonly Measured[] | null,
]

type Rating = readonly [group: RaterGroup, ...values: (number | null)[]]

/** Everything about one employee that the computation reads, with the snapshot of the post that is judged. */
export type LoadedEmployee = {
  readonly employeeId: string
  readonly legalStanding: LegalStanding
  readonly isMisconduct: boolean
  readonly skpId: string | null
  readonly system: SystemOfRecord | null
  readonly unitId: string
  readonly unitPath: string
  readonly positionTitle: string
  readonly penilaiId: string | null
  /** By result and number; empty without a plan. */
  readonly items: readonly LoadedItem[]
  /** The seven values in their fixed order, by rater. */
  readonly ratings: readonly Rating[]
}

/** Inputs of these employees in one statement; the caller keeps the list short enough for memory. Without a plan the present post is judged. */
export async function loadInputs(tx: Transaction, scope: PeriodScope, employeeIds: readonly string[]): Promise<LoadedEmployee[]> {
  const text = (column: string) => Prisma.raw(`trim_scale(${column})::text`)
  return tx.$queryRaw<LoadedEmployee[]>(Prisma.sql`
    WITH wanted AS MATERIALIZED (SELECT e.* FROM unnest(${[...employeeIds]}::uuid[]) AS w(id) JOIN employee e ON e.id = w.id),
    plan AS MATERIALIZED (
      SELECT newest.* FROM wanted CROSS JOIN LATERAL (
        SELECT * FROM skp WHERE employee_id = wanted.id AND period_id = ${scope.yearId}::uuid AND state = ANY (${[...agreedSkpStates]}::skp_state[])
        ORDER BY sequence DESC LIMIT 1) newest
    )
    SELECT e.id AS "employeeId", e.legal_standing AS "legalStanding", e.id IN (${misconduct(scope)}) AS "isMisconduct",
      plan.id AS "skpId", plan.system, coalesce(plan.unit_id, e.unit_id) AS "unitId",
      coalesce(plan.unit_path, (SELECT string_agg(u.name, ' › ' ORDER BY above.distance DESC)
        FROM unit_ancestor above JOIN unit u ON u.id = above.ancestor_id WHERE above.unit_id = e.unit_id), '') AS "unitPath",
      coalesce(plan.position_title, e.position_title) AS "positionTitle", coalesce(plan.penilai_id, e.superior_id) AS "penilaiId",
      coalesce((SELECT json_agg(json_build_array(rhk.id, rhk.number, rhk.title, rhk.kind, ${text('rhk.weight')}, iki.id, iki.number, iki.indicator_version_id,
          iki.series_id, ${text('iki.weight')}, ${text('iki.target')}, ${text('iki.target_min')}, ${text('iki.target_max')}, ${text('iki.tolerance_pct')},
          (SELECT json_agg(json_build_array(r.id, array_position(${[...scope.quarterIds]}::uuid[], r.period_id), r.version, ${text('r.value')},
              ${text('r.numerator')}, ${text('r.denominator')}, r.missing_reason, r.measured_on))
            FROM realisation r WHERE r.series_id = iki.series_id AND r.period_id = ANY (${[...scope.quarterIds]}::uuid[])
              AND r.state = ANY (${[...countingStates]}::realisation_state[]))) ORDER BY rhk.number, iki.number)
        FROM rhk JOIN iki ON iki.rhk_id = rhk.id WHERE rhk.skp_id = plan.id), '[]'::json) AS items,
      coalesce((SELECT json_agg(json_build_array(r.rater_group, r.bp, r.ak, r.ko, r.ha, r.lo, r.ad, r.kl))
        FROM behaviour_rating r WHERE r.period_id = ${scope.id}::uuid AND r.employee_id = e.id), '[]'::json) AS ratings
    FROM wanted e LEFT JOIN plan ON plan.employee_id = e.id`)
}

/** Definitions of all published versions, by id. */
export async function loadDefinitions(tx: Transaction): Promise<ReadonlyMap<string, ItemDefinition>> {
  const versions = await tx.indicatorVersion.findMany({
    where: { state: { in: ['AKTIF', 'USANG'] } },
    select: {
      id: true,
      polarity: true,
      aggregation: true,
      frequency: true,
      factor: true,
      minDenominator: true,
      maxValue: true,
      levelLow: true,
      levelHigh: true,
    },
  })
  return new Map(
    versions.map(({ id, polarity, aggregation, frequency, factor, minDenominator, maxValue, levelLow, levelHigh }) => [
      id,
      {
        polarity,
        aggregation,
        frequency,
        factor: factor.toFixed(),
        minDenominator: minDenominator?.toFixed() ?? null,
        maxValue: maxValue?.toFixed() ?? null,
        levelLow: levelLow?.toFixed() ?? null,
        levelHigh: levelHigh?.toFixed() ?? null,
      },
    ]),
  )
}
