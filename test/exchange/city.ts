import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { readTable } from '../../server/exchange/readers.ts'
import { mapTable } from '../../server/exchange/rules/headers.ts'
import type { ImportClock, ImportKind, Judgement, Sourced } from '../../server/exchange/rules/kinds/kind.ts'
import { seriesKey } from '../../server/exchange/rules/kinds/realisasi.ts'
import { importKinds } from '../../server/exchange/rules/kinds.ts'
import { type ImportReport, summarise } from '../../server/exchange/rules/outcome.ts'
import type { Table } from '../../server/exchange/rules/table.ts'

export interface Planted {
  readonly kind: string
  readonly line: number
  readonly expect: string
  readonly codes: readonly string[]
  readonly warnings: readonly string[]
}

export interface Truth {
  readonly files: Readonly<Record<string, ImportReport>>
  readonly planted: Readonly<Record<string, readonly Planted[]>>
  readonly staff: {
    readonly accepted: number
    readonly withAppliedSuperior: number
    readonly byStatus: Readonly<Record<string, number>>
  }
}

export interface Judged<Rec extends Sourced = Sourced> extends Judgement<Rec> {
  readonly table: Table
  readonly report: ImportReport
}

/** Natural key → fingerprint, as earlier imports of a file left them. */
export type Stored = ReadonlyMap<string, string>

export const clock: ImportClock = { today: '2025-12-31', year: 2025 }
export const nothingStored: Stored = new Map()
export const quarters = ['realisasi-TW1.csv', 'realisasi-TW2.csv', 'realisasi-TW3.csv', 'realisasi-TW4.csv'] as const

const unzip = promisify(gunzip)
const tables = new Map<string, Promise<Table>>()

export async function cityBytes(name: string): Promise<Buffer> {
  return unzip(await readFile(new URL(`../city/${name}.gz`, import.meta.url)))
}

export async function cityTruth(): Promise<Truth> {
  return JSON.parse((await cityBytes('truth.json')).toString()) as Truth
}

/** A city file as it is read, read once. */
export function cityTable(name: string): Promise<Table> {
  const table = tables.get(name) ?? cityBytes(name).then(readTable)
  tables.set(name, table)
  return table
}

export async function judge<Name extends string, Key extends string, Facts, Rec extends Sourced>(
  kind: ImportKind<Name, Key, Facts, Rec>,
  file: string,
  facts: Facts,
): Promise<Judged<Rec>> {
  const table = await cityTable(file)
  const judgement = kind.judge(mapTable(kind, table), facts, clock)
  return { ...judgement, table, report: summarise(judgement.outcomes, table, judgement.documents) }
}

/** Everything that the kinds ask about, as it stands after the whole city was loaded once. */
export async function loadCity() {
  const existing = nothingStored
  const unit = await judge(importKinds.unit, 'unit.csv', { units: new Set<string>(), existing })
  const units = new Map(unit.records.map((record) => [record.code, record]))
  const pegawai = await judge(importKinds.pegawai, 'pegawai.csv', { units, employees: new Map(), existing })
  const employees = new Map(pegawai.records.map((record) => [record.nip, record]))
  const indikator = await judge(importKinds.indikator, 'indikator.csv', { indicators: new Set<string>(), existing })
  const indicators = new Map(indikator.records.map((record) => [record.code, record]))
  const skp = await judge(importKinds.skp, 'skp.csv', { employees, indicators, units, existing })
  const planned = new Set(
    skp.records.flatMap(({ nip, results }) =>
      results.flatMap((result) =>
        result.indicators.map(({ indicatorCode, subjectUnit }) => seriesKey(indicatorCode, subjectUnit ?? nip)),
      ),
    ),
  )
  const programmes = await judge(importKinds['program-pembinaan'], 'program-pembinaan.csv', { units, indicators, existing })
  const programmeCodes = new Set(programmes.records.map(({ code }) => code))
  return { unit, units, pegawai, employees, indikator, indicators, skp, planned, programmeCodes }
}

export type City = Awaited<ReturnType<typeof loadCity>>

/** Judges one file of the city as if it were loaded after all that it needs; `existing` is what earlier imports of it stored. */
export const judgeFile: Readonly<Record<string, (city: City, existing: Stored) => Promise<Judged>>> = {
  'unit.csv': ({ units }, existing) =>
    judge(importKinds.unit, 'unit.csv', { units: existing.size > 0 ? units : new Set<string>(), existing }),
  'pegawai.csv': (city, existing) => judgeStaff('pegawai.csv', city, existing),
  'pegawai.xlsx': (city, existing) => judgeStaff('pegawai.xlsx', city, existing),
  'pegawai-variasi.csv': (city, existing) => judgeStaff('pegawai-variasi.csv', city, existing),
  'riwayat-jabatan.csv': ({ employees }, existing) =>
    judge(importKinds['riwayat-jabatan'], 'riwayat-jabatan.csv', { employees, existing }),
  'riwayat-golongan.csv': ({ employees }, existing) =>
    judge(importKinds['riwayat-golongan'], 'riwayat-golongan.csv', { employees, existing }),
  'riwayat-diklat.csv': ({ employees }, existing) =>
    judge(importKinds['riwayat-diklat'], 'riwayat-diklat.csv', { employees, existing }),
  'indikator.csv': (_, existing) => judge(importKinds.indikator, 'indikator.csv', { indicators: existing, existing }),
  'skp.csv': ({ employees, indicators, units }, existing) =>
    judge(importKinds.skp, 'skp.csv', { employees, indicators, units, existing }),
  ...Object.fromEntries(
    quarters.map((file) => [file, (city: City, existing: Stored) => judge(importKinds.realisasi, file, { ...city, existing })]),
  ),
  'perilaku-360.csv': ({ employees }, existing) =>
    judge(importKinds['perilaku-360'], 'perilaku-360.csv', { employees, existing }),
  'program-pembinaan.csv': ({ units, indicators }, existing) =>
    judge(importKinds['program-pembinaan'], 'program-pembinaan.csv', { units, indicators, existing }),
  'peserta.csv': ({ employees, programmeCodes: programmes }, existing) =>
    judge(importKinds.peserta, 'peserta.csv', { employees, programmes, certificates: new Map(), existing }),
  'luaran-pelatihan.csv': ({ units, programmeCodes: programmes }, existing) =>
    judge(importKinds['luaran-pelatihan'], 'luaran-pelatihan.csv', { units, programmes, existing }),
  'kecelakaan.csv': ({ employees }, existing) => judge(importKinds.kecelakaan, 'kecelakaan.csv', { employees, existing }),
}

function judgeStaff(file: string, { units, employees }: City, existing: Stored): Promise<Judged> {
  const known = new Map([...employees].filter(([nip]) => existing.has(nip)))
  return judge(importKinds.pegawai, file, { units, employees: known, existing })
}

/** What an import leaves behind for the next one. */
export function storedBy({ records }: Pick<Judged, 'records'>): Stored {
  return new Map(records.map(({ key, sourceHash }) => [key, sourceHash]))
}
