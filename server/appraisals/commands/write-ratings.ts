import { Prisma, type RaterGroup } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'
import { holdYear } from './running-year.ts'

const values = ['bp', 'ak', 'ko', 'ha', 'lo', 'ad', 'kl'] as const

/** One rater's view of one ratee: 1 below, 2 as, 3 above expectation; null where left blank. */
export type RatingRecord = Readonly<Record<(typeof values)[number], number | null>> & {
  readonly rateeNip: string
  readonly raterNip: string
  readonly group: RaterGroup
  /** The superior's own judgement of the work result (F13). */
  readonly result: number | null
  readonly ratedOn: string | null
  readonly note: string | null
  readonly sourceHash: string
}

/**
 * Enters behaviour ratings of a year in one statement; a kernel of the import commands.
 * @throws DomainError PERIOD_CLOSED, or CONFLICT when an employee is gone
 */
export async function writeRatings(
  tx: Transaction,
  records: readonly RatingRecord[],
  { importRunId, year, now }: { readonly importRunId: string; readonly year: number; readonly now: Date },
): Promise<void> {
  await holdYear(tx, year, [], now)
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO behaviour_rating (id, period_id, employee_id, rater_id, rater_group, bp, ak, ko, ha, lo, ad, kl, result_judgement, rated_on, note,
      import_run_id, source_hash)
    SELECT "row".id, p.id, ratee.id, rater.id, rater_group, bp, ak, ko, ha, lo, ad, kl, result_judgement, rated_on, note, ${importRunId}::uuid,
      "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      ratee: ['text', ({ rateeNip }) => rateeNip],
      rater: ['text', ({ raterNip }) => raterNip],
      rater_group: ['rater_group', ({ group }) => group],
      ...Object.fromEntries(values.map((key) => [key, ['smallint', (record: RatingRecord) => record[key]] as const])),
      result_judgement: ['smallint', ({ result }) => result],
      rated_on: ['date', ({ ratedOn }) => ratedOn],
      note: ['text', ({ note }) => note],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN employee ratee ON ratee.nip = "row".ratee JOIN employee rater ON rater.nip = "row".rater JOIN period p ON p.key = ${String(year)}`)
  expectAll(written, records)
}
