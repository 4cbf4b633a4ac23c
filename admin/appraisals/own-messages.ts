import type { SentencePair } from '../frame/language/sentence.ts'

export const ownMessages = {
  'plan.title': { id: 'SKP yang dinilai', en: 'The plan that is judged' },
  'plan.help': {
    id: 'Hasil kerja yang disepakati dengan target tiap indikatornya.',
    en: 'The agreed results with the target of each indicator.',
  },
  'plan.none': { id: 'Belum ada SKP yang disepakati untuk periode ini.', en: 'There is no agreed plan for this period.' },
  'plan.weight': { id: 'Bobot %{weight}', en: 'Weight %{weight}' },
  'plan.target': { id: '· target %{target} %{unit}', en: '· target %{target} %{unit}' },
  'mine.title': { id: 'Penilaian saya', en: 'My appraisal' },
  'mine.help': {
    id: 'Apa yang perlu Anda lakukan sekarang, SKP Anda, dan setelah disampaikan, hasilnya beserta asalnya.',
    en: 'What there is for you to do now, your plan, and after delivery the result with where it comes from.',
  },
  'mine.emptyTitle': { id: 'Belum ada penilaian Anda', en: 'No appraisal of yours yet' },
  'mine.emptyHelp': {
    id: 'Penilaian muncul di sini setelah periode dihitung.',
    en: 'An appraisal appears here once its period was computed.',
  },
  'mine.now': { id: 'Sekarang', en: 'Now' },
  'mine.noPenilai': { id: 'pejabat penilai', en: 'the appraiser' },
  'mine.measurements': { id: 'Lihat realisasi saya', en: 'My measurements' },
  'mine.state.TERBUKA': {
    id: 'Anda dapat mengisi penilaian diri sampai %{selfAssessUntil}. Bila tidak diisi, penilaian tetap berjalan.',
    en: 'You may assess yourself until %{selfAssessUntil}. Without it the appraisal goes on.',
  },
  'mine.state.PENILAIAN_DIRI': {
    id: 'Penilaian diri Anda sudah terkirim. Selanjutnya %{penilai} memverifikasi bukti dan menilai, paling lambat %{rateUntil}.',
    en: 'Your self-assessment was sent. Next, %{penilai} verifies the evidence and rates, by %{rateUntil}.',
  },
  'mine.state.BUKTI_DIVERIFIKASI': {
    id: 'Bukti Anda sudah diverifikasi. %{penilai} menilai paling lambat %{rateUntil}.',
    en: 'Your evidence was verified. %{penilai} rates by %{rateUntil}.',
  },
  'mine.state.DINILAI': {
    id: 'Anda sudah dinilai. Hasilnya dapat dibaca setelah ditetapkan dan disampaikan.',
    en: 'You were rated. You read the result once it is set and delivered.',
  },
  'mine.state.MODERASI': {
    id: 'Penilaian sedang dilihat bersama unit lain. Hasilnya dapat dibaca setelah disampaikan.',
    en: 'The rating is being looked at beside others. You read the result once it is delivered.',
  },
  'mine.state.DITETAPKAN': {
    id: 'Hasilnya sudah ditetapkan dan segera disampaikan kepada Anda.',
    en: 'The result was set and is about to be delivered to you.',
  },
  'mine.state.DISAMPAIKAN': {
    id: 'Hasil penilaian Anda sudah disampaikan. Anda dapat menerimanya, atau mengajukan keberatan sampai %{objectionUntil}. Bila Anda tidak menjawab sampai waktu itu, hasilnya menjadi final.',
    en: 'Your result was delivered. You may accept it, or object until %{objectionUntil}. Without an answer by then it becomes final.',
  },
  'mine.state.KEBERATAN': {
    id: 'Keberatan Anda sudah diterima dan akan diperiksa atasan pejabat penilai.',
    en: 'Your objection was received; the superior of the appraiser examines it.',
  },
  'mine.state.PEMERIKSAAN': {
    id: 'Keberatan Anda sedang diperiksa atasan pejabat penilai.',
    en: 'The superior of the appraiser is examining your objection.',
  },
  'mine.state.FINAL': { id: 'Hasil penilaian Anda sudah final.', en: 'Your result is final.' },
  'mine.state.TEREKSPOR': {
    id: 'Hasil penilaian Anda sudah final dan dikirim ke sistem nasional.',
    en: 'Your result is final and was sent to the national system.',
  },
  'mine.state.BATAL': {
    id: 'Penilaian periode ini dibatalkan karena masa kerja kurang dari satu bulan.',
    en: 'The appraisal of this period was cancelled: less than a month was served.',
  },
  'team.title': { id: 'Tim saya', en: 'My team' },
  'team.help': {
    id: 'Pegawai yang Anda nilai, dikelompokkan menurut giliran siapa sekarang.',
    en: 'The people whom you appraise, by whose turn it is now.',
  },
  'team.emptyTitle': { id: 'Tidak ada pegawai yang Anda nilai', en: 'There is nobody for you to appraise' },
  'team.emptyHelp': {
    id: 'Pada periode ini tidak ada penilaian yang menjadi tugas Anda sebagai pejabat penilai.',
    en: 'In this period no appraisal is yours to make as appraiser.',
  },
  'team.turn.ME': { id: 'Giliran Anda', en: 'Your turn' },
  'team.turn.EMPLOYEE': { id: 'Menunggu pegawai', en: 'Waiting for the employee' },
  'team.turn.OFFICE': { id: 'Menunggu tim kinerja', en: 'Waiting for the personnel office' },
  'team.turn.SUPERIOR': { id: 'Menunggu atasan Anda', en: 'Waiting for your superior' },
  'team.turn.NOBODY': { id: 'Selesai', en: 'Done' },
  'team.turnHelp.ME': { id: 'Verifikasi buktinya, lalu nilai.', en: 'Verify the evidence, then rate.' },
  'team.turnHelp.EMPLOYEE': {
    id: 'Penilaian diri, atau jawaban atas hasil yang disampaikan.',
    en: 'A self-assessment, or an answer to a delivered result.',
  },
  'team.turnHelp.OFFICE': { id: 'Moderasi, penetapan, atau penyampaian.', en: 'Moderation, setting or delivery.' },
  'team.turnHelp.SUPERIOR': { id: 'Keberatan sedang diperiksa.', en: 'An objection is being examined.' },
  'team.turnHelp.NOBODY': { id: 'Hasilnya final, atau penilaiannya dibatalkan.', en: 'Final, or cancelled.' },
  'team.openQueue': { id: 'Kerjakan %{count} penilaian', en: 'Work on %{count} appraisals' },
  'team.more': { id: 'Tampilkan %{left} lagi', en: 'Show %{left} more' },
  'team.selfAssessUntil': { id: 'Penilaian diri sampai %{at}', en: 'Self-assessment until %{at}' },
  'team.rateUntil': { id: 'Nilai paling lambat %{at}', en: 'Rate by %{at}' },
  'team.objectionUntil': { id: 'Masa keberatan sampai %{at}', en: 'Objection until %{at}' },
} satisfies Record<string, SentencePair>
