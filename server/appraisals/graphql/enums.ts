import { builder } from '../../builder.ts'

export const PeriodKindEnum = builder.enumType('PeriodKind', {
  description: 'Length of a period.',
  values: {
    ANNUAL: { description: 'Calendar year, the performance year (A1).' },
    QUARTER: { description: 'Triwulan.' },
    MONTH: { description: 'Month.' },
  },
})

export const PeriodStateEnum = builder.enumType('PeriodState', {
  description: 'Where a period stands.',
  values: {
    PREPARED: { description: 'Entered, not yet open.' },
    OPEN: { description: 'Plans, realisations and ratings are taken in.' },
    CLOSED: { description: 'Nothing more is taken in; realisations are locked.' },
  },
})

export const SystemOfRecordEnum = builder.enumType('SystemOfRecord', {
  description: 'System that holds the authoritative appraisal (A13).',
  values: {
    LOKAL: { description: 'This system.' },
    EKINERJA: { description: 'e-Kinerja BKN.' },
    RUANG_GTK: { description: 'National platform for teachers and principals; only imported here.' },
  },
})

export const SkpStateEnum = builder.enumType('SkpState', {
  description: 'Life of a performance plan (G2).',
  values: {
    DRAFT: { description: 'Being written.' },
    DIAJUKAN: { description: 'Submitted to the penilai.' },
    DIKEMBALIKAN: { description: 'Returned with a reason.' },
    DIREVIU: { description: 'Reviewed by the tim pengelola kinerja.' },
    DITETAPKAN: { description: 'Set by the penilai.' },
    BERJALAN: { description: 'Running.' },
    REVISI: { description: 'Being revised within the year.' },
    DITUTUP: { description: 'Closed at the end of the period, by transfer or separation.' },
  },
})

export const SkpApproachEnum = builder.enumType('SkpApproach', {
  description: 'How expectations are worded (PermenPANRB 6/2022).',
  values: {
    KUANTITATIF: { description: 'By indicator and target.' },
    KUALITATIF: { description: 'By a statement of expectation.' },
  },
})

export const RhkKindEnum = builder.enumType('RhkKind', {
  description: 'Kind of a planned result.',
  values: { UTAMA: { description: 'Main result.' }, TAMBAHAN: { description: 'Additional result.' } },
})

export const RealisationStateEnum = builder.enumType('RealisationState', {
  description: 'Life of a measurement (G2).',
  values: {
    DRAFT: { description: 'Entered, not submitted; never counts.' },
    SUBMITTED: { description: 'Submitted, waits for the source owner.' },
    VERIFIED: { description: 'Confirmed by the source owner, or a feed of the source system.' },
    REJECTED: { description: 'Refused with a reason; never counts.' },
    LOCKED: { description: 'Fixed with the closing of the period; a correction makes a new version.' },
  },
})

export const MissingReasonEnum = builder.enumType('MissingReason', {
  description: 'Why a measurement has no value (F2).',
  values: {
    SOURCE_UNAVAILABLE: { description: 'The source could not deliver; left out of the rating.' },
    FORCE_MAJEURE: { description: 'Force majeure; left out of the rating.' },
    NOT_YET_DUE: { description: 'Not due in this quarter; left out of the rating.' },
    NOT_SUBMITTED: { description: 'Due and not submitted; counts as zero.' },
  },
})

export const MissingPolicyEnum = builder.enumType('MissingPolicy', {
  description: 'What a missing achievement does to the rating (F2).',
  values: { EXCLUDE: { description: 'Left out; the other weights are scaled up.' }, ZERO: { description: 'Counts as zero.' } },
})

export const RaterGroupEnum = builder.enumType('RaterGroup', {
  description: 'Standing of a rater towards the rated (F3a).',
  values: {
    ATASAN: { description: 'The superior, 60 % (LOCAL).' },
    REKAN: { description: 'Peers, 20 % (LOCAL), held back under three raters.' },
    BAWAHAN: { description: 'Subordinates, 20 % (LOCAL), held back under three raters.' },
    DIRI: { description: 'The rated person; shown, never counted.' },
  },
})

export const BehaviourValueEnum = builder.enumType('BehaviourValue', {
  description: 'The seven core values of ASN, BerAKHLAK (SE MenPANRB 20/2021).',
  values: {
    BP: { description: 'Berorientasi Pelayanan.' },
    AK: { description: 'Akuntabel.' },
    KO: { description: 'Kompeten.' },
    HA: { description: 'Harmonis.' },
    LO: { description: 'Loyal.' },
    AD: { description: 'Adaptif.' },
    KL: { description: 'Kolaboratif.' },
  },
})

