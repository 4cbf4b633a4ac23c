import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { retryJob } from '../commands/retry.ts'
import { jobActions, mayManageJobs } from '../policy.ts'

const JobStateEnum = builder.enumType('JobState', {
  description: 'How far a job of the server is.',
  values: {
    WAITING: { description: 'It waits for its time, or a process works on it.' },
    DONE: { description: 'It was done.' },
    DEAD: { description: 'It failed too often and waits for a person.' },
  } as const,
})

const Job = builder.prismaNode('Job', {
  id: { field: 'id' },
  description: 'Work that the server does behind everybody, once, by whichever process comes first.',
  authScopes: (_job, { actor }) => mayManageJobs(actor) === true,
  runScopesOnType: true,
  select: { id: true, state: true },
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Which work it is, such as `appraisals.finalise`.' }),
    key: t.exposeString('key', { description: 'What it is about, such as a day.' }),
    state: t.expose('state', { type: JobStateEnum, description: 'How far it is.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was begun.' }),
    nextAt: t.expose('nextAt', { type: 'DateTime', description: 'When it is begun next, if it waits.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was queued.' }),
    doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true, description: 'When it was done.' }),
    failure: t.exposeString('failure', {
      nullable: true,
      description: 'Why the last attempt failed, in the words of the program.',
    }),
    actions: t.field({
      type: [Action],
      description: 'What the caller may do with this job now.',
      resolve: (job, _args, { actor }) => namedVerdicts(jobActions(actor, job)),
    }),
  }),
})

const JobFilter = builder.inputType('JobFilter', {
  description: 'Which jobs to list.',
  fields: (t) => ({ state: t.field({ type: JobStateEnum, description: 'In this state.' }) }),
})

builder.queryFields((t) => ({
  jobs: t.prismaConnection({
    type: Job,
    cursor: 'id',
    description: 'Jobs of the server, newest first; those that were done stay for 30 days.',
    authScopes: (_root, _args, { actor }) => mayManageJobs(actor) === true,
    args: { filter: t.arg({ type: JobFilter, description: 'Which jobs.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db }) => db.job.count({ where: stateOf(filter) }),
    resolve: (query, _root, { filter, offset }, { db }) =>
      db.job.findMany({
        ...withOffset(query, offset),
        where: stateOf(filter),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
}))

function stateOf(filter: typeof JobFilter.$inferInput | null | undefined) {
  return filter?.state ? { state: filter.state } : {}
}

builder.mutationField('retryJob', (t) =>
  t.prismaField({
    type: Job,
    description: 'Begins a dead job again. FORBIDDEN; WRONG_STATE for one that has not failed.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'The job.' }) },
    resolve: async (query, _root, { id }, { db, execute }) => {
      await execute(retryJob, { id })
      return found(await db.job.findUnique({ ...query, where: { id: idOf('Job', id) } }))
    },
  }),
)
