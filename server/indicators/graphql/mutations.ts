import { builder, type InputFields } from '../../builder.ts'
import { encodeId } from '../../list.ts'
import { createIndicator, discardIndicatorDraft, draftIndicatorVersion, updateIndicatorDraft } from '../commands/drafts.ts'
import { publishIndicatorDraft, returnIndicatorDraft, submitIndicatorDraft } from '../commands/review.ts'
import {
  AggregationEnum,
  AspectEnum,
  AttributionEnum,
  EvidenceKindEnum,
  FrequencyEnum,
  MeasureUnitEnum,
  PolarityEnum,
  TargetRuleEnum,
} from './enums.ts'
import { IndicatorVersion } from './version.ts'

const FamilyWeightInput = builder.inputType('FamilyWeightInput', {
  description: 'Weight for one position family.',
  fields: (t) => ({
    family: t.string({ required: true, description: 'Position family in capitals, for example `KEPALA_SEKOLAH`.' }),
    weight: t.field({ type: 'Decimal', required: true, description: 'Usual weight, above 0 up to 100 per cent, 4 decimals.' }),
    weightMin: t.field({ type: 'Decimal', description: 'Least weight, per cent.' }),
    weightMax: t.field({ type: 'Decimal', description: 'Greatest weight, per cent.' }),
  }),
})

/** The part of a definition without which F1 cannot be chosen: it has no default. */
export function requiredFields(t: InputFields) {
  return {
    aspect: t.field({ type: AspectEnum, required: true, description: 'Aspect.' }),
    unit: t.field({ type: MeasureUnitEnum, required: true, description: 'Unit of measure.' }),
    polarity: t.field({ type: PolarityEnum, required: true, description: 'Which realisation is good.' }),
    aggregation: t.field({ type: AggregationEnum, required: true, description: 'How quarters become a year.' }),
    frequency: t.field({ type: FrequencyEnum, required: true, description: 'How often a measurement falls due.' }),
    attribution: t.field({ type: AttributionEnum, required: true, description: 'To whom the result belongs.' }),
  }
}

/** The part of a definition that every draft may leave open. Amounts have up to 14 digits and 6 decimals. */
export function openFields(t: InputFields) {
  return {
    factor: t.field({ type: 'Decimal', description: 'Multiplies a ratio; 1 unless stated.' }),
    targetRule: t.field({ type: TargetRuleEnum, description: 'Where the target comes from; FIXED unless stated.' }),
    target: t.field({ type: 'Decimal', description: 'A single target; null for none.' }),
    targetMin: t.field({ type: 'Decimal', description: 'Lower end of a target range; null for none.' }),
    targetMax: t.field({ type: 'Decimal', description: 'Upper end of a target range; null for none.' }),
    tolerancePct: t.field({ type: 'Decimal', description: 'Half width of the band of STABILIZE, per cent; null for none.' }),
    maxValue: t.field({ type: 'Decimal', description: 'Largest possible value; null for none.' }),
    minDenominator: t.field({ type: 'Decimal', description: 'Smallest denominator that is rated; null for none.' }),
    levelLow: t.field({
      type: 'Decimal',
      description: 'Lower threshold of the levels, per cent, 2 decimals; null for the setting.',
    }),
    levelHigh: t.field({
      type: 'Decimal',
      description: 'Upper threshold of the levels, per cent, 2 decimals; null for the setting.',
    }),
    formulaText: t.string({ description: 'The formula in words, at most 4,000 characters.' }),
    numeratorText: t.string({ description: 'What the numerator counts, at most 4,000 characters.' }),
    denominatorText: t.string({ description: 'What the denominator counts, at most 4,000 characters.' }),
    exclusions: t.string({ description: 'What is not counted, at most 4,000 characters.' }),
    sourceSystem: t.string({ description: 'System of the data, at most 200 characters; needed for submission.' }),
    sourceOwner: t.string({ description: 'Keeper of the data, at most 200 characters; needed for submission.' }),
    evidenceTypes: t.field({ type: [EvidenceKindEnum], description: 'Kinds of evidence that a measurement needs.' }),
    gamingRisks: t.string({ description: 'How it could be gamed, at most 4,000 characters.' }),
    counterIndicatorCode: t.string({ description: 'Code of the balancing indicator; null for none.' }),
    lagDays: t.int({ description: 'Days until the data arrive, 0 to 366.' }),
    baselinePeriod: t.string({ description: 'Period of the baseline, at most 60 characters; null for none.' }),
    caseMixVariables: t.stringList({
      description: 'What a fair comparison adjusts for: at most 20, each at most 60 characters.',
    }),
    familyWeights: t.field({
      type: [FamilyWeightInput],
      description: 'All weights, at most 100; they replace those of the draft.',
    }),
    effectiveFrom: t.field({ type: 'Date', description: 'First day on which plans may pin it; today unless stated.' }),
  }
}

const CreateIndicatorInput = builder.inputType('CreateIndicatorInput', {
  description: 'A new indicator with its first draft.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: 'Code in capitals, digits and `-_.`, at most 30 characters; it never changes.',
    }),
    name: t.string({ required: true, description: 'Name, 3 to 300 characters.' }),
    ...requiredFields(t),
    ...openFields(t),
  }),
})

