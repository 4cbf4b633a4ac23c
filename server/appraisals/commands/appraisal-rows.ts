import type { Exact } from '../../math.ts'
import { newId } from '../../new-id.ts'
import type { Stale } from '../queries/inputs.ts'
import type { LoadedEmployee, LoadedItem } from '../queries/load-inputs.ts'
import type { PeriodScope } from '../queries/period-scope.ts'
import { type AppraisalOutcome, appraise, type PlannedItem, type PlannedRhk } from '../rules/appraise.ts'
import { type BehaviourValue, behaviourValues, type RaterGroup } from '../rules/behaviour.ts'
import { freezeInputs } from '../rules/frozen-inputs.ts'
import type { DatedMeasurement, ItemDefinition, ItemResult } from '../rules/item.ts'
import type { ValueRatings } from '../rules/judgement.ts'
import type { Row } from './column-arrays.ts'

type Item = PlannedItem & {
  readonly ikiId: string
  readonly number: number
  readonly versionId: string
  readonly seriesId: string
  /** Row that holds the outcome already. */
  readonly heldId: string | null
}
type Rhk = PlannedRhk<Item> & {
  readonly rhkId: string
  readonly number: number
  readonly title: string
  readonly heldId: string | null
}

/** Rows that are to be inserted, and rows that exist and may have changed. */
export type Rows = { readonly added: Row[]; readonly held: Row[] }

export type AppraisalRows = { readonly appraisals: Row[]; readonly rhkResults: Rows; readonly ikiResults: Rows }

export function noRows(): AppraisalRows {
  return { appraisals: [], rhkResults: { added: [], held: [] }, ikiResults: { added: [], held: [] } }
}

/** Judges one employee and lays the outcome out as rows, added to `rows`. Throws when a plan pins a version that is not published. */
export function addRows(
  rows: AppraisalRows,
  employee: LoadedEmployee,
  stale: Stale,
  scope: PeriodScope,
  definitions: ReadonlyMap<string, ItemDefinition>,
): void {
  const { legalStanding, isMisconduct, skpId, ratings } = employee
  const plan = skpId === null ? null : planOf(employee.items, scope, definitions)
  const outcome = appraise<Item, Rhk>({
    legalStanding,
    plan,
    behaviour: byValue(ratings),
    isMisconduct,
    settings: scope.settings,
  })
  const id = stale.appraisalId ?? newId()
  rows.appraisals.push(appraisalRow(id, employee, stale, outcome))
  for (const { planned, share, pct, level, items } of outcome.rhks) {
    const { rhkId, number, title, kind, weight, heldId } = planned
    const row = {
      id: heldId ?? newId(),
      appraisal_id: id,
      rhk_id: rhkId,
      number,
      title,
      kind,
      weight,
      share,
      achievement_pct: pct,
      level,
    }
    rows.rhkResults[heldId === null ? 'added' : 'held'].push(row)
    for (const item of items) {
      rows.ikiResults[item.planned.heldId === null ? 'added' : 'held'].push(ikiRow(row.id, item.planned, item.result))
    }
  }
}

/** Teachers and principals without an imported plan belong to the national platform all the same (domain A13). */
function systemOf({ system, positionTitle }: LoadedEmployee): string {
  return system ?? (/^(Guru|Kepala Sekolah)/.test(positionTitle) ? 'RUANG_GTK' : 'LOKAL')
}

function appraisalRow(id: string, employee: LoadedEmployee, { inputHash, version }: Stale, outcome: AppraisalOutcome<Item, Rhk>) {
  const { result, behaviour, predikat, noPredikatReason } = outcome
  return {
    id,
    employee_id: employee.employeeId,
    input_hash: inputHash,
    version,
    system: systemOf(employee),
    skp_id: employee.skpId,
    unit_id: employee.unitId,
    unit_path: employee.unitPath,
    position_title: employee.positionTitle,
    penilai_id: employee.penilaiId,
    legal_standing: employee.legalStanding,
    is_misconduct: employee.isMisconduct,
    result_status: result?.status ?? null,
    result_rating: result?.rating ?? null,
    result_ambiguous: result?.ambiguous ?? false,
    share_above: result?.shareAbove ?? null,
    share_below: result?.shareBelow ?? null,
    weighted_score: result?.weightedScore ?? null,
    excluded_weight_pct: result?.excludedWeightPct ?? null,
    behaviour_rating: behaviour?.rating?.rating ?? null,
    behaviour_ambiguous: behaviour?.rating?.ambiguous ?? false,
    behaviour_above: behaviour?.rating?.above ?? null,
    behaviour_below: behaviour?.rating?.below ?? null,
    behaviour_inputs: behaviour && { values: behaviour.values },
    predikat,
    no_predikat_reason: noPredikatReason,
  }
}

