import { Action, namedVerdicts } from '../../actions.ts'
import { LevelEnum } from '../../appraisals/graphql/enums.ts'
import { builder, type InputFields } from '../../builder.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import {
  agreeToImprovement,
  beginImprovement,
  closeImprovement,
  editImprovementPlan,
  lookBack,
  markActionDone,
  openImprovementPlan,
  referImprovement,
  stateImproved,
  stateNotImproved,
} from '../commands/improvement.ts'
import { improvementActions } from '../policy/improvement.ts'
import { improvementFacts } from '../queries/improvement-facts.ts'
import { improvementWhere, seesImprovement, visibleImprovements } from '../queries.ts'
import { ImprovementStateEnum } from './enums.ts'
import { stepFields } from './steps.ts'

const ImprovementAction = builder.prismaObject('ImprovementAction', {
  description: 'A measurable action.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place, 1 to 5.' }),
    title: t.exposeString('title', { description: 'What is done.' }),
    measure: t.exposeString('measure', { description: 'How anybody can see it.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Last day.' }),
    doneOn: t.expose('doneOn', { type: 'Date', nullable: true, description: 'When it was done.' }),
  }),
})

const Milestone = builder.prismaObject('ImprovementMilestone', {
  description: 'A look back.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    day: t.exposeInt('day', { description: 'Days after the start: 60, 120 or 180.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'When it is due.' }),
    heldOn: t.expose('heldOn', { type: 'Date', nullable: true, description: 'When it was held.' }),
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'The rating on the failing axis.' }),
    finding: t.exposeString('finding', { nullable: true, description: 'What was found.' }),
  }),
})

const Improvement = builder.prismaNode('ImprovementPlan', {
  id: { field: 'id' },
  description: 'Six months to improve (PP 30/2019 art. 57). It ends in a recommendation, never in a sanction.',
  authScopes: ({ id }, context) => seesImprovement(context, id),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    employee: t.relation('employee', { description: 'Whom it is about.' }),
    leaderName: t.string({
      description: 'The penilai who leads it.',
      select: { leader: { select: { name: true } } },
      resolve: ({ leader }) => leader.name,
    }),
    state: t.expose('state', { type: ImprovementStateEnum, description: 'State.' }),
    gaps: t.exposeString('gaps', { description: 'What is to be improved.' }),
    support: t.exposeString('support', { description: 'What helps.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Last day.' }),
    conclusion: t.exposeString('conclusion', { nullable: true, description: 'What is recommended at the end.' }),
    revision: t.exposeInt('revision', { description: 'Counts each change; every command names the number that it read.' }),
    steps: t.field({
      type: [ImprovementAction],
      description: 'Measurable actions.',
      select: { actions: { orderBy: { number: 'asc' } } },
      resolve: ({ actions }) => actions,
    }),
    milestones: t.field({
      type: [Milestone],
      description: 'Looks back.',
      select: { milestones: { orderBy: { day: 'asc' } } },
      resolve: ({ milestones }) => milestones,
    }),
    actions: t.field({
      type: [Action],
      description: 'AGREE, BEGIN, LOOK_BACK_60 and the other steps, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, context) =>
        namedVerdicts(improvementActions(context.actor, found(await improvementFacts(context, id)), context.now)),
    }),
  }),
})

builder.prismaObjectField(Employee, 'improvementPlans', (t) =>
  t.relatedConnection('improvementPlans', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('appraisals'),
    description: 'Improvement plans, newest first.',
    query: (_args, { actor }) => ({ where: visibleImprovements(actor), orderBy: [{ startsOn: 'desc' }, { id: 'desc' }] }),
  }),
)

const ImprovementFilterInput = builder.inputType('ImprovementPlanFilter', {
  description: 'Which improvement plans to list.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name or NIP, at most 100 characters.' }),
    state: t.field({ type: ImprovementStateEnum, description: 'In this state.' }),
  }),
})

