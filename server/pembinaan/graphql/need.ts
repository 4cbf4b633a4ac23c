import { Action, namedVerdicts } from '../../actions.ts'
import { Appraisal } from '../../appraisals/graphql/appraisal.ts'
import { seesAppraisal } from '../../appraisals/queries.ts'
import { builder } from '../../builder.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { PositionKindEnum } from '../../organization/graphql/enums.ts'
import { seesEmployee } from '../../organization/queries.ts'
import { recordCompetency, setCompetencyStandard } from '../commands/competencies.ts'
import { decideNeed, planNeed, proposeNeed } from '../commands/needs.ts'
import { needActions } from '../policy/needs.ts'
import { type Competence, competenceOf } from '../queries/competence.ts'
import { needFacts } from '../queries/need-facts.ts'
import { type Recommendation, recommendationsFor } from '../queries/recommendations.ts'
import { needWhere, visibleNeeds } from '../queries.ts'
import { CompetencyKindEnum, NeedSourceEnum, NeedStateEnum } from './enums.ts'
import { StepInput } from './steps.ts'

const Competency = builder.prismaNode('Competency', {
  id: { field: 'id' },
  description: 'A competency of PermenPANRB 38/2017, or a technical one of the region.',
  authScopes: { signedIn: true },
  runScopesOnType: true,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    kind: t.expose('kind', { type: CompetencyKindEnum, description: 'Kind.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it means.' }),
  }),
})

const Need = builder.prismaNode('DevelopmentNeed', {
  id: { field: 'id' },
  description: 'A development need of one person in one year; accepted, it is a line of the HCDP.',
  authScopes: ({ employeeId }, context) => seesEmployee(context, employeeId, 'pembinaan'),
  runScopesOnType: true,
  select: { id: true, employeeId: true },
  fields: (t) => ({
    employee: t.relation('employee', { description: 'Whose need.' }),
    competency: t.relation('competency', { description: 'What is to be built.' }),
    year: t.exposeInt('year', { description: 'Year.' }),
    source: t.expose('source', { type: NeedSourceEnum, description: 'Where it comes from.' }),
    state: t.expose('state', { type: NeedStateEnum, description: 'State.' }),
    activity: t.exposeString('activity', { description: 'What is to be learnt or done.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    formId: t.exposeInt('formId', { nullable: true, description: 'Form that is foreseen, 1 to 25.' }),
    targetPosition: t.exposeString('targetPosition', { nullable: true, description: 'Position that it prepares for.' }),
    budget: t.expose('budget', { type: 'Decimal', nullable: true, description: 'Rupiah.' }),
    priority: t.expose('priority', {
      type: 'Decimal',
      description:
        '0.4 · gapNorm + 0.3 · performanceGap + 0.2 · publicSignal + 0.1 · strategic (LOCAL), as judged at the proposal.',
    }),
    gapNorm: t.expose('gapNorm', { type: 'Decimal', description: 'Missing levels as a share of the required ones.' }),
    performanceGap: t.expose('performanceGap', {
      type: 'Decimal',
      description: 'Share of the weight of the plan that was below expectation.',
    }),
    publicSignal: t.expose('publicSignal', {
      type: 'Decimal',
      description: 'How far the unit is below what citizens may expect, a share.',
    }),
    strategic: t.expose('strategic', { type: 'Decimal', description: 'Link to the regional plan: 0, 0.5 or 1.' }),
    strategicReason: t.exposeString('strategicReason', { nullable: true, description: 'Which part of the regional plan.' }),
    appraisal: t.field({
      type: Appraisal,
      nullable: true,
      description: 'The appraisal behind the performance gap; empty for who does not see it.',
      select: (_args, _context, nested) => ({ appraisal: nested() }),
      resolve: async ({ appraisal }, _args, context) =>
        appraisal && (await seesAppraisal(context, appraisal.id)) ? appraisal : null,
    }),
    series: t.relation('series', { nullable: true, description: 'The measurements of the unit behind the public signal.' }),
    programme: t.relation('programme', { nullable: true, description: 'The programme in which it is planned.' }),
    decisionReason: t.exposeString('decisionReason', { nullable: true, description: 'Why it was declined.' }),
    revision: t.exposeInt('revision', { description: 'Counts each change; every command names the number that it read.' }),
    actions: t.field({
      type: [Action],
      description: 'ACCEPT_NEED, DECLINE_NEED and PLAN_NEED, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, context) =>
        namedVerdicts(needActions(context.actor, found(await needFacts(context, id)), context.now)),
    }),
  }),
})

const CompetencyLevelType = builder.objectRef<Competence['levels'][number]>('CompetencyLevel').implement({
  description: 'One competency of a post against its newest assessment.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the competency.' }),
    name: t.exposeString('name', { description: 'Name of the competency.' }),
    required: t.exposeInt('required', { description: 'Level that the post asks for, 1 to 5.' }),
    actual: t.exposeInt('actual', { description: 'Level as assessed.' }),
    assessedOn: t.expose('assessedOn', { type: 'Date', description: 'Day of the assessment.' }),
    source: t.exposeString('source', { description: 'Who assessed.' }),
  }),
})

