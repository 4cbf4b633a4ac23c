import { exact, roundHalfUp, type Step } from '../../math.ts'
import { type AppraisalSettings, defaultAppraisalSettings } from './settings.ts'

export type OrgPredikat = 'ISTIMEWA' | 'BAIK' | 'BUTUH_PERBAIKAN' | 'KURANG' | 'SANGAT_KURANG'
export type PredikatShort = 'SB' | 'B' | 'BP' | 'K' | 'SK'
export type PredikatCounts = Readonly<Record<PredikatShort, number>>

/** A limit on a share (per cent, the actual one with 2 decimals), or on a number of people. */
export type DistributionViolation =
  | { readonly code: string; readonly limitPct: number; readonly actualPct: number }
  | { readonly code: string; readonly limit: number; readonly actual: number }

export interface DistributionInput {
  readonly orgPredikat: OrgPredikat
  /** Employees by predikat, without the leader of the unit. */
  readonly counts: PredikatCounts
}

export interface DistributionCheck {
  readonly n: number
  /** False while there are too few people: the result is advice, to be pooled at the parent unit. */
  readonly enforced: boolean
  readonly violations: readonly DistributionViolation[]
  /** Advice: the most frequent predikat is not the one that the pattern expects. */
  readonly modeMismatch: boolean
  readonly steps: readonly Step[]
}

interface Limit {
  readonly code: string
  readonly of: readonly PredikatShort[]
  readonly kind: 'MAX_PCT' | 'MIN_PCT' | 'MAX_COUNT' | 'MIN_COUNT'
  readonly limit: number
}

/** SE MenPANRB 3/2023, row by row and in its order. */
const limitsByOrgPredikat: Readonly<Record<OrgPredikat, readonly Limit[]>> = {
  ISTIMEWA: [{ code: 'SB_MAX_70', of: ['SB'], kind: 'MAX_PCT', limit: 70 }],
  BAIK: [
    { code: 'B_MAX_70', of: ['B'], kind: 'MAX_PCT', limit: 70 },
    { code: 'BP_OR_K_MIN_1', of: ['BP', 'K'], kind: 'MIN_COUNT', limit: 1 },
  ],
  BUTUH_PERBAIKAN: [
    { code: 'BP_MIN_60', of: ['BP'], kind: 'MIN_PCT', limit: 60 },
    { code: 'SB_MAX_10', of: ['SB'], kind: 'MAX_PCT', limit: 10 },
  ],
  KURANG: [
    { code: 'K_MIN_60', of: ['K'], kind: 'MIN_PCT', limit: 60 },
    { code: 'BP_MIN_10', of: ['BP'], kind: 'MIN_PCT', limit: 10 },
    { code: 'SB_MAX_10', of: ['SB'], kind: 'MAX_PCT', limit: 10 },
  ],
  SANGAT_KURANG: [
    { code: 'SK_MIN_60', of: ['SK'], kind: 'MIN_PCT', limit: 60 },
    { code: 'BP_K_MIN_10', of: ['K', 'BP'], kind: 'MIN_PCT', limit: 10 },
    { code: 'SB_ZERO', of: ['SB'], kind: 'MAX_COUNT', limit: 0 },
  ],
}

const expectedMode = {
  ISTIMEWA: 'SB',
  BAIK: 'B',
  BUTUH_PERBAIKAN: 'BP',
  KURANG: 'K',
  SANGAT_KURANG: 'SK',
} as const satisfies Record<OrgPredikat, PredikatShort>

/**
 * F6: does the distribution of employee predikat fit the predikat of the organisation (SE MenPANRB 3/2023)? Shares are compared exactly:
 * 70 % is allowed where the maximum is 70 %. Never changes anybody's predikat. An organisation without ratees violates nothing.
 */
export function distributionCheck(
  input: DistributionInput,
  settings: Pick<AppraisalSettings, 'distMinN'> = defaultAppraisalSettings,
): DistributionCheck {
  const { counts, orgPredikat } = input
  const n = counts.SB + counts.B + counts.BP + counts.K + counts.SK
  const limits = n === 0 ? [] : limitsByOrgPredikat[orgPredikat]
  const checks = limits.map((limit) => ({ limit, actual: limit.of.reduce((total, predikat) => total + counts[predikat], 0) }))
  const largest = Math.max(...Object.values(counts))
  return {
    n,
    enforced: n >= settings.distMinN,
    violations: checks
      .filter(({ limit, actual }) => isBroken(limit, actual, n))
      .map(({ limit, actual }) => violation(limit, actual, n)),
    modeMismatch: n > 0 && counts[expectedMode[orgPredikat]] < largest,
    steps: checks.map(({ limit, actual }) => ({
      formula: limit.code,
      inputs: { count: actual, n, limit: limit.limit },
      value: !isBroken(limit, actual, n),
    })),
  }
}

function isBroken({ kind, limit }: Limit, actual: number, n: number): boolean {
  // Whole numbers on both sides: no share is ever rounded.
  if (kind === 'MAX_PCT') return actual * 100 > limit * n
  if (kind === 'MIN_PCT') return actual * 100 < limit * n
  return kind === 'MAX_COUNT' ? actual > limit : actual < limit
}

function violation({ code, kind, limit }: Limit, actual: number, n: number): DistributionViolation {
  if (kind === 'MAX_COUNT' || kind === 'MIN_COUNT') return { code, limit, actual }
  return { code, limitPct: limit, actualPct: roundHalfUp(exact(actual).times(100).div(n), 2) }
}
