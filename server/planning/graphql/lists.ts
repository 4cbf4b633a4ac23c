import { SkpStateEnum } from '../../appraisals/graphql/enums.ts'
import { Skp } from '../../appraisals/graphql/skp.ts'
import { visibleSkps } from '../../appraisals/queries.ts'
import { builder } from '../../builder.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { say } from '../../language.ts'
import { idOf, offsetArg, withOffset } from '../../list.ts'
import { type StateCount, skpDifferences, skpStateCounts, skpWhere, waitingFor } from '../queries/lists.ts'
import type { PlanDifference } from '../rules/differences.ts'

const SkpFilter = builder.inputType('SkpFilter', {
  description: 'Which plans to list; conditions add up.',
  fields: (t) => ({
    year: t.int({ description: 'Performance year.' }),
    state: t.field({ type: SkpStateEnum, description: 'Where it stands.' }),
    underUnitId: t.id({ description: 'Made for this unit or one below it.' }),
    penilaiId: t.id({ description: 'With this penilai.' }),
    search: t.string({ description: 'Part of the name or of the NIP, at most 100 characters.' }),
    isTimSet: t.boolean({ description: 'Marked for the tim to set, or not.' }),
    isRevisionAsked: t.boolean({ description: 'With a revision that waits for the penilai, or without.' }),
    waitingForMe: t.boolean({ description: "The next step is the caller's, as in `plansWaitingForMe`." }),
  }),
})

const SkpOrder = builder.enumType('SkpOrder', {
  description: 'Order of a list of plans.',
  values: {
    NAME_ASC: { description: 'By name of the employee.' },
    SUBMITTED_ASC: { description: 'Longest waiting first.' },
    NEWEST: { description: 'Newest first.' },
  },
})

const orders = {
  NAME_ASC: [{ employee: { name: 'asc' } }, { id: 'asc' }],
  SUBMITTED_ASC: [{ submittedAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  NEWEST: [{ startsOn: 'desc' }, { id: 'desc' }],
} as const satisfies Record<typeof SkpOrder.$inferType, readonly Prisma.SkpOrderByWithRelationInput[]>

const StateCountType = builder.objectRef<StateCount>('SkpStateCount').implement({
  description: 'How many plans stand in one state.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: SkpStateEnum, description: 'The state.' }),
    count: t.exposeInt('count', { description: 'Plans.' }),
  }),
})

const DifferenceType = builder.objectRef<PlanDifference>('PlanDifference').implement({
  description: 'One thing that differs between two plans. An empty side means that it stands on the other side only.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    result: t.exposeString('result', { description: 'Title of the result.' }),
    indicator: t.exposeString('indicator', {
      nullable: true,
      description: 'Code of the indicator; empty for the result itself.',
    }),
    what: t.string({
      description: 'What of it, in the language of the caller.',
      resolve: ({ what }, _args, { language }) => say(what, language),
    }),
    before: t.exposeString('before', { nullable: true, description: 'In the earlier plan.' }),
    after: t.exposeString('after', { nullable: true, description: 'In the later plan.' }),
  }),
})

builder.queryFields((t) => ({
  skps: t.prismaConnection({
    type: Skp,
    cursor: 'id',
    description: 'Plans that the caller may see.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: SkpFilter, description: 'Which plans.' }),
      orderBy: t.arg({ type: SkpOrder, defaultValue: 'NAME_ASC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, { db, actor, now }) =>
      db.skp.count({ where: { AND: [skpWhere(filter, actor, now), visibleSkps(actor, now)] } }),
    resolve: (query, _root, { filter, orderBy, offset }, { db, actor, now }) =>
      db.skp.findMany({
        ...withOffset(query, offset),
        where: { AND: [skpWhere(filter, actor, now), visibleSkps(actor, now)] },
        orderBy: [...orders[orderBy ?? 'NAME_ASC']],
      }),
  }),
  plansWaitingForMe: t.prismaConnection({
    type: Skp,
    cursor: 'id',
    description:
      'Plans that wait for a step of the caller: to review as tim, to set or to allow a revision of as penilai, and the own one when it was returned. Longest waiting first.',
    authScopes: { signedIn: true },
    args: { offset: offsetArg(t) },
    totalCount: (_root, _args, { db, actor, now }) =>
      db.skp.count({ where: { AND: [waitingFor(actor, now), visibleSkps(actor, now)] } }),
    resolve: (query, _root, { offset }, { db, actor, now }) =>
      db.skp.findMany({
        ...withOffset(query, offset),
        where: { AND: [waitingFor(actor, now), visibleSkps(actor, now)] },
        orderBy: [...orders.SUBMITTED_ASC],
      }),
  }),
  skpStateCounts: t.field({
    type: [StateCountType],
    description: 'Plans by state, of those that meet the filter; states without any are left out.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: SkpFilter, description: 'Which plans.' }) },
    resolve: (_root, { filter }, context) => skpStateCounts(context, filter),
  }),
  skpDifferences: t.field({
    type: [DifferenceType],
    description: 'What differs between a plan and the one that it follows, or another one.',
    authScopes: { signedIn: true },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the later plan.' }),
      againstId: t.arg.id({ description: 'Global id of the earlier plan; its predecessor when left out.' }),
    },
    resolve: (_root, { id, againstId }, context) =>
      skpDifferences(context, idOf('Skp', id), againstId ? idOf('Skp', againstId) : null),
  }),
}))
