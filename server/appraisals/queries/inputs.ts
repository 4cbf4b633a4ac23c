import { Prisma } from '../../generated/prisma/client.ts'
import { withoutNestedLoops } from '../../planner.ts'
import type { Transaction } from '../../transact.ts'
import { agreedSkpStates, countingStates, openStates } from '../policy.ts'
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
export const plans = (scope: PeriodScope) => Prisma.sql`
  SELECT DISTINCT ON (employee_id) * FROM skp
  WHERE period_id = ${scope.yearId}::uuid AND state = ANY (${[...agreedSkpStates]}::skp_state[])
  ORDER BY employee_id, sequence DESC`

const employed = (scope: PeriodScope, employeeIds: readonly string[] | null) => Prisma.sql`
  SELECT * FROM employee WHERE (separated_on IS NULL OR separated_on >= ${scope.startsOn}::date)
  ${employeeIds ? Prisma.sql`AND id = ANY (${[...employeeIds]}::uuid[])` : Prisma.empty}`

/** Final decisions of level sedang or berat in the period: misconduct (domain A6, LOCAL). */
export const misconduct = (scope: PeriodScope) => Prisma.sql`
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
  const [found] = await withoutNestedLoops(tx, () =>
    tx.$queryRaw<{ total: number; stale: (readonly [string, string, string | null, number])[] }[]>(Prisma.sql`
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
    FROM fresh LEFT JOIN appraisal a ON a.employee_id = fresh.id AND a.period_id = ${scope.id}::uuid AND a.is_current`),
  )
  const stale = (found?.stale ?? []).map(([employeeId, inputHash, appraisalId, version]) => ({
    employeeId,
    inputHash,
    appraisalId,
    version,
  }))
  return { total: found?.total ?? 0, stale }
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
