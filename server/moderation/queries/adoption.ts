import { comparedUnit } from '../../appraisals/queries/compare.ts'
import { hiddenGroups } from '../../appraisals/rules/small-groups.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'

type Asked = Pick<Context, 'db' | 'actor' | 'now'>

/** What people do with the appraisal in a unit: never who does it. */
export type UnitUse = {
  readonly unitId: string
  readonly code: string
  readonly name: string
  readonly isSuppressed: boolean
  readonly people: number | null
  readonly withPlan: number | null
  readonly selfAssessed: number | null
  readonly withDialogue: number | null
  readonly feedback: number | null
}

/** Acts of one month in the whole unit. */
export type MonthUse = {
  readonly month: string
  readonly plans: number
  readonly dialogues: number
  readonly feedback: number
  readonly selfAssessments: number
}

export type Adoption = { readonly units: readonly UnitUse[]; readonly months: readonly MonthUse[] }

type UnitRow = { [Key in keyof Omit<UnitUse, 'isSuppressed'>]: NonNullable<UnitUse[Key]> }

const mostUnits = 300

/**
 * How far a unit uses the appraisal in a year: plans set, self-assessments, dialogues and feedback by part of the unit and by month. Counts of acts, never of a person:
 * parts below `kInternal` people are left out for everybody, with the next smallest where they could be worked out. Four statements.
 */
export async function adoptionOf(
  asked: Asked,
  scope: { readonly year: number; readonly underUnitId?: string | null },
): Promise<Adoption> {
  const unitId = await comparedUnit(asked, scope.underUnitId)
  const [units, months, { kInternal }] = await Promise.all([
    actsByUnit(asked, scope.year, unitId),
    actsByMonth(asked, scope.year, unitId),
    settingsOn(asked.db, civilDate(asked.now)),
  ])
  const hidden = hiddenGroups(new Map(units.map(({ unitId: id, people }) => [id, people])), kInternal)
  const all = units.reduce((sum, { people }) => sum + people, 0)
  return {
    units: units.map((unit) => (hidden.has(unit.unitId) ? suppressed(unit) : { ...unit, isSuppressed: false })),
    months: all >= kInternal ? months : [],
  }
}

function suppressed({ unitId, code, name }: UnitRow): UnitUse {
  const none = { people: null, withPlan: null, selfAssessed: null, withDialogue: null, feedback: null }
  return { unitId, code, name, isSuppressed: true, ...none }
}

/** People of the plans and appraisals of the year by the part of the unit that they belonged to. */
function actsByUnit({ db }: Asked, year: number, unitId: string): Promise<UnitRow[]> {
  return db.$queryRaw<UnitRow[]>(Prisma.sql`
    WITH part AS (
      SELECT u.id AS part_id, up.unit_id FROM unit u JOIN unit_ancestor up ON up.ancestor_id = u.id WHERE u.parent_id = ${unitId}::uuid
    ), planned AS (
      SELECT part_id, s.employee_id, bool_or(s.state IN ('DITETAPKAN', 'BERJALAN', 'REVISI', 'DITUTUP')) AS is_set,
        bool_or(EXISTS (SELECT FROM dialogue d WHERE d.skp_id = s.id)) AS has_dialogue
      FROM part JOIN skp s ON s.unit_id = part.unit_id JOIN period q ON q.id = s.period_id AND q.kind = 'ANNUAL' AND q.year = ${year} GROUP BY 1, 2
    ), assessed AS (
      SELECT part_id, a.employee_id, bool_or(a.self_assessed_at IS NOT NULL) AS has_assessed
      FROM part JOIN appraisal a ON a.unit_id = part.unit_id AND a.is_current JOIN period q ON q.id = a.period_id AND q.year = ${year} GROUP BY 1, 2
    ), said AS (
      SELECT part_id, count(*) AS entries FROM part JOIN employee e ON e.unit_id = part.unit_id
      JOIN feedback f ON f.employee_id = e.id AND f.period_key LIKE ${`${year}-%`} GROUP BY 1
    ), people AS (
      SELECT part_id, count(*) AS people, count(*) FILTER (WHERE is_set) AS set, count(*) FILTER (WHERE has_dialogue) AS talked,
        count(*) FILTER (WHERE has_assessed) AS assessed FROM planned FULL JOIN assessed USING (part_id, employee_id) GROUP BY 1
    )
    SELECT u.id AS "unitId", u.code, u.name, coalesce(p.people, 0)::int AS people, coalesce(p.set, 0)::int AS "withPlan",
      coalesce(p.assessed, 0)::int AS "selfAssessed", coalesce(p.talked, 0)::int AS "withDialogue", coalesce(s.entries, 0)::int AS feedback
    FROM unit u LEFT JOIN people p ON p.part_id = u.id LEFT JOIN said s ON s.part_id = u.id
    WHERE u.parent_id = ${unitId}::uuid ORDER BY u.code LIMIT ${mostUnits}`)
}

/** Acts of the twelve months of the year and of the next January, in which the year is judged. */
function actsByMonth({ db }: Asked, year: number, unitId: string): Promise<MonthUse[]> {
  const of = (act: string, table: Prisma.Sql) => Prisma.sql`SELECT ${act}::text AS act, acted."on" FROM ${table}
    JOIN unit_ancestor up ON up.unit_id = acted.unit_id AND up.ancestor_id = ${unitId}::uuid`
  const civil = (column: Prisma.Sql) => Prisma.sql`(${column} AT TIME ZONE 'Asia/Jakarta')::date AS "on"`
  return db.$queryRaw<MonthUse[]>(Prisma.sql`
    WITH acts AS (
      ${of('plans', Prisma.sql`(SELECT ${civil(Prisma.sql`s.set_at`)}, s.unit_id FROM skp s WHERE s.set_at IS NOT NULL) acted`)}
      UNION ALL ${of('dialogues', Prisma.sql`(SELECT d.held_on AS "on", s.unit_id FROM dialogue d JOIN skp s ON s.id = d.skp_id) acted`)}
      UNION ALL ${of('feedback', Prisma.sql`(SELECT f.given_on AS "on", e.unit_id FROM feedback f JOIN employee e ON e.id = f.employee_id) acted`)}
      UNION ALL ${of('selfAssessments', Prisma.sql`(SELECT ${civil(Prisma.sql`a.self_assessed_at`)}, a.unit_id FROM appraisal a WHERE a.self_assessed_at IS NOT NULL) acted`)}
    )
    SELECT to_char(m.month, 'YYYY-MM') AS month, count(*) FILTER (WHERE act = 'plans')::int AS plans, count(*) FILTER (WHERE act = 'dialogues')::int AS dialogues,
      count(*) FILTER (WHERE act = 'feedback')::int AS feedback, count(*) FILTER (WHERE act = 'selfAssessments')::int AS "selfAssessments"
    FROM generate_series(make_date(${year}, 1, 1), make_date(${year + 1}, 1, 1), interval '1 month') m(month)
    LEFT JOIN acts ON acts."on" >= m.month AND acts."on" < m.month + interval '1 month' GROUP BY m.month ORDER BY m.month`)
}
