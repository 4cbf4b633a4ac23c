import { Prisma } from '../../generated/prisma/client.ts'
import { tookPart } from './conflicts.ts'

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>

export type MissingCheckpoint = {
  readonly participantId: string
  readonly employeeId: string
  readonly teamId: string
  readonly day: number
  readonly dueOn: Date
}

/** SIASN jenisDiklat 1: leadership training, whose alumni are seen once more (D6). */
const leadership = Prisma.sql`g.form_id = 1`
const leadershipDay = 180
/** Programmes that ended longer ago are history. */
const lookBackDays = 400

/** The cohort of each ended programme, under the active team that came first among those that look at it, cut to the team's sample. */
const cohort = (today: Date) => Prisma.sql`
  SELECT g.id AS programme_id, g.form_id, g.ends_on, p.id AS participant_id, p.employee_id, t.id AS team_id, t.starts_on AS team_from, t.ends_on AS team_to, t.sample_size,
    row_number() OVER (PARTITION BY g.id, t.id ORDER BY md5(p.id::text || t.id::text)) AS drawn
  FROM pembinaan_programme g JOIN participant p ON p.programme_id = g.id AND p.state IN ${tookPart}
  JOIN employee e ON e.id = p.employee_id AND e.separated_on IS NULL
  JOIN LATERAL (
    SELECT t.* FROM monitoring_team t JOIN monitoring_scope s ON s.team_id = t.id
    WHERE t.state = 'AKTIF' AND (s.programme_id = g.id OR s.plan_id = g.plan_id
      OR s.unit_id IN (SELECT up.ancestor_id FROM unit_ancestor up WHERE up.unit_id = e.unit_id))
    ORDER BY t.id LIMIT 1
  ) t ON true
  WHERE g.state NOT IN ('RENCANA', 'BATAL') AND g.ends_on < ${today}::date AND g.ends_on > ${today}::date - ${lookBackDays}::int`

/** Checkpoints that should be there and are not: those of ended programmes, on the days of the setting, within the period of the team (D6). */
const missing = (today: Date, days: readonly number[]) => Prisma.sql`
  SELECT c.programme_id, c.participant_id, c.employee_id, c.team_id, d.day, (c.ends_on + d.day) AS due_on
  FROM (${cohort(today)}) c JOIN (
    SELECT DISTINCT day FROM unnest(${[...days, leadershipDay]}::int[]) AS u (day)
  ) d ON d.day = ANY (${[...days]}::int[]) OR EXISTS (SELECT FROM pembinaan_programme g WHERE g.id = c.programme_id AND ${leadership})
  WHERE c.drawn <= coalesce(c.sample_size, c.drawn) AND c.ends_on + d.day BETWEEN c.team_from AND c.team_to
    AND NOT EXISTS (SELECT FROM checkpoint k WHERE k.participant_id = c.participant_id AND k.day = d.day)`

/** Programmes of which checkpoints are missing, oldest first. */
export async function programmesToLayOut(db: Db, today: Date, days: readonly number[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT DISTINCT programme_id AS id FROM (${missing(today, days)}) m ORDER BY programme_id`,
  )
  return rows.map(({ id }) => id)
}

export function missingOf(db: Db, programmeId: string, today: Date, days: readonly number[]): Promise<MissingCheckpoint[]> {
  return db.$queryRaw<MissingCheckpoint[]>(Prisma.sql`
    SELECT participant_id AS "participantId", employee_id AS "employeeId", team_id AS "teamId", day, due_on AS "dueOn"
    FROM (${missing(today, days)}) m WHERE programme_id = ${programmeId}::uuid ORDER BY due_on, participant_id`)
}
