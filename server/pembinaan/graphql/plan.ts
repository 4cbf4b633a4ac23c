import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { say } from '../../language.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { sum } from '../../math.ts'
import { planActions } from '../policy/plans.ts'
import { planFacts } from '../queries/plan-facts.ts'
import { planWhere, seesPlan, visiblePlans } from '../queries.ts'
import { type PlanFaultFound, planFaults } from '../rules/plan-faults.ts'
import { ApprovalDecisionEnum, PembinaanPlanStateEnum, StakeholderKindEnum } from './enums.ts'

const Problem = builder.prismaObject('PlanProblem', {
  description: 'A problem that the plan answers, with the data that show it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    statement: t.exposeString('statement', { description: 'The problem.' }),
    seriesId: t.id({
      nullable: true,
      description: 'Global id of the measurements that show it.',
      select: { seriesId: true },
      resolve: ({ seriesId }) => seriesId && encodeId('MeasurementSeries', seriesId),
    }),
    needId: t.id({
      nullable: true,
      description: 'Global id of the need that shows it.',
      select: { needId: true },
      resolve: ({ needId }) => needId && encodeId('DevelopmentNeed', needId),
    }),
    documentUrl: t.exposeString('documentUrl', { nullable: true, description: 'A document that shows it.' }),
  }),
})

const Outcome = builder.prismaObject('PlanIndicator', {
  description: 'An outcome by which the plan is judged.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What is measured.' }),
    indicator: t.relation('indicator', { nullable: true, description: 'The indicator of the catalogue.' }),
    isPrimary: t.exposeBoolean('isPrimary', { description: 'The one that decides.' }),
    baseline: t.expose('baseline', { type: 'Decimal', nullable: true, description: 'Value before.' }),
    baselineOn: t.expose('baselineOn', { type: 'Date', nullable: true, description: 'Day of that value.' }),
    baselineSource: t.exposeString('baselineSource', { nullable: true, description: 'Where that value is from.' }),
    target: t.expose('target', { type: 'Decimal', nullable: true, description: 'Value that is aimed at.' }),
    measure: t.exposeString('measure', { description: 'Its unit of measure.' }),
  }),
})

const Stakeholder = builder.prismaObject('PlanStakeholder', {
  description: 'Somebody with whom the plan was or shall be talked over.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: StakeholderKindEnum, description: 'Kind.' }),
    name: t.exposeString('name', { description: 'Who.' }),
    organisation: t.exposeString('organisation', { nullable: true, description: 'For whom they speak.' }),
    consultedOn: t.expose('consultedOn', { type: 'Date', nullable: true, description: 'When; empty until it happened.' }),
    outcome: t.exposeString('outcome', { nullable: true, description: 'What came of it.' }),
  }),
})

const BudgetLine = builder.prismaObject('PlanBudgetLine', {
  description: 'A line of the budget, rupiah.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    account: t.exposeString('account', { nullable: true, description: 'Account code.' }),
    description: t.exposeString('description', { description: 'What for.' }),
    quantity: t.expose('quantity', { type: 'Decimal', description: 'How many.' }),
    measure: t.exposeString('measure', { description: 'Of what.' }),
    unitCost: t.expose('unitCost', { type: 'Decimal', description: 'Cost of one.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'Quantity × cost, 2 decimals.' }),
  }),
})

const Risk = builder.prismaObject('PlanRisk', {
  description: 'A risk of the plan.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    description: t.exposeString('description', { description: 'What may happen.' }),
    likelihood: t.exposeInt('likelihood', { description: '1 to 5.' }),
    impact: t.exposeInt('impact', { description: '1 to 5.' }),
    mitigation: t.exposeString('mitigation', { description: 'What is done about it.' }),
  }),
})

const Approval = builder.prismaObject('PlanApproval', {
  description: "A named person's turn in the chain of approval.",
  authScopes: { signedIn: true },
  fields: (t) => ({
    round: t.exposeInt('round', { description: 'Round of submission, from 1.' }),
    number: t.exposeInt('number', { description: 'Turn, from 1.' }),
    approverName: t.string({
      description: 'Who.',
      select: { approver: { select: { name: true } } },
      resolve: ({ approver }) => approver.name,
    }),
    capacity: t.exposeString('capacity', { description: 'In which office.' }),
    decision: t.expose('decision', { type: ApprovalDecisionEnum, nullable: true, description: 'Empty while it waits.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was returned.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When.' }),
  }),
})

const Fault = builder.objectRef<PlanFaultFound>('PembinaanPlanFault').implement({
  description: 'A missing piece that keeps a plan from being submitted, with the place where it is mended.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What is missing.' }),
    field: t.exposeString('field', { description: 'Dotted path of the input that mends it.' }),
    place: t.exposeString('place', { description: 'PROBLEMS, OUTCOMES, STAKEHOLDERS, BUDGET, PROGRAMMES or MONITORING.' }),
    programmeId: t.id({
      nullable: true,
      description: 'Global id of the programme to be mended, where it is one.',
      resolve: ({ programmeId }) => programmeId && encodeId('PembinaanProgramme', programmeId),
    }),
    message: t.string({ description: 'What to do.', resolve: ({ sentence }, _args, { language }) => say(sentence, language) }),
  }),
})

