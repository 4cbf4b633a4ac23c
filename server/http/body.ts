import type { IncomingMessage } from 'node:http'
import { DomainError } from '../errors.ts'

export type BodyBounds = {
  /** Most bytes, as they arrive. */
  readonly bytes: number
  /** Milliseconds until the last byte must have arrived. */
  readonly timeoutMs: number
}

/**
 * Reads the whole body. Bytes are counted as they arrive, whatever the headers say: TOO_LARGE above the bound, LIMIT_EXCEEDED when the
 * client is too slow, INVALID_INPUT for a body in an encoding, because a small one may unfold to any size.
 */
export function readBody(request: IncomingMessage, { bytes, timeoutMs }: BodyBounds): Promise<Buffer> {
  const { 'content-encoding': encoding, 'content-length': announced } = request.headers
  if (encoding !== undefined) throw new DomainError('INVALID_INPUT', encoded)
  if (Number(announced) > bytes) throw tooLarge(bytes)
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const chunks: Buffer[] = []
  let received = 0
  const timer = setTimeout(() => reject(new DomainError('LIMIT_EXCEEDED', tooSlow)), timeoutMs)
  const onData = (chunk: Buffer) => {
    received += chunk.length
    if (received > bytes) reject(tooLarge(bytes))
    else chunks.push(chunk)
  }
  let isWhole = false
  const onEnd = () => {
    isWhole = true
    resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
  }
  // Also told of a request that ended well, before the listeners are taken off: an error for each of them would be made for nothing.
  const onGone = () => {
    if (!isWhole) reject(new DomainError('INVALID_INPUT', cutShort))
  }
  request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone)
  return promise.finally(() => {
    clearTimeout(timer)
    request.off('data', onData).off('end', onEnd).off('close', onGone)
  })
}

function tooLarge(bytes: number): DomainError {
  const size = `${Math.floor(bytes / 1_024)} kB`
  return new DomainError('TOO_LARGE', { id: `Isi permintaan melebihi ${size}.`, en: `The body is larger than ${size}.` })
}

const tooSlow = { id: 'Isi permintaan datang terlalu lambat.', en: 'The body arrived too slowly.' }
const cutShort = { id: 'Isi permintaan terputus.', en: 'The body was cut short.' }
const encoded = { id: 'Isi permintaan tidak boleh dimampatkan.', en: 'The body must not be compressed.' }
