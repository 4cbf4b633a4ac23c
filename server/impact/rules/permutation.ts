/** All ways to split are looked at up to this many; beyond, so many are drawn. */
const bounds = { exhaustive: 20_000, draws: 9_999 } as const

export interface Permutation {
  /** Two-sided: the share of splits whose difference of means is at least as large (4 decimals are meaningful). */
  readonly p: number
  readonly splits: number
  readonly isExhaustive: boolean
}

/**
 * D8: permutation test of the difference of two means, for few units (whole units were trained). Null when a list is empty. Where there are too many
 * splits to look at all, a generator that starts from `seed` draws some: the same input always gives the same answer.
 */
export function permutationTest(treated: readonly number[], control: readonly number[], seed = 1): Permutation | null {
  if (treated.length === 0 || control.length === 0) return null
  const values = [...treated, ...control]
  const total = values.reduce((all, value) => all + value, 0)
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  const [size, rest] = [treated.length, control.length]
  const gap = (chosen: number) => Math.abs(chosen / size - (total - chosen) / rest)
  // Sums in another order differ in the last digits: a tie counts as at least as large.
  const observed = gap(treated.reduce((all, value) => all + value, 0)) - 1e-9 * scale
  const splits = choose(values.length, size)
  if (splits <= bounds.exhaustive) {
    const extreme = countSplits(values, size, (chosen) => gap(chosen) >= observed)
    return { p: extreme / splits, splits, isExhaustive: true }
  }
  const random = generator(seed)
  let extreme = 0
  for (let draw = 0; draw < bounds.draws; draw += 1) if (gap(drawSum(values, size, random)) >= observed) extreme += 1
  return { p: (extreme + 1) / (bounds.draws + 1), splits: bounds.draws, isExhaustive: false }
}

/** Binomial coefficient; beyond the exhaustive bound only its being larger matters. */
function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i += 1) {
    ways = Math.round((ways * (n - k + i)) / i)
    if (ways > bounds.exhaustive) return Number.POSITIVE_INFINITY
  }
  return ways
}

/** How many choices of `size` values have a sum that counts. */
function countSplits(values: readonly number[], size: number, counts: (sum: number) => boolean): number {
  const visit = (from: number, left: number, sum: number): number => {
    if (left === 0) return counts(sum) ? 1 : 0
    let found = 0
    for (let at = from; at <= values.length - left; at += 1) found += visit(at + 1, left - 1, sum + (values[at] ?? 0))
    return found
  }
  return visit(0, size, 0)
}

/** The sum of `size` values drawn without putting back. */
function drawSum(values: readonly number[], size: number, random: () => number): number {
  const left = [...values]
  let sum = 0
  for (let drawn = 0; drawn < size; drawn += 1) {
    const at = Math.floor(random() * left.length)
    sum += left[at] ?? 0
    left[at] = left.at(-1) ?? 0
    left.pop()
  }
  return sum
}

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
