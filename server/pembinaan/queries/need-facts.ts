import type { Context } from '../../context.ts'
import type { NeedFacts } from '../policy/needs.ts'

/** What the policy must know of needs; one statement for all that an answer asks for. */
export function needFacts({ db, loaders }: Pick<Context, 'db' | 'loaders'>, id: string): Promise<NeedFacts | null> {
  return loaders.load('need.facts', id, async (ids) => {
    const rows = await db.developmentNeed.findMany({
      where: { id: { in: [...ids] } },
      select: {
        ...{ id: true, state: true, revision: true, employeeId: true },
        employee: { select: { unit: { select: { ancestors: { select: { ancestorId: true } } } } } },
      },
    })
    const facts = new Map(
      rows.map(({ employee, ...row }) => [
        row.id,
        { ...row, underUnitIds: employee.unit.ancestors.map(({ ancestorId }) => ancestorId) },
      ]),
    )
    return ids.map((one) => facts.get(one) ?? null)
  })
}
