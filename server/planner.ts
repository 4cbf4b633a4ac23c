import { Prisma } from './generated/prisma/client.ts'
import type { Transaction } from './transact.ts'

/**
 * Runs statements over whole tables that were filled a moment ago. The planner knows nothing of such rows yet, takes them for a handful, and would
 * loop over them: minutes instead of a fraction of a second.
 */
export async function withoutNestedLoops<Answer>(tx: Transaction, work: () => Promise<Answer>): Promise<Answer> {
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'off', true)`
  const answer = await work()
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'on', true)`
  return answer
}

/**
 * Opens a cursor that is meant to be read to its end, so that a long answer needs little memory. Each call of what it resolves to gives the next
 * `count` rows; an empty list is the end and closes it. `name` is a constant of the code, free in the transaction.
 */
export async function openCursor<Row>(
  tx: Transaction,
  name: string,
  statement: Prisma.Sql,
  count: number,
): Promise<() => Promise<Row[]>> {
  const cursor = Prisma.raw(name)
  // The planner would choose what gives the first rows soonest; all of them are wanted.
  await tx.$executeRaw`SELECT set_config('cursor_tuple_fraction', '1', true)`
  await tx.$executeRaw(Prisma.sql`DECLARE ${cursor} NO SCROLL CURSOR FOR ${statement}`)
  const next = Prisma.sql`FETCH ${Prisma.raw(String(count))} FROM ${cursor}`
  return async () => {
    const rows = await tx.$queryRaw<Row[]>(next)
    if (rows.length === 0) await tx.$executeRaw(Prisma.sql`CLOSE ${cursor}`)
    return rows
  }
}
