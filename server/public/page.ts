import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Language, Sentence } from '../language.ts'
import { Html, html } from './html.ts'
import { style, styleHash } from './style.ts'

/**
 * The frame of every page for the public: server-rendered, without a session, a cookie or a need of JavaScript; Indonesian unless the address says
 * `?bahasa=en`; one request with its style inside.
 *
 * A page of an area is a function from what the database says to a `PublicPage`; its addresses stand in a file of this folder and are joined in
 * `routes.ts`:
 *
 *     export const complaintRoutes: PublicRoutes = {
 *       'GET /aduan': async ({ language }) => ({ title, body: html`<form method="post">…</form>` }),
 *       'POST /aduan': async ({ database, now, form, actor }) => ({ location: `/aduan/${code}` }),
 *     }
 *
 * `html` escapes every value; `fields.ts` makes labelled fields; `form` holds the fields that were sent. What is thrown becomes a page with its
 * sentence (`DomainError`), so a refused form is answered by a page of its own with `status` 422 and what was typed. Requests are counted per address
 * in `limits.ts`; nothing of a visitor is stored or logged.
 */
export type PublicPage = {
  readonly title: Sentence
  readonly body: Html
  /** 200 unless said. */
  readonly status?: number
  /** True for pages that a search engine shall not keep: everything with a code in its address. */
  readonly isHidden?: boolean
  /** Wide for tables. */
  readonly isWide?: boolean
  /** Addresses of small scripts of our own; the page must work without them. */
  readonly scripts?: readonly string[]
  /** Seconds for which anybody may keep the page; personal ones are never kept. */
  readonly maxAge?: number
}

const words = {
  skip: { id: 'Langsung ke isi', en: 'Skip to the content' },
  city: { id: 'Layanan publik pemerintah kota', en: 'Public services of the city' },
  home: { id: 'Hasil layanan publik', en: 'Results of public services' },
  privacy: {
    id: 'Halaman ini tidak memakai kuki dan tidak menyimpan alamat internet Anda.',
    en: 'This page uses no cookies and does not store your internet address.',
  },
} as const satisfies Record<string, Sentence>

/** The whole document. `path` is the address without its query, for the link to the other language. */
export function document(page: PublicPage, language: Language, path: string): string {
  const other = language === 'id' ? 'en' : 'id'
  const link = other === 'en' ? `${path}?bahasa=en` : path
  const { title, body, isHidden, isWide, scripts = [] } = page
  return html`<!doctype html>
<html lang="${language}"${isWide && html` class="wide"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title[language]} · Tera</title>${
    isHidden &&
    html`
<meta name="robots" content="noindex">`
  }
<style>${styleText}</style>${scripts.map(
    (src) => html`
<script src="${src}" defer></script>`,
  )}
</head>
<body>
<a class="skip" href="#isi">${words.skip[language]}</a>
<header><strong>${words.city[language]}</strong><a href="${link}" lang="${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Bahasa Indonesia'}</a></header>
<main id="isi" tabindex="-1">
<h1>${title[language]}</h1>
${body}
</main>
<footer><p>${words.privacy[language]}</p><p><a href="/publik${language === 'en' && '?bahasa=en'}">${words.home[language]}</a></p></footer>
</body>
</html>
`.text
}

const styleText = new Html(style)

const policy = [
  "default-src 'none'",
  `style-src ${styleHash}`,
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const pack = promisify(gzip)

/** Packed when the visitor takes it: most of the time on a weak line is bytes. */
export async function sendPage(
  response: ServerResponse,
  page: PublicPage,
  language: Language,
  path: string,
  headers: OutgoingHttpHeaders = {},
) {
  await sendText(response, page.status ?? 200, document(page, language, path), {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': policy,
    // With no referrer at all a browser would send its forms with the origin "null".
    'referrer-policy': 'same-origin',
    ...(page.isHidden ? { 'x-robots-tag': 'noindex' } : {}),
    ...(page.maxAge === undefined ? {} : { 'cache-control': `public, max-age=${page.maxAge}` }),
    ...headers,
  })
}

export async function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  const isPacked = /\bgzip\b/.test(String(response.req.headers['accept-encoding'] ?? ''))
  const body = isPacked ? await pack(text) : Buffer.from(text)
  response.writeHead(status, {
    ...headers,
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    vary: 'accept-encoding',
    'content-length': body.length,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
