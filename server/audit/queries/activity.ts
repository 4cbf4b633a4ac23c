import type { AuditEventName } from '../../audit-events.ts'
import type { Context } from '../../context.ts'
import type { AuditEvent, Prisma } from '../../generated/prisma/client.ts'
import { type Actor, canEverywhere, type Permission } from '../../identity/policy.ts'
import { visibleIndicators, visibleVersions } from '../../indicators/queries.ts'
import { visibleEmployees, visibleUnits } from '../../organization/queries.ts'

/** Events of the daily work, and the permission over the whole city with which one may read of them; the rest is told by the trail alone. */
const activityEvents = {
  'unit.created': 'organization.read',
  'unit.changed': 'organization.read',
  'employee.created': 'organization.read',
  'employee.corrected': 'organization.private',
  'employee.superiorAssigned': 'organization.read',
  'dataIssue.closed': 'organization.write',
  'indicator.drafted': 'indicators.read',
  'indicator.submitted': 'indicators.read',
  'indicator.returned': 'indicators.read',
  'indicator.discarded': 'indicators.read',
  'indicator.published': 'aggregates.read',
  'period.prepared': 'aggregates.read',
  'period.opened': 'aggregates.read',
  'period.closed': 'aggregates.read',
  'realisation.recorded': 'appraisals.read',
  'realisation.verified': 'appraisals.read',
  'realisation.rejected': 'appraisals.read',
  'appraisals.computed': 'aggregates.read',
  'import.finished': 'imports.run',
  'import.failed': 'imports.run',
  'setting.changed': 'aggregates.read',
  'demo.seeded': 'aggregates.read',
} as const satisfies Partial<Record<AuditEventName, Permission>>

type ActivityEvent = keyof typeof activityEvents

/** The doings that this actor may read of: those of the kinds that they may read everywhere, and their own. */
export function visibleActivity(actor: Actor): Prisma.AuditEventWhereInput {
  const names = Object.keys(activityEvents) as ActivityEvent[]
  const told = names.filter((name) => canEverywhere(actor, activityEvents[name]))
  const own = actor.id === null ? [] : [{ event: { in: names }, actorId: actor.id }]
  return { OR: [{ event: { in: told } }, ...own] }
}

/** Who did it is told to whoever may read the kind for its own sake; figures for everybody leave the name out. */
export function seesDoer(actor: Actor, { event, actorId }: Pick<AuditEvent, 'event' | 'actorId'>): boolean {
  if (actorId !== null && actorId === actor.id) return true
  const isTold = Object.hasOwn(activityEvents, event)
  return canEverywhere(actor, 'audit.read') || (isTold && canEverywhere(actor, 'organization.private'))
}

const labels = {
  Unit: async ({ db, actor }: Context, ids: readonly string[]) => {
    const rows = await db.unit.findMany({
      where: { AND: [{ id: { in: [...ids] } }, visibleUnits(actor)] },
      select: { id: true, name: true },
    })
    return rows.map(({ id, name }) => [id, name] as const)
  },
  Employee: async ({ db, actor }: Context, ids: readonly string[]) => {
    const where = { AND: [{ id: { in: [...ids] } }, visibleEmployees(actor)] }
    const rows = await db.employee.findMany({ where, select: { id: true, name: true } })
    return rows.map(({ id, name }) => [id, name] as const)
  },
  Indicator: async ({ db, actor }: Context, ids: readonly string[]) => {
    const where = { AND: [{ id: { in: [...ids] } }, visibleIndicators(actor)] }
    const rows = await db.indicator.findMany({ where, select: { id: true, code: true, name: true } })
    return rows.map(({ id, code, name }) => [id, `${code} ${name}`] as const)
  },
  IndicatorVersion: async ({ db, actor }: Context, ids: readonly string[]) => {
    const where = { AND: [{ id: { in: [...ids] } }, visibleVersions(actor)] }
    const rows = await db.indicatorVersion.findMany({
      where,
      select: { id: true, name: true, indicator: { select: { code: true } } },
    })
    return rows.map(({ id, name, indicator }) => [id, `${indicator.code} ${name}`] as const)
  },
  Period: async ({ db }: Context, ids: readonly string[]) => {
    const rows = await db.period.findMany({ where: { id: { in: [...ids] } }, select: { id: true, key: true } })
    return rows.map(({ id, key }) => [id, key] as const)
  },
  ImportRun: async ({ db, actor }: Context, ids: readonly string[]) => {
    const where = { id: { in: canEverywhere(actor, 'imports.run') ? [...ids] : [] } }
    const rows = await db.importRun.findMany({ where, select: { id: true, fileName: true } })
    return rows.map(({ id, fileName }) => [id, fileName] as const)
  },
} as const satisfies Record<string, (context: Context, ids: readonly string[]) => Promise<(readonly [string, string])[]>>

const uuid = /^[0-9a-f-]{36}$/

/** What the record of an event is called today, as far as the caller may see it; one statement for each type on a page. */
export async function subjectLabel(
  context: Context,
  { entityType, entityId }: Pick<AuditEvent, 'entityType' | 'entityId'>,
): Promise<string | null> {
  if (!Object.hasOwn(labels, entityType) || !uuid.test(entityId)) return null
  const find = labels[entityType as keyof typeof labels]
  return context.loaders.load(`activity.${entityType}`, entityId, async (ids) => {
    const names = new Map(await find(context, ids))
    return ids.map((id) => names.get(id) ?? null)
  })
}
