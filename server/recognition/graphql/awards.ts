import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { awardVerdicts } from '../policy.ts'
import type { AwardFigures, Candidate } from '../queries/award-figures.ts'
import { candidates } from '../queries/candidates.ts'
import { awardFacts } from '../queries/facts.ts'
import { awardWhere, visibleAwards } from '../queries.ts'
import { citationOf } from '../rules/citation.ts'

export const AwardStateEnum = builder.enumType('AwardState', {
  description: 'Where an award stands.',
  values: {
    DIUSULKAN: { description: 'Proposed; nobody decided yet.' },
    DITETAPKAN: { description: 'Given by a decree that a named person signed.' },
    DITOLAK: { description: 'Rejected, with a reason.' },
  } as const,
})

export const AwardBasisEnum = builder.enumType('AwardBasis', {
  description: 'What the figures behind an award are.',
  values: {
    SCORE: { description: 'The measured achievement of the year, shrunk towards all others (F12).' },
    RATE: { description: 'A fall of counted events against the years before (F22).' },
  } as const,
})

const AwardFiguresType = builder.objectRef<AwardFigures>('AwardFigures').implement({
  description: 'The figures that an award rests on; those of the other basis are empty.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    basis: t.expose('basis', { type: AwardBasisEnum, description: 'Which kind.' }),
    raw: t.float({
      nullable: true,
      description: 'Measured achievement as stored, per cent.',
      resolve: (of) => score(of)?.raw ?? null,
    }),
    theta: t.float({
      nullable: true,
      description: 'The mean to rank by (F12), per cent.',
      resolve: (of) => score(of)?.theta ?? null,
    }),
    reliability: t.float({
      nullable: true,
      description: 'How much the own mean says by itself, 0 to 1.',
      resolve: (of) => score(of)?.reliability ?? null,
    }),
    indicators: t.int({ nullable: true, description: 'Indicators that were measured.', resolve: (of) => score(of)?.n ?? null }),
    people: t.int({ nullable: true, description: 'People in the comparison.', resolve: (of) => score(of)?.people ?? null }),
    commonMean: t.float({ nullable: true, description: 'Their common mean, per cent.', resolve: (of) => score(of)?.mu ?? null }),
    indicatorCode: t.string({
      nullable: true,
      description: 'Indicator that was counted.',
      resolve: (of) => rate(of)?.indicatorCode ?? null,
    }),
    indicatorName: t.string({ nullable: true, description: 'Its name.', resolve: (of) => rate(of)?.indicatorName ?? null }),
    eventsBefore: t.int({ nullable: true, description: 'Events in the years before.', resolve: (of) => rate(of)?.x0 ?? null }),
    exposureBefore: t.float({
      nullable: true,
      description: 'Exposure in the years before.',
      resolve: (of) => rate(of)?.e0 ?? null,
    }),
    events: t.int({ nullable: true, description: 'Events in the year.', resolve: (of) => rate(of)?.x1 ?? null }),
    exposure: t.float({ nullable: true, description: 'Exposure in the year.', resolve: (of) => rate(of)?.e1 ?? null }),
    rateRatio: t.float({
      nullable: true,
      description: 'Rate of the year by that before (F22).',
      resolve: (of) => rate(of)?.rr ?? null,
    }),
    ciLow: t.float({ nullable: true, description: 'Lower 95 % limit of it.', resolve: (of) => rate(of)?.ciLow ?? null }),
    ciHigh: t.float({
      nullable: true,
      description: 'Upper 95 % limit; below 1 the fall is shown.',
      resolve: (of) => rate(of)?.ciHigh ?? null,
    }),
    baselineYears: t.int({
      nullable: true,
      description: 'Years before that were counted.',
      resolve: (of) => rate(of)?.baselineYears ?? null,
    }),
    neededYears: t.int({
      nullable: true,
      description: 'Years that are needed to tell a fall from chance (LOCAL, setting `awardBaselineYears`).',
      resolve: (of) => rate(of)?.neededYears ?? null,
    }),
  }),
})

function score(figures: AwardFigures) {
  return figures.basis === 'SCORE' ? figures : null
}

function rate(figures: AwardFigures) {
  return figures.basis === 'RATE' ? figures : null
}

