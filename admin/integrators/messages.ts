import type { SentencePair } from '../frame/language/sentence.ts'

export const integratorMessages = {
  'api.group': { id: 'Sistem lain', en: 'Other systems' },
  'api.title': { id: 'Untuk pengembang', en: 'For integrators' },
  'api.help': {
    id: 'Sistem lain membaca Tera lewat GraphQL di /graphql dengan token. Di sini ada kueri siap salin, tempat mencoba, dan keterangan setiap isian.',
    en: 'Other systems read Tera over GraphQL at /graphql with a token. Here are queries to copy, a place to try them, and what every field means.',
  },
  'api.ready': { id: 'Kueri siap pakai', en: 'Ready queries' },
  'api.try': { id: 'Coba', en: 'Try' },
  'api.tryHelp': {
    id: 'Kueri berjalan dengan hak Anda sendiri, bukan hak sebuah token. Pembacaan data orang lain tercatat.',
    en: 'Queries run with your own rights, not with those of a token. Reading data of others is noted down.',
  },
  'api.examples': { id: 'Contoh', en: 'Examples' },
  'api.run': { id: 'Jalankan', en: 'Run' },
  'api.keys': { id: 'Ctrl+Enter menjalankan kueri.', en: 'Ctrl+Enter runs the query.' },
  'api.notJson': { id: 'Variabel harus berupa objek JSON.', en: 'Variables must be a JSON object.' },
  'api.answer': { id: 'Jawaban', en: 'Answer' },
  'api.answered': { id: 'Status %{status}, %{ms} md', en: 'Status %{status}, %{ms} ms' },
  'api.noAnswer': { id: 'Jawaban muncul di sini.', en: 'The answer appears here.' },
  'api.docs': { id: 'Dokumentasi', en: 'Documentation' },
  'api.docsHelp': {
    id: 'Dibuat dari kontrak API itu sendiri. Cari kata apa pun: nama jenis, isian, atau artinya.',
    en: 'Made from the contract of the API itself. Search for any word: a type, a field, or what it means.',
  },
  'api.searchDocs': { id: 'Cari dalam dokumentasi', en: 'Search the documentation' },
  'api.found': { id: '%{count} jenis', en: '%{count} type |||| %{count} types' },
  'api.moreTypes': { id: 'Persempit pencarian untuk melihat sisanya.', en: 'Narrow the search to see the rest.' },
  'ready.query': { id: 'Kueri', en: 'Query' },
  'ready.variables': { id: 'Variabel', en: 'Variables' },
  'ready.try': { id: 'Coba kueri ini', en: 'Try this query' },
  'ready.graphiql': { id: 'Buka di GraphiQL', en: 'Open in GraphiQL' },
  'ready.history': { id: 'Riwayat lengkap pegawai', en: 'Whole history of an employee' },
  'ready.historyHelp': {
    id: 'Jabatan, golongan, diklat, dan penilaian satu pegawai dalam satu permintaan. Butuh hak organization.private dan appraisals.read.',
    en: 'Positions, ranks, trainings and appraisals of one person in one request. Needs organization.private and appraisals.read.',
  },
  'ready.distribution': { id: 'Sebaran predikat', en: 'Distribution of predikat' },
  'ready.distributionHelp': {
    id: 'Jumlah tiap predikat untuk kota atau satu unit beserta semua di bawahnya. Butuh hak aggregates.read.',
    en: 'Counts of each predikat for the city, or for a unit with all below it. Needs aggregates.read.',
  },
  'ready.coverage': { id: 'Cakupan penilaian', en: 'Coverage' },
  'ready.coverageHelp': {
    id: 'Berapa pegawai yang punya SKP, hasil kerja, perilaku, dan predikat.',
    en: 'How many people have a plan, results, behaviour and a predikat.',
  },
  'ready.explanation': { id: 'Asal-usul satu nilai', en: 'Explanation of an appraisal' },
  'ready.explanationHelp': {
    id: 'Langkah demi langkah sampai ke bukti, dalam bentuk daftar.',
    en: 'Step by step down to the evidence, as a list.',
  },
  'ready.page': { id: 'Daftar pegawai per halaman', en: 'The staff, page by page' },
  'ready.pageHelp': {
    id: 'Ulangi dengan after = endCursor sampai hasNextPage bernilai false. updatedAt menunjukkan perubahan terakhir.',
    en: 'Repeat with after = endCursor until hasNextPage is false. updatedAt tells the last change.',
  },
  'ready.changes': { id: 'Perubahan sejak suatu waktu', en: 'Changes since an instant' },
  'ready.changesHelp': {
    id: 'Jejak audit sebagai aliran perubahan, terbaru lebih dulu. Butuh hak audit.read untuk seluruh kota.',
    en: 'The audit trail as a feed of changes, newest first. Needs audit.read for the whole city.',
  },
  'ready.exports': { id: 'Berkas CSV dan XLSX', en: 'CSV and XLSX files' },
  'ready.exportsHelp': {
    id: 'Daftar utuh sebagai berkas. filter ditulis sama seperti pada kueri.',
    en: 'Whole lists as files. The filter is written as in the query.',
  },
} satisfies Record<string, SentencePair>
