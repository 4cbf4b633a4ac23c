/**
 * The receiving end of a stream. What was put and not yet taken is kept once for each key, so that a slow reader costs no memory. Unlike a
 * generator it ends at once, also while somebody waits for the next value.
 */
export class Subscriber<Key, Value> implements AsyncIterableIterator<Value> {
  readonly #makeValue: (key: Key) => Value
  readonly #onEnd: () => void
  readonly #waiting = new Set<Key>()
  #wake: ((result: IteratorResult<Value>) => void) | undefined
  #isEnded = false

  constructor(makeValue: (key: Key) => Value, onEnd: () => void) {
    this.#makeValue = makeValue
    this.#onEnd = onEnd
  }

  put(key: Key): void {
    if (this.#isEnded) return
    if (this.#wake) this.#answer({ done: false, value: this.#makeValue(key) })
    else this.#waiting.add(key)
  }

  end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#waiting.clear()
    this.#answer({ done: true, value: undefined })
    this.#onEnd()
  }

  next(): Promise<IteratorResult<Value>> {
    if (this.#isEnded) return Promise.resolve({ done: true, value: undefined })
    for (const key of this.#waiting) {
      this.#waiting.delete(key)
      return Promise.resolve({ done: false, value: this.#makeValue(key) })
    }
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  return(): Promise<IteratorResult<Value>> {
    this.end()
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #answer(result: IteratorResult<Value>): void {
    const wake = this.#wake
    this.#wake = undefined
    wake?.(result)
  }
}
