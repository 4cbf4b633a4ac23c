import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { can } from '../../identity/policy.ts'
import { say } from '../../language.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { exact, roundHalfUp } from '../../math.ts'
import { EmploymentTypeEnum, PositionKindEnum } from '../../organization/graphql/enums.ts'
import { holds } from '../policy/guards.ts'
import { programmeActions } from '../policy/programmes.ts'
import { signInClosesAt, signInOpensAt } from '../policy/sign-in.ts'
import { programmeFacts } from '../queries/programme-facts.ts'
import { type ProgrammeFigures, programmeFigures, screenOf } from '../queries/programme-figures.ts'
import { programmeWhere, visibleParticipants, visibleProgrammes } from '../queries.ts'
import { developmentForms } from '../rules/forms.ts'
import type { ScreenGroup } from '../rules/four-fifths.ts'
import type { LearningGain } from '../rules/learning-gain.ts'
import { EvaluationDesignEnum, ParticipantStateEnum, ProgrammeModeEnum, ProgrammeStateEnum } from './enums.ts'

export const Session = builder.prismaNode('ProgrammeSession', {
  id: { field: 'id' },
  description: 'One session of a programme, with its sign-in sheet.',
  authScopes: (_row, { actor }) => actor.kind === 'USER' || can(actor, 'pembinaan.read'),
  runScopesOnType: true,
  select: { id: true, programmeId: true, startsAt: true, endsAt: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place in the programme, from 1.' }),
    title: t.exposeString('title', { description: 'What it is about.' }),
    startsAt: t.expose('startsAt', { type: 'DateTime', description: 'Begin.' }),
    endsAt: t.expose('endsAt', { type: 'DateTime', description: 'End.' }),
    place: t.exposeString('place', { nullable: true, description: 'Room or address.' }),
    signInOpensAt: t.field({
      type: 'DateTime',
      description: 'From when on the sheet can be signed (LOCAL).',
      resolve: signInOpensAt,
    }),
    signInClosesAt: t.field({
      type: 'DateTime',
      description: 'Until when the sheet can be signed (LOCAL).',
      resolve: signInClosesAt,
    }),
    code: t.exposeString('code', {
      nullable: true,
      authScopes: async ({ programmeId }, _args, context) => {
        const facts = await programmeFacts(context, programmeId)
        return facts !== null && holds(context.actor, 'pembinaan.manage', facts.underUnitIds) === true
      },
      description: 'What the QR code of the sheet carries; for those who hold the programme.',
    }),
    present: t.int({
      description: 'How many signed.',
      select: { _count: { select: { attendances: true } } },
      resolve: ({ _count }) => _count.attendances,
    }),
  }),
})

const Material = builder.prismaObject('ProgrammeMaterial', {
  description: 'A link to what is taught with.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What it is.' }),
    url: t.exposeString('url', { description: 'Address.' }),
  }),
})

const StateCount = builder.objectRef<ProgrammeFigures['states'][number]>('ParticipantStateCount').implement({
  description: 'How many people stand where in a programme.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: ParticipantStateEnum, description: 'Where.' }),
    people: t.exposeInt('people', { description: 'How many.' }),
  }),
})

const Gain = builder.objectRef<LearningGain>('LearningGain').implement({
  description: 'Kirkpatrick level 2: normalised gain of those with both scores (domain D8).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    n: t.exposeInt('n', { description: 'People with both scores.' }),
    undefinedCount: t.int({ description: 'People with the full score before.', resolve: (gain) => gain.undefined }),
    meanGain: t.exposeFloat('meanGain', { nullable: true, description: 'Mean gain, 4 decimals; empty without anybody.' }),
  }),
})

const ScreenAspectEnum = builder.enumType('ScreenAspect', {
  description: 'What the groups of a screen have in common.',
  values: {
    SEX: { description: 'Sex.' },
    EMPLOYMENT_TYPE: { description: 'Employment status.' },
    GOLONGAN: { description: 'Golongan.' },
    UNIT: { description: 'Unit.' },
  },
})

