import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { Database, Transaction } from './db.ts'
import { DomainError } from './errors.ts'

/**
 * One request that its sender may send again: the key that came with it and all that it says. The commands that it runs are numbered in
 * their order, so that a request of several, of which some were refused or cut off, goes on where it stood.
 */
export class Attempt {
  readonly actorId: string
  readonly keyHash: Uint8Array<ArrayBuffer>
  readonly bodyHash: Uint8Array<ArrayBuffer>
  /** The data of the first sending's answer, when this is a later one and the first was answered in full. */
  answer: unknown
  readonly #key: string
  #steps = 0

  constructor(actorId: string, key: string, body: string) {
    this.actorId = actorId
    this.#key = key.toLowerCase()
    this.keyHash = new Uint8Array(createHash('sha256').update(this.#key).digest())
    // Bound to the key: a password in a body could be guessed from a plain hash.
    this.bodyHash = new Uint8Array(createHmac('sha256', this.#key).update(body).digest())
  }

  /** The number of the next command; to be asked for once a command, however often its transaction is tried. */
  nextStep(): number {
    this.#steps += 1
    return this.#steps - 1
  }

  /** True when a command ran. */
  get hasRun(): boolean {
    return this.#steps > 0
  }

  /** Encrypts under the key, of which the database knows only the hash: answers hold personal data, and some a password or a token. */
  seal(value: unknown): Uint8Array<ArrayBuffer> {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#sealingKey(), nonce)
    const sealed = Buffer.concat([cipher.update(serialize(value)), cipher.final()])
    return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]))
  }

  open(sealed: Uint8Array): unknown {
    const opening = createDecipheriv('aes-256-gcm', this.#sealingKey(), sealed.subarray(0, nonceBytes))
    opening.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    return deserialize(Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]))
  }

  #sealingKey(): Buffer {
    return createHmac('sha256', this.#key).update(`seal ${this.actorId}`).digest()
  }
}

const nonceBytes = 12
const tagBytes = 16

/**
 * Does the work unless an earlier sending did it, and then gives what that one gave; a sending that comes while another one is at work
 * waits for its end. What is remembered is a part of the transaction: work that is rolled back was never tried. CONFLICT when the key
 * came with another request before.
 */
export async function onlyOnce<Result>(
  tx: Transaction,
  attempt: Attempt,
  step: number,
  now: Date,
  work: () => Promise<Result>,
): Promise<Result> {
  const { actorId, keyHash, bodyHash } = attempt
  const { count } = await tx.commandAttempt.createMany({
    data: { actorId, keyHash, step, bodyHash, at: now },
    skipDuplicates: true,
  })
  const key = { actorId, keyHash, step }
  if (count === 0) {
    const earlier = await tx.commandAttempt.findUniqueOrThrow({ where: { actorId_keyHash_step: key } })
    if (!Buffer.from(earlier.bodyHash).equals(bodyHash)) throw new DomainError('CONFLICT', otherRequest)
    if (earlier.answer) attempt.answer = attempt.open(earlier.answer)
    // Written before the transaction that claimed the step could end; the type is that of the same command then.
    return attempt.open(earlier.result ?? neverWritten()) as Result
  }
  const result = await work()
  await tx.commandAttempt.updateMany({ where: key, data: { result: attempt.seal(result) } })
  return result
}

/** Keeps the data of a full answer beside its commands; an attempt that ran none has nothing to be remembered by. */
export async function rememberAnswer({ prisma }: Pick<Database, 'prisma'>, attempt: Attempt, data: unknown): Promise<void> {
  const { actorId, keyHash } = attempt
  await prisma.commandAttempt.updateMany({ where: { actorId, keyHash, step: 0 }, data: { answer: attempt.seal(data) } })
}

const keptMs = 24 * 3_600_000

/** Removes what is older than a day (LOCAL), as a part of the daily step; answers the number of commands forgotten. */
export async function forgetAttempts({ prisma }: Pick<Database, 'prisma'>, now: Date): Promise<number> {
  const { count } = await prisma.commandAttempt.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptMs) } } })
  return count
}

function neverWritten(): never {
  throw new Error('A command was remembered without its result.')
}

const otherRequest = {
  id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Kirim permintaan baru dengan kunci baru.',
  en: 'This Idempotency-Key came with another request before. Send a new request with a new key.',
}
