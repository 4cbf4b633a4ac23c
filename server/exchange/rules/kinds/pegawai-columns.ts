import { column } from '../headers.ts'

/** Columns of a staff list, with the headers under which other clerks send them. */
export const staffColumns = {
  nip: column('NIP', 'NIP', 'NIP', { required: true, synonyms: ['NIP Baru', 'NIP/NI PPPK'] }),
  name: column('NAMA', 'Nama', 'Name', { required: true, synonyms: ['Nama Pegawai', 'Nama Lengkap'] }),
  titleBefore: column('GELAR DEPAN', 'Gelar depan', 'Title before the name', { synonyms: ['Gelar Dpn.'] }),
  titleAfter: column('GELAR BELAKANG', 'Gelar belakang', 'Title after the name', { synonyms: ['Gelar Blk.'] }),
  birthPlace: column('TEMPAT LAHIR', 'Tempat lahir', 'Birth place', { synonyms: ['Tmp. Lahir'] }),
  birthOn: column('TANGGAL LAHIR', 'Tanggal lahir', 'Birth date', { synonyms: ['Tgl. Lahir'] }),
  sex: column('L/P', 'Jenis kelamin', 'Sex', { synonyms: ['Jenis Kelamin', 'JK'] }),
  status: column('STATUS', 'Status kepegawaian', 'Employment status', { required: true, synonyms: ['Status Kepegawaian'] }),
  golongan: column('GOL/RUANG', 'Golongan/ruang', 'Rank', { synonyms: ['Gol. Ruang', 'Golongan'] }),
  golonganFrom: column('TMT GOL', 'TMT golongan', 'Rank from', { synonyms: ['TMT Golongan'] }),
  positionTitle: column('JABATAN', 'Jabatan', 'Position', { required: true, synonyms: ['Nama Jabatan'] }),
  positionKind: column('JENIS JABATAN', 'Jenis jabatan', 'Kind of position', { synonyms: ['Jns. Jabatan'] }),
  positionLevel: column('JENJANG/ESELON', 'Jenjang/eselon', 'Level', { synonyms: ['Eselon / Jenjang', 'Jenjang', 'Eselon'] }),
  positionFrom: column('TMT JABATAN', 'TMT jabatan', 'Position from', { synonyms: ['TMT Jab.'] }),
  unitName: column('UNIT KERJA', 'Unit kerja', 'Unit', { synonyms: ['Unit Organisasi'] }),
  unitCode: column('KODE UNIT', 'Kode unit', 'Unit code', { required: true, synonyms: ['Kode Unor'] }),
  superiorNip: column('NIP ATASAN', 'NIP atasan langsung', 'NIP of the superior', {
    synonyms: ['Atasan Langsung (NIP)', 'Atasan Langsung'],
  }),
  email: column('EMAIL', 'Surel', 'E-mail', { synonyms: ['E-mail', 'Surel'] }),
  phone: column('NO HP', 'Nomor HP', 'Mobile number', { synonyms: ['No. HP / WA', 'No. HP', 'Telepon'] }),
  legalStanding: column('KEDUDUKAN HUKUM', 'Kedudukan hukum', 'Legal standing', { synonyms: ['Kedudukan'] }),
} as const

export type StaffKey = keyof typeof staffColumns
