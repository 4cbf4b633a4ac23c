import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../errors.ts'

/** Requests from one address in a minute (LOCAL). A village, or a clinic with its own wireless net, may share one address. */
export type PublicLimits = { readonly reads: number; readonly writes: number }

export const usualPublicLimits: PublicLimits = { reads: 600, writes: 240 }

/** Counts public requests per address, in memory alone: no address of a citizen is ever stored. */
export class PublicGate {
  readonly #reads: RateLimiterMemory
  readonly #writes: RateLimiterMemory

  constructor({ reads, writes }: PublicLimits) {
    this.#reads = new RateLimiterMemory({ points: reads, duration: 60 })
    this.#writes = new RateLimiterMemory({ points: writes, duration: 60 })
  }

  /** Lets a request through, or throws TOO_MANY_REQUESTS with the seconds to wait. */
  async admit(kind: keyof PublicLimits, address: string): Promise<void> {
    try {
      await (kind === 'reads' ? this.#reads : this.#writes).consume(networkOf(address))
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
      throw new DomainError(
        'TOO_MANY_REQUESTS',
        {
          id: `Terlalu banyak permintaan dari jaringan ini. Coba lagi dalam ${seconds} detik; isian Anda belum hilang.`,
          en: `Too many requests from this network. Try again in ${seconds} seconds; what you typed is not lost yet.`,
        },
        {},
        seconds,
      )
    }
  }
}

/** A visitor with IPv6 may change the lower half of the address at will: the upper half counts. */
function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}
