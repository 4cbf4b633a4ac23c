import { builder } from '../../builder.ts'
import { type Fairness, type fairnessDimensions, fairnessOf } from '../queries/fairness.ts'
import { periodKeyArg, underUnitArg } from './scope-args.ts'

const authScopes = { permission: 'aggregates.read' } as const

const FairnessDimensionEnum = builder.enumType('FairnessDimension', {
  description: 'By what groups of people are compared.',
  values: {
    SEX: { description: 'By sex.' },
    AGE_BAND: { description: 'By age on the last day of the period: UNDER_30, FROM_30, FROM_40, FROM_50 (LOCAL).' },
    GRADE: { description: 'By the level of the rank, I to IV; PPPK by the rank of their contract.' },
    CONTRACT: { description: 'By kind of employment.' },
    UNIT: { description: 'By the parts directly below the unit.' },
  } as const satisfies Record<(typeof fairnessDimensions)[number], object>,
})

const GroupType = builder.objectRef<Fairness['groups'][number]>('FairnessGroup').implement({
  description: 'One group beside all of them. A difference is a question, never a finding.',
  authScopes,
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Code of the group.' }),
    label: t.exposeString('label', { nullable: true, description: 'Name of a unit; empty for other groups.' }),
    isSuppressed: t.exposeBoolean('isSuppressed', {
      description: 'True where the numbers could name somebody, or could be worked out from those shown; then there are none.',
    }),
    people: t.exposeInt('people', { nullable: true, description: 'People with a predikat.' }),
    sharePct: t.exposeFloat('sharePct', { nullable: true, description: 'Per cent with BAIK or better, two decimals.' }),
    shrunkPct: t.exposeFloat('shrunkPct', {
      nullable: true,
      description: 'The same drawn towards the common level, so that chance does not make a small group stand out (F12).',
    }),
    differencePct: t.exposeFloat('differencePct', {
      nullable: true,
      description: 'Percentage points of the drawn share above or below all groups together.',
    }),
  }),
})

builder.queryFields((t) => ({
  fairness: t.field({
    type: [GroupType],
    description: 'Do groups of people fare alike? At most 300 groups, in the order of their codes.',
    authScopes,
    args: {
      periodKey: t.arg.string(periodKeyArg),
      underUnitId: t.arg.id(underUnitArg),
      dimension: t.arg({ type: FairnessDimensionEnum, required: true, description: 'By what they are compared.' }),
    },
    resolve: async (_root, args, context) => [...(await fairnessOf(context, args)).groups],
  }),
}))
