import { Action, namedVerdicts } from '../../actions.ts'
import { BehaviourValueEnum } from '../../appraisals/graphql/enums.ts'
import { builder, type InputFields } from '../../builder.ts'
import type { FeedbackGroup } from '../../generated/prisma/client.ts'
import { encodeId, idOf, notFound, offsetArg, withOffset } from '../../list.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { quarterKeys } from '../../quarter-keys.ts'
import { changeFeedback, counterFeedback, giveFeedback } from '../commands/feedback.ts'
import { counterUnnamedFeedback, handInFeedback } from '../commands/unnamed-feedback.ts'
import { feedbackActions } from '../policy.ts'
import {
  type FeedbackRatee,
  type FeedbackTally,
  feedbackPair,
  feedbackRatees,
  feedbackTally,
  visibleFeedback,
  writtenBy,
} from '../queries/feedback.ts'
import { feedbackGroup, isNamed } from '../rules/feedback.ts'
import { FeedbackGroupEnum, FeedbackToneEnum } from './enums.ts'

const Feedback = builder.prismaObject('Feedback', {
  description:
    'Umpan balik berkelanjutan. Read by the person whom it is about, and by the leader who wrote it; an unnamed one has no author anywhere.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('Feedback', id) }),
    group: t.expose('group', { type: FeedbackGroupEnum, description: 'As what it was given.' }),
    tone: t.expose('tone', { type: FeedbackToneEnum, description: 'Good, or to be mended.' }),
    value: t.expose('value', { type: BehaviourValueEnum, nullable: true, description: 'The value that it is tied to.' }),
    rhkId: t.id({
      nullable: true,
      description: 'Global id of the planned result that it is tied to.',
      select: { rhkId: true },
      resolve: ({ rhkId }) => (rhkId === null ? null : encodeId('Rhk', rhkId)),
    }),
    resultTitle: t.string({
      nullable: true,
      description: 'The planned result that it is tied to.',
      select: { rhk: { select: { title: true } } },
      resolve: ({ rhk }) => rhk?.title ?? null,
    }),
    text: t.exposeString('text', { description: 'What it says.' }),
    evidenceUrl: t.exposeString('evidenceUrl', { nullable: true, description: 'Address of evidence.' }),
    givenOn: t.expose('givenOn', { type: 'Date', description: 'Day; nothing finer is kept of an unnamed one.' }),
    periodKey: t.exposeString('periodKey', { description: 'Quarter that it counts in.' }),
    employee: t.relation('employee', { description: 'The person whom it is about.' }),
    author: t.relation('author', { nullable: true, description: 'The leader who gave it; empty for everybody else.' }),
    counterOfId: t.id({
      nullable: true,
      description: 'Global id of the entry that it corrects.',
      select: { counterOfId: true },
      resolve: ({ counterOfId }) => (counterOfId === null ? null : encodeId('Feedback', counterOfId)),
    }),
    actions: t.field({
      type: [Action],
      description: 'CHANGE_FEEDBACK (24 hours) and COUNTER_FEEDBACK, and whether the caller may do them now.',
      select: { authorId: true, createdAt: true },
      resolve: (feedback, _args, { actor, now }) => namedVerdicts(feedbackActions(actor, feedback, now)),
    }),
  }),
})

const FeedbackTallyType = builder.objectRef<FeedbackTally>('FeedbackTally').implement({
  description: 'How many entries of one tone a group gave in a quarter. Groups with too few contributors do not appear.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    periodKey: t.exposeString('periodKey', { description: 'Quarter.' }),
    group: t.expose('group', { type: FeedbackGroupEnum, description: 'As what they were given.' }),
    tone: t.expose('tone', { type: FeedbackToneEnum, description: 'Tone.' }),
    entries: t.exposeInt('entries', { description: 'Entries.' }),
  }),
})

builder.prismaObjectField(Employee, 'feedback', (t) =>
  t.relatedConnection('feedbackReceived', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('appraisals'),
    description:
      'Feedback about this person that the caller may read: all that is shown of the own, and what the caller gave. Newest day first.',
    query: (_args, { actor }) => ({ where: visibleFeedback(actor), orderBy: [{ givenOn: 'desc' }, { id: 'desc' }] }),
  }),
)

builder.prismaObjectField(Employee, 'feedbackTally', (t) =>
  t.field({
    type: [FeedbackTallyType],
    nullable: true,
    authScopes: guarded('appraisals'),
    description: 'Entries by quarter, group and tone, without groups below `anonymityMinRaters` contributors (LOCAL).',
    select: { id: true },
    resolve: async ({ id }, _args, context) => [...(await feedbackTally(context, id))],
  }),
)

const FeedbackRateeType = builder.objectRef<FeedbackRatee>('FeedbackRatee').implement({
  description: 'Somebody to whom the caller may give feedback, and as what.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    employeeId: t.id({ description: 'Global id.', resolve: ({ employeeId }) => encodeId('Employee', employeeId) }),
    name: t.exposeString('name', { description: 'Name with titles.' }),
    positionTitle: t.exposeString('positionTitle', { description: 'Present position.' }),
    group: t.expose('group', { type: FeedbackGroupEnum, description: 'As what the caller speaks.' }),
    isNamed: t.boolean({ description: 'The ratee reads who wrote it.', resolve: ({ group }) => isNamed(group) }),
  }),
})