export const AppraisalKindEnum = builder.enumType('AppraisalKind', {
  description: 'Periodic or annual evaluation (A1).',
  values: { PERIODIC: { description: 'Of a month or quarter.' }, ANNUAL: { description: 'Of the year.' } },
})

export const AppraisalStateEnum = builder.enumType('AppraisalState', {
  description: 'Life of an appraisal (G2).',
  values: {
    TERBUKA: { description: 'Open; the computed suggestion follows the data.' },
    PENILAIAN_DIRI: { description: 'Self-assessed.' },
    BUKTI_DIVERIFIKASI: { description: 'Evidence verified.' },
    DINILAI: { description: 'Rated by the penilai.' },
    MODERASI: { description: 'In moderation.' },
    DITETAPKAN: { description: 'Set.' },
    DISAMPAIKAN: { description: 'Delivered to the employee.' },
    KEBERATAN: { description: 'Objected to.' },
    PEMERIKSAAN: { description: 'The objection is being examined.' },
    FINAL: { description: 'Final; never edited.' },
    TEREKSPOR: { description: 'Final and exchanged with the national system.' },
    BATAL: { description: 'Cancelled.' },
  },
})

export const LevelEnum = builder.enumType('Level', {
  description: 'Level against the expectation (PermenPANRB 6/2022); SIASN codes 1 to 3.',
  values: {
    DI_ATAS: { description: 'Di atas ekspektasi, SIASN 1.' },
    SESUAI: { description: 'Sesuai ekspektasi, SIASN 2.' },
    DI_BAWAH: { description: 'Di bawah ekspektasi, SIASN 3.' },
  },
})

export const PredikatEnum = builder.enumType('Predikat', {
  description:
    'Predikat kinerja pegawai from the 3×3 table of hasil kerja and perilaku (PermenPANRB 6/2022); SIASN codes 1 to 5.',
  values: {
    SANGAT_BAIK: { description: 'Sangat Baik, SIASN 1.' },
    BAIK: { description: 'Baik, SIASN 2.' },
    BUTUH_PERBAIKAN: { description: 'Butuh Perbaikan (Cukup), SIASN 3.' },
    KURANG: { description: 'Kurang (Misconduct), SIASN 4.' },
    SANGAT_KURANG: { description: 'Sangat Kurang, SIASN 5.' },
  },
})

export const NoPredikatReasonEnum = builder.enumType('NoPredikatReason', {
  description: 'Why an employee has no predikat.',
  values: {
    NOT_APPRAISED: { description: 'The legal standing takes the person out of appraisal (CLTN, MPP, suspension).' },
    NO_SKP: { description: 'There is no plan.' },
    INSUFFICIENT_DATA: { description: 'More than 40 % of the weight (LOCAL) has no usable measurement.' },
    NO_BEHAVIOUR: { description: 'No rater group is usable.' },
  },
})

export const IkiStatusEnum = builder.enumType('IkiStatus', {
  description: 'Outcome of F1 for one indicator.',
  values: {
    OK: { description: 'Computed.' },
    MISSING: { description: 'No value.' },
    BELOW_MIN_DENOMINATOR: { description: 'Too few cases; shown, not rated.' },
    INVALID_TARGET: { description: 'The target cannot be computed with.' },
    INVALID_REALISATION: { description: 'A negative realisation.' },
  },
})

export const OverrideCategoryEnum = builder.enumType('OverrideCategory', {
  description: 'Why a rating departs from the suggestion (LOCAL list).',
  values: {
    BUKTI_TAMBAHAN: { description: 'Evidence that the measurements do not hold.' },
    MUTU_HASIL: { description: 'Quality of the work that no indicator shows.' },
    KEADAAN_LUAR_BIASA: { description: 'Extraordinary circumstances.' },
    DATA_KELIRU: { description: 'The data are wrong.' },
    PERILAKU_TERAMATI: { description: 'Behaviour that was observed.' },
    LAINNYA: { description: 'Something else; the reason tells what.' },
  },
})

export const FinalCauseEnum = builder.enumType('FinalCause', {
  description: 'How a result became final (PP 30/2019 art. 59).',
  values: {
    ACCEPTED: { description: 'The employee accepted it.' },
    WINDOW_ELAPSED: { description: 'The window for objections passed in silence.' },
    KEBERATAN_DECIDED: { description: 'The superior of the penilai decided an objection.' },
  },
})

export const ReopenGroundEnum = builder.enumType('ReopenGround', {
  description: 'On what ground a final result was replaced by a new version.',
  values: {
    PYB_ORDER: { description: 'An order of the pejabat yang berwenang.' },
    COURT: { description: 'A judgement of a court.' },
    DATA_FRAUD: { description: 'Fraud in the data.' },
    KEBERATAN: { description: 'An objection was granted.' },
  },
})
