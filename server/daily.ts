import { civilDate, nextMidnight } from './identity/rules/civil-date.ts'

/** One thing that a day brings. A second run on the same day must find nothing to do: a failed day is begun anew. */
export type DailyStep = (today: Date) => Promise<unknown>

export type Daily = {
  /** Begins no further step, and resolves when the running one has ended. */
  stop(): Promise<void>
}

type Options = {
  readonly now: () => Date
  /** Told of each failed step; the day is begun anew after a minute. */
  readonly onError: (error: unknown) => void
}

const retryMs = 60_000

/**
 * Does these steps in their order today, and again at each midnight of the city, until it is stopped. A step that fails holds none of the others
 * back. Resolves when the first step was tried once: what visitors may not meet undone belongs there, and the rest goes on behind them.
 */
export async function everyDay([first, ...rest]: readonly [DailyStep, ...DailyStep[]], options: Options): Promise<Daily> {
  const { now, onError } = options
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const run = async (steps: readonly DailyStep[], today: Date): Promise<boolean> => {
    let isDone = true
    for (const step of steps) {
      if (isStopped) break
      try {
        await step(today)
      } catch (error) {
        onError(error)
        isDone = false
      }
    }
    return isDone
  }
  const wait = (isDone: boolean, next: Date) => {
    const at = isDone ? next.getTime() : now().getTime() + retryMs
    if (!isStopped) timer = setTimeout(wholeDay, Math.max(0, at - now().getTime())).unref()
  }
  const wholeDay = () => {
    const startedAt = now()
    running = run([first, ...rest], civilDate(startedAt)).then((isDone) => wait(isDone, nextMidnight(startedAt)))
  }
  const startedAt = now()
  const isFirstDone = await run([first], civilDate(startedAt))
  let running: Promise<void> = run(rest, civilDate(startedAt)).then((isDone) =>
    wait(isDone && isFirstDone, nextMidnight(startedAt)),
  )
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
      return running
    },
  }
}
