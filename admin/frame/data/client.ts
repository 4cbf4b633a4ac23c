import type { DocumentNode, GraphQLFormattedError } from 'graphql'
import { HttpError } from 'ra-core'
import { postQuery } from '../session.ts'

/** What the API answered. A field that the person may not read comes as null with a coded error beside the data. */
export type Answer<Data> = { data?: Data | null; errors?: readonly GraphQLFormattedError[] }

type Context = { headers?: Record<string, string>; fetchOptions?: { signal?: AbortSignal | null } }
type Request = { variables?: Record<string, unknown> | undefined; context?: Context }

/**
 * The one connection to the API, in the shape that ra-data-graphql asks for. Nothing is cached here: answers are kept by react-query alone,
 * so that a refresh has one meaning. It throws HttpError only where no answer of the API came back: the line was cut, or something between
 * the browser and the server spoke.
 */
class ApiClient {
  query<Data>({ query, ...rest }: Request & { query: DocumentNode }): Promise<Answer<Data>> {
    return post<Data>(query, rest)
  }

  mutate<Data>({ mutation, ...rest }: Request & { mutation: DocumentNode }): Promise<Answer<Data>> {
    return post<Data>(mutation, rest)
  }
}

export const client = new ApiClient()

async function post<Data>(document: DocumentNode, { variables = {}, context = {} }: Request): Promise<Answer<Data>> {
  const { headers = {}, fetchOptions } = context
  const signal = fetchOptions?.signal ?? null
  const response = await postQuery(document.loc?.source.body, variables, { headers, signal }).catch(unreachable)
  const answer: unknown = await response.json().catch(unreachable)
  return isAnswer<Data>(answer) ? answer : unreachable(new Error(`HTTP ${response.status}`))
}

function isAnswer<Data>(answer: unknown): answer is Answer<Data> {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)
}

function unreachable(cause: unknown): never {
  // A read that is no longer wanted was cut off by ourselves.
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
  throw new HttpError('app.error.unreachable', 503, { code: 'UNAVAILABLE', fields: [], errors: {} })
}
