import type { Sentence } from '../../language.ts'

/** The command that mends a fault in the application itself; `IMPORT` means that the source file is mended and sent again. */
type Remedy = 'ASSIGN_SUPERIOR' | 'CORRECT_EMPLOYEE' | 'PLACE_EMPLOYEE' | 'CHANGE_UNIT' | 'IMPORT'

export type IssueText = { readonly label: Sentence; readonly hint: Sentence; readonly remedy: Remedy }

/** Faults in the structure as it stands; found and closed by `refreshDataIssues`. */
const structuralIssues = {
  ORPHAN_POST: {
    label: { id: 'Pegawai pada unit yang sudah ditutup', en: 'Employee placed in a closed unit' },
    hint: {
      id: 'Tempatkan pegawai pada unit yang masih ada sesuai SK penempatannya.',
      en: 'Place the person in a unit that still exists, by the decree of placement.',
    },
    remedy: 'PLACE_EMPLOYEE',
  },
  MISSING_SUPERIOR: {
    label: { id: 'Atasan langsung belum ada', en: 'No superior' },
    hint: {
      id: 'Tetapkan atasan langsung. Tanpa atasan tidak ada pejabat penilai.',
      en: 'Assign a superior. Without one nobody can appraise this person.',
    },
    remedy: 'ASSIGN_SUPERIOR',
  },
  SUPERIOR_CYCLE: {
    label: { id: 'Garis atasan berputar', en: 'Reporting line closes on itself' },
    hint: {
      id: 'Tetapkan atasan yang benar untuk salah satu pegawai dalam putaran ini.',
      en: 'Assign the right superior to one of the people in this circle.',
    },
    remedy: 'ASSIGN_SUPERIOR',
  },
  SUPERIOR_NOT_SERVING: {
    label: { id: 'Atasan tidak lagi bertugas', en: 'The superior no longer serves' },
    hint: {
      id: 'Tetapkan atasan lain, atau pejabat pelaksana (Plt./Plh.) yang menggantikan.',
      en: 'Assign another superior, or the acting official (Plt./Plh.) in their place.',
    },
    remedy: 'ASSIGN_SUPERIOR',
  },
  POSITION_MISMATCH: {
    label: { id: 'Jabatan berbeda dengan riwayat jabatan', en: 'Position differs from the position history' },
    hint: {
      id: 'Periksa SK jabatan terakhir, lalu perbaiki data pegawai atau lengkapi riwayat jabatan.',
      en: 'Look at the latest decree, then correct the employee or complete the position history.',
    },
    remedy: 'CORRECT_EMPLOYEE',
  },
  UNIT_WITHOUT_HEAD: {
    label: { id: 'Unit tanpa pimpinan', en: 'Unit without a head' },
    hint: {
      id: 'Tidak ada pejabat struktural atau penilai di unit ini. Periksa penempatan pimpinannya.',
      en: 'Nobody in this unit holds a managerial position or appraises others. Check where its head is placed.',
    },
    remedy: 'IMPORT',
  },
  UNIT_EMPTY: {
    label: { id: 'Unit tanpa pegawai', en: 'Unit without employees' },
    hint: {
      id: 'Tutup unit ini bila sudah tidak ada, atau periksa penempatan pegawainya.',
      en: 'Close this unit if it no longer exists, or check where its people are placed.',
    },
    remedy: 'CHANGE_UNIT',
  },
} as const satisfies Record<string, IssueText>

export type StructuralIssue = keyof typeof structuralIssues

