import { type Polarity, type TargetBounds, type TargetInput, targetBounds } from '../../indicators/rules/target.ts'
import { type Exact, exact, type Numeric, roundHalfUp, type Step } from '../../math.ts'
import { type AppraisalSettings, defaultAppraisalSettings } from './settings.ts'

export { type Polarity, type TargetInput, targetBounds } from '../../indicators/rules/target.ts'

export type Level = 'DI_BAWAH' | 'SESUAI' | 'DI_ATAS'
export type AchievementStatus = 'OK' | 'MISSING' | 'INVALID_TARGET' | 'INVALID_REALISATION'

export interface AchievementInput extends TargetInput {
  /** In the unit of the target; null when nothing was measured. */
  readonly realisation: Numeric | null
  /** The largest possible value of the indicator; only looked at under `ceilingCountsAsAbove`. */
  readonly naturalMaximum?: Numeric | null
}

export interface Achievement {
  readonly status: AchievementStatus
  /** Per cent of the target within [0, cap], 2 decimals half-up; null unless the status is OK. A missing value is never 0. */
  readonly pct: number | null
}

/**
 * F1: achievement of one indicator in per cent. Formulas of PermenPANRB 8/2021, cap 120 of PP 30/2019; STABILIZE and RANGE are LOCAL and end at 100.
 * Never throws on domain faults: they are told by `status`, in the order MISSING, INVALID_REALISATION, INVALID_TARGET.
 */
export function indicatorAchievement(
  input: AchievementInput,
  settings: AppraisalSettings = defaultAppraisalSettings,
): Achievement {
  if (input.realisation === null) return { status: 'MISSING', pct: null }
  const realisation = exact(input.realisation)
  if (realisation.isNegative() && !realisation.isZero()) return { status: 'INVALID_REALISATION', pct: null }
  const bounds = targetBounds(input)
  if (bounds === null) return { status: 'INVALID_TARGET', pct: null }
  if (settings.ceilingCountsAsAbove && isCeilingReached(input, bounds, realisation)) return { status: 'OK', pct: settings.cap }
  const { raw } = rawAchievement(input.polarity, bounds, realisation, settings)
  const cap = isBand(input.polarity) ? Math.min(settings.cap, 100) : settings.cap
  return { status: 'OK', pct: clampAndRound(raw, cap) }
}

/** LOCAL mapping of an achievement (per cent) to the three levels of PermenPANRB 6/2022: below 90, 90 to below 110, from 110 on. */
export function levelOf(pct: Numeric, settings: AppraisalSettings = defaultAppraisalSettings): Level {
  const value = exact(pct)
  if (value.lt(settings.levelLow)) return 'DI_BAWAH'
  return value.lt(settings.levelHigh) ? 'SESUAI' : 'DI_ATAS'
}

/** The calculation of F1 for an explanation: which branch applied, with its numbers. Empty unless the status is OK. */
export function explainIndicatorAchievement(
  input: AchievementInput,
  settings: AppraisalSettings = defaultAppraisalSettings,
): Step[] {
  const { status, pct } = indicatorAchievement(input, settings)
  const bounds = targetBounds(input)
  if (status !== 'OK' || bounds === null || input.realisation === null || pct === null) return []
  const realisation = exact(input.realisation)
  const inputs = { R: realisation.toNumber(), L: bounds.low.toNumber(), U: bounds.high.toNumber() }
  if (settings.ceilingCountsAsAbove && isCeilingReached(input, bounds, realisation)) {
    return [{ formula: 'R = U = maximum → cap', inputs, value: pct }]
  }
  const { formula, raw } = rawAchievement(input.polarity, bounds, realisation, settings)
  const cap = isBand(input.polarity) ? Math.min(settings.cap, 100) : settings.cap
  return [
    { formula, inputs, value: roundHalfUp(raw, 4) },
    { formula: 'min(max(a, 0), cap)', inputs: { a: roundHalfUp(raw, 4), cap }, value: pct },
  ]
}

function rawAchievement(polarity: Polarity, { low, high }: TargetBounds, realisation: Exact, settings: AppraisalSettings) {
  if (polarity === 'MINIMIZE' && high.isZero()) return zeroTargetAchievement(realisation, settings)
  if (realisation.gte(low) && realisation.lte(high)) return { formula: 'L ≤ R ≤ U → 100', raw: exact(100) }
  const isOver = realisation.gt(high)
  const ratio = realisation.times(100).div(isOver ? high : low)
  const bound = isOver ? 'U' : 'L'
  // Over the band of STABILIZE and RANGE counts like MINIMIZE, under it like MAXIMIZE.
  const isInverted = polarity === 'MINIMIZE' || (isBand(polarity) && isOver)
  return isInverted
    ? { formula: `(2 − R/${bound}) × 100`, raw: exact(200).minus(ratio) }
    : { formula: `R/${bound} × 100`, raw: ratio }
}

/** A target of no event at all has no ratio. LOCAL: all or nothing, or a deduction per event. */
function zeroTargetAchievement(realisation: Exact, settings: AppraisalSettings) {
  if (settings.zeroMode === 'STRICT')
    return { formula: 'U = 0: R = 0 → 100, R > 0 → 0', raw: exact(realisation.isZero() ? 100 : 0) }
  return { formula: `U = 0: 100 − ${settings.zeroPenalty} × R`, raw: exact(100).minus(realisation.times(settings.zeroPenalty)) }
}

function isBand(polarity: Polarity): boolean {
  return polarity === 'STABILIZE' || polarity === 'RANGE'
}

function isCeilingReached({ polarity, naturalMaximum }: AchievementInput, { high }: TargetBounds, realisation: Exact): boolean {
  if (polarity !== 'MAXIMIZE' || naturalMaximum === null || naturalMaximum === undefined) return false
  return high.eq(naturalMaximum) && realisation.gte(naturalMaximum)
}

function clampAndRound(raw: Exact, cap: number): number {
  if (raw.lte(0)) return 0
  return raw.gte(cap) ? cap : roundHalfUp(raw, 2)
}
