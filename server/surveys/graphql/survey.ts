import { Action, namedVerdicts } from '../../actions.ts'
import { Realisation } from '../../appraisals/graphql/measurement.ts'
import { visibleRealisations } from '../../appraisals/queries.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { underUnits } from '../../organization/queries.ts'
import { mayFinishFollowUp, mayPlanFollowUp, surveyVerdicts } from '../policy.ts'
import { factsFor, requireInside, shownLive, shownResult, type Turnout, turnoutOf } from '../queries/shown.ts'
import { surveysInside as insideOf, visibleSurveys } from '../queries.ts'
import type { SurveyResult } from '../rules/result.ts'
import { sampleSize } from '../rules/sample-size.ts'
import { CommentStateEnum, FindingKindEnum, SurveyAccessEnum, SurveyStateEnum } from './enums.ts'
import { SurveyResultType } from './result.ts'

const SurveyQuestion = builder.prismaObject('SurveyQuestion', {
  description: 'A question of a survey, answered 1 to 4.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'U1 to U9 for an unsur of PermenPANRB 14/2017; T1 to T9 for an own question, which the index leaves out.',
    }),
    textId: t.exposeString('textId', { description: 'The question in Indonesian.' }),
    textEn: t.exposeString('textEn', { description: 'The question in English.' }),
  }),
})

const SurveySnapshot = builder.prismaObject('SurveySnapshot', {
  description: 'The official result of a survey, frozen when it was closed first; immutable.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    respondents: t.exposeInt('respondents', { description: 'Counted answers.' }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When it was taken.' }),
    contentHash: t.exposeString('contentHash', { description: 'SHA-256 over the result.' }),
    result: t.field({
      type: SurveyResultType,
      nullable: true,
      select: { content: true },
      description: 'The result; empty where fewer than `kInternal` people answered (domain E4, LOCAL).',
      resolve: ({ content }, _args, context) => shownResult(context, (content as unknown as { result: SurveyResult }).result),
    }),
    survey: t.relation('survey', { description: 'The survey.' }),
    realisation: t.prismaField({
      type: Realisation,
      nullable: true,
      select: { realisationId: true },
      description: "The verified measurement of the unit's indicator that was written from it; empty for who may not see that.",
      resolve: (query, { realisationId }, _args, { db, actor, now }) =>
        realisationId === null
          ? null
          : db.realisation.findFirst({ ...query, where: { id: realisationId, AND: [visibleRealisations(actor, now)] } }),
    }),
    realisationRefusal: t.string({
      nullable: true,
      select: { content: true },
      description: 'Code of the reason why no measurement was written, such as PERIOD_CLOSED.',
      resolve: ({ content }) =>
        (content as unknown as { realisation: { refusal: string | null } | null }).realisation?.refusal ?? null,
    }),
  }),
})

builder.prismaObjectFields(Realisation, (t) => ({
  surveySnapshot: t.relation('surveySnapshot', {
    type: SurveySnapshot,
    nullable: true,
    description: 'The official result of the survey that this index comes from; empty for any other measurement.',
  }),
}))

const SurveyComment = builder.prismaObject('SurveyComment', {
  description: 'What a citizen wrote; it belongs to no answer. Numbers that name a person are masked.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('SurveyComment', id) }),
    text: t.exposeString('text', { description: 'The text.' }),
    isMasked: t.exposeBoolean('isMasked', { description: 'Something in it was masked.' }),
    state: t.expose('state', { type: CommentStateEnum, description: 'Where it stands.' }),
  }),
})

const SurveyFinding = builder.prismaObject('SurveyFinding', {
  description: 'What the check of integrity found.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: FindingKindEnum, description: 'What it is.' }),
    responses: t.exposeInt('responses', { description: 'Answers concerned.' }),
  }),
})

export const SurveyFollowUp = builder.prismaObject('SurveyFollowUp', {
  description: 'What is done about one question, by whom and until when.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('SurveyFollowUp', id) }),
    code: t.exposeString('code', { description: 'The question.' }),
    action: t.exposeString('action', { description: 'What is done.' }),
    owner: t.relation('owner', { nullable: true, description: 'By whom; empty for somebody whom the caller may not see.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Until when.' }),
    doneOn: t.expose('doneOn', { type: 'Date', nullable: true, description: 'When it was done.' }),
    outcome: t.exposeString('outcome', { nullable: true, description: 'What was done.' }),
    proofUrl: t.exposeString('proofUrl', { nullable: true, description: 'Where it can be seen.' }),
    revision: t.exposeInt('revision', { description: 'Counts each change.' }),
    actions: t.field({
      type: [Action],
      select: { ownerId: true, doneOn: true, revision: true, surveyId: true },
      description: 'FINISH, with the reason where it is not possible now.',
      resolve: async ({ ownerId, doneOn, revision, surveyId }, _args, context) => {
        const { underUnitIds } = await factsFor(context, surveyId)
        return namedVerdicts({ FINISH: mayFinishFollowUp(context.actor, { ownerId, doneOn, revision, underUnitIds }) })
      },
    }),
  }),
})

const TurnoutType = builder.objectRef<Turnout>('SurveyTurnout').implement({
  description: 'How many answered.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    issued: t.exposeInt('issued', { description: 'Tickets handed out, used forms of an open survey among them.' }),
    used: t.exposeInt('used', { description: 'Tickets that were used.' }),
    waiting: t.exposeInt('waiting', { description: 'Answers that wait under seal to be counted together.' }),
    counted: t.exposeInt('counted', { description: 'Counted answers.' }),
  }),
})

