import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../server/db.ts'
import { startWorker } from '../../server/jobs/worker.ts'
import { enqueue, type Works, workOnce } from '../../server/jobs.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

const noon = new Date('2026-01-05T05:00:00Z')
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

let db: TestDatabase
let errors: string[]

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
beforeEach(async () => {
  errors = []
  await db.database.prisma.job.deleteMany()
})

const options = (now: Date) => ({ now: () => now, onError: (error: unknown) => errors.push((error as Error).message) })
const queue = (kind: string, ...keys: string[]) =>
  enqueue(
    db.database.prisma,
    keys.map((key) => ({ kind, key })),
    noon,
  )
const work = (works: Works, now = noon) => workOnce(db.database, works, options(now))
const jobs = () => db.database.prisma.job.findMany({ orderBy: { id: 'asc' } })

test('two workers at once do each job once', async () => {
  const keys = Array.from({ length: 30 }, (_, index) => `job ${index}`)
  await queue('count', ...keys)
  const done: string[] = []
  const rival = await openDatabase(db.url, { poolSize: 2 })
  try {
    const works = { count: async (key: string) => done.push(key) }
    const all = async (database: typeof rival) => {
      while (await workOnce(database, works, options(noon))) {}
    }
    await Promise.all([all(db.database), all(rival), all(db.database)])
  } finally {
    await rival.close()
  }
  expect(done.sort()).toEqual(keys.sort())
  expect(new Set((await jobs()).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(['DONE 1']))
})

test('the job of a process that was killed in the middle is begun again, and what it did is done once', async () => {
  await queue('half', 'one')
  const program = join(import.meta.dirname, 'jobs-program.ts')
  const child = spawn(process.execPath, [program, db.url, noon.toISOString()], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const again = vi.fn(async () => {
    await db.database.prisma.holiday.createMany({
      data: [{ day: new Date('2026-08-17'), name: 'again', decree: '' }],
      skipDuplicates: true,
    })
  })
  expect(await work({ half: again }, minutesLater(1))).toBe(false)
  expect(await work({ half: again }, minutesLater(2))).toBe(true)
  expect(again).toHaveBeenCalledTimes(1)
  expect(await db.database.prisma.holiday.findMany({ select: { name: true } })).toEqual([{ name: 'first half' }])
  expect(await jobs()).toMatchObject([{ state: 'DONE', attempts: 2, doneAt: minutesLater(2) }])
})

test('what fails is tried again later and later, and in the end is dead with its reason', async () => {
  await queue('fail', 'one')
  const fail = vi.fn(async () => {
    throw new Error(`attempt ${fail.mock.calls.length}`)
  })
  let minute = 0
  for (const wait of [1, 2, 4, 8, 16, 32, 60]) {
    expect(await work({ fail }, minutesLater(minute))).toBe(true)
    expect(await work({ fail }, minutesLater(minute + wait - 0.1))).toBe(false)
    minute += wait
  }
  expect(await work({ fail }, minutesLater(minute))).toBe(true)
  expect(await jobs()).toMatchObject([{ state: 'DEAD', attempts: 8, failure: 'Error: attempt 8' }])
  expect(await work({ fail }, minutesLater(10_000))).toBe(false)
  expect(errors).toHaveLength(8)
})

test('a job that takes its process down each time is dead at last', async () => {
  await queue('crash', 'one')
  await db.database.prisma.job.updateMany({ data: { attempts: 8 } })
  const crash = vi.fn()
  expect(await work({ crash })).toBe(true)
  expect(crash).not.toHaveBeenCalled()
  expect(await jobs()).toMatchObject([{ state: 'DEAD', attempts: 8, failure: 'the process ended' }])
})

test('the same thing is queued once, and a job is not begun before its time', async () => {
  const later = { kind: 'count', key: 'same', dueAt: minutesLater(30) }
  await enqueue(db.database.prisma, [later, { ...later, key: 'other' }], noon)
  await enqueue(db.database.prisma, [later], noon)
  const done: string[] = []
  const count = async (key: string) => done.push(key)
  expect(await work({ count }, minutesLater(29))).toBe(false)
  while (await work({ count }, minutesLater(30))) {}
  expect(done.sort()).toEqual(['other', 'same'])
})

test('a worker that was held up for longer than its lease leaves the job to the one that has it', async () => {
  await queue('slow', 'one')
  const held = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow = work({
    slow: () => {
      begun.resolve()
      return held.promise
    },
  })
  await begun.promise
  expect(
    await work(
      {
        slow: async () => {
          held.reject(new Error('held up'))
          await slow
          throw new Error('the second one')
        },
      },
      minutesLater(3),
    ),
  ).toBe(true)
  expect(await jobs()).toMatchObject([{ state: 'WAITING', attempts: 2, failure: 'Error: the second one' }])
})

test('each day brings its jobs once however many processes there are, the first of them before anybody is served', async () => {
  let now = noon
  const days: string[] = []
  const note = (name: string) => async (today: Date) => days.push(`${name} ${today.toISOString().slice(0, 10)}`)
  const daily = { tree: note('tree'), mail: note('mail') }
  const begin = () => startWorker(db.database, { ...options(noon), now: () => now, daily, first: 'tree', roundMs: 5 })
  const [first, second] = [await begin(), await begin()]
  expect(days[0]).toBe('tree 2026-01-05')
  await vi.waitFor(() => expect(days).toHaveLength(2))
  // Midnight in the city.
  now = new Date('2026-01-05T17:00:00Z')
  await vi.waitFor(() => expect(days).toHaveLength(4))
  await Promise.all([first.stop(), second.stop()])
  expect(days.sort()).toEqual(['mail 2026-01-05', 'mail 2026-01-06', 'tree 2026-01-05', 'tree 2026-01-06'])
  expect(errors).toEqual([])
})

test('a day’s job that fails holds none of the others back, and stopping waits for the one that runs and begins no other', async () => {
  const running = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const done: string[] = []
  const slow = (name: string) => async () => {
    begun.resolve()
    await running.promise
    done.push(name)
  }
  const failing = async () => {
    throw new Error('once')
  }
  const daily = { failing, one: slow('one'), other: slow('other') }
  const worker = await startWorker(db.database, { ...options(noon), daily, first: 'failing' })
  await begun.promise
  const stopped = worker.stop()
  running.resolve()
  await stopped
  expect(done).toHaveLength(1)
  expect(errors).toEqual(['once'])
})
