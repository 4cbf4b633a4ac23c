import type { SentencePair } from '../frame/language/sentence.ts'

export const documentMessages = {
  'dossiers.title': { id: 'Berkas penilaian', en: 'Dossiers' },
  'dossiers.help': {
    id: 'Dokumen resmi untuk dicetak, dengan dasar perhitungan dan kode QR. Siapa pun yang memegang berkas dapat memeriksa keasliannya tanpa melihat data pribadi.',
    en: 'The document for paper, with its calculation and a QR code. Whoever holds one can check that it is authentic without seeing personal data.',
  },
  'dossiers.download': { id: 'Unduh berkas penilaian (PDF)', en: 'Download the dossier (PDF)' },
  'dossiers.printing': { id: 'Berkas sedang disiapkan.', en: 'The dossier is being prepared.' },
  'dossiers.ready': { id: 'Berkas siap diunduh.', en: 'The dossier is ready.' },
  'dossiers.none': { id: 'Belum ada berkas yang dicetak.', en: 'No dossier printed yet.' },
  'dossiers.code': { id: 'Kode', en: 'Code' },
  'dossiers.printedAt': { id: 'Dicetak', en: 'Printed' },
  'dossiers.printedState': { id: 'Status saat dicetak', en: 'State when printed' },
  'dossiers.hash': { id: 'Sidik isi', en: 'Hash of the content' },
  'dossiers.standing': { id: 'Keberlakuan', en: 'Validity' },
  'dossiers.revoked': { id: 'Dicabut', en: 'Revoked' },
  'dossiers.revoke': { id: 'Cabut', en: 'Revoke' },
  'dossiers.revokeQuestion': {
    id: 'Halaman pemeriksaan akan menyatakan bahwa berkas ini tidak berlaku.',
    en: 'The page of verification will say that this dossier is not valid.',
  },
  'dossiers.revokedNow': { id: 'Berkas dicabut.', en: 'The dossier was revoked.' },
} as const satisfies Record<string, SentencePair>
