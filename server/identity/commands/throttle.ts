import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../../errors.ts'

/** Tries in a quarter of an hour (LOCAL). One account from one address comes first, so that a stranger elsewhere cannot lock a person out. */
const tries = { pair: 5, account: 50, address: 50 } as const
const windowSeconds = 15 * 60

/** Counts sign-ins that failed, per account, per address and per pair of both, for existing and unknown accounts alike. */
export class SignInThrottle {
  readonly #pair = new RateLimiterMemory({ points: tries.pair, duration: windowSeconds })
  readonly #account = new RateLimiterMemory({ points: tries.account, duration: windowSeconds })
  readonly #address = new RateLimiterMemory({ points: tries.address, duration: windowSeconds })

  /** Counts one try; throws TOO_MANY_REQUESTS when there were too many. */
  async admit(account: string, address: string): Promise<void> {
    try {
      await this.#address.consume(address)
      await this.#pair.consume(`${address} ${account}`)
      await this.#account.consume(account)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.ceil(refusal.msBeforeNext / 1_000)
      const minutes = Math.ceil(seconds / 60)
      throw new DomainError(
        'TOO_MANY_REQUESTS',
        {
          id: `Terlalu banyak percobaan masuk. Coba lagi dalam ${minutes} menit.`,
          en: `Too many attempts to sign in. Try again in ${minutes} minutes.`,
        },
        {},
        seconds,
      )
    }
  }

  /** Takes the tries back after a sign-in that succeeded. */
  async forgive(account: string, address: string): Promise<void> {
    await Promise.all([this.#pair.delete(`${address} ${account}`), this.#account.reward(account), this.#address.reward(address)])
  }
}