export const Award = builder.prismaNode('Award', {
  id: { field: 'id' },
  description:
    'Penghargaan: proposed from figures that are cited with it, given by a decree of a named person and never by itself. The proposal is kept from whom it is about.',
  authScopes: { signedIn: true },
  select: { id: true },
  fields: (t) => ({
    employee: t.relation('employee', { nullable: true, description: 'Whom it is for.' }),
    unit: t.relation('unit', { description: 'Their unit at the proposal.' }),
    periodKey: t.string({
      description: 'Year that it is for, `2025`.',
      select: { period: { select: { key: true } } },
      resolve: ({ period }) => period.key,
    }),
    title: t.exposeString('title', { description: 'Name of the award.' }),
    state: t.expose('state', { type: AwardStateEnum, description: 'Where it stands.' }),
    basis: t.expose('basis', { type: AwardBasisEnum, description: 'What its figures are.' }),
    citation: t.exposeString('citation', {
      description: 'The sentence for the decree, with the figures at the proposal; in Indonesian.',
    }),
    figures: t.field({
      type: AwardFiguresType,
      select: { figures: true },
      description: 'The figures at the proposal.',
      resolve: ({ figures }) => figures as unknown as AwardFigures,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was rejected.' }),
    decreeNumber: t.exposeString('decreeNumber', { nullable: true, description: 'Number of the decree.' }),
    decreeOn: t.expose('decreeOn', { type: 'Date', nullable: true, description: 'Date of the decree.' }),
    signatory: t.exposeString('signatory', { nullable: true, description: 'Who signed the decree.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When the decision was entered.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was proposed.' }),
    revision: t.exposeInt('revision', { description: 'Counts each step; a step names the number that it read.' }),
    actions: t.field({
      type: [Action],
      select: { state: true, revision: true, employeeId: true, proposedById: true, unitId: true },
      description: 'The steps that the caller may take now, with the reason where not.',
      resolve: async (row, _args, context) =>
        namedVerdicts(awardVerdicts(context.actor, await awardFacts(context, row), context.now)),
    }),
  }),
})

builder.prismaObjectField(Employee, 'awards', (t) =>
  t.relatedConnection('awards', {
    cursor: 'id',
    totalCount: true,
    description: 'Awards that the caller may see, newest first.',
    query: (_args, { actor }) => ({ where: visibleAwards(actor), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  }),
)

const CandidateType = builder.objectRef<Candidate<AwardFigures> & { readonly periodKey: string }>('AwardCandidate').implement({
  description: 'Somebody whose figures could ground an award. A place to begin; nothing follows by itself.',
  authScopes: { permission: 'recognition.manage' },
  fields: (t) => ({
    employee: t.prismaField({
      type: Employee,
      nullable: true,
      description: 'The person.',
      resolve: (query, { employeeId }, _args, { db }) => db.employee.findUnique({ ...query, where: { id: employeeId } }),
    }),
    figures: t.expose('figures', { type: AwardFiguresType, description: 'The figures of now.' }),
    citation: t.string({
      description: 'The sentence that a proposal would cite; in Indonesian.',
      resolve: ({ figures, periodKey }) => citationOf(figures, periodKey),
    }),
    isShown: t.boolean({
      description: 'The figures can ground a proposal; a fall against too few years may be chance (regression to the mean).',
      resolve: ({ figures }) => figures.basis === 'SCORE' || figures.baselineYears >= figures.neededYears,
    }),
  }),
})

const AwardFilter = builder.inputType('AwardFilter', {
  description: 'Which awards to list; conditions add up.',
  fields: (t) => ({
    periodKey: t.string({ description: 'Year, `2025`.' }),
    state: t.field({ type: AwardStateEnum, description: 'Where it stands.' }),
    basis: t.field({ type: AwardBasisEnum, description: 'What its figures are.' }),
    underUnitId: t.id({ description: 'In this unit or below it, as of the proposal.' }),
    search: t.string({ description: 'Part of the name or NIP, at most 100 characters.' }),
  }),
})

builder.queryFields((t) => ({
  award: t.prismaField({
    type: Award,
    description: 'One award by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(await db.award.findFirst({ ...query, where: { id: idOf('Award', id), AND: [visibleAwards(actor)] } })),
  }),
  awards: t.prismaConnection({
    type: Award,
    cursor: 'id',
    description: 'Awards that the caller may see, newest first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: AwardFilter, description: 'Which awards.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.award.count({ where: { AND: [awardWhere(filter), visibleAwards(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.award.findMany({
        ...withOffset(query, offset),
        where: { AND: [awardWhere(filter), visibleAwards(actor)] },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
  awardCandidates: t.field({
    type: [CandidateType],
    description: 'The first 25 candidates of a year, strongest first; compared with the whole city.',
    authScopes: { permission: 'recognition.manage' },
    extensions: { rows: 25 },
    args: {
      periodKey: t.arg.string({ required: true, description: 'Year, `2025`.' }),
      basis: t.arg({ type: AwardBasisEnum, required: true, description: 'By which figures.' }),
      underUnitId: t.arg.id({ description: 'Only this unit and those below it.' }),
    },
    resolve: async (_root, args, context) =>
      (await candidates(context, args)).map((one) => ({ ...one, periodKey: args.periodKey })),
  }),
}))

guardBy(
  'Award',
  ({ actor }) => visibleAwards(actor),
  (db, where) => db.award.findMany({ where, select: { id: true } }),
)
