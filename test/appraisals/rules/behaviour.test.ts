import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  behaviourRating,
  behaviourValueScore,
  explainBehaviourRating,
  explainBehaviourValueScore,
} from '../../../server/appraisals/rules/behaviour.ts'
import type { Level } from '../../../server/appraisals/rules/indicator-achievement.ts'
import { computeRule } from '../../../server/rules.ts'

const levels = (above: number, same: number, below: number): Level[] => [
  ...Array<Level>(above).fill('DI_ATAS'),
  ...Array<Level>(same).fill('SESUAI'),
  ...Array<Level>(below).fill('DI_BAWAH'),
]

describe('F3a answers the worked examples', () => {
  it('weighs the means of the groups', () => {
    const groups = { ATASAN: [3], REKAN: [3, 2, 2], BAWAHAN: [3, 3, 2, 2] }
    expect(computeRule('F3a', { groups })).toEqual({ score: 2.7667, level: 'DI_ATAS', dropped: [] })
  })

  it('drops a group that is too small for anonymity, and never counts the person', () => {
    const groups = { ATASAN: [2], REKAN: [3, 3], BAWAHAN: [], DIRI: [3] }
    expect(computeRule('F3a', { groups })).toEqual({ score: 2, level: 'SESUAI', dropped: ['REKAN'] })
  })
})

describe('F3a groups', () => {
  it('one superior is enough, two peers are not, and nobody is no dropped group', () => {
    expect(behaviourValueScore({ ATASAN: [3], REKAN: [1, 1], BAWAHAN: [1] })).toEqual({
      score: 3,
      level: 'DI_ATAS',
      dropped: ['REKAN', 'BAWAHAN'],
    })
  })

  it('without a usable group there is no score', () => {
    expect(behaviourValueScore({ REKAN: [2], DIRI: [3] })).toEqual({ score: null, level: null, dropped: ['REKAN'] })
  })

  it('thresholds are exact', () => {
    expect(behaviourValueScore({ ATASAN: [2, 3] })).toEqual({ score: 2.5, level: 'DI_ATAS', dropped: [] })
    expect(behaviourValueScore({ ATASAN: [1, 2] })).toEqual({ score: 1.5, level: 'SESUAI', dropped: [] })
  })

  it('thirds that add up to a whole stay whole', () => {
    // 0.2 × 7/3 + 0.2 × 8/3 + 0.6 × 3 = 2.8
    expect(behaviourValueScore({ ATASAN: [3], REKAN: [3, 2, 2], BAWAHAN: [3, 3, 2] }).score).toBe(2.8)
  })

  it('the order inside a group does not matter, and the score stays within the ratings', () => {
    const group = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 7 })
    fc.assert(
      fc.property(group, group, group, (ATASAN, REKAN, BAWAHAN) => {
        const result = behaviourValueScore({ ATASAN, REKAN, BAWAHAN })
        const turned = { ATASAN: ATASAN.toReversed(), REKAN: REKAN.toReversed(), BAWAHAN: BAWAHAN.toReversed() }
        expect(behaviourValueScore(turned)).toEqual(result)
        if (result.score === null) return
        expect(result.score).toBeGreaterThanOrEqual(Math.min(...ATASAN, ...REKAN, ...BAWAHAN))
        expect(result.score).toBeLessThanOrEqual(Math.max(...ATASAN, ...REKAN, ...BAWAHAN))
      }),
    )
  })
})

describe('F3b answers the worked examples', () => {
  it.each([
    [4, 3, 0, 'DI_ATAS', false],
    [5, 1, 1, 'SESUAI', false],
    [3, 4, 0, 'SESUAI', false],
    [0, 4, 3, 'SESUAI', true],
    [0, 5, 2, 'SESUAI', false],
    [0, 3, 4, 'DI_BAWAH', false],
  ])('%i above, %i same, %i below → %s, ambiguous %s', (above, same, below, rating, ambiguous) => {
    expect(computeRule('F3b', { levels: levels(above, same, below) })).toEqual({ rating, ambiguous, above, below })
  })

  it('misconduct overrides the best behaviour, and says so', () => {
    expect(computeRule('F3b', { levels: levels(7, 0, 0), misconduct: true })).toEqual({
      rating: 'DI_BAWAH',
      ambiguous: false,
      above: 7,
      below: 0,
    })
    expect(behaviourRating({ levels: levels(7, 0, 0), misconduct: true }).reason).toBe('MISCONDUCT')
  })
})

describe('the explanation of behaviour', () => {
  it('shows the means of the counted groups and no single rating of a peer', () => {
    expect(explainBehaviourValueScore({ ATASAN: [3], REKAN: [3, 2, 2], BAWAHAN: [1] })).toEqual([
      { formula: 'Σ ratings / n', inputs: { group: 'ATASAN', n: 1 }, value: 3 },
      { formula: 'Σ ratings / n', inputs: { group: 'REKAN', n: 3 }, value: 2.3333 },
      {
        formula: 'Σ w·mean / Σ w',
        inputs: { groups: ['ATASAN', 'REKAN'], w: [60, 20], mean: [3, 2.3333], dropped: ['BAWAHAN'] },
        value: 2.8333,
      },
    ])
  })

  it('ends in the rating', () => {
    expect(explainBehaviourRating({ levels: levels(4, 3, 0) }).at(-1)?.value).toBe('DI_ATAS')
    expect(explainBehaviourRating({ levels: levels(4, 3, 0), misconduct: true }).at(-1)?.value).toBe('DI_BAWAH')
  })
})
