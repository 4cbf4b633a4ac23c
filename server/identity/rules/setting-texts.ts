import type { Sentence } from '../../language.ts'
import type { SettingKey } from './settings.ts'

/** What belongs together on the page of settings. */
export const settingGroups = [
  'CYCLE',
  'RESULT',
  'BEHAVIOUR',
  'DISTRIBUTION',
  'OBJECTION',
  'FOLLOW_UP',
  'DEVELOPMENT',
  'PARTICIPATION',
  'PRIVACY',
  'ANALYSIS',
] as const

export type SettingGroup = (typeof settingGroups)[number]

/** How a setting is told to people: its name, its meaning in Indonesian (the table of settings has the English one) and its unit. */
export type SettingText = {
  readonly group: SettingGroup
  readonly label: Sentence
  readonly meaning: string
  readonly unit: Sentence | null
}

/** What a change of a setting of this group touches, and what it leaves alone. */
export const groupEffects: Readonly<Record<SettingGroup, Sentence>> = {
  CYCLE: {
    id: 'Periode dan perhitungan yang dimulai sejak tanggal itu.',
    en: 'Periods and computations that begin from that day on.',
  },
  RESULT: {
    id: 'Saran hasil kerja yang dihitung untuk periode yang berakhir pada atau setelah tanggal itu. Penilaian yang sudah dinilai menyimpan pengaturannya sendiri dan tidak berubah.',
    en: 'Suggestions of hasil kerja for periods that end on or after that day. Appraisals that were rated keep their own settings and do not change.',
  },
  BEHAVIOUR: {
    id: 'Saran perilaku kerja untuk periode yang berakhir pada atau setelah tanggal itu. Penilaian yang sudah dinilai tidak berubah.',
    en: 'Suggestions of perilaku for periods that end on or after that day. Appraisals that were rated do not change.',
  },
  DISTRIBUTION: {
    id: 'Pemeriksaan sebaran predikat sejak tanggal itu; tidak mengubah predikat seorang pun.',
    en: 'Checks of the spread of predikat from that day on; it changes nobody’s predikat.',
  },
  OBJECTION: {
    id: 'Batas waktu keberatan atas hasil yang disampaikan sejak tanggal itu.',
    en: 'Deadlines of objections to results delivered from that day on.',
  },
  FOLLOW_UP: {
    id: 'Rencana dan pemeriksaan tindak lanjut sejak tanggal itu.',
    en: 'Follow-up plans and checks from that day on.',
  },
  DEVELOPMENT: {
    id: 'Hitungan jam pelajaran dan pemantauan pembinaan sejak tanggal itu.',
    en: 'Counts of training hours and the monitoring of pembinaan from that day on.',
  },
  PARTICIPATION: {
    id: 'Batas waktu pengaduan dan hitungan survei sejak tanggal itu.',
    en: 'Time limits of complaints and the counts of surveys from that day on.',
  },
  PRIVACY: {
    id: 'Angka yang ditampilkan atau diterbitkan sejak tanggal itu; angka di bawah batas disembunyikan.',
    en: 'Figures shown or published from that day on; smaller ones are hidden.',
  },
  ANALYSIS: {
    id: 'Indeks dan taksiran dampak yang dihitung sejak tanggal itu; tidak mengubah predikat.',
    en: 'Indices and estimates of impact computed from that day on; no predikat changes.',
  },
}

