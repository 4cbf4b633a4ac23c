import type { SqlQuery } from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import type { PrismaClient } from './generated/prisma/client.ts'
import { rowsOf } from './reads/rows.ts'
import { countSql, rowsSql } from './reads/selection.ts'
import { type Args, argsOf, Statement, Unsupported } from './reads/statement.ts'
import { readTables, type Table, type Tables } from './reads/tables.ts'

type Pool = Pick<pg.Pool, 'query'>
type NameOf = (query: Pick<SqlQuery, 'sql' | 'args'>) => string
type Read = (args?: unknown) => Promise<unknown>
type Readers = Readonly<Record<'findMany' | 'findFirst' | 'count', Read>>

const everywhere = () => 'TRUE'

/**
 * The client for reading: `findMany`, `findFirst` and `count` run as one statement in which PostgreSQL puts the whole nested answer together as
 * JSON. Answers are those of Prisma, at a fraction of the time: its own engine took most of a nested read. Whatever these readers do not know
 * (and everything but these three) is left to Prisma. Reads inside of a transaction go through the client of the transaction, as ever.
 */
export function readsOf(prisma: PrismaClient, pool: Pool, nameOf: NameOf): PrismaClient {
  const tables = readTables(prisma)
  const delegates = new Map<string | symbol, object>()
  for (const table of tables.values()) {
    const name = `${table.model.charAt(0).toLowerCase()}${table.model.slice(1)}`
    const delegate = Reflect.get(prisma, name) as Readers
    const readers = readersOf(tables, table, pool, nameOf, delegate)
    delegates.set(
      name,
      new Proxy(delegate, { get: (own, property) => Reflect.get(Object.hasOwn(readers, property) ? readers : own, property) }),
    )
  }
  return new Proxy(prisma, { get: (own, property) => delegates.get(property) ?? Reflect.get(own, property) })
}

function readersOf(tables: Tables, table: Table, pool: Pool, nameOf: NameOf, delegate: Readers): Readers {
  async function answerOf<Answer>(text: string, values: unknown[]): Promise<Answer> {
    const name = nameOf({ sql: text, args: values }) || undefined
    const { rows } = await pool.query<[Answer]>({ ...(name ? { name } : {}), text, values, rowMode: 'array' })
    return (rows[0] as [Answer])[0]
  }
  async function many(args: unknown): Promise<Record<string, unknown>[]> {
    const statement = new Statement(tables)
    const { sql, shape, isBackwards } = rowsSql(statement, table, args, everywhere)
    const json = await answerOf<string>(`SELECT (${sql})::text`, statement.values)
    return rowsOf(shape, JSON.parse(json) as unknown[], isBackwards)
  }
  async function first(args: unknown): Promise<unknown> {
    const given = args as Args | undefined
    if (given?.take !== undefined) throw new Unsupported('take')
    const [row] = await many({ ...given, take: 1 })
    return row ?? null
  }
  async function count(args: unknown): Promise<unknown> {
    const statement = new Statement(tables)
    const sql = countSql(statement, table, argsOf(args, ['where']), everywhere)
    return answerOf<number>(sql, statement.values)
  }
  const elsePrisma =
    (read: Read, name: keyof Readers): Read =>
    async (args) => {
      try {
        return await read(args)
      } catch (error) {
        if (error instanceof Unsupported) return delegate[name](args)
        throw error
      }
    }
  return { findMany: elsePrisma(many, 'findMany'), findFirst: elsePrisma(first, 'findFirst'), count: elsePrisma(count, 'count') }
}
