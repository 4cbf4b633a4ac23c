import type { Sentence } from './language.ts'

/**
 * Everything that a person can be told, with its sentence; `{name}` stands for a value of `params`. The console adds the link to the record. Each area
 * adds its own.
 */
export const noticeKinds = {
  'appraisal.toSelfAssess': {
    id: 'Isi penilaian diri Anda untuk periode {period}.',
    en: 'Write your self-assessment for {period}.',
  },
  'appraisal.toRate': { id: 'Nilai kinerja {employee} untuk periode {period}.', en: 'Rate {employee} for {period}.' },
  'appraisal.returned': {
    id: 'Penilaian {employee} periode {period} dikembalikan moderasi: {reason}',
    en: 'Moderation returned the appraisal of {employee} for {period}: {reason}',
  },
  'appraisal.delivered': {
    id: 'Hasil penilaian kinerja Anda periode {period} sudah disampaikan. Anda dapat menerima atau mengajukan keberatan.',
    en: 'Your appraisal for {period} was delivered. You may accept it or object.',
  },
} as const satisfies Record<string, Sentence>

export type NoticeKind = keyof typeof noticeKinds
