import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadlinesOf } from '../../../server/appraisals/rules/deadlines.ts'
import { excessScore } from '../../../server/appraisals/rules/objectivity-parts.ts'
import { hiddenGroups } from '../../../server/appraisals/rules/small-groups.ts'

const groups = (...sizes: number[]) => new Map(sizes.map((size, index) => [`g${index}`, size]))

test.each([
  [[10, 7, 20], []],
  [
    [10, 4, 20],
    ['g0', 'g1'],
  ],
  [
    [10, 4, 3, 20],
    ['g1', 'g2'],
  ],
  [[10, 0, 20], []],
  [[3], ['g0']],
] as const)('of groups of %j, shown from 5 people on, %j stay hidden', (sizes, hidden) => {
  expect([...hiddenGroups(groups(...sizes), 5)].sort()).toEqual(hidden)
})

test('what is hidden is never told by the total of all: it is at least the smallest number together, or everything', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.integer({ min: 2, max: 10 }), (sizes, smallest) => {
      const all = groups(...sizes)
      const hidden = hiddenGroups(all, smallest)
      const together = [...hidden].reduce((sum, key) => sum + (all.get(key) ?? 0), 0)
      const shown = [...all].filter(([key, size]) => size > 0 && !hidden.has(key))
      expect(shown.every(([, size]) => size >= smallest)).toBe(true)
      if (hidden.size > 0 && shown.length > 0) expect(together).toBeGreaterThanOrEqual(smallest)
    }),
  )
})

test('nothing is hidden from whoever may read the rows', () => {
  expect(hiddenGroups(groups(1, 2, 3), 0).size).toBe(0)
})

test('the excess over a limit takes from the score what it is of a whole, a number of people as a share of all', () => {
  const line = { code: 'B_MAX_70', limitPct: 70, actualPct: 75 }
  const people = { code: 'BP_OR_K_MIN_1', limit: 1, actual: 0 }
  expect(excessScore({ n: 20, violations: [line, people] }).toNumber()).toBe(90)
  expect(excessScore({ n: 20, violations: [] }).toNumber()).toBe(100)
  expect(excessScore({ n: 1, violations: [{ ...line, actualPct: 100, limitPct: 0 }, people] }).toNumber()).toBe(0)
})

test('deadlines follow their days; the one of the year comes from the setting, in the year after', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  const quarter = { key: '2026-TW1', closesOn: day('2026-04-10'), state: 'CLOSED' }
  const year = { key: '2026', year: 2026, state: 'OPEN' }
  expect(deadlinesOf(year, [quarter], { annualDeadline: '01-31', today: day('2026-08-14') })).toEqual([
    { kind: 'RECORDING_CLOSES', periodKey: '2026-TW1', on: day('2026-04-10'), isLocal: true, daysLeft: -126, isDone: true },
    { kind: 'ANNUAL_PREDIKAT', periodKey: '2026', on: day('2027-01-31'), isLocal: true, daysLeft: 170, isDone: false },
  ])
})
