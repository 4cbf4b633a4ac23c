import { expect, test } from 'vitest'
import { isWriteConflict, withRetry } from '../../server/retry.ts'

const conflicts: Record<string, unknown> = {
  'Prisma, in a statement': { code: 'P2034' },
  'the adapter, at COMMIT': { name: 'DriverAdapterError', cause: { kind: 'TransactionWriteConflict' } },
  'Prisma, around a raw statement': { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '40P01' } } } },
  'PostgreSQL, serialization failure': { code: '40001' },
  'PostgreSQL, deadlock': { code: '40P01' },
}

test.each(Object.entries(conflicts))('a conflict is recognised: %s', (_, error) => {
  expect(isWriteConflict(error)).toBe(true)
})

test.each([undefined, null, 'P2034', new Error('P2034'), { code: 'P2002' }, { code: '23505' }])('%o is no conflict', (error) => {
  expect(isWriteConflict(error)).toBe(false)
})

test('a chain of causes that closes on itself ends', () => {
  const error: { cause?: unknown } = {}
  error.cause = error
  expect(isWriteConflict(error)).toBe(false)
})

test('a conflict is tried again until it succeeds', async () => {
  const seen: number[] = []
  const answer = await withRetry(
    async (attempt) => {
      seen.push(attempt)
      if (attempt < 3) throw { code: '40001' }
      return 'written'
    },
    { random: () => 0 },
  )
  expect([answer, seen]).toEqual(['written', [1, 2, 3]])
})

test('the conflict of the last attempt is thrown', async () => {
  let count = 0
  const run = withRetry(
    async () => {
      count += 1
      throw { code: 'P2034' }
    },
    { attempts: 3, random: () => 0 },
  )
  await expect(run).rejects.toEqual({ code: 'P2034' })
  expect(count).toBe(3)
})

test('another error is not tried again', async () => {
  let count = 0
  const run = withRetry(async () => {
    count += 1
    throw new Error('no such column')
  })
  await expect(run).rejects.toThrow('no such column')
  expect(count).toBe(1)
})
