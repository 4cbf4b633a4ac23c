import { expect, test } from 'vitest'
import { rungOn } from '../../../server/notices/rules/ladder.ts'

// Monday, 2 February 2026, to its last instant in WIB.
const deadline = new Date('2026-02-02T16:59:59.999Z')
const settings = { reminderDays: [1, 7], escalationDays: 7 }
const on = (day: string, chain = 4) => rungOn(deadline, new Date(`${day}T00:00:00Z`), chain, settings)?.name ?? null

test('whoever has to act is reminded seven days and one day before, on the last day at the latest', () => {
  expect([on('2026-01-25'), on('2026-01-26'), on('2026-01-31'), on('2026-02-01'), on('2026-02-02')]).toEqual([
    null,
    'T-7',
    'T-7',
    'T-1',
    'T-1',
  ])
})

test('what is overdue goes one person further each week, the last of whom stays the last', () => {
  expect([on('2026-02-03'), on('2026-02-09'), on('2026-02-10'), on('2026-02-17'), on('2026-03-20')]).toEqual([
    'overdue-1',
    'overdue-1',
    'overdue-2',
    'overdue-3',
    'overdue-3',
  ])
})

test('nobody is told where nobody stands above, and of what was given up long ago', () => {
  expect([on('2026-02-03', 1), on('2026-04-03'), on('2026-04-04')]).toEqual([null, 'overdue-3', null])
})