builder.queryFields((t) => ({
  improvementPlan: t.prismaField({
    type: Improvement,
    description: 'One improvement plan; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(
        await db.improvementPlan.findFirst({
          ...query,
          where: { id: idOf('ImprovementPlan', id), AND: [visibleImprovements(actor)] },
        }),
      ),
  }),
  improvementPlans: t.prismaConnection({
    type: Improvement,
    cursor: 'id',
    description: 'Improvement plans that the caller may see, newest first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: ImprovementFilterInput, description: 'Which ones.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.improvementPlan.count({ where: { AND: [visibleImprovements(actor), improvementWhere(filter)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.improvementPlan.findMany({
        ...withOffset(query, offset),
        where: { AND: [visibleImprovements(actor), improvementWhere(filter)] },
        orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
      }),
  }),
}))

const ActionInput = builder.inputType('ImprovementActionInput', {
  description: 'A measurable action.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'What is done.' }),
    measure: t.string({ required: true, description: 'How anybody can see it.' }),
    dueOn: t.field({ type: 'Date', required: true, description: 'Last day.' }),
  }),
})

const content = (t: InputFields) => ({
  gaps: t.string({ required: true, description: 'What is to be improved.' }),
  support: t.string({ required: true, description: 'What helps; may be empty.' }),
  actions: t.field({ type: [ActionInput], required: true, description: 'One to five.' }),
})

const OpenInput = builder.inputType('OpenImprovementPlanInput', {
  description: 'An improvement plan to open.',
  fields: (t) => ({
    appraisalId: t.id({ required: true, description: 'Global id of the final result that calls for it.' }),
    startsOn: t.field({ type: 'Date', required: true, description: 'First day.' }),
    ...content(t),
  }),
})

const EditInput = builder.inputType('EditImprovementPlanInput', {
  description: 'The content of an improvement plan as it shall be.',
  fields: (t) => ({ ...stepFields(t), ...content(t) }),
})

const ImprovementStepInput = builder.inputType('ImprovementStepInput', {
  description: 'An improvement plan, at the revision that was read.',
  fields: (t) => stepFields(t),
})

const ConcludeInput = builder.inputType('ConcludeImprovementInput', {
  description: 'What is stated or recommended at the end.',
  fields: (t) => ({ ...stepFields(t), conclusion: t.string({ required: true, description: 'In words.' }) }),
})

const LookBackInput = builder.inputType('LookBackInput', {
  description: 'A look back.',
  fields: (t) => ({
    ...stepFields(t),
    level: t.field({ type: LevelEnum, required: true, description: 'The rating on the failing axis.' }),
    finding: t.string({ required: true, description: 'What was found.' }),
  }),
})

const steps = {
  agreeToImprovement: [agreeToImprovement, 'The employee agrees to the plan.'],
  beginImprovement: [beginImprovement, 'The leader begins it.'],
  closeImprovement: [closeImprovement, 'Closes a plan that ended well.'],
} as const

for (const [name, [step, description]] of Object.entries(steps)) {
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: Improvement,
      description,
      authScopes: { signedIn: true },
      args: { input: t.arg({ type: ImprovementStepInput, required: true, description: 'The plan.' }) },
      resolve: async (query, _root, { input }, { db, execute }) =>
        db.improvementPlan.findUniqueOrThrow({ ...query, where: { id: await execute(step, input) } }),
    }),
  )
}

const conclusions = {
  stateImproved: [stateImproved, 'States that it improved: two looks back in a row were as expected.'],
  stateNotImproved: [stateNotImproved, 'States that it did not improve.'],
  referImprovement: [referImprovement, 'Refers to the uji kompetensi; the PyB or PPK decides.'],
} as const

for (const [name, [step, description]] of Object.entries(conclusions)) {
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: Improvement,
      description,
      authScopes: { signedIn: true },
      args: { input: t.arg({ type: ConcludeInput, required: true, description: 'The plan and the words.' }) },
      resolve: async (query, _root, { input }, { db, execute }) =>
        db.improvementPlan.findUniqueOrThrow({ ...query, where: { id: await execute(step, input) } }),
    }),
  )
}

builder.mutationFields((t) => ({
  openImprovementPlan: t.prismaField({
    type: Improvement,
    description: 'Opens an improvement plan for a final result that calls for one.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: OpenInput, required: true, description: 'The plan.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.improvementPlan.findUniqueOrThrow({ ...query, where: { id: await execute(openImprovementPlan, input) } }),
  }),
  editImprovementPlan: t.prismaField({
    type: Improvement,
    description: 'Changes gaps, support and actions until the employee agrees.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: EditInput, required: true, description: 'The content.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.improvementPlan.findUniqueOrThrow({ ...query, where: { id: await execute(editImprovementPlan, input) } }),
  }),
  lookBackOnImprovement: t.prismaField({
    type: Improvement,
    description: 'Records the next look back.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: LookBackInput, required: true, description: 'What was found.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.improvementPlan.findUniqueOrThrow({ ...query, where: { id: await execute(lookBack, input) } }),
  }),
  markImprovementActionDone: t.prismaField({
    type: Improvement,
    description: 'Marks an action as done.',
    authScopes: { signedIn: true },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the plan.' }),
      number: t.arg.int({ required: true, description: 'Place of the action.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.improvementPlan.findUniqueOrThrow({ ...query, where: { id: await execute(markActionDone, input) } }),
  }),
}))
