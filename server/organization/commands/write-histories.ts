import { type PositionKind, Prisma } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'

/** What each record of a history says; the employee is stored already. Dates are `YYYY-MM-DD`. */
type HistoryRecord = { readonly nip: string; readonly sourceHash: string }

type Source = { readonly importRunId: string }

export type PositionEntry = HistoryRecord & {
  readonly title: string
  readonly positionKind: PositionKind | null
  readonly positionLevel: string | null
  readonly unitName: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly decreeNumber: string | null
  readonly decreeOn: string | null
}

/**
 * Enters positions held (riwayat jabatan) in one statement; a kernel of the import commands, as are the others here. The unit is known
 * where exactly one has the name that the decree gives.
 */
export async function writePositions(tx: Transaction, records: readonly PositionEntry[], { importRunId }: Source): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO position_record (id, employee_id, title, position_kind, position_level, unit_id, unit_name, valid_from, valid_to,
      decree_number, decree_on, import_run_id, source_hash)
    SELECT "row".id, e.id, title, "row".position_kind, "row".position_level, named.id, unit_name, valid_from, valid_to, decree_number, decree_on,
      ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      nip: ['text', ({ nip }) => nip],
      title: ['text', ({ title }) => title],
      position_kind: ['position_kind', ({ positionKind }) => positionKind],
      position_level: ['text', ({ positionLevel }) => positionLevel],
      unit_name: ['text', ({ unitName }) => unitName],
      valid_from: ['date', ({ validFrom }) => validFrom],
      valid_to: ['date', ({ validTo }) => validTo],
      decree_number: ['text', ({ decreeNumber }) => decreeNumber],
      decree_on: ['date', ({ decreeOn }) => decreeOn],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN employee e ON e.nip = "row".nip
    LEFT JOIN (SELECT name, min(id::text)::uuid AS id FROM unit GROUP BY name HAVING count(*) = 1) named ON named.name = "row".unit_name`)
  expectAll(written, records)
}

export type RankEntry = HistoryRecord & {
  readonly golongan: string
  readonly validFrom: string
  readonly decreeNumber: string | null
  readonly decreeOn: string | null
  readonly serviceYears: number | null
  readonly serviceMonths: number | null
}

/** Enters ranks (riwayat golongan) in one statement. */
export async function writeRanks(tx: Transaction, records: readonly RankEntry[], { importRunId }: Source): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO rank_record (id, employee_id, golongan, valid_from, decree_number, decree_on, service_years, service_months, import_run_id,
      source_hash)
    SELECT "row".id, e.id, "row".golongan, valid_from, decree_number, decree_on, service_years, service_months, ${importRunId}::uuid,
      "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      nip: ['text', ({ nip }) => nip],
      golongan: ['text', ({ golongan }) => golongan],
      valid_from: ['date', ({ validFrom }) => validFrom],
      decree_number: ['text', ({ decreeNumber }) => decreeNumber],
      decree_on: ['date', ({ decreeOn }) => decreeOn],
      service_years: ['smallint', ({ serviceYears }) => serviceYears],
      service_months: ['smallint', ({ serviceMonths }) => serviceMonths],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN employee e ON e.nip = "row".nip`)
  expectAll(written, records)
}

export type TrainingEntry = HistoryRecord & {
  readonly formId: number
  readonly name: string
  readonly provider: string | null
  readonly validFrom: string
  readonly validTo: string
  /** Exact decimal text, 1 JP = 45 minutes. */
  readonly jp: string | null
  readonly certificateNumber: string | null
}

/** Enters completed trainings (riwayat diklat) in one statement. */
export async function writeTrainings(tx: Transaction, records: readonly TrainingEntry[], { importRunId }: Source): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO training_record (id, employee_id, form_id, name, provider, starts_on, ends_on, jp, certificate_number, import_run_id,
      source_hash)
    SELECT "row".id, e.id, form_id, "row".name, provider, starts_on, ends_on, jp, certificate_number, ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      nip: ['text', ({ nip }) => nip],
      form_id: ['smallint', ({ formId }) => formId],
      name: ['text', ({ name }) => name],
      provider: ['text', ({ provider }) => provider],
      starts_on: ['date', ({ validFrom }) => validFrom],
      ends_on: ['date', ({ validTo }) => validTo],
      jp: ['numeric', ({ jp }) => jp],
      certificate_number: ['text', ({ certificateNumber }) => certificateNumber],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN employee e ON e.nip = "row".nip`)
  expectAll(written, records)
}
