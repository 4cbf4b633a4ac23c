import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardNode } from '../../node-guards.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { seesRating } from '../policy.ts'
import { nextStepOf } from '../queries/next-step.ts'
import { visibleRatings } from '../queries/standing.ts'
import { appraisalWhere, seesAppraisal, visibleAppraisals } from '../queries.ts'
import {
  AppraisalKindEnum,
  AppraisalStateEnum,
  IkiStatusEnum,
  LevelEnum,
  MissingPolicyEnum,
  NoPredikatReasonEnum,
  PredikatEnum,
  RhkKindEnum,
  SystemOfRecordEnum,
} from './enums.ts'

/** Ratings are shown to the rated person from delivery on (TA2); to those who judge or check, always. */
const rating = {
  nullable: true,
  authScopes: (
    appraisal: { employeeId: string; state: Prisma.AppraisalGetPayload<object>['state'] },
    _args: unknown,
    { actor }: Context,
  ) => seesRating(actor, appraisal),
} as const

builder.prismaObject('IkiResult', {
  description: 'The computed achievement of one indicator inside an appraisal (F1).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place under its result.' }),
    indicatorVersion: t.relation('indicatorVersion', { description: 'The definition that was applied.' }),
    series: t.relation('series', { description: 'The measurements that it was computed from.' }),
    weight: t.expose('weight', { type: 'Decimal', description: 'Weight inside the result (LOCAL).' }),
    status: t.expose('status', { type: IkiStatusEnum, description: 'Outcome of F1.' }),
    missing: t.expose('missing', {
      type: MissingPolicyEnum,
      nullable: true,
      description: 'What a missing value does to the rating.',
    }),
    achievementPct: t.expose('achievementPct', {
      type: 'Decimal',
      nullable: true,
      description: 'Achievement in per cent, 0 to 120, two decimals, half-up.',
    }),
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'Below 90, from 90, from 110 (LOCAL thresholds).' }),
    realisedValue: t.expose('realisedValue', {
      type: 'Decimal',
      nullable: true,
      description: 'Aggregated realisation of the period, six decimals.',
    }),
    denominator: t.expose('denominator', { type: 'Decimal', nullable: true, description: 'Sum of the denominators.' }),
    targetMin: t.expose('targetMin', {
      type: 'Decimal',
      nullable: true,
      description: 'Lower end of the target as applied, scaled for excluded quarters.',
    }),
    targetMax: t.expose('targetMax', { type: 'Decimal', nullable: true, description: 'Upper end of the target as applied.' }),
    tolerancePct: t.expose('tolerancePct', { type: 'Decimal', nullable: true, description: 'Tolerance in per cent.' }),
    quartersUsed: t.exposeIntList('quartersUsed', { description: 'Quarters with a value.' }),
    quartersExcluded: t.exposeIntList('quartersExcluded', { description: 'Quarters left out for an accepted reason.' }),
    quartersNotSubmitted: t.exposeIntList('quartersNotSubmitted', { description: 'Due quarters without a submission.' }),
  }),
})

builder.prismaObject('RhkResult', {
  description: 'The computed achievement of one planned result inside an appraisal (F2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place in the plan.' }),
    title: t.exposeString('title', { description: 'The result as planned.' }),
    kind: t.expose('kind', { type: RhkKindEnum, description: 'Main or additional.' }),
    weight: t.expose('weight', { type: 'Decimal', description: 'Weight as planned, per cent (LOCAL).' }),
    share: t.expose('share', {
      type: 'Decimal',
      nullable: true,
      description: 'Share of the usable weight, 0 to 1; empty when left out.',
    }),
    achievementPct: t.expose('achievementPct', {
      type: 'Decimal',
      nullable: true,
      description: 'Weighted mean of its indicators, two decimals, half-up.',
    }),
    level: t.expose('level', {
      type: LevelEnum,
      nullable: true,
      description: 'Level of the rounded achievement (LOCAL thresholds).',
    }),
    iki: t.relatedConnection('ikiResults', {
      cursor: 'id',
      totalCount: true,
      description: 'Its indicators.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
})