const inOrder = { orderBy: { number: 'asc' } } as const

export const Plan = builder.prismaNode('PembinaanPlan', {
  id: { field: 'id' },
  description: 'Rencana pembinaan of a unit for a year (domain D4).',
  authScopes: ({ id }, context) => seesPlan(context, id),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Title.' }),
    year: t.exposeInt('year', { description: 'Year.' }),
    state: t.expose('state', { type: PembinaanPlanStateEnum, description: 'State.' }),
    stateReason: t.exposeString('stateReason', {
      nullable: true,
      description: 'Why it was returned, suspended or cancelled last.',
    }),
    unit: t.relation('unit', { description: 'The unit that owns it.' }),
    ownerName: t.string({
      description: 'Who answers for it.',
      select: { owner: { select: { name: true } } },
      resolve: ({ owner }) => owner.name,
    }),
    problemStatement: t.exposeString('problemStatement', { description: 'The problem in words.' }),
    targetGroup: t.exposeString('targetGroup', { description: 'Whom it is meant for.' }),
    ceiling: t.expose('ceiling', { type: 'Decimal', nullable: true, description: 'Pagu, rupiah.' }),
    consultationReason: t.exposeString('consultationReason', {
      nullable: true,
      description: 'Why not all three kinds were heard.',
    }),
    round: t.exposeInt('round', { description: 'Rounds of submission so far.' }),
    revision: t.exposeInt('revision', { description: 'Counts each change; every command names the number that it read.' }),
    problems: t.field({
      type: [Problem],
      description: 'Problems with their evidence.',
      select: { problems: inOrder },
      resolve: ({ problems }) => problems,
    }),
    indicators: t.field({
      type: [Outcome],
      description: 'Outcomes.',
      select: (_args, _context, nested) => ({ indicators: { ...inOrder, ...(nested() as object) } }),
      resolve: ({ indicators }) => indicators,
    }),
    stakeholders: t.field({
      type: [Stakeholder],
      description: 'Whom it was talked over with.',
      select: { stakeholders: inOrder },
      resolve: ({ stakeholders }) => stakeholders,
    }),
    budgetLines: t.field({
      type: [BudgetLine],
      description: 'Budget.',
      select: { budgetLines: inOrder },
      resolve: ({ budgetLines }) => budgetLines,
    }),
    budgetTotal: t.field({
      type: 'Decimal',
      description: 'Sum of the lines, rupiah.',
      select: { budgetLines: { select: { amount: true } } },
      resolve: ({ budgetLines }) => sum(budgetLines.map(({ amount }) => amount.toFixed())),
    }),
    risks: t.field({ type: [Risk], description: 'Risks.', select: { risks: inOrder }, resolve: ({ risks }) => risks }),
    approvals: t.field({
      type: [Approval],
      description: 'Chain of approval, round by round.',
      select: (_args, _context, nested) => ({
        approvals: { orderBy: [{ round: 'asc' as const }, { number: 'asc' as const }], ...(nested() as object) },
      }),
      resolve: ({ approvals }) => approvals,
    }),
    programmes: t.relatedConnection('programmes', {
      cursor: 'id',
      totalCount: true,
      description: 'Its programmes, earliest first.',
      query: { orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] },
    }),
    faults: t.field({
      type: [Fault],
      description: 'What keeps it from being submitted; empty when nothing does.',
      extensions: { rows: 10 },
      resolve: async ({ id }, _args, context) => planFaults(found(await planFacts(context, id)).judged),
    }),
    actions: t.field({
      type: [Action],
      description: 'EDIT, CONSULT, SUBMIT, APPROVE, RETURN and the other steps, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, context) =>
        namedVerdicts(planActions(context.actor, found(await planFacts(context, id)), context.now)),
    }),
  }),
})

const PlanFilterInput = builder.inputType('PembinaanPlanFilter', {
  description: 'Which plans to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the title, at most 100 characters.' }),
    state: t.field({ type: PembinaanPlanStateEnum, description: 'In this state.' }),
    year: t.int({ description: 'Of this year.' }),
    underUnitId: t.id({ description: 'Of this unit or below it.' }),
  }),
})

builder.queryFields((t) => ({
  pembinaanPlan: t.prismaField({
    type: Plan,
    description: 'One plan; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(await db.pembinaanPlan.findFirst({ ...query, where: { id: idOf('PembinaanPlan', id), AND: [visiblePlans(actor)] } })),
  }),
  pembinaanPlans: t.prismaConnection({
    type: Plan,
    cursor: 'id',
    description: 'Plans that the caller may see, newest year first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: PlanFilterInput, description: 'Which plans.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.pembinaanPlan.count({ where: { AND: [visiblePlans(actor), planWhere(filter)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.pembinaanPlan.findMany({
        ...withOffset(query, offset),
        where: { AND: [visiblePlans(actor), planWhere(filter)] },
        orderBy: [{ year: 'desc' }, { id: 'desc' }],
      }),
  }),
}))
