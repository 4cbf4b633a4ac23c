import { builder } from '../../builder.ts'
import { encodeId } from '../../list.ts'
import {
  type Cell,
  type Heatmap,
  heatmapOf,
  type PeriodSpread,
  spreadByPeriod,
  spreadByUnit,
  type UnitHead,
  type UnitSpread,
} from '../queries/compare.ts'
import { KeyCountRef } from './aggregates.ts'
import { PeriodKindEnum } from './enums.ts'

const authScopes = { permission: 'aggregates.read' } as const

/** Where fewer people stand behind a figure than the setting allows, it is not told to those who may not read the rows. */
const hiddenNote = 'True when the group is too small (setting `kInternal`, LOCAL) for a caller who may not read its rows.'

const UnitHeadType = builder.objectRef<UnitHead>('UnitHeading').implement({
  description: 'A unit as a heading of a comparison.',
  authScopes,
  fields: (t) => ({
    id: t.id({ description: 'Global id of the unit.', resolve: ({ id }) => encodeId('Unit', id) }),
    code: t.exposeString('code', { description: 'Code of the unit.' }),
    name: t.exposeString('name', { description: 'Name of the unit today.' }),
  }),
})

const IndicatorHeadType = builder.objectRef<UnitHead>('IndicatorHeading').implement({
  description: 'An indicator as a heading of a comparison.',
  authScopes,
  fields: (t) => ({
    id: t.id({ description: 'Global id of the indicator.', resolve: ({ id }) => encodeId('Indicator', id) }),
    code: t.exposeString('code', { description: 'Code in the catalogue.' }),
    name: t.exposeString('name', { description: 'Name.' }),
  }),
})

const UnitSpreadType = builder.objectRef<UnitSpread>('UnitSpread').implement({
  description: 'How the predikat are spread in one unit and everything below it.',
  authScopes,
  fields: (t) => ({
    unit: t.expose('unit', { type: UnitHeadType, description: 'The unit.' }),
    isSuppressed: t.exposeBoolean('isSuppressed', { description: hiddenNote }),
    total: t.exposeInt('total', { nullable: true, description: 'People with an appraisal row; empty where suppressed.' }),
    counts: t.expose('counts', {
      type: [KeyCountRef],
      description: 'By predikat, and by reason for none; keys without anybody are left out.',
    }),
  }),
})

const PeriodSpreadType = builder.objectRef<PeriodSpread>('PeriodSpread').implement({
  description: 'How the predikat of a unit and everything below it were spread in one period.',
  authScopes,
  fields: (t) => ({
    periodKey: t.exposeString('periodKey', { description: '`2025` or `2025-TW1`.' }),
    kind: t.expose('kind', { type: PeriodKindEnum, description: 'Year or quarter.' }),
    isSuppressed: t.exposeBoolean('isSuppressed', { description: hiddenNote }),
    total: t.exposeInt('total', { nullable: true, description: 'People with an appraisal row; empty where suppressed.' }),
    counts: t.expose('counts', {
      type: [KeyCountRef],
      description: 'By predikat, and by reason for none; keys without anybody are left out.',
    }),
  }),
})

const CellType = builder.objectRef<Cell>('HeatmapCell').implement({
  description: 'One indicator in one unit with everything below it.',
  authScopes,
  fields: (t) => ({
    unitId: t.id({ description: 'Global id of the unit.', resolve: ({ unitId }) => encodeId('Unit', unitId) }),
    indicatorId: t.id({
      description: 'Global id of the indicator.',
      resolve: ({ indicatorId }) => encodeId('Indicator', indicatorId),
    }),
    items: t.exposeInt('items', { nullable: true, description: 'Planned indicators; empty where suppressed.' }),
    measured: t.exposeInt('measured', { nullable: true, description: 'Of these with an achievement; empty where suppressed.' }),
    averagePct: t.exposeFloat('averagePct', {
      nullable: true,
      description: 'Mean achievement of the measured ones in per cent, two decimals; empty when none is measured, or suppressed.',
    }),
    isSuppressed: t.exposeBoolean('isSuppressed', { description: hiddenNote }),
  }),
})

const HeatmapType = builder.objectRef<Heatmap>('Heatmap').implement({
  description: 'Mean achievement of the most used indicators (at most 40) in the units directly below one (at most 80).',
  authScopes,
  fields: (t) => ({
    units: t.expose('units', { type: [UnitHeadType], description: 'The rows, in the order of their codes.' }),
    indicators: t.expose('indicators', { type: [IndicatorHeadType], description: 'The columns, in the order of their codes.' }),
    cells: t.expose('cells', {
      type: [CellType],
      extensions: { rows: 1_000 },
      description: 'Where a plan names the indicator; a pair that is left out has none.',
    }),
  }),
})

builder.queryFields((t) => {
  const underUnitId = t.arg.id({ description: 'The unit whose parts are compared; left out, the whole city.' })
  const periodKey = t.arg.string({ required: true, description: 'Period, `2025`.' })
  return {
    predikatByUnit: t.field({
      type: [UnitSpreadType],
      description: 'Spread of predikat in each unit directly below one, in the order of their codes; at most 300.',
      extensions: { rows: 100 },
      authScopes,
      args: { periodKey, underUnitId },
      resolve: (_root, args, context) => spreadByUnit(context, args),
    }),
    predikatByPeriod: t.field({
      type: [PeriodSpreadType],
      description: 'Spread of predikat in a unit and everything below it over the periods, oldest first; the last 24.',
      authScopes,
      args: { underUnitId, kind: t.arg({ type: PeriodKindEnum, required: true, description: 'Years, or quarters.' }) },
      resolve: (_root, args, context) => spreadByPeriod(context, args),
    }),
    achievementHeatmap: t.field({
      type: HeatmapType,
      description: 'Units by indicators: how far targets are reached.',
      authScopes,
      args: { periodKey, underUnitId },
      resolve: (_root, args, context) => heatmapOf(context, args),
    }),
  }
})
