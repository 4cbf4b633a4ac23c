import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { ImprovementFacts } from '../policy/improvement.ts'

const select = {
  ...{ id: true, state: true, revision: true, employeeId: true, leaderId: true, startsOn: true, endsOn: true },
  employee: { select: { name: true } },
  milestones: { select: { day: true, level: true } },
  _count: { select: { actions: true } },
} as const satisfies Prisma.ImprovementPlanSelect

type Row = Prisma.ImprovementPlanGetPayload<{ select: typeof select }>

export type LoadedImprovement = ImprovementFacts & Pick<Row, 'id' | 'startsOn' | 'endsOn'> & { readonly employeeName: string }

function toFacts({ employee, _count, ...row }: Row): LoadedImprovement {
  return { ...row, employeeName: employee.name, actions: _count.actions }
}

/** The plan with its row locked to the end of the transaction. */
export async function lockedImprovement(tx: Transaction, id: string): Promise<LoadedImprovement | null> {
  await tx.$queryRaw`SELECT id FROM improvement_plan WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.improvementPlan.findUnique({ where: { id }, select })
  return row && toFacts(row)
}

/** What the policy must know of improvement plans; one statement for all that an answer asks for. */
export function improvementFacts(
  { db, loaders }: Pick<Context, 'db' | 'loaders'>,
  id: string,
): Promise<LoadedImprovement | null> {
  return loaders.load('improvement.facts', id, async (ids) => {
    const rows = await db.improvementPlan.findMany({ where: { id: { in: [...ids] } }, select })
    const facts = new Map(rows.map((row) => [row.id, toFacts(row)]))
    return ids.map((one) => facts.get(one) ?? null)
  })
}
