import { Worker } from 'node:worker_threads'
import { DomainError } from '../errors.ts'
import type { DossierContent } from './rules/content.ts'

/** What is printed: the content, and what identifies this print. */
export type DossierPrint = {
  readonly content: DossierContent
  /** SHA-256 over the content. */
  readonly contentHash: string
  /** What the page of verification is asked for. */
  readonly code: string
  /** Address of that page with the code, for the QR code. */
  readonly verificationUrl: string
  readonly printedAt: string
}

/** A dossier takes half a second; one that takes longer than this hangs. */
const timeoutMs = 30_000
/** Prints that may wait for their turn: more at once are asked to come back. */
const mostWaiting = 20

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** Prints a dossier as PDF in a thread of its own, one at a time, so that the server goes on answering. UNAVAILABLE while too many wait. */
export async function printDossier(print: DossierPrint): Promise<Uint8Array<ArrayBuffer>> {
  if (waiting >= mostWaiting) {
    throw new DomainError(
      'UNAVAILABLE',
      {
        id: 'Banyak berkas sedang dicetak. Coba lagi sebentar lagi.',
        en: 'Many dossiers are being printed. Try again in a moment.',
      },
      {},
      5,
    )
  }
  waiting += 1
  const turn = last.then(() => runPrinter(print))
  last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}

function runPrinter(print: DossierPrint): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./printers/dossier-worker.ts', import.meta.url), {
    workerData: print,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the printer took too long')), timeoutMs)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      finish()
    }
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => settle(() => resolve(bytes)))
    worker.once('error', (error) => settle(() => reject(error)))
    worker.once('exit', (code) => settle(() => reject(new Error(`the printer ended with ${code}`))))
  }).finally(() => worker.terminate())
}
