import { buildSchema, GraphQLError, graphql } from 'graphql'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../server/errors.ts'
import { faultCode } from '../../server/faults.ts'
import { maskedError, publicError } from '../../server/http/errors.ts'

const schema = buildSchema('type Query { a(n: Int): Int }')

async function masked(thrown: unknown, language: 'id' | 'en' = 'id') {
  const reported: unknown[] = []
  const rootValue = {
    a: () => {
      throw thrown
    },
  }
  const { errors } = await graphql({ schema, source: '{ a }', rootValue })
  const error = maskedError(errors?.[0] as GraphQLError, language, (fault) => reported.push(fault))
  return { error: error.toJSON(), http: error.extensions.http, reported, own: error }
}

describe('what leaves of an error', () => {
  test('a refusal of the domain keeps its code, its fields and its sentence in the language of the caller', async () => {
    const refusal = new DomainError(
      'WRONG_STATE',
      { id: 'Sudah ditutup.', en: 'Closed already.' },
      { periodKey: { id: 'Tutup.', en: 'Closed.' } },
    )
    const { error, reported, http } = await masked(refusal, 'en')
    expect(error).toMatchObject({
      message: 'Closed already.',
      path: ['a'],
      extensions: { code: 'WRONG_STATE', fields: [{ path: 'periodKey', message: 'Closed.' }] },
    })
    expect([(await masked(refusal)).error.message, reported, http]).toEqual(['Sudah ditutup.', [], undefined])
  })

  test.each([
    new TypeError("Cannot read properties of undefined (reading 'rahasia')"),
    new Error('SELECT rahasia FROM app_user', { cause: new Error('rahasia') }),
    Object.assign(new Error('Invalid `prisma.user.findMany()` rahasia'), { name: 'PrismaClientValidationError' }),
    'rahasia',
  ])('an unforeseen fault is INTERNAL, reported, and says nothing of itself', async (thrown) => {
    const { error, reported, own } = await masked(thrown)
    expect(error.extensions).toEqual({ code: 'INTERNAL' })
    expect(JSON.stringify(error)).not.toMatch(/rahasia|stack|prisma/i)
    expect(own.originalError).toBeUndefined()
    expect(reported).toHaveLength(1)
  })

  test.each([
    [{ code: 'P2002', message: 'Unique constraint failed' }, 'CONFLICT'],
    [{ code: 'P2025', message: 'No record' }, 'NOT_FOUND'],
    [
      { code: 'P2010', message: 'Raw query failed', meta: { driverAdapterError: { cause: { originalCode: '22003' } } } },
      'INVALID_INPUT',
    ],
    [
      { code: 'P2010', message: 'Raw query failed', meta: { driverAdapterError: { cause: { originalCode: '57014' } } } },
      'UNAVAILABLE',
    ],
    [{ name: 'DriverAdapterError', cause: { kind: 'TransactionWriteConflict' } }, 'UNAVAILABLE'],
    [{ code: 'P2024', message: 'Timed out fetching a connection' }, 'UNAVAILABLE'],
    [{ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' }, 'UNAVAILABLE'],
    [{ message: 'timeout exceeded when trying to connect' }, 'UNAVAILABLE'],
    [{ message: 'Connection terminated unexpectedly' }, 'UNAVAILABLE'],
    [{ code: '53300', message: 'too many clients' }, 'UNAVAILABLE'],
    [{ code: '42P01', message: 'relation does not exist' }, undefined],
    [{ code: 'ENOENT', message: 'no such file' }, undefined],
    ['text', undefined],
  ])('%j means %s', (fault, code) => {
    expect(faultCode(typeof fault === 'string' ? fault : Object.assign(new Error('x'), fault))).toBe(code)
  })

  test('an unavailable database turns the whole answer into 503 with the time to wait', async () => {
    const { http, error } = await masked(Object.assign(new Error('secret host'), { code: 'ECONNREFUSED' }))
    expect([http, error.extensions?.code]).toEqual([{ status: 503, headers: { 'retry-after': '1' } }, 'UNAVAILABLE'])
    expect(error.message).not.toContain('secret')
  })

  test('errors of GraphQL keep their text without suggestions, and a known code', async () => {
    const { errors } = await graphql({ schema, source: 'query ($n: Int) { a(n: $n) }', variableValues: { n: 'x' } })
    const error = maskedError(errors?.[0] as GraphQLError, 'id', () => undefined)
    expect([error.extensions.code, error.message]).toEqual(['INVALID_INPUT', expect.stringContaining('Variable "$n"')])
    const unknown = maskedError(new GraphQLError('Unknown field. Did you mean "b" or "c"?'), 'id', () => undefined)
    expect(unknown.message).toBe('Unknown field.')
  })

  test('outside of GraphQL the same error has the same code', () => {
    expect(publicError(new DomainError('TOO_LARGE'), 'id', () => undefined)).toMatchObject({ code: 'TOO_LARGE' })
    expect(publicError(new RangeError('x'), 'en', () => undefined)).toEqual({
      code: 'INTERNAL',
      message: 'An unexpected fault occurred; it was noted.',
    })
  })
})
