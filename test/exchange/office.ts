import type { Database } from '../../server/db.ts'
import { importBytes, type Sent } from '../../server/exchange/commands/import-bytes.ts'
import type { ImportKindName } from '../../server/exchange/rules/kinds.ts'
import type { ImportReport } from '../../server/exchange/rules/outcome.ts'
import { type Actor, anonymous, type RoleName, systemActor } from '../../server/identity/policy.ts'

/** The last day of the year that the files are about. */
export const now = new Date('2025-12-31T05:00:00Z')

export const system = systemActor('test')

export function actorWith(role: RoleName, unitId: string | null = null): Actor {
  return { ...anonymous, kind: 'USER', label: role, grants: [{ role, unitId }] }
}

/** Lines of a file as a personnel office sends them. */
export const csv = (...lines: readonly string[]): Buffer => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)

export const nips = ['197001011995011901', '198001012005011901', '199001012015011901'] as const

export const unitFile = csv(
  'KODE;NAMA;JENIS;KODE INDUK;LAYANAN PUBLIK',
  'X.1;Puskesmas Uji;PUSKESMAS;X;Y',
  'X;Dinas Uji;DINAS;;T',
)

const staffHeader = 'NIP;NAMA;STATUS;JABATAN;KODE UNIT;NIP ATASAN;TMT JABATAN'

export const staffFile = csv(
  staffHeader,
  `${nips[2]};Cici;PNS;Perawat;X.1;${nips[1]};01-03-2020`,
  `${nips[0]};Ani;PNS;Kepala Dinas;X;;01-01-2019`,
  `${nips[1]};=Budi;PNS;Kepala Puskesmas;X.1;${nips[0]};`,
)

export const indicatorFile = csv(
  'KODE IKI;NAMA INDIKATOR;ASPEK;SATUAN;POLARITAS;AGREGASI;FREKUENSI;ATRIBUSI',
  'K-1;Kunjungan rumah;KUANTITAS;COUNT;MAXIMIZE;JUMLAH;TRIWULAN;INDIVIDUAL',
)

export const realisationHeader = 'KODE IKI;NIP/KODE UNIT;PERIODE;NILAI;TANGGAL;SUMBER;BUKTI URL;ALASAN KOSONG'

/** Reads a file in as the command line does. */
export function send(
  database: Database,
  kind: ImportKindName,
  bytes: Uint8Array,
  options: Partial<Sent> & { readonly actor?: Actor; readonly onProgress?: (done: number) => void } = {},
): Promise<ImportReport> {
  const { actor = system, onProgress, ...sent } = options
  const file = { kind, fileName: `${kind}.csv`, bytes, isDryRun: false, clockAt: now, ...sent }
  return importBytes(database, file, { actor, now }, onProgress)
}

/** An office with two units, three people and one indicator. */
export async function loadOffice(database: Database): Promise<void> {
  await send(database, 'unit', unitFile)
  await send(database, 'pegawai', staffFile)
  await send(database, 'indikator', indicatorFile)
}
