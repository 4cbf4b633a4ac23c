import type { diagnosticsContracts } from '../appraisals/rules/diagnostics-contract.ts'
import type { RuleText } from './text.ts'

/** Rules over groups of people, raters or units, and what follows from a predikat. */
export const groupTexts = {
  F6: {
    title: { id: 'Pola distribusi predikat', en: 'Pattern of the predikat' },
    answers: {
      id: 'Apakah sebaran predikat pegawai sesuai dengan predikat kinerja organisasinya?',
      en: 'Does the spread of predikat fit the predikat of the organisation?',
    },
    formula: {
      id: 'Bagian tiap predikat = jumlah ÷ jumlah yang dinilai tanpa pimpinan unit, dibandingkan dengan batas untuk predikat organisasi. Contoh: organisasi Baik: Baik paling banyak 70% dan ada yang Butuh Perbaikan atau Kurang. Pola ini bahan pertimbangan pimpinan, bukan alasan menurunkan seseorang.',
      en: 'Share of each predikat = number ÷ those appraised without the leader of the unit, compared with the limits of the organisation’s predikat. For example, organisation Baik: at most 70% Baik, and somebody at Butuh Perbaikan or Kurang. The pattern is something for the leader to consider, not a reason to lower a person.',
    },
    source: 'SE MenPANRB 3/2023',
    localPart: {
      id: 'Jumlah pegawai minimum agar pola diperiksa.',
      en: 'From how many people on the pattern is checked.',
    },
    settings: ['distMode', 'distMinN'],
    example: { orgPredikat: 'BAIK', counts: { SB: 4, B: 15, BP: 0, K: 0, SK: 1 } },
  },
  F7: {
    title: { id: 'Angka kredit', en: 'Credit points' },
    answers: {
      id: 'Berapa angka kredit pejabat fungsional dari predikatnya?',
      en: 'How many credit points does a functional official get for a predikat?',
    },
    formula: {
      id: 'Bulan ÷ 12 × persentase predikat (150, 100, 75, 50, 25) × koefisien jenjang, dibulatkan 2 desimal.',
      en: 'Months ÷ 12 × percentage of the predikat (150, 100, 75, 50, 25) × coefficient of the jenjang, rounded to 2 decimals.',
    },
    source: 'PermenPANRB 1/2023; PerBKN 3/2023',
    localPart: null,
    settings: [],
    example: { jenjang: 'AHLI_PERTAMA', predikat: 'BAIK', months: 2 },
  },
  F12: {
    title: { id: 'Penyesuaian untuk jumlah kecil', en: 'Correction for small numbers' },
    answers: {
      id: 'Bagaimana unit dengan sedikit kasus dibandingkan dengan adil?',
      en: 'How are units with few cases compared fairly?',
    },
    formula: {
      id: 'Bagian tiap unit ditarik ke rata-rata semua unit, makin kuat bila kasusnya makin sedikit: hasil = B × bagian unit + (1 − B) × rata-rata.',
      en: 'The share of each unit is drawn towards the mean of all units, the more so the fewer cases it has: result = B × share of the unit + (1 − B) × mean.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: [],
    example: { x: [18, 45, 7, 160], n: [20, 60, 14, 200] },
  },
  F13: {
    title: { id: 'Kecenderungan penilai', en: 'Leaning of a rater' },
    answers: {
      id: 'Apakah seorang penilai lebih longgar atau lebih ketat daripada datanya?',
      en: 'Does a rater judge more leniently or more severely than the data say?',
    },
    formula: {
      id: 'Selisih = tingkat yang diberikan − skor objektif. Kecenderungan = rata-rata selisih penilai − rata-rata semua. Ditandai bila paling sedikit 5 orang dinilai, selisih paling sedikit 0,25, dan lebih dari dua kali galat bakunya.',
      en: 'Difference = level given − objective score. Leaning = the rater’s mean difference − that of all. Flagged when at least 5 people were rated, it is at least 0.25, and more than twice its standard error.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: [],
    example: {
      raters: {
        P1: [
          [3, 2.2],
          [3, 2.5],
          [3, 2],
          [3, 2.6],
          [2, 1.9],
        ],
        P2: [
          [2, 2.3],
          [2, 2.1],
          [1, 1.8],
          [2, 2.4],
          [2, 2.2],
        ],
      },
    },
  },
  F14: {
    title: { id: 'Kesepakatan dua penilai', en: 'Agreement of two raters' },
    answers: {
      id: 'Seberapa jauh dua penilai sepakat tentang orang yang sama?',
      en: 'How far do two raters agree on the same people?',
    },
    formula: {
      id: 'Kappa tertimbang kuadrat: 1 − selisih yang teramati ÷ selisih yang diharapkan secara kebetulan.',
      en: 'Quadratic-weighted kappa: 1 − observed difference ÷ difference expected by chance.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: [],
    example: { a: [3, 2, 2, 3, 1, 2, 2, 3, 2, 1, 2, 3], b: [3, 2, 3, 3, 1, 2, 2, 2, 2, 2, 2, 3] },
  },
  F20: {
    title: { id: 'Indeks objektivitas', en: 'Objectivity index' },
    answers: {
      id: 'Seberapa jauh penilaian bersandar pada ukuran dan bukti, bukan pendapat?',
      en: 'How far do appraisals rest on measures and evidence rather than on opinion?',
    },
    formula: {
      id: 'Rata-rata tertimbang lima komponen 0–100: bobot terukur, mutu bukti, kesepakatan penilai, kecenderungan penilai, dan pola distribusi. Komponen yang tidak dapat dihitung dilewati. Indeks ini tidak pernah mengubah predikat seseorang.',
      en: 'Weighted mean of five components of 0–100: measured weight, quality of evidence, agreement of raters, leaning of raters, and the pattern. Components that cannot be computed are left out. The index never changes the predikat of a person.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: ['oiWeights'],
    example: { ms: 80, ev: 75, ra: 70.13, sev: 40, dc: 100 },
  },
  F22: {
    title: { id: 'Rasio kejadian', en: 'Ratio of rates' },
    answers: {
      id: 'Apakah kejadian, misalnya kecelakaan, sungguh berkurang?',
      en: 'Did events, such as accidents, really become fewer?',
    },
    formula: {
      id: '(Kejadian sesudah ÷ paparan sesudah) ÷ (kejadian sebelum ÷ paparan sebelum), dengan selang kepercayaan 95%. Penurunan hanya dinyatakan bila batas atas di bawah 1.',
      en: '(Events after ÷ exposure after) ÷ (events before ÷ exposure before), with a 95% interval. A reduction is only claimed when the upper limit is below 1.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: [],
    example: { x0: 48, e0: 120, x1: 33, e1: 125 },
  },
} satisfies Record<keyof typeof diagnosticsContracts, RuleText>
