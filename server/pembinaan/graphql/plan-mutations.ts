import { builder } from '../../builder.ts'
import {
  approvePembinaanPlan,
  budgetPlan,
  cancelPlan,
  completePlan,
  consultOnPlan,
  evaluatePlan,
  monitorPlan,
  resumePlan,
  returnPembinaanPlan,
  startPlan,
  submitPembinaanPlan,
  suspendPlan,
} from '../commands/plan-moves.ts'
import { draftPembinaanPlan, updatePembinaanPlan } from '../commands/plans.ts'
import { StakeholderKindEnum } from './enums.ts'
import { Plan } from './plan.ts'
import { runStep, StepInput, stepFields } from './steps.ts'

const steps = {
  consultOnPembinaanPlan: [consultOnPlan, 'Takes a draft to heads, staff and citizens.'],
  approvePembinaanPlan: [approvePembinaanPlan, 'The approver whose turn it is agrees; the last one approves the plan.'],
  returnPembinaanPlan: [returnPembinaanPlan, 'The approver whose turn it is returns the plan. REASON_REQUIRED without a reason.'],
  budgetPembinaanPlan: [budgetPlan, 'The budget was given by the regional budget.'],
  startPembinaanPlan: [startPlan, 'Brings a budgeted plan into force.'],
  suspendPembinaanPlan: [suspendPlan, 'Suspends a running plan. REASON_REQUIRED without a reason.'],
  resumePembinaanPlan: [resumePlan, 'Takes a suspended plan up again.'],
  monitorPembinaanPlan: [monitorPlan, 'Takes it into monitoring, once its last programme ended and checkpoints were laid out.'],
  evaluatePembinaanPlan: [evaluatePlan, 'Takes it into evaluation.'],
  completePembinaanPlan: [completePlan, 'Completes it, once an impact evaluation was published.'],
  cancelPembinaanPlan: [cancelPlan, 'Cancels it before its evaluation. REASON_REQUIRED without a reason.'],
} as const

for (const [name, [step, description]] of Object.entries(steps)) {
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: Plan,
      description,
      authScopes: { signedIn: true },
      args: { input: t.arg({ type: StepInput, required: true, description: 'The plan.' }) },
      resolve: async (query, _root, { input }, { db, execute }) =>
        db.pembinaanPlan.findUniqueOrThrow({ ...query, where: { id: await runStep({ execute }, step, input) } }),
    }),
  )
}

const ProblemInput = builder.inputType('PlanProblemInput', {
  description: 'A problem with the data that show it: measurements, a need or a document.',
  fields: (t) => ({
    statement: t.string({ required: true, description: 'The problem.' }),
    seriesId: t.id({ description: 'Global id of a series of measurements.' }),
    needId: t.id({ description: 'Global id of a need.' }),
    documentUrl: t.string({ description: 'Address of a document, http or https.' }),
  }),
})

const OutcomeInput = builder.inputType('PlanIndicatorInput', {
  description: 'An outcome with its value before.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What is measured.' }),
    indicatorId: t.id({ description: 'Global id of the indicator.' }),
    isPrimary: t.boolean({ required: true, description: 'The one that decides; exactly one.' }),
    baseline: t.field({ type: 'Decimal', description: 'Value before.' }),
    baselineOn: t.field({ type: 'Date', description: 'Day of that value.' }),
    baselineSource: t.string({ description: 'Where it is from.' }),
    target: t.field({ type: 'Decimal', description: 'Value that is aimed at.' }),
    measure: t.string({ required: true, description: 'Its unit of measure.' }),
  }),
})

const StakeholderInput = builder.inputType('PlanStakeholderInput', {
  description: 'Somebody with whom the plan is talked over.',
  fields: (t) => ({
    kind: t.field({ type: StakeholderKindEnum, required: true, description: 'Kind.' }),
    name: t.string({ required: true, description: 'Who.' }),
    organisation: t.string({ description: 'For whom they speak.' }),
    consultedOn: t.field({ type: 'Date', description: 'When it happened.' }),
    outcome: t.string({ description: 'What came of it.' }),
  }),
})

