import { rateUntil, selfAssessUntil } from '../../appraisals/rules/life-dates.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { reachOf } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { found, idOf } from '../../list.ts'
import { nextOf, type Standing, type StuckReason, type WaitsFor } from '../rules/next-person.ts'

type Asked = Pick<Context, 'db' | 'actor' | 'now'>

/** Appraisals that wait for the same person to take the same step. */
export type Stuck = {
  readonly reason: StuckReason
  readonly waitsFor: WaitsFor
  /** Null where a body, not a person, is waited for. */
  readonly employeeId: string | null
  readonly people: number
  /** Since when the oldest of them waits, and whole days until today. */
  readonly since: Date
  readonly days: number
  readonly dueAt: Date | null
  readonly overdue: number
}

type Row = Standing & {
  readonly penilaiId: string | null
  readonly deciderId: string | null
  readonly since: Date
  readonly dueAt: Date | null
  readonly people: number
  readonly overdue: number
}

/** Most groups that one answer holds: those that wait longest. */
const most = 100

/**
 * Who is waited for in a period, for what and for how long: the longest first. For those who read the appraisals of the unit. Deadlines are those of the settings on
 * the last day of the period (LOCAL); that of an objection and of an answer to a result stands on the record (PP 30/2019 art. 59). Five statements.
 */
export async function stuckAppraisals(
  { db, actor, now }: Asked,
  { periodKey, underUnitId }: { readonly periodKey: string; readonly underUnitId?: string | null },
): Promise<Stuck[]> {
  const period = found(await db.period.findUnique({ where: { key: periodKey }, select: { id: true, kind: true, endsOn: true } }))
  const end = {
    kind: period.kind === 'ANNUAL' ? ('ANNUAL' as const) : ('PERIODIC' as const),
    endsOn: period.endsOn.toISOString().slice(0, 10),
  }
  const [settings, holidays] = await Promise.all([
    settingsOn(db, period.endsOn),
    db.holiday.findMany({ where: { day: { gte: period.endsOn } }, orderBy: { day: 'asc' }, take: 200, select: { day: true } }),
  ])
  const closed = new Set(holidays.map(({ day }) => day.toISOString().slice(0, 10)))
  const assess = selfAssessUntil(end, settings, closed)
  const rate = rateUntil(end, settings, closed)
  const reach = reachOf(actor, 'appraisals.read')
  const below = (ids: readonly string[]) =>
    Prisma.sql`a.unit_id IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ANY (${[...ids]}::uuid[]))`
  // One person's own appraisal waits for that person alone, so that groups of employees would be as many as there are employees: they are counted together.
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT state, "hasSkp", "isReturned", "hasOrgPredikat", "penilaiId", "deciderId", ${now}::timestamptz > ${assess}::timestamptz AS "isSilent",
      min(since) AS since, min("dueAt") AS "dueAt", count(*)::int AS people, count(*) FILTER (WHERE "dueAt" < ${now}::timestamptz)::int AS overdue
    FROM (
      SELECT a.state, a.skp_id IS NOT NULL AS "hasSkp", a.return_reason IS NOT NULL AS "isReturned",
        a.state = 'MODERASI' AND EXISTS (SELECT FROM unit_ancestor up JOIN org_predikat_decision d ON d.unit_id = up.ancestor_id AND d.period_id = a.period_id AND d.is_current
          WHERE up.unit_id = a.unit_id) AS "hasOrgPredikat",
        CASE WHEN a.state IN ('TERBUKA', 'PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI', 'DINILAI') THEN coalesce((SELECT t.penilai_id FROM appraisal_part t
          WHERE t.appraisal_id = a.id AND t.rated_at IS NULL ORDER BY t.starts_on LIMIT 1), a.penilai_id, e.superior_id) END AS "penilaiId",
        o.decider_id AS "deciderId",
        CASE a.state WHEN 'TERBUKA' THEN (q.ends_on + 1)::timestamptz WHEN 'PENILAIAN_DIRI' THEN a.self_assessed_at WHEN 'BUKTI_DIVERIFIKASI' THEN a.evidence_verified_at
          WHEN 'DITETAPKAN' THEN a.set_at WHEN 'DISAMPAIKAN' THEN a.delivered_at WHEN 'KEBERATAN' THEN o.filed_at WHEN 'PEMERIKSAAN' THEN o.filed_at
          WHEN 'DINILAI' THEN CASE WHEN a.return_reason IS NULL THEN a.rated_at END END AS at, a.updated_at,
        CASE a.state WHEN 'TERBUKA' THEN ${assess}::timestamptz WHEN 'DISAMPAIKAN' THEN a.objection_until WHEN 'KEBERATAN' THEN o.due_at WHEN 'PEMERIKSAAN' THEN o.due_at
          ELSE ${rate}::timestamptz END AS "dueAt"
      FROM appraisal a JOIN period q ON q.id = a.period_id JOIN employee e ON e.id = a.employee_id LEFT JOIN objection o ON o.appraisal_id = a.id
      WHERE a.period_id = ${period.id}::uuid AND a.is_current AND a.state NOT IN ('FINAL', 'TEREKSPOR', 'BATAL') AND a.system <> 'RUANG_GTK'
        AND a.no_predikat_reason IS DISTINCT FROM 'NOT_APPRAISED'
        AND ${reach === 'ALL' ? Prisma.sql`TRUE` : below(reach)} AND ${underUnitId ? below([idOf('Unit', underUnitId)]) : Prisma.sql`TRUE`}
    ) waiting CROSS JOIN LATERAL (SELECT coalesce(at, updated_at) AS since) s
    GROUP BY state, "hasSkp", "isReturned", "hasOrgPredikat", "penilaiId", "deciderId"`)
  return merged(rows, now)
}

/** Rows of the same step and person together: one person may be waited for in several states. */
function merged(rows: readonly Row[], now: Date): Stuck[] {
  const today = civilDate(now).getTime()
  const groups = new Map<string, Stuck>()
  for (const row of rows) {
    const next = nextOf(row)
    if (!next) continue
    const employeeId = next.waitsFor === 'PENILAI' ? row.penilaiId : next.waitsFor === 'ATASAN_PENILAI' ? row.deciderId : null
    const key = `${next.reason} ${next.waitsFor} ${employeeId}`
    const before = groups.get(key)
    const since = before && before.since < row.since ? before.since : row.since
    groups.set(key, {
      ...next,
      employeeId,
      people: (before?.people ?? 0) + row.people,
      overdue: (before?.overdue ?? 0) + row.overdue,
      since,
      // A period that has not ended yet makes nobody wait.
      days: Math.max(0, Math.round((today - civilDate(since).getTime()) / 86_400_000)),
      dueAt: earliest(before?.dueAt ?? null, row.dueAt),
    })
  }
  const byWait = (a: Stuck, b: Stuck) =>
    b.overdue - a.overdue || b.days - a.days || b.people - a.people || a.reason.localeCompare(b.reason)
  return [...groups.values()].sort(byWait).slice(0, most)
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
