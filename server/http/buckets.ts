import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../errors.ts'

/** Work that may be asked for in a minute, in rows of the row budget (LOCAL). */
export type BucketSizes = {
  /** By one session or token. */
  readonly identity: number
  /** From one address by those who are not signed in. */
  readonly anonymous: number
  /** From one address by all together: a city's offices share one. */
  readonly address: number
}

export const usualBuckets: BucketSizes = { identity: 600_000, anonymous: 20_000, address: 3_000_000 }

/** Meters work per identity and per address. */
export class Buckets {
  readonly #identity: RateLimiterMemory
  readonly #anonymous: RateLimiterMemory
  readonly #address: RateLimiterMemory

  constructor(sizes: BucketSizes) {
    const bucket = (points: number) => new RateLimiterMemory({ points, duration: 60 })
    this.#identity = bucket(sizes.identity)
    this.#anonymous = bucket(sizes.anonymous)
    this.#address = bucket(sizes.address)
  }

  /** Takes `cost` rows out; throws TOO_MANY_REQUESTS with the seconds to wait when a bucket is empty. `identity` null is nobody. */
  async take(identity: string | null, address: string, cost: number): Promise<void> {
    try {
      await this.#address.consume(address, cost)
      if (identity === null) await this.#anonymous.consume(address, cost)
      else await this.#identity.consume(identity, cost)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
      throw new DomainError(
        'TOO_MANY_REQUESTS',
        {
          id: `Terlalu banyak permintaan. Coba lagi dalam ${seconds} detik.`,
          en: `Too many requests. Try again in ${seconds} seconds.`,
        },
        {},
        seconds,
      )
    }
  }
}
