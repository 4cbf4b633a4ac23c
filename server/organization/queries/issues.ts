import type { Context } from '../../context.ts'
import { type DataIssueState, Prisma } from '../../generated/prisma/client.ts'
import { type Actor, reachOf } from '../../identity/policy.ts'
import { idOf } from '../../list.ts'
import { nothing, underUnits } from '../queries.ts'
import { type IssueCode, isIssueCode } from '../rules/issue-codes.ts'

/** Which data issues exist for this actor: those that the actor could mend. Issues of neither an employee nor a unit are the city's. */
export function visibleDataIssues(actor: Actor): Prisma.DataIssueWhereInput {
  const reach = reachOf(actor, 'organization.write')
  if (reach === 'ALL') return {}
  if (reach.length === 0) return nothing
  const within = underUnits(reach)
  return { OR: [{ employee: within }, { employeeId: null, ...within }] }
}

export type DataIssueFilter = {
  readonly state?: DataIssueState | null
  readonly code?: string | null
  readonly employeeId?: string | null
  readonly underUnitId?: string | null
  readonly search?: string | null
}

export function dataIssueWhere(filter: DataIssueFilter | null | undefined): Prisma.DataIssueWhereInput {
  if (!filter) return {}
  const { state, code, employeeId, underUnitId, search } = filter
  const under = underUnitId ? underUnits([idOf('Unit', underUnitId)]) : null
  const text = search?.trim().slice(0, 100)
  const parts: Prisma.DataIssueWhereInput[] = [
    ...(state ? [{ state }] : []),
    ...(code ? [{ code }] : []),
    ...(employeeId ? [{ employeeId: idOf('Employee', employeeId) }] : []),
    ...(under ? [{ OR: [{ employee: under }, { employeeId: null, ...under }] }] : []),
    ...(text
      ? [
          {
            OR: [
              { employee: { searchText: { contains: text.toLowerCase() } } },
              { detail: { contains: text, mode: Prisma.QueryMode.insensitive } },
            ],
          },
        ]
      : []),
  ]
  return parts.length > 0 ? { AND: parts } : {}
}

export type IssueCount = { readonly code: IssueCode; readonly open: number }

/** Open issues by code, the most frequent first; codes without any are left out. */
export async function countOpenIssues({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<IssueCount[]> {
  const groups = await db.dataIssue.groupBy({
    by: ['code'],
    where: { AND: [{ state: 'OPEN' }, visibleDataIssues(actor)] },
    _count: { _all: true },
    orderBy: [{ _count: { code: 'desc' } }, { code: 'asc' }],
  })
  return groups.flatMap(({ code, _count }) => (isIssueCode(code) ? [{ code, open: _count._all }] : []))
}

export type StateCount = { readonly state: DataIssueState; readonly count: number }

/** Issues that match a filter, by state; every state is there, also with none. */
export async function countIssueStates(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  filter: DataIssueFilter | null | undefined,
): Promise<StateCount[]> {
  const groups = await db.dataIssue.groupBy({
    by: ['state'],
    where: { AND: [dataIssueWhere({ ...filter, state: null }), visibleDataIssues(actor)] },
    _count: { _all: true },
  })
  const counts = new Map(groups.map(({ state, _count }) => [state, _count._all]))
  return (['OPEN', 'RESOLVED', 'DISMISSED'] as const).map((state) => ({ state, count: counts.get(state) ?? 0 }))
}
