import type { RhkKind } from '../../generated/prisma/client.ts'
import type { IndicatorCode } from './catalogue.ts'
import type { Family } from './posts.ts'

export type PlannedResult = {
  readonly title: string
  readonly kind: RhkKind
  /** Per cent of the plan. */
  readonly weight: number
  /** The superior's result or the assignment letter that it serves. */
  readonly serves: string | null
  /** Indicators with their weights inside the result. */
  readonly indicators: readonly (readonly [code: IndicatorCode, weight: number])[]
}

type Measures = PlannedResult['indicators']

const main = (title: string, weight: number, serves: string, ...indicators: Measures): PlannedResult => ({
  title,
  kind: 'UTAMA',
  weight,
  serves,
  indicators,
})
const extra = (title: string, weight: number, ...indicators: Measures): PlannedResult => ({
  title,
  kind: 'TAMBAHAN',
  weight,
  serves: null,
  indicators,
})

const coaching = extra('Terlaksananya pembinaan bawahan', 15, ['LDR-02', 1])
const learning = extra('Meningkatnya kompetensi pegawai', 15, ['GEN-05', 1])
const discipline = main('Terpenuhinya jam kerja efektif', 20, 'Penguatan disiplin unit', ['GEN-04', 1])
const reports = main('Tersusunnya laporan unit', 25, 'Akuntabilitas kinerja unit', ['GEN-02', 1])

