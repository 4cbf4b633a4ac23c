/** What people say in dialogues and feedback of the invented city. */
export const dialogueTexts = [
  {
    clarified: 'Target layanan dan cara menghitungnya dijelaskan kembali.',
    agreements: 'Capaian dilaporkan setiap awal bulan beserta buktinya.',
    support: 'Pendampingan pengisian register selama satu bulan.',
  },
  {
    clarified: 'Prioritas triwulan ini adalah menurunkan tunggakan pengaduan.',
    agreements: 'Pengaduan lama diselesaikan lebih dahulu, paling lambat akhir bulan.',
    support: 'Satu tenaga tambahan pada hari Senin.',
  },
  {
    clarified: 'Mutu laporan lebih penting daripada kecepatannya.',
    agreements: 'Laporan diperiksa rekan sebelum diserahkan.',
    support: '',
  },
] as const

export const feedbackTexts = {
  POSITIF: [
    'Menangani warga yang marah dengan tenang sampai masalahnya selesai.',
    'Membantu rekan baru memahami aplikasi tanpa diminta.',
    'Laporan bulan ini lengkap dan tepat waktu.',
    'Mengusulkan cara antre yang membuat layanan lebih cepat.',
  ],
  NEGATIF: [
    'Balasan atas surat warga terlambat tanpa pemberitahuan.',
    'Data yang diserahkan belum diperiksa kembali.',
    'Kurang mendengarkan pendapat rekan dalam rapat.',
  ],
} as const
