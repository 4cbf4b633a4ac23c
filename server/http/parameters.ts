import type { IncomingMessage } from 'node:http'
import { DomainError } from '../errors.ts'
import { type BodyBounds, readBody } from './body.ts'

/** The parameters of a GraphQL request, and nothing else that its body held. */
export type Parameters = {
  readonly query?: unknown
  readonly operationName?: unknown
  readonly variables?: unknown
  readonly extensions?: unknown
}

/**
 * Reads the parameters of a POST. Only JSON is taken: forms and multipart can be sent by any foreign page without asking. Batches are
 * refused. INVALID_INPUT names what is wrong.
 */
export async function readParameters(request: IncomingMessage, bounds: BodyBounds): Promise<Parameters> {
  if (!isJson(request.headers['content-type'])) throw new DomainError('INVALID_INPUT', notJson)
  const body = await readBody(request, bounds)
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw new DomainError('INVALID_INPUT', unreadable)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DomainError('INVALID_INPUT', noObject)
  const { query, operationName, variables, extensions } = value as Record<string, unknown>
  if (query === undefined && extensions === undefined) throw new DomainError('INVALID_INPUT', noQuery)
  return {
    ...(query === undefined ? {} : { query }),
    ...(operationName === undefined ? {} : { operationName }),
    ...(variables === undefined ? {} : { variables }),
    ...(extensions === undefined ? {} : { extensions }),
  }
}

/** True for `application/json`, in UTF-8 where it names a character set. */
export function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset="?utf-?8"?\s*)?$/i.test(contentType ?? '')
}

const notJson = { id: 'Isi permintaan harus application/json.', en: 'The body must be application/json.' }
const unreadable = { id: 'Isi permintaan bukan JSON yang benar.', en: 'The body is not proper JSON.' }
const noObject = { id: 'Isi permintaan harus satu objek JSON.', en: 'The body must be one JSON object.' }
const noQuery = { id: 'Permintaan tidak memuat query.', en: 'The request holds no query.' }
