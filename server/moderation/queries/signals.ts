import { periodIdOf } from '../../appraisals/queries/judgements.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { reachOf } from '../../identity/policy.ts'
import { idOf } from '../../list.ts'
import { isQuestion, type SignalCode, shareOf, signalCodes, type Tally } from '../rules/signals.ts'

type Asked = Pick<Context, 'db' | 'actor'>

export type UnitSignal = Tally & { readonly unitId: string; readonly share: number | null }

export type SignalScope = {
  readonly periodKey: string
  readonly underUnitId?: string | null
  readonly code?: SignalCode | null
}

type UnitTallies = { readonly unitId: string; readonly tallies: readonly Tally[] }

/**
 * The gaming register (domain B8) as questions about units with everything below them. Whoever holds `appraisals.read` over a unit may ask, and whoever leads
 * it is asked. Five statements.
 */
export async function gamingSignals({ db, actor }: Asked, { periodKey, underUnitId, code }: SignalScope): Promise<UnitSignal[]> {
  const period = periodIdOf(periodKey)
  const reach = reachOf(actor, 'appraisals.read')
  const me = actor.scopes === null ? actor.employeeId : null
  const below = (ids: readonly string[]) =>
    Prisma.sql`u.id IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ANY (${[...ids]}::uuid[]))`
  const within = Prisma.sql`up.ancestor_id IN (SELECT u.id FROM unit u
    WHERE ${underUnitId ? below([idOf('Unit', underUnitId)]) : Prisma.sql`TRUE`}
      AND ${reach === 'ALL' ? Prisma.sql`TRUE` : Prisma.sql`(${below(reach)} OR u.id IN (${ledUnits(me, period)}))`})`
  const tallied = (select: Prisma.Sql) => db.$queryRaw<UnitTallies[]>(select)
  const rows = await Promise.all([results, ratings, records, series, learning].map((of) => tallied(of(period, within))))
  return rows
    .flat()
    .flatMap(({ unitId, tallies }) => tallies.filter(isQuestion).map((tally) => ({ ...tally, unitId, share: shareOf(tally) })))
    .filter((signal) => !code || signal.code === code)
    .sort(
      (a, b) => signalCodes.indexOf(a.code) - signalCodes.indexOf(b.code) || b.count - a.count || (a.unitId < b.unitId ? -1 : 1),
    )
}

/** Units that the person leads by the plans of the year of the period. */
function ledUnits(me: string | null, period: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT s.unit_id FROM skp s JOIN period q ON q.id = ${period} WHERE s.employee_id = ${me}::uuid AND s.leads_unit
    AND s.period_id = coalesce(q.parent_id, q.id)`
}

const tally = (code: SignalCode, cases: Prisma.Sql, sign: Prisma.Sql) =>
  Prisma.sql`json_build_object('code', ${code}::text, 'count', count(*) FILTER (WHERE ${cases} AND ${sign})::int, 'of', count(*) FILTER (WHERE ${cases})::int)`

/** Results bunched within two points above a threshold, at the cap, or against a target below its baseline without a reason. */
function results(period: Prisma.Sql, within: Prisma.Sql): Prisma.Sql {
  const from = (least: number) => Prisma.sql`i.achievement_pct >= ${least} AND i.achievement_pct < ${least + 4.01}`
  return Prisma.sql`
    SELECT up.ancestor_id AS "unitId", json_build_array(
      ${tally('BUNCHING_LOW', from(88), Prisma.sql`i.achievement_pct >= 90`)}, ${tally('BUNCHING_HIGH', from(108), Prisma.sql`i.achievement_pct >= 110`)},
      ${tally('REPEATED_CAP', Prisma.sql`i.achievement_pct IS NOT NULL`, Prisma.sql`i.achievement_pct >= 120`)},
      ${tally('SANDBAG', Prisma.sql`k.target > 0 AND k.baseline > 0`, Prisma.sql`k.target_reason IS NULL AND CASE WHEN v.polarity = 'MINIMIZE' THEN k.baseline < k.target ELSE k.target < k.baseline END`)}
    ) AS tallies
    FROM appraisal a JOIN rhk_result r ON r.appraisal_id = a.id JOIN iki_result i ON i.rhk_result_id = r.id
    LEFT JOIN iki k ON k.id = i.iki_id LEFT JOIN indicator_version v ON v.id = i.indicator_version_id JOIN unit_ancestor up ON up.unit_id = a.unit_id
    WHERE a.period_id = ${period} AND a.is_current AND a.state <> 'BATAL' AND ${within} GROUP BY up.ancestor_id`
}

/** Ratings lowered below what the evidence suggests for a reason that names no evidence: does the pattern of distribution speak, or the person's work? */
function ratings(period: Prisma.Sql, within: Prisma.Sql): Prisma.Sql {
  const evidence = Prisma.sql`ARRAY['BUKTI_TAMBAHAN', 'MUTU_HASIL', 'DATA_KELIRU', 'PERILAKU_TERAMATI']::override_category[]`
  const lowered = Prisma.sql`a.predikat > a.suggested_predikat AND NOT coalesce(a.result_override = ANY (${evidence}), false)
    AND NOT coalesce(a.behaviour_override = ANY (${evidence}), false)
    AND NOT EXISTS (SELECT FROM appraisal_part t WHERE t.appraisal_id = a.id AND t.override = ANY (${evidence}))`
  return Prisma.sql`
    SELECT up.ancestor_id AS "unitId", json_build_array(${tally('QUOTA_DOWNGRADE', Prisma.sql`a.suggested_predikat IS NOT NULL`, lowered)}) AS tallies
    FROM appraisal a JOIN unit_ancestor up ON up.unit_id = a.unit_id
    WHERE a.period_id = ${period} AND a.is_current AND a.state <> 'BATAL' AND a.rated_at IS NOT NULL AND ${within} GROUP BY up.ancestor_id`
}

/** Measurements recorded in bulk on the last day, and measurements that their recorder verified. */
function records(period: Prisma.Sql, within: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT up.ancestor_id AS "unitId", json_build_array(
      ${tally('LATE_BULK', Prisma.sql`TRUE`, Prisma.sql`m.measured_on = p.closes_on`)},
      ${tally('SELF_VERIFIED', Prisma.sql`m.verified_by_id IS NOT NULL`, Prisma.sql`m.verified_by_id = m.recorded_by_id`)}
    ) AS tallies
    FROM period p JOIN realisation m ON m.period_id = p.id JOIN measurement_series s ON s.id = m.series_id
    LEFT JOIN employee e ON e.id = s.employee_id JOIN unit_ancestor up ON up.unit_id = coalesce(s.unit_id, e.unit_id)
    WHERE (p.id = ${period} OR p.parent_id = ${period}) AND m.state IN ('SUBMITTED', 'VERIFIED', 'LOCKED') AND ${within} GROUP BY up.ancestor_id`
}

