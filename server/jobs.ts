import type { Database, Transaction } from './db.ts'
import { type JobState, Prisma } from './generated/prisma/client.ts'
import { newId } from './new-id.ts'
import { unnest } from './unnest.ts'

export type NewJob = {
  /** Which work it is: a name of {@link Works}. */
  readonly kind: string
  /** What it is about, such as a day or the id of a record: one kind is never queued twice for the same. */
  readonly key: string
  /** Not before this instant. */
  readonly dueAt?: Date
}

/** What a job does. It may be begun again where it stopped, so whatever it does must be found done by a second run. */
export type Work = (key: string) => Promise<unknown>

export type Works = Readonly<Record<string, Work>>

/** How often a job is begun before it counts as dead and waits for a person. */
const mostAttempts = 8
/** Whoever works on a job says so within this time; after it another process begins the job again. */
const leaseMs = 120_000
const firstRetryMs = 60_000
const longestRetryMs = 3_600_000
const longestFailure = 500

/** Queues jobs in the transaction of what caused them, in no order; those that were queued before are left as they are. */
export async function enqueue(tx: Pick<Transaction, '$executeRaw'>, jobs: readonly NewJob[], now: Date): Promise<void> {
  if (jobs.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO job (id, kind, key, next_at, created_at)
    SELECT "row".id, "row".kind, "row".key, "row".next_at, ${now}
    FROM ${unnest(jobs, {
      id: ['uuid', () => newId()],
      kind: ['text', ({ kind }) => kind],
      key: ['text', ({ key }) => key],
      next_at: ['timestamptz', ({ dueAt }) => (dueAt ?? now).toISOString()],
    })}
    ON CONFLICT (kind, key) DO NOTHING`)
}

type Claimed = {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly attempts: number
  readonly state: JobState
}

type Options = {
  readonly now: () => Date
  /** Told of each attempt that failed, and of each process that ended over its work too often. */
  readonly onError: (error: unknown) => void
}

/**
 * Does the next job that is due, of these kinds; false when there is none. Several processes may do so at the same time: each job has one
 * worker, and the job of a killed one is begun again within two minutes. A failed attempt is made again after a minute, then after twice as long,
 * up to an hour; after eight the job is dead.
 */
export async function workOnce({ prisma }: Pick<Database, 'prisma'>, works: Works, options: Options): Promise<boolean> {
  const { now, onError } = options
  const job = await claim(prisma, Object.keys(works), now())
  const work = job && works[job.kind]
  if (!job || !work) return false
  if (job.state === 'DEAD') {
    onError(new Error(`The job ${job.kind} ${job.key} was begun ${job.attempts} times and never ended.`))
    return true
  }
  // A worker that was held up for longer than its lease has lost the job to another one, whose number of attempts is higher.
  const mine = { id: job.id, attempts: job.attempts, state: 'WAITING' } as const
  const heartbeat = setInterval(() => {
    const nextAt = new Date(now().getTime() + leaseMs)
    prisma.job.updateMany({ where: mine, data: { nextAt } }).catch(onError)
  }, leaseMs / 4).unref()
  try {
    await work(job.key)
  } catch (error) {
    onError(error)
    const isDead = job.attempts >= mostAttempts
    const nextAt = new Date(now().getTime() + Math.min(firstRetryMs * 2 ** (job.attempts - 1), longestRetryMs))
    await prisma.job.updateMany({ where: mine, data: { failure: told(error), ...(isDead ? { state: 'DEAD' } : { nextAt }) } })
    return true
  } finally {
    clearInterval(heartbeat)
  }
  await prisma.job.updateMany({ where: mine, data: { state: 'DONE', doneAt: now(), failure: null } })
  return true
}

/** Takes a job for the time of its lease, or buries one that took its worker down with it too often. */
async function claim(
  prisma: Pick<Database['prisma'], '$queryRaw'>,
  kinds: readonly string[],
  now: Date,
): Promise<Claimed | undefined> {
  const [job] = await prisma.$queryRaw<Claimed[]>(Prisma.sql`
    UPDATE job SET next_at = ${new Date(now.getTime() + leaseMs)},
      attempts = CASE WHEN attempts >= ${mostAttempts} THEN attempts ELSE attempts + 1 END,
      state = CASE WHEN attempts >= ${mostAttempts} THEN 'DEAD'::job_state ELSE state END,
      failure = CASE WHEN attempts >= ${mostAttempts} THEN coalesce(failure, 'the process ended') ELSE failure END
    WHERE id = (
      SELECT id FROM job WHERE state = 'WAITING' AND next_at <= ${now} AND kind = ANY (${[...kinds]}::text[])
      ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, key, attempts, state`)
  return job
}

function told(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, longestFailure)
}

const keptMs = 30 * 86_400_000

/** Removes jobs that were done more than 30 days ago (LOCAL); dead ones stay until somebody has looked at them. */
export async function forgetJobs({ prisma }: Pick<Database, 'prisma'>, now: Date): Promise<number> {
  const { count } = await prisma.job.deleteMany({ where: { state: 'DONE', doneAt: { lt: new Date(now.getTime() - keptMs) } } })
  return count
}
