import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codesOf, head, raw, startTestServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({
    security: { origins: ['https://dasbor.example.go.id'], isHttps: true },
    limits: { body: { bytes: 256 * 1_024, timeoutMs: 500 }, headersMs: 500 },
    routes: {
      'GET /things/:id/file.csv': async (_request, response, actor, { params, language }) => {
        response.end(JSON.stringify({ id: params.id, kind: actor.kind, language }))
      },
      'POST /things': async () => {
        throw new TypeError('secret of the inside')
      },
    },
  })
})
afterAll(() => server.stop())

const json = { 'content-type': 'application/json' }
const query = JSON.stringify({ query: '{ viewer { id } }' })
const signIn = 'mutation { signIn(input: { identifier: "a", password: "b" }) { viewer { id } } }'

async function expectNormal(): Promise<void> {
  const answer = await server.ask('{ viewer { id } }')
  expect([answer.status, answer.data]).toEqual([200, { viewer: null }])
}

describe('only JSON and only what may be', () => {
  test.each([
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(signIn)}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"${signIn}"}\r\n--x--`,
    ],
    ['text/plain', JSON.stringify({ query: signIn })],
    ['application/graphql', signIn],
    ['application/json; charset=utf-16', JSON.stringify({ query: signIn })],
  ])('a body of %s is refused', async (type, body) => {
    const answer = await server.fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body })
    expect([answer.status, codesOf(answer)]).toEqual([415, ['INVALID_INPUT']])
  })

  test.each([['[]'], ['"text"'], ['null'], ['{}'], ['{"query":'], [''], [`[${query},${query}]`]])(
    'the body %s is refused',
    async (body) => {
      const answer = await server.fetch('/graphql', { method: 'POST', headers: json, body })
      expect([answer.status, codesOf(answer)]).toEqual([400, ['INVALID_INPUT']])
    },
  )

  test('a compressed body is refused: a small one may unfold to any size', async () => {
    const answer = await server.fetch('/graphql', {
      method: 'POST',
      headers: { ...json, 'content-encoding': 'gzip' },
      body: query,
    })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['INVALID_INPUT']])
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'HEAD'])('%s is not allowed', async (method) => {
    const answer = await server.fetch('/graphql', { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS'])
  })

  test('GET needs the header that no foreign page can send, and never changes anything', async () => {
    const path = (text: string) => `/graphql?query=${encodeURIComponent(text)}`
    expect(codesOf(await server.fetch(path('{ viewer { id } }')))).toEqual(['FORBIDDEN'])
    const headers = { 'x-graphql-csrf': '1' }
    expect((await server.fetch(path('{ viewer { id } }'), { headers })).data).toEqual({ viewer: null })
    const mutation = await server.fetch(path(signIn), { headers })
    expect([mutation.status, codesOf(mutation)]).toEqual([405, ['INVALID_INPUT']])
  })
})

describe('origins', () => {
  const post = (origin: string) => server.fetch('/graphql', { method: 'POST', headers: { ...json, origin }, body: query })

  test.each(['https://jahat.example', 'null', 'https://dasbor.example.go.id.jahat.example', 'http://dasbor.example.go.id'])(
    'the foreign origin %s is refused and never reflected',
    async (origin) => {
      const answer = await post(origin)
      expect([answer.status, codesOf(answer)]).toEqual([403, ['FORBIDDEN']])
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      const preflight = await server.fetch('/graphql', { method: 'OPTIONS', headers: { origin } })
      expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([403, null])
    },
  )

  test('our own pages and the fixed list are let in, the list without credentials', async () => {
    expect((await post(server.url.slice(0, -1))).status).toBe(200)
    const listed = await post('https://dasbor.example.go.id')
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([200, 'https://dasbor.example.go.id'])
    expect([listed.headers.get('vary'), listed.headers.get('access-control-allow-credentials')]).toEqual(['origin', null])
    const preflight = await server.fetch('/graphql', { method: 'OPTIONS', headers: { origin: 'https://dasbor.example.go.id' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST'])
  })
})

describe('large and slow clients are told why, and hold nobody up', () => {
  test('20 MB announced', async () => {
    const answer = await server.fetch('/graphql', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: 'x'.repeat(20_000_000) }),
    })
    expect([answer.status, codesOf(answer)]).toEqual([413, ['TOO_LARGE']])
    await expectNormal()
  })

  test('20 MB in chunks without an announced length', async () => {
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
    const upload = httpRequest(`${server.url}graphql`, { method: 'POST', headers: json }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    upload.on('error', reject)
    for (let sent = 0; sent < 20; sent += 1) upload.write(' '.repeat(1_000_000))
    expect(await promise).toBe(413)
    upload.on('error', () => undefined).destroy()
    await expectNormal()
  })

  test('a body that does not end', async () => {
    const answer = await raw(server.port, head('POST', '/graphql', { ...json, 'content-length': '1000' }), '{"query":')
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain('LIMIT_EXCEEDED')
    await expectNormal()
  })

  test('headers that do not end', async () => {
    const answer = await raw(server.port, 'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ')
    expect(answer).toMatch(/^HTTP\/1.1 408 /)
    expect(answer).toContain('LIMIT_EXCEEDED')
    await expectNormal()
  })

  test('headers above 16 kB', async () => {
    const answer = await raw(server.port, head('GET', '/health', { 'x-big': 'x'.repeat(20_000) }))
    expect(answer).toMatch(/^HTTP\/1.1 431 /)
    expect(answer).toContain('TOO_LARGE')
  })

  test('what is no HTTP', async () => {
    expect(await raw(server.port, 'hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 .*INVALID_INPUT/s)
    await expectNormal()
  })
})

describe('headers of answers', () => {
  test('keep browsers strict and answers out of caches', async () => {
    const { headers } = await server.ask('{ viewer { id } }')
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-request-id')).toMatch(/^\w+-\w+$/)
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('carry the language: what a stranger asks for first, else Indonesian', async () => {
    const message = async (language: string) =>
      (await server.ask('{ employees { nodes { id } } }', {}, { 'accept-language': language })).errors?.[0]?.message
    expect(await message('en-GB,id;q=0.5')).toBe('Please sign in first.')
    expect(await message('id')).toBe('Silakan masuk terlebih dahulu.')
    expect(await message('fr')).toBe('Silakan masuk terlebih dahulu.')
  })
})

describe('other addresses', () => {
  test('health is always 200, ready asks the database', async () => {
    expect([(await server.fetch('/health')).status, (await server.fetch('/ready')).status]).toEqual([200, 200])
  })

  test('unknown ones are a coded 404', async () => {
    const answer = await server.fetch('/nothing')
    expect([answer.status, codesOf(answer)]).toEqual([404, ['NOT_FOUND']])
  })

  test('routes of the areas know the caller, the parts of the path and the language', async () => {
    const headers = { ...(await server.tokenOf('INTEGRATOR')), 'accept-language': 'en' }
    expect(JSON.parse((await server.fetch('/things/7/file.csv', { headers })).text)).toEqual({
      id: '7',
      kind: 'TOKEN',
      language: 'en',
    })
    expect((await server.fetch('/things/7/file.csv', { headers: { authorization: 'Bearer x' } })).status).toBe(401)
  })

  test('an unforeseen fault is logged and counted, and says nothing of itself', async () => {
    const answer = await server.fetch('/things', { method: 'POST', headers: json, body: '{}' })
    expect([answer.status, codesOf(answer)]).toEqual([500, ['INTERNAL']])
    expect(answer.text).not.toContain('secret')
    expect(server.stats().internalErrors).toBe(1)
    expect(server.logged.join('')).toContain('secret of the inside')
  })
})
