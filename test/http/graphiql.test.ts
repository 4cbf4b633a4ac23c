import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGraphiqlRoutes } from '../../server/http/graphiql.ts'
import { startTestServer, type TestServer } from './server.ts'

let server: TestServer
let token: { authorization: string }

beforeAll(async () => {
  server = await startTestServer({ routes: createGraphiqlRoutes() })
  token = await server.tokenOf('INTEGRATOR')
})

afterAll(() => server.stop())

test('who is not signed in is led to the page that asks for it', async () => {
  const { status, headers } = await server.fetch('/graphiql', { redirect: 'manual' })
  expect([status, headers.get('location')]).toEqual([303, '/integrators'])
})

test('the page needs nothing from another host and runs no script that stands in it', async () => {
  const { status, text, headers } = await server.fetch('/graphiql', { headers: token })
  expect(status).toBe(200)
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(text).not.toMatch(/https?:\/\/|<script>/)
})

test('its script and style are kept by the browser, under a name that changes with them', async () => {
  const { text } = await server.fetch('/graphiql', { headers: token })
  const addresses = [...text.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, address]) => address ?? '')
  expect(addresses).toHaveLength(2)
  for (const address of addresses) {
    const file = await server.fetch(address)
    expect([file.status, file.headers.get('cache-control')], address).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(file.text.length, address).toBeGreaterThan(10_000)
  }
})
