import { builder } from '../../builder.ts'
import { roadSafety, type SiteChange } from '../queries/road-safety.ts'
import { type SeriesPoint, seriesOf } from '../queries/series.ts'
import { OutcomeArmEnum, OutcomePhaseEnum, SiteGroupEnum } from './enums.ts'
import { ImpactEvaluation } from './evaluation.ts'

const OutcomeSeriesPoint = builder.objectRef<SeriesPoint>('OutcomeSeriesPoint').implement({
  description: 'The outcome of one arm in one month.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    arm: t.expose('arm', { type: OutcomeArmEnum, description: 'Trained, or compared with.' }),
    phase: t.expose('phase', { type: OutcomePhaseEnum, description: 'Before or after.' }),
    month: t.expose('month', { type: 'Date', description: 'First day of the month, or of the quarter.' }),
    n: t.exposeInt('n', { description: 'Units or people that were read.' }),
    value: t.expose('value', { type: 'Decimal', description: 'Rate over pooled cases, or mean of the values; 4 decimals.' }),
  }),
})

builder.prismaObjectFields(ImpactEvaluation, (t) => ({
  series: t.field({
    type: [OutcomeSeriesPoint],
    select: { programmeId: true, outcome: true },
    description: 'The course of the outcome by arm and month, as it is known today.',
    resolve: ({ programmeId, outcome }, _args, { db }) => seriesOf(db, programmeId, outcome),
  }),
}))

const CrashRateChange = builder.objectRef<SiteChange>('CrashRateChange').implement({
  description: 'Change of the crash rate of a group of sites (F22).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    siteGroup: t.expose('siteGroup', { type: SiteGroupEnum, description: 'The group.' }),
    sites: t.exposeInt('sites', { description: 'Sites in it.' }),
    baselineYears: t.exposeInt('baselineYears', { description: 'Years before that it is compared with.' }),
    x0: t.exposeInt('x0', { description: 'Crashes before.' }),
    e0: t.expose('e0', { type: 'Decimal', description: 'Exposure before, in 10,000 vehicles.' }),
    x1: t.exposeInt('x1', { description: 'Crashes in the year.' }),
    e1: t.expose('e1', { type: 'Decimal', description: 'Exposure in the year, in 10,000 vehicles.' }),
    rr: t.exposeFloat('rr', { description: 'Rate after by rate before; 4 decimals, as the limits.' }),
    ciLow: t.exposeFloat('ciLow', { description: 'Lower limit of the 95 % interval.' }),
    ciHigh: t.exposeFloat('ciHigh', { description: 'Upper limit of the 95 % interval.' }),
    mayBeClaimed: t.exposeBoolean('mayBeClaimed', {
      description:
        'A reduction may be claimed: the upper limit is below 1 and the baseline has three years or more (regression to the mean).',
    }),
  }),
})

builder.queryFields((t) => ({
  roadSafety: t.field({
    type: [CrashRateChange],
    description: 'Crash rates of a year by group of sites, against the three years before and against the last one alone.',
    authScopes: { permission: 'aggregates.read' },
    args: { year: t.arg.int({ required: true, description: 'The year.' }) },
    resolve: (_root, { year }, { db }) => roadSafety(db, year),
  }),
}))
