import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs a transaction again when PostgreSQL gave it up in favour of another one (a serialization failure or a deadlock): such an error
 * says that nothing was written and that the same call may well succeed now. Waits 5–10 ms before the second attempt and twice as long
 * before each further one, spread by `random` so that two rivals do not meet again. Any other error passes at once; so does the
 * conflict of the last attempt.
 */
export async function withRetry<T>(
  run: (attempt: number) => Promise<T>,
  { attempts = 6, random = Math.random }: { attempts?: number; random?: () => number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(attempt)
    } catch (error) {
      if (attempt >= attempts || !isWriteConflict(error)) throw error
      await sleep(5 * 2 ** (attempt - 1) * (1 + random()))
    }
  }
}

/**
 * True for each form in which a conflict arrives: Prisma's P2034, the adapter's `TransactionWriteConflict` (a failure at COMMIT comes
 * without a Prisma code), and PostgreSQL's own 40001 (serialization_failure) and 40P01 (deadlock_detected) from a raw statement.
 */
export function isWriteConflict(error: unknown): boolean {
  for (let link: unknown = error, depth = 0; typeof link === 'object' && link !== null && depth < 5; depth += 1) {
    const { code, kind, originalCode, cause, meta } = link as Partial<Record<string, unknown>>
    if (kind === 'TransactionWriteConflict') return true
    if ([code, originalCode].some((value) => value === 'P2034' || value === '40001' || value === '40P01')) return true
    link = cause ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError
  }
  return false
}
