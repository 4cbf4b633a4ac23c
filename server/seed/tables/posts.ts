import type { PositionKind } from '../../generated/prisma/client.ts'
import type { Staffing } from './units.ts'

/** Keluarga jabatan: posts that share one plan template and one set of indicator weights. */
export type Family =
  | 'JPT'
  | 'ADMINISTRATOR'
  | 'PENGAWAS'
  | 'CAMAT'
  | 'LURAH'
  | 'KEPALA_SEKOLAH'
  | 'GURU'
  | 'KEPALA_PUSKESMAS'
  | 'DIREKTUR_RSUD'
  | 'DOKTER'
  | 'PERAWAT'
  | 'BIDAN'
  | 'LALIN'
  | 'KIR'
  | 'LAYANAN'
  | 'KELURAHAN'
  | 'KEUANGAN'
  | 'KEPEGAWAIAN'
  | 'AUDITOR'
  | 'TIK'
  | 'SATPOL'
  | 'LINGKUNGAN'
  | 'SOSIAL'
  | 'PERENCANA'
  | 'PELAKSANA'

type Ladder = 'AHLI' | 'TERAMPIL'

export type Post = {
  readonly title: string
  readonly family: Family
  readonly kind: PositionKind
  /** Eselon of a structural post; a functional post draws its jenjang from the ladder. */
  readonly eselon?: string
  readonly ladder?: Ladder
  readonly count: number
}

const head = (title: string, family: Family, eselon: string): Post => ({ title, family, kind: 'STRUKTURAL', eselon, count: 1 })
const expert = (title: string, family: Family, count: number): Post => ({
  title,
  family,
  kind: 'FUNGSIONAL',
  ladder: 'AHLI',
  count,
})
const skilled = (title: string, family: Family, count: number): Post => ({
  title,
  family,
  kind: 'FUNGSIONAL',
  ladder: 'TERAMPIL',
  count,
})
const staff = (title: string, family: Family, count: number): Post => ({ title, family, kind: 'PELAKSANA', count })

const secretary = head('Sekretaris', 'ADMINISTRATOR', 'III.a')
const clerk = staff('Pengadministrasi Perkantoran', 'PELAKSANA', 1)

