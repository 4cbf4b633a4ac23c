import { describe, expect, test } from 'vitest'
import { complaintMoves } from '../../server/complaints/policy.ts'
import { answerDueAt, reopenUntil, verifyDueAt } from '../../server/complaints/rules/clocks.ts'
import { instantsOf, percentText } from '../../server/complaints/rules/feed.ts'
import { complaintStateWords } from '../../server/complaints/rules/state-words.ts'
import { codeHash, trackingCode } from '../../server/complaints/rules/tracking-code.ts'
import { type CountedComplaint, figureHash, unitFigure } from '../../server/complaints/rules/unit-figure.ts'
import { unreachableStates } from '../../server/moves.ts'

const wib = (text: string) => Date.parse(`${text}+07:00`)
const settings = { reopenDays: 7 }

describe('the life of a complaint', () => {
  test('every state of domain E2 is reached from the receipt', () => {
    const all = Object.keys(complaintStateWords) as (keyof typeof complaintStateWords)[]
    expect(unreachableStates(complaintMoves, ['DITERIMA'], all)).toEqual([])
  })

  test('an office never closes what it answered', () => {
    const closing = Object.entries(complaintMoves).filter(([, { to }]) => to === 'SELESAI')
    expect(closing.map(([name]) => name).sort()).toEqual(['CONFIRM', 'LAPSE', 'RATE'])
  })
})

describe('clocks', () => {
  const days = { complaintVerifyDays: 3, complaintReopenDays: 10, slaNormative: 5, slaNonSupervision: 14, slaSupervision: 60 }
  // Thursday afternoon; the Friday after it is a holiday by decree.
  const thursday = new Date(wib('2026-04-02T15:00:00'))
  const holidays = new Set(['2026-04-03'])
  const end = (day: string) => new Date(wib(`${day}T23:59:59.999`))

  test('verification counts working days of the national calendar', () => {
    expect(verifyDueAt(thursday, days, holidays)).toEqual(end('2026-04-08'))
    expect(verifyDueAt(thursday, days, new Set())).toEqual(end('2026-04-07'))
  })

  test('the answer is due after 5, 14 or 60 working days, by class', () => {
    expect(answerDueAt(thursday, 'NORMATIF', days, holidays)).toEqual(end('2026-04-10'))
    expect(answerDueAt(thursday, 'NON_PENGAWASAN', days, holidays)).toEqual(end('2026-04-23'))
    expect(answerDueAt(thursday, 'PENGAWASAN', days, holidays)).toEqual(end('2026-06-26'))
  })

  test('ten calendar days to open it again, moved to the next open day', () => {
    expect(reopenUntil(thursday, days, holidays)).toEqual(end('2026-04-13'))
  })
})

describe('the figure of a unit', () => {
  const item = (
    number: string,
    received: string,
    resolved?: string,
    reopened?: string,
    exclusion?: CountedComplaint['exclusion'],
  ) => ({
    number,
    receivedAt: wib(received),
    resolvedAt: resolved ? wib(resolved) : null,
    reopenedAt: reopened ? wib(reopened) : null,
    exclusion: exclusion ?? null,
  })
  // Golden case H15.
  const items = [
    item('1', '2026-03-02T09:00:00', '2026-03-02T15:00:00'),
    item('2', '2026-03-02T16:00:00', '2026-03-03T16:00:00'),
    item('3', '2026-03-03T08:00:00', '2026-03-04T08:01:00'),
    item('4', '2026-03-04T10:00:00', '2026-03-04T12:00:00', '2026-03-08T00:00:00'),
    item('5', '2026-03-05T10:00:00', undefined, undefined, 'DUPLICATE'),
    item('6', '2026-03-09T20:00:00'),
    item('7', '2026-03-06T10:00:00'),
  ]
  const asOf = wib('2026-03-10T08:00:00')

  test('is F15 with its exclusions by reason and the share of reopened ones', () => {
    expect(unitFigure(asOf, items, settings)).toEqual({
      handled: 2,
      eligible: 5,
      censored: 1,
      rate: 0.4,
      ciLow: 0.1176,
      ciHigh: 0.7693,
      excluded: { DUPLICATE: 1, OUT_OF_SCOPE: 0, WITHDRAWN: 0, SPAM: 0 },
      reopened: 1,
      reopenRate: 0.2,
    })
  })

  test('its hash does not depend on the order, and changes when one complaint counts otherwise', () => {
    const hash = figureHash(asOf, items, settings)
    expect(figureHash(asOf, items.toReversed(), settings)).toBe(hash)
    expect(figureHash(asOf, items.with(0, item('1', '2026-03-02T09:00:00')), settings)).not.toBe(hash)
  })

  test('nothing eligible has no rate', () => {
    expect(unitFigure(asOf, [], settings)).toMatchObject({ rate: null, ciLow: null, reopenRate: null })
  })

  test('a share is written as exact text in per cent', () => {
    expect(percentText(25, 46)).toBe('54.347826')
    expect(percentText(0, 3)).toBe('0')
  })

  test('a quarter begins and ends at midnight of the city', () => {
    const { from, to } = instantsOf({ startsOn: new Date('2025-10-01'), endsOn: new Date('2025-12-31') })
    expect([from, to]).toEqual([new Date(wib('2025-10-01T00:00:00')), new Date(wib('2026-01-01T00:00:00'))])
  })
})

describe('tracking codes', () => {
  const code = trackingCode('a'.repeat(32), 'content')

  test('carry 75 bits in signs that nobody mistakes, and follow from the form', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(trackingCode('a'.repeat(32), 'content')).toBe(code)
    expect(trackingCode('b'.repeat(32), 'content')).not.toBe(code)
    expect(trackingCode('a'.repeat(32), 'other')).not.toBe(code)
  })

  test('are found however they are typed, and nothing else is', () => {
    expect(codeHash(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(codeHash(code))
    expect(codeHash(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(codeHash(code))
    for (const text of ['', 'U'.repeat(15), code.slice(1), `${code}0`]) expect(codeHash(text)).toBeNull()
  })
})