const BudgetLineInput = builder.inputType('PlanBudgetLineInput', {
  description: 'A line of the budget, rupiah.',
  fields: (t) => ({
    account: t.string({ description: 'Account code.' }),
    description: t.string({ required: true, description: 'What for.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How many.' }),
    measure: t.string({ required: true, description: 'Of what.' }),
    unitCost: t.field({ type: 'Decimal', required: true, description: 'Cost of one.' }),
  }),
})

const RiskInput = builder.inputType('PlanRiskInput', {
  description: 'A risk.',
  fields: (t) => ({
    description: t.string({ required: true, description: 'What may happen.' }),
    likelihood: t.int({ required: true, description: '1 to 5.' }),
    impact: t.int({ required: true, description: '1 to 5.' }),
    mitigation: t.string({ required: true, description: 'What is done about it.' }),
  }),
})

const UpdatePlanInput = builder.inputType('UpdatePembinaanPlanInput', {
  description: 'The whole content of a plan as it shall be.',
  fields: (t) => ({
    ...stepFields(t),
    title: t.string({ required: true, description: 'Title.' }),
    problemStatement: t.string({ required: true, description: 'The problem in words.' }),
    targetGroup: t.string({ required: true, description: 'Whom it is meant for.' }),
    ceiling: t.field({ type: 'Decimal', description: 'Pagu, rupiah.' }),
    consultationReason: t.string({ description: 'Why not all three kinds are heard.' }),
    problems: t.field({ type: [ProblemInput], required: true, description: 'At most 20.' }),
    indicators: t.field({ type: [OutcomeInput], required: true, description: 'At most 20.' }),
    stakeholders: t.field({ type: [StakeholderInput], required: true, description: 'At most 100.' }),
    budgetLines: t.field({ type: [BudgetLineInput], required: true, description: 'At most 200.' }),
    risks: t.field({ type: [RiskInput], required: true, description: 'At most 50.' }),
  }),
})

const ApproverInput = builder.inputType('PlanApproverInput', {
  description: 'A named person in the chain of approval.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Global id of the employee.' }),
    capacity: t.string({ required: true, description: 'In which office.' }),
  }),
})

builder.mutationFields((t) => ({
  draftPembinaanPlan: t.prismaField({
    type: Plan,
    description: 'Begins a plan of a unit for a year.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      unitId: t.arg.id({ required: true, description: 'Global id of the unit.' }),
      year: t.arg.int({ required: true, description: 'Year.' }),
      title: t.arg.string({ required: true, description: 'Title.' }),
      ownerId: t.arg.id({ required: true, description: 'Global id of the employee who answers for it.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.pembinaanPlan.findUniqueOrThrow({ ...query, where: { id: await execute(draftPembinaanPlan, input) } }),
  }),
  updatePembinaanPlan: t.prismaField({
    type: Plan,
    description: 'Saves the whole content of a plan.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: UpdatePlanInput, required: true, description: 'The content.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.pembinaanPlan.findUniqueOrThrow({ ...query, where: { id: await execute(updatePembinaanPlan, input) } }),
  }),
  submitPembinaanPlan: t.prismaField({
    type: Plan,
    description:
      'Submits a plan to named approvers, in this order. INVALID_INPUT, PAGU_EXCEEDED or DESIGN_REQUIRED name all that is missing.',
    authScopes: { signedIn: true },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the plan.' }),
      revision: t.arg.int({ required: true, description: 'Revision that was read.' }),
      approvers: t.arg({ type: [ApproverInput], required: true, description: 'One to five people.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.pembinaanPlan.findUniqueOrThrow({ ...query, where: { id: await execute(submitPembinaanPlan, input) } }),
  }),
}))
