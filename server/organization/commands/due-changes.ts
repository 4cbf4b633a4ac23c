import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'

/**
 * One writer of the tree, of the reporting lines or of the derived columns at a time: two moves that are each fine may close a circle
 * together. Held to the end of the transaction.
 */
export async function lockStructure(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7263544920)`
}

/**
 * Brings today's view in step with the effective-dated rows: columns of units follow the version, superiors follow the reporting line,
 * that holds on `today`. Runs at start and once a day, so that what was entered in advance comes into force; changes nothing when all is
 * in step. Units and employees without any dated row keep what they have.
 */
export async function applyDueChanges(
  tx: Transaction,
  today: Date,
): Promise<{ readonly units: number; readonly employees: number }> {
  await lockStructure(tx)
  const moved = await tx.$queryRaw<{ moved: boolean }[]>`
    UPDATE unit u SET name = v.name, type = v.type, is_service_unit = v.is_service_unit, parent_id = v.parent_id
    FROM unit_version v, unit before
    WHERE v.unit_id = u.id AND before.id = u.id AND v.valid_from <= ${today}::date AND (v.valid_to IS NULL OR v.valid_to >= ${today}::date)
      AND (u.name, u.type, u.is_service_unit, u.parent_id) IS DISTINCT FROM (v.name, v.type, v.is_service_unit, v.parent_id)
    RETURNING before.parent_id IS DISTINCT FROM u.parent_id AS moved`
  if (moved.some((unit) => unit.moved)) await rebuildUnitClosure(tx)
  const employees = await tx.$executeRaw`
    UPDATE employee e SET superior_id = due.superior_id, updated_at = now()
    FROM (
      SELECT DISTINCT ON (l.employee_id) l.employee_id,
        CASE WHEN l.valid_to IS NULL OR l.valid_to >= ${today}::date THEN l.superior_id END AS superior_id
      FROM reporting_line l WHERE l.valid_from <= ${today}::date
      ORDER BY l.employee_id, l.valid_from DESC
    ) due
    WHERE due.employee_id = e.id AND e.superior_id IS DISTINCT FROM due.superior_id`
  return { units: moved.length, employees }
}

/**
 * Makes the closure of today's tree agree with `unit.parent_id`, in one statement that writes only the rows that differ. A circle in the
 * tree, which no command makes, is followed once round and no further.
 */
export async function rebuildUnitClosure(tx: Transaction): Promise<void> {
  await tx.$executeRaw(closureStatement)
}

const closureStatement = Prisma.sql`
  WITH RECURSIVE up AS (
    SELECT id AS unit_id, id AS ancestor_id, 0 AS distance FROM unit
    UNION ALL
    SELECT up.unit_id, u.parent_id, up.distance + 1 FROM up JOIN unit u ON u.id = up.ancestor_id WHERE u.parent_id IS NOT NULL
  ) CYCLE ancestor_id SET is_circle USING path,
  closure AS (SELECT unit_id, ancestor_id, min(distance)::smallint AS distance FROM up WHERE NOT is_circle GROUP BY unit_id, ancestor_id),
  gone AS (
    DELETE FROM unit_ancestor a
    WHERE NOT EXISTS (SELECT FROM closure c WHERE c.unit_id = a.unit_id AND c.ancestor_id = a.ancestor_id)
  )
  INSERT INTO unit_ancestor AS a (unit_id, ancestor_id, distance) SELECT unit_id, ancestor_id, distance FROM closure
  ON CONFLICT (unit_id, ancestor_id) DO UPDATE SET distance = EXCLUDED.distance WHERE a.distance <> EXCLUDED.distance`
