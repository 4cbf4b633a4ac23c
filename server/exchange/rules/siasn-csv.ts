import type { SiasnRecord } from '../../appraisals/rules/siasn.ts'
import type { Sentence } from '../../language.ts'

type Field = Exclude<
  keyof Extract<SiasnRecord, { service: 'kinerjaperiodik' }> | keyof Extract<SiasnRecord, { service: 'skp22' }>,
  'service'
>

/** The fields of the web service with what they mean in words. */
const words = {
  id: { id: 'Nomor hasil', en: 'Result' },
  pnsDinilaiOrang: { id: 'NIP yang dinilai', en: 'NIP of the person' },
  pnsDinilaiId: { id: 'NIP yang dinilai', en: 'NIP of the person' },
  tahun: { id: 'Tahun', en: 'Year' },
  periodikId: { id: 'Jenis periode', en: 'Kind of period' },
  bulanMulaiPenilaian: { id: 'Bulan mulai', en: 'First month' },
  bulanSelesaiPenilaian: { id: 'Bulan selesai', en: 'Last month' },
  tahunMulaiPenilaian: { id: 'Tahun mulai', en: 'First year' },
  tahunSelesaiPenilaian: { id: 'Tahun selesai', en: 'Last year' },
  hasilKinerjaNilai: { id: 'Hasil kerja (1–3)', en: 'Result (1–3)' },
  perilakuKerjaNilai: { id: 'Perilaku kerja (1–3)', en: 'Behaviour (1–3)' },
  kuadranKinerjaNilai: { id: 'Predikat (1–5)', en: 'Predikat (1–5)' },
  koefisienId: { id: 'Koefisien angka kredit', en: 'Coefficient' },
  penilaiNipNrp: { id: 'NIP penilai', en: 'NIP of the penilai' },
  penilaiNama: { id: 'Nama penilai', en: 'Name of the penilai' },
  penilaiJabatan: { id: 'Jabatan penilai', en: 'Position of the penilai' },
  penilaiGolongan: { id: 'Golongan penilai', en: 'Rank of the penilai' },
  penilaiUnorNama: { id: 'Unit penilai', en: 'Unit of the penilai' },
  statusPenilai: { id: 'Status penilai', en: 'Standing of the penilai' },
} as const satisfies Record<Field, Sentence>

const judged = ['hasilKinerjaNilai', 'perilakuKerjaNilai', 'kuadranKinerjaNilai'] as const
const penilai = ['penilaiNipNrp', 'penilaiNama', 'penilaiJabatan', 'penilaiGolongan', 'penilaiUnorNama'] as const
const months = ['bulanMulaiPenilaian', 'bulanSelesaiPenilaian', 'tahunMulaiPenilaian', 'tahunSelesaiPenilaian'] as const

const columns = {
  skp22: ['id', 'pnsDinilaiOrang', 'tahun', ...judged, ...penilai, 'statusPenilai'],
  kinerjaperiodik: ['id', 'pnsDinilaiId', 'tahun', 'periodikId', ...months, ...judged, 'koefisienId', ...penilai],
} as const satisfies Record<SiasnRecord['service'], readonly Field[]>

export type SiasnService = SiasnRecord['service']

/** The two lines above the data: words in Indonesian and English, then the fields of the web service (domain C7). */
export function siasnHead(service: SiasnService): string[][] {
  const fields: readonly Field[] = columns[service]
  return [fields.map((field) => `${words[field].id} / ${words[field].en}`), [...fields]]
}

/** One result as a line. Numbers are codes, months and years; NIP are text. */
export function siasnRow(record: SiasnRecord): (string | number | null)[] {
  const values: Readonly<Record<string, string | number | null>> = { ...record }
  return columns[record.service].map((field) => values[field] ?? null)
}
