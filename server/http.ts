import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { type Context, createContext } from './context.ts'
import type { Database } from './db.ts'
import type { Env } from './env.ts'
import { DomainError } from './errors.ts'
import { drain, isEventStream, rawAnswer, sendError, sendEvents, sendFetchResponse, sendJson } from './http/answers.ts'
import { Authenticator } from './http/authenticate.ts'
import type { BodyBounds } from './http/body.ts'
import { type BucketSizes, Buckets, usualBuckets } from './http/buckets.ts'
import { publicError, statusOf } from './http/errors.ts'
import { isJson, readParameters } from './http/parameters.ts'
import { Pressure, type PressureBounds, usualPressure } from './http/pressure.ts'
import { readReplay } from './http/replays.ts'
import { type Routes, router } from './http/routes.ts'
import {
  addressOf,
  answerPreflight,
  checkOrigin,
  type SecurityOptions,
  sessionCookieLine,
  setSecurityHeaders,
} from './http/security.ts'
import { Console } from './http/static.ts'
import { createGraphql, type ServerContext } from './http/yoga.ts'
import { SignInThrottle } from './identity/commands/throttle.ts'
import type { Actor } from './identity/policy.ts'
import { deviceOf } from './identity/rules/session.ts'
import type { Language } from './language.ts'
import { Live, type LiveBounds, usualLive } from './live.ts'
import { RecordViews } from './record-views.ts'
import { execute as executeCommand } from './transact.ts'

export type HttpOptions = {
  readonly database: Database
  readonly schema: GraphQLSchema
  readonly env: Pick<Env, 'host' | 'port' | 'nodeEnv'> & Partial<Pick<Env, 'publicUrl'>>
  readonly log: Logger
  readonly now: () => Date
  /** Folder of the built console; without it there is only the API. */
  readonly consoleHome?: string
  readonly routes?: Routes
  readonly security?: SecurityOptions
  readonly limits?: Partial<HttpLimits>
}

type HttpLimits = {
  readonly body: BodyBounds
  readonly buckets: BucketSizes
  readonly pressure: PressureBounds
  readonly live: LiveBounds
  /** Milliseconds in which all headers must have arrived. */
  readonly headersMs: number
}

const usualLimits: HttpLimits = {
  body: { bytes: 256 * 1_024, timeoutMs: 15_000 },
  buckets: usualBuckets,
  pressure: usualPressure,
  live: usualLive,
  headersMs: 5_000,
}

/** Uploads have five minutes; GraphQL bodies are bounded by `HttpLimits.body` long before. */
const requestMs = 300_000
const closeMs = { work: 6_000, flush: 1_000 } as const

export type HttpServer = {
  readonly port: number
  readonly url: string
  /** Faults that nobody foresaw, and requests that were turned away, since the start; and streams that are open. */
  stats(): { readonly internalErrors: number; readonly shed: number; readonly streams: number }
  /** True while changes made by other processes are heard. */
  isListening(): boolean
  /** Takes no more requests, lets the running ones end, and is done in less than eight seconds. */
  close(): Promise<void>
}

