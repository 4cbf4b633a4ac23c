import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { EvidenceKindEnum } from '../../indicators/graphql/enums.ts'
import { found, idOf } from '../../list.ts'
import { type Computation, computeAppraisals } from '../commands/compute-appraisals.ts'
import { closePeriod, extendPeriod, openPeriod, preparePeriod } from '../commands/periods.ts'
import { recordRealisation, rejectRealisation, verifyRealisation } from '../commands/realisations.ts'
import { periodActions, realisationActions } from '../policy.ts'
import { periodFacts, realisationFacts } from '../queries/standing.ts'
import { MissingReasonEnum } from './enums.ts'
import { Realisation } from './measurement.ts'
import { Period } from './period.ts'

builder.prismaObjectField(Period, 'actions', (t) =>
  t.field({
    type: [Action],
    description: 'OPEN, CLOSE and EXTEND, with the reason where one is not possible now.',
    resolve: async ({ id }, _args, context) => namedVerdicts(periodActions(context.actor, found(await periodFacts(context, id)))),
  }),
)

builder.prismaObjectField(Realisation, 'actions', (t) =>
  t.field({
    type: [Action],
    description: 'VERIFY and REJECT, with the reason where one is not possible now.',
    resolve: async ({ id }, _args, context) =>
      namedVerdicts(realisationActions(context.actor, found(await realisationFacts(context, id)))),
  }),
)

const PreparePeriodInput = builder.inputType('PreparePeriodInput', {
  description: 'A year to lay out.',
  fields: (t) => ({ year: t.int({ required: true, description: 'Calendar year, 2000 to 2100.' }) }),
})

const OpenPeriodInput = builder.inputType('OpenPeriodInput', {
  description: 'A period to open.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The period; its year must be open already.' }) }),
})

const ClosePeriodInput = builder.inputType('ClosePeriodInput', {
  description: 'A period to close.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The period; a year takes its open parts with it.' }) }),
})

const ExtendPeriodInput = builder.inputType('ExtendPeriodInput', {
  description: 'A period whose last day for measurements is moved on.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The period.' }),
    closesOn: t.field({ type: 'Date', required: true, description: 'The new last day, at most 90 days after the present one.' }),
    reason: t.string({ required: true, description: 'Why, 10 to 1,000 characters.' }),
  }),
})

const ComputeAppraisalsInput = builder.inputType('ComputeAppraisalsInput', {
  description: 'Appraisals to compute.',
  fields: (t) => ({
    periodKey: t.string({ required: true, description: 'Period, `2025`.' }),
    employeeIds: t.idList({ description: 'Only these employees, at most 10,000; everybody of the period when left out.' }),
  }),
})

const ComputationType = builder.objectRef<Computation>('Computation').implement({
  description: 'What a computation looked at and wrote.',
  authScopes: { permission: 'appraisals.compute' },
  fields: (t) => ({
    appraisals: t.exposeInt('appraisals', { description: 'Employees looked at.' }),
    changed: t.exposeInt('changed', { description: 'Appraisals written because something that they rest on had changed.' }),
  }),
})

const EvidenceInput = builder.inputType('EvidenceInput', {
  description: 'Something that a measurement rests on.',
  fields: (t) => ({
    kind: t.field({ type: EvidenceKindEnum, required: true, description: 'Kind of evidence.' }),
    url: t.string({ description: 'Where it is kept; http or https, at most 2,000 characters.' }),
    description: t.string({ required: true, description: 'What it shows, at most 500 characters.' }),
  }),
})

const RecordRealisationInput = builder.inputType('RecordRealisationInput', {
  description: 'A measurement of one quarter: of a series, or of an indicator with the employee or the unit measured.',
  fields: (t) => ({
    seriesId: t.id({ description: 'The series; then no indicator and no subject.' }),
    indicatorId: t.id({ description: 'The indicator.' }),
    employeeId: t.id({ description: 'The employee measured.' }),
    unitId: t.id({ description: 'The unit measured.' }),
    periodKey: t.string({ required: true, description: 'Quarter, `2025-TW1`.' }),
    value: t.field({ type: 'Decimal', description: 'Value in the unit of the indicator, up to 6 decimals.' }),
    numerator: t.field({ type: 'Decimal', description: 'Numerator of a ratio.' }),
    denominator: t.field({ type: 'Decimal', description: 'Denominator of a ratio, or number of cases.' }),
    missingReason: t.field({ type: MissingReasonEnum, description: 'Why there is no value.' }),
    measuredOn: t.field({
      type: 'Date',
      required: true,
      description: 'Day of recording at the source, from the first day of the quarter to its closing day.',
    }),
    source: t.string({ required: true, description: 'System or register, at most 200 characters.' }),
    note: t.string({ description: 'Note, at most 1,000 characters.' }),
    evidence: t.field({ type: [EvidenceInput], description: 'What it rests on, at most 20.' }),
  }),
})

