import { builder } from '../../builder.ts'
import { offsetArg, withOffset } from '../../list.ts'
import { teamOf } from '../queries/team.ts'
import { appraisalWhere, visibleAppraisals } from '../queries.ts'
import { Appraisal } from './appraisal.ts'

builder.queryField('teamAppraisals', (t) =>
  t.prismaConnection({
    type: Appraisal,
    cursor: 'id',
    description:
      'Current appraisals that the caller is to judge as penilai, or in place of one, by name: their team in one period.',
    authScopes: { signedIn: true },
    args: { periodKey: t.arg.string({ required: true, description: 'Period, `2025`.' }), offset: offsetArg(t) },
    totalCount: (_root, { periodKey }, { db, actor, now }) =>
      db.appraisal.count({ where: { AND: [appraisalWhere({ periodKey }), teamOf(actor, now), visibleAppraisals(actor, now)] } }),
    resolve: (query, _root, { periodKey, offset }, { db, actor, now }) =>
      db.appraisal.findMany({
        ...withOffset(query, offset),
        where: { AND: [appraisalWhere({ periodKey }), teamOf(actor, now), visibleAppraisals(actor, now)] },
        orderBy: [{ employee: { name: 'asc' } }, { id: 'asc' }],
      }),
  }),
)
