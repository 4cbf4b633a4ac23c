import { GraphQLError } from 'graphql'
import { DomainError, type ErrorCode, errorCodes } from '../errors.ts'
import { faultCode } from '../faults.ts'
import { type Language, type Sentence, say } from '../language.ts'

/** One error as a client reads it. */
export type PublicError = {
  readonly code: ErrorCode
  readonly message: string
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** Seconds to wait before another try. */
  readonly retryAfter?: number
}

/** Status of an answer that consists of this error alone; every other code is 400. */
const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  STALE_VERSION: 409,
  WRONG_STATE: 409,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
}

export function statusOf(code: ErrorCode): number {
  return statuses[code] ?? 400
}

const sentences: Partial<Record<ErrorCode, Sentence>> = {
  CONFLICT: {
    id: 'Data ini sudah ada, atau perubahan lain lebih dahulu.',
    en: 'This exists already, or another change came first.',
  },
  NOT_FOUND: { id: 'Data tidak ditemukan atau tidak boleh Anda lihat.', en: 'There is no such record, or you may not see it.' },
  INVALID_INPUT: { id: 'Ada isian yang tidak dapat diterima.', en: 'A value cannot be accepted.' },
  UNAVAILABLE: { id: 'Sistem sedang sibuk. Coba lagi sebentar lagi.', en: 'The system is busy. Try again in a moment.' },
  INTERNAL: { id: 'Terjadi kesalahan tak terduga; sudah dicatat.', en: 'An unexpected fault occurred; it was noted.' },
}

/** What a person may read of anything that was thrown. Unknown errors are bugs: they are reported, and say nothing of themselves. */
export function publicError(error: unknown, language: Language, report: (error: unknown) => void): PublicError {
  if (error instanceof DomainError) {
    const fields = Object.entries(error.fields).map(([path, sentence]) => ({ path, message: say(sentence, language) }))
    const retryAfter = error.retryAfter ?? (error.code === 'UNAVAILABLE' ? 1 : undefined)
    return {
      code: error.code,
      message: say(error.sentence, language),
      ...(fields.length > 0 ? { fields } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    }
  }
  const code = faultCode(error) ?? (isBadCursor(error) ? 'INVALID_INPUT' : 'INTERNAL')
  if (code === 'INTERNAL' || code === 'INVALID_INPUT') report(error)
  return {
    code,
    message: say(sentences[code] ?? errorCodes[code], language),
    ...(code === 'UNAVAILABLE' ? { retryAfter: 1 } : {}),
  }
}

/** Pothos refuses a cursor or a page that it cannot read with an error of its own. */
function isBadCursor(error: unknown): boolean {
  return error instanceof Error && error.name === 'PothosValidationError'
}

/**
 * An error of a GraphQL answer as it leaves. Errors of GraphQL itself (syntax, validation, variables) keep their text without the
 * suggestions, which would list the schema to anybody. No stack, SQL or text of the database gets through.
 */
export function maskedError(error: GraphQLError, language: Language, report: (error: unknown) => void): GraphQLError {
  const { nodes, source, positions, path } = error
  const place = { nodes, source, positions, path }
  const cause = causeOf(error)
  if (cause instanceof GraphQLError) {
    const { code, http } = cause.extensions
    const message = error.message.replace(/ ?Did you mean [^?]*\?/g, '').slice(0, 300)
    return new GraphQLError(message, {
      ...place,
      extensions: { code: isErrorCode(code) ? code : 'INVALID_INPUT', http: http ?? error.extensions.http },
    })
  }
  const { code, message, fields, retryAfter } = publicError(cause, language, report)
  const isOfRequest = code === 'UNAVAILABLE' || code === 'TOO_MANY_REQUESTS'
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return new GraphQLError(message, {
    ...place,
    // Only these two turn the whole answer: any other refusal of one field leaves the rest of the answer good.
    extensions: { code, ...(fields ? { fields } : {}), ...(isOfRequest ? { http: { status: statusOf(code), headers } } : {}) },
  })
}

function causeOf(error: GraphQLError): unknown {
  let cause: unknown = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code)
}