/** The columns of an IKI result that follow from its measurement, null ones left out; shared by the computation and the rescoring of one item. */
export function ikiColumns(result: ItemResult) {
  return {
    status: result.status,
    missing: result.missing ?? undefined,
    achievement_pct: result.pct ?? undefined,
    level: result.level ?? undefined,
    realised_value: plain(result.realised, 6),
    denominator: plain(result.denominator, 6),
    target_min: plain(result.targetMin, 6),
    target_max: plain(result.targetMax, 6),
    tolerance_pct: plain(result.tolerancePct, 4),
    quarters_used: result.quartersUsed,
    quarters_excluded: result.quartersExcluded,
    quarters_not_submitted: result.quartersNotSubmitted,
    latest_measured_on: result.latestMeasuredOn ?? undefined,
  }
}

/** As the column keeps it, without an exponent; most values have few places, and are not rounded. */
function plain(value: Exact | null, places: number): string | undefined {
  if (value === null) return undefined
  return (value.decimalPlaces() <= places ? value : value.toDecimalPlaces(places)).toFixed()
}

function ikiRow(rhkResultId: string, { ikiId, number, versionId, seriesId, weight, inputs, heldId }: Item, result: ItemResult) {
  const pinned = {
    iki_id: ikiId,
    number,
    indicator_version_id: versionId,
    series_id: seriesId,
    weight,
    inputs: freezeInputs(inputs),
  }
  return { id: heldId ?? newId(), rhk_result_id: rhkResultId, ...pinned, ...ikiColumns(result) }
}

/** The rows of a plan, ordered by result and number, as results with their items. */
export function planOf(
  items: readonly LoadedItem[],
  scope: PeriodScope,
  definitions: ReadonlyMap<string, ItemDefinition>,
): Rhk[] {
  const { quarters, notYetDue } = scope
  const rhks = new Map<string, Rhk & { readonly items: Item[] }>()
  for (const [rhkId, rhkNumber, title, kind, rhkWeight, ikiId, number, versionId, seriesId, weight, ...rest] of items) {
    const [target, targetMin, targetMax, tolerancePct, measured, rhkResultId, ikiResultId] = rest
    const definition = definitions.get(versionId)
    if (!definition) throw new Error(`The plan item ${ikiId} pins the version ${versionId}, which is not published.`)
    const measurements = newestOf(measured, quarters)
    const inputs = { ...definition, target, targetMin, targetMax, tolerancePct, quarters, notYetDue, measurements }
    const rhk = rhks.get(rhkId) ?? { rhkId, number: rhkNumber, title, kind, weight: rhkWeight, heldId: rhkResultId, items: [] }
    rhk.items.push({ ikiId, number, versionId, seriesId, weight, inputs, heldId: ikiResultId })
    rhks.set(rhkId, rhk)
  }
  return [...rhks.values()]
}

/** The newest version of each quarter, in the order of the quarters. */
function newestOf(measured: LoadedItem[14], quarters: readonly number[]): DatedMeasurement[] {
  const newest = new Map<number, { readonly version: number; readonly measurement: DatedMeasurement }>()
  for (const [id, place, version, value, numerator, denominator, missingReason, measuredOn] of measured) {
    const quarter = quarters[place - 1] ?? 0
    if ((newest.get(quarter)?.version ?? 0) > version) continue
    newest.set(quarter, { version, measurement: { id, quarter, value, numerator, denominator, missingReason, measuredOn } })
  }
  return [...newest.values()].map(({ measurement }) => measurement).sort((a, b) => a.quarter - b.quarter)
}

/** Ratings sorted by size inside each group, so that a stored list names nobody by its order. */
function byValue(ratings: LoadedEmployee['ratings']): Record<BehaviourValue, ValueRatings> {
  const groupsAt = (index: number): ValueRatings => {
    const groups: Record<RaterGroup, number[]> = { ATASAN: [], REKAN: [], BAWAHAN: [], DIRI: [] }
    for (const [group, ...values] of ratings) {
      const rating = values[index]
      if (typeof rating === 'number') groups[group].push(rating)
    }
    for (const list of Object.values(groups)) list.sort((a, b) => a - b)
    return groups
  }
  const entries = behaviourValues.map((value, index): [BehaviourValue, ValueRatings] => [value, groupsAt(index)])
  return Object.fromEntries(entries) as Record<BehaviourValue, ValueRatings>
}
