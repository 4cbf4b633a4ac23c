import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type ParseOptions,
  parse,
  type Source,
  visit,
} from 'graphql'
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga'
import type { Context } from '../context.ts'
import type { Database } from '../db.ts'
import { DomainError } from '../errors.ts'
import type { Buckets } from './buckets.ts'
import { documentBounds, documentFaults, faultOfVariables, limitError } from './document-limits.ts'
import { maskedError } from './errors.ts'
import { type Replay, replays } from './replays.ts'
import { rowLimit, rowsOf } from './row-budget.ts'

/** What a request brings besides the context of the resolvers. */
export type ServerContext = Context & { readonly address: string; readonly replay: Replay }

export type Report = (error: unknown) => void

const mostErrors = 5
const badRequest = { status: 400, spec: true } as const

/**
 * GraphQL over HTTP behind our own front, which has already read and bounded the request. Everything that Yoga offers besides is off: no
 * cross-origin answers, multipart, batches, landing page or GraphiQL from a foreign host.
 */
export function createGraphql(schema: GraphQLSchema, database: Database, buckets: Buckets, report: Report) {
  return createYoga<ServerContext>({
    schema,
    plugins: [limits(schema, buckets), replays(database, report), masking(report)],
    // Errors are translated by `masking`, which knows the language; Yoga's own masking does not.
    maskedErrors: false,
    logging: false,
    cors: false,
    multipart: false,
    batching: false,
    landingPage: false,
    graphiql: false,
    // What could not be parsed is not worth remembering.
    parserAndValidationCache: { errorCache: { get: () => undefined, set: () => undefined } },
  })
}

function limits(schema: GraphQLSchema, buckets: Buckets): Plugin<ServerContext, ServerContext> {
  return {
    onParams({ params: { variables }, setResult }) {
      const fault = faultOfVariables(variables)
      if (fault) setResult({ errors: [refused(new GraphQLError(fault, { extensions: { code: 'INVALID_INPUT' } }))] })
    },
    onParse({ setParseFn }) {
      setParseFn(parseBounded)
    },
    onValidate({ params: { documentAST }, setResult }) {
      const faults = documentFaults(documentAST)
      if (faults.length > 0) setResult([...faults])
    },
    async onExecute({ args, setResultAndStopExecution }) {
      const { actor, address } = args.contextValue as unknown as ServerContext
      let rows: number
      try {
        rows = await charge(args.document, args.operationName, args.variableValues, actor, address)
      } catch (error) {
        if (!(error instanceof Error)) throw error
        setResultAndStopExecution({ errors: [refused(error)] })
        return
      }
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return
          const answer = result as ExecutionResult
          setResult({ ...answer, extensions: { ...answer.extensions, cost: { rows, limit: rowLimit } } })
        },
      }
    },
    async onSubscribe({ args, setResultAndStopExecution }) {
      const { actor, address, request } = args.contextValue as unknown as ServerContext & YogaInitialContext
      try {
        // Refused before anything is opened: Yoga would forget the stream that it cannot send.
        if (!/text\/event-stream|\*\/\*/.test(request.headers.get('accept') ?? '*/*')) throw eventsOnly()
        await charge(args.document, args.operationName, args.variableValues, actor, address)
      } catch (error) {
        if (!(error instanceof Error)) throw error
        setResultAndStopExecution({ errors: [refused(error)] })
      }
    },
  }

  async function charge(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Record<string, unknown> | undefined,
    actor: Context['actor'],
    address: string,
  ): Promise<number> {
    const operation = getOperationAST(document, operationName)
    if (!operation) return 0
    if (actor.kind === 'ANONYMOUS' && describesSchema(document)) throw signInFirst()
    const rows = rowsOf(schema, document, operation, variables)
    if (rows > rowLimit)
      throw limitError(`The request asks for up to ${rows} rows; ${rowLimit} are allowed. Ask for smaller pages.`)
    await buckets.take(actor.kind === 'ANONYMOUS' ? null : (actor.sessionId ?? actor.id ?? actor.label), address, rows)
    return rows
  }
}

function signInFirst(): DomainError {
  return new DomainError('UNAUTHENTICATED', {
    id: 'Skema hanya dapat dibaca setelah masuk.',
    en: 'The schema may be read by those who are signed in.',
  })
}

function eventsOnly(): GraphQLError {
  const message = 'A subscription is answered as a stream of events: accept text/event-stream.'
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT', http: { status: 406 } } })
}

function parseBounded(source: string | Source, options?: ParseOptions): DocumentNode {
  const { tokens, characters } = documentBounds
  try {
    return parse(source, { ...options, maxTokens: tokens, maxSourceLength: characters })
  } catch (error) {
    if (error instanceof GraphQLError && error.message.endsWith('Parsing aborted.')) {
      throw limitError(`A document may hold ${tokens} tokens and ${characters} characters.`)
    }
    throw error
  }
}

const introspecting = new WeakMap<DocumentNode, boolean>()

function describesSchema(document: DocumentNode): boolean {
  let found = introspecting.get(document)
  if (found === undefined) {
    found = false
    visit(document, {
      Field({ name: { value } }) {
        if (value === '__schema' || value === '__type') found = true
      },
    })
    introspecting.set(document, found)
  }
  return found
}

/** A request that is refused as a whole, before anything of it was done. */
function refused(error: Error): GraphQLError {
  const extensions = error instanceof GraphQLError ? error.extensions : {}
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...extensions, http: extensions.http ?? badRequest },
  })
}

function masking(report: Report): Plugin<ServerContext, ServerContext> {
  return {
    onResultProcess({ result, setResult, serverContext: { language } }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors?.length) return
      const errors = result.errors.slice(0, mostErrors).map((error) => maskedError(error, language, report))
      const isOfRequest = !('data' in result)
      for (const { extensions } of errors) if (isOfRequest) extensions.http ??= badRequest
      setResult({ ...result, errors })
    },
  }
}
