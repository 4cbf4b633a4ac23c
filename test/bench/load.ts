import { connect, type Socket } from 'node:net'

export type Target = { readonly port: number; readonly headers: Readonly<Record<string, string>> }

/**
 * Speaks HTTP to one of our own servers over one kept connection, one request after the other. As lean as can be, because it shares the
 * processors with what it measures: it reads the length of an answer and nothing else of its headers.
 */
export class Caller {
  readonly #socket: Socket
  readonly #head: string
  #received: Buffer[] = []
  #bytes = 0
  #wanted = 0
  #settle: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | undefined

  constructor({ port, headers }: Target) {
    const lines = Object.entries({
      host: `127.0.0.1:${port}`,
      accept: 'application/json',
      'content-type': 'application/json',
      ...headers,
    })
    this.#head = `POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}`
    this.#socket = connect({ host: '127.0.0.1', port, noDelay: true })
    this.#socket.on('data', (chunk) => this.#take(chunk))
    this.#socket.on('error', (error) => this.#settle?.reject(error))
    this.#socket.on('close', () => this.#settle?.reject(new Error('the server closed the connection')))
  }

  /** The body of the answer, which must have status 200. */
  ask(body: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#socket.write(`${this.#head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }

  close(): void {
    this.#settle = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk)
    this.#bytes += chunk.length
    if (this.#wanted === 0) this.#readHead()
    if (this.#wanted === 0 || this.#bytes < this.#wanted) return
    const answer = Buffer.concat(this.#received)
    const body = answer.subarray(answer.indexOf('\r\n\r\n') + 4)
    this.#received = []
    this.#bytes = 0
    this.#wanted = 0
    if (answer.subarray(9, 12).toString() === '200') this.#settle?.resolve(body)
    else this.#settle?.reject(new Error(answer.toString('utf8').slice(0, 2_000)))
  }

  #readHead(): void {
    const start = Buffer.concat(this.#received)
    const end = start.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = /content-length: (\d+)/i.exec(start.subarray(0, end).toString('latin1'))?.[1]
    if (length === undefined)
      this.#settle?.reject(new Error(`an answer without a length: ${start.subarray(0, end).toString('latin1')}`))
    this.#wanted = end + 4 + Number(length)
  }
}

export type Load = {
  readonly concurrency: number
  readonly milliseconds: number
  /** Ends after so many requests, if that is sooner. */
  readonly requests?: number
}

/** Asks for `milliseconds` with `concurrency` connections at once; answers how many requests were served, in how many seconds. */
export async function load(
  target: Target,
  bodies: readonly string[],
  { concurrency, milliseconds, requests: most = Number.POSITIVE_INFINITY }: Load,
): Promise<{ readonly requests: number; readonly seconds: number }> {
  const callers = Array.from({ length: concurrency }, () => new Caller(target))
  const startedAt = performance.now()
  let requests = 0
  try {
    await Promise.all(
      callers.map(async (caller, place) => {
        let next = Math.floor((place * bodies.length) / concurrency)
        while (requests < most && performance.now() - startedAt < milliseconds) {
          await caller.ask(bodies[next % bodies.length] ?? '')
          next += 1
          requests += 1
        }
      }),
    )
    return { requests, seconds: (performance.now() - startedAt) / 1_000 }
  } finally {
    for (const caller of callers) caller.close()
  }
}
