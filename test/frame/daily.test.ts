import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everyDay } from '../../server/daily.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2025-06-15T05:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const now = () => new Date()
const day = (text: string) => new Date(`${text}T00:00:00Z`)

test('the daily work is done at once and at each midnight of the city, until it is stopped', async () => {
  const days: Date[] = []
  const daily = await everyDay([async (today) => days.push(today)], { now, onError: () => undefined })
  expect(days).toEqual([day('2025-06-15')])
  await vi.advanceTimersByTimeAsync(12 * 3_600_000 - 1)
  expect(days).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  await vi.advanceTimersByTimeAsync(24 * 3_600_000)
  expect(days).toEqual([day('2025-06-15'), day('2025-06-16'), day('2025-06-17')])
  await daily.stop()
  await vi.advanceTimersByTimeAsync(72 * 3_600_000)
  expect(days).toHaveLength(3)
})

test('daily work that failed is reported and tried again after a minute', async () => {
  const errors: unknown[] = []
  let runs = 0
  const work = async () => {
    runs += 1
    if (runs < 3) throw new Error(`run ${runs}`)
  }
  const daily = await everyDay([work], { now, onError: (error) => errors.push(error) })
  await vi.advanceTimersByTimeAsync(180_000)
  expect(runs).toBe(3)
  expect(errors).toHaveLength(2)
  await daily.stop()
})

test('a step that fails holds none of the others back, and the whole day is begun anew', async () => {
  const done: string[] = []
  let hasFailed = false
  const failing = async () => {
    done.push('failing')
    if (hasFailed) return
    hasFailed = true
    throw new Error('once')
  }
  const errors: unknown[] = []
  const steps = [async () => done.push('first'), failing, async () => done.push('last')] as const
  const daily = await everyDay(steps, { now, onError: (error) => errors.push(error) })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['first', 'failing', 'last', 'first', 'failing', 'last'])
  expect(errors).toHaveLength(1)
  await daily.stop()
})

test('only the first step is waited for, and stopping waits for the one that runs and begins no other', async () => {
  const running = Promise.withResolvers<void>()
  const done: string[] = []
  const steps = [
    async () => done.push('first'),
    async () => {
      await running.promise
      done.push('second')
    },
    async () => done.push('third'),
  ] as const
  const daily = await everyDay(steps, { now, onError: () => undefined })
  expect(done).toEqual(['first'])
  const stopped = daily.stop()
  running.resolve()
  await stopped
  expect(done).toEqual(['first', 'second'])
})
