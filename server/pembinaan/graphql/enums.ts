import { builder } from '../../builder.ts'

export const CompetencyKindEnum = builder.enumType('CompetencyKind', {
  description: 'Kind of a competency (PermenPANRB 38/2017).',
  values: {
    MANAJERIAL: { description: 'Managerial.' },
    SOSIAL_KULTURAL: { description: 'Socio-cultural.' },
    TEKNIS: { description: 'Technical, by the region.' },
  },
})

export const NeedSourceEnum = builder.enumType('NeedSource', {
  description: 'Where a development need comes from.',
  values: {
    APPRAISAL: { description: 'A weak result in an appraisal.' },
    COMPETENCY_GAP: { description: 'A gap between post and assessment (F18).' },
    PUBLIC_SIGNAL: { description: 'Complaints or satisfaction of citizens.' },
    EMPLOYEE_REQUEST: { description: 'Asked for by the employee.' },
    NEW_REGULATION: { description: 'A new regulation or duty.' },
  },
})

export const NeedStateEnum = builder.enumType('NeedState', {
  description: 'State of a development need.',
  values: {
    DIUSULKAN: { description: 'Proposed.' },
    DITERIMA: { description: 'Accepted: a line of the HCDP.' },
    DIRENCANAKAN: { description: 'Planned in a programme.' },
    TERPENUHI: { description: 'Met by passing the programme.' },
    DITOLAK: { description: 'Declined, with a reason.' },
  },
})

export const PembinaanPlanStateEnum = builder.enumType('PembinaanPlanState', {
  description: 'State of a rencana pembinaan.',
  values: {
    DRAFT: { description: 'Being written.' },
    KONSULTASI: { description: 'Talked over with heads, staff and citizens.' },
    DIAJUKAN: { description: 'With its approvers.' },
    DIKEMBALIKAN: { description: 'Returned by an approver, with a reason.' },
    DISETUJUI: { description: 'Approved by all.' },
    DIANGGARKAN: { description: 'Its budget was given.' },
    BERJALAN: { description: 'Running.' },
    SUSPENDED: { description: 'Suspended, with a reason.' },
    PEMANTAUAN: { description: 'Its people are looked at again by a monitoring team.' },
    EVALUASI: { description: 'Its effect is judged.' },
    SELESAI: { description: 'Completed with a published level of claim.' },
    DIBATALKAN: { description: 'Cancelled, with a reason.' },
  },
})

export const ProgrammeStateEnum = builder.enumType('ProgrammeState', {
  description: 'State of a programme.',
  values: {
    RENCANA: { description: 'Planned.' },
    PENDAFTARAN: { description: 'Open for applications and nominations.' },
    TERKUNCI: { description: 'The selection is locked.' },
    BERLANGSUNG: { description: 'Under way.' },
    SELESAI: { description: 'Ended.' },
    SERTIFIKAT_TERBIT: { description: 'Certificates were issued.' },
    BATAL: { description: 'Called off.' },
  },
})

export const ProgrammeModeEnum = builder.enumType('ProgrammeMode', {
  description: 'Where a programme takes place.',
  values: {
    LURING: { description: 'In a room.' },
    DARING: { description: 'Online.' },
    CAMPURAN: { description: 'Both.' },
  },
})

export const EvaluationDesignEnum = builder.enumType('EvaluationDesign', {
  description: 'How the effect of a programme shall be found out (domain D8).',
  values: {
    ACAK: { description: 'Places were given by lot.' },
    PADANAN: { description: 'Compared with matched others.' },
    SUKARELA: { description: 'Volunteers against others.' },
    PRA_PASCA: { description: 'Before and after alone, without a comparison.' },
  },
})

