import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { idOf, offsetArg, withOffset } from '../../list.ts'
import {
  type AggregateScope,
  type Coverage,
  coverageOf,
  distributionOf,
  type Freshness,
  freshnessOf,
  type KeyCount,
  summaryUnits,
} from '../queries/aggregates.ts'
import { comparedUnit } from '../queries/compare.ts'
import { refuseSmall, smallestGroup } from '../queries/small-groups.ts'

const KeyCountType = builder.objectRef<KeyCount>('KeyCount').implement({
  description: 'How many appraisals carry one key.',
  authScopes: { permission: 'aggregates.read' },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'An enum value, such as a predikat.' }),
    count: t.exposeInt('count', { description: 'Number of current appraisals.' }),
  }),
})

export const KeyCountRef = KeyCountType

type Distribution = Awaited<ReturnType<typeof distributionOf>>

const DistributionType = builder.objectRef<Distribution>('Distribution').implement({
  description: 'How the current appraisals of a unit and everything below it are spread; kept in step with each change.',
  authScopes: { permission: 'aggregates.read' },
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'Employees with an appraisal row, rated or not.' }),
    appraised: t.exposeInt('appraised', { description: 'Those with a predikat.' }),
    predikat: t.expose('predikat', { type: [KeyCountType], description: 'By predikat, from SANGAT_BAIK to SANGAT_KURANG.' }),
    reasons: t.expose('reasons', { type: [KeyCountType], description: 'Those without a predikat, by reason.' }),
    result: t.expose('result', { type: [KeyCountType], description: 'By rating hasil kerja.' }),
    behaviour: t.expose('behaviour', { type: [KeyCountType], description: 'By rating perilaku.' }),
    bySystem: t.expose('bySystem', { type: [KeyCountType], description: 'By system of record.' }),
  }),
})

const CoverageType = builder.objectRef<Coverage>('Coverage').implement({
  description: 'How far the appraisal of a period has come in a unit and below.',
  authScopes: { permission: 'aggregates.read' },
  fields: (t) => ({
    employees: t.exposeInt('employees', { description: 'Employees of the period.' }),
    withSkp: t.exposeInt('withSkp', { description: 'With a plan.' }),
    withResult: t.exposeInt('withResult', { description: 'With a rating hasil kerja.' }),
    withBehaviour: t.exposeInt('withBehaviour', { description: 'With a rating perilaku.' }),
    withPredikat: t.exposeInt('withPredikat', { description: 'With a predikat.' }),
  }),
})

const FreshnessType = builder.objectRef<Freshness>('Freshness').implement({
  description: 'How complete and how fresh the data of one source are.',
  authScopes: { permission: 'aggregates.read' },
  fields: (t) => ({
    source: t.exposeString('source', { description: 'Source system of the indicators.' }),
    items: t.exposeInt('items', { description: 'Planned indicators that rest on it.' }),
    measured: t.exposeInt('measured', { description: 'Of these with a usable measurement.' }),
    latestMeasuredOn: t.expose('latestMeasuredOn', { type: 'Date', nullable: true, description: 'Newest measurement.' }),
  }),
})

export const IndicatorSummary = builder.prismaObject('IndicatorSummary', {
  description: 'Results of one indicator in a unit and everything below it.',
  authScopes: { permission: 'aggregates.read' },
  fields: (t) => ({
    indicator: t.relation('indicator', { description: 'The indicator.' }),
    unit: t.relation('unit', { description: 'The unit, with everything below it.' }),
    items: t.exposeInt('items', { description: 'Planned indicators.' }),
    measured: t.exposeInt('measured', { description: 'Of these with an achievement.' }),
    averagePct: t.float({
      nullable: true,
      description: 'Mean achievement of the measured ones in per cent, two decimals; empty when none is measured.',
      select: { sumPct: true, measured: true },
      resolve: ({ sumPct, measured }) => (measured > 0 ? sumPct.dividedBy(measured).toDecimalPlaces(2).toNumber() : null),
    }),
    above: t.exposeInt('above', { description: 'Above expectation.' }),
    same: t.int({
      description: 'As expected.',
      select: { measured: true, above: true, below: true },
      resolve: ({ measured, above, below }) => measured - above - below,
    }),
    below: t.exposeInt('below', { description: 'Below expectation.' }),
    latestMeasuredOn: t.expose('latestMeasuredOn', { type: 'Date', nullable: true, description: 'Newest measurement.' }),
  }),
})

