import type { LegalStanding, RhkKind, SystemOfRecord } from '../../generated/prisma/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { openCursor, withoutNestedLoops } from '../../planner.ts'
import type { Transaction } from '../../transact.ts'
import { countingStates } from '../policy.ts'
import type { MissingReason } from '../rules/aggregation.ts'
import type { RaterGroup } from '../rules/behaviour.ts'
import { misconduct, plans, type Stale } from './inputs.ts'
import type { PeriodScope } from './period-scope.ts'

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
  measurements: readonly Measured[],
  /** Where the appraisal that is replaced holds the outcome of this result and item; null for what it does not hold. */
  rhkResultId: string | null,
  ikiResultId: string | null,
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

/** From this many employees on, reading each table once is quicker than looking each of them up. */
const manyEmployees = 1_000

/**
 * Begins to read the inputs of these employees: one statement gathers them table by table, and a cursor hands them out, so that neither their
 * number nor the size of the city matters for memory. Each call of the answer gives the next `count`; an empty list is the end. Without a plan the
 * present post is judged. One such reading at a time in a transaction.
 */
export async function openInputs(
  tx: Transaction,
  scope: PeriodScope,
  stale: readonly Stale[],
  count: number,
): Promise<() => Promise<LoadedEmployee[]>> {
  const open = () =>
    openCursor<{ head: string; items: string | null; ratings: string | null }>(
      tx,
      'appraisal_inputs',
      inputsSql(scope, stale),
      count,
    )
  const next = await (stale.length < manyEmployees ? open() : withoutNestedLoops(tx, open))
  return async () => {
    const rows = await next()
    return rows.map(({ head, items, ratings }) => ({
      ...parse(head),
      items: parse(`[${items ?? ''}]`),
      ratings: parse(`[${ratings ?? ''}]`),
    }))
  }
}

function parse<Value>(json: string): Value {
  return JSON.parse(json) as Value
}

/** The parts of a JSON list; text put together costs a third of PostgreSQL's own functions for JSON, and there are tens of thousands. */
const list = (parts: readonly string[]) => Prisma.raw(`'[' || ${parts.join(` || ',' || `)} || ']'`)

/** A value that holds nothing to escape: ids, words of our own enums. */
const word = (column: string) => `coalesce('"' || ${column} || '"', 'null')`
const count = (column: string) => `coalesce(${column}::text, 'null')`
const decimal = (column: string) => word(`trim_scale(${column})`)

function inputsSql(scope: PeriodScope, stale: readonly Stale[]): Prisma.Sql {
  const quarters = Prisma.sql`${[...scope.quarterIds]}::uuid[]`
  const measured = [
    word('r.id'),
    count('place'),
    count('r.version'),
    decimal('r.value'),
    decimal('r.numerator'),
    decimal('r.denominator'),
  ]
  const planned = [
    word('rhk.id'),
    count('rhk.number'),
    'to_json(rhk.title)',
    word('rhk.kind'),
    decimal('rhk.weight'),
    word('iki.id'),
    count('iki.number'),
  ]
  const agreed = ['weight', 'target', 'target_min', 'target_max', 'tolerance_pct'].map((column) => decimal(`iki.${column}`))
  return Prisma.sql`
    WITH wanted AS (
      SELECT e.*, w.appraisal_id FROM unnest(${stale.map(({ employeeId }) => employeeId)}::uuid[], ${stale.map(({ appraisalId }) => appraisalId)}::uuid[])
        AS w(id, appraisal_id) JOIN employee e ON e.id = w.id
    ), plan AS (SELECT newest.*, wanted.appraisal_id FROM (${plans(scope)}) newest JOIN wanted ON wanted.id = newest.employee_id),
    measured AS (
      SELECT r.series_id, string_agg(${list([...measured, word('r.missing_reason'), word(`to_char(r.measured_on, 'YYYY-MM-DD')`)])}, ',') AS list
      FROM (SELECT *, array_position(${quarters}, period_id) AS place FROM realisation WHERE period_id = ANY (${quarters})
          AND state = ANY (${[...countingStates]}::realisation_state[])) r
      WHERE r.series_id IN (SELECT iki.series_id FROM plan JOIN rhk ON rhk.skp_id = plan.id JOIN iki ON iki.rhk_id = rhk.id)
      GROUP BY r.series_id
    ), planned AS (
      SELECT plan.id, string_agg(${list([...planned, word('iki.indicator_version_id'), word('iki.series_id'), ...agreed, `'[' || coalesce(measured.list, '') || ']'`, word('held.id'), word('item.id')])},
        ',' ORDER BY rhk.number, iki.number) AS items
      FROM plan JOIN rhk ON rhk.skp_id = plan.id JOIN iki ON iki.rhk_id = rhk.id LEFT JOIN measured ON measured.series_id = iki.series_id
      LEFT JOIN rhk_result held ON held.appraisal_id = plan.appraisal_id AND held.rhk_id = rhk.id AND held.number = rhk.number
      LEFT JOIN iki_result item ON item.rhk_result_id = held.id AND item.iki_id = iki.id AND item.number = iki.number
      GROUP BY plan.id
    ), rated AS (
      SELECT r.employee_id, string_agg(${list([word('r.rater_group'), ...['bp', 'ak', 'ko', 'ha', 'lo', 'ad', 'kl'].map((column) => count(`r.${column}`))])}, ',') AS ratings
      FROM behaviour_rating r JOIN wanted ON wanted.id = r.employee_id WHERE r.period_id = ${scope.id}::uuid GROUP BY r.employee_id
    )
    SELECT json_build_object('employeeId', e.id, 'legalStanding', e.legal_standing, 'isMisconduct', e.id IN (${misconduct(scope)}),
      'skpId', plan.id, 'system', plan.system, 'unitId', coalesce(plan.unit_id, e.unit_id),
      'unitPath', coalesce(plan.unit_path, (SELECT string_agg(u.name, ' › ' ORDER BY above.distance DESC)
        FROM unit_ancestor above JOIN unit u ON u.id = above.ancestor_id WHERE above.unit_id = e.unit_id), ''),
      'positionTitle', coalesce(plan.position_title, e.position_title), 'penilaiId', coalesce(plan.penilai_id, e.superior_id))::text AS head,
      planned.items, rated.ratings
    FROM wanted e LEFT JOIN plan ON plan.employee_id = e.id LEFT JOIN planned ON planned.id = plan.id LEFT JOIN rated ON rated.employee_id = e.id`
}
