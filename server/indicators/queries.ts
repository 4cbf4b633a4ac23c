import type { Context } from '../context.ts'
import {
  type Aspect,
  type Attribution,
  type Frequency,
  type IndicatorState,
  type MeasureUnit,
  type Polarity,
  Prisma,
} from '../generated/prisma/client.ts'
import { type Actor, can } from '../identity/policy.ts'
import { nothing } from '../organization/queries.ts'
import { openStates, publishedStates } from './policy.ts'

const isPublished = { state: { in: [...publishedStates] } }

/** Which indicators exist for this actor: all for those who read the catalogue, else those that were published. */
export function visibleIndicators(actor: Actor): Prisma.IndicatorWhereInput {
  if (can(actor, 'indicators.read')) return {}
  return actor.kind === 'ANONYMOUS' ? nothing : isPublished
}

/** Which versions exist for this actor; agrees with `canRead` of the policy. */
export function visibleVersions(actor: Actor): Prisma.IndicatorVersionWhereInput {
  if (can(actor, 'indicators.read')) return {}
  return actor.kind === 'ANONYMOUS' ? nothing : isPublished
}

const isOpen = { state: { in: [...openStates] } }

/** Versions that nobody has published yet. */
export const openVersions: Prisma.IndicatorVersionWhereInput = isOpen

/** The version by which an indicator is known: the one in force, or the draft of one that never was. There is exactly one. */
export const currentVersions: Prisma.IndicatorVersionWhereInput = { OR: [{ state: 'AKTIF' }, { ...isOpen, indicator: isOpen }] }

export type IndicatorFilter = {
  readonly search?: string | null
  readonly state?: IndicatorState | null
  readonly draftState?: IndicatorState | null
  readonly family?: string | null
  readonly aspect?: Aspect | null
  readonly polarity?: Polarity | null
  readonly attribution?: Attribution | null
  readonly unit?: MeasureUnit | null
  readonly frequency?: Frequency | null
}

/** Indicators that fit a filter and are visible; what a version states is looked up in the current one. */
export function indicatorWhere(filter: IndicatorFilter | null | undefined, actor: Actor): Prisma.IndicatorWhereInput {
  const conditions: Prisma.IndicatorWhereInput[] = [visibleIndicators(actor)]
  const { search, state, draftState, family, aspect, polarity, attribution, unit, frequency } = filter ?? {}
  const words = search?.trim().replace(/\s+/g, ' ').slice(0, 100)
  if (words) {
    conditions.push({
      OR: [{ name: { contains: words, mode: 'insensitive' } }, { code: { contains: words, mode: 'insensitive' } }],
    })
  }
  if (state) conditions.push({ state })
  if (draftState) conditions.push({ versions: { some: { AND: [visibleVersions(actor), isOpen, { state: draftState }] } } })
  const stated: Prisma.IndicatorVersionWhereInput = {
    ...(aspect ? { aspect } : {}),
    ...(polarity ? { polarity } : {}),
    ...(attribution ? { attribution } : {}),
    ...(unit ? { unit } : {}),
    ...(frequency ? { frequency } : {}),
    ...(family ? { familyWeights: { some: { family } } } : {}),
  }
  if (Object.keys(stated).length > 0) conditions.push({ versions: { some: { AND: [currentVersions, stated] } } })
  return { AND: conditions }
}

export type Facet = { readonly name: string; readonly values: readonly FacetValue[] }
export type FacetValue = { readonly value: string; readonly count: number }

const facetNames = ['state', 'draftState', 'family', 'aspect', 'polarity', 'attribution', 'unit', 'frequency'] as const

/** For each filter its values with the number of visible indicators that have them, most frequent first. One statement. */
export async function indicatorFacets({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<Facet[]> {
  const readsDrafts = can(actor, 'indicators.read')
  const rows = await db.$queryRaw<(FacetValue & { name: string })[]>(Prisma.sql`
    WITH current AS (
      SELECT i."state", v."id" AS version_id, v."aspect", v."polarity", v."attribution", v."unit", v."frequency"
      FROM "indicator" i JOIN "indicator_version" v ON v."indicator_id" = i."id"
      WHERE (v."state" = 'AKTIF' OR (v."state" IN ('DRAFT', 'REVIU') AND i."state" IN ('DRAFT', 'REVIU')))
        AND (${readsDrafts} OR i."state" IN ('AKTIF', 'USANG'))
    )
    SELECT facet.name, facet.value, count(*)::int AS count
    FROM current CROSS JOIN LATERAL (VALUES ('state', "state"::text), ('aspect', "aspect"::text), ('polarity', "polarity"::text),
      ('attribution', "attribution"::text), ('unit', "unit"::text), ('frequency', "frequency"::text)) AS facet(name, value)
    GROUP BY facet.name, facet.value
    UNION ALL
    SELECT 'family', w."family", count(*)::int FROM current JOIN "family_weight" w ON w."version_id" = current.version_id GROUP BY w."family"
    UNION ALL
    SELECT 'draftState', v."state"::text, count(*)::int FROM "indicator_version" v
    WHERE ${readsDrafts} AND v."state" IN ('DRAFT', 'REVIU') GROUP BY v."state"
    ORDER BY count DESC, value`)
  return facetNames.map((name) => ({
    name,
    values: rows.filter((row) => row.name === name).map(({ value, count }) => ({ value, count })),
  }))
}

export type DefinedVersion = Prisma.IndicatorVersionGetPayload<{ include: { familyWeights: true } }>

/** All visible versions of an indicator with their weights, oldest first; one statement for all indicators asked for in one tick. */
export function versionHistory({ db, actor, loaders }: Context, indicatorId: string): Promise<readonly DefinedVersion[]> {
  return loaders.load('indicator.history', indicatorId, async (ids) => {
    const rows = await db.indicatorVersion.findMany({
      where: { AND: [{ indicatorId: { in: [...ids] } }, visibleVersions(actor)] },
      orderBy: { version: 'asc' },
      include: { familyWeights: true },
    })
    return ids.map((id) => rows.filter((row) => row.indicatorId === id))
  })
}

/** Is a version of this indicator being written or reviewed? One statement for all indicators asked for in one tick. */
export function hasOpenDraft({ db, loaders }: Context, indicatorId: string): Promise<boolean> {
  return loaders.load('indicator.openDraft', indicatorId, async (ids) => {
    const rows = await db.indicatorVersion.findMany({
      where: { indicatorId: { in: [...ids] }, ...isOpen },
      select: { indicatorId: true },
    })
    const open = new Set(rows.map((row) => row.indicatorId))
    return ids.map((id) => open.has(id))
  })
}

/** Is there an indicator with this code, whatever its state? One statement for all codes asked for in one tick. */
export function isInCatalogue({ db, loaders }: Context, code: string): Promise<boolean> {
  return loaders.load('indicator.code', code, async (codes) => {
    const rows = await db.indicator.findMany({ where: { code: { in: [...codes] } }, select: { code: true } })
    const known = new Set(rows.map((row) => row.code))
    return codes.map((asked) => known.has(asked))
  })
}

/** Display name of a user, null for one who is gone; one statement for all asked for in one tick. */
export function userName({ db, loaders }: Context, userId: string): Promise<string | null> {
  return loaders.load('user.displayName', userId, async (ids) => {
    const rows = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, displayName: true } })
    const names = new Map(rows.map((row) => [row.id, row.displayName]))
    return ids.map((id) => names.get(id) ?? null)
  })
}
