import type { Sentence } from '../language.ts'
import type { PublicClass } from '../publication/rules/edition.ts'

export const classWords: Readonly<Record<PublicClass, Sentence>> = {
  SANGAT_BAIK: { id: 'Sangat baik', en: 'Very good' },
  BAIK: { id: 'Baik', en: 'Good' },
  BUTUH_PERBAIKAN: { id: 'Butuh perbaikan', en: 'Needs improvement' },
  KURANG: { id: 'Kurang', en: 'Poor' },
  SANGAT_KURANG: { id: 'Sangat kurang', en: 'Very poor' },
  TANPA_PREDIKAT: { id: 'Belum ada predikat', en: 'No predikat yet' },
}

/** What the accountability page says. */
export const publicationWords = {
  title: { id: 'Hasil kinerja dan layanan publik', en: 'Results of performance and public services' },
  none: { id: 'Belum ada edisi yang diterbitkan.', en: 'No edition has been published yet.' },
  edition: { id: 'Edisi', en: 'Edition' },
  editions: { id: 'Semua edisi', en: 'All editions' },
  period: { id: 'Periode', en: 'Period' },
  withdrawn: { id: 'ditarik', en: 'withdrawn' },
  withdrawnNote: { id: 'Edisi ini ditarik dan tidak berlaku lagi.', en: 'This edition was withdrawn and no longer holds.' },
  distribution: { id: 'Predikat kinerja pegawai per perangkat daerah', en: 'Performance of employees by office' },
  satisfaction: { id: 'Kepuasan masyarakat (IKM) per unit layanan', en: 'Public satisfaction (IKM) by service unit' },
  oneDay: { id: 'Pengaduan yang ditangani dalam satu hari', en: 'Complaints handled within a day' },
  unit: { id: 'Unit', en: 'Unit' },
  together: { id: 'Unit kecil lainnya, bersama-sama', en: 'Other small units together' },
  city: { id: 'Seluruh kota', en: 'The whole city' },
  people: { id: 'Pegawai', en: 'Employees' },
  coverage: { id: 'Sudah dinilai, %', en: 'Appraised, %' },
  respondents: { id: 'Responden', en: 'Respondents' },
  ikm: { id: 'IKM', en: 'Index' },
  interval: { id: 'Selang kepercayaan 95%', en: '95% interval' },
  mutu: { id: 'Mutu', en: 'Class' },
  lowest: { id: 'Unsur terendah', en: 'Lowest element' },
  complaints: { id: 'Pengaduan', en: 'Complaints' },
  rate: { id: 'Selesai sehari', en: 'Within a day' },
  heldBack: { id: 'Tidak ditampilkan untuk melindungi orang', en: 'Held back to protect people' },
  empty: { id: 'Tidak ada angka yang dapat dipublikasikan.', en: 'There is no figure that may be published.' },
  download: { id: 'Unduh sebagai CSV', en: 'Download as CSV' },
  method: { id: 'Catatan metode', en: 'Method' },
  methodLines: [
    {
      id: 'Angka dengan kurang dari 10 orang tidak ditampilkan sendiri; unit sekecil itu digabung. Sel dengan kurang dari 5 orang, sel yang memuat semua orang, dan sel lain yang membuatnya dapat dihitung diganti tanda • (ketentuan lokal).',
      en: 'Figures of fewer than 10 people are not shown by themselves; units that small stand together. Cells of fewer than 5 people, cells that hold everybody, and others from which they could be computed are replaced by • (local policy).',
    },
    {
      id: 'Data terbit paling cepat 30 hari setelah periode berakhir, satu kali untuk setiap periode, dan tidak diubah lagi. Tidak ada angka tentang satu orang.',
      en: 'Figures are published 30 days after the period at the earliest, once for each period, and not changed any more. No figure is about one person.',
    },
    {
      id: 'IKM menurut PermenPANRB 14/2017: rata-rata sembilan unsur (1–4) dikalikan 25. Pengaduan satu hari: terjawab dalam 24 jam dan tidak dibuka kembali (ketentuan lokal).',
      en: 'The index follows PermenPANRB 14/2017: the mean of nine elements (1–4) times 25. Within a day: answered within 24 hours and not opened again (local policy).',
    },
    {
      id: 'Angka yang sama tersedia lewat GraphQL tanpa masuk: publicEditions.',
      en: 'The same figures are there by GraphQL without signing in: publicEditions.',
    },
  ],
} as const satisfies Record<string, Sentence | readonly Sentence[]>
