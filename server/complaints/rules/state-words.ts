import type { ComplaintCategory, ComplaintState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

export const complaintStateWords = {
  DITERIMA: { id: 'Diterima', en: 'Received' },
  DIVERIFIKASI: { id: 'Diverifikasi', en: 'Verified' },
  DIDISPOSISI: { id: 'Didisposisi', en: 'Assigned' },
  DIPROSES: { id: 'Diproses', en: 'In progress' },
  DIJAWAB: { id: 'Dijawab', en: 'Answered' },
  SELESAI: { id: 'Selesai', en: 'Closed' },
  DITOLAK: { id: 'Tidak dilanjutkan', en: 'Not pursued' },
  DITERUSKAN: { id: 'Diteruskan ke instansi lain', en: 'Forwarded to another agency' },
  DIBUKA_KEMBALI: { id: 'Dibuka kembali', en: 'Opened again' },
} as const satisfies Record<ComplaintState, Sentence>

export const complaintCategoryWords = {
  WAKTU_LAYANAN: { id: 'Waktu layanan', en: 'Time of service' },
  SIKAP_PETUGAS: { id: 'Sikap petugas', en: 'Conduct of officers' },
  FASILITAS: { id: 'Fasilitas', en: 'Facilities' },
  BIAYA: { id: 'Biaya', en: 'Fees' },
  ADMINISTRASI: { id: 'Administrasi', en: 'Paperwork' },
  INFORMASI: { id: 'Informasi', en: 'Information' },
  LAINNYA: { id: 'Lainnya', en: 'Something else' },
} as const satisfies Record<ComplaintCategory, Sentence>
