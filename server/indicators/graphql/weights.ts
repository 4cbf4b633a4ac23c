import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { encodeId } from '../../list.ts'
import { proposeFamilyWeights } from '../commands/weights.ts'
import { mayCreate } from '../policy.ts'
import { familyWeights } from '../queries/weights.ts'
import type { FamilyWeights, WeightCell } from '../rules/weight-matrix.ts'
import { IndicatorStateEnum } from './enums.ts'

const WeightCellType = builder.objectRef<WeightCell>('WeightCell').implement({
  description: 'What one indicator weighs for one position family, in per cent of a plan (LOCAL).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    indicatorId: t.id({ description: 'The indicator.', resolve: ({ indicatorId }) => encodeId('Indicator', indicatorId) }),
    code: t.exposeString('code', { description: 'Code of the indicator.' }),
    name: t.exposeString('name', { description: 'Name of the indicator.' }),
    isUnitAttributed: t.exposeBoolean('isUnitAttributed', { description: 'Its result belongs to the unit, not to the person.' }),
    weight: t.expose('weight', {
      type: 'Decimal',
      nullable: true,
      description: 'Weight in force; empty when the version in force does not name the family.',
    }),
    weightMin: t.expose('weightMin', { type: 'Decimal', nullable: true, description: 'Least weight that a plan may choose.' }),
    weightMax: t.expose('weightMax', { type: 'Decimal', nullable: true, description: 'Greatest weight that a plan may choose.' }),
    draftWeight: t.expose('draftWeight', {
      type: 'Decimal',
      nullable: true,
      description:
        'Weight with the open draft published; that in force where there is no draft, empty where the draft drops the family.',
    }),
    draftState: t.field({
      type: IndicatorStateEnum,
      nullable: true,
      description: 'DRAFT or REVIU where an open draft exists that the caller may see.',
      resolve: ({ draftState }) => (draftState === 'NONE' ? null : draftState),
    }),
  }),
})

const FamilyWeightsType = builder.objectRef<FamilyWeights>('FamilyWeights').implement({
  description: 'The indicators of one position family with their weights (LOCAL policy: no national rule sets weights).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    family: t.exposeString('family', { description: 'Position family, for example `GURU`.' }),
    total: t.expose('total', { type: 'Decimal', description: 'Sum of the weights in force, per cent.' }),
    draftTotal: t.expose('draftTotal', { type: 'Decimal', description: 'Sum with every open draft published, per cent.' }),
    unitShare: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Share of indicators of the unit in `draftTotal`, per cent with 2 decimals; empty for a sum of 0.',
      resolve: ({ unitShare }) => unitShare,
    }),
    isComplete: t.exposeBoolean('isComplete', { description: '`draftTotal` is 100 ± 0.01 (LOCAL).' }),
    isUnitHeavy: t.exposeBoolean('isUnitHeavy', {
      description: '`unitShare` is above 30: too much for anyone but the head of a unit (LOCAL).',
    }),
    cells: t.field({
      type: [WeightCellType],
      description: 'Its indicators, heaviest first.',
      resolve: ({ cells }) => [...cells],
    }),
    actions: t.field({
      type: [Action],
      description: 'PROPOSE: other weights, as drafts of the indicators concerned.',
      resolve: (_row, _args, { actor }) => namedVerdicts({ PROPOSE: mayCreate(actor) }),
    }),
  }),
})

builder.queryField('familyWeights', (t) =>
  t.field({
    type: [FamilyWeightsType],
    description:
      'The weights of the catalogue by position family, in alphabetical order; drafts only for those who may read them.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, context) => familyWeights(context),
  }),
)

const ProposedWeightInput = builder.inputType('ProposedWeightInput', {
  description: 'The weight of one indicator.',
  fields: (t) => ({
    indicatorId: t.id({ required: true, description: 'The indicator; one that was published.' }),
    weight: t.field({
      type: 'Decimal',
      description: 'Per cent of a plan, 4 decimals; null takes the family out of the indicator.',
    }),
  }),
})

const ProposeFamilyWeightsInput = builder.inputType('ProposeFamilyWeightsInput', {
  description: 'Weights of a position family.',
  fields: (t) => ({
    family: t.string({ required: true, description: 'Position family in capitals.' }),
    weights: t.field({ type: [ProposedWeightInput], required: true, description: 'Only those that change, at most 100.' }),
  }),
})

builder.mutationField('proposeFamilyWeights', (t) =>
  t.field({
    type: ['ID'],
    description:
      'Writes the weights into drafts of the indicators concerned, starting those that are missing; answers the drafts. Nothing is in force before somebody else publishes them. WRONG_STATE where a draft is under review.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ProposeFamilyWeightsInput, required: true, description: 'The weights.' }) },
    resolve: async (_root, { input: { family, weights } }, { execute }) => {
      const drafts = await execute(proposeFamilyWeights, {
        family,
        weights: weights.map(({ indicatorId, weight = null }) => ({ indicatorId: String(indicatorId), weight })),
      })
      return drafts.map((id) => encodeId('IndicatorVersion', id))
    },
  }),
)
