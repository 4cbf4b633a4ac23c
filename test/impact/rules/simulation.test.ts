import { describe, expect, it } from 'vitest'
import { claimOf } from '../../../server/impact/rules/claim.ts'
import { didImpact } from '../../../server/impact/rules/did.ts'
import { compareOutcomes, type Reading } from '../../../server/impact/rules/outcome.ts'

const runs = 1_000

/** Normal deviates that follow from a seed (mulberry32, Box–Muller). */
function normals(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

const places = (value: number) => Math.round(value * 1e6) / 1e6
const times = <T>(n: number, make: (index: number) => T) => Array.from({ length: n }, (_v, index) => make(index))

describe('a thousand made-up trainings', () => {
  it('the 95 % interval covers the true effect in 93 to 97 % of them, also where the arms differ in size and spread', () => {
    const normal = normals(20_261_124)
    const trueEffect = 4
    let covered = 0
    for (let run = 0; run < runs; run += 1) {
      const [treatPre, controlPre] = [times(12, () => 50 + 8 * normal()), times(18, () => 52 + 8 * normal())]
      const { ciLow, ciHigh } = didImpact({
        treatPre: treatPre.map(places),
        treatPost: treatPre.map((pre) => places(pre + 1 + trueEffect + 6 * normal())),
        controlPre: controlPre.map(places),
        controlPost: controlPre.map((pre) => places(pre + 1 + 3 * normal())),
      })
      if ((ciLow ?? Number.NaN) <= trueEffect && trueEffect <= (ciHigh ?? Number.NaN)) covered += 1
    }
    expect(covered / runs).toBeGreaterThanOrEqual(0.93)
    expect(covered / runs).toBeLessThanOrEqual(0.97)
  })

  it('a difference is claimed in at most 5 % of them when there is none', () => {
    const normal = normals(45)
    let claimed = 0
    for (let run = 0; run < runs; run += 1) {
      const unit = (arm: Reading['arm'], name: string): Reading[] => {
        const level = 60 + 10 * normal()
        return times(4, (at) => ({
          subjectId: name,
          arm,
          phase: at < 3 ? 'PRA' : 'PASCA',
          at,
          numerator: null,
          denominator: null,
          value: places(level + at + 5 * normal()),
        }))
      }
      const readings = times(10, (index) => [...unit('DILATIH', `t${index}`), ...unit('PEMBANDING', `c${index}`)]).flat()
      const found = compareOutcomes(readings, 10)
      const claim = claimOf({
        ...found,
        allocation: 'ACAK',
        minPerArm: 10,
        hasConcurrentChange: false,
        isExploratory: false,
        adjustedP: null,
      })
      if (claim.verdict === 'DIFFERENCE_SHOWN') claimed += 1
    }
    expect(claimed / runs).toBeLessThanOrEqual(0.05)
    // A test that never claims anything would be no use either.
    expect(claimed / runs).toBeGreaterThan(0.02)
  })
})