const CompetenceType = builder.objectRef<Competence>('Competence').implement({
  description: 'What a post asks of somebody against the newest assessments (F18).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    levels: t.expose('levels', { type: [CompetencyLevelType], description: 'Assessed competencies.', extensions: { rows: 12 } }),
    unassessed: t.exposeInt('unassessed', { description: 'Required competencies that nobody assessed yet.' }),
    jpm: t.float({
      nullable: true,
      description: 'Job–person match in per cent, 2 decimals (LOCAL formula).',
      resolve: ({ match }) => match?.jpm ?? null,
    }),
    class: t.string({
      nullable: true,
      description: 'MS from 80, MMS from 68, else KMS.',
      resolve: ({ match }) => match?.class ?? null,
    }),
  }),
})

const RecommendationType = builder.objectRef<Recommendation>('Recommendation').implement({
  description:
    'A programme that may help, with the chain of reasons: weak result → competency → programme, ranked by its measured past effect.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    programmeId: t.id({
      description: 'Global id of the programme.',
      resolve: ({ programmeId }) => `pembinaanProgramme_${programmeId}`,
    }),
    programmeName: t.exposeString('programmeName', { description: 'The programme.' }),
    competencyName: t.exposeString('competencyName', { description: 'The competency that it builds.' }),
    weakResult: t.exposeString('weakResult', {
      nullable: true,
      description: 'The result that was below expectation; empty for a gap of competency.',
    }),
    effect: t.exposeFloat('effect', {
      nullable: true,
      description: 'Effect that was measured, in the measure of its outcome; empty when none was.',
    }),
    ciLow: t.exposeFloat('ciLow', { nullable: true, description: 'Lower end of its 95 % interval.' }),
    ciHigh: t.exposeFloat('ciHigh', { nullable: true, description: 'Upper end of its 95 % interval.' }),
    claimLevel: t.exposeString('claimLevel', { nullable: true, description: 'Level of claim that the evaluation reached.' }),
    costPerPoint: t.exposeFloat('costPerPoint', {
      nullable: true,
      description: 'Rupiah for each hundredth of the effect; empty without budget or effect.',
    }),
    reason: t.string({
      description: 'Why it stands here, in words.',
      resolve: ({ reason }, _args, { language }) => reason[language],
    }),
  }),
})

builder.prismaObjectFields(Employee, (t) => ({
  developmentNeeds: t.relatedConnection('developmentNeeds', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('pembinaan'),
    description: 'Development needs over the years (HCDP), newest first.',
    query: { orderBy: [{ year: 'desc' }, { priority: 'desc' }, { id: 'desc' }] },
  }),
  competence: t.field({
    type: CompetenceType,
    nullable: true,
    authScopes: guarded('pembinaan'),
    description: 'Competencies against the post (F18).',
    resolve: ({ id }, _args, { db }) => competenceOf(db, id),
  }),
  recommendations: t.field({
    type: [RecommendationType],
    nullable: true,
    authScopes: guarded('pembinaan'),
    description: 'Programmes that may help, best measured effect first. A suggestion; people decide.',
    extensions: { rows: 10 },
    resolve: ({ id }, _args, context) => recommendationsFor(context, id),
  }),
}))

const NeedFilterInput = builder.inputType('DevelopmentNeedFilter', {
  description: 'Which needs to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name or NIP, at most 100 characters.' }),
    state: t.field({ type: NeedStateEnum, description: 'In this state.' }),
    year: t.int({ description: 'Of this year.' }),
    underUnitId: t.id({ description: 'Of people in this unit or below it.' }),
    employeeId: t.id({ description: 'Of this employee.' }),
  }),
})

