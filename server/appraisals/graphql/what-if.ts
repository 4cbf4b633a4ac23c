import { queryFromInfo } from '@pothos/plugin-prisma'
import { resolveCursorConnection } from '@pothos/plugin-relay'
import { builder } from '../../builder.ts'
import type { Employee as EmployeeRow, Unit as UnitRow } from '../../generated/prisma/client.ts'
import { bounds, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { cursorOfMover, pageOfMovers, whatIf } from '../queries/what-if.ts'
import type { Tried } from '../rules/what-if.ts'
import type { PredikatMove, UnitRanks, UnitShift, WhatIfCounts, WhatIfSummary } from '../rules/what-if-summary.ts'
import { KeyCountRef } from './aggregates.ts'
import { LevelEnum, PredikatEnum } from './enums.ts'

const WhatIfCountsType = builder.objectRef<WhatIfCounts>('WhatIfCounts').implement({
  description: 'How many appraisals a draft would have changed.',
  authScopes: { permission: 'appraisals.read' },
  fields: (t) => ({
    appraisals: t.exposeInt('appraisals', {
      description: 'Current appraisals of the period that use the indicator and whose rating the caller may read.',
    }),
    ownTargets: t.exposeInt('ownTargets', {
      description: 'Of these with an individually agreed target, which the draft does not change.',
    }),
    changedLevel: t.exposeInt('changedLevel', { description: 'Of these with another level of the indicator.' }),
    changedResult: t.exposeInt('changedResult', {
      description: 'With another rating hasil kerja, or with one gained or lost (F2).',
    }),
    changedPredikat: t.exposeInt('changedPredikat', { description: 'With another predikat, or with one gained or lost (F4).' }),
    helped: t.exposeInt('helped', { description: 'With a higher weighted score.' }),
    hurt: t.exposeInt('hurt', { description: 'With a lower weighted score.' }),
  }),
})

const WhatIfUnitType = builder.objectRef<UnitShift & { readonly unit: UnitRow }>('WhatIfUnit').implement({
  description: 'What a draft would have changed in one unit, without the units below it.',
  authScopes: { permission: 'appraisals.read' },
  fields: (t) => ({
    unit: t.expose('unit', { type: Unit, description: 'The unit as of the appraisals.' }),
    helped: t.exposeInt('helped', { description: 'Appraisals with a higher weighted score.' }),
    hurt: t.exposeInt('hurt', { description: 'Appraisals with a lower weighted score.' }),
    changedPredikat: t.exposeInt('changedPredikat', { description: 'Appraisals with another predikat.' }),
  }),
})

const PredikatMoveType = builder.objectRef<PredikatMove>('PredikatMove').implement({
  description: 'How many appraisals a draft would have taken from one predikat to another.',
  authScopes: { permission: 'appraisals.read' },
  fields: (t) => ({
    from: t.exposeString('from', { description: 'Predikat as it is, or NONE.' }),
    to: t.exposeString('to', { description: 'Predikat under the draft, or NONE; perhaps the same.' }),
    count: t.exposeInt('count', { description: 'Appraisals.' }),
  }),
})

const UnitRanksType = builder.objectRef<UnitRanks>('UnitRanks').implement({
  description: 'How far the order of the scores inside the units stays; units with fewer than 5 scores are left out (LOCAL).',
  authScopes: { permission: 'appraisals.read' },
  fields: (t) => ({
    coefficient: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        "Mean of Spearman's coefficient over the units, each counted by its people; four decimals. Empty without a unit to compare.",
      resolve: ({ coefficient }) => coefficient,
    }),
    units: t.exposeInt('units', { description: 'Units compared.' }),
    reordered: t.exposeInt('reordered', { description: 'Of these with another order of the scores.' }),
  }),
})

type Mover = Tried & { readonly employee: EmployeeRow }

const WhatIfMoverType = builder.objectRef<Mover>('WhatIfMover').implement({
  description: 'One person whom a draft would have moved.',
  authScopes: { permission: 'appraisals.read' },
  fields: (t) => ({
    employee: t.expose('employee', {
      type: Employee,
      nullable: true,
      description: 'Who; FORBIDDEN without the right to see the name.',
    }),
    scoreBefore: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Weighted score in per cent, two decimals, as it is (F2); empty without enough data.',
      resolve: ({ before }) => before.score,
    }),
    scoreAfter: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Weighted score under the draft; empty without enough data.',
      resolve: ({ after }) => after.score,
    }),
    resultBefore: t.field({
      type: LevelEnum,
      nullable: true,
      description: 'Rating hasil kerja as it is.',
      resolve: ({ before }) => before.result,
    }),
    resultAfter: t.field({
      type: LevelEnum,
      nullable: true,
      description: 'Rating hasil kerja under the draft.',
      resolve: ({ after }) => after.result,
    }),
    predikatBefore: t.field({
      type: PredikatEnum,
      nullable: true,
      description: 'Predikat as it is.',
      resolve: ({ before }) => before.predikat,
    }),
    predikatAfter: t.field({
      type: PredikatEnum,
      nullable: true,
      description: 'Predikat under the draft, with the same rating perilaku.',
      resolve: ({ after }) => after.predikat,
    }),
  }),
})

