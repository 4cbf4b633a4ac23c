import type { ComplaintMessageKind, ComplaintState } from '../generated/prisma/client.ts'
import type { Sentence } from '../language.ts'

/** What the pages of complaints say. */
export const complaintTexts = {
  title: { id: 'Sampaikan pengaduan', en: 'File a complaint' },
  lead: {
    id: 'Ceritakan apa yang terjadi. Anda boleh tanpa nama. Setelah dikirim, Anda mendapat kode untuk mengikuti tindak lanjutnya. Tidak ada biaya.',
    en: 'Tell what happened. You need not give your name. After sending you get a code to follow what is done. There is no fee.',
  },
  follow: { id: 'Sudah punya kode?', en: 'Do you have a code?' },
  code: { id: 'Kode pengaduan', en: 'Tracking code' },
  codeHint: { id: 'Lima belas huruf dan angka, misalnya 7K2QD-…', en: 'Fifteen letters and digits, such as 7K2QD-…' },
  open: { id: 'Lihat pengaduan', en: 'Show the complaint' },
  category: { id: 'Tentang apa?', en: 'What is it about?' },
  unit: { id: 'Di kantor atau layanan mana?', en: 'At which office or service?' },
  unitHint: { id: 'Kosongkan bila tidak tahu.', en: 'Leave it empty when you do not know.' },
  official: {
    id: 'Apakah ini tentang seorang petugas atau pejabat tertentu?',
    en: 'Is it about a particular officer or official?',
  },
  officialHint: {
    id: 'Bila ya, hanya inspektorat yang membacanya, bukan kantor tempat orang itu bekerja.',
    en: 'If so, the inspectorate alone reads it, and not the office where that person works.',
  },
  yes: { id: 'Ya, tentang orang tertentu', en: 'Yes, about a particular person' },
  no: { id: 'Tidak, tentang layanan', en: 'No, about the service' },
  description: { id: 'Apa yang terjadi?', en: 'What happened?' },
  descriptionHint: {
    id: 'Kapan, di mana, dan apa yang Anda harapkan. Sedikitnya 20 huruf. Jangan tulis NIK atau nomor telepon di sini.',
    en: 'When, where, and what you hope for. At least 20 characters. Do not write identity or telephone numbers here.',
  },
  link: { id: 'Tautan foto atau dokumen (boleh kosong)', en: 'Link to a photograph or document (may be empty)' },
  linkHint: { id: 'Alamat yang mulai dengan https://', en: 'An address that begins with https://' },
  identity: { id: 'Nama Anda (boleh kosong)', en: 'Your name (may be empty)' },
  identityHint: {
    id: 'Disimpan terpisah dan tersegel. Hanya petugas yang berwenang dapat membukanya, dan setiap pembukaan dicatat.',
    en: 'Kept apart and sealed. Only authorised officers can open it, and every opening is recorded.',
  },
  contact: { id: 'Telepon atau surel Anda (bila memberi nama)', en: 'Your telephone or e-mail (when you give a name)' },
  send: { id: 'Kirim pengaduan', en: 'Send the complaint' },
  mend: {
    id: 'Ada isian yang perlu diperbaiki. Isian Anda yang lain masih ada.',
    en: 'Something needs mending. What else you typed is still here.',
  },
  wrong: { id: 'Periksa isian ini.', en: 'Check this.' },
  choose: { id: 'Pilih salah satu.', en: 'Choose one.' },
  tooShort: { id: 'Tulis 20 sampai 4.000 huruf.', en: 'Write 20 to 4,000 characters.' },
  badLink: { id: 'Tulis alamat lengkap yang mulai dengan https://', en: 'Write a whole address that begins with https://' },
  needContact: { id: 'Isi nama dan kontak, atau kosongkan keduanya.', en: 'Give name and contact, or leave both empty.' },
  badCode: { id: 'Kode ini tidak dikenal. Periksa hurufnya.', en: 'This code is unknown. Check its letters.' },
  tracked: { id: 'Pengaduan Anda', en: 'Your complaint' },
  received: { id: 'Pengaduan Anda sudah kami terima.', en: 'We have received your complaint.' },
  keep: {
    id: 'Simpan kode ini: tulis atau foto layar. Tanpa kode, tidak ada yang dapat mencarikannya lagi.',
    en: 'Keep this code: write it down or photograph the screen. Without it nobody can find it for you again.',
  },
  state: { id: 'Status', en: 'State' },
  at: { id: 'Diterima', en: 'Received' },
  due: { id: 'Dijawab paling lambat', en: 'Answered by' },
  about: { id: 'Tentang', en: 'About' },
  reason: { id: 'Alasan', en: 'Reason' },
  agency: { id: 'Diteruskan kepada', en: 'Forwarded to' },
  words: { id: 'Isi pengaduan', en: 'Your words' },
  thread: { id: 'Percakapan', en: 'Conversation' },
  reply: { id: 'Tambah keterangan', en: 'Add something' },
  replyLabel: { id: 'Keterangan Anda', en: 'Your words' },
  replySend: { id: 'Kirim keterangan', en: 'Send' },
  rate: { id: 'Apakah jawaban ini menyelesaikan masalah Anda?', en: 'Does this answer settle your matter?' },
  rateNote: { id: 'Catatan (boleh kosong)', en: 'Note (may be empty)' },
  rateSend: { id: 'Kirim nilai dan selesaikan', en: 'Send the rating and close' },
  reopen: { id: 'Belum selesai?', en: 'Not settled?' },
  reopenHint: { id: 'Anda dapat membuka kembali sampai', en: 'You may open it again until' },
  reopenLabel: { id: 'Apa yang belum selesai?', en: 'What is not settled?' },
  reopenSend: { id: 'Buka kembali pengaduan', en: 'Open the complaint again' },
  withdraw: { id: 'Cabut pengaduan', en: 'Withdraw the complaint' },
  withdrawSure: { id: 'Ya, saya mencabut pengaduan ini', en: 'Yes, I withdraw this complaint' },
  rated: { id: 'Terima kasih atas penilaian Anda.', en: 'Thank you for your rating.' },
  another: { id: 'Sampaikan pengaduan lain', en: 'File another complaint' },
} as const satisfies Record<string, Sentence>

