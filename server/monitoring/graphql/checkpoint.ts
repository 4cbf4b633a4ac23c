import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { seesEmployee } from '../../organization/queries.ts'
import { Programme } from '../../pembinaan/graphql/programme.ts'
import { checkpointVerdicts } from '../policy.ts'
import { type CheckpointCount, checkpointCounts } from '../queries/counts.ts'
import { checkpointFacts } from '../queries/facts.ts'
import { checkpointWhere, seesCheckpoint, seesTeam, visibleCheckpoints } from '../queries.ts'
import { ChecklistItemEnum, CheckpointStateEnum, FindingClassEnum } from './enums.ts'
import { MonitoringTeam } from './team.ts'

/** The facts of a checkpoint of an answer: all of its checkpoints cost two statements. */
async function factsOf({ db, loaders, actor }: Context, id: string) {
  return found(
    await loaders.load('checkpoint.facts', id, async (ids) => {
      const facts = await checkpointFacts(db, ids, actor)
      return ids.map((one) => facts.get(one) ?? null)
    }),
  )
}

export const Checkpoint = builder.prismaNode('Checkpoint', {
  id: { field: 'id' },
  description:
    'One look at one participant some days after a programme (domain D6). Exists for the person, their penilai at two levels, the team, whoever acts on it, and within the reach of `monitoring.read`.',
  authScopes: ({ id }, context) => seesCheckpoint(context, id),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    employee: t.field({
      type: Employee,
      nullable: true,
      select: (_args, _context, nested) => ({ employee: nested() }),
      description: 'Whom it is about; empty for a member who may not open their record.',
      resolve: async ({ employee }, _args, context) => ((await seesEmployee(context, employee.id, 'visible')) ? employee : null),
    }),
    employeeName: t.string({
      select: { employee: { select: { name: true } } },
      description: 'Name of the person: who files must know it.',
      resolve: ({ employee }) => employee.name,
    }),
    unitName: t.string({
      select: { employee: { select: { unit: { select: { name: true } } } } },
      description: 'Their unit today.',
      resolve: ({ employee }) => employee.unit.name,
    }),
    programmeId: t.id({
      select: { programmeId: true },
      description: 'Global id of the programme.',
      resolve: ({ programmeId }) => encodeId('PembinaanProgramme', programmeId),
    }),
    programmeName: t.string({
      select: { programme: { select: { name: true } } },
      description: 'Name of the programme.',
      resolve: ({ programme }) => programme.name,
    }),
    team: t.field({
      type: MonitoringTeam,
      nullable: true,
      select: (_args, _context, nested) => ({ team: nested() }),
      description: 'The team that looks; empty where the caller may not see it.',
      resolve: async ({ team }, _args, context) => (team && (await seesTeam(context, team.id)) ? team : null),
    }),
    assigneeName: t.string({
      nullable: true,
      select: { assignee: { select: { name: true } } },
      description: 'The member whose turn it is; empty while nobody without a conflict of interest was found.',
      resolve: ({ assignee }) => assignee?.name ?? null,
    }),
    day: t.exposeInt('day', { description: 'Days after the end of the programme.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'The day on which it falls due.' }),
    state: t.expose('state', { type: CheckpointStateEnum, description: 'Where it stands.' }),
    applied: t.exposeInt('applied', { nullable: true, description: 'How far it is applied: 0 not at all … 3 as a habit.' }),
    checklist: t.field({
      type: [ChecklistItemEnum],
      select: { checklist: true },
      description: 'What was seen.',
      resolve: ({ checklist }) => checklist as (typeof ChecklistItemEnum.$inferType)[],
    }),
    obstacles: t.exposeString('obstacles', { nullable: true, description: 'What stands in the way.' }),
    support: t.exposeInt('support', { nullable: true, description: 'Support of the superior, 0–3.' }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'What shows it.' }),
    reading: t.expose('reading', { type: 'Decimal', nullable: true, description: "Reading of the programme's indicator." }),
    finding: t.expose('finding', { type: FindingClassEnum, nullable: true, description: 'What was found.' }),
    recommendation: t.exposeString('recommendation', { nullable: true, description: 'What should be done.' }),
    actionDueOn: t.expose('actionDueOn', { type: 'Date', nullable: true, description: 'By when.' }),
    ownerName: t.string({
      nullable: true,
      select: { owner: { select: { name: true } } },
      description: 'Who is responsible for it.',
      resolve: ({ owner }) => owner?.name ?? null,
    }),
    filedAt: t.expose('filedAt', { type: 'DateTime', nullable: true, description: 'When it was filed.' }),
    filedByName: t.string({
      nullable: true,
      select: { filedBy: { select: { name: true } } },
      description: 'Who filed it.',
      resolve: ({ filedBy }) => filedBy?.name ?? null,
    }),
    reviewedAt: t.expose('reviewedAt', { type: 'DateTime', nullable: true, description: 'When it was reviewed.' }),
    reviewNote: t.exposeString('reviewNote', { nullable: true, description: 'What the review said, or why it was returned.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    closedReason: t.exposeString('closedReason', { nullable: true, description: 'What became of it.' }),
    escalatedAt: t.expose('escalatedAt', { type: 'DateTime', nullable: true, description: 'When the delay was told upwards.' }),
    revision: t.exposeInt('revision', { description: 'Counts each step; a step names the number that it read.' }),
    actions: t.field({
      type: [Action],
      description:
        'FILE, RETURN, REVIEW, CLOSE, DROP and ASSIGN, with the reason where one is not possible now; a conflict of interest is one.',
      resolve: async ({ id }, _args, context) =>
        namedVerdicts(checkpointVerdicts(context.actor, await factsOf(context, id), context.now)),
    }),
  }),
})

builder.prismaObjectFields(Employee, (t) => ({
  checkpoints: t.relatedConnection('checkpoints', {
    cursor: 'id',
    totalCount: true,
    description: 'Looks of monitoring teams at the person, newest first; those that the caller may see.',
    query: (_args, { actor }) => ({ where: visibleCheckpoints(actor), orderBy: [{ dueOn: 'desc' }, { id: 'asc' }] }),
  }),
}))

builder.prismaObjectFields(Programme, (t) => ({
  checkpoints: t.relatedConnection('checkpoints', {
    cursor: 'id',
    totalCount: true,
    description: 'Looks of monitoring teams at its participants, the next due first; those that the caller may see.',
    query: (_args, { actor }) => ({ where: visibleCheckpoints(actor), orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] }),
  }),
}))

