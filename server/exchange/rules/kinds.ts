import { indikator } from './kinds/indikator.ts'
import { pegawai } from './kinds/pegawai.ts'
import { perilaku360 } from './kinds/perilaku-360.ts'
import { realisasi } from './kinds/realisasi.ts'
import { riwayatDiklat } from './kinds/riwayat-diklat.ts'
import { riwayatGolongan } from './kinds/riwayat-golongan.ts'
import { riwayatJabatan } from './kinds/riwayat-jabatan.ts'
import { skp } from './kinds/skp.ts'
import { unit } from './kinds/unit.ts'

/** Every kind of file that can be read in, in the order in which a city loads them: each needs what the earlier ones stored. */
export const importKinds = {
  unit,
  pegawai,
  'riwayat-jabatan': riwayatJabatan,
  'riwayat-golongan': riwayatGolongan,
  'riwayat-diklat': riwayatDiklat,
  indikator,
  skp,
  realisasi,
  'perilaku-360': perilaku360,
} as const

export type ImportKindName = keyof typeof importKinds

export function isImportKind(name: string): name is ImportKindName {
  return Object.hasOwn(importKinds, name)
}
