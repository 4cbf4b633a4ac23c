import { Prisma, type SkpApproach } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'

export type NewDraft = {
  readonly employeeId: string
  readonly approach: SkpApproach
  readonly leadsUnit: boolean
  readonly isTimSet?: boolean
  readonly predecessorId?: string | null
}

export type Drafted = { readonly id: string; readonly employeeId: string; readonly unitId: string }

/**
 * Drafts of plans with a snapshot of the post as it stands: unit with its path, position and penilai, who may still be missing. Follows the
 * last closed plan of the year; whoever has an open one, or covers the whole year, is left out, and so is the loser of two at once. One statement.
 */
export function insertDrafts(tx: Transaction, periodId: string, drafts: readonly NewDraft[], now: Date): Promise<Drafted[]> {
  return tx.$queryRaw<Drafted[]>(Prisma.sql`
    INSERT INTO skp (id, employee_id, period_id, sequence, approach, leads_unit, is_tim_set, predecessor_id, starts_on, ends_on, unit_id, unit_path,
      position_title, position_level, penilai_id, weight_sum, created_at, updated_at)
    SELECT "row".id, e.id, p.id, before.next, "row".approach, "row".leads_unit, "row".is_tim_set, "row".predecessor_id,
      coalesce(before.follows_on, p.starts_on), p.ends_on, e.unit_id, path.names, e.position_title, e.position_level, e.superior_id, 0, ${now}, ${now}
    FROM ${unnest(drafts, {
      id: ['uuid', () => newId()],
      employee_id: ['uuid', ({ employeeId }) => employeeId],
      approach: ['skp_approach', ({ approach }) => approach],
      leads_unit: ['boolean', ({ leadsUnit }) => leadsUnit],
      is_tim_set: ['boolean', ({ isTimSet }) => isTimSet ?? false],
      predecessor_id: ['uuid', ({ predecessorId }) => predecessorId ?? null],
    })}
    JOIN employee e ON e.id = "row".employee_id JOIN period p ON p.id = ${periodId}::uuid
    JOIN LATERAL (
      SELECT coalesce(max(s.sequence), 0) + 1 AS next, max(s.ends_on) + 1 AS follows_on, count(*) FILTER (WHERE s.state <> 'DITUTUP') AS open
      FROM skp s WHERE s.employee_id = e.id AND s.period_id = p.id
    ) before ON before.open = 0 AND coalesce(before.follows_on, p.starts_on) <= p.ends_on
    JOIN LATERAL (
      SELECT coalesce(string_agg(u.name, ' › ' ORDER BY a.distance DESC), '') AS names
      FROM unit_ancestor a JOIN unit u ON u.id = a.ancestor_id WHERE a.unit_id = e.unit_id
    ) path ON true
    ON CONFLICT (employee_id, period_id, sequence) DO NOTHING
    RETURNING id, employee_id AS "employeeId", unit_id AS "unitId"`)
}
