import { computeAppraisals } from '../../server/appraisals/commands/compute-appraisals.ts'
import type { Database } from '../../server/db.ts'
import { importBytes } from '../../server/exchange/commands/import-bytes.ts'
import { importKindOf } from '../../server/exchange/rules/kinds.ts'
import type { ImportReport } from '../../server/exchange/rules/outcome.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { execute } from '../../server/transact.ts'

export type ReadCityFile = (name: string) => Promise<Buffer>

/** The clock of the city: the last day of its year. */
export const cityClock = new Date('2025-12-31T05:00:00Z')

/** What a personnel office loads, in the order in which each file finds what it refers to. */
export const cityFiles = [
  'unit.csv',
  'pegawai.csv',
  'riwayat-jabatan.csv',
  'riwayat-golongan.csv',
  'riwayat-diklat.csv',
  'indikator.csv',
  'skp.csv',
  'realisasi-TW1.csv',
  'realisasi-TW2.csv',
  'realisasi-TW3.csv',
  'realisasi-TW4.csv',
  'perilaku-360.csv',
  'program-pembinaan.csv',
  'peserta.csv',
  'luaran-pelatihan.csv',
  'kecelakaan.csv',
  'pengaduan.csv',
  'skm-respon.csv',
] as const

/** The other forms of the staff list; their counts are for an empty staff table, with the units present. */
export const staffVariants = ['pegawai.xlsx', 'pegawai-variasi.csv'] as const

const caller = { actor: systemActor('test'), now: cityClock }

export async function importCityFile(database: Database, name: string, read: ReadCityFile): Promise<ImportReport> {
  const kind = importKindOf(name.replace(/\.\w+$/, ''))
  if (!kind) throw new Error(`${name} is of no kind.`)
  const sent = { kind, fileName: name, bytes: await read(name), isDryRun: false, clockAt: cityClock }
  return importBytes(database, sent, caller)
}

/** Computes the appraisals of the year, as `tera evaluate --period 2025` does. */
export async function evaluateCity(database: Database): Promise<void> {
  await execute(database, computeAppraisals, { periodKey: '2025' }, caller)
}
