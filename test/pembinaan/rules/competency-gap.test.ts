import { describe, expect, it } from 'vitest'
import { computeRule } from '../../../server/rules.ts'

describe('F18', () => {
  it('answers the worked example: what is above the requirement does not make up for a gap', () => {
    const [required, actual] = [Array(9).fill(3), [3, 2, 3, 2, 3, 4, 2, 3, 1]]
    expect(computeRule('F18', { required, actual })).toEqual({ jpm: 81.48, class: 'MS', gaps: [0, 1, 0, 1, 0, 0, 1, 0, 2] })
  })

  it.each([
    [80, 'MS'],
    [79.99, 'MMS'],
    [68, 'MMS'],
    [67.99, 'KMS'],
  ])('a match of %s is %s', (actual, name) => {
    expect(computeRule('F18', { required: [100], actual: [actual] })).toMatchObject({ jpm: actual, class: name })
  })

  it('refuses levels without a partner', () => {
    expect(() => computeRule('F18', { required: [3, 3], actual: [3] })).toThrow('input of F18')
    expect(() => computeRule('F18', { required: [], actual: [] })).toThrow('input of F18')
  })
})
