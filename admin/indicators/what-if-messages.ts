import type { SentencePair } from '../frame/language/sentence.ts'

export const whatIfMessages = {
  'whatIf.title': { id: 'Bagaimana jika', en: 'What if' },
  'whatIf.help': {
    id: 'Dampak rancangan ini seandainya berlaku pada periode yang dipilih, dihitung dari data nyata. Tidak ada yang disimpan.',
    en: 'What this draft would have done in the chosen period, computed on real data. Nothing is saved.',
  },
  'whatIf.firstVersion': {
    id: 'Ini versi pertama: belum ada penilaian yang memakainya, jadi tidak ada yang berubah.',
    en: 'This is the first version: no appraisal uses it yet, so nothing changes.',
  },
  'whatIf.noPeriod': { id: 'Belum ada periode yang dinilai.', en: 'No period has been appraised yet.' },
  'whatIf.appraisals': { id: 'Penilaian yang memakai', en: 'Appraisals that use it' },
  'whatIf.changedLevel': { id: 'Berubah tingkat', en: 'Change of level' },
  'whatIf.changedPredikat': { id: 'Berubah predikat', en: 'Change of predikat' },
  'whatIf.helped': { id: 'Skor naik', en: 'Score rises' },
  'whatIf.hurt': { id: 'Skor turun', en: 'Score falls' },
  'whatIf.rankStability': { id: 'Kestabilan urutan', en: 'Rank stability' },
  'whatIf.rankStabilityHelp': { id: '1 berarti urutan tetap', en: '1 means the same order' },
  'whatIf.nothingMoves': { id: 'Tidak ada yang berubah.', en: 'Nothing moves.' },
  'whatIf.print': { id: 'Cetak', en: 'Print' },
  'whatIf.counter': {
    id: 'Indikator penyeimbang: %{code}. Lihat apakah ikut bergeser.',
    en: 'Counter-indicator: %{code}. Look whether it moves as well.',
  },
  'whatIf.noCounter': { id: 'Tanpa indikator penyeimbang.', en: 'No counter-indicator.' },
  'whatIf.moves': { id: 'Dari predikat ke predikat', en: 'From predikat to predikat' },
  'whatIf.movesHelp': {
    id: 'Baris: predikat sekarang. Kolom: predikat seandainya rancangan berlaku. Yang diberi latar tetap di tempatnya.',
    en: 'Rows: the predikat as it is. Columns: the predikat under the draft. Shaded ones stay where they are.',
  },
  'whatIf.fromTo': { id: 'Dari ↓ ke →', en: 'From ↓ to →' },
  'whatIf.ranksSame': {
    id: 'Urutan skor seluruh kota tetap sama (%{coefficient}).',
    en: 'The order of the scores in the city stays the same (%{coefficient}).',
  },
  'whatIf.ranksNear': {
    id: 'Urutan skor seluruh kota hampir tetap (%{coefficient}).',
    en: 'The order of the scores in the city hardly changes (%{coefficient}).',
  },
  'whatIf.ranksPartly': {
    id: 'Urutan skor seluruh kota sebagian berubah (%{coefficient}).',
    en: 'The order of the scores in the city changes in part (%{coefficient}).',
  },
  'whatIf.ranksHardly': {
    id: 'Urutan skor seluruh kota banyak berubah (%{coefficient}).',
    en: 'The order of the scores in the city changes a lot (%{coefficient}).',
  },
  'whatIf.unitRanks': {
    id: 'Di dalam unit, urutan berubah pada %{reordered} dari %{units} unit yang dapat dibandingkan (rata-rata %{coefficient}).',
    en: 'Inside the units the order changes in %{reordered} of %{units} units that can be compared (mean %{coefficient}).',
  },
  'whatIf.noUnitRanks': {
    id: 'Tidak ada unit dengan cukup orang untuk membandingkan urutan di dalamnya.',
    en: 'No unit has enough people to compare the order inside it.',
  },
  'whatIf.predikat': { id: 'Predikat sebelum dan sesudah', en: 'Predikat before and after' },
  'whatIf.none': { id: 'Tanpa predikat', en: 'Without a predikat' },
  'whatIf.difference': { id: 'Selisih', en: 'Difference' },
  'whatIf.units': { id: 'Unit yang terbantu dan yang dirugikan', en: 'Units helped and hurt' },
  'whatIf.movers': { id: 'Pegawai yang berubah', en: 'People who move' },
  'whatIf.showNames': { id: 'Tampilkan nama', en: 'Show names' },
  'whatIf.hideNames': { id: 'Sembunyikan nama', en: 'Hide names' },
  'whatIf.scoreBefore': { id: 'Skor sebelum', en: 'Score before' },
  'whatIf.scoreAfter': { id: 'Skor sesudah', en: 'Score after' },
  'whatIf.predikatBefore': { id: 'Predikat sebelum', en: 'Predikat before' },
  'whatIf.predikatAfter': { id: 'Predikat sesudah', en: 'Predikat after' },
} satisfies Record<string, SentencePair>
