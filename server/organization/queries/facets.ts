import type { Context } from '../../context.ts'
import { type EmployeeFilter, employeeWhere, visibleEmployees } from '../queries.ts'

/** Filters of the staff list whose values are counted. */
export const facetNames = ['employmentType', 'legalStanding', 'positionKind', 'hasSuperior'] as const

export type FacetName = (typeof facetNames)[number]

export type EmployeeFacet = {
  readonly name: FacetName
  readonly values: readonly { readonly value: string; readonly count: number }[]
}

/**
 * For each counted filter its values with the number of visible employees, most frequent first. The other conditions of the filter hold,
 * so that a count is what choosing the value would show. One statement for each facet.
 */
export async function employeeFacets(
  context: Pick<Context, 'db' | 'actor'>,
  filter: EmployeeFilter | null | undefined,
): Promise<EmployeeFacet[]> {
  return Promise.all(facetNames.map(async (name) => ({ name, values: await countValues(context, name, filter) })))
}

async function countValues(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  name: FacetName,
  filter: EmployeeFilter | null | undefined,
): Promise<EmployeeFacet['values']> {
  const others = employeeWhere({ ...filter, [name]: null })
  const where = { AND: [others, visibleEmployees(actor)] }
  if (name === 'hasSuperior') {
    const [all, without] = await Promise.all([
      db.employee.count({ where }),
      db.employee.count({ where: { AND: [where, { superiorId: null }] } }),
    ])
    const counts = [
      { value: 'true', count: all - without },
      { value: 'false', count: without },
    ]
    return counts.filter(({ count }) => count > 0)
  }
  const groups = await db.employee.groupBy({ by: [name], where, _count: { _all: true }, orderBy: { _count: { [name]: 'desc' } } })
  return groups.flatMap((group) => {
    const value = group[name]
    return value === null ? [] : [{ value, count: group._count._all }]
  })
}
