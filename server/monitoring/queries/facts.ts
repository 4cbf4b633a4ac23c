import { type Checkpoint, type MonitoringTeam, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { type CheckpointFacts, personOf, type TeamFacts } from '../policy.ts'
import { conflictOf, type InLine } from '../rules/conflict.ts'

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>

/** What the policy must know of teams, in any order; one statement. */
export async function teamFacts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, TeamFacts>> {
  const rows = await db.$queryRaw<{ id: string; facts: TeamFacts }[]>(Prisma.sql`
    SELECT t.id, json_build_object(
      'state', t.state, 'revision', t.revision,
      'underUnitIds', (SELECT json_agg(up.ancestor_id ORDER BY up.distance) FROM unit_ancestor up WHERE up.unit_id = t.unit_id),
      'hasDecree', t.decree_number IS NOT NULL AND t.decree_on IS NOT NULL,
      'employees', (SELECT count(*)::int FROM monitoring_member m WHERE m.team_id = t.id AND m.employee_id IS NOT NULL),
      'hasHead', EXISTS (SELECT FROM monitoring_member m WHERE m.team_id = t.id AND m.role = 'KETUA' AND m.employee_id IS NOT NULL),
      'scopes', (SELECT count(*)::int FROM monitoring_scope s WHERE s.team_id = t.id),
      'openCheckpoints', (SELECT count(*)::int FROM checkpoint c WHERE c.team_id = t.id AND c.state NOT IN ('DIREVIU', 'TUTUP'))
    ) AS facts FROM monitoring_team t WHERE t.id = ANY (${[...ids]}::uuid[])`)
  return new Map(rows.map(({ id, facts }) => [id, facts]))
}

export type LockedTeam = Omit<MonitoringTeam, keyof TeamFacts> & TeamFacts

/** Everybody above these people by today's lines of reporting, the next one first; one statement. A cycle in the data ends where it closes. */
export async function linesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, InLine>> {
  const rows = await db.$queryRaw<{ id: string; superiorIds: string[] }[]>(Prisma.sql`
    WITH RECURSIVE line (id, above, path) AS (
      SELECT e.id, e.superior_id, ARRAY[e.id] FROM employee e WHERE e.id = ANY (${[...new Set(ids)]}::uuid[])
      UNION ALL
      SELECT l.id, e.superior_id, l.path || e.id FROM line l JOIN employee e ON e.id = l.above WHERE e.id <> ALL (l.path)
    )
    SELECT DISTINCT ON (id) id, path[2:] AS "superiorIds" FROM line ORDER BY id, cardinality(path) DESC`)
  return new Map(rows.map((row) => [row.id, row]))
}

type StoredFacts = Omit<CheckpointFacts, 'conflict'> & { readonly employeeId: string }

/** What the policy must know of checkpoints for this actor, in any order; two statements. */
export async function checkpointFacts(
  db: Db,
  ids: readonly string[],
  actor: Actor,
): Promise<ReadonlyMap<string, CheckpointFacts>> {
  const rows = await db.$queryRaw<{ id: string; facts: StoredFacts }[]>(Prisma.sql`
    SELECT c.id, json_build_object(
      'state', c.state, 'revision', c.revision, 'filedById', c.filed_by_id, 'finding', c.finding, 'employeeId', c.employee_id,
      'underUnitIds', (SELECT coalesce(json_agg(up.ancestor_id ORDER BY up.distance), '[]'::json) FROM unit_ancestor up WHERE up.unit_id = t.unit_id),
      'memberIds', (SELECT coalesce(json_agg(m.employee_id), '[]'::json) FROM monitoring_member m WHERE m.team_id = t.id AND m.employee_id IS NOT NULL),
      'leaderIds', (SELECT coalesce(json_agg(m.employee_id), '[]'::json) FROM monitoring_member m
        WHERE m.team_id = t.id AND m.employee_id IS NOT NULL AND m.role IN ('KETUA', 'SEKRETARIS')),
      'isTeamActive', t.state = 'AKTIF'
    ) AS facts FROM checkpoint c LEFT JOIN monitoring_team t ON t.id = c.team_id WHERE c.id = ANY (${[...ids]}::uuid[])`)
  const me = personOf(actor)
  const lines = me === null ? new Map<string, InLine>() : await linesOf(db, [me, ...rows.map(({ facts }) => facts.employeeId)])
  const self = me === null ? undefined : lines.get(me)
  return new Map(
    rows.map(({ id, facts: { employeeId, ...facts } }) => {
      const subject = lines.get(employeeId)
      return [id, { ...facts, conflict: self && subject ? conflictOf(self, subject) : null }]
    }),
  )
}

export type LockedCheckpoint = Omit<Checkpoint, keyof CheckpointFacts> & CheckpointFacts
