import { DomainError } from '../../errors.ts'
import type { Transaction } from '../../transact.ts'
import { layOutYear } from './periods.ts'

/**
 * Makes sure that a year with its parts exists, and that the named periods take data: they are locked against closing and against a
 * computation until the transaction ends. A year that data come in for is under way, so what is missing is made OPEN; what exists keeps
 * its state.
 * @param keys `2025-TW1`; the year itself always counts
 * @throws DomainError PERIOD_CLOSED when one of them is closed
 */
export async function holdYear(tx: Transaction, year: number, keys: readonly string[], now: Date): Promise<void> {
  const wanted = [String(year), ...keys]
  if ((await lock(tx, wanted)).length < wanted.length) {
    await layOutYear(tx, year, { state: 'OPEN', createdAt: now })
    await lock(tx, wanted)
  }
}

async function lock(tx: Transaction, keys: readonly string[]): Promise<readonly unknown[]> {
  const held = await tx.$queryRaw<{ key: string; state: string }[]>`
    SELECT key, state::text FROM period WHERE key = ANY(${[...keys]}::text[]) ORDER BY id FOR SHARE`
  const closed = held.filter(({ state }) => state === 'CLOSED').map(({ key }) => key)
  if (closed.length === 0) return held
  throw new DomainError('PERIOD_CLOSED', {
    id: `Periode ${closed.join(', ')} sudah ditutup.`,
    en: `The period ${closed.join(', ')} is closed.`,
  })
}
