import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { ImpactDesign } from '../../evaluations/graphql/design.ts'
import { unitsAbovePrograms } from '../../evaluations/queries/facts.ts'
import { say } from '../../language.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { Programme } from '../../pembinaan/graphql/programme.ts'
import { evaluationVerdicts } from '../policy.ts'
import { seesImpact, visibleImpacts } from '../queries.ts'
import { type ClaimLimit, claimLimits } from '../rules/claim.ts'
import { ClaimLevelEnum, ClaimLimitEnum, ImpactVerdictEnum, OutcomeArmEnum } from './enums.ts'

const Limit = builder.objectRef<ClaimLimit>('ClaimLimitReason').implement({
  description: 'Why a claim is not higher.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.field({ type: ClaimLimitEnum, description: 'Code.', resolve: (code) => code }),
    reason: t.string({
      description: 'In the language of the caller.',
      resolve: (code, _args, { language }) => say(claimLimits[code], language),
    }),
  }),
})

builder.prismaObject('ImpactChange', {
  description: 'One unit of analysis as it went into a computation. People are numbered, not named.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('ImpactChange', id) }),
    unit: t.relation('unit', { nullable: true, description: 'The unit; empty where people were analysed.' }),
    arm: t.expose('arm', { type: OutcomeArmEnum, description: 'Trained, or compared with.' }),
    pre: t.expose('pre', { type: 'Decimal', description: 'Level before.' }),
    post: t.expose('post', { type: 'Decimal', description: 'Level after.' }),
    slope: t.expose('slope', { type: 'Decimal', nullable: true, description: 'Trend per period before.' }),
  }),
})

builder.prismaObject('ImpactPublication', {
  description: 'What the city says of a programme.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('ImpactPublication', id) }),
    version: t.exposeInt('version', { description: 'Edition.' }),
    isCurrent: t.exposeBoolean('isCurrent', { description: 'False once a later edition took its place.' }),
    summary: t.exposeString('summary', { description: 'In words that the claim carries.' }),
    verdict: t.expose('verdict', { type: ImpactVerdictEnum, description: 'What was shown.' }),
    claimLevel: t.expose('claimLevel', { type: ClaimLevelEnum, description: 'How much it says.' }),
    publishedByName: t.exposeString('publishedByName', { description: 'By whom.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When.' }),
  }),
})

export const ImpactEvaluation = builder.prismaNode('ImpactEvaluation', {
  id: { field: 'id' },
  description:
    'What a programme is seen to have changed in one outcome (F11, F11b, domain D8). Exists within the reach of `monitoring.read`, published ones for whoever sees aggregates.',
  authScopes: ({ id }, context) => seesImpact(context, id),
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
    design: t.relation('design', { description: 'The design that it follows.' }),
    outcome: t.exposeString('outcome', { description: 'Code of the indicator.' }),
    version: t.exposeInt('version', { description: 'Number of the computation.' }),
    isCurrent: t.exposeBoolean('isCurrent', { description: 'False once a later computation took its place.' }),
    isPrimary: t.exposeBoolean('isPrimary', { description: 'The outcome that the design named first.' }),
    isExploratory: t.exposeBoolean('isExploratory', { description: 'Not registered before the training started.' }),
    nTrained: t.exposeInt('nTrained', { description: 'Units or people trained.' }),
    nCompared: t.exposeInt('nCompared', { description: 'Units or people compared with.' }),
    nDropped: t.exposeInt('nDropped', { description: 'Left out: read in one phase only.' }),
    rawChange: t.expose('rawChange', {
      type: 'Decimal',
      nullable: true,
      description: 'Mean change of the trained; 4 decimals, as all below.',
    }),
    effect: t.expose('effect', {
      type: 'Decimal',
      nullable: true,
      description: 'Difference of the mean changes (F11); empty without a comparison or with too few.',
    }),
    se: t.expose('se', { type: 'Decimal', nullable: true, description: 'Its standard error.' }),
    df: t.expose('df', { type: 'Decimal', nullable: true, description: 'Degrees of freedom (Welch–Satterthwaite).' }),
    ciLow: t.expose('ciLow', { type: 'Decimal', nullable: true, description: 'Lower limit of the 95 % interval.' }),
    ciHigh: t.expose('ciHigh', { type: 'Decimal', nullable: true, description: 'Upper limit of the 95 % interval.' }),
    g: t.expose('g', { type: 'Decimal', nullable: true, description: 'Effect in standard deviations before.' }),
    adjustedP: t.expose('adjustedP', {
      type: 'Decimal',
      nullable: true,
      description: 'p value after Holm, for further outcomes.',
    }),
    trendEffect: t.expose('trendEffect', {
      type: 'Decimal',
      nullable: true,
      description: 'Difference of the trends before, per period.',
    }),
    trendLow: t.expose('trendLow', { type: 'Decimal', nullable: true, description: 'Lower limit of its 95 % interval.' }),
    trendHigh: t.expose('trendHigh', { type: 'Decimal', nullable: true, description: 'Upper limit of its 95 % interval.' }),
    trendPassed: t.exposeBoolean('trendPassed', {
      nullable: true,
      description: 'That interval includes 0; empty where untested.',
    }),
    permutationP: t.expose('permutationP', { type: 'Decimal', nullable: true, description: 'Permutation test, for few units.' }),
    proportionEffect: t.expose('proportionEffect', { type: 'Decimal', nullable: true, description: 'Over pooled cases (F11b).' }),
    proportionLow: t.expose('proportionLow', {
      type: 'Decimal',
      nullable: true,
      description: 'Lower limit of its 95 % interval.',
    }),
    proportionHigh: t.expose('proportionHigh', {
      type: 'Decimal',
      nullable: true,
      description: 'Upper limit of its 95 % interval.',
    }),
    verdict: t.expose('verdict', { type: ImpactVerdictEnum, description: 'What was shown.' }),
    claimLevel: t.expose('claimLevel', { type: ClaimLevelEnum, description: 'How much may be said.' }),
    limits: t.field({
      type: [Limit],
      select: { limits: true },
      description: 'Why the claim is not higher.',
      resolve: ({ limits }) => limits as ClaimLimit[],
    }),
    concurrentChange: t.exposeString('concurrentChange', { nullable: true, description: 'What else changed at the same time.' }),
    rulesVersion: t.exposeString('rulesVersion', { description: 'Of the rules.' }),
    inputHash: t.exposeString('inputHash', { description: 'SHA-256 over the readings.' }),
    computedAt: t.expose('computedAt', { type: 'DateTime', description: 'When it was computed.' }),
    changes: t.relatedConnection('changes', {
      cursor: 'id',
      totalCount: true,
      description: 'What went in, the trained first.',
      query: { orderBy: [{ arm: 'asc' }, { id: 'asc' }] },
    }),
    publications: t.relatedConnection('publications', {
      cursor: 'id',
      totalCount: true,
      description: 'Editions, the newest first.',
      query: { orderBy: { version: 'desc' } },
    }),
    actions: t.field({
      type: [Action],
      description: 'COMPUTE (again) and PUBLISH, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, { db, loaders, actor }) => {
        const facts = await loaders.load('impactEvaluation.facts', id, async (ids) => {
          const rows = await db.impactEvaluation.findMany({ where: { id: { in: [...ids] } } })
          const above = await unitsAbovePrograms(
            db,
            rows.map(({ programmeId }) => programmeId),
          )
          return ids.map((one) => {
            const row = rows.find((each) => each.id === one)
            return row ? { ...row, underUnitIds: above.get(row.programmeId) ?? [] } : null
          })
        })
        return namedVerdicts(evaluationVerdicts(actor, found(facts)))
      },
    }),
  }),
})

