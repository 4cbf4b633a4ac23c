import type { Tone } from './tones.ts'

export const predikatTones: Record<string, Tone> = {
  SANGAT_BAIK: 'good',
  BAIK: 'fair',
  BUTUH_PERBAIKAN: 'warn',
  KURANG: 'bad',
  SANGAT_KURANG: 'bad',
}

export const levelTones: Record<string, Tone> = { DI_ATAS: 'good', SESUAI: 'fair', DI_BAWAH: 'bad' }

/** Tones of states that several areas share: what waits, what is in force, what failed. */
export const stateTones: Record<string, Tone> = {
  DRAFT: 'quiet',
  DIAJUKAN: 'warn',
  DIKEMBALIKAN: 'warn',
  DIREVIU: 'fair',
  BERJALAN: 'good',
  REVISI: 'warn',
  DITERIMA: 'fair',
  SIAP_DIPUTUS: 'warn',
  REVIU: 'warn',
  AKTIF: 'good',
  USANG: 'quiet',
  PREPARED: 'quiet',
  OPEN: 'warn',
  CLOSED: 'quiet',
  RESOLVED: 'good',
  DISMISSED: 'quiet',
  REJECTED: 'bad',
  RECEIVED: 'quiet',
  RUNNING: 'fair',
  FINISHED: 'good',
  FAILED: 'bad',
  ACCEPTED: 'good',
  ACCEPTED_WITH_WARNING: 'warn',
  SKIPPED: 'quiet',
  WAITING: 'quiet',
  DONE: 'good',
  DEAD: 'bad',
  SENT: 'good',
  DIUSULKAN: 'warn',
  SETTLED: 'good',
  PROVISIONAL: 'warn',
  REPLACED: 'quiet',
  CAPTURED: 'fair',
}
