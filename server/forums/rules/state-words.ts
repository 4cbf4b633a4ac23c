import type { FkpRole, FkpState } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

export const fkpStateWords = {
  RANCANGAN: { id: 'Rancangan', en: 'Draft' },
  TERJADWAL: { id: 'Terjadwal', en: 'Scheduled' },
  BERLANGSUNG: { id: 'Berlangsung', en: 'Under way' },
  SELESAI: { id: 'Berita acara ditetapkan', en: 'Minutes settled' },
  DIPUBLIKASI: { id: 'Dipublikasikan', en: 'Published' },
  BATAL: { id: 'Dibatalkan', en: 'Called off' },
} as const satisfies Record<FkpState, Sentence>

export const fkpRoleWords = {
  PENYELENGGARA: { id: 'Penyelenggara layanan', en: 'Provider of the service' },
  PENGGUNA_LAYANAN: { id: 'Pengguna layanan', en: 'User of the service' },
  AHLI: { id: 'Ahli atau akademisi', en: 'Expert or academic' },
  MEDIA: { id: 'Media massa', en: 'Press' },
  MASYARAKAT_SIPIL: { id: 'Organisasi masyarakat sipil', en: 'Civil society' },
} as const satisfies Record<FkpRole, Sentence>

export const fkpRoles = Object.keys(fkpRoleWords) as FkpRole[]
