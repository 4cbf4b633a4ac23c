import type { Context } from '../../context.ts'
import type { Prisma, RealisationState } from '../../generated/prisma/client.ts'
import { idOf } from '../../list.ts'
import { underUnits } from '../../organization/queries.ts'
import { visibleRealisations } from '../queries.ts'

export type RealisationFilter = {
  readonly state?: RealisationState | null
  /** `2025-TW1` */
  readonly periodKey?: string | null
  /** Global ids. */
  readonly indicatorId?: string | null
  readonly employeeId?: string | null
  readonly underUnitId?: string | null
  readonly search?: string | null
  readonly isMissing?: boolean | null
  readonly isOnTime?: boolean | null
}

/** Measurements that exist for the actor and meet every condition. Throws INVALID_INPUT for an id of another type. */
export function realisationWhere(
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  filter: RealisationFilter | null | undefined,
): Prisma.RealisationWhereInput {
  const { state, periodKey, indicatorId, employeeId, underUnitId, search, isMissing, isOnTime } = filter ?? {}
  const conditions: Prisma.RealisationWhereInput[] = [visibleRealisations(actor, now)]
  if (state) conditions.push({ state })
  if (periodKey) conditions.push({ period: { key: periodKey } })
  if (indicatorId) conditions.push({ series: { indicatorId: idOf('Indicator', indicatorId) } })
  if (employeeId) conditions.push({ series: { employeeId: idOf('Employee', employeeId) } })
  if (typeof isOnTime === 'boolean') conditions.push({ isOnTime })
  if (typeof isMissing === 'boolean') conditions.push({ value: isMissing ? null : { not: null } })
  if (underUnitId) {
    const under = underUnits([idOf('Unit', underUnitId)])
    conditions.push({ series: { OR: [under, { employee: under }] } })
  }
  const words = search?.trim().replace(/\s+/g, ' ').slice(0, 100)
  if (words) {
    conditions.push({
      series: {
        OR: [
          { indicator: { code: { contains: words, mode: 'insensitive' } } },
          { indicator: { name: { contains: words, mode: 'insensitive' } } },
          { employee: { searchText: { contains: words.toLowerCase() } } },
          { unit: { name: { contains: words, mode: 'insensitive' } } },
        ],
      },
    })
  }
  return { AND: conditions }
}

const countedStates = ['SUBMITTED', 'VERIFIED', 'REJECTED', 'LOCKED'] as const satisfies readonly RealisationState[]

export type RealisationCount = { readonly state: RealisationState; readonly count: number }

/** Measurements by state for the other conditions of the filter; its own state is left out. One statement for each state. */
export async function realisationCounts(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  filter: RealisationFilter | null | undefined,
): Promise<RealisationCount[]> {
  const where = realisationWhere(context, { ...filter, state: null })
  return Promise.all(
    countedStates.map(async (state) => ({
      state,
      count: await context.db.realisation.count({ where: { AND: [where, { state }] } }),
    })),
  )
}
