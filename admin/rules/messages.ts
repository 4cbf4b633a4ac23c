import type { SentencePair } from '../frame/language/sentence.ts'

export const ruleMessages = {
  'rules.group': { id: 'Aturan', en: 'Rules' },
  'rules.title': { id: 'Aturan penilaian', en: 'Rules of appraisal' },
  'rules.help': {
    id: 'Setiap angka di Tera dihitung dengan salah satu aturan ini. Baca pertanyaan yang dijawabnya, cara menghitungnya, dan dasarnya. Yang bertanda “Kebijakan lokal” tidak berasal dari peraturan nasional.',
    en: 'Every number in Tera is computed by one of these rules. Read what it answers, how it computes and where it comes from. What is marked “Local policy” comes from no national rule.',
  },
  'rules.find': { id: 'Cari aturan', en: 'Find a rule' },
  'rules.none': { id: 'Tidak ada aturan dengan kata itu.', en: 'No rule has that word.' },
  'rules.list': { id: 'Daftar aturan', en: 'List of rules' },
  'rules.formula': { id: 'Cara menghitung', en: 'How it computes' },
  'rules.source': { id: 'Dasar', en: 'Source' },
  'rules.localPart': { id: 'Bagian yang kebijakan lokal', en: 'The part that is local policy' },
  'rules.settings': { id: 'Pengaturan yang dipakai, dengan nilai hari ini', en: 'Settings it goes by, as they hold today' },
  'rules.emptyValue': { id: 'kosong', en: 'empty' },
  'rules.example': { id: 'Contoh perhitungan', en: 'Worked example' },
  'rules.exampleHelp': {
    id: 'Ubah masukannya dan hitung ulang: server memakai aturan yang sama, dengan nilai bawaan pengaturan. Tidak ada yang disimpan.',
    en: 'Change the input and recompute: the server uses the same rule with the default settings. Nothing is saved.',
  },
  'rules.input': { id: 'Masukan (JSON)', en: 'Input (JSON)' },
  'rules.answer': { id: 'Hasil', en: 'Answer' },
  'rules.recompute': { id: 'Hitung ulang', en: 'Recompute' },
  'rules.link': { id: 'Aturan %{id}', en: 'Rule %{id}' },
  'rules.linkHelp': { id: 'Cara angka ini dihitung: aturan %{id}', en: 'How this number is computed: rule %{id}' },
} satisfies Record<string, SentencePair>
