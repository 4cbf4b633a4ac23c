/** How a unit of the same weight is treated where the minimum is the target: all or nothing, or a deduction per event. */
export type ZeroMode = 'STRICT' | 'LINEAR'

/** RULE follows the majority wording of PermenPANRB 6/2022; SCORE applies the two thresholds to the weighted score. */
export type ResultMode = 'RULE' | 'SCORE'

export type CountedRaterGroup = 'ATASAN' | 'REKAN' | 'BAWAHAN'

export interface AppraisalSettings {
  /** Highest achievement of one indicator, in per cent. Law: PP 30/2019 sets 120. */
  readonly cap: number
  /** Below this achievement (per cent) a result is DI_BAWAH. LOCAL, anchored on the PP 30/2019 band at 90. */
  readonly levelLow: number
  /** From this achievement (per cent) on a result is DI_ATAS. LOCAL, anchored on the PP 30/2019 band at 110. */
  readonly levelHigh: number
  /** Minimised indicator with target 0. LOCAL. */
  readonly zeroMode: ZeroMode
  /** Percentage points lost per event when `zeroMode` is LINEAR. LOCAL. */
  readonly zeroPenalty: number
  /** Reaching a target that is the natural maximum counts as the top class. LOCAL; PermenPANRB 8/2021 did so, here off because it rewards easy 100 % targets. */
  readonly ceilingCountsAsAbove: boolean
  /** The "small part" (share 0–1) of PermenPANRB 6/2022 that may be below before SESUAI needs a justification. The figure is LOCAL. */
  readonly smallPartMax: number
  /** Most weight (per cent) that may be left out before there is no rating. LOCAL. */
  readonly maxExcludedWeightPct: number
  /** Law: PermenPANRB 6/2022 words the rating as a rule (RULE); SCORE is LOCAL. */
  readonly resultMode: ResultMode
  /** Weights of the rater groups for behaviour; renormalised over the groups that count. LOCAL. */
  readonly raterWeights: Readonly<Record<CountedRaterGroup, number>>
  /** Peers or subordinates count from this many raters on, so that nobody can be recognised. LOCAL. */
  readonly anonymityMinRaters: number
  /** Below this many people the distribution pattern is advice only. LOCAL; SE MenPANRB 3/2023 calls the pattern a consideration. */
  readonly distMinN: number
  /** Weights of the objectivity index by component. LOCAL. */
  readonly oiWeights: Readonly<Record<'ms' | 'ev' | 'ra' | 'sev' | 'dc', number>>
}

export const defaultAppraisalSettings: AppraisalSettings = {
  cap: 120,
  levelLow: 90,
  levelHigh: 110,
  zeroMode: 'STRICT',
  zeroPenalty: 25,
  ceilingCountsAsAbove: false,
  smallPartMax: 0.3,
  maxExcludedWeightPct: 40,
  resultMode: 'RULE',
  raterWeights: { ATASAN: 60, REKAN: 20, BAWAHAN: 20 },
  anonymityMinRaters: 3,
  distMinN: 10,
  oiWeights: { ms: 40, ev: 20, ra: 15, sev: 15, dc: 10 },
}
