import { builder } from '../../builder.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { type Facet, type FacetValue, indicatorFacets, indicatorWhere, visibleIndicators } from '../queries.ts'
import { AspectEnum, AttributionEnum, FrequencyEnum, IndicatorStateEnum, MeasureUnitEnum, PolarityEnum } from './enums.ts'
import { Indicator } from './indicator.ts'

const IndicatorFilter = builder.inputType('IndicatorFilter', {
  description: 'Which indicators to list; conditions add up. What a version states is looked up in the current one.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the code or the name, at most 100 characters.' }),
    state: t.field({ type: IndicatorStateEnum, description: 'Standing of the indicator.' }),
    draftState: t.field({
      type: IndicatorStateEnum,
      description: 'DRAFT or REVIU: with an open draft in this state, published before or not.',
    }),
    family: t.string({ description: 'With a weight for this position family, for example `GURU`.' }),
    aspect: t.field({ type: AspectEnum, description: 'Aspect.' }),
    polarity: t.field({ type: PolarityEnum, description: 'Polarity.' }),
    attribution: t.field({ type: AttributionEnum, description: 'Attribution.' }),
    unit: t.field({ type: MeasureUnitEnum, description: 'Unit of measure.' }),
    frequency: t.field({ type: FrequencyEnum, description: 'Frequency.' }),
    sourceSystem: t.string({ description: 'System that the data come from, exactly as it is written.' }),
    sourceOwner: t.string({ description: 'Keeper of the data, exactly as it is written.' }),
    isStale: t.boolean({
      description:
        'True: in force, and the newest measurement in the appraisals is older than the frequency and the lag allow, or there is none (LOCAL).',
    }),
  }),
})

const IndicatorOrder = builder.enumType('IndicatorOrder', {
  description: 'Order of a list of indicators.',
  values: {
    CODE_ASC: { description: 'By code.' },
    CODE_DESC: { description: 'By code, last first.' },
    NAME_ASC: { description: 'By name.' },
    NAME_DESC: { description: 'By name, last first.' },
    NEWEST: { description: 'Entered last first.' },
  },
})

const indicatorOrders = {
  CODE_ASC: [{ code: 'asc' }],
  CODE_DESC: [{ code: 'desc' }],
  NAME_ASC: [{ name: 'asc' }, { id: 'asc' }],
  NAME_DESC: [{ name: 'desc' }, { id: 'desc' }],
  NEWEST: [{ id: 'desc' }],
} as const satisfies Record<typeof IndicatorOrder.$inferType, readonly Prisma.IndicatorOrderByWithRelationInput[]>

const FacetValueRef = builder.objectRef<FacetValue>('FacetValue').implement({
  description: 'One value of a filter with the number of records that have it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value, as the filter takes it.' }),
    count: t.exposeInt('count', { description: 'Records that the caller may see.' }),
  }),
})

const FacetRef = builder.objectRef<Facet>('Facet').implement({
  description: 'A filter with its values, most frequent first.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the field of the filter.' }),
    values: t.field({ type: [FacetValueRef], description: 'Its values.', resolve: ({ values }) => [...values] }),
  }),
})

builder.queryFields((t) => ({
  indicator: t.prismaField({
    type: Indicator,
    description: 'One indicator by id or code; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ description: 'Global id.' }), code: t.arg.string({ description: 'Code, for example `EDU-01`.' }) },
    resolve: async (query, _root, { id, code }, { db, actor }) => {
      const key = id ? { id: idOf('Indicator', id) } : { code: code ?? '' }
      return found(await db.indicator.findFirst({ ...query, where: { AND: [key, visibleIndicators(actor)] } }))
    },
  }),
  indicators: t.prismaConnection({
    type: Indicator,
    cursor: 'id',
    description: 'The indicator catalogue, as far as the caller may see it.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: IndicatorFilter, description: 'Which indicators.' }),
      orderBy: t.arg({ type: IndicatorOrder, defaultValue: 'CODE_ASC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: async (_root, { filter }, context) =>
      context.db.indicator.count({ where: await indicatorWhere(context, filter) }),
    resolve: async (query, _root, { filter, orderBy, offset }, context) =>
      context.db.indicator.findMany({
        ...withOffset(query, offset),
        where: await indicatorWhere(context, filter),
        orderBy: [...indicatorOrders[orderBy ?? 'CODE_ASC']],
      }),
  }),
  indicatorFacets: t.field({
    type: [FacetRef],
    description: 'The filters of the catalogue with the number of indicators for each value; always these 11.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, context) => indicatorFacets(context),
  }),
}))
