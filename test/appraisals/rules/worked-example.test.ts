import { describe, expect, test } from 'vitest'
import { defaultAppraisalSettings as settings } from '../../../server/appraisals/rules/settings.ts'
import { type ExampleDefinition, workedExamples } from '../../../server/appraisals/rules/worked-example.ts'

const plain: ExampleDefinition = { unit: 'PERCENT', polarity: 'MAXIMIZE', maxValue: null, levelLow: null, levelHigh: null }

const tried = (definition: Partial<ExampleDefinition>, own: string | null = null) =>
  workedExamples({ ...plain, ...definition }, own, settings).map(({ place, realisation, pct, level }) => [
    place,
    realisation,
    pct,
    level,
  ])

describe('the worked examples of a definition', () => {
  test('stand below, at and above a single target and reach every level', () => {
    expect(tried({ target: '37.5' })).toEqual([
      ['NOTHING', 0, 0, 'DI_BAWAH'],
      ['BELOW', 31.875, 85, 'DI_BAWAH'],
      ['BELOW', 35.625, 95, 'SESUAI'],
      ['AT_TARGET', 37.5, 100, 'SESUAI'],
      ['ABOVE', 39.375, 105, 'SESUAI'],
      ['ABOVE', 43.125, 115, 'DI_ATAS'],
    ])
  })

  test('of a target of no event show what each event costs', () => {
    expect(tried({ polarity: 'MINIMIZE', target: '0', unit: 'COUNT' })).toEqual([
      ['NOTHING', 0, 100, 'SESUAI'],
      ['ABOVE', 1, 0, 'DI_BAWAH'],
      ['ABOVE', 2, 0, 'DI_BAWAH'],
      ['ABOVE', 4, 0, 'DI_BAWAH'],
    ])
  })

  test('of a range show both ends and the middle', () => {
    const places = tried({ polarity: 'RANGE', targetMin: '80', targetMax: '100' })
    expect(places.filter(([, , pct]) => pct === 100)).toEqual([
      ['LOW_END', 80, 100, 'SESUAI'],
      ['INSIDE', 90, 100, 'SESUAI'],
      ['HIGH_END', 100, 100, 'SESUAI'],
    ])
    expect(places.at(-1)).toEqual(['ABOVE', 115, 85, 'DI_BAWAH'])
  })

  test('of a small target that is counted have whole neighbours, none of them twice', () => {
    const numbers = tried({ unit: 'COUNT', target: '2' }).map(([, realisation]) => realisation)
    expect(numbers).toEqual([0, 1, 2, 3])
  })

  test('never exceed the largest possible value', () => {
    expect(tried({ target: '98', maxValue: '100' }).map(([, realisation]) => realisation)).toEqual([0, 83.3, 93.1, 98])
  })

  test('follow the thresholds of the indicator and answer the number that somebody asks about', () => {
    expect(tried({ target: '100', levelLow: '97', levelHigh: '103' }, '96').at(-1)).toEqual(['OWN', 96, 96, 'DI_BAWAH'])
  })

  test('are none while F1 cannot measure against the target', () => {
    expect(tried({ target: '0' })).toEqual([])
    expect(tried({})).toEqual([])
  })

  test('write the formula as each language does', () => {
    const example = workedExamples({ ...plain, target: '37.5' }, '40.5', settings).at(-1)
    expect(example?.formula).toEqual({ id: '40,5 / 37,5 × 100 = 108', en: '40.5 / 37.5 × 100 = 108' })
  })
})
