import { builder } from '../../builder.ts'
import type { AppraisalState } from '../../generated/prisma/client.ts'
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
    totalCount: (_root, { periodKey, state }, { db, actor, now }) =>
      db.appraisal.count({
        where: { AND: [appraisalWhere({ periodKey, state }), nextStepOf(actor, now), visibleAppraisals(actor, now)] },
      }),
    resolve: (query, _root, { periodKey, state, offset }, { db, actor, now }) =>
      db.appraisal.findMany({
        ...withOffset(query, offset),
        where: { AND: [appraisalWhere({ periodKey, state }), nextStepOf(actor, now), visibleAppraisals(actor, now)] },
        orderBy: [{ employee: { name: 'asc' } }, { id: 'asc' }],
      }),
  }),
  appraisalStateCounts: t.field({
    type: [StateCount],
    description:
      'The list `appraisals` counted by state, for its tabs: the filter holds, its state is left out. States that nobody stands in are left out.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: AppraisalFilter, description: 'Which appraisals.' }) },
    resolve: async (_root, { filter }, { db, actor, now }) => {
      const groups = await db.appraisal.groupBy({
        by: ['state'],
        where: {
          AND: [
            appraisalWhere({ ...filter, state: null }),
            visibleRatings(actor, now),
            ...(filter?.waitingForMe ? [nextStepOf(actor, now)] : []),
          ],
        },
        _count: { _all: true },
        orderBy: { state: 'asc' },
      })
      return groups.map(({ state, _count }) => ({ state, count: _count._all }))
    },
  }),
}))
