import type { TypedDocumentNode } from '@apollo/client'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { HttpError } from 'ra-core'
import { client } from './client.ts'
import { toHttpError } from './errors.ts'

/** Runs one command of the server. Throws HttpError with the server's sentence. */
export async function write<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  try {
    const answer = await client.mutate({ mutation: document, variables })
    if (!answer.data) throw new Error('The server answered a command with nothing.')
    return answer.data
  } catch (error) {
    throw toHttpError(error)
  }
}

/** `write` as a hook: never optimistic, and everything on the screen is read again after it. */
export function useWrite<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
): UseMutationResult<Result, HttpError, Variables> {
  const queries = useQueryClient()
  return useMutation<Result, HttpError, Variables>({
    mutationFn: (variables) => write(document, variables),
    onSuccess: () => {
      // Not waited for: the new state may take away the button that was pressed, and with it what it has to say.
      void queries.invalidateQueries()
    },
  })
}
