import { Prisma } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { openStates } from '../policy.ts'
import type { LoadedItem } from '../queries/load-inputs.ts'
import type { PeriodScope } from '../queries/period-scope.ts'
import { type LoadedSlice, loadSlices } from '../queries/slices.ts'
import { type ItemDefinition, measureItem } from '../rules/item.ts'
import { judgeResults } from '../rules/judgement.ts'
import { monthsIn, quartersOf } from '../rules/parts.ts'
import { planOf } from './appraisal-rows.ts'

/**
 * Brings the parts of the period's open appraisals in step with the plans: one for each plan of a year that several divide, with the suggestion of
 * hasil kerja from its own quarters. A part that its penilai has rated stays as it is.
 */
export async function writeParts(
  tx: Transaction,
  scope: PeriodScope,
  definitions: ReadonlyMap<string, ItemDefinition>,
): Promise<void> {
  const slices = (await loadSlices(tx, scope)).map((slice) => ({ ...slice, ...suggestionOf(slice, scope, definitions) }))
  const kept = unnest(slices, {
    appraisal_id: ['uuid', ({ appraisalId }) => appraisalId],
    skp_id: ['uuid', ({ skpId }) => skpId],
  })
  await tx.$executeRaw(Prisma.sql`
    DELETE FROM appraisal_part t USING appraisal a
    WHERE a.id = t.appraisal_id AND a.period_id = ${scope.id}::uuid AND a.is_current AND a.state = ANY (${[...openStates]}::appraisal_state[])
      AND t.rated_at IS NULL AND NOT EXISTS (SELECT FROM ${kept} WHERE "row".appraisal_id = t.appraisal_id AND "row".skp_id = t.skp_id)`)
  if (slices.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO appraisal_part AS t (id, appraisal_id, skp_id, penilai_id, starts_on, ends_on, months, suggested_result, weighted_score)
    SELECT * FROM ${unnest(slices, {
      id: ['uuid', () => newId()],
      appraisal_id: ['uuid', ({ appraisalId }) => appraisalId],
      skp_id: ['uuid', ({ skpId }) => skpId],
      penilai_id: ['uuid', ({ penilaiId }) => penilaiId],
      starts_on: ['date', ({ startsOn }) => startsOn],
      ends_on: ['date', ({ endsOn }) => endsOn],
      months: ['numeric', (slice) => monthsIn(slice)],
      suggested_result: ['level', ({ result }) => result],
      weighted_score: ['numeric', ({ score }) => score],
    })}
    ON CONFLICT (appraisal_id, skp_id) DO UPDATE SET penilai_id = excluded.penilai_id, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
      months = excluded.months, suggested_result = excluded.suggested_result, weighted_score = excluded.weighted_score
    WHERE t.rated_at IS NULL`)
}

/** F1 and F2 over the quarters whose last day lies in the slice; without any there is no suggestion. */
function suggestionOf(slice: LoadedSlice, scope: PeriodScope, definitions: ReadonlyMap<string, ItemDefinition>) {
  const year = Number(scope.endsOn.slice(0, 4))
  const ends = scope.quarters.map((quarter) => ({
    quarter,
    endsOn: new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10),
  }))
  const quarters = quartersOf(slice, ends).map(({ quarter }) => quarter)
  if (quarters.length === 0) return { result: null, score: null }
  const own = { ...scope, quarters, notYetDue: scope.notYetDue.filter((quarter) => quarters.includes(quarter)) }
  const plan = planOf(
    slice.items.map((item) => within(item, scope.quarters, quarters)),
    own,
    definitions,
  )
  const { rating } = judgeResults(
    plan.map(({ kind, weight, items }) => ({
      kind,
      weight,
      items: items.map(({ weight: share, inputs }) => {
        const { pct, missing } = measureItem(inputs, scope.settings)
        return { weight: share, pct, missing }
      }),
    })),
    scope.settings,
  )
  return { result: rating.rating, score: rating.weightedScore }
}

/** The item with the measurements of these quarters alone, their places counted anew. */
function within(item: LoadedItem, all: readonly number[], quarters: readonly number[]): LoadedItem {
  const measured = item[14].flatMap(([id, place, ...rest]): (typeof item)[14] => {
    const own = quarters.indexOf(all[place - 1] ?? 0) + 1
    return own === 0 ? [] : [[id, own, ...rest]]
  })
  const [rhkId, rhkNumber, title, kind, rhkWeight, ikiId, number, versionId, seriesId, weight, target, min, max, tolerance] = item
  return [
    rhkId,
    rhkNumber,
    title,
    kind,
    rhkWeight,
    ikiId,
    number,
    versionId,
    seriesId,
    weight,
    target,
    min,
    max,
    tolerance,
    measured,
    null,
    null,
  ]
}
