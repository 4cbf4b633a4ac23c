import { describe, expect, test } from 'vitest'
import { deadlineAfter, isPast, workingDaysBetween } from '../../../server/organization/rules/deadlines.ts'

const jakarta = { holidays: new Set<string>(), timeZone: 'Asia/Jakarta' } as const
const wib = (text: string) => new Date(`${text}+07:00`)
const calendar = (from: string, days = 14, holidays: readonly string[] = []) =>
  deadlineAfter({ ...jakarta, from: wib(from), days, dayType: 'CALENDAR', holidays: new Set(holidays) })
const working = (from: string, days: number, holidays: readonly string[] = []) =>
  deadlineAfter({ ...jakarta, from: wib(from), days, dayType: 'WORKING', holidays: new Set(holidays) })

describe('a deadline of calendar days', () => {
  test('ends at 23:59:59 of day 14, the day of delivery being day 0', () => {
    const deadline = calendar('2026-01-06T08:00:00')
    expect(deadline).toEqual(wib('2026-01-20T23:59:59.999'))
    expect(isPast(deadline, wib('2026-01-20T23:59:59'))).toBe(false)
    expect(isPast(deadline, wib('2026-01-21T00:00:00'))).toBe(true)
  })

  test('counts civil days of the city, whatever the hour', () => {
    expect(calendar('2026-01-06T00:00:00')).toEqual(calendar('2026-01-06T23:59:59'))
    // Half past five in the evening UTC is the next day in Jakarta.
    expect(deadlineAfter({ ...jakarta, from: new Date('2026-01-05T17:30:00Z'), days: 14, dayType: 'CALENDAR' })).toEqual(
      calendar('2026-01-06T08:00:00'),
    )
  })

  test('moves to the next open day when its last day is closed', () => {
    expect(calendar('2026-01-03T08:00:00')).toEqual(wib('2026-01-19T23:59:59.999'))
    expect(calendar('2026-01-06T08:00:00', 14, ['2026-01-20', '2026-01-21'])).toEqual(wib('2026-01-22T23:59:59.999'))
    expect(calendar('2026-01-02T08:00:00', 14, ['2026-01-16', '2026-01-19'])).toEqual(wib('2026-01-20T23:59:59.999'))
  })

  test('runs across the end of the year', () => {
    expect(calendar('2025-12-22T10:00:00')).toEqual(wib('2026-01-05T23:59:59.999'))
    expect(calendar('2025-12-18T10:00:00', 14, ['2026-01-01'])).toEqual(wib('2026-01-02T23:59:59.999'))
  })

  test('follows the clocks of a zone that changes them', () => {
    const rule = { holidays: new Set<string>(), timeZone: 'Europe/Berlin', days: 2, dayType: 'CALENDAR' } as const
    expect(deadlineAfter({ ...rule, from: new Date('2026-03-28T12:00:00+01:00') })).toEqual(
      new Date('2026-03-30T23:59:59.999+02:00'),
    )
  })
})

describe('a deadline of working days', () => {
  test('counts neither weekends nor holidays', () => {
    expect(working('2026-01-09T10:00:00', 1)).toEqual(wib('2026-01-12T23:59:59.999'))
    expect(working('2026-01-05T10:00:00', 14, ['2026-01-16'])).toEqual(wib('2026-01-26T23:59:59.999'))
  })

  test('that has no days ends with the first open day', () => {
    expect(working('2026-01-10T10:00:00', 0)).toEqual(wib('2026-01-12T23:59:59.999'))
  })

  test('has a whole number of days', () => {
    expect(() => working('2026-01-05T10:00:00', 1.5)).toThrow(RangeError)
    expect(() => working('2026-01-05T10:00:00', -1)).toThrow(RangeError)
  })
})

test('working days between two instants leave the first day out and take the last in', () => {
  const between = (from: string, to: string, holidays: readonly string[] = []) =>
    workingDaysBetween(wib(from), wib(to), { ...jakarta, holidays: new Set(holidays) })
  expect(between('2026-01-05T23:00:00', '2026-01-12T01:00:00')).toBe(5)
  expect(between('2026-01-05T23:00:00', '2026-01-12T01:00:00', ['2026-01-07'])).toBe(4)
  expect(between('2026-01-12T08:00:00', '2026-01-05T08:00:00')).toBe(0)
})
