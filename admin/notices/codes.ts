import type { SentencePair } from '../frame/language/sentence.ts'

export const noticeCodes = {
  'jobState.WAITING': { id: 'Menunggu', en: 'Waiting' },
  'jobState.DONE': { id: 'Selesai', en: 'Done' },
  'jobState.DEAD': { id: 'Gagal', en: 'Failed' },
  'waitingKind.DEAD_JOBS': { id: 'Pekerjaan server yang gagal', en: 'Failed jobs of the server' },
  'mailState.WAITING': { id: 'Menunggu', en: 'Waiting' },
  'mailState.SENT': { id: 'Terkirim', en: 'Sent' },
  'mailState.CAPTURED': { id: 'Ditampung', en: 'Captured' },
  'mailState.FAILED': { id: 'Gagal', en: 'Failed' },
} satisfies Record<string, SentencePair>
