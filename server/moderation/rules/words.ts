import type { CalibrationState, ProposalState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

export const sessionWords = {
  DIJADWALKAN: { id: 'Dijadwalkan', en: 'Scheduled' },
  BERLANGSUNG: { id: 'Berlangsung', en: 'Open' },
  TERKUNCI: { id: 'Terkunci', en: 'Locked' },
  DIBATALKAN: { id: 'Dibatalkan', en: 'Cancelled' },
} as const satisfies Record<CalibrationState, Sentence>

export const proposalWords = {
  DIUSULKAN: { id: 'Diusulkan', en: 'Proposed' },
  DISEPAKATI: { id: 'Disepakati', en: 'Agreed' },
  DITOLAK: { id: 'Ditolak', en: 'Rejected' },
} as const satisfies Record<ProposalState, Sentence>