const UpdateIndicatorDraftInput = builder.inputType('UpdateIndicatorDraftInput', {
  description: 'A change of a draft: what is left out stays as it is.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the draft.' }),
    revision: t.int({ required: true, description: 'Revision that was read; STALE_VERSION when the draft has moved on.' }),
    name: t.string({ description: 'Name, 3 to 300 characters.' }),
    aspect: t.field({ type: AspectEnum, description: 'Aspect.' }),
    unit: t.field({ type: MeasureUnitEnum, description: 'Unit of measure.' }),
    polarity: t.field({ type: PolarityEnum, description: 'Which realisation is good.' }),
    aggregation: t.field({ type: AggregationEnum, description: 'How quarters become a year.' }),
    frequency: t.field({ type: FrequencyEnum, description: 'How often a measurement falls due.' }),
    attribution: t.field({ type: AttributionEnum, description: 'To whom the result belongs.' }),
    ...openFields(t),
  }),
})

const DraftIndicatorVersionInput = builder.inputType('DraftIndicatorVersionInput', {
  description: 'Which indicator gets a new version.',
  fields: (t) => ({ indicatorId: t.id({ required: true, description: 'Global id of the indicator.' }) }),
})

const SubmitIndicatorDraftInput = builder.inputType('SubmitIndicatorDraftInput', {
  description: 'Which draft is submitted.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the draft.' }) }),
})

const DiscardIndicatorDraftInput = builder.inputType('DiscardIndicatorDraftInput', {
  description: 'Which draft is thrown away.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the draft.' }) }),
})

const PublishIndicatorDraftInput = builder.inputType('PublishIndicatorDraftInput', {
  description: 'Which draft is published.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the draft.' }),
    revision: t.int({ description: 'Revision that the approver has read; STALE_VERSION when the draft has moved on.' }),
  }),
})

const ReturnIndicatorDraftInput = builder.inputType('ReturnIndicatorDraftInput', {
  description: 'Which draft is returned, and why.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the draft.' }),
    reason: t.string({ required: true, description: 'What its author should change, 3 to 500 characters.' }),
  }),
})

const DiscardedDraft = builder.objectRef<{ id: string }>('DiscardedDraft').implement({
  description: 'What remains of a draft that was thrown away.',
  authScopes: { signedIn: true },
  fields: (t) => ({ id: t.exposeID('id', { description: 'Global id that the draft had.' }) }),
})

builder.mutationFields((t) => ({
  createIndicator: t.prismaField({
    type: IndicatorVersion,
    description: 'Enters an indicator and answers its first draft. CONFLICT when the code is taken.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: CreateIndicatorInput, required: true, description: 'The indicator.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.indicatorVersion.findUniqueOrThrow({ ...query, where: { id: await execute(createIndicator, input) } }),
  }),
  draftIndicatorVersion: t.prismaField({
    type: IndicatorVersion,
    description:
      'Starts the next version from the one in force. CONFLICT when there is a draft already, WRONG_STATE when none is in force.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: DraftIndicatorVersionInput, required: true, description: 'The indicator.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.indicatorVersion.findUniqueOrThrow({ ...query, where: { id: await execute(draftIndicatorVersion, input) } }),
  }),
  updateIndicatorDraft: t.prismaField({
    type: IndicatorVersion,
    description: 'Changes a draft. STALE_VERSION when somebody else changed it first, WRONG_STATE once it was submitted.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: UpdateIndicatorDraftInput, required: true, description: 'The change.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.indicatorVersion.findUniqueOrThrow({ ...query, where: { id: await execute(updateIndicatorDraft, input) } }),
  }),
  submitIndicatorDraft: t.prismaField({
    type: IndicatorVersion,
    description: 'Submits a draft for approval. INVALID_INPUT names the fields that F1 could not work with.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: SubmitIndicatorDraftInput, required: true, description: 'The draft.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.indicatorVersion.findUniqueOrThrow({ ...query, where: { id: await execute(submitIndicatorDraft, input) } }),
  }),
  returnIndicatorDraft: t.prismaField({
    type: IndicatorVersion,
    description: 'Returns a submitted draft to its author with a reason.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ReturnIndicatorDraftInput, required: true, description: 'The draft and the reason.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.indicatorVersion.findUniqueOrThrow({ ...query, where: { id: await execute(returnIndicatorDraft, input) } }),
  }),
  publishIndicatorDraft: t.prismaField({
    type: IndicatorVersion,
    description: 'Publishes a submitted draft and supersedes the version in force. CONFLICT_OF_INTEREST for whoever wrote on it.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: PublishIndicatorDraftInput, required: true, description: 'The draft.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.indicatorVersion.findUniqueOrThrow({ ...query, where: { id: await execute(publishIndicatorDraft, input) } }),
  }),
  discardIndicatorDraft: t.field({
    type: DiscardedDraft,
    description: 'Throws a draft away; an indicator that was never published goes with it.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: DiscardIndicatorDraftInput, required: true, description: 'The draft.' }) },
    resolve: async (_root, { input }, { execute }) => ({
      id: encodeId('IndicatorVersion', await execute(discardIndicatorDraft, input)),
    }),
  }),
}))
