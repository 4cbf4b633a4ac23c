import type { SentencePair } from '../language/sentence.ts'

export const paletteMessages = {
  'palette.title': { id: 'Cari dan buka', en: 'Search and open' },
  'palette.short': { id: 'Cari', en: 'Search' },
  'palette.hint': { id: 'Nama, NIP, unit, indikator, halaman, atau perintah', en: 'Name, NIP, unit, indicator, page or action' },
  'palette.keys': { id: '↑ ↓ memilih · Enter membuka · Esc menutup', en: '↑ ↓ choose · Enter opens · Esc closes' },
  'palette.nothing': {
    id: 'Tidak ada yang cocok, atau Anda tidak berwenang melihatnya.',
    en: 'Nothing fits, or you may not see it.',
  },
  'palette.searching': { id: 'Mencari', en: 'Searching' },
  'palette.actions': { id: 'Perintah', en: 'Actions' },
  'palette.recent': { id: 'Terakhir dibuka', en: 'Recent' },
  'palette.people': { id: 'Pegawai', en: 'People' },
  'palette.units': { id: 'Unit kerja', en: 'Units' },
  'palette.indicators': { id: 'Indikator', en: 'Indicators' },
  'palette.pages': { id: 'Halaman', en: 'Pages' },
  'palette.new': { id: 'Baru: %{name}', en: 'New: %{name}' },
  'palette.theme': { id: 'Ganti tampilan terang/gelap', en: 'Switch light/dark' },
} satisfies Record<string, SentencePair>
