/** A stream of events as a client reads it. */
export type EventStream = {
  readonly status: number
  /** The next result; undefined when the stream has ended. Signs of life are passed over. */
  next(): Promise<Record<string, unknown> | undefined>
  /** Reads until so many signs of life have come. */
  heartbeats(count: number): Promise<void>
  /** Leaves, as a closed tab does. */
  leave(): Promise<void>
}

/** Sends a subscription and answers when the server has begun to stream. */
export async function openEvents(
  url: string,
  query: string,
  variables: unknown,
  headers: Record<string, string>,
): Promise<EventStream> {
  const control = new AbortController()
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: control.signal,
  })
  const blocks = blocksOf(response)
  return {
    status: response.status,
    async next() {
      for (;;) {
        const { done, value } = await blocks.next()
        if (done) return undefined
        const data = /^data: (.+)$/m.exec(value)?.[1]
        if (data) return JSON.parse(data) as Record<string, unknown>
      }
    },
    async heartbeats(count) {
      for (let seen = 0; seen < count; ) {
        const { done, value } = await blocks.next()
        if (done) throw new Error('The stream has ended.')
        if (value === ':') seen += 1
      }
    },
    async leave() {
      control.abort()
      await blocks.next().catch(() => undefined)
    },
  }
}

async function* blocksOf({ body }: Response): AsyncGenerator<string, undefined> {
  let text = ''
  for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end)
      text = text.slice(end + 2)
    }
  }
  return undefined
}
