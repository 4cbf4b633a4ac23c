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
import { civilDate } from '../identity/rules/civil-date.ts'
import { found } from '../list.ts'
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
  readonly sourceSystem?: string | null
  readonly sourceOwner?: string | null
  /** In force, and without a measurement for longer than its frequency and its lag allow (LOCAL). */
  readonly isStale?: boolean | null
}

/** Indicators that fit a filter and are visible; what a version states is looked up in the current one. Leaves `isStale` to `indicatorWhere`. */
function conditionsOf(filter: IndicatorFilter | null | undefined, actor: Actor): Prisma.IndicatorWhereInput {
  const conditions: Prisma.IndicatorWhereInput[] = [visibleIndicators(actor)]
  const { search, state, draftState } = filter ?? {}
  const words = search?.trim().replace(/\s+/g, ' ').slice(0, 100)
  if (words) {
    conditions.push({
      OR: [{ name: { contains: words, mode: 'insensitive' } }, { code: { contains: words, mode: 'insensitive' } }],
    })
  }
  if (state) conditions.push({ state })
  if (draftState) conditions.push({ versions: { some: { AND: [visibleVersions(actor), isOpen, { state: draftState }] } } })
  const stated = statedWhere(filter ?? {})
  if (Object.keys(stated).length > 0) conditions.push({ versions: { some: { AND: [currentVersions, stated] } } })
  return { AND: conditions }
}

/** `conditionsOf` with every condition of the filter; one statement more where `isStale` is asked. */
export async function indicatorWhere(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  filter: IndicatorFilter | null | undefined,
): Promise<Prisma.IndicatorWhereInput> {
  const where = conditionsOf(filter, actor)
  if (typeof filter?.isStale !== 'boolean') return where
  const ids = await staleIndicators(db, civilDate(now))
  return { AND: [where, { id: filter.isStale ? { in: ids } : { notIn: ids } }] }
}

function statedWhere(filter: IndicatorFilter): Prisma.IndicatorVersionWhereInput {
  const { family, aspect, polarity, attribution, unit, frequency, sourceSystem, sourceOwner } = filter
  return {
    ...(aspect ? { aspect } : {}),
    ...(polarity ? { polarity } : {}),
    ...(attribution ? { attribution } : {}),
    ...(unit ? { unit } : {}),
    ...(frequency ? { frequency } : {}),
    ...(sourceSystem ? { sourceSystem } : {}),
    ...(sourceOwner ? { sourceOwner } : {}),
    ...(family ? { familyWeights: { some: { family } } } : {}),
  }
}

/** Days that may pass from one measurement to the next before the lag of the data, by frequency; a few for the closing (LOCAL). */
const patience = { TRIWULAN: 102, SEMESTER: 194, TAHUNAN: 376 } as const satisfies Record<Frequency, number>

/** In force, and the newest measurement that the appraisals know is older than it should be, or there is none. Of the version `v`. */
const isStaleOn = (today: Date) => Prisma.sql`v."state" = 'AKTIF' AND NOT EXISTS (
  SELECT FROM "indicator_summary" s WHERE s."indicator_id" = v."indicator_id"
    AND s."latest_measured_on" >= ${today}::date - v."lag_days" - CASE v."frequency" WHEN 'TRIWULAN' THEN ${patience.TRIWULAN}::int
      WHEN 'SEMESTER' THEN ${patience.SEMESTER}::int ELSE ${patience.TAHUNAN}::int END)`

async function staleIndicators(db: Pick<Context['db'], '$queryRaw'>, today: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT v."indicator_id" AS id FROM "indicator_version" v WHERE ${isStaleOn(today)}`,
  )
  return rows.map(({ id }) => id)
}

export type Facet = { readonly name: string; readonly values: readonly FacetValue[] }
export type FacetValue = { readonly value: string; readonly count: number }

const facetNames = [
  'state',
  'draftState',
  'family',
  'aspect',
  'polarity',
  'attribution',
  'unit',
  'frequency',
  'sourceSystem',
  'sourceOwner',
  'isStale',
] as const

/** Most values of a facet: systems and their keepers are free text. */
const mostValues = 50

/** For each filter its values with the number of visible indicators that have them, most frequent first. One statement. */
export async function indicatorFacets({ db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>): Promise<Facet[]> {
  const readsDrafts = can(actor, 'indicators.read')
  const rows = await db.$queryRaw<(FacetValue & { name: string })[]>(Prisma.sql`
    WITH current AS (
      SELECT i."state", v."id" AS version_id, v."aspect", v."polarity", v."attribution", v."unit", v."frequency", v."source_system", v."source_owner"
      FROM "indicator" i JOIN "indicator_version" v ON v."indicator_id" = i."id"
      WHERE (v."state" = 'AKTIF' OR (v."state" IN ('DRAFT', 'REVIU') AND i."state" IN ('DRAFT', 'REVIU')))
        AND (${readsDrafts} OR i."state" IN ('AKTIF', 'USANG'))
    )
    SELECT facet.name, facet.value, count(*)::int AS count
    FROM current CROSS JOIN LATERAL (VALUES ('state', "state"::text), ('aspect', "aspect"::text), ('polarity', "polarity"::text),
      ('attribution', "attribution"::text), ('unit', "unit"::text), ('frequency', "frequency"::text),
      ('sourceSystem', nullif("source_system", '')), ('sourceOwner', nullif("source_owner", ''))) AS facet(name, value)
    WHERE facet.value IS NOT NULL
    GROUP BY facet.name, facet.value
    UNION ALL
    SELECT 'family', w."family", count(*)::int FROM current JOIN "family_weight" w ON w."version_id" = current.version_id GROUP BY w."family"
    UNION ALL
    SELECT 'draftState', v."state"::text, count(*)::int FROM "indicator_version" v
    WHERE ${readsDrafts} AND v."state" IN ('DRAFT', 'REVIU') GROUP BY v."state"
    UNION ALL
    SELECT 'isStale', 'true', count(*)::int FROM "indicator_version" v WHERE ${isStaleOn(civilDate(now))} HAVING count(*) > 0
    ORDER BY count DESC, value`)
  return facetNames.map((name) => ({
    name,
    values: rows
      .filter((row) => row.name === name)
      .slice(0, mostValues)
      .map(({ value, count }) => ({ value, count })),
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

/** What `problemsOf` must know around a draft that the actor may see. */
export async function draftSurroundings(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  draftId: string,
): Promise<{ readonly code: string; readonly predecessorFrom: Date | null }> {
  const draft = found(
    await db.indicatorVersion.findFirst({
      where: { AND: [{ id: draftId }, visibleVersions(actor)] },
      select: {
        indicator: { select: { code: true, versions: { where: { state: 'AKTIF' }, take: 1, select: { effectiveFrom: true } } } },
      },
    }),
  )
  const { code, versions } = draft.indicator
  return { code, predecessorFrom: versions[0]?.effectiveFrom ?? null }
}
