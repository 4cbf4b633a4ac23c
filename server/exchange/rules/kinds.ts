import type { Sentence } from '../../language.ts'
import { mapHeaders } from './headers.ts'
import { indikator } from './kinds/indikator.ts'
import { kecelakaan } from './kinds/kecelakaan.ts'
import { luaranPelatihan } from './kinds/luaran-pelatihan.ts'
import { pegawai } from './kinds/pegawai.ts'
import { pengaduan } from './kinds/pengaduan.ts'
import { perilaku360 } from './kinds/perilaku-360.ts'
import { peserta } from './kinds/peserta.ts'
import { programPembinaan } from './kinds/program-pembinaan.ts'
import { realisasi } from './kinds/realisasi.ts'
import { riwayatDiklat } from './kinds/riwayat-diklat.ts'
import { riwayatGolongan } from './kinds/riwayat-golongan.ts'
import { riwayatJabatan } from './kinds/riwayat-jabatan.ts'
import { riwayatSkpLama } from './kinds/riwayat-skp-lama.ts'
import { skmRespon } from './kinds/skm-respon.ts'
import { skp } from './kinds/skp.ts'
import { unit } from './kinds/unit.ts'

/** Every kind of file that can be read in, in the order in which a city loads them: each needs what the earlier ones stored. */
export const importKinds = {
  unit,
  pegawai,
  'riwayat-jabatan': riwayatJabatan,
  'riwayat-golongan': riwayatGolongan,
  'riwayat-diklat': riwayatDiklat,
  'riwayat-skp-lama': riwayatSkpLama,
  indikator,
  skp,
  realisasi,
  'perilaku-360': perilaku360,
  'program-pembinaan': programPembinaan,
  peserta,
  'luaran-pelatihan': luaranPelatihan,
  kecelakaan,
  pengaduan,
  'skm-respon': skmRespon,
} as const

export type ImportKindName = keyof typeof importKinds

export function isImportKind(name: string): name is ImportKindName {
  return Object.hasOwn(importKinds, name)
}

/**
 * The kind that a name means: a kind, or the stem of a file that a city sends (`realisasi-TW1` and the `pegawai-variasi` of another clerk,
 * which has the same content under other headers). Null when it means none.
 */
export function importKindOf(name: string): ImportKindName | null {
  if (isImportKind(name)) return name
  if (/^realisasi-tw[1-4]$/i.test(name)) return 'realisasi'
  return name === 'pegawai-variasi' ? 'pegawai' : null
}

/** What each kind of file is called. */
export const importKindLabels = {
  unit: { id: 'Unit organisasi', en: 'Organisation units' },
  pegawai: { id: 'Pegawai', en: 'Employees' },
  'riwayat-jabatan': { id: 'Riwayat jabatan', en: 'Position histories' },
  'riwayat-golongan': { id: 'Riwayat golongan', en: 'Rank histories' },
  'riwayat-diklat': { id: 'Riwayat diklat', en: 'Training histories' },
  'riwayat-skp-lama': { id: 'Riwayat penilaian 2019–2021', en: 'Results of 2019–2021' },
  indikator: { id: 'Katalog indikator', en: 'Indicator catalogue' },
  skp: { id: 'SKP', en: 'Performance plans' },
  realisasi: { id: 'Realisasi', en: 'Measurements' },
  'perilaku-360': { id: 'Penilaian perilaku', en: 'Behaviour ratings' },
  'program-pembinaan': { id: 'Program pembinaan', en: 'Development programmes' },
  peserta: { id: 'Peserta program', en: 'Programme participants' },
  'luaran-pelatihan': { id: 'Luaran pelatihan', en: 'Outcomes of training' },
  kecelakaan: { id: 'Kecelakaan lalu lintas', en: 'Road crashes' },
  pengaduan: { id: 'Pengaduan', en: 'Complaints' },
  'skm-respon': { id: 'Jawaban survei kepuasan (SKM)', en: 'Answers to satisfaction surveys (SKM)' },
} as const satisfies Record<ImportKindName, Sentence>

/** The kind whose columns fit a header best: none that it needs is missing, and most of the headers are read. Null when none fits. */
export function guessKind(headers: readonly string[]): ImportKindName | null {
  const fitting = (Object.keys(importKinds) as ImportKindName[]).flatMap((name) => {
    const { missing, unknown } = mapHeaders<string>(importKinds[name], headers)
    return missing.length === 0 ? [{ name, unknown: unknown.length }] : []
  })
  return fitting.sort((a, b) => a.unknown - b.unknown)[0]?.name ?? null
}