builder.prismaObjectFields(ImpactDesign, (t) => ({
  evaluations: t.relatedConnection('evaluations', {
    cursor: 'id',
    totalCount: true,
    description: 'What was computed by it, newest first; those that the caller may see.',
    query: (_args, { actor }) => ({ where: visibleImpacts(actor), orderBy: [{ computedAt: 'desc' }, { id: 'asc' }] }),
  }),
}))

builder.prismaObjectFields(Programme, (t) => ({
  impactEvaluations: t.relatedConnection('impactEvaluations', {
    cursor: 'id',
    totalCount: true,
    description: 'What it is seen to have changed, newest first; those that the caller may see.',
    query: (_args, { actor }) => ({ where: visibleImpacts(actor), orderBy: [{ computedAt: 'desc' }, { id: 'asc' }] }),
  }),
}))

const ImpactEvaluationFilter = builder.inputType('ImpactEvaluationFilter', {
  description: 'Which evaluations to list; conditions add up.',
  fields: (t) => ({
    programmeId: t.id({ description: 'Of this programme.' }),
    verdict: t.field({ type: ImpactVerdictEnum, description: 'What was shown.' }),
    claimLevel: t.field({ type: ClaimLevelEnum, description: 'How much may be said.' }),
    isCurrent: t.boolean({ description: 'The newest computation of its outcome.' }),
    search: t.string({ description: 'Part of the name of the programme, at most 100 characters.' }),
  }),
})

function listed(filter: typeof ImpactEvaluationFilter.$inferInput | null | undefined) {
  const { programmeId, verdict, claimLevel, isCurrent, search } = filter ?? {}
  return {
    ...(programmeId ? { programmeId: idOf('PembinaanProgramme', String(programmeId)) } : {}),
    ...(verdict ? { verdict } : {}),
    ...(claimLevel ? { claimLevel } : {}),
    ...(typeof isCurrent === 'boolean' ? { isCurrent } : {}),
    ...(search ? { programme: { name: { contains: search.trim().slice(0, 100), mode: 'insensitive' as const } } } : {}),
  }
}

builder.queryFields((t) => ({
  impactEvaluation: t.prismaField({
    type: ImpactEvaluation,
    description: 'One evaluation by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(
        await db.impactEvaluation.findFirst({
          ...query,
          where: { id: idOf('ImpactEvaluation', id), AND: [visibleImpacts(actor)] },
        }),
      ),
  }),
  impactEvaluations: t.prismaConnection({
    type: ImpactEvaluation,
    cursor: 'id',
    description: 'Evaluations that the caller may see, newest first: the effects of programmes.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: ImpactEvaluationFilter, description: 'Which evaluations.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.impactEvaluation.count({ where: { AND: [listed(filter), visibleImpacts(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.impactEvaluation.findMany({
        ...withOffset(query, offset),
        where: { AND: [listed(filter), visibleImpacts(actor)] },
        orderBy: [{ computedAt: 'desc' }, { id: 'asc' }],
      }),
  }),
}))

guardBy(
  'ImpactEvaluation',
  ({ actor }) => visibleImpacts(actor),
  (db, where) => db.impactEvaluation.findMany({ where, select: { id: true } }),
)
