import type { SentencePair } from '../language/sentence.ts'

export const viewMessages = {
  'views.title': { id: 'Tampilan tersimpan', en: 'Saved views' },
  'views.all': { id: 'Semua', en: 'All' },
  'views.of': { id: 'Dibagikan oleh %{name}', en: 'Shared by %{name}' },
  'views.isShared': { id: 'Dibagikan', en: 'Shared' },
  'views.missing': {
    id: 'Tampilan pada tautan ini sudah dihapus atau tidak dibagikan kepada Anda. Daftar ditampilkan menurut saringan pada tautan.',
    en: 'The view in this link was deleted or is not shared with you. The list is shown by the filters in the link.',
  },
  'views.more': { id: 'Pilihan tampilan ini', en: 'Options of this view' },
  'views.save': { id: 'Simpan tampilan', en: 'Save view' },
  'views.saveHelp': {
    id: 'Saringan, urutan, kolom, dan kerapatan baris daftar ini disimpan dengan nama, dan ikut ke perangkat Anda yang lain.',
    en: 'Filters, order, columns and density of this list are kept under a name, on all your devices.',
  },
  'views.name': { id: 'Nama tampilan', en: 'Name of the view' },
  'views.shareNow': {
    id: 'Bagikan kepada semua yang dapat membuka daftar ini',
    en: 'Share with everybody who may open this list',
  },
  'views.keep': { id: 'Simpan', en: 'Save' },
  'views.saved': { id: 'Tampilan disimpan.', en: 'The view is saved.' },
  'views.update': { id: 'Perbarui dengan saringan sekarang', en: 'Update with the present filters' },
  'views.updated': { id: 'Tampilan diperbarui.', en: 'The view is updated.' },
  'views.share': { id: 'Bagikan', en: 'Share' },
  'views.shared': { id: 'Tampilan dibagikan.', en: 'The view is shared.' },
  'views.unshare': { id: 'Hentikan berbagi', en: 'Stop sharing' },
  'views.unshared': { id: 'Tampilan kini hanya untuk pemiliknya.', en: 'The view is now for its owner alone.' },
  'views.copyLink': { id: 'Salin tautan', en: 'Copy link' },
  'views.linkCopied': { id: 'Tautan disalin.', en: 'The link is copied.' },
  'views.setDefault': { id: 'Jadikan bawaan suatu peran', en: 'Make it the default of a role' },
  'views.defaultHelp': {
    id: 'Pemegang peran ini melihat “%{name}” ketika pertama kali membuka daftar. Bawaan sebelumnya menjadi tampilan bersama.',
    en: 'Those who hold this role see “%{name}” when they first open the list. The default before it becomes a shared view.',
  },
  'views.defaultSet': { id: 'Tampilan bawaan ditetapkan.', en: 'The default view is set.' },
  'views.role': { id: 'Peran', en: 'Role' },
  'views.delete': { id: 'Hapus tampilan', en: 'Delete view' },
  'views.deleted': { id: 'Tampilan dihapus.', en: 'The view is deleted.' },
} satisfies Record<string, SentencePair>