builder.queryField('feedbackRatees', (t) =>
  t.field({
    type: [FeedbackRateeType],
    description: 'The people around the caller: leader, subordinates and colleagues, by name, at most 200.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, context) => feedbackRatees(context),
  }),
)

builder.queryField('feedbackWritten', (t) =>
  t.prismaConnection({
    type: Feedback,
    cursor: 'id',
    description:
      'What the caller wrote under their name, newest first. Unnamed feedback is kept without its author, so it appears nowhere.',
    authScopes: { signedIn: true },
    args: { offset: offsetArg(t) },
    totalCount: (_root, _args, { db, actor }) => db.feedback.count({ where: writtenBy(actor) }),
    resolve: (query, _root, { offset }, { db, actor }) =>
      db.feedback.findMany({
        ...withOffset(query, offset),
        where: writtenBy(actor),
        orderBy: [{ givenOn: 'desc' }, { id: 'desc' }],
      }),
  }),
)

type Receipt = { readonly group: FeedbackGroup; readonly receipt: string | null }

const FeedbackReceipt = builder.objectRef<Receipt>('FeedbackReceipt').implement({
  description:
    'That a feedback was taken. An unnamed one can be read by the ratee from the next day on, when its group is large enough.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    group: t.expose('group', { type: FeedbackGroupEnum, description: 'As what it was given.' }),
    receipt: t.exposeString('receipt', {
      nullable: true,
      description: 'Of an unnamed feedback: the secret that alone allows its author to correct it. Shown once, kept nowhere.',
    }),
  }),
})

/** What a feedback says, and to what it is tied. */
function content(t: InputFields) {
  return {
    tone: t.field({ type: FeedbackToneEnum, required: true, description: 'Good, or to be mended.' }),
    rhkId: t.id({ description: 'Global id of a planned result of that person.' }),
    value: t.field({ type: BehaviourValueEnum, description: 'One of the seven values.' }),
    text: t.string({ required: true, description: 'What happened, 3 to 1,000 characters.' }),
    evidenceUrl: t.string({ description: 'Address of evidence, http or https, at most 500 characters.' }),
  }
}

const GiveFeedbackInput = builder.inputType('GiveFeedbackInput', {
  description: 'Feedback about somebody, tied to one planned result or one value.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Global id of the person whom it is about.' }),
    ...content(t),
  }),
})

const ChangeFeedbackInput = builder.inputType('ChangeFeedbackInput', {
  description: 'The whole of a leader’s feedback, mended within 24 hours.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the feedback.' }),
    ...content(t),
  }),
})

const CounterFeedbackInput = builder.inputType('CounterFeedbackInput', {
  description: 'An entry that corrects an earlier one: named by its id, unnamed by its receipt.',
  fields: (t) => ({
    id: t.id({ description: 'Global id of an own feedback as a leader.' }),
    receipt: t.string({ description: 'Receipt of an unnamed feedback, 43 characters.' }),
    tone: t.field({ type: FeedbackToneEnum, required: true, description: 'Good, or to be mended.' }),
    text: t.string({ required: true, description: 'The correction, 3 to 1,000 characters.' }),
  }),
})

builder.mutationFields((t) => ({
  giveFeedback: t.field({
    type: FeedbackReceipt,
    description:
      'Gives feedback: of a leader under their name, of everybody else unnamed, so that nothing stored tells who it was. SELF_APPRAISAL about oneself.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: GiveFeedbackInput, required: true, description: 'The feedback.' }) },
    resolve: async (_root, { input }, { database, db, actor, now, execute }): Promise<Receipt> => {
      const pair = await feedbackPair(db, actor, idOf('Employee', input.employeeId))
      if (!pair) throw notFound()
      if (feedbackGroup(pair) !== 'PIMPINAN') return handInFeedback(database, quarterKeys(), input, { actor, now })
      await execute(giveFeedback, input)
      return { group: 'PIMPINAN', receipt: null }
    },
  }),
  changeFeedback: t.prismaField({
    type: Feedback,
    description: 'Mends a leader’s feedback by its author within 24 hours; WRONG_STATE later.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ChangeFeedbackInput, required: true, description: 'The feedback.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.feedback.findUniqueOrThrow({ ...query, where: { id: await execute(changeFeedback, input) } }),
  }),
  counterFeedback: t.field({
    type: FeedbackReceipt,
    description:
      'Corrects a feedback by its author with an entry beside it: by the id of a named one, by the receipt of an unnamed one.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: CounterFeedbackInput, required: true, description: 'The correction.' }) },
    resolve: async (_root, { input: { id, receipt, ...content } }, { database, actor, now, execute }): Promise<Receipt> => {
      if (receipt) return counterUnnamedFeedback(database, quarterKeys(), { ...content, receipt }, { actor, now })
      await execute(counterFeedback, { ...content, id: id ?? '' })
      return { group: 'PIMPINAN', receipt: null }
    },
  }),
}))
