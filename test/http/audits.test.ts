import { auditServer } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

test('a signed-in client meets GraphQL over HTTP in 61 audits of 61', async () => {
  const signedIn = { ...(await server.tokenOf('INTEGRATOR')), 'x-graphql-csrf': '1' }
  const fetchFn = (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { ...signedIn, ...init?.headers } })
  const results = await auditServer({ url: `${server.url}graphql`, fetchFn })
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([])
  expect(results).toHaveLength(61)
})
