import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasLeftAtOnce, objectionUntil, rateUntil, selfAssessUntil } from '../../../server/appraisals/rules/life-dates.ts'
import { resultFromOrgPredikat } from '../../../server/appraisals/rules/org-predikat.ts'
import { monthsIn, quartersOf, yearOf } from '../../../server/appraisals/rules/parts.ts'

const ends = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'].map((endsOn, index) => ({ quarter: index + 1, endsOn }))

describe('a divided year', () => {
  test('is measured in months, by days', () => {
    expect(monthsIn({ startsOn: '2025-01-01', endsOn: '2025-12-31' })).toBe(12)
    expect(monthsIn({ startsOn: '2025-01-01', endsOn: '2025-07-31' })).toBe(7)
    expect(monthsIn({ startsOn: '2025-01-16', endsOn: '2025-02-14' })).toBe(1.0161)
    expect(monthsIn({ startsOn: '2025-05-05', endsOn: '2025-05-05' })).toBe(0.0323)
  })

  test('loses no day where it is split', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 364 }), (day) => {
        const at = (offset: number) => new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10)
        const months = monthsIn({ startsOn: at(0), endsOn: at(day - 1) }) + monthsIn({ startsOn: at(day), endsOn: at(364) })
        expect(months).toBeCloseTo(12, 3)
        const slices = [
          quartersOf({ startsOn: at(0), endsOn: at(day - 1) }, ends),
          quartersOf({ startsOn: at(day), endsOn: at(364) }, ends),
        ]
        expect(slices.flat()).toEqual(ends)
      }),
    )
  })

  const part = (startsOn: string, endsOn: string, months: number, result: 'DI_ATAS' | 'SESUAI' | 'DI_BAWAH') =>
    ({ startsOn, endsOn, months, result, behaviour: 'SESUAI' }) as const
  const parts = [part('2025-01-01', '2025-07-31', 7, 'SESUAI'), part('2025-08-01', '2025-12-31', 5, 'DI_BAWAH')]

  test('is weighted by months (F23: BAIK 7 months, BUTUH_PERBAIKAN 5 months is BAIK)', () => {
    expect(yearOf(parts, 'MONTH_WEIGHTED', false)).toEqual({ result: 'SESUAI', behaviour: 'SESUAI', predikat: 'BAIK' })
  })

  test('or follows the last penilai, whatever the order of the parts', () => {
    expect(yearOf([...parts].reverse(), 'LAST_APPRAISER_DECIDES', false)).toMatchObject({
      result: 'DI_BAWAH',
      predikat: 'BUTUH_PERBAIKAN',
    })
    expect(() => yearOf([], 'MONTH_WEIGHTED', false)).toThrow(RangeError)
  })
})

describe('the dates of an appraisal', () => {
  const settings = { selfAssessDays: 10, ratingDays: 20, annualDeadline: '01-31' }
  const none = new Set<string>()

  test('count from the last day of the period; a closed last day moves on', () => {
    const quarter = { kind: 'PERIODIC', endsOn: '2025-09-30' } as const
    expect(selfAssessUntil(quarter, settings, none)).toEqual(new Date('2025-10-10T16:59:59.999Z'))
    expect(rateUntil(quarter, settings, none)).toEqual(new Date('2025-10-20T16:59:59.999Z'))
    expect(rateUntil({ kind: 'ANNUAL', endsOn: '2025-12-31' }, settings, none)).toEqual(new Date('2026-02-02T16:59:59.999Z'))
    expect(selfAssessUntil(quarter, settings, new Set(['2025-10-10']))).toEqual(new Date('2025-10-13T16:59:59.999Z'))
  })

  test('give fourteen days for an objection, day 0 being the day of delivery', () => {
    const rule = { objectionDays: 14, objectionDayType: 'CALENDAR' } as const
    expect(objectionUntil(new Date('2026-02-10T16:59:59Z'), rule, none)).toEqual(new Date('2026-02-24T16:59:59.999Z'))
    expect(objectionUntil(new Date('2026-02-10T17:00:00Z'), rule, none)).toEqual(new Date('2026-02-25T16:59:59.999Z'))
  })

  test('tell who left within a month of the start', () => {
    expect(hasLeftAtOnce('2025-01-31', '2025-01-01')).toBe(true)
    expect(hasLeftAtOnce('2025-02-01', '2025-01-01')).toBe(false)
    expect(hasLeftAtOnce(null, '2025-01-01')).toBe(false)
  })
})

test('the result of the organisation is the hasil kerja of its leader', () => {
  expect((['ISTIMEWA', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'] as const).map(resultFromOrgPredikat)).toEqual([
    'DI_ATAS',
    'SESUAI',
    'DI_BAWAH',
    'DI_BAWAH',
    'DI_BAWAH',
  ])
})
