import type { Sentence } from '../language.ts'

/** What the answer page says. */
export const surveyPageWords = {
  title: { id: 'Survei Kepuasan Masyarakat', en: 'Survey of public satisfaction' },
  intro: {
    id: 'Terima kasih telah memakai layanan kami. Jawaban Anda anonim: tidak ada nama, dan tiket tidak disimpan bersama jawaban. Lewati pertanyaan yang tidak Anda alami.',
    en: 'Thank you for using our service. Your answer is anonymous: no name, and the ticket is not kept with the answer. Skip what you did not experience.',
  },
  own: { id: 'Pertanyaan tambahan dari unit ini', en: 'Further questions of this unit' },
  comment: { id: 'Saran atau masukan (boleh kosong)', en: 'Suggestions (may be left empty)' },
  commentHint: {
    id: 'Jangan menulis nama, NIK, nomor telepon, atau surel. Nomor seperti itu disamarkan sebelum disimpan.',
    en: 'Do not write names, identity numbers, telephone numbers or mail addresses. Such numbers are masked before they are stored.',
  },
  assisted: { id: 'Saya dibantu petugas saat mengisi', en: 'A member of staff helped me to fill this in' },
  send: { id: 'Kirim jawaban', en: 'Send the answer' },
  sending: { id: 'Mengirim …', en: 'Sending …' },
  kept: {
    id: 'Jaringan terputus. Jawaban Anda tersimpan di ponsel ini dan dikirim sekali saat jaringan kembali. Biarkan halaman ini terbuka.',
    en: 'The line is down. Your answer is kept on this phone and sent once when the line is back. Leave this page open.',
  },
  empty: { id: 'Jawab paling sedikit satu pertanyaan.', en: 'Answer at least one question.' },
  thanksTitle: { id: 'Terima kasih', en: 'Thank you' },
  thanks: {
    id: 'Jawaban Anda sudah kami terima. Hasilnya dihitung bersama jawaban lain dan dipublikasikan tanpa nama.',
    en: 'We have received your answer. It is counted together with others and published without names.',
  },
  masked: {
    id: 'Nomor atau alamat dalam saran Anda disamarkan sebelum disimpan.',
    en: 'A number or an address in your suggestion was masked before it was stored.',
  },
  already: {
    id: 'Jawaban untuk tiket ini sudah kami terima. Setiap tiket hanya dapat dipakai satu kali. Terima kasih!',
    en: 'We have received an answer for this ticket already. Each ticket can be used once. Thank you!',
  },
  closedTitle: { id: 'Survei tidak sedang dibuka', en: 'This survey is not open' },
  closed: {
    id: 'Survei ini tidak menerima jawaban saat ini. Terima kasih atas perhatian Anda.',
    en: 'This survey takes no answers at the moment. Thank you for your interest.',
  },
  codeTitle: { id: 'Isi survei dengan tiket', en: 'Answer a survey with a ticket' },
  code: { id: 'Kode tiket', en: 'Code of the ticket' },
  codeHint: { id: '13 huruf dan angka di bawah kode QR.', en: '13 letters and digits below the QR code.' },
  codeWrong: {
    id: 'Kode ini tidak dikenal. Periksa lagi huruf dan angkanya.',
    en: 'This code is not known. Check its letters and digits.',
  },
  go: { id: 'Lanjut', en: 'Go on' },
} as const satisfies Record<string, Sentence>