export const Appraisal = builder.prismaNode('Appraisal', {
  id: { field: 'id' },
  description:
    'The judgement of one employee for one period: hasil kerja × perilaku → predikat, computed as a suggestion from frozen inputs.',
  authScopes: { signedIn: true },
  select: { id: true, employeeId: true, state: true },
  fields: (t) => ({
    employee: t.relation('employee', { description: 'Who is appraised.' }),
    period: t.relation('period', { description: 'For which period.' }),
    kind: t.expose('kind', { type: AppraisalKindEnum, description: 'Periodic or annual.' }),
    version: t.exposeInt('version', { description: '1, or higher for a successor after a granted keberatan.' }),
    isCurrent: t.exposeBoolean('isCurrent', { description: 'False for a version that a successor replaced.' }),
    state: t.expose('state', { type: AppraisalStateEnum, description: 'Where it stands.' }),
    system: t.expose('system', { type: SystemOfRecordEnum, description: 'System of record.' }),
    unit: t.relation('unit', { description: 'Unit as of the appraisal.' }),
    unitPath: t.exposeString('unitPath', { description: 'Names of the units from the top, as of the appraisal.' }),
    positionTitle: t.exposeString('positionTitle', { description: 'Position as of the appraisal.' }),
    penilai: t.relation('penilai', { nullable: true, description: 'Penilai as of the appraisal.' }),
    skp: t.relation('skp', { nullable: true, description: 'The plan that was appraised.' }),
    resultRating: t.expose('resultRating', { ...rating, type: LevelEnum, description: 'Rating hasil kerja (F2).' }),
    resultStatus: t.exposeString('resultStatus', { ...rating, description: 'OK or INSUFFICIENT_DATA; empty without a plan.' }),
    resultAmbiguous: t.exposeBoolean('resultAmbiguous', {
      ...rating,
      description: 'More than 30 % of the weight lies below (LOCAL): the penilai must justify.',
    }),
    shareAbove: t.expose('shareAbove', {
      ...rating,
      type: 'Decimal',
      description: 'Share of the weight above expectation, 0 to 1, four decimals.',
    }),
    shareBelow: t.expose('shareBelow', {
      ...rating,
      type: 'Decimal',
      description: 'Share of the weight below expectation, 0 to 1, four decimals.',
    }),
    weightedScore: t.expose('weightedScore', {
      ...rating,
      type: 'Decimal',
      description: 'Weighted achievement in per cent; ranks inside a peer group, decides nothing (LOCAL).',
    }),
    excludedWeightPct: t.expose('excludedWeightPct', {
      ...rating,
      type: 'Decimal',
      description: 'Weight without a usable measurement, per cent.',
    }),
    behaviourRating: t.expose('behaviourRating', { ...rating, type: LevelEnum, description: 'Rating perilaku (F3b).' }),
    behaviourAmbiguous: t.exposeBoolean('behaviourAmbiguous', {
      ...rating,
      description: 'Three or more of the seven values lie below.',
    }),
    behaviourAbove: t.exposeInt('behaviourAbove', { ...rating, description: 'Values above expectation, 0 to 7.' }),
    behaviourBelow: t.exposeInt('behaviourBelow', { ...rating, description: 'Values below expectation, 0 to 7.' }),
    predikat: t.expose('predikat', {
      ...rating,
      type: PredikatEnum,
      description: 'Predikat by the 3×3 table (F4), a suggestion until it is set by a named person.',
    }),
    noPredikatReason: t.expose('noPredikatReason', { ...rating, type: NoPredikatReasonEnum, description: 'Why there is none.' }),
    rulesVersion: t.exposeString('rulesVersion', { description: 'Version of the rules that computed it.' }),
    inputHash: t.exposeString('inputHash', { description: 'Fingerprint of everything that the computation read.' }),
    computedAt: t.expose('computedAt', { type: 'DateTime', description: 'When it was computed.' }),
    rhk: t.relatedConnection('rhkResults', {
      ...rating,
      cursor: 'id',
      totalCount: true,
      description: 'Planned results with their achievement.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
})

guardNode('Appraisal', seesAppraisal)

builder.prismaObjectField(Employee, 'appraisals', (t) =>
  t.relatedConnection('appraisals', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('appraisals'),
    description: 'Appraisals, newest first, replaced versions included.',
    query: (_args, { actor, now }) => ({
      where: visibleAppraisals(actor, now),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  }),
)

export const AppraisalFilter = builder.inputType('AppraisalFilter', {
  description: 'Which appraisals to list; conditions add up. Replaced versions are left out.',
  fields: (t) => ({
    periodKey: t.string({ description: 'Period, `2025`.' }),
    underUnitId: t.id({ description: 'In this unit or below it, as of the appraisal.' }),
    employeeId: t.id({ description: 'Of this employee.' }),
    search: t.string({ description: 'Part of the name or NIP, at most 100 characters.' }),
    state: t.field({ type: AppraisalStateEnum, description: 'Where it stands.' }),
    predikat: t.field({ type: PredikatEnum, description: 'With this predikat.' }),
    noPredikatReason: t.field({ type: NoPredikatReasonEnum, description: 'Without a predikat for this reason.' }),
    resultRating: t.field({ type: LevelEnum, description: 'Rating hasil kerja.' }),
    behaviourRating: t.field({ type: LevelEnum, description: 'Rating perilaku.' }),
    system: t.field({ type: SystemOfRecordEnum, description: 'System of record.' }),
    isAmbiguous: t.boolean({ description: 'Ambiguous on either axis, or on none.' }),
    waitingForMe: t.boolean({
      description: "The next step is the caller's; see also `appraisalsWaiting`, which holds the own ones too.",
    }),
  }),
})

const AppraisalOrder = builder.enumType('AppraisalOrder', {
  description: 'Order of a list of appraisals.',
  values: {
    NAME_ASC: { description: 'By name of the employee.' },
    NAME_DESC: { description: 'By name, last first.' },
    SCORE_DESC: { description: 'By weighted score, highest first.' },
    SCORE_ASC: { description: 'By weighted score, lowest first.' },
  },
})

const orders = {
  NAME_ASC: [{ employee: { name: 'asc' } }, { id: 'asc' }],
  NAME_DESC: [{ employee: { name: 'desc' } }, { id: 'desc' }],
  SCORE_DESC: [{ weightedScore: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  SCORE_ASC: [{ weightedScore: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
} as const satisfies Record<typeof AppraisalOrder.$inferType, readonly Prisma.AppraisalOrderByWithRelationInput[]>

async function listed(
  filter: typeof AppraisalFilter.$inferInput | null | undefined,
  context: Context,
): Promise<Prisma.AppraisalWhereInput> {
  const { actor, now } = context
  const waiting = filter?.waitingForMe ? [await nextStepOf(context)] : []
  return { AND: [appraisalWhere(filter), visibleRatings(actor, now), ...waiting] }
}

builder.queryFields((t) => ({
  appraisal: t.prismaField({
    type: Appraisal,
    description: 'One appraisal by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor, now }) =>
      found(
        await db.appraisal.findFirst({ ...query, where: { id: idOf('Appraisal', id), AND: [visibleAppraisals(actor, now)] } }),
      ),
  }),
  appraisals: t.prismaConnection({
    type: Appraisal,
    cursor: 'id',
    description:
      'Appraisals whose rating the caller may read: of those whom they appraise, of their units, and the own ones from delivery on. So no filter tells more than a record does.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: AppraisalFilter, description: 'Which appraisals.' }),
      orderBy: t.arg({ type: AppraisalOrder, defaultValue: 'NAME_ASC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: async (_root, { filter }, context) => context.db.appraisal.count({ where: await listed(filter, context) }),
    resolve: async (query, _root, { filter, orderBy, offset }, context) =>
      context.db.appraisal.findMany({
        ...withOffset(query, offset),
        where: await listed(filter, context),
        orderBy: [...orders[orderBy ?? 'NAME_ASC']],
      }),
  }),
}))