/**
 * How measurements move within the year: ratios over less than half of the cases that the series usually has, values that jumped by more than two standard
 * deviations of their indicator, and people of one unit whose values hardly differ while those of the city do (B8: case-mix drift, jump, collapse of variance).
 */
function series(period: Prisma.Sql, within: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH measured AS (
      SELECT s.indicator_id, p.id AS period_id, coalesce(s.unit_id, e.unit_id) AS unit_id, s.employee_id, m.value, m.denominator,
        avg(m.denominator) OVER whole AS usual, count(m.denominator) OVER whole AS ratios, m.value - lag(m.value) OVER (PARTITION BY m.series_id ORDER BY p.starts_on) AS change
      FROM period q JOIN period p ON p.parent_id = coalesce(q.parent_id, q.id) JOIN realisation m ON m.period_id = p.id
      JOIN measurement_series s ON s.id = m.series_id LEFT JOIN employee e ON e.id = s.employee_id
      WHERE q.id = ${period} AND p.kind = 'QUARTER' AND m.state IN ('VERIFIED', 'LOCKED') AND m.value IS NOT NULL
      WINDOW whole AS (PARTITION BY m.series_id)
    ), compared AS (
      SELECT unit_id, period_id, denominator, usual, ratios, change, value, employee_id, stddev_samp(change) OVER (PARTITION BY indicator_id) AS moves,
        stddev_samp(value) OVER (PARTITION BY indicator_id, period_id) AS spread, stddev_samp(value) OVER own AS "ownSpread", count(employee_id) OVER own AS peers
      FROM measured WINDOW own AS (PARTITION BY indicator_id, period_id, unit_id)
    )
    SELECT up.ancestor_id AS "unitId", json_build_array(
      ${tally('EASY_CASES', Prisma.sql`c.denominator IS NOT NULL AND c.ratios > 1`, Prisma.sql`c.denominator < c.usual / 2`)},
      ${tally('VALUE_JUMP', Prisma.sql`c.change IS NOT NULL AND c.moves > 0`, Prisma.sql`abs(c.change) > 2 * c.moves`)},
      ${tally('VARIANCE_COLLAPSE', Prisma.sql`c.employee_id IS NOT NULL AND c.peers >= 5 AND c.spread > 0`, Prisma.sql`c."ownSpread" < c.spread / 10`)}
    ) AS tallies
    FROM compared c JOIN unit_ancestor up ON up.unit_id = c.unit_id
    WHERE c.period_id IN (SELECT id FROM period WHERE id = ${period} OR parent_id = ${period}) AND ${within} GROUP BY up.ancestor_id`
}

/** Certificates of the last seven days of the year, of a year alone. */
function learning(period: Prisma.Sql, within: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT up.ancestor_id AS "unitId", json_build_array(${tally('CERTIFICATE_BURST', Prisma.sql`TRUE`, Prisma.sql`t.ends_on > q.ends_on - 7`)}) AS tallies
    FROM period q JOIN training_record t ON t.ends_on BETWEEN q.starts_on AND q.ends_on JOIN employee e ON e.id = t.employee_id
    JOIN unit_ancestor up ON up.unit_id = e.unit_id WHERE q.id = ${period} AND q.kind = 'ANNUAL' AND ${within} GROUP BY up.ancestor_id`
}
