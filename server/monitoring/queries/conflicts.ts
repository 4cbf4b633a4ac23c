import { Prisma } from '../../generated/prisma/client.ts'
import type { Conflict } from '../rules/conflict.ts'

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>

/** What a team is to look at, by ids. */
export type ScopeIds = {
  readonly unitIds: readonly string[]
  readonly planIds: readonly string[]
  readonly programmeIds: readonly string[]
}

/** A member who may not look at some of the people within the scope. */
export type MemberConflict = {
  readonly memberId: string
  readonly conflict: Conflict
  readonly people: number
  /** Names of three of them at most. */
  readonly examples: readonly string[]
}

export type ConflictPreview = {
  /** People within the scope. */
  readonly people: number
  /** Of these, people whom no member may look at. */
  readonly uncovered: number
  readonly conflicts: readonly MemberConflict[]
}

/** States of participants who took part: only they are looked at. */
export const tookPart = Prisma.sql`('ATTENDED', 'PASSED', 'FAILED')`

const subjects = ({ unitIds, planIds, programmeIds }: ScopeIds) => Prisma.sql`
  SELECT e.id, e.name FROM employee e JOIN unit_ancestor a ON a.unit_id = e.unit_id
    WHERE a.ancestor_id = ANY (${[...unitIds]}::uuid[]) AND e.separated_on IS NULL
  UNION
  SELECT e.id, e.name FROM participant p JOIN pembinaan_programme g ON g.id = p.programme_id JOIN employee e ON e.id = p.employee_id
    WHERE (g.plan_id = ANY (${[...planIds]}::uuid[]) OR g.id = ANY (${[...programmeIds]}::uuid[])) AND p.state IN ${tookPart}`

/** Conflicts of interest between these members and the people within a scope, before anything is saved (D6). Two statements. */
export async function previewConflicts(db: Db, memberIds: readonly string[], scope: ScopeIds): Promise<ConflictPreview> {
  const pairs = Prisma.sql`
    WITH RECURSIVE subject AS (${subjects(scope)}),
    up (member_id, id) AS (
      SELECT e.id, e.superior_id FROM employee e WHERE e.id = ANY (${[...memberIds]}::uuid[])
      UNION SELECT u.member_id, e.superior_id FROM up u JOIN employee e ON e.id = u.id
    ),
    down (member_id, id) AS (
      SELECT e.superior_id, e.id FROM employee e WHERE e.superior_id = ANY (${[...memberIds]}::uuid[])
      UNION SELECT d.member_id, e.id FROM down d JOIN employee e ON e.superior_id = d.id
    ),
    pair AS (
      SELECT m.id AS member_id, s.id, s.name, 'SELF' AS conflict FROM subject s JOIN employee m ON m.id = s.id WHERE m.id = ANY (${[...memberIds]}::uuid[])
      UNION ALL SELECT d.member_id, s.id, s.name, 'SUPERIOR' FROM down d JOIN subject s ON s.id = d.id WHERE s.id <> d.member_id
      UNION ALL SELECT u.member_id, s.id, s.name, 'SUBORDINATE' FROM up u JOIN subject s ON s.id = u.id WHERE s.id <> u.member_id
    )`
  const conflicts = await db.$queryRaw<MemberConflict[]>(Prisma.sql`${pairs}
    SELECT member_id AS "memberId", conflict, count(DISTINCT id)::int AS people, (array_agg(DISTINCT name ORDER BY name))[1:3] AS examples
    FROM pair GROUP BY member_id, conflict ORDER BY member_id, conflict`)
  const [counts] = await db.$queryRaw<{ people: number; uncovered: number }[]>(Prisma.sql`${pairs}
    SELECT (SELECT count(*)::int FROM subject) AS people, (SELECT count(*)::int FROM (
      SELECT id FROM pair GROUP BY id HAVING count(DISTINCT member_id) >= ${memberIds.length}) full_conflict) AS uncovered`)
  const { people = 0, uncovered = 0 } = counts ?? {}
  return { people, uncovered: memberIds.length === 0 ? people : uncovered, conflicts }
}
