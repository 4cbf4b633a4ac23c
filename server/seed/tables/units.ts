import type { UnitType } from '../../generated/prisma/client.ts'

/** Which posts a unit has; see `posts.ts`. */
export type Staffing =
  | 'setda'
  | 'bagian'
  | 'setwan'
  | 'inspektorat'
  | 'dinas'
  | 'bidang'
  | 'seksi'
  | 'sd'
  | 'smp'
  | 'puskesmas'
  | 'rsud'
  | 'dishub'
  | 'lalin'
  | 'kir'
  | 'dukcapil'
  | 'perizinan'
  | 'bkpsdm'
  | 'keuangan'
  | 'perencana'
  | 'kominfo'
  | 'satpol'
  | 'lingkungan'
  | 'sosial'
  | 'kecamatan'
  | 'kelurahan'
  | 'acting'
  | 'archive'
  | 'tim'
  | 'none'

export type UnitSeed = {
  /** Below the code of the city, such as `04.02`. */
  readonly code: string
  readonly name: string
  readonly type: UnitType
  readonly staffing: Staffing
  readonly isServiceUnit?: true
}

/** Code of the city; 99 is no province. */
export const cityCode = '9971'
export const cityName = 'Pemerintah Kota Muara Cendana'

const unit = (code: string, name: string, type: UnitType, staffing: Staffing): UnitSeed => ({ code, name, type, staffing })
const service = (code: string, name: string, type: UnitType, staffing: Staffing): UnitSeed => ({
  code,
  name,
  type,
  staffing,
  isServiceUnit: true,
})