/** Every setting in words. */
export const settingTexts: Readonly<Record<SettingKey, SettingText>> = {
  evaluationPeriod: {
    group: 'CYCLE',
    label: { id: 'Kala penilaian', en: 'Evaluation period' },
    meaning: 'Seberapa sering kinerja dinilai secara berkala.',
    unit: null,
  },
  annualDeadline: {
    group: 'CYCLE',
    label: { id: 'Batas predikat tahunan', en: 'Annual deadline' },
    meaning: 'Tanggal pada tahun berikutnya (bulan-hari) paling lambat predikat tahunan ditetapkan.',
    unit: null,
  },
  selfAssessDays: {
    group: 'CYCLE',
    label: { id: 'Masa penilaian diri', en: 'Time for self-assessment' },
    meaning: 'Hari setelah periode berakhir ketika pegawai menilai dirinya sendiri.',
    unit: { id: 'hari', en: 'days' },
  },
  ratingDays: {
    group: 'CYCLE',
    label: { id: 'Masa penilaian', en: 'Time for rating' },
    meaning: 'Hari setelah triwulan berakhir paling lambat penilai memberi penilaian.',
    unit: { id: 'hari', en: 'days' },
  },
  planDeadline: {
    group: 'CYCLE',
    label: { id: 'Batas penetapan SKP', en: 'Deadline of plans' },
    meaning: 'Tanggal (bulan-hari) paling lambat SKP tahun itu ditetapkan.',
    unit: null,
  },
  reminderDays: {
    group: 'CYCLE',
    label: { id: 'Hari pengingat', en: 'Reminders' },
    meaning: 'Berapa hari sebelum batas waktu orang yang harus bertindak diingatkan; angka naik dipisah koma.',
    unit: { id: 'hari', en: 'days' },
  },
  escalationDays: {
    group: 'CYCLE',
    label: { id: 'Jeda penerusan keterlambatan', en: 'Escalation' },
    meaning: 'Setiap sekian hari lewat batas waktu, atasan berikutnya diberi tahu, terakhir tim pengelola kinerja.',
    unit: { id: 'hari', en: 'days' },
  },
  annualPredikat: {
    group: 'CYCLE',
    label: { id: 'Predikat tahun dengan beberapa SKP', en: 'Predikat of a year with several plans' },
    meaning: 'Dibobot menurut bulan, atau ditentukan penilai terakhir.',
    unit: null,
  },
  achievementCap: {
    group: 'RESULT',
    label: { id: 'Batas atas capaian', en: 'Cap of achievements' },
    meaning: 'Capaian tertinggi satu indikator.',
    unit: { id: 'persen', en: 'per cent' },
  },
  levelLow: {
    group: 'RESULT',
    label: { id: 'Ambang sesuai ekspektasi', en: 'Threshold: as expected' },
    meaning: 'Capaian di bawah angka ini dinilai di bawah ekspektasi.',
    unit: { id: 'persen', en: 'per cent' },
  },
  levelHigh: {
    group: 'RESULT',
    label: { id: 'Ambang di atas ekspektasi', en: 'Threshold: above expectation' },
    meaning: 'Mulai capaian ini hasil dinilai di atas ekspektasi.',
    unit: { id: 'persen', en: 'per cent' },
  },
  resultMode: {
    group: 'RESULT',
    label: { id: 'Cara menyimpulkan hasil kerja', en: 'How the result is concluded' },
    meaning: 'RULE mengikuti bunyi peraturan; SCORE memakai skor tertimbang.',
    unit: null,
  },
  smallPartMax: {
    group: 'RESULT',
    label: { id: 'Batas “sebagian kecil”', en: 'The “small part”' },
    meaning: 'Bagian hasil yang boleh di bawah ekspektasi tanpa penjelasan.',
    unit: { id: 'bagian 0–1', en: 'share 0–1' },
  },
  maxExcludedWeightPct: {
    group: 'RESULT',
    label: { id: 'Bobot yang boleh tidak dihitung', en: 'Weight that may be left out' },
    meaning: 'Bobot paling besar yang boleh tidak dihitung sebelum tidak ada penilaian.',
    unit: { id: 'persen', en: 'per cent' },
  },
  ceilingCountsAsAbove: {
    group: 'RESULT',
    label: { id: 'Nilai terbesar berarti di atas', en: 'A natural maximum counts as above' },
    meaning: 'Apakah mencapai nilai terbesar yang mungkin dianggap di atas ekspektasi.',
    unit: null,
  },
  zeroMode: {
    group: 'RESULT',
    label: { id: 'Target nol kejadian', en: 'Target of no event' },
    meaning: 'STRICT: satu kejadian menghapus seluruh nilai; LINEAR: setiap kejadian mengurangi nilai.',
    unit: null,
  },
  zeroPenalty: {
    group: 'RESULT',
    label: { id: 'Pengurangan per kejadian', en: 'Deduction per event' },
    meaning: 'Nilai yang hilang setiap kejadian apabila target nol bersifat LINEAR.',
    unit: { id: 'poin persen', en: 'percentage points' },
  },
  raterWeights: {
    group: 'BEHAVIOUR',
    label: { id: 'Bobot penilai perilaku', en: 'Weights of the raters' },
    meaning: 'Bobot atasan, rekan, dan bawahan dalam penilaian perilaku, dipisah garis miring.',
    unit: { id: 'persen', en: 'per cent' },
  },
  anonymityMinRaters: {
    group: 'BEHAVIOUR',
    label: { id: 'Penilai paling sedikit', en: 'Fewest raters' },
    meaning: 'Rekan atau bawahan dihitung mulai sejumlah penilai ini, agar tidak seorang pun dapat dikenali.',
    unit: { id: 'orang', en: 'people' },
  },
  distMode: {
    group: 'DISTRIBUTION',
    label: { id: 'Pola distribusi yang dilanggar', en: 'A broken distribution pattern' },
    meaning: 'Apa yang terjadi bila sebaran predikat melanggar pola: diperingatkan, ditahan, atau dibiarkan.',
    unit: null,
  },
  distMinN: {
    group: 'DISTRIBUTION',
    label: { id: 'Pegawai paling sedikit untuk pola', en: 'Fewest people for the pattern' },
    meaning: 'Di bawah jumlah ini pola hanya menjadi saran.',
    unit: { id: 'orang', en: 'people' },
  },
  objectionDays: {
    group: 'OBJECTION',
    label: { id: 'Masa keberatan', en: 'Time for an objection' },
    meaning: 'Lama keberatan boleh diajukan sejak hasil disampaikan.',
    unit: { id: 'hari', en: 'days' },
  },
  objectionDayType: {
    group: 'OBJECTION',
    label: { id: 'Hitungan hari keberatan', en: 'Days of an objection' },
    meaning: 'Hari kalender atau hari kerja.',
    unit: null,
  },
  objectionHearingDays: {
    group: 'OBJECTION',
    label: { id: 'Masa keterangan kedua pihak', en: 'Time to hear both sides' },
    meaning: 'Lama kedua pihak dapat memberi keterangan setelah keberatan diterima.',
    unit: { id: 'hari', en: 'days' },
  },
  objectionDecisionDays: {
    group: 'OBJECTION',
    label: { id: 'Masa keputusan keberatan', en: 'Time for the decision' },
    meaning: 'Lama keberatan diputus.',
    unit: { id: 'hari', en: 'days' },
  },
  improvementMonths: {
    group: 'FOLLOW_UP',
    label: { id: 'Masa perbaikan kinerja', en: 'Time to improve' },
    meaning: 'Lama kesempatan memperbaiki kinerja.',
    unit: { id: 'bulan', en: 'months' },
  },
  improvementDays: {
    group: 'FOLLOW_UP',
    label: { id: 'Waktu membuka rencana perbaikan', en: 'Time to open an improvement plan' },
    meaning: 'Hari setelah hasil final yang rendah untuk membuka rencana perbaikan kinerja.',
    unit: { id: 'hari', en: 'days' },
  },
  talentPerformance: {
    group: 'FOLLOW_UP',
    label: { id: 'Sumbu kinerja kotak talenta', en: 'Performance axis of the talent boxes' },
    meaning: 'Yang dibaca sumbu kinerja: predikat, atau tingkat hasil kerja.',
    unit: null,
  },
  talentHighScore: {
    group: 'FOLLOW_UP',
    label: { id: 'Batas potensi tinggi', en: 'Limit of high potential' },
    meaning: 'Nilai asesmen potensi paling rendah untuk potensi tinggi.',
    unit: null,
  },
  talentMidScore: {
    group: 'FOLLOW_UP',
    label: { id: 'Batas potensi menengah', en: 'Limit of middle potential' },
    meaning: 'Nilai asesmen potensi paling rendah untuk potensi menengah.',
    unit: null,
  },
  awardBaselineYears: {
    group: 'FOLLOW_UP',
    label: { id: 'Tahun pembanding penghargaan', en: 'Years before, for awards' },
    meaning: 'Jumlah tahun sebelumnya yang diperlukan untuk membedakan penurunan kejadian dari kebetulan.',
    unit: { id: 'tahun', en: 'years' },
  },
  promotionMinPredikat: {
    group: 'FOLLOW_UP',
    label: { id: 'Predikat untuk kenaikan pangkat', en: 'Predikat for promotion' },
    meaning: 'Predikat paling rendah untuk kenaikan pangkat.',
    unit: null,
  },
  promotionYears: {
    group: 'FOLLOW_UP',
    label: { id: 'Tahun berturut-turut', en: 'Years in a row' },
    meaning: 'Berapa tahun berturut-turut predikat itu diperlukan.',
    unit: { id: 'tahun', en: 'years' },
  },
  jpMinPns: {
    group: 'DEVELOPMENT',
    label: { id: 'JP paling sedikit bagi PNS', en: 'Least JP of a PNS' },
    meaning: 'Jam pelajaran pengembangan kompetensi PNS dalam setahun.',
    unit: { id: 'JP', en: 'JP' },
  },
  jpMaxPppk: {
    group: 'DEVELOPMENT',
    label: { id: 'JP paling banyak bagi PPPK', en: 'Most JP of a PPPK' },
    meaning: 'Jam pelajaran pengembangan kompetensi PPPK dalam setahun.',
    unit: { id: 'JP', en: 'JP' },
  },
  jpMinPppk: {
    group: 'DEVELOPMENT',
    label: { id: 'JP paling sedikit bagi PPPK', en: 'Least JP of a PPPK' },
    meaning: 'Kosong berarti tidak ada batas paling sedikit.',
    unit: { id: 'JP', en: 'JP' },
  },
  jpMinutes: {
    group: 'DEVELOPMENT',
    label: { id: 'Lama satu JP', en: 'Length of one JP' },
    meaning: 'Menit yang dihitung sebagai satu jam pelajaran.',
    unit: { id: 'menit', en: 'minutes' },
  },
  minAttendancePct: {
    group: 'DEVELOPMENT',
    label: { id: 'Kehadiran paling sedikit', en: 'Least attendance' },
    meaning: 'Kehadiran agar jam pelajaran dihitung.',
    unit: { id: 'persen', en: 'per cent' },
  },
  checkpoints: {
    group: 'DEVELOPMENT',
    label: { id: 'Hari pemantauan', en: 'Days of monitoring' },
    meaning: 'Hari setelah kegiatan ketika tim pemantau memeriksa lagi, dipisah koma.',
    unit: { id: 'hari', en: 'days' },
  },
  freeServiceU4: {
    group: 'PARTICIPATION',
    label: { id: 'Unsur biaya pada layanan gratis', en: 'Cost of a free service' },
    meaning: 'Bagaimana unsur biaya survei dihitung untuk layanan tanpa biaya.',
    unit: null,
  },
  oneDayClock: {
    group: 'PARTICIPATION',
    label: { id: 'Hitungan “satu hari”', en: 'The clock of “one day”' },
    meaning: 'Dihitung 24 jam berjalan atau satu hari kerja.',
    unit: null,
  },
  reopenDays: {
    group: 'PARTICIPATION',
    label: { id: 'Masa pembukaan kembali', en: 'Time to open again' },
    meaning: 'Pengaduan yang dibuka kembali selama ini tidak dihitung tertangani dalam satu hari.',
    unit: { id: 'hari', en: 'days' },
  },
  complaintReopenDays: {
    group: 'PARTICIPATION',
    label: { id: 'Hak warga membuka kembali', en: 'Citizen may open again' },
    meaning: 'Lama warga dapat membuka kembali pengaduan sejak dijawab.',
    unit: { id: 'hari', en: 'days' },
  },
  complaintVerifyDays: {
    group: 'PARTICIPATION',
    label: { id: 'Batas verifikasi pengaduan', en: 'Verifying complaints' },
    meaning: 'Batas waktu pengaduan diverifikasi sejak diterima.',
    unit: { id: 'hari kerja', en: 'working days' },
  },
  slaNormative: {
    group: 'PARTICIPATION',
    label: { id: 'Batas pengaduan normatif', en: 'Normative complaints' },
    meaning: 'Batas penyelesaian pengaduan normatif.',
    unit: { id: 'hari kerja', en: 'working days' },
  },
  slaNonSupervision: {
    group: 'PARTICIPATION',
    label: { id: 'Batas pengaduan bukan pengawasan', en: 'Complaints outside supervision' },
    meaning: 'Batas penyelesaian pengaduan tidak berkadar pengawasan.',
    unit: { id: 'hari kerja', en: 'working days' },
  },
  slaSupervision: {
    group: 'PARTICIPATION',
    label: { id: 'Batas pengaduan pengawasan', en: 'Complaints for supervision' },
    meaning: 'Batas penyelesaian pengaduan berkadar pengawasan.',
    unit: { id: 'hari kerja', en: 'working days' },
  },
  feedbackKeptMonths: {
    group: 'PRIVACY',
    label: { id: 'Masa simpan umpan balik tanpa nama', en: 'How long unnamed feedback is kept' },
    meaning: 'Bulan setelah triwulannya berakhir; sesudah itu isinya dihapus.',
    unit: { id: 'bulan', en: 'months' },
  },
  kPublic: {
    group: 'PRIVACY',
    label: { id: 'Orang paling sedikit untuk publik', en: 'Fewest people in public' },
    meaning: 'Angka yang diterbitkan memuat paling sedikit sejumlah orang ini.',
    unit: { id: 'orang', en: 'people' },
  },
  kInternal: {
    group: 'PRIVACY',
    label: { id: 'Orang paling sedikit di dalam', en: 'Fewest people inside' },
    meaning: 'Angka untuk pengelola di dalam memuat paling sedikit sejumlah orang ini.',
    unit: { id: 'orang', en: 'people' },
  },
  kCell: {
    group: 'PRIVACY',
    label: { id: 'Orang paling sedikit per sel', en: 'Fewest people in a cell' },
    meaning: 'Satu sel tabel memuat paling sedikit sejumlah orang ini.',
    unit: { id: 'orang', en: 'people' },
  },
  oiWeights: {
    group: 'ANALYSIS',
    label: { id: 'Bobot indeks objektivitas', en: 'Weights of the objectivity index' },
    meaning: 'Bobot terukur, bukti, kesepakatan, kewajaran, dan sebaran, dipisah garis miring.',
    unit: { id: 'persen', en: 'per cent' },
  },
  systemOfRecordGuru: {
    group: 'CYCLE',
    label: { id: 'Sistem penilaian guru', en: 'Where teachers are appraised' },
    meaning: 'Hasil penilaian guru hanya dibaca dari sistem ini.',
    unit: null,
  },
  didMinN: {
    group: 'ANALYSIS',
    label: { id: 'Orang paling sedikit per kelompok', en: 'Fewest people in each arm' },
    meaning: 'Jumlah paling sedikit pada setiap kelompok pembanding dampak.',
    unit: { id: 'orang', en: 'people' },
  },
}
