import type { AppraisalState } from '../../generated/prisma/client.ts'

/** Whose turn it is. */
export const waitsFor = ['EMPLOYEE', 'PENILAI', 'MODERATOR', 'PYB', 'ATASAN_PENILAI', 'PLANNER'] as const
export type WaitsFor = (typeof waitsFor)[number]

/** Why an appraisal stands where it stands. */
export const stuckReasons = [
  'NO_SKP',
  'SELF_ASSESSMENT',
  'EVIDENCE',
  'RATING',
  'RETURNED',
  'MODERATION',
  'NO_ORG_PREDIKAT',
  'SETTING',
  'DELIVERY',
  'ANSWER',
  'OBJECTION',
] as const
export type StuckReason = (typeof stuckReasons)[number]

/** What tells whose turn it is with an appraisal that is not final. */
export interface Standing {
  readonly state: AppraisalState
  readonly hasSkp: boolean
  readonly isReturned: boolean
  readonly hasOrgPredikat: boolean
  /** The time for the self-assessment is over: the penilai goes on without it. */
  readonly isSilent: boolean
}

/** The next step of an appraisal that is not final, and who takes it (domain G2); null for one that needs none. */
export function nextOf({
  state,
  hasSkp,
  isReturned,
  hasOrgPredikat,
  isSilent,
}: Standing): { readonly waitsFor: WaitsFor; readonly reason: StuckReason } | null {
  switch (state) {
    case 'TERBUKA':
      if (!hasSkp) return { waitsFor: 'PLANNER', reason: 'NO_SKP' }
      return isSilent ? { waitsFor: 'PENILAI', reason: 'EVIDENCE' } : { waitsFor: 'EMPLOYEE', reason: 'SELF_ASSESSMENT' }
    case 'PENILAIAN_DIRI':
      return { waitsFor: 'PENILAI', reason: 'EVIDENCE' }
    case 'BUKTI_DIVERIFIKASI':
      return { waitsFor: 'PENILAI', reason: 'RATING' }
    case 'DINILAI':
      return isReturned ? { waitsFor: 'PENILAI', reason: 'RETURNED' } : { waitsFor: 'MODERATOR', reason: 'MODERATION' }
    case 'MODERASI':
      return { waitsFor: 'PYB', reason: hasOrgPredikat ? 'SETTING' : 'NO_ORG_PREDIKAT' }
    case 'DITETAPKAN':
      return { waitsFor: 'PYB', reason: 'DELIVERY' }
    case 'DISAMPAIKAN':
      return { waitsFor: 'EMPLOYEE', reason: 'ANSWER' }
    case 'KEBERATAN':
    case 'PEMERIKSAAN':
      return { waitsFor: 'ATASAN_PENILAI', reason: 'OBJECTION' }
    case 'FINAL':
    case 'TEREKSPOR':
    case 'BATAL':
      return null
  }
}