/** Sixty units; the parent of `04.02` is `04`, that of `04` the city. */
export const units: readonly UnitSeed[] = [
  unit('01', 'Sekretariat Daerah', 'SETDA', 'setda'),
  unit('01.01', 'Bagian Umum', 'BAGIAN', 'bagian'),
  unit('01.02', 'Bagian Hukum', 'BAGIAN', 'bagian'),
  unit('01.03', 'Bagian Organisasi', 'BAGIAN', 'bagian'),
  unit('02', 'Sekretariat DPRD', 'SETWAN', 'setwan'),
  unit('03', 'Inspektorat', 'INSPEKTORAT', 'inspektorat'),
  unit('04', 'Dinas Pendidikan', 'DINAS', 'dinas'),
  unit('04.01', 'Bidang Pembinaan SD', 'BIDANG', 'bidang'),
  unit('04.02', 'Bidang Pembinaan SMP', 'BIDANG', 'bidang'),
  service('04.11', 'SD Negeri 9901 Muara Cendana', 'SEKOLAH', 'sd'),
  service('04.12', 'SD Negeri 9902 Tepian Jati', 'SEKOLAH', 'sd'),
  service('04.13', 'SD Negeri 9903 Kampung Damar', 'SEKOLAH', 'sd'),
  service('04.14', 'SD Negeri 9904 Pulau Melur', 'SEKOLAH', 'sd'),
  service('04.15', 'SD Negeri 9905 Karang Indah', 'SEKOLAH', 'sd'),
  service('04.21', 'SMP Negeri 991 Muara Cendana', 'SEKOLAH', 'smp'),
  service('04.22', 'SMP Negeri 992 Tepian Jati', 'SEKOLAH', 'smp'),
  service('04.23', 'SMP Negeri 993 Karang Indah', 'SEKOLAH', 'smp'),
  unit('05', 'Dinas Kesehatan', 'DINAS', 'dinas'),
  unit('05.01', 'Bidang Pelayanan Kesehatan', 'BIDANG', 'bidang'),
  unit('05.02', 'Bidang Pencegahan dan Pengendalian Penyakit', 'BIDANG', 'bidang'),
  service('05.11', 'Puskesmas Muara', 'PUSKESMAS', 'puskesmas'),
  service('05.12', 'Puskesmas Tepian Jati', 'PUSKESMAS', 'puskesmas'),
  service('05.13', 'Puskesmas Karang Indah', 'PUSKESMAS', 'puskesmas'),
  service('05.14', 'Puskesmas Pulau Melur', 'PUSKESMAS', 'puskesmas'),
  service('05.21', 'RSUD Cendana Sehat', 'RSUD', 'rsud'),
  unit('06', 'Dinas Perhubungan', 'DINAS', 'dishub'),
  unit('06.01', 'Bidang Lalu Lintas', 'BIDANG', 'lalin'),
  unit('06.01.01', 'Seksi Keselamatan Jalan', 'SEKSI', 'seksi'),
  unit('06.02', 'Bidang Angkutan', 'BIDANG', 'bidang'),
  service('06.11', 'UPTD Pengujian Kendaraan Bermotor', 'UPTD', 'kir'),
  service('07', 'Dinas Kependudukan dan Pencatatan Sipil', 'DINAS', 'dukcapil'),
  service('08', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DINAS', 'perizinan'),
  unit('09', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'BADAN', 'bkpsdm'),
  unit('10', 'Badan Pengelolaan Keuangan dan Aset Daerah', 'BADAN', 'keuangan'),
  unit('11', 'Badan Perencanaan Pembangunan Daerah', 'BADAN', 'perencana'),
  unit('12', 'Dinas Komunikasi dan Informatika', 'DINAS', 'kominfo'),
  unit('12.01', 'Tim Reaksi Cepat Pengaduan', 'TIM_KERJA', 'tim'),
  service('13', 'Satuan Polisi Pamong Praja dan Pemadam Kebakaran', 'DINAS', 'satpol'),
  service('14', 'Dinas Lingkungan Hidup', 'DINAS', 'lingkungan'),
  service('15', 'Dinas Sosial', 'DINAS', 'sosial'),
  unit('16', 'Dinas Perpustakaan dan Kearsipan', 'DINAS', 'dinas'),
  unit('16.01', 'UPTD Museum Kota', 'UPTD', 'none'),
  unit('17', 'Kantor Arsip Daerah', 'DINAS', 'archive'),
  service('21', 'Kecamatan Muara', 'KECAMATAN', 'kecamatan'),
  service('21.01', 'Kelurahan Muara Cendana', 'KELURAHAN', 'kelurahan'),
  service('21.02', 'Kelurahan Kampung Damar', 'KELURAHAN', 'kelurahan'),
  service('21.03', 'Kelurahan Pasar Lama', 'KELURAHAN', 'kelurahan'),
  service('21.04', 'Kelurahan Bukit Serai', 'KELURAHAN', 'kelurahan'),
  service('22', 'Kecamatan Tepian Jati', 'KECAMATAN', 'kecamatan'),
  service('22.01', 'Kelurahan Tepian Jati', 'KELURAHAN', 'kelurahan'),
  service('22.02', 'Kelurahan Rawa Pandan', 'KELURAHAN', 'kelurahan'),
  service('22.03', 'Kelurahan Sungai Tenang', 'KELURAHAN', 'kelurahan'),
  service('22.04', 'Kelurahan Taman Sari', 'KELURAHAN', 'kelurahan'),
  service('23', 'Kecamatan Karang Indah', 'KECAMATAN', 'kecamatan'),
  service('23.01', 'Kelurahan Karang Indah', 'KELURAHAN', 'kelurahan'),
  service('23.02', 'Kelurahan Pulau Melur', 'KELURAHAN', 'kelurahan'),
  service('23.03', 'Kelurahan Teluk Kenari', 'KELURAHAN', 'kelurahan'),
  service('23.04', 'Kelurahan Tanjung Jaya', 'KELURAHAN', 'acting'),
]

/** What changed in the tree: both years show what a snapshot and an effective-dated tree are for. */
export const unitChanges = {
  /** Renamed when this year began; its appraisals of last year keep the old name. */
  renamed: { code: '08', before: 'Dinas Penanaman Modal dan Perizinan' },
  /** Moved to another parent when this year began. */
  moved: { code: '12.01', beforeParent: '01' },
  /** Closed when last year ended; one person is still placed in it. */
  closed: { code: '17' },
  /** Has no lurah: the secretary of its kecamatan acts as one (PLT). */
  headless: { code: '23.04', actingTitle: 'Lurah', actingPost: 'Sekretaris Kecamatan' },
} as const
