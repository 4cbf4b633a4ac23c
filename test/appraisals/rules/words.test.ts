import { describe, expect, test } from 'vitest'
import { unitInWords } from '../../../server/appraisals/rules/words.ts'

describe('the unit of an indicator in words', () => {
  test.each([
    ['PERCENT', 'RASIO', '100', 'persen', 'per cent'],
    ['COUNT', 'JUMLAH', '1', '', ''],
    ['DAYS', 'RATA', '1', 'hari', 'days'],
    ['RATE', 'RASIO', '10000', 'per 10.000', 'per 10,000'],
    ['RATE', 'RATA', '1', 'per satuan', 'per unit'],
  ] as const)('says %s, joined by %s with the factor %s, as people do', (unit, aggregation, factor, id, en) => {
    expect(unitInWords(unit, { aggregation, factor })).toEqual({ id, en })
  })
})
