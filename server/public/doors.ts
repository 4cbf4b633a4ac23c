import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '../db.ts'
import { DomainError } from '../errors.ts'
import { readBody } from '../http/body.ts'
import { publicError, statusOf } from '../http/errors.ts'
import type { RouteHandler, Routes } from '../http/routes.ts'
import { addressOf } from '../http/security.ts'
import { type Actor, anonymous } from '../identity/policy.ts'
import type { Language, Sentence } from '../language.ts'
import { html } from './html.ts'
import { PublicGate, type PublicLimits, usualPublicLimits } from './limits.ts'
import { type PublicPage, sendPage, sendText } from './page.ts'

/** What a public page knows of the request. Deliberately no session, device or address: nothing that could tell who the visitor is. */
export type PublicVisit = {
  readonly database: Database
  readonly params: Readonly<Record<string, string | undefined>>
  readonly query: URLSearchParams
  /** The fields that were sent; empty for a GET. */
  readonly form: URLSearchParams
  readonly now: Date
  readonly language: Language
  /** Nobody, in the language of the page: what commands are executed as. */
  readonly actor: Actor
  /** A number that stays the same for one address and browser until the server ends, and leads back to neither. */
  readonly device: string
}

/** A page, another address to go to after a form was taken (303), or a file. */
export type PublicAnswer =
  | PublicPage
  | { readonly location: string }
  | {
      readonly text: string
      readonly type: string
      readonly fileName?: string
      readonly maxAge?: number
      readonly status?: number
    }

export type PublicRoutes = Readonly<Record<string, (visit: PublicVisit) => Promise<PublicAnswer>>>

export type PublicOptions = {
  readonly database: Database
  /** Proxies in front that may be believed about the visitor's address. */
  readonly proxies?: number
  readonly limits?: PublicLimits
  /** Tells whose requests are alike without keeping the address; see `PublicVisit.device`. */
  readonly markOf: (address: string, browser: string) => string
  readonly report: (error: unknown) => void
}

/** Forms are small; nobody sends more than this many bytes. */
const formBounds = { bytes: 32_768, timeoutMs: 30_000 } as const

/** Makes routes of the server out of public pages: counts requests, reads forms, and answers refusals with a page. */
export function openDoors(pages: PublicRoutes, options: PublicOptions): Routes {
  const gate = new PublicGate(options.limits ?? usualPublicLimits)
  return Object.fromEntries(Object.entries(pages).map(([key, page]) => [key, doorOf(page, gate, options)]))
}

function doorOf(
  page: PublicRoutes[string],
  gate: PublicGate,
  { database, proxies = 0, markOf, report }: PublicOptions,
): RouteHandler {
  return async (request, response, _actor, { params, url, now }) => {
    const language: Language = url.searchParams.get('bahasa') === 'en' ? 'en' : 'id'
    try {
      const address = addressOf(request, proxies)
      await gate.admit(request.method === 'POST' ? 'writes' : 'reads', address)
      const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams()
      const device = markOf(address, request.headers['user-agent'] ?? '')
      const actor = { ...anonymous, language }
      await send(
        response,
        await page({ database, params, query: url.searchParams, form, now, language, actor, device }),
        language,
        url.pathname,
      )
    } catch (error) {
      const { code, message, retryAfter } = publicError(error, language, report)
      const body = html`<p class="bad" role="alert">${message}</p>`
      const title = titles[code] ?? { id: 'Permintaan tidak dapat diterima', en: 'This request cannot be accepted' }
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
      await sendPage(response, { title, body, status: statusOf(code), isHidden: true }, language, url.pathname, headers)
    }
  }
}

const titles: Readonly<Record<string, Sentence>> = {
  NOT_FOUND: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  TOO_MANY_REQUESTS: { id: 'Mohon tunggu sebentar', en: 'Please wait a moment' },
  UNAVAILABLE: { id: 'Sistem sedang sibuk', en: 'The system is busy' },
  INTERNAL: { id: 'Terjadi kesalahan', en: 'Something went wrong' },
}

async function send(response: ServerResponse, answer: PublicAnswer, language: Language, path: string): Promise<void> {
  if ('location' in answer) {
    response.writeHead(303, { location: answer.location, 'content-length': 0 }).end()
    return
  }
  if ('body' in answer) return sendPage(response, answer, language, path)
  const { text, type, fileName, maxAge, status = 200 } = answer
  return sendText(response, status, text, {
    'content-type': type,
    ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
    ...(maxAge === undefined ? {} : { 'cache-control': `public, max-age=${maxAge}` }),
  })
}

/** The fields of a form as a browser sends it; INVALID_INPUT for any other kind of body and for characters that no keyboard sends. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  const body = await readBody(request, formBounds)
  if (type !== 'application/x-www-form-urlencoded') throw new DomainError('INVALID_INPUT')
  const form = new URLSearchParams(body.toString('utf8'))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused.
  const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/u
  if ([...form].some(([name, value]) => strange.test(name) || strange.test(value))) throw new DomainError('INVALID_INPUT')
  return form
}
