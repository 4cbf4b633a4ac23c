import type { Sentence } from './language.ts'

/** Everything that the audit trail can say: the closed list of events, with the sentence that each one stands for. */
export const auditEvents = {
  'user.created': { id: 'Pengguna dibuat.', en: 'A user was created.' },
  'user.signedIn': { id: 'Seseorang masuk.', en: 'A person signed in.' },
  'user.signedOut': { id: 'Seseorang keluar.', en: 'A person signed out.' },
  'user.disabled': { id: 'Pengguna dinonaktifkan.', en: 'A user was disabled.' },
  'user.enabled': { id: 'Pengguna diaktifkan kembali.', en: 'A user was enabled again.' },
  'user.passwordChanged': { id: 'Kata sandi diganti.', en: 'A password was changed.' },
  'user.passwordReset': { id: 'Kata sandi diganti oleh administrator.', en: 'A password was replaced by an administrator.' },
  'user.languageChanged': { id: 'Seseorang memilih bahasa lain.', en: 'A person chose another language.' },
  'role.granted': { id: 'Peran diberikan.', en: 'A role was granted.' },
  'role.withdrawn': { id: 'Peran dicabut.', en: 'A role was withdrawn.' },
  'session.revoked': { id: 'Sesi dicabut.', en: 'A session was revoked.' },
  'token.created': { id: 'Token integrator dibuat.', en: 'An integrator token was created.' },
  'token.revoked': { id: 'Token integrator dicabut.', en: 'An integrator token was revoked.' },
  'setting.changed': {
    id: 'Pengaturan diberi nilai baru sejak suatu tanggal.',
    en: 'A setting was given a new value from a date on.',
  },
  'unit.created': { id: 'Unit dibuat.', en: 'A unit was created.' },
  'unit.changed': {
    id: 'Unit diganti nama, dipindahkan, atau ditutup sejak suatu tanggal.',
    en: 'A unit was renamed, moved or closed from a date on.',
  },
  'employee.created': { id: 'Pegawai dicatat.', en: 'An employee was entered.' },
  'employee.corrected': { id: 'Data pegawai diperbaiki.', en: 'Data of an employee were corrected.' },
  'employee.superiorAssigned': {
    id: 'Pegawai diberi atasan sejak suatu tanggal.',
    en: 'An employee was given a superior from a date on.',
  },
  'employee.placed': {
    id: 'Pegawai ditempatkan pada unit lain sejak suatu tanggal.',
    en: 'An employee was placed in another unit from a date on.',
  },
  'dataIssue.closed': { id: 'Temuan data diselesaikan atau diabaikan.', en: 'A data issue was resolved or dismissed.' },
  'dataIssue.refreshed': {
    id: 'Struktur diperiksa untuk mencari temuan data.',
    en: 'The structure was looked through for data issues.',
  },
  'indicator.drafted': { id: 'Rancangan indikator dimulai.', en: 'A draft of an indicator was started.' },
  'indicator.edited': { id: 'Rancangan indikator diubah.', en: 'A draft of an indicator was changed.' },
  'indicator.submitted': {
    id: 'Rancangan indikator diajukan untuk persetujuan.',
    en: 'A draft of an indicator was submitted for approval.',
  },
  'indicator.returned': { id: 'Rancangan indikator dikembalikan.', en: 'A draft of an indicator was returned.' },
  'indicator.published': { id: 'Versi indikator diterbitkan.', en: 'A version of an indicator was published.' },
  'indicator.discarded': { id: 'Rancangan indikator dibuang.', en: 'A draft of an indicator was discarded.' },
  'period.prepared': { id: 'Periode satu tahun disiapkan.', en: 'The periods of a year were laid out.' },
  'period.opened': { id: 'Periode dibuka.', en: 'A period was opened.' },
  'period.closed': { id: 'Periode ditutup.', en: 'A period was closed.' },
  'realisation.recorded': { id: 'Realisasi dicatat.', en: 'A measurement was recorded.' },
  'realisation.verified': { id: 'Realisasi diverifikasi.', en: 'A measurement was verified.' },
  'realisation.rejected': { id: 'Realisasi ditolak.', en: 'A measurement was rejected.' },
  'appraisals.computed': { id: 'Penilaian satu periode dihitung.', en: 'The appraisals of a period were computed.' },
  'import.fileReceived': { id: 'Berkas diterima untuk diimpor.', en: 'A file was received for import.' },
  'import.started': { id: 'Impor dimulai.', en: 'An import was started.' },
  'import.continued': { id: 'Impor yang terhenti dilanjutkan.', en: 'An interrupted import was taken up again.' },
  'import.chunkWritten': { id: 'Sebagian berkas ditulis.', en: 'A part of a file was written.' },
  'import.failed': { id: 'Impor gagal.', en: 'An import failed.' },
  'import.finished': { id: 'Berkas selesai dibaca.', en: 'A file was read to its end.' },
  'note.added': { id: 'Catatan ditulis.', en: 'A note was written.' },
  'note.changed': { id: 'Catatan diperbaiki oleh penulisnya.', en: 'A note was mended by its author.' },
  'demo.seeded': { id: 'Kota contoh ditulis ke basis data kosong.', en: 'The invented city was written into an empty database.' },
} as const satisfies Record<string, Sentence>

export type AuditEventName = keyof typeof auditEvents
