import { Prisma } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'

/** What is measured of whom: exactly one of `nip` and `unitCode` is set. */
export type SeriesName = { readonly indicatorCode: string; readonly nip: string | null; readonly unitCode: string | null }

/** Makes the measurement series of a year that do not exist yet, always in the same order, so that two writers do not block each other. */
export async function ensureSeries(tx: Transaction, year: number, names: readonly SeriesName[]): Promise<void> {
  const distinct = [...new Map(names.map((name) => [`${name.indicatorCode}|${name.nip ?? name.unitCode}`, name])).values()]
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO measurement_series (id, indicator_id, employee_id, unit_id, year)
    SELECT "row".id, i.id, e.id, u.id, ${year}
    FROM ${unnest(distinct, {
      id: ['uuid', () => newId()],
      indicator_code: ['text', ({ indicatorCode }) => indicatorCode],
      nip: ['text', ({ nip }) => nip],
      unit_code: ['text', ({ unitCode }) => unitCode],
    })}
    JOIN indicator i ON i.code = "row".indicator_code
    LEFT JOIN employee e ON e.nip = "row".nip LEFT JOIN unit u ON u.code = "row".unit_code
    ORDER BY i.id, e.id, u.id
    ON CONFLICT DO NOTHING`)
}