export const ParticipantStateEnum = builder.enumType('ParticipantState', {
  description: 'Where somebody stands in a programme.',
  values: {
    CANDIDATE: { description: 'Applied or was nominated.' },
    NOT_SELECTED: { description: 'Declined, with a reason.' },
    INVITED: { description: 'Invited.' },
    CONFIRMED: { description: 'Said to come.' },
    ATTENDED: { description: 'Was there.' },
    PASSED: { description: 'Passed.' },
    FAILED: { description: 'Did not pass.' },
    NO_SHOW: { description: 'Did not come.' },
    WITHDRAWN: { description: 'Withdrew.' },
  },
})

export const JpOutcomeEnum = builder.enumType('JpOutcome', {
  description: 'Whether the hours of an activity count (F10), and why not; the first reason in this order.',
  values: {
    COUNTED: { description: 'They count.' },
    UNVERIFIED: { description: 'Not verified.' },
    ATTENDANCE: { description: 'Attendance below the least share (LOCAL).' },
    DUPLICATE: { description: 'The certificate was counted already.' },
    OUT_OF_YEAR: { description: 'Completed in another year.' },
  },
})

export const JpStatusEnum = builder.enumType('JpStatus', {
  description: 'Hours of a year against the rule (F10).',
  values: {
    COMPLIANT: { description: 'A PNS with at least the minimum.' },
    SHORT: { description: 'Below the minimum.' },
    WITHIN_CEILING: { description: 'A PPPK up to the ceiling.' },
    OVER_CEILING: { description: 'A PPPK above the ceiling: told, never erased.' },
  },
})

export const StakeholderKindEnum = builder.enumType('StakeholderKind', {
  description: 'With whom a plan is talked over (domain D4).',
  values: {
    KEPALA_DINAS: { description: 'Heads of offices.' },
    PEGAWAI: { description: 'Employees.' },
    MASYARAKAT: { description: 'Citizens.' },
    AHLI: { description: 'Experts.' },
    PENYELENGGARA: { description: 'Those who hold the training.' },
  },
})

export const ApprovalDecisionEnum = builder.enumType('ApprovalDecision', {
  description: 'What an approver decided.',
  values: { DISETUJUI: { description: 'Approved.' }, DIKEMBALIKAN: { description: 'Returned.' } },
})

export const CoachingKindEnum = builder.enumType('CoachingKind', {
  description: 'Kind of a relation between two people (domain D5).',
  values: {
    BIMBINGAN: { description: 'Bimbingan kinerja by the superior.' },
    COACHING: { description: 'Coaching towards a goal.' },
    MENTORING: { description: 'Mentoring by a senior.' },
    KONSELING: { description: 'Konseling; its minutes never count as JP.' },
  },
})

export const CoachingStateEnum = builder.enumType('CoachingState', {
  description: 'State of a coaching relation.',
  values: {
    BERJALAN: { description: 'Running.' },
    SELESAI: { description: 'Ended as planned.' },
    DIHENTIKAN: { description: 'Stopped.' },
  },
})

export const CoachingOutcomeEnum = builder.enumType('CoachingOutcome', {
  description: 'Outcome of a coaching relation, as others may see it.',
  values: {
    TERCAPAI: { description: 'Reached.' },
    SEBAGIAN: { description: 'Partly reached.' },
    BELUM: { description: 'Not reached.' },
    DIRUJUK: { description: 'Referred elsewhere.' },
  },
})

export const ImprovementStateEnum = builder.enumType('ImprovementState', {
  description: 'State of an improvement plan (domain D7).',
  values: {
    DIBUKA: { description: 'Opened.' },
    DISEPAKATI: { description: 'Agreed by the employee.' },
    BERJALAN: { description: 'Running.' },
    EVALUASI_60: { description: 'Looked at after 60 days.' },
    EVALUASI_120: { description: 'Looked at after 120 days.' },
    EVALUASI_180: { description: 'Looked at after 180 days.' },
    MEMBAIK: { description: 'Improved.' },
    TIDAK_MEMBAIK: { description: 'Not improved.' },
    DITUTUP: { description: 'Closed.' },
    DIRUJUK: { description: 'Referred; the PyB or PPK decides.' },
  },
})
