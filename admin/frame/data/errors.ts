import type { GraphQLFormattedError } from 'graphql'
import { HttpError } from 'ra-core'
import { announceExpiry } from '../session.ts'

/** HTTP status that stands for an error code of the server; every other code of the closed set is a refusal of the input: 422. */
const statusOf: Record<string, number> = {
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

type FieldFault = { path: string; message: string }
export type FaultBody = { code: string; fields: FieldFault[]; errors: Record<string, string | { serverError: string }> }

/** The code of an error that the data layer threw; `UNAVAILABLE` when the server could not be reached at all. */
export function codeOf(error: unknown): string {
  return error instanceof HttpError ? ((error.body as FaultBody | undefined)?.code ?? 'UNAVAILABLE') : 'INTERNAL'
}

/** Turns whatever a request threw into the one error of the console: an HttpError with the server's code. */
export function toHttpError(error: unknown): HttpError {
  // The data provider wraps what it does not know, the errors of its own kind included.
  if (error instanceof HttpError) return error.body instanceof Error ? toHttpError(error.body) : error
  return fault('INTERNAL', error instanceof Error ? error.message : String(error), [])
}

/**
 * An error of the API as an HttpError whose status follows its code, whose message is the server's sentence in the person's language, and
 * whose `body.errors` marks the form fields that the server refused. An ended session is announced to the frame.
 */
export function fromGraphQL(error: GraphQLFormattedError): HttpError {
  const { code, fields } = (error.extensions ?? {}) as { code?: string; fields?: FieldFault[] }
  if (code === 'UNAUTHENTICATED') announceExpiry()
  return fault(code ?? 'INTERNAL', error.message, fields ?? [])
}

function fault(code: string, message: string, fields: FieldFault[]): HttpError {
  const errors: FaultBody['errors'] = Object.fromEntries(fields.map((field) => [formPath(field.path), field.message]))
  if (fields.length > 0) errors.root = { serverError: message }
  return new HttpError(message, statusOf[code] ?? 422, { code, fields, errors } satisfies FaultBody)
}

/** The server counts paths from the mutation's `input`; the form from its own root. */
function formPath(path: string): string {
  return path.replace(/^input\./, '')
}
