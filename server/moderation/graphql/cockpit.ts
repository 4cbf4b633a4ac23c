import { periodKeyArg, underUnitArg } from '../../appraisals/graphql/scope-args.ts'
import { builder } from '../../builder.ts'
import { encodeId, nobody } from '../../list.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { type Adoption, adoptionOf, type MonthUse, type UnitUse } from '../queries/adoption.ts'
import { type Stuck, stuckAppraisals } from '../queries/stuck.ts'
import type { StuckReason, WaitsFor } from '../rules/next-person.ts'

const WaitsForEnum = builder.enumType('WaitsFor', {
  description: 'Whose turn it is.',
  values: {
    EMPLOYEE: { description: 'The person appraised.' },
    PENILAI: { description: 'The penilai.' },
    MODERATOR: { description: 'The tim pengelola kinerja.' },
    PYB: { description: 'Whoever sets and delivers results.' },
    ATASAN_PENILAI: { description: 'The superior of the penilai.' },
    PLANNER: { description: 'Whoever sets plans.' },
  } as const satisfies Record<WaitsFor, object>,
})

const StuckReasonEnum = builder.enumType('StuckReason', {
  description: 'What an appraisal waits for.',
  values: {
    NO_SKP: { description: 'A plan.' },
    SELF_ASSESSMENT: { description: 'The self-assessment.' },
    EVIDENCE: { description: 'The verification of the evidence.' },
    RATING: { description: 'The rating.' },
    RETURNED: { description: 'A new rating after moderation gave it back.' },
    MODERATION: { description: 'Moderation.' },
    NO_ORG_PREDIKAT: { description: 'The predikat of the organisation, without which no result is set.' },
    SETTING: { description: 'To be set.' },
    DELIVERY: { description: 'To be delivered.' },
    ANSWER: { description: 'To be accepted or objected to; silence accepts.' },
    OBJECTION: { description: 'The decision on an objection.' },
  } as const satisfies Record<StuckReason, object>,
})

const StuckType = builder.objectRef<Stuck>('StuckAppraisals').implement({
  description: 'Appraisals of a period that wait for the same person to take the same step.',
  authScopes: { permission: 'appraisals.read' },
  fields: (t) => ({
    reason: t.expose('reason', { type: StuckReasonEnum, description: 'What they wait for.' }),
    waitsFor: t.expose('waitsFor', { type: WaitsForEnum, description: 'Whose turn it is.' }),
    person: t.prismaField({
      type: Employee,
      nullable: true,
      description: 'The penilai, or who decides the objection; empty where a body is waited for, and for the persons appraised.',
      resolve: (query, { employeeId }, _args, { db }) =>
        db.employee.findUnique({ ...query, where: { id: employeeId ?? nobody } }),
    }),
    people: t.exposeInt('people', { description: 'Number of appraisals.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when the oldest of them waits.' }),
    days: t.exposeInt('days', { description: 'Whole days from then until today.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', nullable: true, description: 'Earliest last instant of the step.' }),
    overdue: t.exposeInt('overdue', { description: 'Appraisals whose last instant has passed.' }),
  }),
})

const authScopes = { permission: 'aggregates.read' } as const

const UnitUseType = builder.objectRef<UnitUse>('UnitUse').implement({
  description: 'What people do with the appraisal in a unit. Counts of acts, never of a person.',
  authScopes,
  fields: (t) => ({
    unitId: t.id({ description: 'Global id of the unit.', resolve: ({ unitId }) => encodeId('Unit', unitId) }),
    code: t.exposeString('code', { description: 'Code of the unit.' }),
    name: t.exposeString('name', { description: 'Name of the unit today.' }),
    isSuppressed: t.exposeBoolean('isSuppressed', {
      description: 'True for fewer people than the setting `kInternal` (LOCAL), for everybody; then there are no numbers.',
    }),
    people: t.exposeInt('people', { nullable: true, description: 'People with a plan or an appraisal of the year.' }),
    withPlan: t.exposeInt('withPlan', { nullable: true, description: 'With a plan that was set.' }),
    selfAssessed: t.exposeInt('selfAssessed', { nullable: true, description: 'Who assessed themselves at least once.' }),
    withDialogue: t.exposeInt('withDialogue', { nullable: true, description: 'With at least one dialogue on record.' }),
    feedback: t.exposeInt('feedback', { nullable: true, description: 'Entries of feedback.' }),
  }),
})

const MonthUseType = builder.objectRef<MonthUse>('MonthUse').implement({
  description: 'Acts of one month in a unit and everything below it.',
  authScopes,
  fields: (t) => ({
    month: t.exposeString('month', { description: 'Month, `2025-03`.' }),
    plans: t.exposeInt('plans', { description: 'Plans set.' }),
    dialogues: t.exposeInt('dialogues', { description: 'Dialogues held.' }),
    feedback: t.exposeInt('feedback', { description: 'Entries of feedback.' }),
    selfAssessments: t.exposeInt('selfAssessments', { description: 'Self-assessments.' }),
  }),
})

const AdoptionType = builder.objectRef<Adoption>('Adoption').implement({
  description: 'How far a unit uses the appraisal in a year: for help, not for control.',
  authScopes,
  fields: (t) => ({
    units: t.expose('units', { type: [UnitUseType], description: 'The parts directly below the unit, at most 300.' }),
    months: t.expose('months', {
      type: [MonthUseType],
      description: 'The months of the year and the next January; none for too few people.',
    }),
  }),
})

builder.queryFields((t) => ({
  stuckAppraisals: t.field({
    type: [StuckType],
    description: 'Who is waited for in a period, for what and for how long; at most 100 groups, overdue ones first.',
    authScopes: { permission: 'appraisals.read' },
    args: { periodKey: t.arg.string(periodKeyArg), underUnitId: t.arg.id(underUnitArg) },
    resolve: (_root, args, context) => stuckAppraisals(context, args),
  }),
  adoption: t.field({
    type: AdoptionType,
    description: 'Use of the appraisal by unit and month.',
    authScopes,
    args: { year: t.arg.int({ required: true, description: 'Calendar year.' }), underUnitId: t.arg.id(underUnitArg) },
    resolve: (_root, args, context) => adoptionOf(context, args),
  }),
}))
