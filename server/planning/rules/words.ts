import type { SkpState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

/** States of a plan as people read them. */
export const skpStateWords: Readonly<Record<SkpState, Sentence>> = {
  DRAFT: { id: 'rancangan', en: 'draft' },
  DIAJUKAN: { id: 'diajukan', en: 'submitted' },
  DIKEMBALIKAN: { id: 'dikembalikan', en: 'returned' },
  DIREVIU: { id: 'direviu', en: 'reviewed' },
  DITETAPKAN: { id: 'ditetapkan', en: 'set' },
  BERJALAN: { id: 'berjalan', en: 'running' },
  REVISI: { id: 'revisi', en: 'in revision' },
  DITUTUP: { id: 'ditutup', en: 'closed' },
}
