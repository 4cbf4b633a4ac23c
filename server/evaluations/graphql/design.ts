import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { EvaluationDesignEnum } from '../../pembinaan/graphql/enums.ts'
import { Programme } from '../../pembinaan/graphql/programme.ts'
import { designVerdicts } from '../policy.ts'
import { designFacts, unitsAbovePrograms } from '../queries/facts.ts'
import { seesDesign, visibleDesigns } from '../queries.ts'

export const DesignStateEnum = builder.enumType('DesignState', {
  description: 'Where an evaluation design stands.',
  values: {
    RANCANGAN: { description: 'A draft.' },
    TERDAFTAR: { description: 'Registered and locked for good.' },
  } as const,
})

export const OutcomeLevelEnum = builder.enumType('OutcomeLevel', {
  description: 'Level of analysis: that at which people were assigned.',
  values: { UNIT: { description: 'Whole units.' }, PERSON: { description: 'People.' } } as const,
})

export const ImpactDesign = builder.prismaNode('ImpactDesign', {
  id: { field: 'id' },
  description:
    'How a programme is going to be judged, registered before it starts and locked (domain D8). Registered ones exist for whoever sees aggregates, drafts within the reach of `monitoring.read`.',
  authScopes: ({ id }, context) => seesDesign(context, id),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    programmeId: t.id({
      select: { programmeId: true },
      description: 'Global id of the programme.',
      resolve: ({ programmeId }) => encodeId('PembinaanProgramme', programmeId),
    }),
    programmeCode: t.string({
      select: { programme: { select: { code: true } } },
      description: 'Code of the programme.',
      resolve: ({ programme }) => programme.code,
    }),
    programmeName: t.string({
      select: { programme: { select: { name: true } } },
      description: 'Name of the programme.',
      resolve: ({ programme }) => programme.name,
    }),
    startsOn: t.field({
      type: 'Date',
      select: { programme: { select: { startsOn: true } } },
      description: 'First day of the programme: from then on a design is exploratory.',
      resolve: ({ programme }) => programme.startsOn,
    }),
    version: t.exposeInt('version', { description: 'Number within the programme.' }),
    state: t.expose('state', { type: DesignStateEnum, description: 'Where it stands.' }),
    allocation: t.expose('allocation', { type: EvaluationDesignEnum, description: 'How people were assigned.' }),
    level: t.expose('level', { type: OutcomeLevelEnum, description: 'Level of analysis.' }),
    indicator: t.relation('indicator', { nullable: true, description: 'The primary outcome.' }),
    secondaryIndicatorIds: t.idList({
      select: { secondaryIndicatorIds: true },
      description: 'Global ids of further outcomes; Holm corrects them.',
      resolve: ({ secondaryIndicatorIds }) => secondaryIndicatorIds.map((id) => encodeId('Indicator', id)),
    }),
    hypothesis: t.exposeString('hypothesis', { description: 'The change that is expected.' }),
    comparisonRule: t.exposeString('comparisonRule', { description: 'With whom those trained are compared.' }),
    preMonths: t.exposeInt('preMonths', { description: 'Months before.' }),
    postMonths: t.exposeInt('postMonths', { description: 'Months after.' }),
    minPerArm: t.exposeInt('minPerArm', { description: 'Least units or people in each arm for an interval.' }),
    plannedEffect: t.expose('plannedEffect', { type: 'Decimal', nullable: true, description: 'Effect to be seen.' }),
    plannedSd: t.expose('plannedSd', { type: 'Decimal', nullable: true, description: 'Standard deviation.' }),
    plannedCorrelation: t.expose('plannedCorrelation', {
      type: 'Decimal',
      nullable: true,
      description: 'Correlation of before and after, 0–1.',
    }),
    plannedPerArm: t.exposeInt('plannedPerArm', {
      nullable: true,
      description: 'Units or people needed in each arm, for 80 % power.',
    }),
    isExploratory: t.exposeBoolean('isExploratory', { description: 'Registered after the training had started.' }),
    contentHash: t.exposeString('contentHash', { nullable: true, description: 'SHA-256 over the content, set at registration.' }),
    registeredAt: t.expose('registeredAt', { type: 'DateTime', nullable: true, description: 'When it was registered.' }),
    registeredByName: t.exposeString('registeredByName', {
      nullable: true,
      description: 'By whom; `import` for one that a file declares.',
    }),
    revision: t.exposeInt('revision', { description: 'Counts each change; a step names the number that it read.' }),
    actions: t.field({
      type: [Action],
      description: 'EDIT (also for discarding) and REGISTER, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, { db, loaders, actor, now }) => {
        const facts = await loaders.load('impactDesign.facts', id, async (ids) => {
          const designs = await db.impactDesign.findMany({ where: { id: { in: [...ids] } } })
          const above = await unitsAbovePrograms(
            db,
            designs.map(({ programmeId }) => programmeId),
          )
          return ids.map((one) => {
            const design = designs.find((row) => row.id === one)
            return design ? designFacts(design, above.get(design.programmeId) ?? []) : null
          })
        })
        return namedVerdicts(designVerdicts(actor, found(facts), now))
      },
    }),
  }),
})

builder.prismaObjectFields(Programme, (t) => ({
  impactDesigns: t.relatedConnection('impactDesigns', {
    cursor: 'id',
    totalCount: true,
    description: 'How it is going to be judged, the newest version first; those that the caller may see.',
    query: (_args, { actor }) => ({ where: visibleDesigns(actor), orderBy: { version: 'desc' } }),
  }),
}))

const ImpactDesignFilter = builder.inputType('ImpactDesignFilter', {
  description: 'Which designs to list; conditions add up.',
  fields: (t) => ({
    programmeId: t.id({ description: 'Of this programme.' }),
    state: t.field({ type: DesignStateEnum, description: 'Where it stands.' }),
  }),
})

function listed(filter: typeof ImpactDesignFilter.$inferInput | null | undefined) {
  const { programmeId, state } = filter ?? {}
  return {
    ...(programmeId ? { programmeId: idOf('PembinaanProgramme', String(programmeId)) } : {}),
    ...(state ? { state } : {}),
  }
}

builder.queryFields((t) => ({
  impactDesign: t.prismaField({
    type: ImpactDesign,
    description: 'One design by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(await db.impactDesign.findFirst({ ...query, where: { id: idOf('ImpactDesign', id), AND: [visibleDesigns(actor)] } })),
  }),
  impactDesigns: t.prismaConnection({
    type: ImpactDesign,
    cursor: 'id',
    description: 'Evaluation designs that the caller may see, newest first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: ImpactDesignFilter, description: 'Which designs.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.impactDesign.count({ where: { AND: [listed(filter), visibleDesigns(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.impactDesign.findMany({
        ...withOffset(query, offset),
        where: { AND: [listed(filter), visibleDesigns(actor)] },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      }),
  }),
}))

guardBy(
  'ImpactDesign',
  ({ actor }) => visibleDesigns(actor),
  (db, where) => db.impactDesign.findMany({ where, select: { id: true } }),
)
