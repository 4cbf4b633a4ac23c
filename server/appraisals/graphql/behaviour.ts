import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { seesRating } from '../policy.ts'
import { type GroupMean, groupMeans } from '../rules/group-means.ts'
import type { JudgedValue } from '../rules/judgement.ts'
import { Appraisal } from './appraisal.ts'
import { BehaviourValueEnum, LevelEnum, RaterGroupEnum } from './enums.ts'

const GroupMeanType = builder.objectRef<GroupMean>('RaterGroupMean').implement({
  description: 'What the raters of one standing said of one value, without telling who said it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    group: t.expose('group', { type: RaterGroupEnum, description: 'Standing of the raters.' }),
    count: t.exposeInt('count', { description: 'Number of raters.' }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description: 'Mean on the scale 1 to 3, two decimals; empty without raters and where the group is held back.',
    }),
    isDropped: t.exposeBoolean('isDropped', { description: 'Held back: fewer raters than the anonymity minimum (LOCAL, 3).' }),
  }),
})

const JudgedValueType = builder.objectRef<JudgedValue>('JudgedValue').implement({
  description: 'The rating of one of the seven values (F3a).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    value: t.expose('value', { type: BehaviourValueEnum, description: 'The value.' }),
    score: t.exposeFloat('score', { nullable: true, description: 'Weighted mean of the counted groups, 1 to 3, four decimals.' }),
    level: t.expose('level', {
      type: LevelEnum,
      nullable: true,
      description: 'Level of the score; empty without a usable group.',
    }),
    groups: t.field({
      type: [GroupMeanType],
      description: 'The four standings.',
      resolve: ({ groups, dropped }) => groupMeans(groups, dropped),
    }),
  }),
})

builder.prismaObjectField(Appraisal, 'behaviour', (t) =>
  t.field({
    type: [JudgedValueType],
    nullable: true,
    select: { behaviourInputs: true },
    authScopes: ({ employeeId, state }, _args, { actor }: Context) => seesRating(actor, { employeeId, state }),
    description: 'The seven values as they were judged; empty for those who are not appraised.',
    resolve: ({ behaviourInputs }) => (behaviourInputs as unknown as { values: JudgedValue[] } | null)?.values ?? null,
  }),
)
