import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allowTime, statementNamer, type Transaction } from '../../server/db.ts'
import { isWriteConflict, withRetry } from '../../server/retry.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let db: TestDatabase
const statements: string[] = []
beforeAll(async () => {
  db = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
})
afterAll(() => db.drop())

test('the application works as its own role and in UTC', async () => {
  const { prisma, role } = db.database
  const answer = await prisma.$queryRaw`SELECT current_user::text AS role, current_setting('TimeZone') AS zone`
  expect(answer).toEqual([{ role: 'tera_app', zone: 'UTC' }])
  expect(role).toBe('tera_app')
})

test.each(['UPDATE audit_event SET reason = null', 'DELETE FROM audit_event', 'TRUNCATE audit_event', 'DROP TABLE audit_event'])(
  'the application may not: %s',
  async (sql) => {
    await expect(db.database.pool.query(sql)).rejects.toThrow(/permission denied|must be owner/)
  },
)

test('a statement that takes too long is cancelled, unless the transaction asked for more time', async () => {
  await using impatient = await createTestDatabase({ statementTimeoutMs: 50 })
  const { prisma } = impatient.database
  await expect(prisma.$queryRaw`SELECT pg_sleep(0.2)::text`).rejects.toThrow(/statement timeout/)
  await prisma.$transaction(async (tx) => {
    await allowTime(tx, 5_000)
    await tx.$queryRaw`SELECT pg_sleep(0.2)::text`
  })
})

test('statements are counted, transaction control included', async () => {
  statements.length = 0
  await db.database.prisma.$transaction((tx) => tx.setting.findMany())
  expect(statements.map((sql) => sql.split(' ')[0])).toEqual(['BEGIN', 'SELECT', 'COMMIT'])
})

test('of two transactions that cannot both be right one is tried again, and both take effect', async () => {
  const { prisma } = db.database
  const attempts = await Promise.all(
    ['race-1', 'race-2'].map(async (key) => {
      let last = 0
      await withRetry(async (attempt) => {
        last = attempt
        const countThenWrite = async (tx: Transaction) => {
          const value = await tx.setting.count({ where: { key: { in: ['race-1', 'race-2'] } } })
          if (attempt === 1) await meet()
          await tx.setting.create({ data: { key, value: String(value), validFrom: new Date('2026-01-01'), reason: 'race' } })
        }
        await prisma.$transaction(countThenWrite, { isolationLevel: 'Serializable' })
      })
      return last
    }),
  )
  expect(attempts.toSorted()).toEqual([1, 2])
  const written = await prisma.setting.findMany({ where: { reason: 'race' }, orderBy: { value: 'asc' } })
  expect(written.map(({ value }) => value)).toEqual(['0', '1'])
})

let waiting: (() => void) | undefined
/** Holds the first caller until the second one arrives. */
function meet(): Promise<void> {
  if (waiting) {
    waiting()
    return Promise.resolve()
  }
  return new Promise((go) => {
    waiting = go
  })
}

test('a deadlock is recognised from a raw statement', async () => {
  const error = await db.database.prisma.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$`.catch(
    (e: unknown) => e,
  )
  expect(isWriteConflict(error)).toBe(true)
})

describe('names of statements', () => {
  const names = (sql: string, args: unknown[] = [], namer = statementNamer()) => [1, 2, 3].map(() => namer({ sql, args }))

  test('a statement gets its name when it comes again, and keeps it', () => {
    expect(names('SELECT 1')).toEqual(['', 'tera_0', 'tera_0'])
  })

  test.each(['a LIKE $1', 'a::text ILIKE $1', 'a ~ $1', 'a SIMILAR TO $1'])('a pattern is never named: %s', (condition) => {
    expect(names(`SELECT 1 FROM t WHERE ${condition}`)).toEqual(['', '', ''])
  })

  test('a long list of parameters is never named', () => {
    expect(names('SELECT 1', Array(33).fill(0))).toEqual(['', '', ''])
  })

  test('the number of names is bounded', () => {
    const namer = statementNamer(2)
    const given = Array.from({ length: 10 }, (_, index) => names(`SELECT ${index}`, [], namer).at(-1))
    expect(new Set(given)).toEqual(new Set(['tera_0', 'tera_1', '']))
  })
})
