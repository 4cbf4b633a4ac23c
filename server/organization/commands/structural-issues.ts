import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { StructuralIssue } from '../rules/issue-codes.ts'
import { servingStandings } from '../rules/standing.ts'

export type Refreshed = { readonly opened: number; readonly resolved: number }

/**
 * Compares the structure as it stands on `today` with what it should be, in one statement whatever the size of the city. A fault that is
 * new, or found again after it was resolved, is opened; one that is gone is resolved; a dismissed one stays dismissed. Issues of imports
 * about a superior are resolved too once there is one.
 */
export async function findStructuralIssues(tx: Transaction, today: Date, now: Date): Promise<Refreshed> {
  const [counts] = await tx.$queryRaw<Refreshed[]>(Prisma.sql`
    WITH RECURSIVE serving AS MATERIALIZED (
      SELECT * FROM employee
      WHERE legal_standing = ANY(${[...servingStandings]}::legal_standing[]) AND (separated_on IS NULL OR separated_on >= ${today}::date)
    ),
    below(head_id, id) AS (${below}),
    head AS (${head}),
    found(code, employee_id, unit_id, detail) AS MATERIALIZED (
      ${Prisma.join(Object.values(faults(today)), ' UNION ALL ')}
    ),
    keyed AS (SELECT *, ${structuralKey} || code || ':' || coalesce(employee_id, unit_id) AS dedupe_key FROM found),
    gone AS (
      UPDATE data_issue d SET state = 'RESOLVED', closed_at = ${now}::timestamptz, closed_reason = 'Tidak ditemukan lagi saat pemeriksaan.'
      WHERE d.state = 'OPEN' AND (
        (starts_with(d.dedupe_key, ${structuralKey}) AND NOT EXISTS (SELECT FROM keyed k WHERE k.dedupe_key = d.dedupe_key))
        OR (d.code = ANY(${importedSuperiorIssues}) AND NOT starts_with(d.dedupe_key, ${structuralKey})
          AND EXISTS (SELECT FROM employee e WHERE e.id = d.employee_id AND e.superior_id IS NOT NULL))
      )
      RETURNING 1
    ),
    opened AS (
      INSERT INTO data_issue AS d (id, code, employee_id, unit_id, detail, dedupe_key, opened_at)
      SELECT ${newId}, code, employee_id, unit_id, detail, dedupe_key, ${now}::timestamptz FROM keyed
      ON CONFLICT (dedupe_key) DO UPDATE
        SET state = 'OPEN', detail = EXCLUDED.detail, closed_at = NULL, closed_reason = NULL,
          opened_at = CASE d.state WHEN 'OPEN' THEN d.opened_at ELSE EXCLUDED.opened_at END
        WHERE d.state = 'RESOLVED' OR (d.state = 'OPEN' AND d.detail <> EXCLUDED.detail)
      RETURNING d.opened_at = ${now}::timestamptz AS is_new
    )
    SELECT (SELECT count(*)::int FROM opened WHERE is_new) AS opened, (SELECT count(*)::int FROM gone) AS resolved`)
  return counts ?? { opened: 0, resolved: 0 }
}

/** Keys of the issues that are found here, as opposed to those of imports. */
const structuralKey = 'structure:'

/** Issues of an import that only say that the superior's link could not be applied. */
const importedSuperiorIssues = ['SELF_SUPERIOR', 'UNKNOWN_SUPERIOR', 'SUPERIOR_CYCLE', 'PENILAI_UNVERIFIED']

/** Everybody below each person without a superior. */
const below = Prisma.sql`
  SELECT id, id FROM employee WHERE superior_id IS NULL
  UNION ALL SELECT below.head_id, e.id FROM below JOIN employee e ON e.superior_id = below.id`

/** The head of the civil service needs no superior here: whoever has none and the most people below. */
const head = Prisma.sql`
  SELECT head_id AS id FROM below GROUP BY head_id HAVING count(*) > 1 ORDER BY count(*) DESC, head_id LIMIT 1`

/** Time-ordered, as the other ids are (UUID version 7). */
const newId = Prisma.sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
  substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`

/** One SELECT of (code, employee, unit, detail) for each structural fault. */
function faults(today: Date): Record<StructuralIssue, Prisma.Sql> {
  return {
    ORPHAN_POST: Prisma.sql`
      SELECT 'ORPHAN_POST', e.id, u.id, u.code || ' ' || u.name || ' (' || u.closed_on || ')'
      FROM serving e JOIN unit u ON u.id = e.unit_id WHERE u.closed_on < ${today}::date`,
    MISSING_SUPERIOR: Prisma.sql`
      SELECT 'MISSING_SUPERIOR', e.id, e.unit_id, e.position_title FROM serving e
      WHERE e.superior_id IS NULL AND NOT EXISTS (SELECT FROM head WHERE head.id = e.id)
        AND NOT EXISTS (SELECT FROM data_issue d WHERE d.employee_id = e.id AND d.state = 'OPEN'
          AND d.code = ANY(${importedSuperiorIssues}) AND NOT starts_with(d.dedupe_key, ${structuralKey}))`,
    // Whoever stands below nobody without a superior is in a circle or below one; only from there is the chain followed.
    SUPERIOR_CYCLE: Prisma.sql`
      SELECT 'SUPERIOR_CYCLE', e.id, e.unit_id, s.name FROM employee e JOIN employee s ON s.id = e.superior_id
      WHERE NOT EXISTS (SELECT FROM below WHERE below.id = e.id) AND e.id IN (
        WITH RECURSIVE up(id) AS (
          SELECT e.superior_id UNION SELECT above.superior_id FROM up JOIN employee above ON above.id = up.id
        ) SELECT id FROM up)`,
    SUPERIOR_NOT_SERVING: Prisma.sql`
      SELECT 'SUPERIOR_NOT_SERVING', e.id, e.unit_id, s.name || ' (' || s.legal_standing || ')'
      FROM serving e JOIN employee s ON s.id = e.superior_id WHERE NOT EXISTS (SELECT FROM serving WHERE serving.id = s.id)`,
    POSITION_MISMATCH: Prisma.sql`
      SELECT 'POSITION_MISMATCH', e.id, e.unit_id, e.position_title || ' ≠ ' || p.title FROM serving e
      JOIN LATERAL (
        SELECT title FROM position_record p WHERE p.employee_id = e.id AND p.assignment = 'DEFINITIF' AND p.valid_from <= ${today}::date
        ORDER BY p.valid_from DESC, p.id DESC LIMIT 1
      ) p ON lower(p.title) <> lower(e.position_title)`,
    UNIT_WITHOUT_HEAD: Prisma.sql`
      SELECT 'UNIT_WITHOUT_HEAD', NULL::uuid, u.id, u.code || ' ' || u.name FROM unit u
      WHERE (u.closed_on IS NULL OR u.closed_on >= ${today}::date) AND EXISTS (SELECT FROM serving e WHERE e.unit_id = u.id)
        AND NOT EXISTS (SELECT FROM serving e WHERE e.unit_id = u.id
          AND (e.position_kind = 'STRUKTURAL' OR EXISTS (SELECT FROM employee sub WHERE sub.superior_id = e.id)))`,
    UNIT_EMPTY: Prisma.sql`
      SELECT 'UNIT_EMPTY', NULL::uuid, u.id, u.code || ' ' || u.name FROM unit u
      WHERE (u.closed_on IS NULL OR u.closed_on >= ${today}::date) AND NOT EXISTS (
        SELECT FROM unit_ancestor a JOIN serving e ON e.unit_id = a.unit_id WHERE a.ancestor_id = u.id)`,
  }
}
