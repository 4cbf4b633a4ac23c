import type { SentencePair } from '../language/sentence.ts'

export const reviewMessages = {
  'review.record': { id: 'Data yang dibuka', en: 'Open record' },
  'review.next': { id: 'Berikutnya', en: 'Next' },
  'review.previous': { id: 'Sebelumnya', en: 'Previous' },
  'review.open': { id: 'Buka baris', en: 'Open the row' },
  'review.close': { id: 'Tutup', en: 'Close' },
  'review.keys': { id: 'Tombol papan ketik', en: 'Keyboard keys' },
  'review.at': { id: 'Baris %{row}:', en: 'Row %{row}:' },
  'review.notHere': {
    id: 'Data ini tidak ada di halaman daftar yang ditampilkan. Ubah saringan atau halamannya.',
    en: 'This record is not on the page of the list that is shown. Change the filters or the page.',
  },
} satisfies Record<string, SentencePair>
