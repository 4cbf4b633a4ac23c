import { BehaviourValueEnum, RhkKindEnum, SkpApproachEnum } from '../../appraisals/graphql/enums.ts'
import { builder } from '../../builder.ts'
import { AppendixKindEnum, CascadeKindEnum, SkpCloseReasonEnum, SkpSplitReasonEnum } from './enums.ts'

export const SkpStepInput = builder.inputType('SkpStepInput', {
  description: 'A plan, at the revision that was read.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the plan.' }),
    revision: t.int({ required: true, description: 'Revision that was read; STALE_VERSION when the plan has moved on.' }),
  }),
})

export const SkpReasonedStepInput = builder.inputType('SkpReasonedStepInput', {
  description: 'A plan, at the revision that was read, and why.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the plan.' }),
    revision: t.int({ required: true, description: 'Revision that was read; STALE_VERSION when the plan has moved on.' }),
    reason: t.string({ description: 'Why, 10 to 1,000 characters; REASON_REQUIRED without.' }),
  }),
})

export const CloseSkpInput = builder.inputType('CloseSkpInput', {
  description: 'A plan to close.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the plan.' }),
    revision: t.int({ required: true, description: 'Revision that was read.' }),
    closeReason: t.field({ type: SkpCloseReasonEnum, required: true, description: 'Why.' }),
    lastDay: t.field({ type: 'Date', description: 'Last day that it covers; that of the plan when left out.' }),
  }),
})

export const SplitSkpInput = builder.inputType('SplitSkpInput', {
  description: 'A plan that ends within its year.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the plan.' }),
    revision: t.int({ required: true, description: 'Revision that was read.' }),
    startsOn: t.field({ type: 'Date', required: true, description: 'First day of the next plan.' }),
    closeReason: t.field({ type: SkpSplitReasonEnum, required: true, description: 'Why.' }),
  }),
})

export const DraftSkpInput = builder.inputType('DraftSkpInput', {
  description: 'Whose plan is begun, for which year.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Global id of the employee.' }),
    year: t.int({ required: true, description: 'Performance year.' }),
    approach: t.field({ type: SkpApproachEnum, description: 'KUANTITATIF unless stated.' }),
    leadsUnit: t.boolean({ description: 'The person leads the unit; false unless stated.' }),
  }),
})

export const CopySkpInput = builder.inputType('CopySkpInput', {
  description: 'Whose last plan is copied, into which year.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Global id of the employee.' }),
    year: t.int({ required: true, description: 'Performance year of the copy.' }),
  }),
})

const IkiInput = builder.inputType('IkiInput', {
  description: 'An indicator of a planned result. Amounts have up to 14 digits and 6 decimals.',
  fields: (t) => ({
    id: t.id({ description: 'Global id of one that the plan has.' }),
    indicatorId: t.id({ required: true, description: 'Global id of the indicator; its version in force is pinned.' }),
    weight: t.field({ type: 'Decimal', description: 'Weight inside the result; 1 unless stated.' }),
    target: t.field({ type: 'Decimal', description: 'A single target.' }),
    targetMin: t.field({ type: 'Decimal', description: 'Lower end of a target range.' }),
    targetMax: t.field({ type: 'Decimal', description: 'Upper end of a target range.' }),
    tolerancePct: t.field({ type: 'Decimal', description: 'Tolerance around the target, per cent.' }),
    baseline: t.field({ type: 'Decimal', description: 'Value before the plan.' }),
    targetReason: t.string({ description: 'Why a target below the baseline is right, at most 1,000 characters.' }),
  }),
})

const RhkInput = builder.inputType('RhkInput', {
  description: 'A planned result.',
  fields: (t) => ({
    id: t.id({ description: 'Global id of one that the plan has.' }),
    title: t.string({ required: true, description: 'The result expected, 3 to 500 characters.' }),
    kind: t.field({ type: RhkKindEnum, required: true, description: 'Main or additional.' }),
    weight: t.field({
      type: 'Decimal',
      description: 'Per cent of the plan (LOCAL); an equal share of what is missing unless stated.',
    }),
    servesRhkId: t.id({ description: 'Global id of the result that it serves.' }),
    cascade: t.field({ type: CascadeKindEnum, description: 'How it was handed down; DIRECT unless stated.' }),
    assignmentLetter: t.string({ description: 'Number and date of an assignment letter, at most 300 characters.' }),
    isSelfExecuted: t.boolean({ description: 'The leader does it without handing it down.' }),
    expectation: t.string({ description: 'What is expected, in words, at most 2,000 characters.' }),
    iki: t.field({
      type: [IkiInput],
      required: true,
      description: 'Indicators in their order, at most 8; a submission allows 4.',
    }),
  }),
})

const SkpAppendixInput = builder.inputType('SkpAppendixInput', {
  description: 'One lampiran.',
  fields: (t) => ({
    kind: t.field({ type: AppendixKindEnum, required: true, description: 'Which one.' }),
    text: t.string({ required: true, description: 'What it says, at most 4,000 characters; empty for none.' }),
  }),
})

const SpecialExpectationInput = builder.inputType('SpecialExpectationInput', {
  description: 'Ekspektasi khusus for one value.',
  fields: (t) => ({
    value: t.field({ type: BehaviourValueEnum, required: true, description: 'The value.' }),
    text: t.string({ required: true, description: 'What is expected, at most 1,000 characters; empty for none.' }),
  }),
})

export const UpdateSkpInput = builder.inputType('UpdateSkpInput', {
  description: 'A change of a plan: a list that is given replaces the one of the plan, what is left out stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the plan.' }),
    revision: t.int({ required: true, description: 'Revision that was read; STALE_VERSION when the plan has moved on.' }),
    approach: t.field({ type: SkpApproachEnum, description: 'Quantitative or qualitative.' }),
    leadsUnit: t.boolean({ description: 'The person leads the unit.' }),
    rhk: t.field({ type: [RhkInput], description: 'Results in their order, at most 20; a submission allows 3 to 10.' }),
    appendices: t.field({ type: [SkpAppendixInput], description: 'Its lampiran.' }),
    expectations: t.field({ type: [SpecialExpectationInput], description: 'Ekspektasi khusus.' }),
  }),
})
