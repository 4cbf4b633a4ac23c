import { gql } from '@apollo/client'
import { buildSchema, graphqlSync, print } from 'graphql'
import { HttpError } from 'ra-core'
import { afterEach, expect, test, vi } from 'vitest'
import { auditSpec } from '../../admin/audit/data.ts'
import { buildQueryFor } from '../../admin/frame/data/build-query.ts'
import { client } from '../../admin/frame/data/client.ts'
import { codeOf, type FaultBody, fromGraphQL, toHttpError } from '../../admin/frame/data/errors.ts'
import type { ResourceSpec } from '../../admin/frame/data/specs.ts'
import { announceExpiry, onExpiry } from '../../admin/frame/session.ts'

const things: ResourceSpec = {
  name: 'things',
  type: 'Thing',
  list: gql`
    query Things($first: Int, $offset: Int, $filter: ThingFilter, $orderBy: ThingOrder) {
      things(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) {
        totalCount
        nodes {
          id
        }
      }
    }
  `,
  one: gql`
    query Thing($id: ID!) {
      thing(id: $id) {
        id
      }
    }
  `,
  many: gql`
    query ThingsByIds($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
      }
    }
  `,
  order: { name: 'NAME' },
}
const buildQuery = buildQueryFor([things, auditSpec])
const answer = (data: Record<string, unknown>, errors: { message: string; extensions: Record<string, unknown> }[] = []) =>
  ({ data, errors, loading: false, networkStatus: 7 }) as unknown as Parameters<ReturnType<typeof buildQuery>['parseResponse']>[0]

test('a numbered page becomes first and offset, a column its order, and empty filters are left out', () => {
  const query = buildQuery('GET_LIST', 'things', {
    pagination: { page: 3, perPage: 50 },
    sort: { field: 'name', order: 'DESC' },
    filter: { search: 'rina', unit: '', superior: null, isOpen: false },
  })
  expect(query.variables).toEqual({ first: 50, offset: 100, filter: { search: 'rina', isOpen: false }, orderBy: 'NAME_DESC' })
  expect(query.parseResponse(answer({ things: { totalCount: 140, nodes: [{ id: 'thing_1' }] } }))).toEqual({
    data: [{ id: 'thing_1' }],
    total: 140,
  })
})

test('a column without an order on the server is not sorted by', () => {
  const { variables } = buildQuery('GET_LIST', 'things', { sort: { field: 'colour', order: 'ASC' } })
  expect(variables).not.toHaveProperty('orderBy')
})

test('references of a record are a list with one more filter', () => {
  const { variables } = buildQuery('GET_MANY_REFERENCE', 'things', { target: 'ownerId', id: 'owner_1', filter: { search: 'a' } })
  expect(variables?.filter).toEqual({ search: 'a', ownerId: 'owner_1' })
})

test('references that the person may not see are left out', () => {
  const query = buildQuery('GET_MANY', 'things', { ids: ['thing_1', 'thing_2'] })
  expect(query.parseResponse(answer({ nodes: [null, { id: 'thing_2' }] }))).toEqual({ data: [{ id: 'thing_2' }] })
})

test('a missing record is thrown in the words of the server, with the status of its code', () => {
  const query = buildQuery('GET_ONE', 'things', { id: 'thing_9' })
  const refusal = { message: 'Data tidak ditemukan.', extensions: { code: 'NOT_FOUND' } }
  expect(() => query.parseResponse(answer({ thing: null }, [refusal]))).toThrow(
    expect.objectContaining({ status: 404, message: 'Data tidak ditemukan.' }),
  )
})

test('a record keeps what may be read when one of its fields is forbidden', () => {
  const query = buildQuery('GET_ONE', 'things', { id: 'thing_1' })
  const refusal = { message: 'Tidak berwenang.', extensions: { code: 'FORBIDDEN' } }
  expect(query.parseResponse(answer({ thing: { id: 'thing_1', secret: null } }, [refusal]))).toEqual({
    data: { id: 'thing_1', secret: null },
  })
})

test('generic writes do not exist: every change is a command', () => {
  for (const method of ['CREATE', 'UPDATE', 'DELETE', 'DELETE_MANY', 'UPDATE_MANY']) {
    expect(() => buildQuery(method, 'things', {})).toThrow('every change is a command')
  }
})

