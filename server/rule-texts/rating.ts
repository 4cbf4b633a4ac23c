import type { ratingContracts } from '../appraisals/rules/contract.ts'
import type { RuleText } from './text.ts'

/** Rules that decide the rating of one person. */
export const ratingTexts = {
  F1: {
    title: { id: 'Capaian indikator', en: 'Achievement of an indicator' },
    answers: {
      id: 'Berapa persen target satu indikator tercapai?',
      en: 'How many per cent of the target of one indicator were reached?',
    },
    formula: {
      id: 'Makin besar makin baik: realisasi ÷ target × 100. Makin kecil makin baik: (2 − realisasi ÷ target) × 100. Di dalam rentang target: 100. Hasil dibatasi 0 sampai batas tertinggi (100 untuk target yang dijaga tetap atau rentang), dibulatkan 2 desimal.',
      en: 'More is better: actual ÷ target × 100. Less is better: (2 − actual ÷ target) × 100. Within the target range: 100. Kept between 0 and the cap (100 for targets to be held or ranges), rounded to 2 decimals.',
    },
    source: 'PP 30/2019',
    localPart: {
      id: 'Dari peraturan hanya batas tertinggi 120. Rumusnya berasal dari PermenPANRB 8/2021 yang sudah dicabut dan dipakai sebagai metode lokal; target yang dijaga tetap, rentang, dan nol kejadian juga lokal.',
      en: 'The regulation gives the cap of 120 alone. The formulas are those of PermenPANRB 8/2021, which was revoked, kept as a local method; targets to be held, ranges and targets of no event are local too.',
    },
    settings: ['achievementCap', 'zeroMode', 'zeroPenalty'],
    example: { polarity: 'MAXIMIZE', target: 80, realisation: 92 },
  },
  level: {
    title: { id: 'Tingkat dari capaian', en: 'Level of an achievement' },
    answers: {
      id: 'Apakah sebuah capaian di atas, sesuai, atau di bawah ekspektasi?',
      en: 'Is an achievement above, at or below expectation?',
    },
    formula: {
      id: 'Di bawah 90: di bawah ekspektasi. 90 sampai kurang dari 110: sesuai. 110 atau lebih: di atas ekspektasi. Kedua batas dapat diatur.',
      en: 'Less than 90: below expectation. 90 to less than 110: as expected. 110 or more: above expectation. Both limits are settings.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: ['levelLow', 'levelHigh', 'ceilingCountsAsAbove'],
    example: 104,
  },
  F2: {
    title: { id: 'Rating hasil kerja', en: 'Rating of results' },
    answers: {
      id: 'Rating hasil kerja apa yang disarankan oleh capaian semua rencana hasil kerja?',
      en: 'Which rating of results do the achievements of all planned results suggest?',
    },
    formula: {
      id: 'Setiap RHK mendapat tingkat dari rata-rata tertimbang indikatornya. Bobot di atas ekspektasi lebih dari setengah dan tidak ada RHK utama di bawah: di atas ekspektasi. Bila tidak, bobot di bawah lebih dari setengah: di bawah ekspektasi. Selain itu: sesuai; bila bagian yang di bawah melebihi “sebagian kecil”, penilai harus memberi alasan.',
      en: 'Each planned result gets a level from the weighted mean of its indicators. More than half of the weight above and no main result below: above expectation. Else more than half below: below expectation. Otherwise as expected; when the part below is more than a “small part”, the appraiser has to justify it.',
    },
    source: 'PermenPANRB 6/2022',
    localPart: {
      id: 'Peraturan meminta pertimbangan penilai, bukan rumus: angka batasnya kebijakan lokal, dan hasilnya hanya saran.',
      en: 'The regulation asks for judgement, not for a formula: the limits in numbers are local policy and the outcome is only a suggestion.',
    },
    settings: ['resultMode', 'levelLow', 'levelHigh', 'smallPartMax', 'maxExcludedWeightPct'],
    example: {
      rhk: [
        { kind: 'UTAMA', weight: 40, indicators: [{ pct: 120 }, { pct: 104 }] },
        { kind: 'UTAMA', weight: 30, indicators: [{ pct: 111.5 }] },
        { kind: 'UTAMA', weight: 20, indicators: [{ pct: 96 }] },
        { kind: 'TAMBAHAN', weight: 10, indicators: [{ pct: 85 }] },
      ],
    },
  },
  F3a: {
    title: { id: 'Skor satu nilai perilaku', en: 'Score of one value of behaviour' },
    answers: {
      id: 'Bagaimana pendapat atasan, rekan, dan bawahan digabung untuk satu nilai perilaku?',
      en: 'How are the opinions of superior, peers and subordinates put together for one value of behaviour?',
    },
    formula: {
      id: 'Rata-rata tiap kelompok (1 sampai 3) ditimbang menurut bobot kelompok. Kelompok rekan atau bawahan yang terlalu sedikit tidak dihitung demi kerahasiaan. Penilaian diri hanya ditampilkan. Skor 2,5 ke atas: di atas; di bawah 1,5: di bawah; selain itu sesuai.',
      en: 'The mean of each group (1 to 3) is weighted by the weight of the group. Peers or subordinates who are too few are left out, so that nobody is recognised. Self-assessment is only shown. Score of 2.5 or more: above; less than 1.5: below; otherwise as expected.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: ['raterWeights', 'anonymityMinRaters'],
    example: { groups: { ATASAN: [3], REKAN: [3, 2, 2], BAWAHAN: [3, 3, 2, 2] } },
  },
  F3b: {
    title: { id: 'Rating perilaku kerja', en: 'Rating of behaviour' },
    answers: {
      id: 'Rating perilaku apa yang disarankan oleh tujuh nilai BerAKHLAK?',
      en: 'Which rating of behaviour do the seven BerAKHLAK values suggest?',
    },
    formula: {
      id: 'Paling sedikit 4 nilai di atas dan tidak ada yang di bawah: di atas ekspektasi. Paling sedikit 4 di bawah: di bawah ekspektasi. Selain itu: sesuai. Hukuman disiplin sedang atau berat yang final pada periode itu: di bawah ekspektasi.',
      en: 'At least 4 values above and none below: above expectation. At least 4 below: below expectation. Otherwise as expected. A final disciplinary decision of the middle or heavy kind in the period: below expectation.',
    },
    source: 'PermenPANRB 6/2022; SE MenPANRB 20/2021',
    localPart: {
      id: 'Batas jumlah nilai dan akibat hukuman disiplin.',
      en: 'The limits in numbers of values, and what a disciplinary decision does.',
    },
    settings: ['smallPartMax'],
    example: { levels: ['DI_ATAS', 'DI_ATAS', 'DI_ATAS', 'DI_ATAS', 'SESUAI', 'SESUAI', 'SESUAI'] },
  },
  F4: {
    title: { id: 'Predikat kinerja pegawai', en: 'Predikat of an employee' },
    answers: {
      id: 'Predikat apa yang mengikuti dari rating hasil kerja dan rating perilaku?',
      en: 'Which predikat follows from the rating of results and that of behaviour?',
    },
    formula: {
      id: 'Tabel 3 × 3. Contoh: hasil di atas dan perilaku di atas: Sangat Baik; hasil sesuai dan perilaku sesuai: Baik; hasil di bawah dan perilaku sesuai: Butuh Perbaikan; perilaku di bawah: Kurang, dan bila hasil juga di bawah: Sangat Kurang.',
      en: 'A table of 3 × 3. For example: results above and behaviour above: Sangat Baik; both as expected: Baik; results below and behaviour as expected: Butuh Perbaikan; behaviour below: Kurang, and when results are below too: Sangat Kurang.',
    },
    source: 'PermenPANRB 6/2022',
    localPart: null,
    settings: [],
    example: { hasil: 'SESUAI', perilaku: 'DI_ATAS' },
  },
  F5: {
    title: { id: 'Nilai kinerja skema lama', en: 'Score of the former scheme' },
    answers: {
      id: 'Berapa nilai dan predikat menurut skema angka untuk tahun 2019 sampai 2021?',
      en: 'What were the score and the predikat under the numeric scheme of 2019 to 2021?',
    },
    formula: {
      id: 'SKP × 70% + perilaku × 30%, atau 60% dan 40% bila pendapat rekan dan bawahan dipakai. Sangat Baik mulai 110 dengan ide baru; Baik mulai 90; Cukup mulai 70; Kurang mulai 50.',
      en: 'SKP × 70% + behaviour × 30%, or 60% and 40% where peers and subordinates are asked. Sangat Baik from 110 with a new idea; Baik from 90; Cukup from 70; Kurang from 50.',
    },
    source: 'PP 30/2019 Pasal 41',
    localPart: null,
    settings: [],
    example: { skp: 112, perilaku: 108, scheme: '70_30', newIdea: true },
  },
  F5b: {
    title: { id: 'Nilai indikator skema lama', en: 'Value of an indicator under the former scheme' },
    answers: {
      id: 'Nilai apa yang diberikan skema lama untuk capaian satu indikator pimpinan?',
      en: 'Which value did the former scheme give to the achievement of one indicator of a leader?',
    },
    formula: {
      id: 'Capaian dibulatkan ke persen utuh, lalu dipetakan per rentang: 100 menjadi 109; 80–99 menjadi 70 + (capaian − 80); 60–79 menjadi 50 + (capaian − 60); sampai 59 menjadi capaian ÷ 59 × 49; 101–110 menjadi 110 + 10/9 × (capaian − 101); di atasnya 120.',
      en: 'The achievement is rounded to a whole per cent and then mapped by range: 100 becomes 109; 80–99 becomes 70 + (achievement − 80); 60–79 becomes 50 + (achievement − 60); up to 59 becomes achievement ÷ 59 × 49; 101–110 becomes 110 + 10/9 × (achievement − 101); 120 above that.',
    },
    source: 'PermenPANRB 8/2021',
    localPart: {
      id: 'Peraturan ini sudah dicabut oleh PermenPANRB 6/2022 dan hanya dipakai untuk riwayat.',
      en: 'This regulation was revoked by PermenPANRB 6/2022 and is only used for history.',
    },
    settings: [],
    example: { achievement: 97.9 },
  },
  F23: {
    title: { id: 'Predikat dari beberapa SKP', en: 'Predikat of several SKP' },
    answers: {
      id: 'Predikat tahunan apa yang diperoleh bila pegawai punya beberapa SKP dalam setahun?',
      en: 'Which annual predikat does somebody get who had several SKP in a year?',
    },
    formula: {
      id: 'Setiap predikat bernilai 1 sampai 5; rata-rata ditimbang menurut bulan, lalu dibulatkan. Kurang karena pelanggaran tidak terhapus oleh rata-rata: hasil paling tinggi Butuh Perbaikan.',
      en: 'Each predikat is worth 1 to 5; the mean is weighted by months and rounded. A Kurang caused by misconduct is not averaged away: the outcome is Butuh Perbaikan at most.',
    },
    source: 'LOCAL',
    localPart: null,
    settings: ['annualPredikat'],
    example: {
      parts: [
        { predikat: 'BAIK', months: 7 },
        { predikat: 'BUTUH_PERBAIKAN', months: 5 },
      ],
    },
  },
} satisfies Record<keyof typeof ratingContracts, RuleText>
