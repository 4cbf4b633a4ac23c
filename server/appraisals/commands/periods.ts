import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { type PeriodState, Prisma } from '../../generated/prisma/client.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayPreparePeriods, type PeriodFacts, periodActions } from '../policy.ts'
import { readPeriodFacts } from '../queries/standing.ts'

/** Midnight UTC of a civil day; month 13 is January of the next year, day 0 the last of the month before. */
function day(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month - 1, date))
}

/** A part of the year from one month to another. Measurements may be recorded until the 10th of the month after (LOCAL). */
function part(year: number, first: number, last: number) {
  return { year, startsOn: day(year, first, 1), endsOn: day(year, last + 1, 0), closesOn: day(year, last + 1, 10) }
}

/** Lays out a year with its four quarters and twelve months, PREPARED. What exists already stays as it is. */
export const preparePeriod = command({
  input: z.strictObject({ year: z.int().min(2000).max(2100) }),
  load: async () => ({}),
  allow: mayPreparePeriods,
  run: async ({ tx, input: { year }, now }) => {
    const { id, created } = await layOutYear(tx, year, { state: 'PREPARED', createdAt: now })
    return { result: { id, created }, entity: { type: 'Period', id }, changes: { created: [null, created] } }
  },
  audit: 'period.prepared',
})

/** Makes what is missing of a year, its quarters and its months. The year itself closes on the annual deadline of 31 January (LOCAL). */
export async function layOutYear(
  tx: Transaction,
  year: number,
  made: { readonly state: PeriodState; readonly createdAt: Date },
): Promise<{ readonly id: string; readonly created: number }> {
  const whole = {
    ...part(year, 1, 12),
    ...made,
    key: String(year),
    kind: 'ANNUAL' as const,
    number: 0,
    closesOn: day(year, 13, 31),
  }
  const { count: years } = await tx.period.createMany({ data: [whole], skipDuplicates: true })
  const { id } = await tx.period.findUniqueOrThrow({ where: { key: whole.key }, select: { id: true } })
  const under = { parentId: id, ...made }
  const quarters = [1, 2, 3, 4].map((number) => ({
    ...part(year, number * 3 - 2, number * 3),
    ...under,
    key: `${year}-TW${number}`,
    kind: 'QUARTER' as const,
    number,
  }))
  const months = Array.from({ length: 12 }, (_, index) => index + 1).map((number) => {
    const key = `${year}-${String(number).padStart(2, '0')}`
    return { ...part(year, number, number), ...under, key, kind: 'MONTH' as const, number }
  })
  const { count: parts } = await tx.period.createMany({ data: [...quarters, ...months], skipDuplicates: true })
  return { id, created: years + parts }
}

/** Opens a prepared period, so that measurements can be recorded in it. The year comes before its quarters and months. */
export const openPeriod = command({
  input: z.strictObject({ id: z.uuid() }),
  load: (tx, { id }) => lockPeriod(tx, id),
  allow: (actor, period) => periodActions(actor, period).OPEN,
  run: async ({ tx, input: { id } }) => {
    await tx.period.update({ where: { id }, data: { state: 'OPEN' }, select: { id: true } })
    return { result: { id }, entity: { type: 'Period', id }, changes: { state: ['PREPARED', 'OPEN'] } }
  },
  audit: 'period.opened',
})

/** Closes a period: its verified measurements are LOCKED (G2), and nothing more is recorded. A year takes its open parts with it. */
export const closePeriod = command({
  input: z.strictObject({ id: z.uuid() }),
  load: (tx, { id }) => lockPeriod(tx, id),
  allow: (actor, period) => periodActions(actor, period).CLOSE,
  run: async ({ tx, input: { id } }) => {
    await tx.period.updateMany({ where: { OR: [{ id }, { parentId: id }] }, data: { state: 'CLOSED' } })
    const { count } = await tx.realisation.updateMany({
      where: { state: 'VERIFIED', period: { OR: [{ id }, { parentId: id }] } },
      data: { state: 'LOCKED' },
    })
    return {
      result: { id, locked: count },
      entity: { type: 'Period', id },
      changes: { state: ['OPEN', 'CLOSED'], locked: [null, count] },
    }
  },
  audit: 'period.closed',
  timeoutMs: 60_000,
})

/** Most days by which a closing day is moved on at once (LOCAL). */
const mostExtraDays = 90

/**
 * Moves the last day for measurements of an open period on, with the reason; what was on time stays so. The day itself is LOCAL, so that the city may. Errors:
 * FORBIDDEN, WRONG_STATE, INVALID_INPUT (not later than now laid down, or more than 90 days later).
 */
export const extendPeriod = command({
  input: z.strictObject({ id: z.uuid(), closesOn: z.date(), reason: z.string().trim().min(10).max(1_000) }),
  load: async (tx, { id }) => {
    const facts = await lockPeriod(tx, id)
    return facts && { ...facts, ...(await tx.period.findUniqueOrThrow({ where: { id }, select: { closesOn: true } })) }
  },
  allow: (actor, period) => periodActions(actor, period).EXTEND,
  run: async ({ tx, input: { id, closesOn, reason }, subject: period }) => {
    const days = (closesOn.getTime() - period.closesOn.getTime()) / 86_400_000
    if (days <= 0 || days > mostExtraDays) {
      const sentence = {
        id: `Tanggal baru harus sesudah batas sekarang, paling lama ${mostExtraDays} hari kemudian.`,
        en: `The new day must come after the present one, at most ${mostExtraDays} days later.`,
      }
      throw new DomainError('INVALID_INPUT', sentence, { closesOn: sentence })
    }
    await tx.period.update({ where: { id }, data: { closesOn }, select: { id: true } })
    const iso = (date: Date) => date.toISOString().slice(0, 10)
    return {
      result: { id },
      entity: { type: 'Period', id },
      changes: { closesOn: [iso(period.closesOn), iso(closesOn)] },
      reason,
    }
  },
  audit: 'period.extended',
})

/** A period with its parts, locked: whoever records a measurement in it waits, or has finished. Counts only the newest record of each series. */
async function lockPeriod(tx: Transaction, id: string): Promise<PeriodFacts | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM period WHERE id = ${id}::uuid OR parent_id = ${id}::uuid ORDER BY id FOR NO KEY UPDATE`)
  if (locked.length === 0) return null
  const [period] = await readPeriodFacts(tx, [id])
  return period ?? null
}
