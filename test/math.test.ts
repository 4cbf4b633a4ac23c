import { describe, expect, it } from 'vitest'
import { exact, mean, roundHalfUp, sampleVariance, sum } from '../server/math.ts'

describe('rounding is half-up on exact decimals', () => {
  it.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [-1.005, 2, -1.01],
    [0.125, 2, 0.13],
    ['89.995', 2, 90],
    [-0.001, 2, 0],
  ])('%s to %i places is %s', (value, places, rounded) => {
    expect(roundHalfUp(value, places)).toBe(rounded)
  })

  it('a tie that is reached through thirds stays a tie', () => {
    const third = exact(7).div(3)
    const half = third.plus(third).plus(third).minus('6.5')
    expect(half.lt('0.5')).toBe(true)
    expect(roundHalfUp(half, 0)).toBe(1)
  })
})

describe('sums and means', () => {
  it('are exact where binary numbers are not', () => {
    expect(sum([0.1, 0.2]).eq('0.3')).toBe(true)
    expect(mean([0.1, 0.2, '0.3']).eq('0.2')).toBe(true)
  })

  it('do not invent a value for an empty list', () => {
    expect(() => mean([])).toThrow(RangeError)
    expect(sampleVariance([5])).toBeNull()
    expect(sampleVariance([1, 2, 3])?.toNumber()).toBe(1)
  })
})