builder.queryFields((t) => {
  const scope = {
    periodKey: t.arg.string({ required: true, description: 'Period, `2025`.' }),
    underUnitId: t.arg.id({ description: 'Unit with everything below it; left out, the whole city.' }),
  }
  return {
    predikatDistribution: t.field({
      type: DistributionType,
      description: 'Spread of predikat and of both axes.',
      authScopes: { permission: 'aggregates.read' },
      args: scope,
      resolve: async (_root, args, context) => {
        const spread = await distributionOf(context.db, args)
        refuseSmall(spread.total, await smallestGroup(context, args.underUnitId))
        return spread
      },
    }),
    coverage: t.field({
      type: CoverageType,
      description: 'The funnel from employees to predikat.',
      authScopes: { permission: 'aggregates.read' },
      args: scope,
      resolve: async (_root, args, context) => {
        const coverage = await coverageOf(context.db, args)
        refuseSmall(coverage.employees, await smallestGroup(context, args.underUnitId))
        return coverage
      },
    }),
    dataFreshness: t.field({
      type: [FreshnessType],
      description: 'Freshness by source system, stalest first.',
      authScopes: { permission: 'aggregates.read' },
      args: scope,
      resolve: (_root, args, { db }) => freshnessOf(db, args),
    }),
    indicatorAverages: t.prismaConnection({
      type: IndicatorSummary,
      cursor: 'periodId_unitId_indicatorId',
      description: 'Averages by indicator, in the order of their codes.',
      authScopes: { permission: 'aggregates.read' },
      args: { ...scope, offset: offsetArg(t) },
      totalCount: async (_root, args, context) =>
        context.db.indicatorSummary.count({ where: await citySummaries(args, context) }),
      resolve: async (query, _root, { offset, ...args }, context) =>
        context.db.indicatorSummary.findMany({
          ...withOffset(query, offset),
          where: await citySummaries(args, context),
          orderBy: [{ indicator: { code: 'asc' } }, { unitId: 'asc' }],
        }),
    }),
    unitAverages: t.prismaConnection({
      type: IndicatorSummary,
      cursor: 'periodId_unitId_indicatorId',
      description: 'One indicator in the units directly below a unit, for a heatmap of units by indicator.',
      authScopes: { permission: 'aggregates.read' },
      args: { ...scope, indicatorId: t.arg.id({ description: 'Only this indicator.' }), offset: offsetArg(t) },
      totalCount: async (_root, args, context) =>
        context.db.indicatorSummary.count({ where: await childSummaries(args, context) }),
      resolve: async (query, _root, { offset, ...args }, context) =>
        context.db.indicatorSummary.findMany({
          ...withOffset(query, offset),
          where: await childSummaries(args, context),
          orderBy: [{ unit: { code: 'asc' } }, { indicator: { code: 'asc' } }],
        }),
    }),
  }
})

/** Summaries that rest on too few plans for the caller are left out. */
async function citySummaries(args: AggregateScope, context: Context) {
  return { ...summaryUnits(args), items: { gte: await smallestGroup(context, args.underUnitId) } }
}

async function childSummaries(
  { periodKey, underUnitId, indicatorId }: { periodKey: string; underUnitId?: string | null; indicatorId?: string | null },
  context: Context,
) {
  const parentId = await comparedUnit(context, underUnitId)
  return {
    period: { key: periodKey },
    unit: { parentId },
    items: { gte: await smallestGroup(context, underUnitId) },
    ...(indicatorId ? { indicatorId: idOf('Indicator', indicatorId) } : {}),
  }
}
