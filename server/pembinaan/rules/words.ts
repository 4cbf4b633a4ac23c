import type { ImprovementState, NeedState, PembinaanPlanState, ProgrammeState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

export const planWords: Readonly<Record<PembinaanPlanState, Sentence>> = {
  DRAFT: { id: 'rancangan', en: 'draft' },
  KONSULTASI: { id: 'konsultasi', en: 'in consultation' },
  DIAJUKAN: { id: 'diajukan', en: 'submitted' },
  DIKEMBALIKAN: { id: 'dikembalikan', en: 'returned' },
  DISETUJUI: { id: 'disetujui', en: 'approved' },
  DIANGGARKAN: { id: 'dianggarkan', en: 'budgeted' },
  BERJALAN: { id: 'berjalan', en: 'running' },
  SUSPENDED: { id: 'ditangguhkan', en: 'suspended' },
  PEMANTAUAN: { id: 'pemantauan', en: 'monitored' },
  EVALUASI: { id: 'evaluasi', en: 'evaluated' },
  SELESAI: { id: 'selesai', en: 'completed' },
  DIBATALKAN: { id: 'dibatalkan', en: 'cancelled' },
}

export const programmeWords: Readonly<Record<ProgrammeState, Sentence>> = {
  RENCANA: { id: 'rencana', en: 'planned' },
  PENDAFTARAN: { id: 'pendaftaran', en: 'open for applications' },
  TERKUNCI: { id: 'terkunci', en: 'locked' },
  BERLANGSUNG: { id: 'berlangsung', en: 'under way' },
  SELESAI: { id: 'selesai', en: 'ended' },
  SERTIFIKAT_TERBIT: { id: 'sertifikat terbit', en: 'certificates issued' },
  BATAL: { id: 'batal', en: 'cancelled' },
}

export const needWords: Readonly<Record<NeedState, Sentence>> = {
  DIUSULKAN: { id: 'diusulkan', en: 'proposed' },
  DITERIMA: { id: 'diterima', en: 'accepted' },
  DIRENCANAKAN: { id: 'direncanakan', en: 'planned' },
  TERPENUHI: { id: 'terpenuhi', en: 'met' },
  DITOLAK: { id: 'ditolak', en: 'declined' },
}

export const improvementWords: Readonly<Record<ImprovementState, Sentence>> = {
  DIBUKA: { id: 'dibuka', en: 'opened' },
  DISEPAKATI: { id: 'disepakati', en: 'agreed' },
  BERJALAN: { id: 'berjalan', en: 'running' },
  EVALUASI_60: { id: 'evaluasi hari ke-60', en: 'looked at after 60 days' },
  EVALUASI_120: { id: 'evaluasi hari ke-120', en: 'looked at after 120 days' },
  EVALUASI_180: { id: 'evaluasi hari ke-180', en: 'looked at after 180 days' },
  MEMBAIK: { id: 'membaik', en: 'improved' },
  TIDAK_MEMBAIK: { id: 'tidak membaik', en: 'not improved' },
  DITUTUP: { id: 'ditutup', en: 'closed' },
  DIRUJUK: { id: 'dirujuk', en: 'referred' },
}
