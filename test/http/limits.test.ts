import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, startTestServer, type TestServer } from './server.ts'

let server: TestServer
let signedIn: { authorization: string }
let startedAt: number
beforeAll(async () => {
  server = await startTestServer()
  signedIn = await server.tokenOf('ADMIN')
})
beforeEach(() => {
  startedAt = performance.now()
})
afterAll(() => server.stop())

/** Refused with this code in less than two seconds, and the server goes on. */
async function expectRefused(query: string, variables?: unknown, code = 'LIMIT_EXCEEDED'): Promise<string> {
  const answer = await server.ask(query, variables, signedIn)
  expect(codesOf(answer)).toContain(code)
  expect(answer.data).toBeUndefined()
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  expect((await server.ask('{ viewer { displayName } }', {}, signedIn)).data).toEqual({ viewer: { displayName: 'uji' } })
  return answer.errors?.[0]?.message ?? ''
}

const nest = (depth: number, field: string, leaf: string) => `${field} { `.repeat(depth) + leaf + ' }'.repeat(depth)

describe('bombs are refused with a code', () => {
  test('depth, with and without fragments', async () => {
    await expectRefused(`{ unit(code: "x") { ${nest(12, 'parent', 'id')} } }`)
    const chain = Array.from({ length: 12 }, (_, n) => `fragment F${n} on Unit { parent { ...F${n + 1} } }`).join(' ')
    await expectRefused(`{ unit(code: "x") { ...F0 } } ${chain} fragment F12 on Unit { id }`)
  })

  test('10,000 levels, by the number of tokens', async () => {
    expect(await expectRefused(`{ ${nest(5_000, 'a', 'b')} }`)).toContain('tokens')
    await expectRefused('{ a '.repeat(10_000), {}, 'LIMIT_EXCEEDED')
  })

  test('tokens and characters', async () => {
    await expectRefused(`{ ${'__typename '.repeat(1_000)} }`)
    await expectRefused(`{ __typename } # ${'x'.repeat(40_000)}`)
  })

  test('aliases, of __typename too and multiplied by fragments', async () => {
    await expectRefused(`{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ')} }`)
    const four = (name: string, inner: string) =>
      `fragment ${name} on Unit { ${[1, 2, 3, 4].map((n) => `p${n}: parent { ${inner} }`).join(' ')} }`
    await expectRefused(`{ unit(code: "x") { ...A } } ${four('A', '...B')} ${four('B', '...C')} ${four('C', 'id')}`)
  })

  test('directives', async () => {
    await expectRefused(`{ __typename ${'@include(if: true) '.repeat(11)} }`)
  })

  test('exponential and circular fragments', async () => {
    const twice = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on Unit { parent { ...F${n + 1} } ... on Unit { parent { ...F${n + 1} } } }`,
    )
    await expectRefused(`{ unit(code: "x") { ...F0 } } ${twice.slice(0, 40).join(' ')} fragment F40 on Unit { id }`)
    await expectRefused(
      '{ unit(code: "x") { ...A } } fragment A on Unit { parent { ...B } } fragment B on Unit { parent { ...A } }',
    )
  })

  test('quadratic merging of one field', async () => {
    await expectRefused(`{ unit(code: "x") { ${'parent { id } '.repeat(240)} } }`)
    const fragments = Array.from({ length: 60 }, (_, n) => `fragment F${n} on Unit { parent { parent { id } } }`)
    await expectRefused(`{ unit(code: "x") { ${fragments.map((_, n) => `...F${n}`).join(' ')} } } ${fragments.join(' ')}`)
  })

  test('batches', async () => {
    const body = JSON.stringify(Array.from({ length: 50 }, () => ({ query: '{ viewer { id } }' })))
    const answer = await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signedIn },
      body,
    })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['INVALID_INPUT']])
  })

  test('texts with NUL, control characters or half characters, long texts and lists, and names of prototypes', async () => {
    const search = 'query ($s: String) { units(filter: { search: $s }) { nodes { id } } }'
    for (const s of ['a\u0000b', 'a\u0007b', 'a\u009fb', '\ud800', 'x'.repeat(20_001)])
      await expectRefused(search, { s }, 'INVALID_INPUT')
    await expectRefused('{ units(filter: { search: "a\\u0000" }) { nodes { id } } }')
    await expectRefused(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Array.from({ length: 1_001 }, () => 'x') },
      'INVALID_INPUT',
    )
    const body = `{"query":"{ viewer { id } }","variables":{"__proto__":{"polluted":true}}}`
    const answer = await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signedIn },
      body,
    })
    expect(codesOf(answer)).toEqual(['INVALID_INPUT'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('pages and rows', () => {
  test.each([0, -1, 101, 1_000_000])('a page of %i is refused, as literal, variable, default and last', async (size) => {
    await expectRefused(`{ units(first: ${size}) { nodes { id } } }`)
    await expectRefused('query ($n: Int) { units(first: $n) { nodes { id } } }', { n: size })
    await expectRefused(`query ($n: Int = ${size}) { units(first: $n) { nodes { id } } }`)
    await expectRefused(`{ units(last: ${size}) { nodes { id } } }`)
    await expectRefused('{ units(first: 1) { nodes { children(first: 101) { nodes { id } } } } }')
  })

  const nested = (page: string) =>
    `units${page} { nodes { children${page} { nodes { children${page} { nodes { employees${page} { nodes { id } } } } } } } }`

  test('a budget of rows is not passed by variables', async () => {
    expect(await expectRefused(`query ($n: Int!) { ${nested('(first: $n)')} }`, { n: 100 })).toContain('101010101 rows')
  })

  test('nor by leaving the page out, by a variable that is not given, by null, or by fragments', async () => {
    for (const page of ['', '(first: null)']) expect(await expectRefused(`{ ${nested(page)} }`)).toContain('406901 rows')
    expect(await expectRefused(`query ($n: Int) { ${nested('(first: $n)')} }`)).toContain('406901 rows')
    await expectRefused(
      '{ units { nodes { ...A } } } fragment A on Unit { children { nodes { ...B } } } fragment B on Unit { children { edges { node { employees { nodes { id } } } } } }',
    )
  })

  test('nor by edges instead of nodes, by both, or by a node behind an interface', async () => {
    const lists = ['units', 'children', 'children', 'employees']
    await expectRefused(`{ ${lists.reduceRight((inner, field) => `${field} { edges { node { ${inner} } } }`, 'id')} }`)
    await expectRefused(
      `{ ${lists.reduceRight((inner, field) => `${field}(first: 10) { edges { node { ${inner} } } nodes { ${inner} } }`, 'id')} }`,
    )
    const below = lists.slice(1).reduceRight((inner, field) => `${field}(first: 100) { nodes { ${inner} } }`, 'id')
    await expectRefused(`{ node(id: "unit_x") { ... on Unit { ${below} } } }`)
    await expectRefused('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 101 }, () => 'unit_x') })
  })

  test('the cost is published, and what is skipped does not count', async () => {
    const cost = async (query: string, variables = {}) => (await server.ask(query, variables, signedIn)).extensions?.cost
    expect(await cost('{ units(first: 10) { nodes { children(first: 5) { totalCount } } } }')).toEqual({
      rows: 61,
      limit: 20_000,
    })
    const optional =
      'query ($more: Boolean!) { units(first: 10) { nodes { id children(first: 5) @include(if: $more) { totalCount } } } }'
    expect([await cost(optional, { more: true }), await cost(optional, { more: false })]).toMatchObject([
      { rows: 61 },
      { rows: 11 },
    ])
  })
})

describe('the schema', () => {
  test('is described to those who are signed in, at their usual depth, and to nobody else', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    expect((await server.ask(getIntrospectionQuery(), {}, signedIn)).data).toHaveProperty('__schema')
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "User") { name } }',
      '{ ...A } fragment A on Query { __schema { types { name } } }',
    ]) {
      const answer = await server.ask(query)
      expect([codesOf(answer), answer.data]).toEqual([['UNAUTHENTICATED'], undefined])
      expect((await server.ask(query, {}, signedIn)).errors).toBeUndefined()
    }
    expect((await server.ask('{ __typename }')).data).toEqual({ __typename: 'Query' })
  })

  test('is not told by suggestions, and at most five errors are', async () => {
    const answer = await server.ask('{ vieweR a b c d e f }')
    expect(answer.errors).toHaveLength(5)
    expect(answer.text).not.toContain('Did you mean')
    const input = await server.ask(
      'query ($f: UnitFilter) { units(filter: $f) { nodes { id } } }',
      { f: { searcH: 'x', type: 'DINA' } },
      signedIn,
    )
    expect(codesOf(input)).toContain('INVALID_INPUT')
    expect(input.text).not.toContain('Did you mean')
  })
})

test('work is metered per token and per address: an empty bucket answers 429 and says when to come back', async () => {
  const metered = await startTestServer({ limits: { buckets: { identity: 250, anonymous: 30, address: 100_000 } } })
  const mine = await metered.tokenOf('ADMIN')
  const hundred = '{ units(first: 100) { nodes { id } } }'
  const statuses = [
    await metered.ask(hundred, {}, mine),
    await metered.ask(hundred, {}, mine),
    await metered.ask(hundred, {}, mine),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
  const refused = statuses[2]
  expect(codesOf(refused as NonNullable<typeof refused>)).toEqual(['TOO_MANY_REQUESTS'])
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await metered.ask(hundred, {}, await metered.tokenOf('ADMIN'))).status).toBe(200)
  const strangers = await Promise.all(Array.from({ length: 31 }, () => metered.ask('{ viewer { id } }')))
  expect(strangers.filter(({ status }) => status === 429)).toHaveLength(1)
  await metered.stop()
})
