import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { type PublicError, statusOf } from './errors.ts'

/** Milliseconds in which the rest of a refused body is thrown away, so that the client gets to read why; then the line is cut. */
const drainMs = 1_000

export function sendJson(response: ServerResponse, status: number, value: unknown, headers: OutgoingHttpHeaders = {}): void {
  const body = JSON.stringify(value)
  const own = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }
  response.writeHead(status, { ...own, ...headers }).end(body)
}

/** Sends an error in the form that GraphQL clients read, whatever the address. Nothing happens when the answer has begun already. */
export function sendError(response: ServerResponse, error: PublicError, status = statusOf(error.code)): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (!response.req.complete) response.setHeader('connection', 'close')
  const { code, message, fields, retryAfter } = error
  const headers: OutgoingHttpHeaders = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  sendJson(response, status, { errors: [{ message, extensions: { code, ...(fields ? { fields } : {}) } }] }, headers)
}

/** Takes the rest of a body that nobody read off the line, for a moment only. */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  request.resume()
  const timer = setTimeout(() => request.destroy(), drainMs).unref()
  request.once('close', () => clearTimeout(timer))
}

/** Copies an answer of the fetch kind onto Node's response, in one piece. */
export async function sendFetchResponse(response: ServerResponse, answer: Response): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  const body = await answer.text()
  response.setHeader('content-length', Buffer.byteLength(body))
  response.writeHead(answer.status).end(body)
}

export function isEventStream(answer: Response): boolean {
  return answer.body !== null && (answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false)
}

/** Sends a stream of events as they come. Resolves when it has ended, from whichever side. */
export async function sendEvents(response: ServerResponse, answer: Response): Promise<void> {
  const retryAfter = answer.headers.get('retry-after')
  // A proxy that gathers answers would hold the events back.
  response.writeHead(answer.status, {
    ...(retryAfter === null ? {} : { 'retry-after': retryAfter }),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  try {
    await pipeline(nodeStream(answer), response)
  } catch (error) {
    // The listener left: the usual end of a stream.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
  }
}

/** The fetch implementation of Yoga keeps a stream of Node under its own; that one ends at once when the listener leaves. */
function nodeStream({ body }: Response): Readable {
  if (body && 'readable' in body && body.readable instanceof Readable) return body.readable
  return Readable.fromWeb(body as ReadableStream)
}

/** A bare answer on the socket of a request that Node could not even read. */
export function rawAnswer(status: number, reason: string, code: PublicError['code'], message: string): string {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  return [
    `HTTP/1.1 ${status} ${reason}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
