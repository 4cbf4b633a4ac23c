import type { TypedDocumentNode } from '@apollo/client'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { HttpError } from 'ra-core'
import { useState } from 'react'
import { createAttempt, randomKey } from './attempt.ts'
import { client } from './client.ts'
import { codeOf, fromGraphQL } from './errors.ts'

/**
 * Runs one command of the server. Throws HttpError with the server's sentence. Who sends a command again gives the key of the first try, so
 * that it is not done twice.
 */
export async function write<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  key: string = randomKey(),
): Promise<Result> {
  const headers = { 'idempotency-key': key }
  const { data, errors } = await client.mutate<Result>({ mutation: document, variables, context: { headers } })
  const first = errors?.[0]
  if (first) throw fromGraphQL(first)
  if (!data) throw new Error('The server answered a command with nothing.')
  return data
}

/** True for an error after which nobody knows whether the command was done: the line was cut, or the session ended on the way. */
export function isOutcomeUnknown(error: unknown): boolean {
  return ['UNAVAILABLE', 'INTERNAL', 'UNAUTHENTICATED'].includes(codeOf(error))
}

/** `write` as a hook: never optimistic, and everything on the screen is read again after it. Sent again unchanged, it keeps its key. */
export function useWrite<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
): UseMutationResult<Result, HttpError, Variables> {
  const queries = useQueryClient()
  const [attempt] = useState(() => createAttempt())
  return useMutation<Result, HttpError, Variables>({
    mutationFn: (variables) => write(document, variables, attempt.keyFor(variables)),
    // A browser without a network says so at once, instead of holding the command back until some later moment.
    networkMode: 'always',
    onError: (error) => attempt.settle(!isOutcomeUnknown(error)),
    onSuccess: () => {
      attempt.settle(true)
      // Not waited for: the new state may take away the button that was pressed, and with it what it has to say.
      void queries.invalidateQueries()
    },
  })
}
