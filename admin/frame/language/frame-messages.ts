import type { SentencePair } from './sentence.ts'

export const frameMessages = {
  'app.demo': { id: 'Data peragaan', en: 'Demonstration data' },
  'app.switchLanguage': { id: 'Switch to English', en: 'Ganti ke Bahasa Indonesia' },
  'app.accountOf': { id: '%{name}: akun dan keluar', en: '%{name}: account and sign out' },
  'app.mainMenu': { id: 'Menu utama', en: 'Main menu' },
  'app.loading': { id: 'Memuat halaman', en: 'Loading the page' },
  'app.tryAgain': { id: 'Coba lagi', en: 'Try again' },
  'app.error.page': { id: 'Halaman ini tidak dapat ditampilkan', en: 'This page cannot be shown' },
  'app.error.unreachable': {
    id: 'Server belum dapat dihubungi. Periksa jaringan Anda, lalu coba lagi; isian Anda tetap ada.',
    en: 'The server cannot be reached. Check your network and try again; what you typed is still here.',
  },
  'app.error.unexpected': {
    id: 'Terjadi kesalahan yang tidak terduga. Coba lagi; bila berulang, sampaikan kepada pengelola.',
    en: 'Something unexpected went wrong. Try again; if it happens again, tell your administrator.',
  },
  'app.error.notFound': {
    id: 'Data tidak ditemukan, atau Anda tidak berwenang melihatnya.',
    en: 'There is no such record, or you may not see it.',
  },
  'app.notFound.title': { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  'app.notFound.help': {
    id: 'Alamatnya salah ketik atau sudah tidak berlaku. Mulailah lagi dari beranda.',
    en: 'The address is mistyped or no longer valid. Start again from the home page.',
  },
  'app.notFound.home': { id: 'Ke beranda', en: 'To the home page' },
  'list.noMatch': { id: 'Tidak ada baris yang cocok dengan saringan ini.', en: 'No row passes these filters.' },
  'list.clearFilters': { id: 'Lepas semua saringan', en: 'Take off all filters' },
  'list.export': { id: 'Unduh', en: 'Export' },
  'list.exportCsv': { id: 'CSV (semua baris tersaring)', en: 'CSV (all filtered rows)' },
  'list.exportXlsx': { id: 'Excel (semua baris tersaring)', en: 'Excel (all filtered rows)' },
  'list.shownOf': { id: 'Ditampilkan %{shown} dari %{total}.', en: 'Showing %{shown} of %{total}.' },
  'command.reason': { id: 'Alasan', en: 'Reason' },
  'command.reasonOptional': { id: 'Alasan (boleh kosong)', en: 'Reason (optional)' },
  'command.reasonHelp': { id: 'Dicatat dalam jejak audit bersama nama Anda.', en: 'Kept in the audit trail with your name.' },
  'command.cancel': { id: 'Batal', en: 'Cancel' },
  'chart.group': { id: 'Kelompok', en: 'Group' },
  'chart.count': { id: 'Jumlah', en: 'Count' },
  'chart.share': { id: 'Bagian', en: 'Share' },
  'chart.asTable': { id: 'Lihat sebagai tabel', en: 'Show as a table' },
  'chart.asBars': { id: 'Lihat sebagai batang', en: 'Show as bars' },
} satisfies Record<string, SentencePair>