builder.queryFields((t) => ({
  developmentNeed: t.prismaField({
    type: Need,
    description: 'One need; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(
        await db.developmentNeed.findFirst({ ...query, where: { id: idOf('DevelopmentNeed', id), AND: [visibleNeeds(actor)] } }),
      ),
  }),
  developmentNeeds: t.prismaConnection({
    type: Need,
    cursor: 'id',
    description: 'Development needs that the caller may see, most pressing first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: NeedFilterInput, description: 'Which needs.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.developmentNeed.count({ where: { AND: [visibleNeeds(actor), needWhere(filter)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.developmentNeed.findMany({
        ...withOffset(query, offset),
        where: { AND: [visibleNeeds(actor), needWhere(filter)] },
        orderBy: [{ priority: 'desc' }, { id: 'desc' }],
      }),
  }),
  competencies: t.prismaConnection({
    type: Competency,
    cursor: 'id',
    description: 'All competencies by code.',
    authScopes: { signedIn: true },
    args: { offset: offsetArg(t) },
    totalCount: (_root, _args, { db }) => db.competency.count(),
    resolve: (query, _root, { offset }, { db }) =>
      db.competency.findMany({ ...withOffset(query, offset), orderBy: [{ code: 'asc' }, { id: 'asc' }] }),
  }),
}))

const ProposeNeedInput = builder.inputType('ProposeNeedInput', {
  description: 'A need to propose.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Whose need.' }),
    competencyId: t.id({ required: true, description: 'What is to be built.' }),
    year: t.int({ required: true, description: 'Year.' }),
    source: t.field({
      type: NeedSourceEnum,
      required: true,
      description: 'Where it comes from; EMPLOYEE_REQUEST when the employee proposes it.',
    }),
    activity: t.string({ required: true, description: 'What is to be learnt or done.' }),
    reason: t.string({ required: true, description: 'Why.' }),
    formId: t.int({ description: 'Form that is foreseen.' }),
    targetPosition: t.string({ description: 'Position that it prepares for.' }),
    budget: t.field({ type: 'Decimal', description: 'Rupiah.' }),
    strategic: t.field({ type: 'Decimal', required: true, description: 'Link to the regional plan: 0, 0.5 or 1.' }),
    strategicReason: t.string({ description: 'Which part of the regional plan.' }),
  }),
})

builder.mutationFields((t) => ({
  proposeNeed: t.prismaField({
    type: Need,
    description: 'Proposes a need; its priority is judged from the data as they stand.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ProposeNeedInput, required: true, description: 'The need.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.developmentNeed.findUniqueOrThrow({ ...query, where: { id: await execute(proposeNeed, input) } }),
  }),
  decideNeed: t.prismaField({
    type: Need,
    description: 'Accepts or declines a need; a decline needs its reason.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      input: t.arg({ type: StepInput, required: true, description: 'The need.' }),
      isAccepted: t.arg.boolean({ required: true, description: 'Accept or decline.' }),
    },
    resolve: async (query, _root, { input, isAccepted }, { db, execute }) =>
      db.developmentNeed.findUniqueOrThrow({ ...query, where: { id: await execute(decideNeed, { ...input, isAccepted }) } }),
  }),
  planNeed: t.prismaField({
    type: Need,
    description: 'Plans an accepted need in a programme.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the need.' }),
      revision: t.arg.int({ required: true, description: 'Revision that was read.' }),
      programmeId: t.arg.id({ required: true, description: 'Global id of the programme.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.developmentNeed.findUniqueOrThrow({ ...query, where: { id: await execute(planNeed, input) } }),
  }),
  recordCompetency: t.prismaField({
    type: Employee,
    description: 'Records what an assessment of one competency found.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      employeeId: t.arg.id({ required: true, description: 'Whose competency.' }),
      competencyId: t.arg.id({ required: true, description: 'Which one.' }),
      assessedOn: t.arg({ type: 'Date', required: true, description: 'Day of the assessment.' }),
      level: t.arg.int({ required: true, description: 'Level, 1 to 5.' }),
      source: t.arg.string({ required: true, description: 'Who assessed.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.employee.findUniqueOrThrow({ ...query, where: { id: await execute(recordCompetency, input) } }),
  }),
  setCompetencyStandard: t.prismaField({
    type: Competency,
    description: 'Sets the level that a competency asks of a position; for the whole city.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      competencyId: t.arg.id({ required: true, description: 'Which competency.' }),
      positionKind: t.arg({ type: PositionKindEnum, required: true, description: 'Kind of position.' }),
      positionLevel: t.arg.string({ description: 'Eselon or jenjang; empty for all of the kind.' }),
      positionTitle: t.arg.string({ description: 'One title; empty for all.' }),
      level: t.arg.int({ required: true, description: 'Level, 1 to 5.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.competency.findUniqueOrThrow({ ...query, where: { id: await execute(setCompetencyStandard, input) } }),
  }),
}))
