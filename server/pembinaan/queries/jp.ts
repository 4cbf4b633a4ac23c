import type { Context } from '../../context.ts'
import type { JpStatus } from '../../generated/prisma/client.ts'
import { reachOf } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { roundHalfUp } from '../../math.ts'
import { type JpYear, jpOfYear } from '../rules/jp-year.ts'
import { activitiesOf, type NamedActivity } from './jp-activities.ts'

export type PersonalJp = Omit<JpYear, 'activities'> & {
  readonly year: number
  readonly activities: readonly (NamedActivity & JpYear['activities'][number])[]
}

/** Hours of one person in a year as the rule counts them now, with every activity and why it does not count. */
export async function jpOf({ db }: Pick<Context, 'db'>, employeeId: string, year: number): Promise<PersonalJp> {
  const { employmentType } = await db.employee.findUniqueOrThrow({ where: { id: employeeId }, select: { employmentType: true } })
  const activities = await activitiesOf(db, [employeeId], year)
  const settings = await settingsOn(db, new Date(Date.UTC(year, 11, 31)))
  const { activities: outcomes, ...judged } = jpOfYear(year, employmentType, activities, settings)
  const byId = new Map(outcomes.map((one) => [one.id, one]))
  return {
    ...{ ...judged, year },
    activities: activities.map((one) => ({ ...one, outcome: null, countedJp: null, ...byId.get(one.id) })),
  }
}

/** Of fewer people nothing but their number is told (setting kInternal, LOCAL). */
const leastPeople = 5

export type JpCoverage = {
  readonly unitId: string
  readonly unitName: string
  /** People with a balance of the year. */
  readonly people: number
  readonly statuses: readonly { readonly status: JpStatus; readonly people: number }[]
  /** PNS that reached the minimum, per cent of all PNS, 2 decimals; null without PNS. */
  readonly coveragePct: number | null
  readonly meanJp: number | null
}

/** Hours by unit: the given unit and the units right below it, each with everything below. Counts without names, within the reach of `aggregates.read`. */
export async function jpCoverage(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  year: number,
  unitId: string | null,
): Promise<JpCoverage[]> {
  const reach = reachOf(actor, 'aggregates.read')
  const within = reach === 'ALL' ? null : [...reach]
  const rows = await db.$queryRaw<{ id: string; name: string; status: JpStatus; people: number; hours: number }[]>`
    SELECT u.id, u.name, b.status::text AS status, count(*)::int AS people, sum(b.total_jp)::float8 AS hours
    FROM unit u JOIN unit_ancestor a ON a.ancestor_id = u.id JOIN employee e ON e.unit_id = a.unit_id
    JOIN jp_balance b ON b.employee_id = e.id AND b.year = ${year}
    WHERE (${unitId}::uuid IS NULL AND (u.parent_id IS NULL OR u.parent_id IN (SELECT root.id FROM unit root WHERE root.parent_id IS NULL))
        OR u.id = ${unitId}::uuid OR u.parent_id = ${unitId}::uuid)
      AND (${within}::uuid[] IS NULL OR EXISTS (SELECT FROM unit_ancestor up WHERE up.unit_id = u.id AND up.ancestor_id = ANY (${within}::uuid[])))
    GROUP BY u.id, u.name, u.code, b.status ORDER BY u.code, b.status`
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => {
    const people = of.reduce((sum, row) => sum + row.people, 0)
    const compliant = of.find(({ status }) => status === 'COMPLIANT')?.people ?? 0
    const judged = compliant + (of.find(({ status }) => status === 'SHORT')?.people ?? 0)
    const hours = of.reduce((sum, row) => sum + row.hours, 0)
    const name = of[0]?.name ?? ''
    if (people < leastPeople) return { unitId: id, unitName: name, people, statuses: [], coveragePct: null, meanJp: null }
    return {
      ...{ unitId: id, unitName: name, people },
      statuses: of.map(({ status, people: count }) => ({ status, people: count })),
      coveragePct: judged === 0 ? null : roundHalfUp((compliant / judged) * 100, 2),
      meanJp: people === 0 ? null : roundHalfUp(hours / people, 2),
    }
  })
}
