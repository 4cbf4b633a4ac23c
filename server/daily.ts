import { civilDate, nextMidnight } from './identity/rules/civil-date.ts'

export type Daily = { stop(): void }

type Options = {
  readonly now: () => Date
  /** Told of a failed run; the work is tried again after a minute. */
  readonly onError: (error: unknown) => void
}

const retryMs = 60_000

/** Does the work for today, and again at each midnight of the city until it is stopped. Resolves when the first run has ended. */
export async function everyDay(work: (today: Date) => Promise<unknown>, { now, onError }: Options): Promise<Daily> {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const run = async (): Promise<void> => {
    const startedAt = now()
    let next = nextMidnight(startedAt)
    try {
      await work(civilDate(startedAt))
    } catch (error) {
      onError(error)
      next = new Date(now().getTime() + retryMs)
    }
    if (!isStopped) timer = setTimeout(run, Math.max(0, next.getTime() - now().getTime())).unref()
  }
  await run()
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
