import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Database } from '../db.ts'
import { DomainError } from '../errors.ts'

export type PressureBounds = {
  /** Most requests that are worked on at once; what comes on top is turned away at once instead of waiting. */
  readonly requests: number
  /** Most callers that may wait for a database connection. */
  readonly waiting: number
  /** Mean delay of the event loop, in milliseconds, that is too much when it lasts: one long step alone says nothing of the next one. */
  readonly loopDelayMs: number
}

export const usualPressure: PressureBounds = { requests: 200, waiting: 100, loopDelayMs: 300 }

const sampleMs = 250
const resolutionMs = 10
const mostSlowSamples = 3

/** Watches how busy the process is, and turns requests away (UNAVAILABLE, try again in a second) before those inside become slow. */
export class Pressure {
  readonly #bounds: PressureBounds
  readonly #pool: Database['pool']
  readonly #delay = monitorEventLoopDelay({ resolution: resolutionMs })
  readonly #timer: NodeJS.Timeout
  #slowSamples = 0
  #requests = 0
  #shed = 0
  #idle: (() => void) | undefined

  constructor(database: Database, bounds: PressureBounds) {
    this.#bounds = bounds
    this.#pool = database.pool
    this.#delay.enable()
    this.#timer = setInterval(() => {
      const mean = this.#delay.mean / 1e6
      this.#slowSamples = mean - resolutionMs > bounds.loopDelayMs ? this.#slowSamples + 1 : 0
      this.#delay.reset()
    }, sampleMs).unref()
  }

  /** Requests that were turned away since the start. */
  get shed(): number {
    return this.#shed
  }

  /** Lets a request in, or throws UNAVAILABLE. What was let in must `leave`. */
  enter(): void {
    const { requests, waiting } = this.#bounds
    if (this.#requests >= requests || this.#pool.waitingCount > waiting || this.#slowSamples >= mostSlowSamples) {
      this.#shed += 1
      throw new DomainError(
        'UNAVAILABLE',
        { id: 'Sistem sedang sibuk. Coba lagi sebentar lagi.', en: 'The system is busy. Try again in a moment.' },
        {},
        1,
      )
    }
    this.#requests += 1
  }

  leave(): void {
    this.#requests -= 1
    if (this.#requests === 0) this.#idle?.()
  }

  /** Resolves when nothing is being worked on. */
  async idle(): Promise<void> {
    if (this.#requests > 0) {
      await new Promise<void>((resolve) => {
        this.#idle = resolve
      })
    }
  }

  close(): void {
    clearInterval(this.#timer)
    this.#delay.disable()
  }
}
