import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { pagePolicy } from './security.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

const compressible = /^(text|application|image\/svg)/

/** Vite puts a hash of the content into the names of these: they never change. */
const hashed = /^\/assets\//

const page = '/index.html'

type File = { readonly body: Buffer; readonly type: string; readonly packed: Map<string, Promise<Buffer>> }

/** Serves the built console: its files, and for every other address of the application the page itself. */
export class Console {
  readonly #files = new Map<string, File>()
  readonly #page: string | undefined

  /** Reads the folder once; only what lies in it then can be asked for, so that no path leads out. */
  constructor(folder: string) {
    if (!existsSync(folder)) return
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      const type = types[extname(entry.name)]
      if (!entry.isFile() || !type || entry.name.startsWith('.')) continue
      this.#files.set(`/${relative(folder, path).replaceAll('\\', '/')}`, { body: readFileSync(path), type, packed: new Map() })
    }
    this.#page = this.#files.get(page)?.body.toString('utf8')
  }

  /** Answers a GET or HEAD; false when there is nothing at this address. */
  async serve(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean> {
    const file = pathname === page ? undefined : this.#files.get(pathname)
    if (file) {
      await sendFile(request, response, file, hashed.test(pathname))
      return true
    }
    // An address with an ending is a file that does not exist; any other one is a place inside the application.
    if (this.#page === undefined || (pathname !== page && /\.[^/]*$/.test(pathname))) return false
    const { nonce, policy } = pagePolicy()
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : this.#page.replaceAll('%CSP_NONCE%', nonce))
    return true
  }
}

/** The highest quality of Brotli takes seconds for a large file while a visitor waits; this one takes a thirtieth and is a tenth larger. */
const brotliQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }

const packers = {
  br: (body: Buffer) => promisify(brotliCompress)(body, brotliQuality),
  gzip: promisify(gzip),
} as const

async function sendFile(request: IncomingMessage, response: ServerResponse, file: File, isHashed: boolean): Promise<void> {
  response.setHeader('content-type', file.type)
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('vary', 'accept-encoding')
  const encoding = compressible.test(file.type) ? packing(request.headers['accept-encoding']) : undefined
  if (encoding) response.setHeader('content-encoding', encoding)
  const body = encoding ? await packed(file, encoding) : file.body
  response.setHeader('content-length', body.length)
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
}

function packing(accepted: string | string[] | undefined): keyof typeof packers | undefined {
  const list = String(accepted ?? '')
  return /\bbr\b/.test(list) ? 'br' : /\bgzip\b/.test(list) ? 'gzip' : undefined
}

/** Each file is compressed once in each way, when first asked for. */
function packed(file: File, encoding: keyof typeof packers): Promise<Buffer> {
  let body = file.packed.get(encoding)
  if (!body) {
    body = packers[encoding](file.body)
    file.packed.set(encoding, body)
  }
  return body
}
