import { exact, roundHalfUp } from '../../math.ts'

/** What a group of candidates has in common. */
export type ScreenAspect = 'SEX' | 'EMPLOYMENT_TYPE' | 'GOLONGAN' | 'UNIT'

export type Candidate = { readonly isSelected: boolean } & Readonly<Record<ScreenAspect, string | null>>

export type ScreenGroup = {
  readonly aspect: ScreenAspect
  readonly group: string
  readonly candidates: number
  readonly selected: number
  /** Per cent of its candidates, 2 decimals half-up. */
  readonly ratePct: number
  /** Chosen less than four fifths as often as the group that was chosen most, among groups of at least `leastGroup`. */
  readonly isFlagged: boolean
}

/** Smaller groups say nothing. LOCAL. */
export const leastGroup = 10

/** The four-fifths screen (domain D4, LOCAL): it asks a question about a selection, it decides nothing. Groups in the order of aspect and name. */
export function fourFifths(candidates: readonly Candidate[]): ScreenGroup[] {
  return (['SEX', 'EMPLOYMENT_TYPE', 'GOLONGAN', 'UNIT'] as const).flatMap((aspect) => {
    const groups = [...Map.groupBy(candidates, (one) => one[aspect])].flatMap(([group, members]) =>
      group === null
        ? []
        : [{ aspect, group, candidates: members.length, selected: members.filter(({ isSelected }) => isSelected).length }],
    )
    const rates = groups.filter((group) => group.candidates >= leastGroup).map((group) => rateOf(group))
    const highest = rates.reduce((most, rate) => (rate.gt(most) ? rate : most), exact(0))
    return groups
      .map((group) => ({
        ...group,
        ratePct: roundHalfUp(rateOf(group).times(100), 2),
        isFlagged: group.candidates >= leastGroup && rates.length > 1 && rateOf(group).lt(highest.times('0.8')),
      }))
      .sort((a, b) => (a.group < b.group ? -1 : 1))
  })
}

function rateOf({ candidates, selected }: { readonly candidates: number; readonly selected: number }) {
  return exact(selected).div(candidates)
}
