import { exact, roundHalfUp } from '../../math.ts'
import { shrinkProportions } from './shrinkage.ts'

/** People of a group, and how many of them have BAIK or better. */
export type GroupTally = { readonly key: string; readonly people: number; readonly good: number }

export type GroupShare = {
  readonly key: string
  /** True where the group, or a part of it, is too small to be told apart from its members; then there are no numbers. */
  readonly isSuppressed: boolean
  readonly people: number | null
  /** Per cent with BAIK or better, two decimals half-up. */
  readonly sharePct: number | null
  /** The same drawn towards the common level, so that chance does not make a small group stand out (F12); two decimals half-up. */
  readonly shrunkPct: number | null
  /** Percentage points of `shrunkPct` above or below all groups together. */
  readonly differencePct: number | null
}

/**
 * Groups that must stay hidden when a figure has to speak of at least `smallest` people: those below it, and those in which fewer (but somebody) are below
 * BAIK, or above, because the share would tell of them. While the hidden ones together could be worked out from the total, the next smallest is hidden too
 * (complementary suppression). Without a least number nothing is hidden.
 */
export function hiddenTallies(groups: readonly GroupTally[], smallest: number): ReadonlySet<string> {
  const isSmall = (count: number) => count > 0 && count < smallest
  const bySize = groups.filter(({ people }) => people > 0).sort((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1))
  const hidden = bySize.filter(({ people, good }) => isSmall(people) || isSmall(good) || isSmall(people - good))
  const shown = bySize.filter((group) => !hidden.includes(group))
  const total = (of: (group: GroupTally) => number) => hidden.reduce((sum, group) => sum + of(group), 0)
  const isTold = () =>
    hidden.length > 0 &&
    (hidden.length === 1 ||
      isSmall(total(({ people }) => people)) ||
      isSmall(total(({ good }) => good)) ||
      isSmall(total(({ people, good }) => people - good)))
  while (isTold()) {
    const next = shown.shift()
    if (!next) break
    hidden.push(next)
  }
  return new Set(hidden.map(({ key }) => key))
}

/** Each group beside all of them, small ones drawn towards the common level (F12) and those that could name somebody left out. In the order given. */
export function compareGroups(groups: readonly GroupTally[], smallest: number): readonly GroupShare[] {
  const hidden = hiddenTallies(groups, smallest)
  const counted = groups.filter(({ people }) => people > 0)
  if (counted.length === 0) return []
  const { shrunk, mu } = shrinkProportions(
    counted.map(({ good }) => good),
    counted.map(({ people }) => people),
  )
  return counted.map(({ key, people, good }, index): GroupShare => {
    if (hidden.has(key)) return { key, isSuppressed: true, people: null, sharePct: null, shrunkPct: null, differencePct: null }
    const drawn = exact(shrunk[index] ?? 0)
    return {
      key,
      isSuppressed: false,
      people,
      sharePct: roundHalfUp(exact(good).times(100).div(people), 2),
      shrunkPct: roundHalfUp(drawn.times(100), 2),
      differencePct: roundHalfUp(drawn.minus(mu).times(100), 2),
    }
  })
}
