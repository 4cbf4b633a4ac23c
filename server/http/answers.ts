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

/** Copies an answer of the fetch kind onto Node's response: in one piece, or as it comes for a stream of events. */
export async function sendFetchResponse(response: ServerResponse, answer: Response): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  if (answer.body && answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    response.writeHead(answer.status)
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response)
    return
  }
  const body = await answer.text()
  response.setHeader('content-length', Buffer.byteLength(body))
  response.writeHead(answer.status).end(body)
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