/** The posts of a unit. The first one is its head unless it is a post of general staff, and everybody else in the unit reports to the head. */
export const posts: Record<Staffing, readonly Post[]> = {
  setda: [head('Sekretaris Daerah', 'JPT', 'II.a'), head('Asisten Pemerintahan', 'JPT', 'II.b'), clerk],
  bagian: [
    head('Kepala Bagian', 'ADMINISTRATOR', 'III.a'),
    expert('Analis Kebijakan', 'PERENCANA', 1),
    staff('Penelaah Teknis Kebijakan', 'PELAKSANA', 2),
  ],
  setwan: [
    head('Sekretaris DPRD', 'JPT', 'II.b'),
    head('Kepala Bagian Persidangan', 'ADMINISTRATOR', 'III.a'),
    staff('Pengelola Persidangan', 'PELAKSANA', 3),
  ],
  inspektorat: [head('Inspektur', 'JPT', 'II.b'), secretary, expert('Auditor', 'AUDITOR', 6), clerk],
  dinas: [
    head('Kepala Dinas', 'JPT', 'II.b'),
    secretary,
    expert('Perencana', 'PERENCANA', 1),
    skilled('Pranata Keuangan', 'KEUANGAN', 1),
    clerk,
  ],
  bidang: [
    head('Kepala Bidang', 'ADMINISTRATOR', 'III.b'),
    expert('Analis Kebijakan', 'PERENCANA', 1),
    staff('Pengelola Data', 'PELAKSANA', 3),
  ],
  seksi: [head('Kepala Seksi', 'PENGAWAS', 'IV.a'), staff('Pengelola Keselamatan Jalan', 'LALIN', 3)],
  sd: [
    expert('Kepala Sekolah', 'KEPALA_SEKOLAH', 1),
    expert('Guru Kelas', 'GURU', 6),
    expert('Guru Pendidikan Jasmani', 'GURU', 1),
  ],
  smp: [
    expert('Kepala Sekolah', 'KEPALA_SEKOLAH', 1),
    expert('Guru Matematika', 'GURU', 2),
    expert('Guru Bahasa Indonesia', 'GURU', 2),
    expert('Guru IPA', 'GURU', 2),
    clerk,
  ],
  puskesmas: [
    expert('Kepala Puskesmas', 'KEPALA_PUSKESMAS', 1),
    expert('Dokter', 'DOKTER', 2),
    skilled('Perawat', 'PERAWAT', 4),
    skilled('Bidan', 'BIDAN', 3),
    clerk,
  ],
  rsud: [
    head('Direktur RSUD', 'DIREKTUR_RSUD', 'III.a'),
    expert('Dokter', 'DOKTER', 5),
    expert('Perawat', 'PERAWAT', 5),
    skilled('Perawat', 'PERAWAT', 7),
    skilled('Bidan', 'BIDAN', 3),
    clerk,
  ],
  dishub: [head('Kepala Dinas', 'JPT', 'II.b'), secretary, skilled('Pranata Keuangan', 'KEUANGAN', 1), clerk],
  lalin: [head('Kepala Bidang', 'ADMINISTRATOR', 'III.b'), staff('Pengatur Lalu Lintas', 'LALIN', 5)],
  kir: [head('Kepala UPTD', 'PENGAWAS', 'IV.a'), skilled('Penguji Kendaraan Bermotor', 'KIR', 5)],
  dukcapil: [
    head('Kepala Dinas', 'JPT', 'II.b'),
    secretary,
    expert('Administrator Database Kependudukan', 'LAYANAN', 3),
    staff('Operator Layanan', 'LAYANAN', 6),
  ],
  perizinan: [
    head('Kepala Dinas', 'JPT', 'II.b'),
    secretary,
    expert('Penata Perizinan', 'LAYANAN', 4),
    staff('Operator Layanan', 'LAYANAN', 3),
  ],
  bkpsdm: [
    head('Kepala Badan', 'JPT', 'II.b'),
    secretary,
    expert('Analis SDM Aparatur', 'KEPEGAWAIAN', 5),
    skilled('Pranata SDM Aparatur', 'KEPEGAWAIAN', 3),
  ],
  keuangan: [
    head('Kepala Badan', 'JPT', 'II.b'),
    secretary,
    expert('Analis Keuangan', 'KEUANGAN', 4),
    skilled('Pranata Keuangan', 'KEUANGAN', 4),
  ],
  perencana: [head('Kepala Badan', 'JPT', 'II.b'), secretary, expert('Perencana', 'PERENCANA', 5), clerk],
  kominfo: [
    head('Kepala Dinas', 'JPT', 'II.b'),
    secretary,
    expert('Pranata Komputer', 'TIK', 4),
    skilled('Pranata Komputer', 'TIK', 3),
  ],
  satpol: [
    head('Kepala Satuan', 'JPT', 'II.b'),
    secretary,
    skilled('Polisi Pamong Praja', 'SATPOL', 7),
    skilled('Pemadam Kebakaran', 'SATPOL', 5),
  ],
  lingkungan: [head('Kepala Dinas', 'JPT', 'II.b'), secretary, staff('Pengelola Persampahan', 'LINGKUNGAN', 7)],
  sosial: [head('Kepala Dinas', 'JPT', 'II.b'), secretary, expert('Pekerja Sosial', 'SOSIAL', 5), clerk],
  kecamatan: [
    head('Camat', 'CAMAT', 'III.a'),
    head('Sekretaris Kecamatan', 'PENGAWAS', 'III.b'),
    staff('Pengelola Layanan Kecamatan', 'KELURAHAN', 3),
  ],
  kelurahan: [head('Lurah', 'LURAH', 'IV.a'), staff('Pengelola Pemberdayaan Masyarakat', 'KELURAHAN', 3)],
  acting: [staff('Pengelola Pemberdayaan Masyarakat', 'KELURAHAN', 3)],
  archive: [staff('Pengelola Arsip', 'PELAKSANA', 1)],
  tim: [expert('Ketua Tim Pengaduan', 'TIK', 1), staff('Petugas Pengaduan', 'LAYANAN', 2)],
  none: [],
}
