import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { offsetArg, withOffset } from '../../list.ts'
import {
  addCoachingNote,
  confirmCoachingSession,
  endCoaching,
  recordCoachingSession,
  startCoaching,
} from '../commands/coaching.ts'
import { coachingActions, isOneOfTwo } from '../policy/coaching.ts'
import { seesCoaching, visibleCoachings } from '../queries.ts'
import { CoachingKindEnum, CoachingOutcomeEnum, CoachingStateEnum } from './enums.ts'

builder.prismaObject('CoachingNote', {
  description: 'What was said or agreed: for the two people alone (domain TA2).',
  select: { relation: { select: { coachId: true, employeeId: true } } },
  authScopes: ({ relation }, { actor }) => isOneOfTwo(actor, relation),
  runScopesOnType: true,
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words.' }),
    authorName: t.string({
      description: 'Who wrote it.',
      select: { author: { select: { name: true } } },
      resolve: ({ author }) => author.name,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When.' }),
  }),
})

builder.prismaNode('CoachingSession', {
  id: { field: 'id' },
  description: 'That two people met.',
  authScopes: ({ relationId }, context) => seesCoaching(context, relationId),
  runScopesOnType: true,
  select: { id: true, relationId: true },
  fields: (t) => ({
    heldOn: t.expose('heldOn', { type: 'Date', description: 'Day.' }),
    minutes: t.exposeInt('minutes', { description: 'How long.' }),
    isConfirmed: t.exposeBoolean('isConfirmed', { description: 'The employee agreed that it took place.' }),
  }),
})

const Coaching = builder.prismaNode('CoachingRelation', {
  id: { field: 'id' },
  description:
    'Bimbingan, coaching, mentoring or konseling: others see that it takes place and its outcome, never what was said.',
  authScopes: ({ id }, context) => seesCoaching(context, id),
  runScopesOnType: true,
  select: { id: true, coachId: true, employeeId: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: CoachingKindEnum, description: 'Kind.' }),
    coachName: t.string({
      description: 'Who coaches.',
      select: { coach: { select: { name: true } } },
      resolve: ({ coach }) => coach.name,
    }),
    employeeName: t.string({
      description: 'Who is coached.',
      select: { employee: { select: { name: true } } },
      resolve: ({ employee }) => employee.name,
    }),
    state: t.expose('state', { type: CoachingStateEnum, description: 'State.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', nullable: true, description: 'Last day.' }),
    outcome: t.expose('outcome', { type: CoachingOutcomeEnum, nullable: true, description: 'Outcome.' }),
    revision: t.exposeInt('revision', { description: 'Counts each change; every command names the number that it read.' }),
    sessions: t.relatedConnection('sessions', {
      cursor: 'id',
      totalCount: true,
      description: 'Meetings, newest first.',
      query: { orderBy: [{ heldOn: 'desc' }, { id: 'desc' }] },
    }),
    notes: t.relatedConnection('notes', {
      cursor: 'id',
      totalCount: true,
      nullable: true,
      authScopes: (relation, _args, { actor }) => isOneOfTwo(actor, relation),
      description: 'Confidential notes, newest first; FORBIDDEN to everybody but the two.',
      query: { orderBy: { id: 'desc' } },
    }),
    actions: t.field({
      type: [Action],
      description: 'RECORD_SESSION, ADD_NOTE, CONFIRM_SESSION and END, with the reason where one is not possible now.',
      select: { state: true, revision: true },
      resolve: (row, _args, { actor }) => namedVerdicts(coachingActions(actor, row)),
    }),
  }),
})

builder.queryField('coachings', (t) =>
  t.prismaConnection({
    type: Coaching,
    cursor: 'id',
    description: 'Relations that the caller may know of, newest first.',
    authScopes: { signedIn: true },
    args: { offset: offsetArg(t) },
    totalCount: (_root, _args, { db, actor }) => db.coachingRelation.count({ where: visibleCoachings(actor) }),
    resolve: (query, _root, { offset }, { db, actor }) =>
      db.coachingRelation.findMany({
        ...withOffset(query, offset),
        where: visibleCoachings(actor),
        orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
      }),
  }),
)

builder.mutationFields((t) => ({
  startCoaching: t.prismaField({
    type: Coaching,
    description: 'Begins a relation. The superior does, or whoever manages development there.',
    authScopes: { signedIn: true },
    args: {
      kind: t.arg({ type: CoachingKindEnum, required: true, description: 'Kind.' }),
      coachId: t.arg.id({ required: true, description: 'Global id of the coach.' }),
      employeeId: t.arg.id({ required: true, description: 'Global id of the coached employee.' }),
      startsOn: t.arg({ type: 'Date', required: true, description: 'First day.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.coachingRelation.findUniqueOrThrow({ ...query, where: { id: await execute(startCoaching, input) } }),
  }),
  recordCoachingSession: t.prismaField({
    type: Coaching,
    description: 'The coach records a meeting; the employee is asked to agree.',
    authScopes: { signedIn: true },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the relation.' }),
      revision: t.arg.int({ required: true, description: 'Revision that was read.' }),
      heldOn: t.arg({ type: 'Date', required: true, description: 'Day.' }),
      minutes: t.arg.int({ required: true, description: 'How long, 5 to 600.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.coachingRelation.findUniqueOrThrow({ ...query, where: { id: await execute(recordCoachingSession, input) } }),
  }),
  confirmCoachingSession: t.prismaField({
    type: Coaching,
    description: 'The employee agrees that a meeting took place.',
    authScopes: { signedIn: true },
    args: { sessionId: t.arg.id({ required: true, description: 'Global id of the meeting.' }) },
    resolve: async (query, _root, input, { db, execute }) =>
      db.coachingRelation.findUniqueOrThrow({ ...query, where: { id: await execute(confirmCoachingSession, input) } }),
  }),
  addCoachingNote: t.prismaField({
    type: Coaching,
    description: 'One of the two writes down what was said; nobody else reads it.',
    authScopes: { signedIn: true },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the relation.' }),
      text: t.arg.string({ required: true, description: 'The words, at most 8,000 characters.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.coachingRelation.findUniqueOrThrow({ ...query, where: { id: await execute(addCoachingNote, input) } }),
  }),
  endCoaching: t.prismaField({
    type: Coaching,
    description: 'The coach ends the relation with its outcome.',
    authScopes: { signedIn: true },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the relation.' }),
      revision: t.arg.int({ required: true, description: 'Revision that was read.' }),
      outcome: t.arg({ type: CoachingOutcomeEnum, required: true, description: 'Outcome.' }),
      isStopped: t.arg.boolean({ required: true, description: 'Stopped before its time.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.coachingRelation.findUniqueOrThrow({ ...query, where: { id: await execute(endCoaching, input) } }),
  }),
}))
