import type { AwardState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

export const awardWords = {
  DIUSULKAN: { id: 'Diusulkan', en: 'Proposed' },
  DITETAPKAN: { id: 'Ditetapkan', en: 'Given' },
  DITOLAK: { id: 'Ditolak', en: 'Rejected' },
} as const satisfies Record<AwardState, Sentence>
