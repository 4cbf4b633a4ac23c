import { type ChildProcess, fork } from 'node:child_process'
import { heapFlags } from '../../bounded-process.ts'
import type { Database } from '../../db.ts'
import { DomainError, type ErrorCode } from '../../errors.ts'
import type { Actor } from '../../identity/policy.ts'
import type { Sentence } from '../../language.ts'
import { type Caller, execute } from '../../transact.ts'
import { refuseFile } from '../readers/refusals.ts'
import { failRun } from './runs.ts'

export type Job =
  | { readonly task: 'INSPECT'; readonly sampleRows: number }
  | { readonly task: 'RUN'; readonly url: string; readonly runId: string; readonly actor: Actor; readonly now: string }

export type Inspection = {
  readonly headers: readonly string[]
  readonly rowCount: number
  readonly sampleRows: readonly (readonly string[])[]
}

export type JobAnswer =
  | { readonly inspected: Inspection }
  | { readonly done: true }
  | {
      readonly refused: {
        readonly code: ErrorCode
        readonly sentence: Sentence | string
        readonly fields: Record<string, Sentence | string>
      }
    }

/** Files that are looked at at once; each may take a few hundred megabytes for a moment. */
const inspectionsAtOnce = 2
let inspections = 0

/**
 * Reads a whole file in a process of its own: what is not a sound table is refused here, before anything is stored.
 * UNAVAILABLE: other files are being looked at.
 */
export async function inspectFile(bytes: Buffer, sampleRows: number): Promise<Inspection> {
  if (inspections >= inspectionsAtOnce) {
    const sentence = {
      id: 'Berkas lain sedang diperiksa. Coba lagi sebentar.',
      en: 'Other files are being looked at. Try again soon.',
    }
    throw new DomainError('UNAVAILABLE', sentence, {}, 5)
  }
  inspections += 1
  try {
    const child = startProcess(bytes.length, 'pipe')
    // When the process dies early, its end tells why; the broken pipe says nothing more.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(bytes)
    const answer = await answerOf(child, { task: 'INSPECT', sampleRows })
    if (answer && 'inspected' in answer) return answer.inspected
    throw refusalOf(answer) ?? refuseFile('UNPACKED_TOO_LARGE')
  } finally {
    inspections -= 1
  }
}

/**
 * Reads a file in, in a process of its own that works on the same database; resolves when it ended. Whatever goes wrong is recorded on the
 * run, never thrown: whoever started it has long had the answer.
 */
export async function runInBackground(
  database: Database,
  run: { readonly id: string; readonly size: number },
  caller: Caller,
): Promise<void> {
  const { actor, now } = caller
  const url = database.pool.options.connectionString ?? ''
  const answer = await answerOf(startProcess(run.size, 'ignore'), {
    task: 'RUN',
    url,
    runId: run.id,
    actor,
    now: now.toISOString(),
  })
  if (answer) return
  const failure = 'INTERNAL: Proses impor berhenti sebelum selesai.'
  await execute(database, failRun, { id: run.id, failure }, caller).catch((error: unknown) => {
    process.emitWarning(`The failure of import ${run.id} could not be recorded: ${String(error)}`)
  })
}

function startProcess(fileBytes: number, stdin: 'pipe' | 'ignore'): ChildProcess {
  return fork(new URL('./import-process.ts', import.meta.url), {
    execArgv: heapFlags(fileBytes),
    stdio: [stdin, 'ignore', 'inherit', 'ipc'],
  })
}

/** Sends the job and waits for the end: the answer, or null when the process died without one. */
function answerOf(child: ChildProcess, job: Job): Promise<JobAnswer | null> {
  const { promise, resolve } = Promise.withResolvers<JobAnswer | null>()
  let answer: JobAnswer | null = null
  child.on('message', (message) => {
    answer = message as JobAnswer
  })
  child.on('error', () => resolve(null))
  child.on('close', () => resolve(answer))
  child.send(job, (error) => {
    if (error) child.kill()
  })
  return promise
}

function refusalOf(answer: JobAnswer | null): DomainError | null {
  if (!answer || !('refused' in answer)) return null
  const { code, sentence, fields } = answer.refused
  return new DomainError(code, sentence, fields)
}
