import { describe, expect, test } from 'vitest'
import type { Standing, Tried } from '../../../server/appraisals/rules/what-if.ts'
import { summarise } from '../../../server/appraisals/rules/what-if-summary.ts'

const standing = (score: number | null, predikat: Standing['predikat'] = 'BAIK'): Standing => ({
  score,
  result: 'SESUAI',
  predikat,
})

let count = 0
const tried = (unitId: string, before: Standing, after: Standing): Tried => {
  count += 1
  return { employeeId: `e${count}`, unitId, before, after, isLevelChanged: false, hasOwnTarget: false }
}

const unit = (unitId: string, before: number[], after: number[]) =>
  before.map((score, index) => tried(unitId, standing(score), standing(after[index] ?? null)))

describe('what a draft moves', () => {
  test('is told from predikat to predikat, and nobody is lost', () => {
    const { moves, counts } = summarise([
      tried('u', standing(100), standing(100)),
      tried('u', standing(100), standing(80, 'BUTUH_PERBAIKAN')),
      tried('u', standing(100), standing(null, null)),
    ])
    expect(moves).toEqual([
      { from: 'BAIK', to: 'BAIK', count: 1 },
      { from: 'BAIK', to: 'BUTUH_PERBAIKAN', count: 1 },
      { from: 'BAIK', to: 'NONE', count: 1 },
    ])
    expect(moves.reduce((total, move) => total + move.count, 0)).toBe(counts.appraisals)
  })

  test('keeps the order inside a unit when all of it rises, although the order of the city changes', () => {
    const { rankStability, unitRanks } = summarise([
      ...unit('a', [90, 91, 92, 93, 94], [100, 101, 102, 103, 104]),
      ...unit('b', [95, 96, 97, 98, 99], [95, 96, 97, 98, 99]),
    ])
    expect(unitRanks).toEqual({ coefficient: 1, units: 2, reordered: 0 })
    expect(rankStability).toBeLessThan(1)
  })

  test('counts a unit by its people, and leaves out one with fewer than five scores', () => {
    const { unitRanks } = summarise([
      ...unit('a', [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]),
      ...unit('b', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      ...unit('c', [1, 2, 3, 4], [4, 3, 2, 1]),
    ])
    expect(unitRanks).toEqual({ coefficient: 0.3333, units: 2, reordered: 1 })
  })

  test('says nothing of an order where no unit can be compared', () => {
    expect(summarise(unit('a', [1, 2], [2, 1])).unitRanks).toEqual({ coefficient: null, units: 0, reordered: 0 })
  })
})
