import { z } from 'zod'
import { globalId } from '../../identity/commands/inputs.ts'
import { exact, roundHalfUp } from '../../math.ts'
import { newId } from '../../new-id.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import { command, type Transaction } from '../../transact.ts'
import { holds } from '../policy/guards.ts'
import { mayEditPlanAt } from '../policy/plans.ts'
import { lockedPlan } from '../queries/plan-facts.ts'
import { amount, day, line, link, measured, paragraph, readRecord } from './inputs.ts'

/** Begins a plan of a unit for a year; the owner answers for it. Errors: FORBIDDEN, NOT_FOUND. */
export const draftPembinaanPlan = command({
  input: z.strictObject({
    unitId: globalId('Unit'),
    year: z.int().min(2000).max(2100),
    title: line,
    ownerId: globalId('Employee'),
  }),
  load: async (tx, { unitId, ownerId }) => {
    const underUnitIds = await unitIdsAbove(tx, unitId)
    const isKnown = (await tx.employee.count({ where: { id: ownerId } })) === 1
    return underUnitIds.length > 0 && isKnown ? { underUnitIds } : null
  },
  allow: (actor, { underUnitIds }) => holds(actor, 'pembinaan.manage', underUnitIds),
  run: async ({ tx, input, actor }) => {
    const { id } = await tx.pembinaanPlan.create({
      data: { id: newId(), ...input, createdById: actor.kind === 'USER' ? actor.id : null },
      select: { id: true },
    })
    return {
      result: id,
      entity: { type: 'PembinaanPlan', id },
      changes: { title: [null, input.title], year: [null, input.year] },
    }
  },
  audit: 'pembinaanPlan.drafted',
})

const contentInput = z.strictObject({
  ...readRecord('PembinaanPlan'),
  title: line,
  problemStatement: z.string().trim().max(8_000),
  targetGroup: z.string().trim().max(2_000),
  ceiling: amount.nullish(),
  consultationReason: paragraph.nullish(),
  problems: z
    .array(
      z.strictObject({
        statement: paragraph,
        seriesId: globalId('MeasurementSeries').nullish(),
        needId: globalId('DevelopmentNeed').nullish(),
        documentUrl: link.nullish(),
      }),
    )
    .max(20),
  indicators: z
    .array(
      z.strictObject({
        name: line,
        indicatorId: globalId('Indicator').nullish(),
        isPrimary: z.boolean(),
        baseline: measured.nullish(),
        baselineOn: day.nullish(),
        baselineSource: line.nullish(),
        target: measured.nullish(),
        measure: line,
      }),
    )
    .max(20),
  stakeholders: z
    .array(
      z.strictObject({
        kind: z.enum(['KEPALA_DINAS', 'PEGAWAI', 'MASYARAKAT', 'AHLI', 'PENYELENGGARA']),
        name: line,
        organisation: line.nullish(),
        consultedOn: day.nullish(),
        outcome: paragraph.nullish(),
      }),
    )
    .max(100),
  budgetLines: z
    .array(z.strictObject({ account: line.nullish(), description: line, quantity: amount, measure: line, unitCost: amount }))
    .max(200),
  risks: z
    .array(
      z.strictObject({
        description: paragraph,
        likelihood: z.int().min(1).max(5),
        impact: z.int().min(1).max(5),
        mitigation: paragraph,
      }),
    )
    .max(50),
})

type Content = z.output<typeof contentInput>

/** Saves the whole content of a plan as it shall be. Errors: FORBIDDEN, WRONG_STATE once submitted, STALE_VERSION, INVALID_INPUT. */
export const updatePembinaanPlan = command({
  input: contentInput,
  load: (tx, { id }) => lockedPlan(tx, id),
  allow: (actor, row, _now, { revision }) => mayEditPlanAt(actor, row, revision),
  run: async ({ tx, input, subject }) => {
    const { id, revision, title, problemStatement, targetGroup, ceiling, consultationReason } = input
    await tx.pembinaanPlan.update({
      where: { id },
      data: {
        ...{ title, problemStatement, targetGroup, ceiling: ceiling ?? null, consultationReason: consultationReason ?? null },
        revision: revision + 1,
      },
      select: { id: true },
    })
    await writeParts(tx, input)
    return {
      result: id,
      entity: { type: 'PembinaanPlan', id },
      changes: { title: [subject.title, title], budgetLines: [subject.judged.budget.length, input.budgetLines.length] },
    }
  },
  audit: 'pembinaanPlan.edited',
})

/** Nothing else points at these rows, so they are written anew. */
async function writeParts(
  tx: Transaction,
  { id: planId, problems, indicators, stakeholders, budgetLines, risks }: Content,
): Promise<void> {
  const numbered = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row, index) => ({ ...row, id: newId(), planId, number: index + 1 }))
  const of = { where: { planId } }
  await tx.planProblem.deleteMany(of)
  await tx.planIndicator.deleteMany(of)
  await tx.planStakeholder.deleteMany(of)
  await tx.planBudgetLine.deleteMany(of)
  await tx.planRisk.deleteMany(of)
  await tx.planProblem.createMany({
    data: numbered(problems).map((row) => ({
      ...row,
      seriesId: row.seriesId ?? null,
      needId: row.needId ?? null,
      documentUrl: row.documentUrl ?? null,
    })),
  })
  await tx.planIndicator.createMany({
    data: numbered(indicators).map((row) => ({
      ...row,
      ...{ indicatorId: row.indicatorId ?? null, baseline: row.baseline ?? null, baselineOn: row.baselineOn ?? null },
      ...{ baselineSource: row.baselineSource ?? null, target: row.target ?? null },
    })),
  })
  await tx.planStakeholder.createMany({
    data: numbered(stakeholders).map((row) => ({
      ...row,
      ...{ organisation: row.organisation ?? null, consultedOn: row.consultedOn ?? null, outcome: row.outcome ?? null },
    })),
  })
  await tx.planBudgetLine.createMany({
    data: numbered(budgetLines).map((row) => ({
      ...row,
      account: row.account ?? null,
      amount: roundHalfUp(exact(row.quantity).times(row.unitCost), 2),
    })),
  })
  await tx.planRisk.createMany({ data: numbered(risks) })
}
