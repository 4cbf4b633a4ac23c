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
  'appraisal.ratePart': {
    id: 'Nilai kinerja {employee} untuk bagian {part} dari periode {period}.',
    en: 'Rate {employee} for {part} of {period}.',
  },
  'appraisal.final': {
    id: 'Hasil penilaian kinerja {employee} periode {period} sudah final.',
    en: 'The appraisal of {employee} for {period} is final.',
  },
  'appraisal.reopened': {
    id: 'Penilaian {employee} periode {period} dibuka kembali: {reason}',
    en: 'The appraisal of {employee} for {period} was opened again: {reason}',
  },
  'appraisal.delivered': {
    id: 'Hasil penilaian kinerja Anda periode {period} sudah disampaikan. Anda dapat menerima atau mengajukan keberatan.',
    en: 'Your appraisal for {period} was delivered. You may accept it or object.',
  },
  'orgPredikat.set': {
    id: 'Predikat kinerja organisasi {unit} periode {period} sudah ditetapkan.',
    en: 'The organisation predikat of {unit} for {period} was set.',
  },
  'calibration.scheduled': {
    id: 'Anda anggota sidang kalibrasi “{title}” periode {period}.',
    en: 'You are a member of the calibration session “{title}” for {period}.',
  },
  'objection.filed': {
    id: '{employee} mengajukan keberatan atas penilaian periode {period}.',
    en: '{employee} objected to the appraisal for {period}.',
  },
  'objection.toExamine': {
    id: 'Periksa keberatan {employee} atas penilaian periode {period}.',
    en: 'Examine the objection of {employee} to the appraisal for {period}.',
  },
  'objection.toExplainRating': {
    id: 'Jelaskan penilaian Anda atas {employee} periode {period}, yang dikenai keberatan.',
    en: 'Explain your rating of {employee} for {period}, to which an objection was filed.',
  },
  'objection.toExplain': {
    id: 'Keberatan Anda atas penilaian periode {period} diperiksa. Beri keterangan Anda.',
    en: 'Your objection to the appraisal for {period} is examined. Explain it.',
  },
  'objection.toDecide': {
    id: 'Putuskan keberatan {employee} atas penilaian periode {period}.',
    en: 'Decide the objection of {employee} to the appraisal for {period}.',
  },
  'objection.decided': {
    id: 'Keberatan {employee} atas penilaian periode {period} sudah diputus.',
    en: 'The objection of {employee} to the appraisal for {period} was decided.',
  },
  'objection.inadmissible': {
    id: 'Keberatan Anda atas penilaian periode {period} tidak dapat diterima: {reason}',
    en: 'Your objection to the appraisal for {period} is inadmissible: {reason}',
  },
  'objection.overdue': {
    id: 'Keberatan {employee} atas penilaian periode {period} melewati batas waktu keputusan.',
    en: 'The decision on the objection of {employee} to the appraisal for {period} is overdue.',
  },
  'skp.toWrite': { id: 'Susun SKP Anda untuk tahun {year}.', en: 'Write your plan for {year}.' },
  'skp.toReview': { id: 'Reviu SKP {employee} tahun {year}.', en: 'Review the plan of {employee} for {year}.' },
  'skp.toApprove': { id: 'Tetapkan SKP {employee} tahun {year}.', en: 'Set the plan of {employee} for {year}.' },
  'skp.returned': { id: 'SKP Anda tahun {year} dikembalikan: {reason}', en: 'Your plan for {year} was returned: {reason}' },
  'skp.approved': { id: 'SKP Anda tahun {year} sudah ditetapkan.', en: 'Your plan for {year} was set.' },
  'skp.revisionAsked': {
    id: '{employee} meminta revisi SKP tahun {year}: {reason}',
    en: '{employee} asks to revise the plan for {year}: {reason}',
  },
  'skp.revisionAllowed': { id: 'SKP Anda tahun {year} dibuka untuk revisi.', en: 'Your plan for {year} is open for revision.' },
  'skp.revisionDeclined': {
    id: 'Revisi SKP Anda tahun {year} ditolak: {reason}',
    en: 'The revision of your plan for {year} was declined: {reason}',
  },
  'skp.closed': { id: 'SKP Anda tahun {year} ditutup.', en: 'Your plan for {year} was closed.' },
  'dialogue.toConfirm': {
    id: '{name} mencatat dialog kinerja pada {day}. Konfirmasi isinya.',
    en: '{name} recorded a performance dialogue of {day}. Confirm it.',
  },
  'feedback.received': { id: 'Ada umpan balik baru untuk Anda.', en: 'There is new feedback for you.' },
} as const satisfies Record<string, Sentence>

export type NoticeKind = keyof typeof noticeKinds
