import { mean, roundHalfUp } from '../../math.ts'
import type { JudgedValue } from './judgement.ts'

export type RaterStanding = keyof JudgedValue['groups']

export interface GroupMean {
  readonly group: RaterStanding
  readonly count: number
  /** Two decimals; null without raters and for a group that is held back. */
  readonly mean: number | null
  readonly isDropped: boolean
}

const standings = ['ATASAN', 'REKAN', 'BAWAHAN', 'DIRI'] as const satisfies readonly RaterStanding[]

/** Means of the rater groups of one value. A group below the anonymity minimum shows its size alone: with one answer its author would be obvious. */
export function groupMeans(groups: JudgedValue['groups'], dropped: readonly string[]): GroupMean[] {
  return standings.map((group) => {
    const scores = groups[group] ?? []
    const isDropped = dropped.includes(group)
    const isShown = scores.length > 0 && !isDropped
    return { group, count: scores.length, mean: isShown ? roundHalfUp(mean(scores), 2) : null, isDropped }
  })
}
