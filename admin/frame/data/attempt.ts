/**
 * Keys by which the server knows a command that is sent again: the same key with the same body is answered as it was the first time, so a
 * command whose answer was lost on the way is never done twice.
 */
export type Attempt = {
  /** The key for these variables: that of the last try when its outcome is unknown and nothing was changed since. */
  keyFor: (variables: unknown) => string
  /** Tells how the last try ended; after a clear answer the next one is a new attempt. */
  settle: (isOutcomeKnown: boolean) => void
}

export function createAttempt(newKey: () => string = randomKey): Attempt {
  let last: { body: string; key: string } | null = null
  return {
    keyFor: (variables) => {
      const body = JSON.stringify(variables)
      if (last?.body !== body) last = { body, key: newKey() }
      return last.key
    },
    settle: (isOutcomeKnown) => {
      if (isOutcomeKnown) last = null
    },
  }
}

/** A random UUID of version 4. `crypto.randomUUID` is missing where the console is served over plain HTTP inside an office. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
