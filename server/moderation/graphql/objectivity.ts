import { Appraisal } from '../../appraisals/graphql/appraisal.ts'
import { ObjectivityType } from '../../appraisals/graphql/objectivity.ts'
import { periodKeyArg, underUnitArg } from '../../appraisals/graphql/scope-args.ts'
import { seesRating } from '../../appraisals/policy.ts'
import { builder } from '../../builder.ts'
import { Indicator } from '../../indicators/graphql/indicator.ts'
import { type IndicatorObjectivity, objectivityByIndicator, objectivityOfAppraisal } from '../queries/objectivity.ts'

builder.prismaObjectField(Appraisal, 'objectivity', (t) =>
  t.field({
    type: ObjectivityType,
    nullable: true,
    authScopes: (appraisal, _args, { actor }) => seesRating(actor, appraisal),
    description:
      'F20 (LOCAL): how far this appraisal rests on measurement; SEV for those alone who may know the severity of its rater. Never changes a predikat.',
    resolve: ({ id }, _args, context) => objectivityOfAppraisal(context, id),
  }),
)

const IndicatorObjectivityType = builder.objectRef<IndicatorObjectivity>('IndicatorObjectivity').implement({
  description: 'How far the results of one indicator rest on measurement.',
  authScopes: { permission: 'aggregates.read' },
  fields: (t) => ({
    indicator: t.prismaField({
      type: Indicator,
      description: 'The indicator.',
      resolve: (query, { parts }, _args, { db }) =>
        db.indicator.findUniqueOrThrow({ ...query, where: { id: parts.indicatorId } }),
    }),
    items: t.int({ description: 'Planned items.', resolve: ({ parts }) => parts.items }),
    measured: t.int({ description: 'Of these with an achievement.', resolve: ({ parts }) => parts.measured }),
    objectivity: t.expose('index', { type: ObjectivityType, description: 'F20 with its components.' }),
  }),
})

builder.queryField('indicatorObjectivity', (t) =>
  t.field({
    type: [IndicatorObjectivityType],
    description: 'Objectivity by indicator, the least measured first, at most 100.',
    authScopes: { permission: 'aggregates.read' },
    args: { periodKey: t.arg.string(periodKeyArg), underUnitId: t.arg.id(underUnitArg) },
    resolve: (_root, args, context) => objectivityByIndicator(context, args),
  }),
)
