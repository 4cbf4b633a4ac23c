import type { ObjectionState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

export const objectionStateWords = {
  DIAJUKAN: { id: 'Diajukan', en: 'Filed' },
  DITERIMA: { id: 'Diterima untuk diperiksa', en: 'Accepted for examination' },
  TIDAK_DAPAT_DITERIMA: { id: 'Tidak dapat diterima', en: 'Inadmissible' },
  KLARIFIKASI_PENILAI: { id: 'Keterangan penilai diterima', en: 'The penilai has explained' },
  KLARIFIKASI_PEGAWAI: { id: 'Keterangan pegawai diterima', en: 'The employee has explained' },
  SIAP_DIPUTUS: { id: 'Siap diputus', en: 'Ready to decide' },
  DIPUTUS: { id: 'Diputus', en: 'Decided' },
} as const satisfies Record<ObjectionState, Sentence>
