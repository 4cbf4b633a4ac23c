import { z } from 'zod'
import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { newId } from '../../new-id.ts'
import { type Caller, command, execute, readAtOnce, type Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { mayBookCredits } from '../policy.ts'
import { type CreditToBook, creditDifference, earningYears } from '../queries/credits.ts'

const bookMs = 30_000

/**
 * Enters the angka kredit of a year as it follows from its results (F7): new rows, rows whose result stands differently now, and the end of those whose result was
 * replaced by a successor version, or by the one of the whole year. WRONG_STATE when everything is entered already.
 */
export const bookCredits = command({
  input: z.strictObject({ year: z.int().min(2019).max(2100) }),
  load: async (tx, { year }) => {
    // Two at once would both find the same rows missing.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tera credits'), ${year}::int)`
    return creditDifference(tx, year)
  },
  allow: (actor, { toBook, toReplace }) => {
    const held = mayBookCredits(actor)
    if (held !== true || toBook.length + toReplace.length > 0) return held
    return refuse(
      'WRONG_STATE',
      'Angka kredit tahun ini sudah tercatat seluruhnya.',
      'The angka kredit of this year are all entered.',
    )
  },
  run: async ({ tx, input: { year }, subject: { toBook, toReplace }, now }) => {
    await tx.creditEntry.updateMany({ where: { id: { in: [...toReplace] } }, data: { replacedAt: now } })
    await write(tx, toBook, now)
    return {
      result: { booked: toBook.length, replaced: toReplace.length },
      entity: { type: 'CreditYear', id: String(year) },
      changes: { booked: [0, toBook.length], replaced: [0, toReplace.length] },
    }
  },
  audit: 'credits.booked',
  timeoutMs: bookMs,
})

async function write(tx: Transaction, rows: readonly CreditToBook[], now: Date): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO credit_entry (id, employee_id, appraisal_id, jenjang, predikat, months, credit, is_provisional, created_at)
    SELECT "row".id, "row".employee_id, "row".appraisal_id, "row".jenjang, "row".predikat::predikat, "row".months, "row".credit, "row".is_provisional, ${now}
    FROM ${unnest(rows, {
      id: ['uuid', () => newId()],
      employee_id: ['uuid', ({ employeeId }) => employeeId],
      appraisal_id: ['uuid', ({ appraisalId }) => appraisalId],
      jenjang: ['text', ({ jenjang }) => jenjang],
      predikat: ['text', ({ predikat }) => predikat],
      months: ['smallint', ({ months }) => months],
      credit: ['numeric', ({ credit }) => credit.toFixed(2)],
      is_provisional: ['boolean', ({ isProvisional }) => isProvisional],
    })}
    ON CONFLICT (appraisal_id, jenjang) DO UPDATE SET predikat = excluded.predikat, months = excluded.months, credit = excluded.credit,
      is_provisional = excluded.is_provisional, replaced_at = NULL`)
}

/** Enters what is missing in every year, and answers how many rows that were. Runs daily; a second run finds nothing. */
export async function bookDueCredits(database: Database, caller: Caller): Promise<number> {
  let rows = 0
  for (const year of await readAtOnce(database, bookMs, earningYears)) {
    const { toBook, toReplace } = await readAtOnce(database, bookMs, (tx) => creditDifference(tx, year))
    if (toBook.length + toReplace.length === 0) continue
    const { booked, replaced } = await execute(database, bookCredits, { year }, caller)
    rows += booked + replaced
  }
  return rows
}
