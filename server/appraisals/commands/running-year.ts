import { DomainError } from '../../errors.ts'
import type { Transaction } from '../../transact.ts'

const quarters = [1, 2, 3, 4] as const

/**
 * Makes sure that a year with its quarters exists, and that the named ones take data: they are locked against closing until the
 * transaction ends. A year that data come in for is under way, so what is missing is made OPEN; what exists keeps its state.
 * @param keys `2025`, `2025-TW1`
 * @throws DomainError PERIOD_CLOSED when one of them is closed
 */
export async function holdYear(tx: Transaction, year: number, keys: readonly string[]): Promise<void> {
  const key = String(year)
  await tx.period.createMany({
    data: [{ key, kind: 'ANNUAL', year, number: 0, startsOn: day(year, 0, 1), endsOn: day(year, 11, 31), ...open(year, 12) }],
    skipDuplicates: true,
  })
  const { id: parentId } = await tx.period.findUniqueOrThrow({ where: { key }, select: { id: true } })
  await tx.period.createMany({
    data: quarters.map((number) => ({
      key: `${year}-TW${number}`,
      kind: 'QUARTER' as const,
      year,
      number,
      parentId,
      startsOn: day(year, number * 3 - 3, 1),
      endsOn: day(year, number * 3, 0),
      ...open(year, number * 3),
    })),
    skipDuplicates: true,
  })
  const held = await tx.$queryRaw<{ key: string; state: string }[]>`
    SELECT key, state::text FROM period WHERE key = ANY(${[key, ...keys]}::text[]) ORDER BY key FOR SHARE`
  const closed = held.filter(({ state }) => state === 'CLOSED').map((period) => period.key)
  if (closed.length > 0) {
    throw new DomainError('PERIOD_CLOSED', {
      id: `Periode ${closed.join(', ')} sudah ditutup.`,
      en: `The period ${closed.join(', ')} is closed.`,
    })
  }
}

/** Recording stays open until the 10th of the month that follows (LOCAL). */
function open(year: number, nextMonth: number) {
  return { state: 'OPEN' as const, closesOn: day(year, nextMonth, 10) }
}

function day(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month, date))
}