test('the audit trail is filtered by days of the city, the last one included', () => {
  const { variables } = buildQuery('GET_LIST', 'audit-events', { filter: { from: '2025-12-30', to: '2025-12-31' } })
  expect(variables?.filter).toEqual({ from: '2025-12-30T00:00:00+07:00', to: '2026-01-01T00:00:00+07:00' })
})

test('the documents are sent as they are written', () => {
  const schema = buildSchema('type Thing { id: ID! } type Query { thing(id: ID!): Thing }')
  const query = print(buildQuery('GET_ONE', 'things', { id: 'thing_1' }).query)
  expect(graphqlSync({ schema, source: query, variableValues: { id: 'thing_1' } }).errors).toBeUndefined()
})

const expired = vi.fn()
const stopListening = onExpiry(expired)
afterEach(() => {
  expired.mockClear()
})

test.each([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['CONFLICT', 409],
  ['STALE_VERSION', 409],
  ['WRONG_STATE', 409],
  ['INVALID_INPUT', 422],
  ['WEIGHT_SUM', 422],
  ['TOO_MANY_REQUESTS', 429],
  ['INTERNAL', 500],
  ['UNAVAILABLE', 503],
])('%s is status %d, with the sentence of the server', (code, status) => {
  const error = fromGraphQL({ message: 'Kalimat.', extensions: { code } })
  expect({ status: error.status, message: error.message, code: codeOf(error) }).toEqual({ status, message: 'Kalimat.', code })
})

test('refused fields stand at the inputs of the form, whose paths begin below `input`', () => {
  const fields = [
    { path: 'input.name', message: 'Terlalu pendek.' },
    { path: 'familyWeights.0.weight', message: 'Terlalu besar.' },
  ]
  const error = fromGraphQL({ message: 'Salah.', extensions: { code: 'INVALID_INPUT', fields } })
  expect((error.body as FaultBody).errors).toEqual({
    name: 'Terlalu pendek.',
    'familyWeights.0.weight': 'Terlalu besar.',
    root: { serverError: 'Salah.' },
  })
})

test('an ended session is announced once to the frame, other refusals are not', () => {
  fromGraphQL({ message: 'x', extensions: { code: 'FORBIDDEN' } })
  expect(expired).not.toHaveBeenCalled()
  fromGraphQL({ message: 'x', extensions: { code: 'UNAUTHENTICATED' } })
  expect(expired).toHaveBeenCalledOnce()
  stopListening()
  announceExpiry()
  expect(expired).toHaveBeenCalledOnce()
})

const document = gql`query Thing { thing { id } }`

async function asking(answer: () => Promise<Response>): Promise<unknown> {
  vi.stubGlobal('fetch', vi.fn(answer))
  vi.stubGlobal('localStorage', { getItem: () => null })
  try {
    return await client.query({ query: document }).catch((error: unknown) => error)
  } finally {
    vi.unstubAllGlobals()
  }
}

test('a refusal of the whole request is read from its body', async () => {
  const errors = [{ message: 'Terlalu sering.', extensions: { code: 'TOO_MANY_REQUESTS' } }]
  expect(await asking(() => Promise.resolve(Response.json({ errors }, { status: 429 })))).toEqual({ errors })
})

test('a cut line, and an answer that is none of the API, are UNAVAILABLE; a read that nobody wants any more stays what it is', async () => {
  const cut = await asking(() => Promise.reject(new TypeError('Failed to fetch')))
  expect([codeOf(cut), (cut as HttpError).status]).toEqual(['UNAVAILABLE', 503])
  expect(codeOf(await asking(() => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 }))))).toBe(
    'UNAVAILABLE',
  )
  expect(codeOf(await asking(() => Promise.resolve(Response.json({ hello: 1 }))))).toBe('UNAVAILABLE')
  const abort = new DOMException('aborted', 'AbortError')
  expect(await asking(() => Promise.reject(abort))).toBe(abort)
})

test('an error of ours that the data provider wrapped comes out as it was', () => {
  const error = fromGraphQL({ message: 'Kalimat.', extensions: { code: 'NOT_FOUND' } })
  expect(toHttpError(new HttpError(error.message, 200, error))).toBe(error)
  expect(toHttpError(error)).toBe(error)
  expect(toHttpError(new Error('x')).status).toBe(500)
})
