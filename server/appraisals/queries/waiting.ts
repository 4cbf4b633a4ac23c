import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { reachOf } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { encodeId } from '../../list.ts'
import { linkTo, type Waits } from '../../waiting-entry.ts'

/**
 * Submitted measurements that the actor may verify now: the newest of their series, in an open quarter, neither recorded by them nor
 * measured of them. Agrees with `realisationActions`.
 */
export async function measurementsToVerify({ db, actor }: Context): Promise<Waits | null> {
  const reach = reachOf(actor, 'realisations.verify')
  const me = actor.kind === 'USER' ? actor.employeeId : null
  if (reach.length === 0 && me === null) return null
  const within =
    reach === 'ALL'
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT FROM unit_ancestor a WHERE a.unit_id = coalesce(e.unit_id, s.unit_id) AND a.ancestor_id = ANY (${[...reach]}::uuid[]))`
  const [row] = await db.$queryRaw<{ count: number; oldest: Date | null }[]>(Prisma.sql`
    SELECT count(*)::int AS count, min(r.created_at) AS oldest
    FROM realisation r JOIN period q ON q.id = r.period_id JOIN period year ON year.id = q.parent_id
    JOIN measurement_series s ON s.id = r.series_id LEFT JOIN employee e ON e.id = s.employee_id
    WHERE r.state = 'SUBMITTED' AND q.state = 'OPEN' AND year.state = 'OPEN'
      AND r.recorded_by_id IS DISTINCT FROM ${actor.id}::uuid AND s.employee_id IS DISTINCT FROM ${me}::uuid
      AND (${within} OR (${me}::uuid IS NOT NULL AND e.superior_id = ${me}::uuid))
      AND NOT EXISTS (SELECT FROM realisation n WHERE n.series_id = r.series_id AND n.period_id = r.period_id AND n.version > r.version)`)
  return {
    count: row?.count ?? 0,
    oldestOn: row?.oldest ? civilDate(row.oldest) : null,
    link: linkTo('measurements', { state: 'SUBMITTED' }),
  }
}

/** Appraisals of the actor's people whose evidence is verified: the penilai rates next (G2). */
export async function ratingsToGive({ db, actor }: Context): Promise<Waits | null> {
  if (actor.kind !== 'USER' || actor.employeeId === null) return null
  const { _count, _min } = await db.appraisal.aggregate({
    where: { penilaiId: actor.employeeId, isCurrent: true, state: 'BUKTI_DIVERIFIKASI' },
    _count: { _all: true },
    _min: { updatedAt: true },
  })
  const oldestOn = _min.updatedAt && civilDate(_min.updatedAt)
  return { count: _count._all, oldestOn, link: linkTo('appraisals', { state: 'BUKTI_DIVERIFIKASI' }) }
}

/** Results that were delivered to the actor and wait to be accepted or objected to. */
export async function deliveredToMe({ db, actor }: Context): Promise<Waits | null> {
  if (actor.kind !== 'USER' || actor.employeeId === null) return null
  const { _count, _min } = await db.appraisal.aggregate({
    where: { employeeId: actor.employeeId, isCurrent: true, state: 'DISAMPAIKAN' },
    _count: { _all: true },
    _min: { updatedAt: true },
  })
  const oldestOn = _min.updatedAt && civilDate(_min.updatedAt)
  return { count: _count._all, oldestOn, link: `/employees/${encodeId('Employee', actor.employeeId)}/show?tab=appraisals` }
}
