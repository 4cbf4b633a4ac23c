import { builder } from '../../builder.ts'
import { canRead } from '../policy.ts'
import { userName } from '../queries.ts'
import {
  AggregationEnum,
  AspectEnum,
  AttributionEnum,
  EvidenceKindEnum,
  FrequencyEnum,
  IndicatorStateEnum,
  MeasureUnitEnum,
  PolarityEnum,
  TargetRuleEnum,
} from './enums.ts'

export const IndicatorVersion = builder.prismaNode('IndicatorVersion', {
  id: { field: 'id', description: 'Global id.' },
  description:
    'One version of a definition (B1). From AKTIF on its content never changes and is known by its hash; amounts are in the unit of the indicator.',
  authScopes: ({ state }, { actor }) => canRead(actor, state),
  runScopesOnType: true,
  select: { id: true, state: true },
  fields: (t) => ({
    indicator: t.relation('indicator', { description: 'The indicator.' }),
    version: t.exposeInt('version', { description: 'Number of the version, from 1.' }),
    state: t.expose('state', { type: IndicatorStateEnum, description: 'Standing of this version (G2).' }),
    name: t.exposeString('name', { description: 'Name of the indicator.' }),
    aspect: t.expose('aspect', { type: AspectEnum, description: 'Which side of a result it looks at.' }),
    unit: t.expose('unit', { type: MeasureUnitEnum, description: 'Unit of its values and targets.' }),
    polarity: t.expose('polarity', { type: PolarityEnum, description: 'Which realisation is good; decides the formula of F1.' }),
    aggregation: t.expose('aggregation', { type: AggregationEnum, description: 'How quarters become the value of a year.' }),
    factor: t.expose('factor', {
      type: 'Decimal',
      description: 'Multiplies a ratio: 100 for per cent, 1000 for a rate per thousand.',
    }),
    frequency: t.expose('frequency', { type: FrequencyEnum, description: 'How often a measurement falls due.' }),
    attribution: t.expose('attribution', { type: AttributionEnum, description: 'To whom the result belongs.' }),
    formulaText: t.exposeString('formulaText', { description: 'The formula in words.' }),
    numeratorText: t.exposeString('numeratorText', { description: 'What the numerator counts.' }),
    denominatorText: t.exposeString('denominatorText', { description: 'What the denominator counts.' }),
    exclusions: t.exposeString('exclusions', { description: 'What is not counted.' }),
    targetRule: t.expose('targetRule', { type: TargetRuleEnum, description: 'Where the target of a plan comes from (B4).' }),
    target: t.expose('target', {
      type: 'Decimal',
      nullable: true,
      description: 'A single target; empty where it is a range or drawn from data.',
    }),
    targetMin: t.expose('targetMin', { type: 'Decimal', nullable: true, description: 'Lower end of a target range.' }),
    targetMax: t.expose('targetMax', { type: 'Decimal', nullable: true, description: 'Upper end of a target range.' }),
    tolerancePct: t.expose('tolerancePct', {
      type: 'Decimal',
      nullable: true,
      description: 'Half width of the band of STABILIZE, in per cent of the target.',
    }),
    maxValue: t.expose('maxValue', {
      type: 'Decimal',
      nullable: true,
      description: 'Largest possible value; a larger measurement is refused.',
    }),
    minDenominator: t.expose('minDenominator', {
      type: 'Decimal',
      nullable: true,
      description: 'With a smaller denominator the result is shown but not rated (LOCAL).',
    }),
    levelLow: t.expose('levelLow', {
      type: 'Decimal',
      nullable: true,
      description: 'Achievement in per cent below which the level is DI_BAWAH (LOCAL); empty for the setting levelLow.',
    }),
    levelHigh: t.expose('levelHigh', {
      type: 'Decimal',
      nullable: true,
      description: 'Achievement in per cent from which the level is DI_ATAS (LOCAL); empty for the setting levelHigh.',
    }),
    sourceSystem: t.exposeString('sourceSystem', { description: 'System that the data come from.' }),
    sourceOwner: t.exposeString('sourceOwner', { description: 'Who keeps the data; preferably not those who are rated.' }),
    evidenceTypes: t.expose('evidenceTypes', {
      type: [EvidenceKindEnum],
      description: 'Kinds of evidence that a measurement needs; at most 5.',
    }),
    gamingRisks: t.exposeString('gamingRisks', { description: 'How it could be gamed, and what is done about that (B8).' }),
    counterIndicatorCode: t.exposeString('counterIndicatorCode', {
      nullable: true,
      description: 'Code of the indicator of quality that balances this one of volume.',
    }),
    lagDays: t.exposeInt('lagDays', { description: 'Days between the end of a quarter and the arrival of its data.' }),
    baselinePeriod: t.exposeString('baselinePeriod', {
      nullable: true,
      description: 'Period of the baseline, for example `2024`.',
    }),
    caseMixVariables: t.exposeStringList('caseMixVariables', {
      description: 'What a fair comparison adjusts for (B5); at most 20.',
    }),
    familyWeights: t.relation('familyWeights', {
      description: 'Weights per position family, by family; at most 100.',
      query: { orderBy: { family: 'asc' } },
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'First day on which plans may pin it.' }),
    contentHash: t.exposeString('contentHash', {
      nullable: true,
      description: 'SHA-256 over code, version and the canonical definition, in hexadecimal; empty before publication.',
    }),
    revision: t.exposeInt('revision', { description: 'Counts the changes of a draft; a change names the number that it read.' }),
    editedBy: t.string({
      nullable: true,
      description: 'Who changed the draft last; empty for the system and for users who are gone.',
      select: { editedById: true },
      resolve: ({ editedById }, _args, context) => (editedById === null ? null : userName(context, editedById)),
    }),
    approvedBy: t.string({
      nullable: true,
      description: 'Who published it; empty before, and for a catalogue that was in force already.',
      select: { approvedById: true },
      resolve: ({ approvedById }, _args, context) => (approvedById === null ? null : userName(context, approvedById)),
    }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true, description: 'When it was submitted.' }),
    returnReason: t.exposeString('returnReason', { nullable: true, description: 'Why the draft was returned the last time.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true, description: 'When it was published.' }),
    supersededAt: t.expose('supersededAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a newer version took its place.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the draft was started.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was changed last.' }),
  }),
})

builder.prismaObject('FamilyWeight', {
  description: 'Weight in per cent of a plan that an indicator carries for one position family.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    family: t.exposeString('family', { description: 'Position family (keluarga jabatan), for example `GURU`.' }),
    weight: t.expose('weight', { type: 'Decimal', description: 'Usual weight, per cent.' }),
    weightMin: t.expose('weightMin', {
      type: 'Decimal',
      nullable: true,
      description: 'Least weight that a plan may choose, per cent.',
    }),
    weightMax: t.expose('weightMax', {
      type: 'Decimal',
      nullable: true,
      description: 'Greatest weight that a plan may choose, per cent.',
    }),
  }),
})
