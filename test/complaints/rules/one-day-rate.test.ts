import { describe, expect, it } from 'vitest'
import { computeRule } from '../../../server/rules.ts'

const asOf = '2026-03-10T08:00'
const outcome = (item: object) => {
  const { handled, eligible, censored, excluded } = Object(computeRule('F15', { asOf, items: [item] }))
  return handled ? 'HANDLED' : eligible ? 'NOT_HANDLED' : censored ? 'CENSORED' : excluded ? 'EXCLUDED' : 'NONE'
}

describe('F15 answers the worked examples', () => {
  it('seven complaints', () => {
    const items = [
      { received: '2026-03-02T09:00', resolved: '2026-03-02T15:00' },
      { received: '2026-03-02T16:00', resolved: '2026-03-03T16:00' },
      { received: '2026-03-03T08:00', resolved: '2026-03-04T08:01' },
      { received: '2026-03-04T10:00', resolved: '2026-03-04T12:00', reopened: '2026-03-08T12:00' },
      { received: '2026-03-05T10:00', resolved: '2026-03-05T11:00', excluded: 'DUPLICATE' },
      { received: '2026-03-09T20:00' },
      { received: '2026-03-06T10:00' },
    ]
    expect(computeRule('F15', { asOf, items })).toEqual({
      handled: 2,
      eligible: 5,
      censored: 1,
      excluded: 1,
      rate: 0.4,
      ciLow: 0.1176,
      ciHigh: 0.7693,
    })
  })

  it('a large case', () => {
    const good = { received: '2026-03-01T08:00', resolved: '2026-03-01T09:00' }
    const bad = { received: '2026-03-01T08:00', resolved: '2026-03-05T09:00' }
    const items = [...Array(172).fill(good), ...Array(68).fill(bad)]
    expect(computeRule('F15', { asOf, items })).toMatchObject({
      handled: 172,
      eligible: 240,
      rate: 0.7167,
      ciLow: 0.6566,
      ciHigh: 0.7699,
    })
  })
})

describe('F15 limits belong to the complaint', () => {
  it.each([
    ['2026-03-03T16:00:00', 'HANDLED'],
    ['2026-03-03T16:00:01', 'NOT_HANDLED'],
  ])('answered at %s, received the day before at 16:00 → %s', (resolved, expected) => {
    expect(outcome({ received: '2026-03-02T16:00:00', resolved })).toBe(expected)
  })

  it.each([
    ['2026-03-09T10:00:00', 'NOT_HANDLED'],
    ['2026-03-09T10:00:01', 'HANDLED'],
  ])('reopened at %s, seven days after the answer → %s', (reopened, expected) => {
    expect(outcome({ received: '2026-03-02T09:00', resolved: '2026-03-02T10:00', reopened })).toBe(expected)
  })

  it.each([
    ['2026-03-09T08:00:00', 'CENSORED'],
    ['2026-03-09T07:59:59', 'NOT_HANDLED'],
  ])('open since %s → %s', (received, expected) => {
    expect(outcome({ received })).toBe(expected)
  })

  it('what happens after the cut-off is not yet known', () => {
    expect(outcome({ received: '2026-03-09T20:00', resolved: '2026-03-10T09:00' })).toBe('CENSORED')
    expect(outcome({ received: '2026-03-08T20:00', resolved: '2026-03-08T21:00', reopened: '2026-03-10T09:00' })).toBe('HANDLED')
  })

  it('an excluded complaint stays out even when it is open or late', () => {
    expect(outcome({ received: '2026-03-01T00:00', excluded: 'SPAM' })).toBe('EXCLUDED')
    expect(outcome({ received: '2026-03-09T20:00', excluded: true })).toBe('EXCLUDED')
    expect(outcome({ received: '2026-03-01T00:00', excluded: null })).toBe('NOT_HANDLED')
  })

  it('offsets are respected, and a time without one is Western Indonesian Time', () => {
    expect(outcome({ received: '2026-03-02T16:00:00Z', resolved: '2026-03-03T23:00:00+07:00' })).toBe('HANDLED')
    expect(outcome({ received: '2026-03-02T16:00:00Z', resolved: '2026-03-03 23:00' })).toBe('HANDLED')
    expect(outcome({ received: '2026-03-02T16:00:00Z', resolved: '2026-03-03T23:01:00' })).toBe('NOT_HANDLED')
  })

  it('nothing eligible has no rate', () => {
    expect(computeRule('F15', { asOf, items: [] })).toEqual({
      handled: 0,
      eligible: 0,
      censored: 0,
      excluded: 0,
      rate: null,
      ciLow: null,
      ciHigh: null,
    })
  })

  it.each(['2026-02-30T08:00', '10/03/2026 08:00', 'yesterday', ''])('refuses the instant %j', (received) => {
    expect(() => outcome({ received })).toThrow('input of F15')
  })

  it('refuses an answer before the receipt, and a reopening before the answer', () => {
    const received = '2026-03-02T16:00'
    expect(() => outcome({ received, resolved: '2026-03-02T15:59' })).toThrow('input of F15')
    expect(() => outcome({ received, resolved: '2026-03-02T17:00', reopened: '2026-03-02T16:59' })).toThrow('input of F15')
    expect(() => outcome({ received, reopened: '2026-03-02T16:59' })).toThrow('input of F15')
  })
})
