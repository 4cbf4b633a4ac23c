import { type ExecutionResult, getOperationAST } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Database } from '../db.ts'
import { DomainError } from '../errors.ts'
import { faultCode } from '../faults.ts'
import { Attempt, rememberAnswer } from '../idempotency.ts'
import type { Report, ServerContext } from './yoga.ts'

/** What a request brings so that it may be sent again. */
export type Replay = {
  readonly key: string | undefined
  /** Set when the request turns out to be a command. */
  attempt: Attempt | undefined
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Reads the header `Idempotency-Key`; INVALID_INPUT when it is no UUID. */
export function readReplay(header: string | readonly string[] | undefined): Replay {
  if (header === undefined) return { key: undefined, attempt: undefined }
  if (typeof header !== 'string' || !uuid.test(header)) throw new DomainError('INVALID_INPUT', noKey)
  return { key: header, attempt: undefined }
}

/**
 * A mutation that comes with a key is answered once: whoever sends it again gets the data of the first answer. Refused and cut commands
 * leave nothing behind and run anew; those of the same document that were done are not done again. Signing in knows no actor yet, and so
 * no key.
 */
export function replays(database: Database, report: Report): Plugin<ServerContext, ServerContext> {
  return {
    onExecute({ args }) {
      const { actor, replay, params } = args.contextValue as unknown as ServerContext & YogaInitialContext
      const isMutation = getOperationAST(args.document, args.operationName)?.operation === 'mutation'
      if (replay.key === undefined || actor.id === null || !isMutation) return
      const { query, operationName, variables } = params
      const attempt = new Attempt(actor.id, replay.key, JSON.stringify([query, operationName ?? null, variables ?? null]))
      replay.attempt = attempt
      return {
        async onExecuteDone({ result, setResult }) {
          const { data, errors, extensions } = result as ExecutionResult
          if (attempt.answer !== undefined) setResult({ data: attempt.answer as ExecutionResult['data'], extensions })
          else if (attempt.hasRun && data && !errors?.length) {
            await rememberAnswer(database, attempt, plain(data)).catch((error: unknown) => {
              // The database may be gone just now; a replay is then put together from the results, which were kept with the commands.
              if (faultCode(error) !== 'UNAVAILABLE') report(error)
            })
          }
        },
      }
    },
  }
}

/** As JSON carries it: the objects of an answer have no prototype, and values of scalars may be of any class. */
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data))

const noKey = { id: 'Idempotency-Key harus berupa UUID.', en: 'Idempotency-Key must be a UUID.' }