/** What each state means for the citizen. */
export const meaningOfState = {
  DITERIMA: { id: 'Menunggu diperiksa kelengkapannya.', en: 'Waiting to be looked at.' },
  DIVERIFIKASI: { id: 'Sudah diperiksa, menunggu petugas.', en: 'Looked at, waiting for an officer.' },
  DIDISPOSISI: { id: 'Sudah ada petugas yang menangani.', en: 'An officer was given the matter.' },
  DIPROSES: { id: 'Sedang ditangani.', en: 'Being handled.' },
  DIJAWAB: { id: 'Sudah dijawab. Mohon nilai jawabannya di bawah.', en: 'Answered. Please rate the answer below.' },
  SELESAI: { id: 'Selesai.', en: 'Closed.' },
  DITOLAK: { id: 'Tidak dilanjutkan.', en: 'Not pursued.' },
  DITERUSKAN: { id: 'Diteruskan ke instansi yang berwenang.', en: 'Forwarded to the agency in charge.' },
  DIBUKA_KEMBALI: { id: 'Dibuka kembali atas permintaan Anda.', en: 'Opened again at your request.' },
} as const satisfies Record<ComplaintState, Sentence>

export const speakerOf = {
  QUESTION: { id: 'Pertanyaan petugas', en: 'Question of the office' },
  REPLY: { id: 'Anda', en: 'You' },
  ANSWER: { id: 'Jawaban petugas', en: 'Answer of the office' },
  REOPENING: { id: 'Anda membuka kembali', en: 'You opened it again' },
} as const satisfies Record<Exclude<ComplaintMessageKind, 'NOTE'>, Sentence>

export const satisfactionWords = [
  { value: '4', label: { id: 'Sangat puas', en: 'Very content' } },
  { value: '3', label: { id: 'Puas', en: 'Content' } },
  { value: '2', label: { id: 'Kurang puas', en: 'Not quite content' } },
  { value: '1', label: { id: 'Tidak puas', en: 'Not content' } },
] as const
