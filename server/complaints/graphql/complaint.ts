import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { seesEmployee } from '../../organization/queries.ts'
import { complaintVerdicts, openStates } from '../policy.ts'
import { complaintCounts } from '../queries/counts.ts'
import { complaintFacts, seesComplaint } from '../queries/facts.ts'
import { complaintWhere, visibleComplaints } from '../queries.ts'
import {
  ComplaintCategoryEnum,
  ComplaintChannelEnum,
  ComplaintClassEnum,
  ComplaintExclusionEnum,
  ComplaintFindingEnum,
  ComplaintMessageKindEnum,
  ComplaintQueueEnum,
  ComplaintStateEnum,
} from './enums.ts'

const ComplaintMessage = builder.prismaObject('ComplaintMessage', {
  description: 'Words of the citizen or of an office in a complaint. The citizen is never named.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ComplaintMessageKindEnum, description: 'Who says what.' }),
    text: t.exposeString('text', { description: 'The words.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    authorName: t.string({
      nullable: true,
      description: 'The officer; empty for the citizen. The citizen does not read it.',
      select: { author: { select: { displayName: true } } },
      resolve: ({ author }) => author?.displayName ?? null,
    }),
  }),
})

export const Complaint = builder.prismaNode('Complaint', {
  id: { field: 'id' },
  description:
    'Pengaduan of a citizen. Exists for whoever holds `complaints.read` over the unit and for its handler; about a named official for inspectors alone.',
  authScopes: (complaint, context) => seesComplaint(context, complaint.id),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number of the office; the citizen knows a code instead.' }),
    state: t.expose('state', { type: ComplaintStateEnum, description: 'Where it stands.' }),
    queue: t.expose('queue', { type: ComplaintQueueEnum, description: 'Who works on it.' }),
    channel: t.expose('channel', { type: ComplaintChannelEnum, description: 'How it came in.' }),
    category: t.expose('category', { type: ComplaintCategoryEnum, description: 'What it is about.' }),
    class: t.expose('class', { type: ComplaintClassEnum, nullable: true, description: 'Class; empty until it is verified.' }),
    unit: t.relation('unit', { nullable: true, description: 'The unit that it is about; empty while nobody knows.' }),
    handler: t.field({
      type: Employee,
      nullable: true,
      description: 'Who answers it; empty before it is assigned, and for whoever may not see that employee.',
      select: (_args, _context, nested) => ({ handler: nested() }),
      resolve: async ({ handler }, _args, context) =>
        handler && (await seesEmployee(context, handler.id, 'visible')) ? handler : null,
    }),
    official: t.field({
      type: Employee,
      nullable: true,
      description: 'The official whom it names, once the inspectorate knows.',
      select: (_args, _context, nested) => ({ official: nested() }),
      resolve: async ({ official }, _args, context) =>
        official && (await seesEmployee(context, official.id, 'visible')) ? official : null,
    }),
    description: t.exposeString('description', { description: 'The words of the citizen.' }),
    links: t.exposeStringList('links', {
      description: 'Addresses that the citizen gave as proof, at most three; they may lead anywhere.',
    }),
    isAnonymous: t.exposeBoolean('isAnonymous', { description: 'Filed without a name. A name is kept apart and under seal.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came in.' }),
    verifyDueAt: t.expose('verifyDueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'By when it is to be verified (LOCAL, setting `complaintVerifyDays`).',
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'By when it is to be answered, in working days by class.',
    }),
    isOverdue: t.boolean({
      select: { state: true, dueAt: true, verifyDueAt: true },
      description: 'Past one of its times, and not answered.',
      resolve: ({ state, dueAt, verifyDueAt }, _args, { now }) =>
        (dueAt !== null && dueAt < now && (openStates as readonly string[]).includes(state)) ||
        (state === 'DITERIMA' && verifyDueAt !== null && verifyDueAt < now),
    }),
    resolvedAt: t.expose('resolvedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'First substantive answer: F15 counts to it.',
    }),
    reopenedAt: t.expose('reopenedAt', { type: 'DateTime', nullable: true, description: 'When it was opened again first.' }),
    reopenUntil: t.expose('reopenUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the citizen may open it again (LOCAL, setting `complaintReopenDays`).',
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    exclusion: t.expose('exclusion', { type: ComplaintExclusionEnum, nullable: true, description: 'Why it counts in no rate.' }),
    duplicateOf: t.string({
      nullable: true,
      description: 'Number of the complaint that it repeats; empty for one that the caller may not see.',
      select: { duplicateOfId: true },
      resolve: ({ duplicateOfId }, _args, { loaders, db, actor }) =>
        duplicateOfId === null
          ? null
          : loaders.load('complaint.original', duplicateOfId, async (ids) => {
              const rows = await db.complaint.findMany({
                where: { AND: [{ id: { in: [...ids] } }, visibleComplaints(actor)] },
                select: { id: true, number: true },
              })
              return ids.map((one) => rows.find(({ id }) => id === one)?.number ?? null)
            }),
    }),
    decisionReason: t.exposeString('decisionReason', {
      nullable: true,
      description: 'Why it was not pursued or was forwarded; the citizen reads it.',
    }),
    forwardedTo: t.exposeString('forwardedTo', { nullable: true, description: 'The agency that it went to.' }),
    finding: t.expose('finding', {
      type: ComplaintFindingEnum,
      nullable: true,
      description: 'What was found of a named official.',
    }),
    satisfaction: t.exposeInt('satisfaction', { nullable: true, description: 'How content the citizen is, 1–4.' }),
    satisfactionNote: t.exposeString('satisfactionNote', { nullable: true, description: 'What the citizen says to that.' }),
    revision: t.exposeInt('revision', { description: 'Counts each step; a step names the number that it read.' }),
    messages: t.relatedConnection('messages', {
      type: ComplaintMessage,
      cursor: 'id',
      totalCount: true,
      description: 'What was said, oldest first.',
      query: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
    }),
    actions: t.field({
      type: [Action],
      select: {
        id: true,
        state: true,
        queue: true,
        revision: true,
        unitId: true,
        handlerId: true,
        officialId: true,
        reopenUntil: true,
        satisfaction: true,
        isAnonymous: true,
      },
      description: 'The steps of domain E2 and whether the caller may take them now, with the reason where not.',
      resolve: async (row, _args, context) =>
        namedVerdicts(complaintVerdicts(context.actor, await complaintFacts(context, row), context.now)),
    }),
  }),
})

