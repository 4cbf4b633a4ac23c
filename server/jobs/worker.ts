import type { Database } from '../db.ts'
import { civilDate } from '../identity/rules/civil-date.ts'
import { enqueue, type Work, workOnce } from '../jobs.ts'

/** One thing that a day brings. A second run on the same day must find nothing to do. */
export type DailyStep = (today: Date) => Promise<unknown>

export type Worker = {
  /** Begins no further job, and resolves when the running one has ended. */
  stop(): Promise<void>
}

type Options = {
  readonly now: () => Date
  readonly onError: (error: unknown) => void
  /** What each day brings, by the kind of its job, in no order. */
  readonly daily: Readonly<Record<string, DailyStep>>
  /** The kind that visitors may not meet undone: it is tried before this resolves. The others go on behind them. */
  readonly first: string
  /** Done in every round after the jobs, such as sending what waits. */
  readonly rounds?: readonly (() => Promise<unknown>)[]
  /** Jobs that others queued, and the next midnight, are noticed within this time; 15 s. */
  readonly roundMs?: number
}

/** A database out of reach is asked again after this time. */
const afterFaultMs = 60_000

/**
 * Works off the queue of this database until it is stopped, beside other processes that do the same. Each civil day of the city its daily jobs are
 * queued, once however many processes there are.
 */
export async function startWorker(database: Database, options: Options): Promise<Worker> {
  const { now, onError, daily, first, rounds = [], roundMs = 15_000 } = options
  // A job of yesterday that failed comes after today's: what is done is always what the present day brings.
  const works = Object.fromEntries(
    Object.entries(daily).map(([kind, step]): [string, Work] => [kind, () => step(civilDate(now()))]),
  )
  let queuedDay = ''
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const queueDay = async () => {
    const day = civilDate(now()).toISOString().slice(0, 10)
    if (day === queuedDay) return
    await enqueue(
      database.prisma,
      Object.keys(daily).map((kind) => ({ kind, key: day })),
      now(),
    )
    queuedDay = day
  }
  const round = async (): Promise<number> => {
    try {
      await queueDay()
      while (!isStopped && (await workOnce(database, works, { now, onError }))) {}
      for (const step of rounds) if (!isStopped) await step()
      return roundMs
    } catch (error) {
      onError(error)
      return afterFaultMs
    }
  }
  const begin = () => {
    running = round().then((waitMs) => {
      if (!isStopped) timer = setTimeout(begin, waitMs).unref()
    })
  }
  let running: Promise<void>
  try {
    await queueDay()
    const only = Object.fromEntries(Object.entries(works).filter(([kind]) => kind === first))
    await workOnce(database, only, { now, onError })
  } catch (error) {
    onError(error)
  }
  begin()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
