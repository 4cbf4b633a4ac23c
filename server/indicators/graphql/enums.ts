import { builder } from '../../builder.ts'

export const AspectEnum = builder.enumType('Aspect', {
  description: 'Which side of a result an indicator looks at (PermenPANRB 6/2022).',
  values: {
    KUANTITAS: { description: 'How much; needs a counter-indicator of quality.' },
    KUALITAS: { description: 'How good.' },
    WAKTU: { description: 'How fast, or how punctual.' },
    BIAYA: { description: 'At what cost.' },
    PENERIMA_LAYANAN: { description: 'Perspective of those who are served.' },
    PROSES_BISNIS: { description: 'Perspective of the business process.' },
    PENGUATAN_INTERNAL: { description: 'Perspective of internal strength.' },
    ANGGARAN: { description: 'Perspective of the budget.' },
  },
})

export const MeasureUnitEnum = builder.enumType('MeasureUnit', {
  description: 'Unit in which an indicator is measured (B1).',
  values: {
    COUNT: { description: 'A number of things or events.' },
    PERCENT: { description: 'Per cent, 0 to 100 and above.' },
    INDEX: { description: 'Points of an index.' },
    DAYS: { description: 'Days.' },
    RUPIAH: { description: 'Whole rupiah.' },
    RATE: { description: 'One quantity per another, as the formula says.' },
    SCORE: { description: 'Points of a test or an observation.' },
  },
})

export const PolarityEnum = builder.enumType('Polarity', {
  description: 'Which realisation is good (F1).',
  values: {
    MAXIMIZE: { description: 'The more, the better.' },
    MINIMIZE: { description: 'The less, the better; the target may be 0.' },
    STABILIZE: { description: 'The closer to one target, the better, within a tolerance.' },
    RANGE: { description: 'Good between a minimum and a maximum.' },
  },
})

export const AggregationEnum = builder.enumType('Aggregation', {
  description: 'How the measurements of the quarters become the value of a year.',
  values: {
    JUMLAH: { description: 'Their sum.' },
    RASIO: { description: 'Sum of numerators over sum of denominators, times the factor.' },
    RATA: { description: 'Their mean.' },
    TERAKHIR: { description: 'The last one.' },
  },
})

export const FrequencyEnum = builder.enumType('Frequency', {
  description: 'How often a measurement falls due.',
  values: {
    TRIWULAN: { description: 'Every quarter.' },
    SEMESTER: { description: 'In the second and the fourth quarter.' },
    TAHUNAN: { description: 'In the fourth quarter.' },
  },
})

export const TargetRuleEnum = builder.enumType('TargetRule', {
  description: 'Where the target comes from (B4).',
  values: {
    FIXED: { description: 'A number agreed upon.' },
    BASELINE_PLUS_PCT: { description: "The subject's own baseline and a percentage." },
    PEER_PERCENTILE: { description: 'A percentile of the peer group in the year before.' },
    STANDARD: { description: 'A service standard (SPM or standar pelayanan).' },
    TRAJECTORY: { description: 'The path of the RPJMD.' },
  },
})

export const AttributionEnum = builder.enumType('Attribution', {
  description: 'To whom the result belongs (B1).',
  values: {
    INDIVIDUAL: { description: 'To one person.' },
    TEAM: { description: 'To a team.' },
    UNIT: { description: 'To a unit; at most 30 per cent of a plan, except for its head (LOCAL).' },
  },
})

export const EvidenceKindEnum = builder.enumType('EvidenceKind', {
  description: 'Kind of evidence, strongest first (B3).',
  values: {
    SYSTEM_FEED: { description: 'Data that a system delivered.' },
    OFFICIAL_DOCUMENT: { description: 'An official document.' },
    THIRD_PARTY_CONFIRMATION: { description: 'A confirmation by somebody else.' },
    PHOTO: { description: 'A photograph, with its place.' },
    SELF_STATEMENT: { description: 'A statement of the person measured.' },
  },
})

export const IndicatorStateEnum = builder.enumType('IndicatorState', {
  description: 'Standing of a definition (G2): DRAFT → REVIU → AKTIF → USANG.',
  values: {
    DRAFT: { description: 'Being written.' },
    REVIU: { description: 'Submitted; waits for somebody else to publish or return it.' },
    AKTIF: { description: 'Published and in force; its content is immutable.' },
    USANG: { description: 'Superseded by a newer version; plans that pinned it keep it.' },
  },
})
