import { codeOf } from '../data/errors.ts'

export type Failure<Row> = { row: Row; error: unknown }
export type Progress<Row> = { done: number; succeeded: readonly Row[]; failed: readonly Failure<Row>[] }

type Options<Row> = {
  run: (row: Row) => Promise<unknown>
  onProgress: (progress: Progress<Row>) => void
  signal: AbortSignal
}

/**
 * Runs one command for each row, one after the other: each is a transaction of its own, and the failure of one leaves the others alone. It ends
 * early when it is stopped, and when the server is out of reach: what was not tried is neither done nor failed.
 */
export async function runEach<Row>(rows: readonly Row[], { run, onProgress, signal }: Options<Row>): Promise<Progress<Row>> {
  let progress: Progress<Row> = { done: 0, succeeded: [], failed: [] }
  for (const row of rows) {
    if (signal.aborted) return progress
    const { done, succeeded, failed } = progress
    try {
      await run(row)
      progress = { done: done + 1, succeeded: [...succeeded, row], failed }
    } catch (error) {
      progress = { done: done + 1, succeeded, failed: [...failed, { row, error }] }
    }
    onProgress(progress)
    if (['UNAVAILABLE', 'UNAUTHENTICATED'].includes(codeOf(progress.failed.at(-1)?.error))) return progress
  }
  return progress
}
