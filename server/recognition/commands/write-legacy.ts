import { type Predikat, Prisma } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'

/** A result of 2019–2021; the employee is stored already. Numbers are exact decimal text. */
export type LegacyEntry = {
  readonly nip: string
  readonly year: number
  readonly skpValue: string
  readonly perilaku: string
  readonly scheme: string
  readonly newIdea: boolean
  /** Two decimals. */
  readonly value: number
  readonly predikat: Predikat
  readonly source: string
  readonly sourceHash: string
}

/** Enters results of the scheme before 2022 (F5) in one statement. */
export async function writeLegacyResults(
  tx: Transaction,
  records: readonly LegacyEntry[],
  { importRunId }: { readonly importRunId: string },
): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO legacy_result (id, employee_id, year, skp_value, perilaku, scheme, new_idea, value, predikat, source, source_hash, import_run_id)
    SELECT "row".id, e.id, "row".year, "row".skp_value, "row".perilaku, "row".scheme, "row".new_idea, "row".value, "row".predikat::predikat, "row".source,
      "row".source_hash, ${importRunId}::uuid
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      nip: ['text', ({ nip }) => nip],
      year: ['smallint', ({ year }) => year],
      skp_value: ['numeric', ({ skpValue }) => skpValue],
      perilaku: ['numeric', ({ perilaku }) => perilaku],
      scheme: ['text', ({ scheme }) => scheme],
      new_idea: ['boolean', ({ newIdea }) => newIdea],
      value: ['numeric', ({ value }) => value.toFixed(2)],
      predikat: ['text', ({ predikat }) => predikat],
      source: ['text', ({ source }) => source],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN employee e ON e.nip = "row".nip`)
  expectAll(written, records)
}
