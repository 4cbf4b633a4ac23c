import type { ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Routes } from './routes.ts'

/** Its editor writes styles and starts workers of its own making; scripts come from here alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const greeting = `# GraphiQL of Tera: ask with the rights of your own session.
# Ctrl-Space completes, Ctrl-Enter asks; the book at the left describes every field.
query Staff {
  employees(first: 10) {
    totalCount
    nodes { nip fullName positionTitle unit { name } appraisals(first: 4) { nodes { period { key } predikat } } }
  }
}
`

const options = {
  title: 'Tera',
  endpoint: '/graphql',
  logo: '',
  defaultQuery: greeting,
  additionalHeaders: { 'x-graphql-csrf': '1' },
  credentials: 'same-origin',
  shouldPersistHeaders: false,
} as const

type Assets = { readonly script: Buffer; readonly style: Buffer; readonly tag: string }

/**
 * `GET /graphiql`: GraphiQL for those who are signed in; others are led to the sign-in page. `?query=` and `?variables=` fill its editors.
 * Everything that it needs comes from this server.
 */
export function createGraphiqlRoutes(): Routes {
  let assets: Promise<Assets> | undefined
  const read = () => {
    assets ??= unpack()
    return assets
  }
  return {
    'GET /graphiql': async (_request, response, actor) => {
      if (actor.kind === 'ANONYMOUS') {
        response.writeHead(303, { location: '/integrators' }).end()
        return
      }
      const { tag } = await read()
      response.setHeader('content-security-policy', policy)
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.writeHead(200).end(page(tag))
    },
    'GET /graphiql/app.js': async (_request, response) => send(response, 'text/javascript', (await read()).script),
    'GET /graphiql/app.css': async (_request, response) => send(response, 'text/css', (await read()).style),
  }
}

function page(tag: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL · Tera</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/graphiql/app.css?${tag}">
<style>html, body, #root { height: 100%; margin: 0 }</style>
</head>
<body>
<noscript>GraphiQL needs JavaScript.</noscript>
<div id="root"></div>
<script src="/graphiql/app.js?${tag}"></script>
</body>
</html>
`
}

/** The package makes one page with everything in it, anew for each visit; taken apart, the nine megabytes are fetched and kept once. */
async function unpack(): Promise<Assets> {
  // Nine megabytes that most processes never need.
  const [{ renderGraphiQL }, { createHash }] = await Promise.all([import('@graphql-yoga/render-graphiql'), import('node:crypto')])
  const whole = renderGraphiQL()
  const between = (from: string, to: string, end: number) =>
    whole.slice(whole.indexOf(from) + from.length, whole.lastIndexOf(to, end))
  const style = between('<style>', '</style>', whole.indexOf('<body'))
  const script = between('<script>', 'YogaGraphiQL.renderYogaGraphiQL(', whole.length)
  const start = `
const variables = new URL(location.href).searchParams.get('variables') ?? undefined
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), { ...${JSON.stringify(options)}, variables })
`
  const pack = promisify(gzip)
  const tag = createHash('sha256').update(script).update(start).update(style).digest('hex').slice(0, 12)
  return { script: await pack(script + start), style: await pack(style), tag }
}

function send(response: ServerResponse, type: string, packed: Buffer): void {
  response.setHeader('content-type', `${type}; charset=utf-8`)
  response.setHeader('content-encoding', 'gzip')
  response.setHeader('cache-control', 'public, max-age=31536000, immutable')
  response.setHeader('content-length', packed.length)
  response.writeHead(200).end(packed)
}