const Screen = builder.objectRef<ScreenGroup>('SelectionScreen').implement({
  description: 'Four-fifths screen of a selection (LOCAL): it asks a question, it decides nothing.',
  authScopes: { permission: 'pembinaan.read' },
  fields: (t) => ({
    aspect: t.expose('aspect', { type: ScreenAspectEnum, description: 'What the group has in common.' }),
    group: t.exposeString('group', { description: 'Which group.' }),
    candidates: t.exposeInt('candidates', { description: 'Candidates of the group.' }),
    selected: t.exposeInt('selected', { description: 'Of them those who were chosen.' }),
    ratePct: t.exposeFloat('ratePct', { description: 'Per cent, 2 decimals.' }),
    isFlagged: t.exposeBoolean('isFlagged', {
      description: 'Chosen less than four fifths as often as the group chosen most, with at least ten candidates.',
    }),
  }),
})

export const Programme = builder.prismaNode('PembinaanProgramme', {
  id: { field: 'id' },
  description: 'A training or another form of development, offered once (PerLAN 10/2018).',
  authScopes: (_row, { actor }) => actor.kind === 'USER' || can(actor, 'pembinaan.read'),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the programme.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    formId: t.exposeInt('formId', { description: 'Form of development with the number of SIASN, 1 to 25.' }),
    formName: t.string({
      description: 'Its name in the language of the caller.',
      select: { formId: true },
      resolve: ({ formId }, _args, { language }) => {
        const form = developmentForms.find(({ id }) => id === formId)
        return form ? say(form.name, language) : String(formId)
      },
    }),
    provider: t.exposeString('provider', { description: 'Who holds it.' }),
    mode: t.expose('mode', { type: ProgrammeModeEnum, description: 'Where it takes place.' }),
    place: t.exposeString('place', { nullable: true, description: 'Place.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Last day.' }),
    capacity: t.exposeInt('capacity', { nullable: true, description: 'Most people; empty for no bound.' }),
    jp: t.expose('jp', { type: 'Decimal', nullable: true, description: 'Hours on the certificate (1 JP = 45 minutes).' }),
    budget: t.expose('budget', { type: 'Decimal', nullable: true, description: 'Budget, rupiah.' }),
    ceiling: t.expose('ceiling', { type: 'Decimal', nullable: true, description: 'Pagu, rupiah.' }),
    state: t.expose('state', { type: ProgrammeStateEnum, description: 'State.' }),
    stateReason: t.exposeString('stateReason', { nullable: true, description: 'Why it was called off.' }),
    targetGroup: t.exposeString('targetGroup', { nullable: true, description: 'Whom it is meant for, in words.' }),
    design: t.expose('design', {
      type: EvaluationDesignEnum,
      nullable: true,
      description: 'Evaluation design, chosen before it starts.',
    }),
    selectionRule: t.exposeString('selectionRule', { nullable: true, description: 'How people are chosen, in words.' }),
    eligibleKinds: t.expose('eligibleKinds', {
      type: [PositionKindEnum],
      description: 'Kinds of position that may take part; empty for all.',
    }),
    eligibleTypes: t.expose('eligibleTypes', {
      type: [EmploymentTypeEnum],
      description: 'Employment status that may take part; empty for all.',
    }),
    revision: t.exposeInt('revision', { description: 'Counts each change; every command names the number that it read.' }),
    unit: t.relation('unit', { description: 'The unit that proposed it.' }),
    primaryIndicator: t.relation('primaryIndicator', { nullable: true, description: 'The outcome that it shall move.' }),
    sessions: t.relation('sessions', { description: 'Its sessions, in order.', query: { orderBy: { number: 'asc' }, take: 60 } }),
    materials: t.field({
      type: [Material],
      description: 'Links to what is taught with.',
      select: { materials: { orderBy: { createdAt: 'asc' }, take: 50 } },
      resolve: ({ materials }) => materials,
    }),
    participants: t.relatedConnection('participants', {
      cursor: 'id',
      totalCount: true,
      description: 'Participants whom the caller may see, in the order of arrival.',
      query: (_args, { actor }) => ({ where: visibleParticipants(actor), orderBy: [{ ordinal: 'asc' }, { id: 'asc' }] }),
    }),
    states: t.field({
      type: [StateCount],
      description: 'How many people stand where.',
      extensions: { rows: 9 },
      resolve: async ({ id }, _args, context) => (await programmeFigures(context, id)).states,
    }),
    learningGain: t.field({
      type: Gain,
      description: 'What was learnt, by the tests before and after.',
      resolve: async ({ id }, _args, context) => (await programmeFigures(context, id)).gain,
    }),
    countedJp: t.float({
      description: 'Hours that count, of all participants together.',
      resolve: async ({ id }, _args, context) => (await programmeFigures(context, id)).countedJp,
    }),
    costPerJp: t.float({
      nullable: true,
      description: 'Rupiah for each hour of one person that counts, 2 decimals; empty without a budget or hours.',
      select: { budget: true },
      resolve: async ({ id, budget }, _args, context) => {
        const { countedJp } = await programmeFigures(context, id)
        return budget === null || countedJp === 0 ? null : roundHalfUp(exact(budget.toFixed()).div(countedJp), 2)
      },
    }),
    screen: t.field({
      type: [Screen],
      nullable: true,
      authScopes: { permission: 'pembinaan.read' },
      description: 'Four-fifths screen of its selection.',
      extensions: { rows: 60 },
      resolve: ({ id }, _args, context) => screenOf(context, id),
    }),
    actions: t.field({
      type: [Action],
      description:
        'OPEN_REGISTRATION, LOCK_SELECTION, START_PROGRAMME and the other steps, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, context) =>
        namedVerdicts(programmeActions(context.actor, found(await programmeFacts(context, id)), context.now)),
    }),
  }),
})