/** The plan of each position family; weights are LOCAL (PermenPANRB 6/2022 requires none). */
export const planTemplates: Record<Family, readonly PlannedResult[]> = {
  JPT: [
    main('Tercapainya sasaran strategis perangkat daerah', 40, 'Perjanjian kinerja Wali Kota', ['PLN-02', 1]),
    main('Terlaksananya program prioritas', 25, 'Perjanjian kinerja Wali Kota', ['LDR-01', 1]),
    main('Terlaksananya kegiatan sesuai rencana', 20, 'Perjanjian kinerja Wali Kota', ['FIN-01', 1]),
    coaching,
  ],
  ADMINISTRATOR: [
    main('Terlaksananya program bidang', 40, 'Terlaksananya program prioritas', ['LDR-01', 1]),
    main('Terselesaikannya dokumen kerja bidang', 30, 'Akuntabilitas perangkat daerah', ['PLN-01', 60], ['GEN-01', 40]),
    main('Tertibnya pertanggungjawaban keuangan', 15, 'Terlaksananya kegiatan sesuai rencana', ['FIN-02', 1]),
    coaching,
  ],
  PENGAWAS: [
    main('Terselesaikannya naskah dan tindak lanjut', 45, 'Terlaksananya program bidang', ['GEN-01', 60], ['GEN-03', 40]),
    main('Tersusunnya laporan unit', 40, 'Akuntabilitas perangkat daerah', ['GEN-02', 1]),
    coaching,
  ],
  CAMAT: [
    main('Tertanganinya pengaduan warga', 35, 'Pelayanan publik prima', ['CMP-01', 1]),
    main('Terselesaikannya layanan kecamatan', 30, 'Pelayanan publik prima', ['SEC-01', 1]),
    main('Terlaksananya program kecamatan', 20, 'Terlaksananya program prioritas', ['LDR-01', 1]),
    coaching,
  ],
  LURAH: [
    main('Tertanganinya pengaduan warga', 35, 'Tertanganinya pengaduan warga', ['CMP-01', 70], ['CMP-02', 30]),
    main('Terselesaikannya layanan kelurahan', 35, 'Terselesaikannya layanan kecamatan', ['SEC-01', 1]),
    main('Akuratnya data penduduk', 15, 'Pelayanan publik prima', ['SEC-02', 1]),
    coaching,
  ],
  KEPALA_SEKOLAH: [
    main('Meningkatnya mutu lulusan', 40, 'Mutu pendidikan dasar', ['EDU-03', 1]),
    main('Terlaksananya pembelajaran sesuai jadwal', 30, 'Mutu pendidikan dasar', ['EDU-04', 1]),
    main('Tertibnya pertanggungjawaban BOS', 15, 'Akuntabilitas keuangan', ['FIN-02', 1]),
    coaching,
  ],
  GURU: [
    main('Meningkatnya hasil belajar peserta didik', 40, 'Meningkatnya mutu lulusan', ['EDU-01', 1]),
    main('Terlaksananya pembelajaran sesuai jadwal', 30, 'Terlaksananya pembelajaran sesuai jadwal', ['EDU-04', 1]),
    main('Meningkatnya mutu mengajar', 20, 'Meningkatnya mutu lulusan', ['EDU-05', 1]),
    extra('Berkembangnya profesi guru', 10, ['EDU-02', 1]),
  ],
  KEPALA_PUSKESMAS: [
    main('Meningkatnya derajat kesehatan wilayah', 40, 'Sasaran strategis Dinas Kesehatan', ['HLT-04', 60], ['HLT-03', 40]),
    main('Puasnya masyarakat terhadap layanan', 30, 'Pelayanan publik prima', ['HLT-02', 1]),
    main('Terlaksananya program puskesmas', 15, 'Terlaksananya program prioritas', ['LDR-01', 1]),
    coaching,
  ],
  DIREKTUR_RSUD: [
    main('Puasnya pasien rumah sakit', 40, 'Pelayanan publik prima', ['HLT-02', 1]),
    main('Patuhnya layanan pada standar', 30, 'Sasaran strategis Dinas Kesehatan', ['HLT-03', 1]),
    main('Terlaksananya kegiatan sesuai rencana', 15, 'Terlaksananya program prioritas', ['FIN-01', 1]),
    coaching,
  ],
  DOKTER: [
    main('Terlayaninya pasien', 30, 'Meningkatnya derajat kesehatan wilayah', ['HLT-01', 1]),
    main('Patuhnya layanan pada standar', 35, 'Meningkatnya derajat kesehatan wilayah', ['HLT-03', 1]),
    main('Puasnya masyarakat terhadap layanan', 20, 'Puasnya masyarakat terhadap layanan', ['HLT-02', 1]),
    learning,
  ],
  PERAWAT: [
    main('Terlayaninya pasien', 25, 'Meningkatnya derajat kesehatan wilayah', ['HLT-01', 1]),
    main('Patuhnya layanan pada standar', 40, 'Meningkatnya derajat kesehatan wilayah', ['HLT-03', 1]),
    main('Puasnya masyarakat terhadap layanan', 20, 'Puasnya masyarakat terhadap layanan', ['HLT-02', 1]),
    learning,
  ],
  BIDAN: [
    main('Patuhnya layanan ibu dan anak pada standar', 40, 'Meningkatnya derajat kesehatan wilayah', ['HLT-03', 1]),
    main('Tersusunnya laporan kesehatan ibu dan anak', 25, 'Akuntabilitas kinerja unit', ['GEN-02', 1]),
    main('Puasnya masyarakat terhadap layanan', 20, 'Puasnya masyarakat terhadap layanan', ['HLT-02', 1]),
    learning,
  ],
  LALIN: [
    main('Terjaganya kelancaran lalu lintas', 40, 'Terlaksananya program bidang', ['TRN-02', 1]),
    main('Menurunnya kecelakaan pada ruas binaan', 30, 'Sasaran strategis Dinas Perhubungan', ['TRN-01', 1]),
    main('Tersusunnya laporan lapangan', 15, 'Akuntabilitas kinerja unit', ['GEN-02', 1]),
    learning,
  ],
  KIR: [
    main('Cepatnya layanan uji kendaraan', 45, 'Pelayanan publik prima', ['TRN-03', 1]),
    main('Tepatnya dokumen uji', 40, 'Pelayanan publik prima', ['ADM-01', 60], ['ADM-02', 40]),
    learning,
  ],
  LAYANAN: [
    main('Cepat dan tepatnya dokumen layanan', 50, 'Pelayanan publik prima', ['ADM-01', 70], ['ADM-02', 30]),
    main('Tertanganinya pengaduan warga', 25, 'Pelayanan publik prima', ['CMP-01', 1]),
    main('Terpenuhinya jam layanan', 10, 'Penguatan disiplin unit', ['GEN-04', 1]),
    learning,
  ],
  KELURAHAN: [
    main('Terselesaikannya permohonan warga', 40, 'Terselesaikannya layanan kelurahan', ['SEC-01', 1]),
    main('Akuratnya data penduduk', 25, 'Akuratnya data penduduk', ['SEC-02', 1]),
    main('Tersusunnya naskah kelurahan', 20, 'Tertanganinya pengaduan warga', ['GEN-01', 1]),
    learning,
  ],
  KEUANGAN: [
    main('Tertibnya pertanggungjawaban keuangan', 50, 'Terlaksananya kegiatan sesuai rencana', ['FIN-02', 1]),
    main('Tepatnya rencana kas', 35, 'Terlaksananya kegiatan sesuai rencana', ['FIN-03', 1]),
    learning,
  ],
  KEPEGAWAIAN: [
    main('Cepatnya layanan kepegawaian', 50, 'Pelayanan publik prima', ['HRD-02', 1]),
    main('Terpenuhinya kewajiban pengembangan kompetensi', 25, 'Sasaran strategis BKPSDM', ['HRD-01', 1]),
    main('Tersusunnya laporan kepegawaian', 10, 'Akuntabilitas kinerja unit', ['GEN-02', 1]),
    learning,
  ],
  AUDITOR: [
    main('Tepatnya laporan hasil pemeriksaan', 45, 'Sasaran strategis Inspektorat', ['AUD-01', 1]),
    main('Tuntasnya rekomendasi', 40, 'Sasaran strategis Inspektorat', ['AUD-02', 1]),
    learning,
  ],
  TIK: [
    main('Tersedianya aplikasi layanan', 40, 'Sasaran strategis Dinas Kominfo', ['ICT-01', 1]),
    main('Tertanganinya gangguan', 45, 'Sasaran strategis Dinas Kominfo', ['ICT-02', 1]),
    learning,
  ],
  SATPOL: [
    main('Terjaganya ketertiban umum', 45, 'Sasaran strategis Satpol PP', ['SAT-01', 1]),
    main('Selamatnya petugas', 20, 'Sasaran strategis Satpol PP', ['SAT-02', 1]),
    discipline,
    learning,
  ],
  LINGKUNGAN: [
    main('Terangkutnya sampah', 35, 'Sasaran strategis Dinas Lingkungan Hidup', ['ENV-01', 1]),
    main('Bersihnya titik pengumpulan', 30, 'Sasaran strategis Dinas Lingkungan Hidup', ['ENV-02', 1]),
    discipline,
    learning,
  ],
  SOSIAL: [main('Tepatnya penerima bantuan', 60, 'Sasaran strategis Dinas Sosial', ['SOC-01', 1]), reports, learning],
  PERENCANA: [main('Tersusunnya dokumen perencanaan', 60, 'Terlaksananya program prioritas', ['PLN-01', 1]), reports, learning],
  PELAKSANA: [
    main('Terselesaikannya naskah dinas', 40, 'Terselesaikannya dokumen kerja bidang', ['GEN-01', 70], ['GEN-03', 30]),
    reports,
    discipline,
    learning,
  ],
}

/** Families whose people lead a unit: unit indicators may carry more than 30 % of their plans (LOCAL). */
export const leadingFamilies: ReadonlySet<Family> = new Set([
  'JPT',
  'ADMINISTRATOR',
  'PENGAWAS',
  'CAMAT',
  'LURAH',
  'KEPALA_SEKOLAH',
  'KEPALA_PUSKESMAS',
  'DIREKTUR_RSUD',
])

/** Performance of teachers and principals is managed on the national platform and only imported (SE BKN 9/2023). */
export const teachingFamilies: ReadonlySet<Family> = new Set(['GURU', 'KEPALA_SEKOLAH'])
