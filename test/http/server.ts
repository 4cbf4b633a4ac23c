import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import type { GraphQLSchema } from 'graphql'
import pino from 'pino'
import { type HttpOptions, type HttpServer, startHttp } from '../../server/http.ts'
import { createApiToken } from '../../server/identity/commands/tokens.ts'
import { type RoleName, systemActor } from '../../server/identity/policy.ts'
import { schema } from '../../server/schema.ts'
import { execute } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly {
    readonly message: string
    readonly path?: unknown
    readonly extensions: { readonly code: string; readonly fields?: unknown }
  }[]
  readonly extensions?: { readonly cost?: { readonly rows: number; readonly limit: number } }
}

export type TestServer = HttpServer & {
  readonly database: TestDatabase
  /** Lines of the log. */
  readonly logged: string[]
  readonly fetch: (path: string, init?: RequestInit) => Promise<Answer>
  /** Sends a GraphQL document. */
  readonly ask: (query: string, variables?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** A token of this role, as a header. */
  readonly tokenOf: (role: RoleName) => Promise<{ authorization: string }>
  readonly stop: () => Promise<void>
}

/** A busy machine is no reason to turn a test away; the tests of pressure set their own bounds. */
const patient = { pressure: { requests: 1_000, waiting: 1_000, loopDelayMs: 60_000 } }

/** A server over a database of its own, on a free port. */
export async function startTestServer(
  options: Partial<HttpOptions> & { readonly schema?: GraphQLSchema } = {},
): Promise<TestServer> {
  const database = await createTestDatabase()
  const logged: string[] = []
  const log = pino({ level: 'info' }, { write: (line) => logged.push(line) })
  const server = await startHttp({
    database: database.database,
    schema,
    env: { host: '127.0.0.1', port: 0, nodeEnv: 'test' },
    log,
    now: () => new Date(),
    ...options,
    limits: { ...patient, ...options.limits },
  })
  const get = async (path: string, init?: RequestInit) => answerOf(await fetch(new URL(path, server.url), init))
  return {
    ...server,
    database,
    logged,
    fetch: get,
    ask: (query, variables, headers) =>
      get('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    tokenOf: async (role) => {
      const caller = { actor: systemActor('test'), now: new Date() }
      const { token } = await execute(database.database, createApiToken, { name: 'uji', role }, caller)
      return { authorization: `Bearer ${token}` }
    },
    stop: async () => {
      await server.close()
      await database.drop()
    },
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '')
  return { ...(isJson ? (JSON.parse(text) as object) : {}), status: response.status, headers: response.headers, text }
}

export const codesOf = ({ errors }: Answer) => (errors ?? []).map(({ extensions }) => extensions.code)

/** Writes bytes on a bare connection and answers what came back until it was closed. */
export function raw(port: number, ...parts: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8')
  socket.on('data', (text) => {
    received += text
  })
  socket.on('close', () => resolve(received))
  socket.on('error', (error: NodeJS.ErrnoException) => (received ? resolve(received) : reject(error)))
  for (const part of parts) socket.write(part)
  return promise
}

export function head(method: string, path: string, headers: IncomingHttpHeaders): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`)
  return [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...lines, '', ''].join('\r\n')
}