export const Survey = builder.prismaNode('Survey', {
  id: { field: 'id' },
  description:
    'A survey of satisfaction of one service unit in one period. Settled ones exist for whoever is signed in; drafts and running ones for those who manage surveys.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    unit: t.relation('unit', { description: 'The service unit.' }),
    period: t.relation('period', { description: 'The period.' }),
    title: t.exposeString('title', { description: 'Title.' }),
    state: t.expose('state', { type: SurveyStateEnum, description: 'Where it stands.' }),
    access: t.expose('access', { type: SurveyAccessEnum, description: 'Who may answer.' }),
    population: t.exposeInt('population', { nullable: true, description: 'People served in the period.' }),
    sampleSize: t.int({
      nullable: true,
      select: { population: true },
      description: 'Respondents needed for that population (F9).',
      resolve: ({ population }) => (population === null ? null : sampleSize(population)),
    }),
    indicator: t.relation('indicator', {
      nullable: true,
      description: 'The indicator of the unit that the closing gives a measurement.',
    }),
    opensOn: t.expose('opensOn', { type: 'Date', description: 'First day.' }),
    closesOn: t.expose('closesOn', { type: 'Date', description: 'Last day.' }),
    openCode: t.exposeString('openCode', {
      nullable: true,
      description: 'Code of the address of an open survey, for its posters.',
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed last.' }),
    revision: t.exposeInt('revision', { description: 'Counts each change.' }),
    questions: t.relation('questions', {
      type: SurveyQuestion,
      query: { orderBy: { number: 'asc' } },
      description: 'Questions in their order, at most 18.',
    }),
    official: t.relation('snapshot', {
      type: SurveySnapshot,
      nullable: true,
      description: 'The official result; it stays when the survey is opened again.',
    }),
    live: t.field({
      type: SurveyResultType,
      nullable: true,
      extensions: { rows: 200 },
      select: { id: true },
      description:
        'What the counted answers say now; FORBIDDEN from outside, empty where fewer than `kInternal` people answered.',
      resolve: ({ id }, _args, context) => shownLive(context, id),
    }),
    turnout: t.field({
      type: TurnoutType,
      nullable: true,
      select: { id: true },
      description: 'How many answered; FORBIDDEN from outside.',
      resolve: ({ id }, _args, context) => turnoutOf(context, id),
    }),
    findings: t.field({
      type: [SurveyFinding],
      nullable: true,
      select: { id: true },
      description: 'What the check of integrity found, the largest first, at most 100; FORBIDDEN from outside.',
      resolve: async ({ id }, _args, context) => {
        await requireInside(context, id)
        return context.db.surveyFinding.findMany({ where: { surveyId: id }, orderBy: { responses: 'desc' }, take: 100 })
      },
    }),
    comments: t.relatedConnection('comments', {
      type: SurveyComment,
      cursor: 'id',
      totalCount: true,
      description: 'Comments in no order; only released ones for whoever does not manage surveys.',
      query: (_args, { actor }) => ({
        where: { OR: [{ state: 'RELEASED' as const }, { survey: insideOf(actor) }] },
        orderBy: { id: 'asc' as const },
      }),
    }),
    followUps: t.relatedConnection('followUps', {
      type: SurveyFollowUp,
      cursor: 'id',
      totalCount: true,
      description: 'What follows, the nearest day first.',
      query: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] },
    }),
    actions: t.field({
      type: [Action],
      select: { id: true },
      description:
        'EDIT, ACTIVATE, ISSUE_TICKETS, CLOSE, REOPEN, PUBLISH and PLAN_FOLLOW_UP, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, context) => {
        const facts = await factsFor(context, id)
        const PLAN_FOLLOW_UP = mayPlanFollowUp(context.actor, facts)
        return namedVerdicts({ ...surveyVerdicts(context.actor, facts, context.now), PLAN_FOLLOW_UP })
      },
    }),
  }),
})

const SurveyFilter = builder.inputType('SurveyFilter', {
  description: 'Which surveys to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the title or of the name of the unit, at most 100 characters.' }),
    state: t.field({ type: SurveyStateEnum, description: 'Where it stands.' }),
    periodKey: t.string({ description: 'Period, such as `2025` or `2025-TW4`.' }),
    unitId: t.id({ description: 'Unit with everything below it.' }),
  }),
})

function listed(filter: typeof SurveyFilter.$inferInput | null | undefined, { actor }: Context) {
  const { search, state, periodKey, unitId } = filter ?? {}
  const text = search ? { contains: search.slice(0, 100), mode: 'insensitive' as const } : null
  return {
    AND: [
      visibleSurveys(actor),
      text ? { OR: [{ title: text }, { unit: { name: text } }] } : {},
      state ? { state } : {},
      periodKey ? { period: { key: periodKey } } : {},
      unitId ? underUnits([idOf('Unit', unitId)]) : {},
    ],
  }
}

builder.queryFields((t) => ({
  survey: t.prismaField({
    type: Survey,
    description: 'One survey by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(await db.survey.findFirst({ ...query, where: { id: idOf('Survey', id), AND: [visibleSurveys(actor)] } })),
  }),
  surveys: t.prismaConnection({
    type: Survey,
    cursor: 'id',
    description: 'Surveys that the caller may see, those that end last first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: SurveyFilter, description: 'Which surveys.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, context) => context.db.survey.count({ where: listed(filter, context) }),
    resolve: (query, _root, { filter, offset }, context) =>
      context.db.survey.findMany({
        ...withOffset(query, offset),
        where: listed(filter, context),
        orderBy: [{ closesOn: 'desc' }, { id: 'asc' }],
      }),
  }),
}))

guardBy(
  'Survey',
  ({ actor }) => visibleSurveys(actor),
  (db, where) => db.survey.findMany({ where, select: { id: true } }),
)
