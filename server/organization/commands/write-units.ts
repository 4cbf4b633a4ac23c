import { Prisma, type UnitType } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'
import { lockStructure, rebuildUnitClosure } from './due-changes.ts'

/** A unit as a file names it; the parent is among the records or stored already. */
export type UnitRecord = {
  readonly code: string
  readonly name: string
  readonly type: UnitType
  readonly parentCode: string | null
  readonly isServiceUnit: boolean
  readonly sourceHash: string
}

/**
 * Opens many units at once, each with its first version from `validFrom` on; the closure of the tree follows. Three statements however
 * many records; a kernel of the import commands, which audit and refuse codes that exist.
 */
export async function writeUnits(
  tx: Transaction,
  records: readonly UnitRecord[],
  { importRunId, validFrom }: { readonly importRunId: string; readonly validFrom: string },
): Promise<void> {
  await lockStructure(tx)
  const rows = records.map((record) => ({ ...record, id: newId(), versionId: newId() }))
  const written = await tx.$executeRaw(Prisma.sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM ${unnest(rows, {
        id: ['uuid', ({ id }) => id],
        code: ['text', ({ code }) => code],
        name: ['text', ({ name }) => name],
        type: ['unit_type', ({ type }) => type],
        is_service_unit: ['boolean', ({ isServiceUnit }) => isServiceUnit],
        parent_code: ['text', ({ parentCode }) => parentCode],
        source_hash: ['text', ({ sourceHash }) => sourceHash],
      })}
    )
    INSERT INTO unit (id, code, name, type, is_service_unit, parent_id, import_run_id, source_hash)
    SELECT g.id, g.code, g.name, g.type, g.is_service_unit, coalesce(beside.id, stored.id), ${importRunId}::uuid, g.source_hash
    FROM given g LEFT JOIN given beside ON beside.code = g.parent_code LEFT JOIN unit stored ON stored.code = g.parent_code`)
  expectAll(written, rows)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO unit_version (id, unit_id, name, type, is_service_unit, parent_id, valid_from)
    SELECT "row".version_id, u.id, u.name, u.type, u.is_service_unit, u.parent_id, ${validFrom}::date
    FROM ${unnest(rows, { version_id: ['uuid', ({ versionId }) => versionId], id: ['uuid', ({ id }) => id] })}
    JOIN unit u ON u.id = "row".id`)
  await rebuildUnitClosure(tx)
}