/** Warnings of imported rows: the row was stored, and somebody should look at it. */
const importIssues = {
  AGE_OVER_40: {
    label: { id: 'Umur saat diangkat di atas 40 tahun', en: 'Older than 40 at appointment' },
    hint: { id: 'Cocokkan NIP dengan SK pengangkatan.', en: 'Compare the NIP with the decree of appointment.' },
    remedy: 'CORRECT_EMPLOYEE',
  },
  NIP_BIRTH_MISMATCH: {
    label: { id: 'Tanggal lahir berbeda dengan NIP', en: 'Birth date differs from the NIP' },
    hint: {
      id: 'Pastikan mana yang benar, lalu perbaiki data pegawai.',
      en: 'Find out which is right, then correct the employee.',
    },
    remedy: 'CORRECT_EMPLOYEE',
  },
  NIP_SEX_MISMATCH: {
    label: { id: 'Jenis kelamin berbeda dengan NIP', en: 'Sex differs from the NIP' },
    hint: {
      id: 'Pastikan mana yang benar, lalu perbaiki data pegawai.',
      en: 'Find out which is right, then correct the employee.',
    },
    remedy: 'CORRECT_EMPLOYEE',
  },
  NAME_SUSPECT: {
    label: { id: 'Nama tidak lazim', en: 'Unusual name' },
    hint: { id: 'Periksa nama; perbaiki bila salah ketik.', en: 'Check the name; correct it if it was mistyped.' },
    remedy: 'CORRECT_EMPLOYEE',
  },
  SELF_SUPERIOR: {
    label: { id: 'Tercatat sebagai atasannya sendiri', en: 'Named as their own superior' },
    hint: {
      id: 'Tetapkan atasan yang benar; tautan belum dipasang.',
      en: 'Assign the right superior; the link was not applied.',
    },
    remedy: 'ASSIGN_SUPERIOR',
  },
  UNKNOWN_SUPERIOR: {
    label: { id: 'NIP atasan tidak dikenal', en: 'Unknown superior' },
    hint: {
      id: 'Tetapkan atasan, atau impor dulu data atasannya; tautan belum dipasang.',
      en: 'Assign the superior, or import them first; the link was not applied.',
    },
    remedy: 'ASSIGN_SUPERIOR',
  },
  OVERLAP: {
    label: { id: 'Riwayat tumpang tindih', en: 'Histories overlap' },
    hint: { id: 'Periksa tanggal kedua riwayat.', en: 'Check the dates of both records.' },
    remedy: 'IMPORT',
  },
  GAP: {
    label: { id: 'Ada jeda dalam riwayat', en: 'Gap in the history' },
    hint: { id: 'Lengkapi riwayat yang belum tercatat.', en: 'Complete the missing record.' },
    remedy: 'IMPORT',
  },
  GOL_DECREASE: {
    label: { id: 'Golongan turun', en: 'Rank goes down' },
    hint: { id: 'Periksa urutan SK kenaikan pangkat.', en: 'Check the order of the decrees.' },
    remedy: 'IMPORT',
  },
  GOL_JUMP: {
    label: { id: 'Golongan naik lebih dari satu tingkat', en: 'Rank rises by more than one step' },
    hint: { id: 'Lengkapi SK kenaikan pangkat yang belum tercatat.', en: 'Complete the missing decree.' },
    remedy: 'IMPORT',
  },
  TMT_BEFORE_APPOINTMENT: {
    label: { id: 'TMT golongan mendahului pengangkatan', en: 'Rank starts before the appointment' },
    hint: { id: 'Periksa TMT golongan dan NIP.', en: 'Check the start of the rank and the NIP.' },
    remedy: 'IMPORT',
  },
  DUPLICATE_CERT: {
    label: { id: 'Nomor sertifikat dipakai dua kali', en: 'Certificate number used twice' },
    hint: { id: 'Periksa apakah diklat tercatat dua kali.', en: 'Check whether the training was entered twice.' },
    remedy: 'IMPORT',
  },
  CERT_SHARED: {
    label: { id: 'Nomor sertifikat dipakai dua orang', en: 'Certificate number of two people' },
    hint: { id: 'Periksa sertifikat kedua pegawai pada penyelenggara.', en: 'Check both certificates with the provider.' },
    remedy: 'IMPORT',
  },
  DESIGN_REQUIRED: {
    label: { id: 'Program tanpa desain evaluasi', en: 'Programme without an evaluation design' },
    hint: {
      id: 'Pilih desain evaluasi sebelum program dimulai.',
      en: 'Choose an evaluation design before the programme starts.',
    },
    remedy: 'IMPORT',
  },
  UNKNOWN_COUNTER: {
    label: { id: 'Indikator penyeimbang tidak dikenal', en: 'Unknown counter-indicator' },
    hint: { id: 'Tambahkan indikatornya atau perbaiki kodenya.', en: 'Add the indicator or correct its code.' },
    remedy: 'IMPORT',
  },
  SANDBAG: {
    label: { id: 'Target di bawah capaian awal', en: 'Target below the baseline' },
    hint: { id: 'Naikkan target atau isi alasannya.', en: 'Raise the target or give the reason.' },
    remedy: 'IMPORT',
  },
  UNREALISTIC: {
    label: { id: 'Target jauh di atas capaian awal', en: 'Target far above the baseline' },
    hint: { id: 'Pastikan target dapat dicapai.', en: 'Make sure that the target can be reached.' },
    remedy: 'IMPORT',
  },
  RHK_COUNT: {
    label: { id: 'Jumlah RHK tidak antara 3 dan 10', en: 'Not between 3 and 10 results' },
    hint: { id: 'Tinjau kembali SKP bersama pegawai.', en: 'Review the plan with the employee.' },
    remedy: 'IMPORT',
  },
  UNIT_SHARE_OVER_30: {
    label: { id: 'Lebih dari 30% bobot pada indikator unit', en: 'More than 30% of the weight on unit indicators' },
    hint: { id: 'Tinjau kembali pembagian bobot.', en: 'Review the weights.' },
    remedy: 'IMPORT',
  },
  VALUE_MISMATCH: {
    label: { id: 'Nilai tidak sama dengan pembilang dibagi penyebut', en: 'Value differs from numerator by denominator' },
    hint: { id: 'Hasil bagi yang dipakai; periksa ketiga angka.', en: 'The ratio counts; check all three numbers.' },
    remedy: 'IMPORT',
  },
  EVIDENCE_MISSING: {
    label: { id: 'Bukti belum ada', en: 'Evidence is missing' },
    hint: { id: 'Lampirkan tautan bukti pada realisasi.', en: 'Attach the evidence to the measurement.' },
    remedy: 'IMPORT',
  },
  BAD_URL: {
    label: { id: 'Tautan bukti bukan alamat web', en: 'Evidence link is no web address' },
    hint: { id: 'Isi alamat http/https dari bukti.', en: 'Enter the http/https address of the evidence.' },
    remedy: 'IMPORT',
  },
  NOT_IN_SKP: {
    label: { id: 'Realisasi tanpa SKP yang memakainya', en: 'Measurement that no plan uses' },
    hint: {
      id: 'Periksa kode indikator dan subjek, atau lengkapi SKP.',
      en: 'Check indicator and subject, or complete the plan.',
    },
    remedy: 'IMPORT',
  },
  PENILAI_UNVERIFIED: {
    label: { id: 'Penilai tidak dapat diperiksa', en: 'Rater could not be checked' },
    hint: { id: 'Tetapkan atasan pegawai ini.', en: 'Assign a superior to this person.' },
    remedy: 'ASSIGN_SUPERIOR',
  },
} as const satisfies Record<string, IssueText>

/** Every kind of data issue: what is wrong, what to do, and which command mends it. */
export const issueCodes = { ...structuralIssues, ...importIssues } as const satisfies Record<string, IssueText>

export type IssueCode = keyof typeof issueCodes

export function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(issueCodes, code)
}
