import type { SentencePair } from '../frame/language/sentence.ts'

export const auditMessages = {
  'audit.group': { id: 'Pengawasan', en: 'Oversight' },
  'audit.title': { id: 'Jejak audit', en: 'Audit trail' },
  'audit.help': {
    id: 'Siapa melakukan apa, pada data mana, kapan, dan mengapa. Catatan ini hanya bertambah; tidak dapat diubah atau dihapus.',
    en: 'Who did what to which record, when and why. The trail only grows; nothing in it can be changed or removed.',
  },
  'audit.emptyTitle': { id: 'Belum ada catatan', en: 'Nothing recorded yet' },
  'audit.emptyHelp': { id: 'Setiap perubahan akan tercatat di sini.', en: 'Each change will be recorded here.' },
  'audit.event': { id: 'Kejadian, misalnya unit.changed', en: 'Event, for example unit.changed' },
  'audit.from': { id: 'Dari tanggal', en: 'From' },
  'audit.to': { id: 'Sampai tanggal', en: 'Until' },
  'audit.entityType': { id: 'Jenis data', en: 'Type of record' },
  'audit.entityId': { id: 'Id data', en: 'Id of the record' },
  'audit.actorId': { id: 'Id pelaku', en: 'Id of who acted' },
  'audit.sequence': { id: 'Nomor', en: 'Number' },
  'audit.at': { id: 'Waktu', en: 'When' },
  'audit.what': { id: 'Kejadian', en: 'What' },
  'audit.who': { id: 'Pelaku', en: 'Who' },
  'audit.record': { id: 'Pada data', en: 'Record' },
  'audit.changes': { id: 'Perubahan', en: 'Changes' },
  'audit.noChanges': { id: 'Tidak ada isian yang berubah.', en: 'No field changed.' },
  'audit.hash': { id: 'Sidik catatan', en: 'Hash of the entry' },
  'audit.chain': {
    id: 'Setiap catatan mengunci catatan sebelumnya. Periksa apakah rantainya utuh.',
    en: 'Each entry seals the one before. Check whether the chain is unbroken.',
  },
  'audit.check': { id: 'Periksa rantai', en: 'Check the chain' },
  'audit.checkAgain': { id: 'Periksa lagi', en: 'Check again' },
  'audit.intact': {
    id: 'Rantai utuh: %{events} catatan, sidik terakhir %{hash}…',
    en: 'Unbroken: %{events} entries, last hash %{hash}…',
  },
  'audit.broken': {
    id: 'Rantai putus pada catatan %{sequence}. Beri tahu inspektorat; jangan ubah apa pun.',
    en: 'Broken at entry %{sequence}. Tell the inspectorate and change nothing.',
  },
} satisfies Record<string, SentencePair>
