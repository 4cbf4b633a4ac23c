import type { SentencePair } from '../frame/language/sentence.ts'

/** The diary of continuous feedback. */
export const feedbackMessages = {
  'feedback.title': { id: 'Umpan balik', en: 'Feedback' },
  'feedback.help': {
    id: 'Catatan singkat tentang kejadian nyata, ke segala arah, terkait hasil kerja atau nilai BerAKHLAK.',
    en: 'Short notes on what really happened, in every direction, tied to a planned result or a value.',
  },
  'feedback.give': { id: 'Beri umpan balik', en: 'Give feedback' },
  'feedback.giveHelp': {
    id: 'Pilih orangnya, tekan salah satu tombol, lalu ceritakan apa yang terjadi.',
    en: 'Choose the person, press one of the buttons, then say what happened.',
  },
  'feedback.received': { id: 'Tentang saya', en: 'About me' },
  'feedback.written': { id: 'Yang saya tulis', en: 'Written by me' },
  'feedback.writtenHelp': {
    id: 'Dapat diubah dalam 24 jam; setelah itu hanya dapat dilengkapi dengan entri koreksi. Umpan balik tanpa nama tidak tersimpan bersama penulisnya, sehingga tidak tampil di sini.',
    en: 'It can be changed within 24 hours; later a correction stands beside it. Unnamed feedback is kept without its author, so it does not appear here.',
  },
  'feedback.nobodyTitle': { id: 'Tidak ada orang di sekitar Anda', en: 'There is nobody around you' },
  'feedback.nobodyHelp': {
    id: 'Umpan balik diberikan kepada pimpinan, rekan, dan bawahan.',
    en: 'Feedback is for leaders, colleagues and subordinates.',
  },
  'feedback.about': { id: 'Tentang siapa', en: 'About whom' },
  'feedback.named': {
    id: 'Anda menulis sebagai %{group} dengan nama; yang bersangkutan langsung membacanya.',
    en: 'You write as %{group}, under your name; the person reads it at once.',
  },
  'feedback.unnamed': {
    id: 'Anda menulis sebagai %{group} tanpa nama. Dibaca mulai besok, dan hanya bila ada sedikitnya tiga penulis dari kelompok ini.',
    en: 'You write as %{group}, unnamed. It is read from tomorrow on, and only if at least three of this group have written.',
  },
  'feedback.tie': { id: 'Terkait', en: 'Belongs to' },
  'feedback.tieHelp': { id: 'Satu hasil kerja, atau satu nilai.', en: 'One planned result, or one value.' },
  'feedback.ofResult': { id: 'Hasil kerja %{number}: %{title}', en: 'Result %{number}: %{title}' },
  'feedback.text': { id: 'Apa yang terjadi', en: 'What happened' },
  'feedback.textHelp': {
    id: 'Kejadian dan akibatnya, bukan sifat orangnya.',
    en: 'What happened and what came of it, not what the person is like.',
  },
  'feedback.evidence': { id: 'Tautan bukti (boleh kosong)', en: 'Link to evidence (optional)' },
  'feedback.send': { id: 'Kirim', en: 'Send' },
  'feedback.save': { id: 'Simpan', en: 'Save' },
  'feedback.given': {
    id: 'Umpan balik terkirim. Dalam 24 jam masih dapat Anda ubah.',
    en: 'Sent. You may change it within 24 hours.',
  },
  'feedback.handedIn': {
    id: 'Umpan balik diterima tanpa nama Anda. Simpan kode ini: hanya dengan kode ini Anda dapat mengoreksinya nanti, dan kode ini tidak ditampilkan lagi.',
    en: 'Taken without your name. Keep this code: it alone lets you correct the entry later, and it is not shown again.',
  },
  'feedback.counts': { id: 'Ringkasan', en: 'Summary' },
  'feedback.countsHelp': {
    id: 'Kelompok tanpa nama baru tampil bila sedikitnya tiga orang menulis (kebijakan daerah).',
    en: 'Unnamed groups appear once at least three people have written (local policy).',
  },
  'feedback.noCounts': { id: 'Belum ada.', en: 'None yet.' },
  'feedback.noneReceived': { id: 'Belum ada umpan balik yang dapat ditampilkan.', en: 'There is no feedback to show yet.' },
  'feedback.noneWritten': { id: 'Anda belum menulis dengan nama.', en: 'You have written nothing under your name.' },
  'feedback.quarter': { id: 'Triwulan', en: 'Quarter' },
  'feedback.group': { id: 'Dari', en: 'From' },
  'feedback.tone': { id: 'Nada', en: 'Tone' },
  'feedback.entries': { id: 'Jumlah', en: 'Entries' },
  'feedback.unnamedGroup': { id: '%{group}, tanpa nama', en: '%{group}, unnamed' },
  'feedback.more': { id: 'Tampilkan lagi, tersisa %{left}', en: 'Show more, %{left} left' },
  'feedback.isCounter': { id: 'koreksi', en: 'correction' },
  'feedback.change': { id: 'Ubah', en: 'Change' },
  'feedback.changed': { id: 'Umpan balik diubah.', en: 'Changed.' },
  'feedback.counter': { id: 'Tulis koreksi', en: 'Write a correction' },
  'feedback.countered': { id: 'Koreksi terkirim.', en: 'The correction was sent.' },
  'feedback.correction': { id: 'Koreksi', en: 'Correction' },
  'feedback.mayChange': { id: 'Masih dalam 24 jam: dapat diubah.', en: 'Within 24 hours: it can be changed.' },
  'feedback.mayCounter': {
    id: 'Lewat 24 jam: hanya dapat dilengkapi dengan koreksi.',
    en: 'After 24 hours: only a correction is possible.',
  },
  'feedback.byReceipt': { id: 'Koreksi dengan kode', en: 'Correct by code' },
  'feedback.receipt': { id: 'Kode', en: 'Code' },
  'feedback.receiptHelp': {
    id: 'Kode yang ditampilkan saat Anda mengirim tanpa nama.',
    en: 'The code that was shown when you sent it unnamed.',
  },
} satisfies Record<string, SentencePair>
