import { expect, test } from 'vitest'
import { groupMeans } from '../../../server/appraisals/rules/group-means.ts'

test('a group under the anonymity minimum shows its size and nothing else', () => {
  const means = groupMeans({ ATASAN: [3], REKAN: [3, 2, 2], BAWAHAN: [1, 3], DIRI: [] }, ['BAWAHAN'])
  expect(means).toEqual([
    { group: 'ATASAN', count: 1, mean: 3, isDropped: false },
    { group: 'REKAN', count: 3, mean: 2.33, isDropped: false },
    { group: 'BAWAHAN', count: 2, mean: null, isDropped: true },
    { group: 'DIRI', count: 0, mean: null, isDropped: false },
  ])
})
