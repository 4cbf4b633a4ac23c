import type { CheckpointState, MonitoringTeamState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

export const teamWords = {
  RANCANGAN: { id: 'Rancangan', en: 'Draft' },
  AKTIF: { id: 'Aktif', en: 'Active' },
  SELESAI: { id: 'Selesai', en: 'Finished' },
  DIBATALKAN: { id: 'Dibatalkan', en: 'Called off' },
} as const satisfies Record<MonitoringTeamState, Sentence>

export const checkpointWords = {
  TERJADWAL: { id: 'Terjadwal', en: 'Scheduled' },
  JATUH_TEMPO: { id: 'Jatuh tempo', en: 'Due' },
  TERLEWAT: { id: 'Terlewat', en: 'Overdue' },
  DIISI: { id: 'Diisi', en: 'Filed' },
  DIREVIU: { id: 'Direviu', en: 'Reviewed' },
  TUTUP: { id: 'Tutup', en: 'Closed' },
} as const satisfies Record<CheckpointState, Sentence>

/** What a monitor looks for (LOCAL; D6 names application, obstacles, support and evidence). */
export const checklistItems = {
  MATERI_DIPAKAI: { id: 'Materi pelatihan dipakai dalam pekerjaan', en: 'What was taught is used at work' },
  ALAT_TERSEDIA: { id: 'Alat dan akses yang diperlukan tersedia', en: 'Tools and access that it needs are there' },
  RENCANA_AKSI_JALAN: { id: 'Rencana aksi peserta berjalan', en: 'The action plan of the participant is under way' },
  DIBAGIKAN_KE_REKAN: { id: 'Pengetahuan dibagikan kepada rekan', en: 'Colleagues were taught as well' },
  ATASAN_MEMANTAU: { id: 'Atasan ikut memantau penerapannya', en: 'The superior follows how it is applied' },
} as const satisfies Record<string, Sentence>

export type ChecklistItem = keyof typeof checklistItems