const ProgrammeFilterInput = builder.inputType('PembinaanProgrammeFilter', {
  description: 'Which programmes to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name or code, at most 100 characters.' }),
    state: t.field({ type: ProgrammeStateEnum, description: 'In this state.' }),
    year: t.int({ description: 'Starting in this year.' }),
    formId: t.int({ description: 'Of this form, 1 to 25.' }),
    planId: t.id({ description: 'Of this plan.' }),
  }),
})

const ProgrammeOrder = builder.enumType('PembinaanProgrammeOrder', {
  description: 'Order of a list of programmes.',
  values: {
    STARTS_DESC: { description: 'Latest first.' },
    STARTS_ASC: { description: 'Earliest first.' },
    NAME_ASC: { description: 'By name.' },
  },
})

const orders = {
  STARTS_DESC: [{ startsOn: 'desc' }, { id: 'desc' }],
  STARTS_ASC: [{ startsOn: 'asc' }, { id: 'asc' }],
  NAME_ASC: [{ name: 'asc' }, { id: 'asc' }],
} as const satisfies Record<typeof ProgrammeOrder.$inferType, readonly Prisma.PembinaanProgrammeOrderByWithRelationInput[]>

builder.queryFields((t) => ({
  pembinaanProgramme: t.prismaField({
    type: Programme,
    description: 'One programme; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(
        await db.pembinaanProgramme.findFirst({
          ...query,
          where: { id: idOf('PembinaanProgramme', id), AND: [visibleProgrammes(actor)] },
        }),
      ),
  }),
  pembinaanProgrammes: t.prismaConnection({
    type: Programme,
    cursor: 'id',
    description: 'Programmes.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: ProgrammeFilterInput, description: 'Which programmes.' }),
      orderBy: t.arg({ type: ProgrammeOrder, defaultValue: 'STARTS_DESC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.pembinaanProgramme.count({ where: { AND: [visibleProgrammes(actor), programmeWhere(filter)] } }),
    resolve: (query, _root, { filter, orderBy, offset }, { db, actor }) =>
      db.pembinaanProgramme.findMany({
        ...withOffset(query, offset),
        where: { AND: [visibleProgrammes(actor), programmeWhere(filter)] },
        orderBy: [...orders[orderBy ?? 'STARTS_DESC']],
      }),
  }),
}))

const FormType = builder.objectRef<(typeof developmentForms)[number]>('DevelopmentForm').implement({
  description: 'A form of development with the number of SIASN (jenisDiklat).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    formId: t.int({ description: 'Number, 1 to 25.', resolve: ({ id }) => id }),
    name: t.string({
      description: 'Name in the language of the caller.',
      resolve: ({ name }, _args, { language }) => say(name, language),
    }),
    isClassroom: t.exposeBoolean('isClassroom', { description: 'Klasikal (annex of PerLAN 10/2018).' }),
  }),
})

builder.queryField('developmentForms', (t) =>
  t.field({
    type: [FormType],
    description: 'All forms of development.',
    authScopes: { signedIn: true },
    extensions: { rows: 25 },
    resolve: () => developmentForms,
  }),
)
