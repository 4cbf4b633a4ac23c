import { type CalibrationSession, Prisma } from '../../generated/prisma/client.ts'
import type { OrgPredikatFacts, SessionFacts } from '../policy.ts'

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>

/** What the policy must know of the organisation predikat of a unit in a period; null when there is no such unit. One statement. */
export async function orgPredikatFacts(
  db: Db,
  { unitId, periodId }: { readonly unitId: string; readonly periodId: string },
): Promise<OrgPredikatFacts | null> {
  const [row] = await db.$queryRaw<{ facts: OrgPredikatFacts }[]>(Prisma.sql`
    SELECT json_build_object(
      'underUnitIds', (SELECT json_agg(up.ancestor_id ORDER BY up.distance) FROM unit_ancestor up WHERE up.unit_id = u.id),
      'leaderIds', (SELECT coalesce(json_agg(DISTINCT s.employee_id), '[]'::json) FROM skp s
        WHERE s.period_id = ${periodId}::uuid AND s.unit_id = u.id AND s.leads_unit),
      'leadersAboveIds', (SELECT coalesce(json_agg(DISTINCT above.id), '[]'::json) FROM (
          SELECT s.penilai_id AS id FROM skp s WHERE s.period_id = ${periodId}::uuid AND s.unit_id = u.id AND s.leads_unit
          UNION SELECT s.employee_id FROM skp s WHERE s.period_id = ${periodId}::uuid AND s.unit_id = u.parent_id AND s.leads_unit
        ) above WHERE above.id IS NOT NULL),
      'version', coalesce((SELECT max(d.version) FROM org_predikat_decision d WHERE d.unit_id = u.id AND d.period_id = ${periodId}::uuid), 0)
    ) AS facts FROM unit u WHERE u.id = ${unitId}::uuid`)
  return row?.facts ?? null
}

/** What the policy must know of sessions, in any order; one statement. */
export async function sessionFacts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, SessionFacts>> {
  const rows = await db.$queryRaw<{ id: string; facts: SessionFacts }[]>(Prisma.sql`
    SELECT s.id, json_build_object(
      'state', s.state, 'revision', s.revision, 'quorum', s.quorum,
      'underUnitIds', (SELECT json_agg(up.ancestor_id ORDER BY up.distance) FROM unit_ancestor up WHERE up.unit_id = s.unit_id),
      'memberIds', (SELECT coalesce(json_agg(m.employee_id), '[]'::json) FROM calibration_member m WHERE m.session_id = s.id),
      'presentIds', (SELECT coalesce(json_agg(m.employee_id), '[]'::json) FROM calibration_member m WHERE m.session_id = s.id AND m.present_at IS NOT NULL),
      'openProposals', (SELECT count(*)::int FROM calibration_proposal p WHERE p.session_id = s.id AND p.state = 'DIUSULKAN')
    ) AS facts FROM calibration_session s WHERE s.id = ANY (${[...ids]}::uuid[])`)
  return new Map(rows.map(({ id, facts }) => [id, facts]))
}

export type LockedSession = Omit<CalibrationSession, keyof SessionFacts> & SessionFacts

/** Who leads units by the plans of the year of a period, and where the units lie, in the order of their ids; one statement. */
export async function leadership(
  db: Db,
  unitIds: readonly string[],
  periodKey: string,
): Promise<(Pick<OrgPredikatFacts, 'leaderIds' | 'underUnitIds'> | null)[]> {
  const rows = await db.$queryRaw<{ id: string; leaderIds: string[]; underUnitIds: string[] }[]>(Prisma.sql`
    SELECT u.id, (SELECT json_agg(up.ancestor_id ORDER BY up.distance) FROM unit_ancestor up WHERE up.unit_id = u.id) AS "underUnitIds",
      (SELECT coalesce(json_agg(DISTINCT s.employee_id), '[]'::json) FROM skp s JOIN period q ON s.period_id = coalesce(q.parent_id, q.id)
        WHERE q.key = ${periodKey} AND s.unit_id = u.id AND s.leads_unit) AS "leaderIds"
    FROM unit u WHERE u.id = ANY (${[...unitIds]}::uuid[])`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return unitIds.map((id) => byId.get(id) ?? null)
}