const CheckpointFilter = builder.inputType('CheckpointFilter', {
  description: 'Which checkpoints to list; conditions add up.',
  fields: (t) => ({
    state: t.field({ type: CheckpointStateEnum, description: 'Where it stands.' }),
    finding: t.field({ type: FindingClassEnum, description: 'What was found.' }),
    teamId: t.id({ description: 'Of this team.' }),
    programmeId: t.id({ description: 'After this programme.' }),
    underUnitId: t.id({ description: 'About people of this unit or below it.' }),
    search: t.string({ description: 'Part of the name or NIP of the person, at most 100 characters.' }),
    isOpen: t.boolean({ description: 'Neither reviewed nor closed.' }),
    waitingForMe: t.boolean({ description: "The next step is the caller's." }),
  }),
})

const Counted = builder.objectRef<CheckpointCount>('CheckpointCount').implement({
  description: 'Checkpoints in one state.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: CheckpointStateEnum, description: 'The state.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

builder.queryFields((t) => ({
  checkpointCounts: t.field({
    type: [Counted],
    description: 'Checkpoints that the caller may see, by state; states without any are left out.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: CheckpointFilter, description: 'Which checkpoints.' }) },
    resolve: (_root, { filter }, context) => checkpointCounts(context, filter),
  }),
  checkpoint: t.prismaField({
    type: Checkpoint,
    description: 'One checkpoint by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(await db.checkpoint.findFirst({ ...query, where: { id: idOf('Checkpoint', id), AND: [visibleCheckpoints(actor)] } })),
  }),
  checkpoints: t.prismaConnection({
    type: Checkpoint,
    cursor: 'id',
    description: 'Checkpoints that the caller may see, the next due first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: CheckpointFilter, description: 'Which checkpoints.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.checkpoint.count({ where: { AND: [checkpointWhere(filter, actor), visibleCheckpoints(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.checkpoint.findMany({
        ...withOffset(query, offset),
        where: { AND: [checkpointWhere(filter, actor), visibleCheckpoints(actor)] },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
}))

guardBy(
  'Checkpoint',
  ({ actor }) => visibleCheckpoints(actor),
  (db, where) => db.checkpoint.findMany({ where, select: { id: true } }),
)
