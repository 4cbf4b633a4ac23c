import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { PlanFacts } from '../policy/plans.ts'
import type { JudgedPlan } from '../rules/plan-faults.ts'

const select = {
  ...{
    id: true,
    state: true,
    revision: true,
    ownerId: true,
    round: true,
    title: true,
    year: true,
    consultationReason: true,
    ceiling: true,
  },
  createdById: true,
  unit: { select: { ancestors: { select: { ancestorId: true } } } },
  approvals: {
    orderBy: [{ round: 'desc' }, { number: 'asc' }],
    select: { id: true, round: true, approverId: true, decision: true },
  },
  problems: { orderBy: { number: 'asc' }, select: { seriesId: true, needId: true, documentUrl: true } },
  indicators: { orderBy: { number: 'asc' }, select: { isPrimary: true, baseline: true, baselineSource: true } },
  stakeholders: { orderBy: { number: 'asc' }, select: { kind: true, consultedOn: true } },
  budgetLines: { select: { amount: true } },
  programmes: {
    where: { state: { not: 'BATAL' } },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, name: true, design: true, endsOn: true },
      _count: { select: { checkpoints: true, impactEvaluations: { where: { isCurrent: true, publications: { some: {} } } } } },
    },
  },
} as const satisfies Prisma.PembinaanPlanSelect

type Row = Prisma.PembinaanPlanGetPayload<{ select: typeof select }>

export type LoadedPlan = PlanFacts &
  Pick<Row, 'id' | 'round' | 'title' | 'year' | 'approvals' | 'createdById'> & { readonly judged: JudgedPlan }

/** Teams that are not called off and whose scope holds the plan, one of its programmes, or its unit. */
async function teamsOf(db: Pick<Transaction, '$queryRaw'>, planIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ id: string; teams: number }[]>`
    SELECT p.id, count(DISTINCT t.id)::int AS teams FROM pembinaan_plan p
    JOIN monitoring_scope s ON s.plan_id = p.id OR s.programme_id IN (SELECT g.id FROM pembinaan_programme g WHERE g.plan_id = p.id)
      OR s.unit_id IN (SELECT u.ancestor_id FROM unit_ancestor u WHERE u.unit_id = p.unit_id)
    JOIN monitoring_team t ON t.id = s.team_id AND t.state IN ('RANCANGAN', 'AKTIF')
    WHERE p.id = ANY (${[...planIds]}::uuid[]) GROUP BY p.id`
  return new Map(rows.map(({ id, teams }) => [id, teams]))
}

function toFacts(
  { unit, approvals, problems, indicators, stakeholders, budgetLines, programmes, ...row }: Row,
  teams: number,
): LoadedPlan {
  const days = programmes.map(({ endsOn }) => endsOn.getTime())
  return {
    ...row,
    approvals,
    underUnitIds: unit.ancestors.map(({ ancestorId }) => ancestorId),
    chain: approvals.filter(({ round }) => round === row.round),
    lastDay: days.length === 0 ? null : new Date(Math.max(...days)),
    checkpoints: programmes.reduce((sum, { _count }) => sum + _count.checkpoints, 0),
    evaluations: programmes.reduce((sum, { _count }) => sum + _count.impactEvaluations, 0),
    judged: {
      problems: problems.map(({ seriesId, needId, documentUrl }) => ({
        hasEvidence: (seriesId ?? needId ?? documentUrl) !== null,
      })),
      indicators: indicators.map(({ isPrimary, baseline, baselineSource }) => ({
        isPrimary,
        hasBaseline: baseline !== null && Boolean(baselineSource),
      })),
      stakeholders: stakeholders.map(({ kind, consultedOn }) => ({ kind, isConsulted: consultedOn !== null })),
      consultationReason: row.consultationReason,
      ceiling: row.ceiling?.toFixed() ?? null,
      budget: budgetLines.map(({ amount }) => amount.toFixed()),
      programmes: programmes.map(({ id, name, design }) => ({ id, name, design })),
      teams,
    },
  }
}

/** The plan with its row locked to the end of the transaction. */
export async function lockedPlan(tx: Transaction, id: string): Promise<LoadedPlan | null> {
  await tx.$queryRaw`SELECT id FROM pembinaan_plan WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.pembinaanPlan.findUnique({ where: { id }, select })
  return row && toFacts(row, (await teamsOf(tx, [id])).get(id) ?? 0)
}

/** What the policy and the checklist must know of plans; two statements for all that an answer asks for. */
export function planFacts({ db, loaders }: Pick<Context, 'db' | 'loaders'>, id: string): Promise<LoadedPlan | null> {
  return loaders.load('pembinaanPlan.facts', id, async (ids) => {
    const [rows, teams] = await Promise.all([
      db.pembinaanPlan.findMany({ where: { id: { in: [...ids] } }, select }),
      teamsOf(db, ids),
    ])
    const facts = new Map(rows.map((row) => [row.id, toFacts(row, teams.get(row.id) ?? 0)]))
    return ids.map((one) => facts.get(one) ?? null)
  })
}