const WhatIfType = builder.objectRef<WhatIfSummary>('WhatIf').implement({
  description:
    'What a draft of an indicator would have done to the appraisals of a period, judged again from the inputs that were stored with them (F1, F2, F4). Nothing is saved.',
  authScopes: { permission: 'appraisals.read' },
  fields: (t) => ({
    counts: t.expose('counts', { type: WhatIfCountsType, description: 'How many change.' }),
    predikatBefore: t.expose('predikatBefore', {
      type: [KeyCountRef],
      description: 'Spread of predikat as it is, from SANGAT_BAIK to SANGAT_KURANG, and NONE.',
    }),
    predikatAfter: t.expose('predikatAfter', { type: [KeyCountRef], description: 'Spread of predikat under the draft.' }),
    moves: t.field({
      type: [PredikatMoveType],
      description: 'From which predikat to which, the unchanged included; only pairs that occur.',
      resolve: ({ moves }) => [...moves],
    }),
    unitRanks: t.expose('unitRanks', { type: UnitRanksType, description: 'How far the order inside the units stays.' }),
    units: t.field({
      type: [WhatIfUnitType],
      description: 'Units in which somebody moves, those with most moves first, at most 50.',
      resolve: async ({ units }, _args, context, info) => {
        const query = queryFromInfo({ context, info, typeName: 'Unit', path: ['unit'] })
        const rows = await context.db.unit.findMany({ ...query, where: { id: { in: units.map(({ unitId }) => unitId) } } })
        return units.map((shift) => ({ ...shift, unit: rowOf(rows, shift.unitId) }))
      },
    }),
    rankStability: t.expose('rankStability', {
      type: 'Decimal',
      nullable: true,
      description:
        "Spearman's coefficient of the weighted scores before and after, −1 to 1, four decimals; 1 is the same order. Empty for fewer than two scores, or when all are equal.",
    }),
    movers: t.connection(
      {
        type: WhatIfMoverType,
        description: 'Whose score, rating or predikat changes: first who gains or loses a score, then by the size of its change.',
        args: { offset: offsetArg(t) },
        resolve: async ({ movers }, { offset, ...args }, context, info) => {
          const { skip } = withOffset<{ skip?: number; cursor?: string }>(
            { cursor: args.after ?? args.before ?? undefined },
            offset,
          )
          const options = { args, defaultSize: bounds.defaultPage, maxSize: bounds.maxPage, toCursor: cursorOfMover }
          const connection = await resolveCursorConnection<Promise<Mover[]>>(options, async (slice) => {
            const page = pageOfMovers(movers, slice, skip)
            const paths = [
              ['nodes', 'employee'],
              ['edges', 'node', 'employee'],
            ]
            const query = queryFromInfo({ context, info, typeName: 'Employee', paths })
            const ids = page.map(({ employeeId }) => employeeId)
            const rows = await context.db.employee.findMany({ ...query, where: { id: { in: ids } } })
            return page.map((mover) => ({ ...mover, employee: rowOf(rows, mover.employeeId) }))
          })
          return { ...connection, count: movers.length }
        },
      },
      {
        fields: (fields) => ({
          totalCount: fields.int({ description: 'All who move, on all pages.', resolve: ({ count }) => count }),
        }),
      },
    ),
  }),
})

function rowOf<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row {
  return found(rows.find((row) => row.id === id))
}

const WhatIfInput = builder.inputType('WhatIfInput', {
  description: 'Which draft to try, and on which appraisals.',
  fields: (t) => ({
    draftId: t.id({ required: true, description: 'Indicator version in DRAFT or REVIU.' }),
    periodKey: t.string({ required: true, description: 'Period whose appraisals are judged again, `2025` or `2025-TW1`.' }),
  }),
})

builder.queryField('whatIf', (t) =>
  t.field({
    type: WhatIfType,
    description:
      'What publishing a draft would have changed in the appraisals of a period. A target that equals the one of the version which the plan pins follows the draft; an individually agreed one stays. The same holds for the weight: a plan that took the weight of the catalogue takes the new one, 0 for a family that the draft no longer names. NOT_FOUND when there is no such draft or period that the caller may see.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: WhatIfInput, required: true, description: 'Draft and period.' }) },
    resolve: (_root, { input: { draftId, periodKey } }, { database, actor, now }) =>
      whatIf(database, actor, now, { draftId: idOf('IndicatorVersion', draftId), periodKey }),
  }),
)
