import type { TypedDocumentNode } from '@apollo/client'
import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { HttpError } from 'ra-core'
import { client } from './client.ts'
import { operationName } from './document.ts'
import { fromGraphQL } from './errors.ts'

/** Reads one document outside the life cycle of a resource: aggregates, histories, facets. */
export async function read<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const answer = await client.query<Result>({ query: document, variables, context: { fetchOptions: { signal: signal ?? null } } })
  const first = answer.errors?.[0]
  const isForbiddenPart = answer.errors?.every((error) => error.extensions?.code === 'FORBIDDEN') && hasContent(answer.data)
  if (first && !isForbiddenPart) throw fromGraphQL(first)
  if (!answer.data) throw new Error('The server answered a question with nothing.')
  return answer.data
}

function hasContent(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null)
}

type Options<Result> = {
  enabled?: boolean
  /** Keeps showing the answer for the last variables while the next one is on its way. */
  keepPrevious?: boolean
  /** Asks again every `pollMs` milliseconds as long as the answer says so. */
  pollWhile?: (result: Result) => boolean
  pollMs?: number
}

/** A question for react-query, so that whoever asks the same shares one answer; the key is the operation's name with its variables. */
export function reading<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
) {
  return queryOptions<Result, HttpError>({
    queryKey: ['read', operationName(document), variables],
    queryFn: ({ signal }) => read(document, variables, signal),
  })
}

/** `reading` as a hook. */
export function useRead<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  { enabled = true, keepPrevious = false, pollWhile, pollMs = 1_000 }: Options<Result> = {},
): UseQueryResult<Result, HttpError> {
  return useQuery<Result, HttpError>({
    ...reading(document, variables),
    enabled,
    refetchInterval: ({ state }) => (pollWhile && state.data && pollWhile(state.data) ? pollMs : false),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}
