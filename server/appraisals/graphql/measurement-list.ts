import { builder } from '../../builder.ts'
import { userName } from '../../indicators/queries.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { type RealisationCount, realisationCounts, realisationWhere } from '../queries/measurements.ts'
import { realisationFacts } from '../queries/standing.ts'
import { visibleRealisations } from '../queries.ts'
import { RealisationStateEnum } from './enums.ts'
import { Realisation } from './measurement.ts'

builder.prismaObjectFields(Realisation, (t) => ({
  isLatest: t.boolean({
    description: 'False once a newer record of the same quarter has taken its place.',
    resolve: async ({ id }, _args, context) => found(await realisationFacts(context, id)).isLatest,
  }),
  isVerified: t.boolean({
    description: 'Somebody other than its recorder verified it, or a system delivered it; the fourth part of its quality.',
    select: { state: true },
    resolve: ({ state }) => state === 'VERIFIED' || state === 'LOCKED',
  }),
  recordedBy: t.string({
    nullable: true,
    description: 'Who recorded it; empty for an import or a system.',
    select: { recordedById: true },
    resolve: ({ recordedById }, _args, context) => (recordedById === null ? null : userName(context, recordedById)),
  }),
  verifiedBy: t.string({
    nullable: true,
    description: 'Who verified or rejected it; empty for an import or a system.',
    select: { verifiedById: true },
    resolve: ({ verifiedById }, _args, context) => (verifiedById === null ? null : userName(context, verifiedById)),
  }),
  importRunId: t.id({
    nullable: true,
    description: 'The import that brought it, if one did.',
    select: { importRunId: true },
    resolve: ({ importRunId }) => (importRunId === null ? null : encodeId('ImportRun', importRunId)),
  }),
  createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was recorded here.' }),
}))

const RealisationCountType = builder.objectRef<RealisationCount>('RealisationCount').implement({
  description: 'How many measurements stand in one state.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: RealisationStateEnum, description: 'The state.' }),
    count: t.exposeInt('count', { description: 'Measurements that the caller may see.' }),
  }),
})

const RealisationFilter = builder.inputType('RealisationFilter', {
  description: 'Which measurements to list; conditions add up.',
  fields: (t) => ({
    state: t.field({ type: RealisationStateEnum, description: 'Where they stand.' }),
    periodKey: t.string({ description: 'Quarter, `2025-TW1`.' }),
    indicatorId: t.id({ description: 'Of this indicator.' }),
    employeeId: t.id({ description: 'Of this employee.' }),
    underUnitId: t.id({ description: 'Of this unit, or of somebody there or below.' }),
    search: t.string({ description: 'Part of a code, of the name of an indicator, a person or a unit; at most 100 characters.' }),
    isMissing: t.boolean({ description: 'Without a value, with the reason for that.' }),
    isOnTime: t.boolean({ description: 'Recorded by the closing day of their quarter, or later.' }),
  }),
})

const RealisationOrder = builder.enumType('RealisationOrder', {
  description: 'Order of a list of measurements.',
  values: {
    NEWEST: { description: 'Recorded last first.' },
    OLDEST: { description: 'Recorded first first: what waits longest.' },
    QUALITY_ASC: { description: 'Worst data quality first.' },
    QUALITY_DESC: { description: 'Best data quality first.' },
  },
})

const orders = {
  NEWEST: [{ id: 'desc' }],
  OLDEST: [{ id: 'asc' }],
  QUALITY_ASC: [{ quality: 'asc' }, { id: 'desc' }],
  QUALITY_DESC: [{ quality: 'desc' }, { id: 'desc' }],
} as const

builder.queryFields((t) => ({
  realisation: t.prismaField({
    type: Realisation,
    description: 'One measurement; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor, now }) => {
      const where = { AND: [{ id: idOf('Realisation', id) }, visibleRealisations(actor, now)] }
      return found(await db.realisation.findFirst({ ...query, where }))
    },
  }),
  realisations: t.prismaConnection({
    type: Realisation,
    cursor: 'id',
    description: 'Measurements, as far as the caller may see them.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: RealisationFilter, description: 'Which measurements.' }),
      orderBy: t.arg({ type: RealisationOrder, defaultValue: 'NEWEST', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, context) => context.db.realisation.count({ where: realisationWhere(context, filter) }),
    resolve: (query, _root, { filter, orderBy, offset }, context) =>
      context.db.realisation.findMany({
        ...withOffset(query, offset),
        where: realisationWhere(context, filter),
        orderBy: [...orders[orderBy ?? 'NEWEST']],
      }),
  }),
  realisationCounts: t.field({
    type: [RealisationCountType],
    description: 'Measurements by state (SUBMITTED, VERIFIED, REJECTED, LOCKED) for the other conditions of the filter.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: RealisationFilter, description: 'Which measurements; its state is left out.' }) },
    resolve: (_root, { filter }, context) => realisationCounts(context, filter),
  }),
}))
