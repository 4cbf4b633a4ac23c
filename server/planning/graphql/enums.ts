import { builder } from '../../builder.ts'
import { type FaultCode, faultCodes } from '../rules/faults.ts'

export const SkpCloseReasonEnum = builder.enumType('SkpCloseReason', {
  description: 'Why a plan was closed (G2).',
  values: {
    PERIOD_END: { description: 'Its last day passed.' },
    TRANSFER: { description: 'Transfer to another post; the next plan of the year follows.' },
    PENILAI_CHANGE: { description: 'Another penilai; the next plan of the year follows.' },
    SEPARATION: { description: 'The person left.' },
  },
})

export const SkpSplitReasonEnum = builder.enumType('SkpSplitReason', {
  description: 'Why a plan ends within its year and another one follows.',
  values: {
    TRANSFER: { description: 'Transfer: the new post asks for a plan of its own.' },
    PENILAI_CHANGE: { description: 'Another penilai: the content goes along.' },
  },
})

export const CascadeKindEnum = builder.enumType('CascadeKind', {
  description: 'How a result was handed down (PermenPANRB 6/2022).',
  values: {
    DIRECT: { description: 'The whole result.' },
    NON_DIRECT: { description: 'A part of it, or an activity for it.' },
  },
})

export const AppendixKindEnum = builder.enumType('AppendixKind', {
  description: 'Lampiran of a plan (PermenPANRB 6/2022).',
  values: {
    DUKUNGAN_SUMBER_DAYA: { description: 'Resources that support it.' },
    SKEMA_PERTANGGUNGJAWABAN: { description: 'How it is accounted for.' },
    KONSEKUENSI: { description: 'What follows from the result.' },
  },
})

export const DialogueStageEnum = builder.enumType('DialogueStage', {
  description: 'When a performance dialogue is held (domain A4; the numbers are LOCAL).',
  values: {
    PERENCANAAN: { description: 'At planning.' },
    TRIWULAN: { description: 'In a quarter.' },
    TAHUNAN: { description: 'At the annual result.' },
  },
})

export const FeedbackGroupEnum = builder.enumType('FeedbackGroup', {
  description: 'As what somebody gave feedback.',
  values: {
    PIMPINAN: { description: 'Leader, under their name.' },
    REKAN: { description: 'Colleague, unnamed.' },
    BAWAHAN: { description: 'Subordinate, unnamed.' },
    PIHAK_LAIN: { description: 'Another side, unnamed.' },
  },
})

export const FeedbackToneEnum = builder.enumType('FeedbackTone', {
  description: 'The two buttons of the diary.',
  values: { POSITIF: { description: 'Good, go on.' }, NEGATIF: { description: 'To be mended.' } },
})

export const PlanFaultCodeEnum = builder.enumType('PlanFaultCode', {
  description: 'What can be wrong with a plan.',
  values: Object.fromEntries(Object.entries(faultCodes).map(([code, { description }]) => [code, { description }])) as Record<
    FaultCode,
    { description: string }
  >,
})