const VerifyRealisationInput = builder.inputType('VerifyRealisationInput', {
  description: 'A measurement to verify.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The measurement.' }) }),
})

const RejectRealisationInput = builder.inputType('RejectRealisationInput', {
  description: 'A measurement to reject.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The measurement.' }),
    reason: t.string({ required: true, description: 'Why, 3 to 1,000 characters; its recorder reads it.' }),
  }),
})

const bare = (typename: string, id: string | null | undefined) => (id === null || id === undefined ? null : idOf(typename, id))

builder.mutationFields((t) => ({
  preparePeriod: t.prismaField({
    type: Period,
    description: 'Lays out a year with its quarters and months; what exists stays as it is. Answers the year.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: PreparePeriodInput, required: true, description: 'The year.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(preparePeriod, input)
      return db.period.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  openPeriod: t.prismaField({
    type: Period,
    description: 'Opens a prepared period. WRONG_STATE when it is not prepared or its year is not open.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: OpenPeriodInput, required: true, description: 'The period.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(openPeriod, { id: idOf('Period', input.id) })
      return db.period.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  closePeriod: t.prismaField({
    type: Period,
    description: 'Closes a period and locks its verified measurements. WRONG_STATE while submitted ones wait.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ClosePeriodInput, required: true, description: 'The period.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(closePeriod, { id: idOf('Period', input.id) })
      return db.period.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  extendPeriod: t.prismaField({
    type: Period,
    description: 'Moves the last day for measurements of an open period on; the day is LOCAL.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ExtendPeriodInput, required: true, description: 'The period and its new last day.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(extendPeriod, { ...input, id: idOf('Period', input.id) })
      return db.period.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  computeAppraisals: t.field({
    type: ComputationType,
    description:
      'Computes the suggestions of a period (F1, F2, F3a, F3b, F4) from changed inputs only; never touches what was rated, delivered or final.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ComputeAppraisalsInput, required: true, description: 'Which appraisals.' }) },
    resolve: (_root, { input: { periodKey, employeeIds } }, { execute }) =>
      execute(computeAppraisals, { periodKey, employeeIds: employeeIds?.map((id) => idOf('Employee', id)) }),
  }),
  recordRealisation: t.prismaField({
    type: Realisation,
    description:
      'Records a measurement. A person submits it for verification; a token delivers it verified, and the open appraisals that rest on it are rescored at once.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RecordRealisationInput, required: true, description: 'The measurement.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(recordRealisation, {
        ...input,
        seriesId: bare('MeasurementSeries', input.seriesId),
        indicatorId: bare('Indicator', input.indicatorId),
        employeeId: bare('Employee', input.employeeId),
        unitId: bare('Unit', input.unitId),
        evidence: input.evidence ?? [],
      })
      return found(await db.realisation.findFirst({ ...query, where: { id } }))
    },
  }),
  verifyRealisation: t.prismaField({
    type: Realisation,
    description: 'Accepts a submitted measurement; it counts from now on. CONFLICT_OF_INTEREST for its recorder and its subject.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: VerifyRealisationInput, required: true, description: 'The measurement.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(verifyRealisation, { id: idOf('Realisation', input.id) })
      return db.realisation.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  rejectRealisation: t.prismaField({
    type: Realisation,
    description: 'Refuses a submitted measurement with a reason; it never counts.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RejectRealisationInput, required: true, description: 'The measurement and the reason.' }) },
    resolve: async (query, _root, { input: { id, reason } }, { db, execute }) => {
      const realisation = await execute(rejectRealisation, { id: idOf('Realisation', id), reason })
      return db.realisation.findUniqueOrThrow({ ...query, where: { id: realisation.id } })
    },
  }),
}))
