import type { complaintContracts } from '../complaints/rules/contract.ts'
import type { impactContracts } from '../impact/rules/contract.ts'
import type { organizationContracts } from '../organization/rules/contract.ts'
import type { pembinaanContracts } from '../pembinaan/rules/contract.ts'
import type { recognitionContracts } from '../recognition/rules/contract.ts'
import type { surveyContracts } from '../surveys/rules/contract.ts'
import type { RuleText } from './text.ts'

type Contracts = typeof complaintContracts &
  typeof impactContracts &
  typeof organizationContracts &
  typeof pembinaanContracts &
  typeof recognitionContracts &
  typeof surveyContracts

/** Rules of staff data, development, public service and impact. */
export const serviceTexts = {
  F8: {
    title: { id: 'Indeks Kepuasan Masyarakat (IKM)', en: 'Index of public satisfaction (IKM)' },
    answers: {
      id: 'Seberapa puas masyarakat terhadap satu unit layanan?',
      en: 'How satisfied is the public with a service unit?',
    },
    formula: {
      id: 'Rata-rata jawaban tiap unsur (1–4), ditimbang sama, dijumlahkan, dikalikan 25, dan dibulatkan 2 desimal. Mutu: A mulai 88,31; B mulai 76,61; C mulai 65,00; D di bawahnya.',
      en: 'The mean answer of each element (1–4), weighted equally, summed, multiplied by 25 and rounded to 2 decimals. Class: A from 88.31; B from 76.61; C from 65.00; D below.',
    },
    source: 'PermenPANRB 14/2017',
    localPart: {
      id: 'Perlakuan unsur biaya pada layanan gratis.',
      en: 'How the element “cost” counts for services without a fee.',
    },
    settings: ['freeServiceU4'],
    example: { nrr: [3.4, 3.2, 2.6, 4, 3.2, 3.4, 3.6, 2.8, 3] },
  },
  F9: {
    title: { id: 'Jumlah sampel survei', en: 'Sample of a survey' },
    answers: {
      id: 'Berapa responden yang perlu ditanya untuk populasi sebesar ini?',
      en: 'How many people have to be asked out of a population of this size?',
    },
    formula: {
      id: 'Krejcie–Morgan: n = χ²·N·P(1−P) ÷ (d²(N−1) + χ²·P(1−P)), dengan χ² = 3,841, P = 0,5, d = 0,05. Mulai 100.000 orang: 384.',
      en: 'Krejcie–Morgan: n = χ²·N·P(1−P) ÷ (d²(N−1) + χ²·P(1−P)), with χ² = 3.841, P = 0.5, d = 0.05. From 100,000 people on: 384.',
    },
    source: 'PermenPANRB 14/2017',
    localPart: null,
    settings: [],
    example: { population: 1_000 },
  },
  F10: {
    title: { id: 'Pemenuhan jam pelajaran (JP)', en: 'Training hours (JP)' },
    answers: {
      id: 'Apakah pengembangan kompetensi seseorang dalam setahun memenuhi ketentuan?',
      en: 'Does the development of a person in a year meet the rule?',
    },
    formula: {
      id: 'Jumlah JP kegiatan yang terverifikasi, cukup dihadiri, dan sertifikatnya belum dihitung. JP = yang tertulis pada sertifikat, atau menit ÷ lama satu JP. PNS: paling sedikit 20. PPPK: paling banyak 24; kelebihan diperingatkan, tidak dihapus.',
      en: 'Sum of the JP of activities that are verified, attended enough, and whose certificate was not counted before. JP = as on the certificate, or minutes ÷ the length of one JP. PNS: at least 20. PPPK: at most 24; an excess is warned of, never erased.',
    },
    source: 'PP 11/2017 Pasal 203; PP 49/2018 Pasal 40',
    localPart: {
      id: 'Kehadiran minimum, lama satu JP, dan JP minimum PPPK.',
      en: 'Least attendance, the length of one JP, and least JP of PPPK.',
    },
    settings: ['jpMinPns', 'jpMaxPppk', 'jpMinPppk', 'jpMinutes', 'minAttendancePct'],
    example: {
      employmentType: 'PNS',
      activities: [
        { id: 'A', jp: 8, cert: 'X1' },
        { id: 'B', jp: 8, cert: 'X1' },
        { id: 'C', minutes: 240 },
        { id: 'D', jp: 6, attendance: 70 },
        { id: 'E', jp: 6, cert: 'X2' },
      ],
    },
  },
  F11: {
    title: { id: 'Dampak pembinaan (selisih dari selisih)', en: 'Impact of development (difference in differences)' },
    answers: {
      id: 'Apakah peserta program membaik lebih banyak daripada pembandingnya?',
      en: 'Did those who took part improve more than those they are compared with?',
    },
    formula: {
      id: 'Rata-rata perubahan peserta − rata-rata perubahan pembanding, dengan selang kepercayaan 95% (Welch) dan ukuran efek. Selang yang memuat 0 berarti “belum terlihat beda”, bukan “tidak ada dampak”.',
      en: 'Mean change of participants − mean change of the others, with a 95% interval (Welch) and an effect size. An interval that contains 0 means “no difference shown”, never “no effect”.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: ['didMinN'],
    example: {
      treatPre: [52, 48, 61, 55, 50, 47, 58, 53, 60, 49],
      treatPost: [63, 57, 70, 66, 58, 59, 67, 64, 72, 57],
      controlPre: [54, 50, 59, 56, 49, 51, 57, 52, 58, 48],
      controlPost: [57, 52, 63, 58, 52, 53, 58, 56, 62, 49],
    },
  },
  F11b: {
    title: { id: 'Dampak pada suatu bagian', en: 'Impact on a share' },
    answers: {
      id: 'Apakah bagian yang berhasil, misalnya pengaduan selesai sehari, naik lebih banyak daripada pembandingnya?',
      en: 'Did a share of successes, such as complaints settled in a day, rise more than that of the others?',
    },
    formula: {
      id: '(Bagian sesudah − sebelum pada peserta) − (bagian sesudah − sebelum pada pembanding), dengan selang kepercayaan 95%.',
      en: '(Share after − before among participants) − (share after − before among the others), with a 95% interval.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: ['didMinN'],
    example: { t0: [90, 150], t1: [126, 150], c0: [84, 140], c1: [91, 140] },
  },
  F15: {
    title: { id: 'Pengaduan selesai dalam satu hari', en: 'Complaints settled within a day' },
    answers: {
      id: 'Berapa bagian pengaduan yang ditangani dalam satu hari?',
      en: 'Which share of complaints was handled within a day?',
    },
    formula: {
      id: 'Terjawab paling lama 24 jam dan tidak dibuka kembali dalam batasnya ÷ yang memenuhi syarat. Yang masih terbuka dan belum 24 jam tidak dihitung. Selang kepercayaan 95% (Wilson).',
      en: 'Answered within 24 hours and not opened again within the limit ÷ those that count. What is open for less than 24 hours is left out. 95% interval (Wilson).',
    },
    source: 'LOCAL',
    localPart: null,
    settings: ['oneDayClock', 'reopenDays'],
    example: {
      asOf: '2026-03-10T08:00',
      items: [
        { received: '2026-03-02T09:00', resolved: '2026-03-02T15:00' },
        { received: '2026-03-03T08:00', resolved: '2026-03-04T08:01' },
        { received: '2026-03-09T20:00' },
      ],
    },
  },
  F16: {
    title: { id: 'Pemeriksaan NIP', en: 'Check of a NIP' },
    answers: {
      id: 'Apakah sebuah NIP atau NI PPPK tersusun benar, dan apa yang terbaca di dalamnya?',
      en: 'Is a NIP or NI PPPK well-formed, and what does it say?',
    },
    formula: {
      id: '18 angka: tanggal lahir, tahun dan bulan pengangkatan (PNS) atau tahun dan kode kontrak (PPPK), jenis kelamin, nomor urut. NIP tidak punya angka periksa.',
      en: '18 digits: date of birth, year and month of appointment (PNS) or year and code of contract (PPPK), sex, serial number. A NIP has no check digit.',
    },
    source: 'BKN',
    localPart: {
      id: 'Pemeriksaan umur dan kode kontrak.',
      en: 'The checks of age and of the code of contract.',
    },
    settings: [],
    example: { nip: '198802172015051001', today: '2026-01-31' },
  },
  F17: {
    title: { id: 'Hukuman atas ketidakhadiran', en: 'Sanction for absence' },
    answers: {
      id: 'Tingkat hukuman disiplin apa yang diatur untuk hari tidak masuk tanpa alasan sah?',
      en: 'Which disciplinary sanction is laid down for days of absence without excuse?',
    },
    formula: {
      id: 'Hari kerja kumulatif setahun: 3 teguran lisan; 4–6 tertulis; 7–10 pernyataan tidak puas; 11–20 potongan tunjangan; 21–24 penurunan jabatan; 25–27 pembebasan jabatan; 28 atau lebih, atau 10 hari berturut-turut: pemberhentian. Sistem hanya menghitung, tidak memutuskan.',
      en: 'Working days in a year: 3 spoken reprimand; 4–6 written; 7–10 statement of dissatisfaction; 11–20 cut of the allowance; 21–24 demotion; 25–27 release from office; 28 or more, or 10 in a row: discharge. The system only counts, it never decides.',
    },
    source: 'PP 94/2021',
    localPart: null,
    settings: [],
    example: { days: 13, consecutiveDays: 4 },
  },
  F18: {
    title: { id: 'Kesenjangan kompetensi (JPM)', en: 'Gap of competencies (JPM)' },
    answers: {
      id: 'Seberapa jauh kompetensi seseorang memenuhi syarat jabatannya?',
      en: 'How far do the competencies of a person meet what the position asks for?',
    },
    formula: {
      id: 'Kesenjangan = syarat − yang dimiliki, paling kecil 0. JPM = rata-rata bagian syarat yang terpenuhi × 100. Mulai 80: memenuhi syarat; mulai 68: masih memenuhi syarat; di bawahnya: kurang memenuhi syarat.',
      en: 'Gap = required − actual, at least 0. JPM = mean of the met part of each requirement × 100. From 80: meets them; from 68: still meets them; below: falls short.',
    },
    source: 'PermenPANRB 38/2017; PerBKN 26/2019',
    localPart: { id: 'Rumus JPM.', en: 'The formula of the JPM.' },
    settings: [],
    example: { required: [3, 3, 3, 3, 3, 3, 3, 3, 3], actual: [3, 2, 3, 2, 3, 4, 2, 3, 1] },
  },
  F19: {
    title: { id: 'Kotak talenta', en: 'Talent box' },
    answers: {
      id: 'Di kotak mana dari sembilan kotak talenta seseorang berada?',
      en: 'In which of the nine talent boxes does a person stand?',
    },
    formula: {
      id: 'Tabel kinerja × potensi: kotak 1 sampai 9. Kotak 7, 8, dan 9 menjadi kelompok rencana suksesi.',
      en: 'A table of performance × potential: box 1 to 9. Boxes 7, 8 and 9 form the talent pool.',
    },
    source: 'PermenPANRB 3/2020',
    localPart: {
      id: 'Dari nilai berapa kinerja dan potensi disebut tinggi atau menengah.',
      en: 'From which scores on performance and potential are called high or middle.',
    },
    settings: [],
    example: { performance: 'TINGGI', potential: 'MENENGAH' },
  },
} satisfies Record<keyof Contracts, RuleText>
