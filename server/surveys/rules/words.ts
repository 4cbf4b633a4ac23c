import type { Sentence } from '../../language.ts'

/** States of a survey (domain G2) as people read them. */
export const surveyStateWords = {
  RANCANGAN: { id: 'Rancangan', en: 'Draft' },
  AKTIF: { id: 'Aktif', en: 'Open' },
  DITUTUP: { id: 'Ditutup', en: 'Closed' },
  DIPUBLIKASI: { id: 'Dipublikasi', en: 'Published' },
} as const satisfies Record<string, Sentence>
