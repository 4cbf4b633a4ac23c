import { exact, roundHalfUp } from '../../math.ts'
import type { Level } from './indicator-achievement.ts'
import { monthWeightedPredikat, type Predikat, predikatOf } from './predikat.ts'

/** A stretch of days, both ends included, as ISO dates. */
export interface Stretch {
  readonly startsOn: string
  readonly endsOn: string
}

const dayMs = 86_400_000

/** Length in months: for each calendar month the share of its days; four decimals, half-up. F23 weighs with it. */
export function monthsIn({ startsOn, endsOn }: Stretch): number {
  let months = exact(0)
  const end = Date.parse(endsOn)
  for (let day = Date.parse(startsOn); day <= end; ) {
    const date = new Date(day)
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
    const length = (next - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)) / dayMs
    const covered = (Math.min(next, end + dayMs) - day) / dayMs
    months = months.plus(exact(covered).div(length))
    day = next
  }
  return roundHalfUp(months, 4)
}

/** The quarters that a slice is judged on: those whose last day lies in it (LOCAL), so that each quarter counts once. */
export function quartersOf<Quarter extends { readonly endsOn: string }>(slice: Stretch, quarters: readonly Quarter[]): Quarter[] {
  return quarters.filter(({ endsOn }) => endsOn >= slice.startsOn && endsOn <= slice.endsOn)
}

/** How the predikat of a divided year arises: weighted by months, or as the last penilai decides. */
export type AnnualPredikat = 'MONTH_WEIGHTED' | 'LAST_APPRAISER_DECIDES'

/** A slice of the year as its own penilai rated it. */
export interface RatedPart extends Stretch {
  readonly months: number
  readonly result: Level
  readonly behaviour: Level
}

const scores = { DI_BAWAH: 1, SESUAI: 2, DI_ATAS: 3 } as const satisfies Record<Level, number>
const levels = ['DI_BAWAH', 'SESUAI', 'DI_ATAS'] as const

/**
 * The year from its slices (F23, LOCAL). By months: the predikat is the mean of the parts' predikat, and each axis, which the exchange with SIASN asks
 * for, the mean of the parts' levels (1–3), half-up; the predikat is not read from the table again. Or the last part decides all three.
 * @throws RangeError without parts
 */
export function yearOf(
  parts: readonly RatedPart[],
  mode: AnnualPredikat,
  isMisconduct: boolean,
): { readonly result: Level; readonly behaviour: Level; readonly predikat: Predikat } {
  const last = [...parts].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1)).at(-1)
  if (!last) throw new RangeError('A divided year has parts.')
  if (mode === 'LAST_APPRAISER_DECIDES') {
    return { result: last.result, behaviour: last.behaviour, predikat: predikatOf(last.result, last.behaviour) }
  }
  const months = parts.reduce((sum, part) => sum.plus(part.months), exact(0))
  const mean = (axis: 'result' | 'behaviour'): Level => {
    const weighted = parts.reduce((sum, part) => sum.plus(exact(part.months).times(scores[part[axis]])), exact(0))
    return levels[roundHalfUp(weighted.div(months), 0) - 1] ?? 'SESUAI'
  }
  const { predikat } = monthWeightedPredikat(
    parts.map(({ months: length, result, behaviour }) => ({
      predikat: predikatOf(result, behaviour),
      months: length,
      misconduct: isMisconduct,
    })),
  )
  return { result: mean('result'), behaviour: mean('behaviour'), predikat }
}
