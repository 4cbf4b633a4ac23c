import { exact, mean, roundHalfUp, type Step } from '../../math.ts'

/** Memenuhi syarat, masih memenuhi syarat, kurang memenuhi syarat. */
export type CompetencyClass = 'MS' | 'MMS' | 'KMS'

export interface CompetencyGap {
  /** Job–person match in per cent, 2 decimals half-up. */
  readonly jpm: number
  readonly class: CompetencyClass
  /** Levels missing in each competency, never negative. */
  readonly gaps: readonly number[]
  readonly steps: readonly Step[]
}

/** F18: required against actual competency levels. The formula is LOCAL; the classes from 80 and 68 follow assessment practice. Throws a RangeError on unequal or empty lists. */
export function competencyGap(required: readonly number[], actual: readonly number[]): CompetencyGap {
  if (required.length === 0 || required.length !== actual.length)
    throw new RangeError('Each required level needs one actual level.')
  const pairs = required.map((level, index) => ({ level, reached: Math.min(actual[index] ?? 0, level) }))
  const jpm = roundHalfUp(mean(pairs.map(({ level, reached }) => exact(reached).div(level))).times(100), 2)
  return {
    jpm,
    class: jpm >= 80 ? 'MS' : jpm >= 68 ? 'MMS' : 'KMS',
    gaps: pairs.map(({ level, reached }) => exact(level).minus(reached).toNumber()),
    steps: [{ formula: 'mean(min(actual, required) / required) × 100', inputs: { required, actual }, value: jpm }],
  }
}
