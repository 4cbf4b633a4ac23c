import { type Exact, exact, mean, type Numeric, roundHalfUp, sum } from '../../math.ts'
import { type Cell, type DidImpact, type DidProportion, didImpact, didProportion } from './did.ts'
import { type Permutation, permutationTest } from './permutation.ts'
import { type PreTrend, preTrend, slopeOf } from './pre-trend.ts'

export type Arm = 'DILATIH' | 'PEMBANDING'
export type Phase = 'PRA' | 'PASCA'

/** One reading of a unit or person in one month (or another period that `at` counts). */
export interface Reading {
  readonly subjectId: string
  readonly arm: Arm
  readonly phase: Phase
  readonly at: number
  /** Successes of cases, for a rate; else a value alone. */
  readonly numerator: Numeric | null
  readonly denominator: Numeric | null
  readonly value: Numeric | null
}

/** A unit of analysis, before and after, unrounded. */
export interface Change {
  readonly subjectId: string
  readonly arm: Arm
  readonly pre: Exact
  readonly post: Exact
  /** Per period, before the training; null with fewer than three periods. */
  readonly slope: Exact | null
}

export interface Comparison {
  readonly changes: readonly Change[]
  /** Subjects with readings in one phase only, or with no case at all: left out. */
  readonly dropped: readonly string[]
  readonly nT: number
  readonly nC: number
  /** Mean change of the trained, with 4 decimals: what may be shown when nothing else may. */
  readonly rawChange: number | null
  /** F11; null without a comparison. */
  readonly did: DidImpact | null
  /** F11b over the pooled cases; null where the readings are no whole counts. */
  readonly proportion: (DidProportion & { readonly cells: Readonly<Record<'t0' | 't1' | 'c0' | 'c1', Cell>> }) | null
  readonly preTrend: PreTrend | null
  /** For fewer than `minPerArm` units in an arm; null otherwise. */
  readonly permutation: Permutation | null
}

/** F11, F11b and the trend before, at the level at which people were assigned (D8): one change per unit, whatever the number of its cases. */
export function compareOutcomes(readings: readonly Reading[], minPerArm: number): Comparison {
  const bySubject = Map.groupBy(readings, ({ subjectId }) => subjectId)
  const changes: Change[] = []
  const dropped: string[] = []
  for (const [subjectId, own] of bySubject) {
    const change = changeOf(subjectId, own)
    if (change) changes.push(change)
    else dropped.push(subjectId)
  }
  const [treated, control] = [changes.filter(({ arm }) => arm === 'DILATIH'), changes.filter(({ arm }) => arm === 'PEMBANDING')]
  const [nT, nC] = [treated.length, control.length]
  const slopes = (arm: readonly Change[]) => arm.flatMap(({ slope }) => slope ?? [])
  const growth = (arm: readonly Change[]) => arm.map(({ pre, post }) => post.minus(pre))
  const isSmall = Math.min(nT, nC) < minPerArm
  return {
    changes,
    dropped,
    nT,
    nC,
    rawChange: nT === 0 ? null : roundHalfUp(mean(growth(treated)), 4),
    did:
      nT === 0 || nC === 0
        ? null
        : didImpact({
            treatPre: treated.map(({ pre }) => pre),
            treatPost: treated.map(({ post }) => post),
            controlPre: control.map(({ pre }) => pre),
            controlPost: control.map(({ post }) => post),
          }),
    proportion: pooled(readings, new Set(dropped)),
    preTrend: preTrend(slopes(treated), slopes(control)),
    permutation: isSmall ? permutationTest(growth(treated).map(Number), growth(control).map(Number)) : null,
  }
}

function changeOf(subjectId: string, readings: readonly Reading[]): Change | null {
  const [pre, post] = [levelOf(readings, 'PRA'), levelOf(readings, 'PASCA')]
  const [first] = readings
  if (pre === null || post === null || !first) return null
  const before = readings.flatMap((reading) => {
    const value = reading.phase === 'PRA' ? levelOf([reading], 'PRA') : null
    return value === null ? [] : [{ at: reading.at, value }]
  })
  return { subjectId, arm: first.arm, pre, post, slope: slopeOf(before) }
}

/** A rate over a phase is the sum of its successes by the sum of its cases; other values are averaged. */
function levelOf(readings: readonly Reading[], phase: Phase): Exact | null {
  const own = readings.filter((reading) => reading.phase === phase)
  const counts = own.flatMap(({ numerator, denominator }) =>
    numerator === null || denominator === null ? [] : [{ numerator, denominator }],
  )
  if (counts.length > 0) {
    const cases = sum(counts.map(({ denominator }) => denominator))
    return cases.isZero() ? null : sum(counts.map(({ numerator }) => numerator)).div(cases)
  }
  const values = own.flatMap(({ value }) => (value === null ? [] : [exact(value)]))
  return values.length === 0 ? null : mean(values)
}

function pooled(readings: readonly Reading[], without: ReadonlySet<string>): Comparison['proportion'] {
  const cell = (arm: Arm, phase: Phase): Cell | null => {
    const own = readings.filter((one) => one.arm === arm && one.phase === phase && !without.has(one.subjectId))
    if (own.some(({ numerator, denominator }) => numerator === null || denominator === null)) return null
    const [successes, cases] = [sum(own.map((one) => one.numerator ?? 0)), sum(own.map((one) => one.denominator ?? 0))]
    return successes.isInteger() && cases.isInteger() && cases.gt(0) && successes.lte(cases)
      ? [successes.toNumber(), cases.toNumber()]
      : null
  }
  const [t0, t1, c0, c1] = [
    cell('DILATIH', 'PRA'),
    cell('DILATIH', 'PASCA'),
    cell('PEMBANDING', 'PRA'),
    cell('PEMBANDING', 'PASCA'),
  ]
  if (!(t0 && t1 && c0 && c1)) return null
  return { ...didProportion({ t0, t1, c0, c1 }), cells: { t0, t1, c0, c1 } }
}
