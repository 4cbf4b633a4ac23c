import type { DisciplineLevel } from '../../generated/prisma/client.ts'

/** Posts that people held before the present one. */
export const earlierPosts = [
  'Pengadministrasi Umum',
  'Pengelola Data',
  'Analis Data dan Informasi',
  'Penyusun Program',
  'Bendahara Pembantu',
] as const

export const schools = {
  SMA: ['SMA Negeri 991 Muara Cendana', 'SMK Negeri 992 Tepian Jati'],
  'D-III': ['Politeknik Cendana', 'Akademi Kesehatan Muara'],
  'S-1': ['Universitas Teluk Cendana', 'Universitas Nusa Jati', 'Institut Pemerintahan Cendana'],
  'S-2': ['Universitas Teluk Cendana', 'Universitas Nusa Jati'],
} as const

export const majors = [
  'Administrasi Publik',
  'Manajemen',
  'Pendidikan',
  'Kesehatan Masyarakat',
  'Akuntansi',
  'Teknik Informatika',
  'Ilmu Hukum',
] as const

/** Trainings: SIASN jenisDiklat, name, provider and the usual hours in JP. */
export const trainings = [
  [1, 'Pelatihan Kepemimpinan Administrator', 'LAN', 120],
  [2, 'Pelatihan Fungsional Jenjang Lanjutan', 'BPSDM Provinsi', 80],
  [3, 'Pelatihan Teknis Pelayanan Publik', 'BKPSDM Kota', 24],
  [4, 'Lokakarya Penyusunan SKP', 'BKPSDM Kota', 8],
  [8, 'Bimbingan Teknis Arsip Dinamis', 'ANRI', 16],
  [9, 'Seminar Inovasi Daerah', 'Bappeda', 6],
  [14, 'Coaching Atasan Langsung', 'BKPSDM Kota', 5.33],
  [16, 'E-learning Antikorupsi', 'KPK', 10],
  [16, 'E-learning Keamanan Informasi', 'BSSN', 8],
  [17, 'Pelatihan Jarak Jauh Manajemen Risiko', 'LAN', 20],
  [23, 'Komunitas Belajar Literasi Digital', 'Dinas Kominfo', 12],
] as const satisfies readonly (readonly [form: number, name: string, provider: string, jp: number])[]

/** Sanctions of PP 94/2021 that occur; `year` counts back from the year that runs. The SEDANG ones of last year bear on the predikat. */
export const sanctions = [
  { level: 'RINGAN', sanction: 'TEGURAN_LISAN', yearsAgo: 1, months: null, isFinal: true },
  { level: 'RINGAN', sanction: 'TEGURAN_TERTULIS', yearsAgo: 2, months: null, isFinal: true },
  { level: 'RINGAN', sanction: 'PERNYATAAN_TIDAK_PUAS', yearsAgo: 1, months: null, isFinal: true },
  { level: 'SEDANG', sanction: 'POTONG_TUKIN_25_6', yearsAgo: 1, months: 6, isFinal: true },
  { level: 'SEDANG', sanction: 'POTONG_TUKIN_25_12', yearsAgo: 1, months: 12, isFinal: true },
  { level: 'SEDANG', sanction: 'POTONG_TUKIN_25_6', yearsAgo: 1, months: 6, isFinal: false },
  { level: 'BERAT', sanction: 'PENURUNAN_JABATAN_12', yearsAgo: 3, months: 12, isFinal: true },
] as const satisfies readonly {
  level: DisciplineLevel
  sanction: string
  yearsAgo: number
  months: number | null
  isFinal: boolean
}[]
