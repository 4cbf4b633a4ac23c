import { v7 } from 'uuid'

/** Pseudo-random choices that are the same for the same seed on every machine; never used for anything that must be secret. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** Normal distribution around 0 with standard deviation 1 (sum of twelve uniform numbers, so never beyond ±6). */
  normal(): number
  /** The next id, a UUID version 7 of the instant `at`; ids of one generator sort in the order in which they were made. */
  id(): string
}

/** Mulberry32: 32 bits of state are plenty for an invented city. `at` is the instant that the ids carry. */
export function createRandom(seed: number, at: Date): Random {
  let state = seed >>> 0
  let made = 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[int(0, items.length - 1)]
      if (item === undefined) throw new RangeError('Nothing to pick from.')
      return item
    },
    normal: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
    id() {
      made += 1
      return v7({ msecs: at.getTime(), seq: made, random: Uint8Array.from({ length: 16 }, () => int(0, 255)) })
    },
  }
}
