import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { head, raw, startTestServer, type TestServer } from './server.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'tera-console-'))
beforeAll(async () => {
  mkdirSync(join(folder, 'site/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'site/.stamp'), 'stamp')
  writeFileSync(
    join(folder, 'site/index.html'),
    '<meta name="csp-nonce" content="%CSP_NONCE%"><script nonce="%CSP_NONCE%" src="/assets/a-1.js"></script>',
  )
  writeFileSync(join(folder, 'site/assets/a-1.js'), 'export const a = 1\n'.repeat(200))
  writeFileSync(join(folder, 'site/favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  server = await startTestServer({ consoleHome: join(folder, 'site') })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('every page carries its own nonce in policy and markup, is never kept, and allows no inline script', async () => {
  const pages = await Promise.all(['/', '/index.html', '/employees/employee_1/show'].map((path) => server.fetch(path)))
  const nonces = pages.map(({ status, headers, text }) => {
    expect([status, headers.get('cache-control'), headers.get('content-type')]).toEqual([
      200,
      'no-store',
      'text/html; charset=utf-8',
    ])
    const policy = headers.get('content-security-policy') ?? ''
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(text).toBe(`<meta name="csp-nonce" content="${nonce}"><script nonce="${nonce}" src="/assets/a-1.js"></script>`)
    return nonce
  })
  expect(new Set(nonces).size).toBe(3)
})

test('files with a hash in their name are kept for ever, others are asked for again; text travels compressed', async () => {
  const asset = await server.fetch('/assets/a-1.js', { headers: { 'accept-encoding': 'br' } })
  expect(asset.text).toBe('export const a = 1\n'.repeat(200))
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect([asset.headers.get('content-encoding'), asset.headers.get('vary')]).toEqual(['br', 'accept-encoding'])
  const icon = await server.fetch('/favicon.svg')
  expect([icon.headers.get('cache-control'), icon.headers.get('content-type')]).toEqual(['no-cache', 'image/svg+xml'])
})

test.each([
  '/assets/missing.js',
  '/.stamp',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '//secret.txt',
])('nothing is at %s', async (path) => {
  const answer = await raw(server.port, head('GET', path, { connection: 'close' }))
  expect(answer).toMatch(/^HTTP\/1.1 404 /)
  expect(answer).not.toContain('\r\n\r\nsecret')
})