/** Starts the server: GraphQL, the console, health checks and the routes of the areas. Rejects with Node's error when it cannot listen. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const { database, env, log, now, security = { origins: [], isHttps: false } } = options
  const limits = { ...usualLimits, ...options.limits }
  const allowsDemo = env.nodeEnv !== 'production'
  const authenticator = new Authenticator(database, allowsDemo)
  const pressure = new Pressure(database, limits.pressure)
  const live = new Live(database, now, limits.live)
  const throttle = new SignInThrottle()
  const site = options.consoleHome === undefined ? undefined : new Console(options.consoleHome)
  const findRoute = router(options.routes ?? {})
  const prefix = Math.floor(now().getTime() / 1_000).toString(36)
  let internalErrors = 0
  let requests = 0
  let isClosing = false

  const report = (error: unknown) => {
    internalErrors += 1
    log.error({ err: error }, 'unexpected fault')
  }
  const views = new RecordViews(database, report)
  const yoga = createGraphql(options.schema, database, new Buckets(limits.buckets), report)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(response, security)
    requests += 1
    response.setHeader('x-request-id', `${prefix}-${requests.toString(36)}`)
    if (isClosing) response.setHeader('connection', 'close')
    const { url: target = '' } = request
    const url = URL.parse(target.startsWith('/') ? `http://tera${target}` : target)
    if (!url) throw new DomainError('INVALID_INPUT')
    const { method = '' } = request
    if (url.pathname === '/health') return sendJson(response, 200, { status: 'ok' })
    if (url.pathname === '/ready') return sendReadiness(response)
    checkOrigin(request, response, security)
    if (method === 'OPTIONS') return answerPreflight(response)
    if (url.pathname === '/graphql') {
      const stream = await inside(() => answerGraphql(request, response))
      // A stream that stands open is no work: it neither counts as pressure nor keeps the process from closing.
      return stream && sendEvents(response, stream)
    }
    const route = findRoute(method, url.pathname)
    if (route) {
      return inside(async () => {
        const at = now()
        const actor = await authenticator.authenticate(request.headers, at)
        const language = languageOf(actor, request)
        await route.handler(request, response, actor, {
          params: route.params,
          url,
          now: at,
          language,
          device: deviceOf(request.headers['user-agent']),
        })
      })
    }
    if (method !== 'GET' && method !== 'HEAD') return refuseMethod(response, 'GET, HEAD, OPTIONS')
    if (await site?.serve(request, response, url.pathname)) return
    throw new DomainError('NOT_FOUND', { id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' })
  }

  async function inside<Result>(work: () => Promise<Result>): Promise<Result> {
    pressure.enter()
    try {
      return await work()
    } finally {
      pressure.leave()
    }
  }

  /** Sends the answer, or hands out the one that is a stream of events. */
  async function answerGraphql(request: IncomingMessage, response: ServerResponse): Promise<Response | undefined> {
    const { method, headers } = request
    if (method !== 'GET' && method !== 'POST') {
      refuseMethod(response, 'GET, POST, OPTIONS')
      return
    }
    if (method === 'GET' && headers['x-graphql-csrf'] === undefined) {
      throw new DomainError('FORBIDDEN', {
        id: 'GET memerlukan header x-graphql-csrf.',
        en: 'GET needs the header x-graphql-csrf.',
      })
    }
    if (method === 'POST' && !isJson(headers['content-type'])) {
      sendError(response, { code: 'INVALID_INPUT', message: 'The body must be application/json.' }, 415)
      return
    }
    const at = now()
    const actor = await authenticator.authenticate(headers, at)
    const context = contextOf(request, response, actor, at)
    const carrier = method === 'GET' ? request : Object.assign(request, { body: await readParameters(request, limits.body) })
    const answer = await yoga.handleNodeRequestAndResponse(carrier, response, context)
    if (isEventStream(answer)) return answer
    await sendFetchResponse(response, answer)
    return
  }

  function contextOf(request: IncomingMessage, response: ServerResponse, actor: Actor, at: Date): ServerContext {
    const address = addressOf(request, security.proxies ?? 0)
    const door = {
      address,
      throttle,
      allowsDemo,
      setCookie: (session: { secret: string; expiresAt: Date } | null) =>
        response.setHeader('set-cookie', sessionCookieLine(session, security.isHttps)),
    }
    const device = deviceOf(request.headers['user-agent'])
    const context = createContext(database, actor, at, languageOf(actor, request), device, door, views)
    const replay = readReplay(request.headers['idempotency-key'])
    const execute: Context['execute'] = async (spec, input) => {
      const result = await executeCommand(database, spec, input, { actor, now: at, device }, replay.attempt)
      // Others hear of it from the database; in this process the next request must know already.
      if (/^(user|role|session|token)\./.test(spec.audit)) authenticator.forget()
      return result
    }
    const hear: Context['hear'] = (topics) => live.hear(actor, topics, () => authenticator.reread(request.headers, now()))
    const { publicUrl } = env
    return { ...context, execute, hear, address, replay, ...(publicUrl === undefined ? {} : { publicUrl }) }
  }

  async function sendReadiness(response: ServerResponse): Promise<void> {
    const answered = database.pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
    const isReady = await Promise.race([answered, sleep(2_000, false, { ref: false })])
    sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'database out of reach' })
  }

  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: 500,
      maxHeaderSize: 16_384,
      keepAliveTimeout: 30_000,
    },
    (request, response) => {
      handle(request, response)
        .catch((error: unknown) => {
          const language = languageOf(undefined, request)
          const fault = publicError(error, language, report)
          if (statusOf(fault.code) >= 500)
            log.warn({ id: response.getHeader('x-request-id'), code: fault.code }, 'request failed')
          sendError(response, fault)
        })
        .catch(report)
        .finally(() => drain(request))
    },
  )
  server.setTimeout(60_000)
  server.on('clientError', refuseUnreadable)

  await Promise.all([authenticator.listen(), live.listen()])
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.port, env.host, () => resolve())
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://${env.host}:${port}/`,
    stats: () => ({ internalErrors, shed: pressure.shed, streams: live.size }),
    isListening: () => authenticator.isListening && live.isListening,
    async close() {
      isClosing = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await live.close()
      await Promise.race([pressure.idle(), sleep(closeMs.work, undefined, { ref: false })])
      server.closeIdleConnections()
      await Promise.race([closed, sleep(closeMs.flush, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
      await views.close()
      pressure.close()
      await authenticator.close()
    },
  }
}

function refuseMethod(response: ServerResponse, allowed: string): void {
  response.setHeader('allow', allowed)
  sendError(response, { code: 'INVALID_INPUT', message: `Allowed here: ${allowed}.` }, 405)
}

/** The language of a signed-in person is their choice; for tokens and strangers the first one of `Accept-Language` that Tera speaks. */
function languageOf(actor: Actor | undefined, request: IncomingMessage): Language {
  if (actor?.kind === 'USER') return actor.language
  return /\b(id|en)\b/i.exec(request.headers['accept-language'] ?? '')?.[1]?.toLowerCase() === 'en' ? 'en' : 'id'
}

/** Requests that Node could not read: too slow, too large headers, or no HTTP at all. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT')
    socket.end(rawAnswer(408, 'Request Timeout', 'LIMIT_EXCEEDED', 'The request arrived too slowly.'))
  else if (error.code === 'HPE_HEADER_OVERFLOW') {
    socket.end(rawAnswer(431, 'Request Header Fields Too Large', 'TOO_LARGE', 'The headers are larger than 16 kB.'))
  } else socket.end(rawAnswer(400, 'Bad Request', 'INVALID_INPUT', 'This is no HTTP request.'))
}
