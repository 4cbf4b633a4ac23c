import { describe, expect, test } from 'vitest'
import { skp } from '../../server/exchange/rules/kinds/skp.ts'
import { nothingStored as existing, storedBy } from './city.ts'
import { judge, marks } from './judge.ts'

describe('skp', () => {
  const facts = {
    employees: new Map([['1', { positionTitle: 'Analis' }]]),
    indicators: new Map([
      ['A', { polarity: 'MAXIMIZE', attribution: 'INDIVIDUAL' } as const],
      ['U', { polarity: 'MAXIMIZE', attribution: 'UNIT' } as const],
    ]),
    units: new Set(['9']),
    existing,
  }
  const row = (result: number, weight: string, indicator = 'A', target = '10', baseline = '', share = '1') =>
    `2025;1;LOKAL;T;${result};Hasil;UTAMA;${weight};RHK-1;${indicator};${share};INDIVIDU;${target};;;;${baseline};`
  const sound = [row(1, '40'), row(2, '30'), row(3, '30')]

  test.each([
    ['29,99', 'ACCEPTED'],
    ['30,01', 'ACCEPTED'],
    ['29,989', 'REJECTED WEIGHT_SUM'],
    ['30,011', 'REJECTED WEIGHT_SUM'],
  ])('with a last weight of %s the whole plan is %s', (weight, mark) => {
    expect(marks(judge(skp, facts, [row(1, '40'), row(2, '30'), row(3, weight)]))).toEqual([mark, mark, mark])
  })

  test('one bad row rejects the others with it', () => {
    const judged = judge(skp, facts, [...sound.slice(0, 2), row(3, '30', 'X')])
    expect(marks(judged)).toEqual(['REJECTED SKP_REJECTED', 'REJECTED SKP_REJECTED', 'REJECTED UNKNOWN_INDICATOR'])
    expect(judged.documents).toMatchObject({ total: 1, accepted: 0, rejected: 1, rejectedByCode: { ROW_ERROR: 1 } })
  })

  test('different weights for one result leave no sum that is right', () => {
    expect(marks(judge(skp, facts, [...sound, row(3, '31')])).at(-1)).toBe('REJECTED WEIGHT_SUM')
  })

  test('a result that is listed with several indicators counts its weight once', () => {
    const judged = judge(skp, facts, [...sound, row(3, '30', 'U')])
    expect(judged.records[0]?.results.map(({ indicators }) => indicators.length)).toEqual([1, 1, 2])
  })

  test('exactly 30 % on unit indicators is allowed, more is a warning of the plan', () => {
    expect(judge(skp, facts, [row(1, '40'), row(2, '30'), row(3, '30', 'U')]).records[0]?.warnings).toEqual([])
    expect(judge(skp, facts, [row(1, '40'), row(2, '29,99'), row(3, '30,01', 'U')]).records[0]?.warnings).toEqual([
      'UNIT_SHARE_OVER_30',
    ])
    expect(
      judge(skp, facts, [row(1, '40'), row(2, '60', 'U', '10', '', '1'), row(2, '60', 'A', '9', '', '3')]).records[0]?.warnings,
    ).toEqual(['RHK_COUNT'])
  })

  test.each([
    ['10', '10', 'ACCEPTED'],
    ['9,99', '10', 'ACCEPTED_WITH_WARNING SANDBAG'],
    ['15', '10', 'ACCEPTED'],
    ['15,01', '10', 'ACCEPTED_WITH_WARNING UNREALISTIC'],
    ['10', '0', 'ACCEPTED'],
  ])('a target of %s over a baseline of %s is %s', (target, baseline, mark) => {
    expect(marks(judge(skp, facts, [row(1, '40', 'A', target, baseline), ...sound.slice(1)]))[0]).toBe(mark)
  })

  test('a plan that was stored with other rows is a conflict as a whole', () => {
    const first = judge(skp, facts, sound)
    const second = judge(skp, { ...facts, existing: storedBy(first) }, [...sound.slice(0, 2), row(3, '30', 'A', '11')])
    expect(marks(second)).toEqual(Array(3).fill('REJECTED DUPLICATE_CONFLICT'))
  })
})
