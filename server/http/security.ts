import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { DomainError } from '../errors.ts'
import { sessionCookie } from './authenticate.ts'

export type SecurityOptions = {
  /** Origins besides our own whose pages may call the API, such as `https://dasbor.example.go.id`. */
  readonly origins: readonly string[]
  /** True when visitors come over https, directly or through a proxy. */
  readonly isHttps: boolean
  /** Proxies in front that may be believed about the visitor's address; none by default. */
  readonly proxies?: number
}

/**
 * The visitor's address: that of the connection, or with proxies in front the one that the outermost of them wrote down. What stands
 * further left in the header was sent by the visitor and is not believed.
 */
export function addressOf(request: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown'
  if (proxies === 0) return direct
  const written = [request.headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return written.at(-proxies) ?? direct
}

const forEverything = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Answers are personal; what may be kept says so itself.
  'cache-control': 'no-store',
} as const

const year = 31_536_000

export function setSecurityHeaders(response: ServerResponse, { isHttps }: SecurityOptions): void {
  for (const [name, value] of Object.entries(forEverything)) response.setHeader(name, value)
  if (isHttps) response.setHeader('strict-transport-security', `max-age=${year}; includeSubDomains`)
}

/** A page with scripts: its own, or those that carry the nonce of this one answer. Styles need the nonce too; attributes of style do not. */
export function pagePolicy(): { readonly nonce: string; readonly policy: string } {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return { nonce, policy: policy.join('; ') }
}

/**
 * Refuses pages of foreign origins (FORBIDDEN), and lets those of the fixed list read the answer. They may send tokens but never the
 * session: credentials are not allowed to them.
 */
export function checkOrigin(request: IncomingMessage, response: ServerResponse, { origins }: SecurityOptions): void {
  const { origin, host } = request.headers
  if (origin === undefined || isOwn(origin, host)) return
  response.setHeader('vary', 'origin')
  if (!origins.includes(origin)) {
    throw new DomainError('FORBIDDEN', {
      id: 'Halaman dari situs ini tidak boleh memanggil Tera.',
      en: 'Pages of this site may not call Tera.',
    })
  }
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', 'retry-after, x-request-id')
}

function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.parse(origin)?.host === host.toLowerCase()
}

/** Answers the question of a browser before a request from a listed origin. */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, POST')
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, x-graphql-csrf, accept-language, idempotency-key',
  )
  response.setHeader('access-control-max-age', '600')
  response.writeHead(204).end()
}

/** The `Set-Cookie` line of a session; without one the cookie is cleared. */
export function sessionCookieLine(
  session: { readonly secret: string; readonly expiresAt: Date } | null,
  isHttps: boolean,
): string {
  const value = session ? `${session.secret}; Expires=${session.expiresAt.toUTCString()}` : '; Max-Age=0'
  return `${sessionCookie}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
}
