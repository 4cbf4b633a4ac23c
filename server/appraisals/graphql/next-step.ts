import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import type { AppraisalState, Prisma } from '../../generated/prisma/client.ts'
import { offsetArg, withOffset } from '../../list.ts'
import { nextStepOf } from '../queries/next-step.ts'
import { visibleRatings } from '../queries/standing.ts'
import { appraisalWhere, visibleAppraisals } from '../queries.ts'
import { Appraisal, AppraisalFilter } from './appraisal.ts'
import { AppraisalStateEnum } from './enums.ts'

const StateCount = builder.objectRef<{ state: AppraisalState; count: number }>('AppraisalStateCount').implement({
  description: 'How many appraisals of a list stand in one state.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: AppraisalStateEnum, description: 'The state.' }),
    count: t.exposeInt('count', { description: 'Number of appraisals.' }),
  }),
})

type Waiting = { readonly periodKey?: string | null; readonly state?: AppraisalState | null }

async function waiting(context: Context, { periodKey, state }: Waiting): Promise<Prisma.AppraisalWhereInput> {
  const { actor, now } = context
  return { AND: [appraisalWhere({ periodKey, state }), await nextStepOf(context), visibleAppraisals(actor, now)] }
}

builder.queryFields((t) => ({
  appraisalsWaiting: t.prismaConnection({
    type: Appraisal,
    cursor: 'id',
    description:
      "Current appraisals in which the next step is the caller's: to assess oneself, to answer a result, to verify, rate, moderate, set, deliver, or decide an objection. The own ones are among them at once, because no rating decides what is listed.",
    authScopes: { signedIn: true },
    args: {
      periodKey: t.arg.string({ description: 'Of this period, `2025`.' }),
      state: t.arg({ type: AppraisalStateEnum, description: 'In this state.' }),
      offset: offsetArg(t),
    },
    totalCount: async (_root, args, context) => context.db.appraisal.count({ where: await waiting(context, args) }),
    resolve: async (query, _root, { offset, ...args }, context) =>
      context.db.appraisal.findMany({
        ...withOffset(query, offset),
        where: await waiting(context, args),
        orderBy: [{ employee: { name: 'asc' } }, { id: 'asc' }],
      }),
  }),
  appraisalStateCounts: t.field({
    type: [StateCount],
    description:
      'The list `appraisals` counted by state, for its tabs: the filter holds, its state is left out. States that nobody stands in are left out.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: AppraisalFilter, description: 'Which appraisals.' }) },
    resolve: async (_root, { filter }, context) => {
      const { db, actor, now } = context
      const groups = await db.appraisal.groupBy({
        by: ['state'],
        where: {
          AND: [
            appraisalWhere({ ...filter, state: null }),
            visibleRatings(actor, now),
            ...(filter?.waitingForMe ? [await nextStepOf(context)] : []),
          ],
        },
        _count: { _all: true },
        orderBy: { state: 'asc' },
      })
      return groups.map(({ state, _count }) => ({ state, count: _count._all }))
    },
  }),
}))
