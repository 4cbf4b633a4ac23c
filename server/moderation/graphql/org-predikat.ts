import { Action, namedVerdicts } from '../../actions.ts'
import { OrgPredikatEnum, PatternType } from '../../appraisals/graphql/objectivity.ts'
import { Period } from '../../appraisals/graphql/period.ts'
import { builder } from '../../builder.ts'
import { found, idOf, nobody } from '../../list.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { setOrgPredikat } from '../commands/org-predikat.ts'
import { maySetOrgPredikat } from '../policy.ts'
import { orgPredikatFacts } from '../queries/facts.ts'
import { type UnitPattern, unitPattern } from '../queries/pattern.ts'
import { SpreadType } from './spread.ts'

const authScopes = { permission: 'aggregates.read' } as const

const OrgPredikatDecision = builder.prismaNode('OrgPredikatDecision', {
  id: { field: 'id' },
  description: 'Predikat kinerja organisasi of a unit for a period (SE MenPANRB 3/2023). A correction is a later version.',
  authScopes,
  fields: (t) => ({
    unit: t.relation('unit', { description: 'The unit.' }),
    period: t.relation('period', { description: 'The period.' }),
    version: t.exposeInt('version', { description: 'Version, from 1.' }),
    isCurrent: t.exposeBoolean('isCurrent', { description: 'False once a later version replaced it.' }),
    predikat: t.expose('predikat', { type: OrgPredikatEnum, description: 'The predikat.' }),
    basis: t.exposeString('basis', { description: 'What it rests on.' }),
    justification: t.exposeString('justification', { nullable: true, description: 'Why the spread departs from the pattern.' }),
    advicePlanning: t.exposeString('advicePlanning', { nullable: true, description: 'Advice of the planning unit.' }),
    advicePersonnel: t.exposeString('advicePersonnel', { nullable: true, description: 'Advice of the personnel unit.' }),
    adviceInspectorate: t.exposeString('adviceInspectorate', { nullable: true, description: 'Advice of the inspectorate.' }),
    setAt: t.expose('setAt', { type: 'DateTime', description: 'When it was set.' }),
  }),
})

const UnitPatternType = builder.objectRef<UnitPattern>('UnitPattern').implement({
  description:
    'The spread of predikat of a unit beside its pattern (F6), as people are rated and as the evidence alone suggests. A consideration: it changes nobody.',
  authScopes,
  fields: (t) => ({
    mode: t.exposeString('mode', { description: 'Setting `distMode` on the last day of the period: WARN, BLOCK or OFF.' }),
    orgPredikat: t.expose('orgPredikat', { type: OrgPredikatEnum, nullable: true, description: 'Predikat of the organisation.' }),
    justification: t.exposeString('justification', { nullable: true, description: 'Why the spread departs from the pattern.' }),
    rated: t.expose('rated', {
      type: PatternType,
      nullable: true,
      description: 'The ratings as they stand, against the pattern.',
    }),
    suggested: t.expose('suggested', {
      type: PatternType,
      nullable: true,
      description: 'What the evidence suggests, against the pattern.',
    }),
    ratedSpread: t.expose('ratedCounts', {
      type: SpreadType,
      description: 'People by predikat as they are rated, without the leader.',
    }),
    suggestedSpread: t.expose('suggestedCounts', {
      type: SpreadType,
      description: 'People by predikat as the evidence suggests, without the leader.',
    }),
    version: t.exposeInt('version', { description: 'Version of the decision that holds; 0 before the first.' }),
    actions: t.field({
      type: [Action],
      description: 'SET, with the reason where the caller may not set the organisation predikat.',
      resolve: async ({ unitId, periodId }, _args, { db, actor }) =>
        namedVerdicts({ SET: maySetOrgPredikat(actor, found(await orgPredikatFacts(db, { unitId, periodId }))) }),
    }),
    below: t.exposeInt('below', {
      description: 'People rated below what the evidence suggests; each has a named decision and a reason.',
    }),
    above: t.exposeInt('above', { description: 'People rated above it.' }),
    pooledAt: t.prismaField({
      type: Unit,
      nullable: true,
      description: 'The nearest larger unit above, while this one is too small for a pattern (LOCAL).',
      resolve: (query, { pooledAtUnitId }, _args, { db }) =>
        db.unit.findUnique({ ...query, where: { id: pooledAtUnitId ?? nobody } }),
    }),
    pooled: t.expose('pooled', { type: PatternType, nullable: true, description: 'The check of that larger unit.' }),
  }),
})

const SetOrgPredikatInput = builder.inputType('SetOrgPredikatInput', {
  description: 'The predikat of an organisation.',
  fields: (t) => ({
    unitId: t.id({ required: true, description: 'Global id of the unit.' }),
    periodKey: t.string({ required: true, description: 'Period, `2025`.' }),
    version: t.int({ required: true, description: 'Version that was read; 0 before the first.' }),
    predikat: t.field({ type: OrgPredikatEnum, required: true, description: 'The predikat.' }),
    basis: t.string({ required: true, description: 'What it rests on, 10 to 4,000 characters.' }),
    justification: t.string({ description: 'Why the spread departs from the pattern; needed in mode WARN where it does.' }),
    advicePlanning: t.string({ description: 'Advice of the planning unit.' }),
    advicePersonnel: t.string({ description: 'Advice of the personnel unit.' }),
    adviceInspectorate: t.string({ description: 'Advice of the inspectorate.' }),
  }),
})

builder.queryFields((t) => ({
  unitPattern: t.field({
    type: UnitPatternType,
    description: 'Both pictures of a unit beside the pattern of its organisation predikat. K_ANONYMITY for too few people.',
    authScopes,
    args: {
      periodKey: t.arg.string({ required: true, description: 'Period, `2025`.' }),
      unitId: t.arg.id({ required: true, description: 'Global id of the unit.' }),
    },
    resolve: (_root, args, context) => unitPattern(context, args),
  }),
}))

builder.prismaObjectField(Period, 'orgPredikats', (t) =>
  t.relatedConnection('orgPredikats', {
    cursor: 'id',
    totalCount: true,
    authScopes,
    nullable: true,
    description: 'Organisation predikat that hold now.',
    query: { where: { isCurrent: true }, orderBy: { id: 'asc' } },
  }),
)

builder.mutationField('setOrgPredikat', (t) =>
  t.prismaField({
    type: OrgPredikatDecision,
    description: 'Sets the predikat of an organisation, by the leader one level above; at the top by the tim or the PPK (LOCAL).',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: SetOrgPredikatInput, required: true, description: 'The decision.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(setOrgPredikat, { ...input, unitId: idOf('Unit', input.unitId) })
      return db.orgPredikatDecision.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
