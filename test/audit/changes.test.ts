import { expect, test } from 'vitest'
import { changesOf } from '../../server/audit/rules/changes.ts'

test('stored changes read as texts; nothing stays nothing', () => {
  expect(changesOf({ name: ['a', 'b'], count: [null, 3], list: [[1], undefined], odd: 'x' })).toEqual([
    { field: 'name', before: 'a', after: 'b' },
    { field: 'count', before: null, after: '3' },
    { field: 'list', before: '[1]', after: null },
  ])
  expect(changesOf(null)).toEqual([])
})
