import type { AppraisalState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

/** The states of an appraisal (domain G2) as people read them. */
export const stateWords = {
  TERBUKA: { id: 'terbuka', en: 'open' },
  PENILAIAN_DIRI: { id: 'penilaian diri', en: 'self-assessed' },
  BUKTI_DIVERIFIKASI: { id: 'bukti diverifikasi', en: 'evidence verified' },
  DINILAI: { id: 'dinilai', en: 'rated' },
  MODERASI: { id: 'moderasi', en: 'in moderation' },
  DITETAPKAN: { id: 'ditetapkan', en: 'set' },
  DISAMPAIKAN: { id: 'disampaikan', en: 'delivered' },
  KEBERATAN: { id: 'keberatan', en: 'objected to' },
  PEMERIKSAAN: { id: 'pemeriksaan', en: 'under examination' },
  FINAL: { id: 'final', en: 'final' },
  TEREKSPOR: { id: 'terekspor', en: 'exported' },
  BATAL: { id: 'batal', en: 'cancelled' },
} as const satisfies Record<AppraisalState, Sentence>

export const appraisalStates = Object.keys(stateWords) as AppraisalState[]
