import type { SentencePair } from '../frame/language/sentence.ts'

export const weightMessages = {
  'weights.title': { id: 'Bobot per keluarga jabatan', en: 'Weights by position family' },
  'weights.menu': { id: 'Bobot', en: 'Weights' },
  'weights.help': {
    id: 'Indikator yang dipikul setiap keluarga jabatan beserta bobotnya. Jumlahnya seharusnya 100 %, dan indikator milik unit paling banyak 30 % kecuali bagi pimpinan unit. Bobot adalah kebijakan LOKAL.',
    en: 'The indicators that each position family carries, with their weights. They should add up to 100%, and those of the unit to 30% at most except for its head. Weights are LOCAL policy.',
  },
  'weights.search': { id: 'Cari keluarga jabatan atau indikator', en: 'Find a family or an indicator' },
  'weights.onlyOdd': { id: 'Hanya yang perlu dilihat (%{count})', en: 'Only what needs a look (%{count})' },
  'weights.none': { id: 'Tidak ada keluarga jabatan yang cocok.', en: 'No position family matches.' },
  'weights.carried': { id: 'Indikator dan bobotnya', en: 'Indicators and weights' },
  'weights.total': { id: 'Jumlah berlaku', en: 'Sum in force' },
  'weights.draftTotal': { id: 'Jumlah dengan rancangan', en: 'Sum with drafts' },
  'weights.unitShare': { id: 'Bagian unit', en: 'Share of the unit' },
  'weights.standing': { id: 'Pemeriksaan', en: 'Check' },
  'weights.complete': { id: 'genap 100 %', en: 'adds up to 100%' },
  'weights.incomplete': { id: 'tidak 100 %', en: 'not 100%' },
  'weights.unitHeavy': { id: 'unit di atas 30 %', en: 'unit above 30%' },
  'weights.ofUnit': { id: 'Unit kerja', en: 'Unit' },
  'weights.ofPerson': { id: 'Perorangan atau tim', en: 'Person or team' },
  'weights.inForce': { id: 'Berlaku', en: 'In force' },
  'weights.planned': { id: 'Rencana', en: 'Planned' },
  'weights.draft': { id: 'Rancangan', en: 'Draft' },
  'weights.weightOf': { id: 'Bobot %{code}', en: 'Weight of %{code}' },
  'weights.sums': { id: 'Berlaku %{total}, rencana %{planned}.', en: 'In force %{total}, planned %{planned}.' },
  'weights.notHundred': {
    id: 'Jumlah rencana belum 100 %. Rancangan boleh disimpan, tetapi SKP dengan bobot ini tidak dapat diajukan.',
    en: 'The planned sum is not 100%. Drafts may be saved, but a plan with these weights cannot be submitted.',
  },
  'weights.propose': { id: 'Simpan sebagai rancangan (%{count})', en: 'Save as drafts (%{count})' },
  'weights.proposed': { id: 'Rancangan indikator disimpan.', en: 'Drafts of the indicators were saved.' },
  'weights.proposeHelp': {
    id: 'Setiap indikator yang berubah mendapat rancangan, yang kemudian diajukan dan disetujui orang lain. Kosongkan untuk melepas indikator dari keluarga jabatan ini.',
    en: 'Each indicator that changes gets a draft, which is then submitted and approved by another person. Leave a weight empty to take the indicator out of this family.',
  },
} satisfies Record<string, SentencePair>