const ComplaintFilter = builder.inputType('ComplaintFilter', {
  description: 'Which complaints to list; conditions add up.',
  fields: (t) => ({
    state: t.field({ type: ComplaintStateEnum, description: 'Where it stands.' }),
    queue: t.field({ type: ComplaintQueueEnum, description: 'Who works on it.' }),
    channel: t.field({ type: ComplaintChannelEnum, description: 'How it came in.' }),
    category: t.field({ type: ComplaintCategoryEnum, description: 'What it is about.' }),
    underUnitId: t.id({ description: 'About this unit or one below it.' }),
    search: t.string({ description: 'Beginning of the number, or part of what was said, at most 100 characters.' }),
    isOpen: t.boolean({ description: `Not answered yet: ${openStates.join(', ')}.` }),
    isOverdue: t.boolean({ description: 'Past one of its times, and not answered.' }),
    waitingForMe: t.boolean({ description: "The next step is the caller's." }),
  }),
})

const ComplaintOrder = builder.enumType('ComplaintOrder', {
  description: 'Order of a list of complaints.',
  values: {
    DUE_ASC: { description: 'By the time for the answer; those without one last.' },
    RECEIVED_DESC: { description: 'Newest first.' },
  },
})

const orders = {
  DUE_ASC: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  RECEIVED_DESC: [{ receivedAt: 'desc' }, { id: 'asc' }],
} as const

const ComplaintCount = builder
  .objectRef<{ state: typeof ComplaintStateEnum.$inferType; count: number; overdue: number }>('ComplaintCount')
  .implement({
    description: 'Complaints in one state.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      state: t.expose('state', { type: ComplaintStateEnum, description: 'The state.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
      overdue: t.exposeInt('overdue', { description: 'Of these past their time.' }),
    }),
  })

builder.queryFields((t) => ({
  complaint: t.prismaField({
    type: Complaint,
    description: 'One complaint by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(await db.complaint.findFirst({ ...query, where: { id: idOf('Complaint', id), AND: [visibleComplaints(actor)] } })),
  }),
  complaints: t.prismaConnection({
    type: Complaint,
    cursor: 'id',
    description: 'Complaints that the caller may see.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: ComplaintFilter, description: 'Which complaints.' }),
      orderBy: t.arg({ type: ComplaintOrder, defaultValue: 'DUE_ASC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, { db, actor, now }) =>
      db.complaint.count({ where: { AND: [complaintWhere(filter, actor, now), visibleComplaints(actor)] } }),
    resolve: (query, _root, { filter, orderBy, offset }, { db, actor, now }) =>
      db.complaint.findMany({
        ...withOffset(query, offset),
        where: { AND: [complaintWhere(filter, actor, now), visibleComplaints(actor)] },
        orderBy: [...orders[orderBy ?? 'DUE_ASC']],
      }),
  }),
  complaintCounts: t.field({
    type: [ComplaintCount],
    description: 'Complaints that the caller may see, by state; states without any are left out.',
    authScopes: { signedIn: true },
    args: { queue: t.arg({ type: ComplaintQueueEnum, description: 'Of one queue; left out, of all that the caller sees.' }) },
    resolve: (_root, { queue }, context) => complaintCounts(context, queue),
  }),
}))
