import { DomainError } from '../../errors.ts'
import type { Sentence } from '../rules/row-codes.ts'

/** Bounds of a table that is read in. */
export const maxColumns = 300
export const maxRows = 300_000

/** Why a file is not read at all. The reason travels in `fields.file` of the error. */
export const fileRefusals = {
  EMPTY: { id: 'Berkas kosong (0 bita).', en: 'The file is empty (0 bytes).' },
  FILE_TOO_LARGE: { id: 'Berkas terlalu besar. Bagi menjadi beberapa berkas.', en: 'The file is too large. Split it.' },
  UNPACKED_TOO_LARGE: {
    id: 'Isi buku kerja terlalu besar setelah dibuka dari kompresi.',
    en: 'The workbook is too large once it is unpacked.',
  },
  TOO_MANY_COLUMNS: {
    id: `Berkas mempunyai lebih dari ${maxColumns} kolom.`,
    en: `The file has more than ${maxColumns} columns.`,
  },
  TOO_MANY_ROWS: {
    id: `Berkas mempunyai lebih dari ${maxRows} baris. Bagi menjadi beberapa berkas.`,
    en: `The file has more than ${maxRows} rows. Split it.`,
  },
  RECORD_TOO_LONG: {
    id: 'Satu baris terlalu panjang; mungkin tanda kutip tidak ditutup.',
    en: 'A record is too long; a quote may be missing.',
  },
  NUL_BYTES: {
    id: 'Berkas berisi bita NUL: bukan CSV, atau tersimpan sebagai UTF-16. Simpan ulang sebagai CSV UTF-8.',
    en: 'The file holds NUL bytes: it is not CSV, or it is UTF-16. Save it again as CSV UTF-8.',
  },
  NOT_A_TABLE: { id: 'Isi berkas bukan tabel CSV atau XLSX.', en: 'The file is neither a CSV nor an XLSX table.' },
  BROKEN_QUOTES: {
    id: 'Tanda kutip tidak ditutup sampai akhir berkas.',
    en: 'A quote is not closed before the end of the file.',
  },
  NO_HEADER: { id: 'Baris judul kolom tidak ditemukan.', en: 'There is no header row.' },
  ENCRYPTED: {
    id: 'Buku kerja dilindungi kata sandi. Simpan tanpa kata sandi.',
    en: 'The workbook is protected by a password. Save it without.',
  },
  OLD_WORKBOOK: {
    id: 'Format Excel lama (.xls). Simpan ulang sebagai .xlsx atau CSV.',
    en: 'This is the old Excel format (.xls). Save it as .xlsx or CSV.',
  },
  BROKEN_WORKBOOK: { id: 'Buku kerja rusak dan tidak dapat dibaca.', en: 'The workbook is damaged and cannot be read.' },
} as const satisfies Record<string, Sentence>

export type FileRefusal = keyof typeof fileRefusals

const tooLarge: ReadonlySet<FileRefusal> = new Set(['FILE_TOO_LARGE', 'UNPACKED_TOO_LARGE', 'TOO_MANY_COLUMNS', 'TOO_MANY_ROWS'])

export function refuseFile(reason: FileRefusal): DomainError {
  return new DomainError(tooLarge.has(reason) ? 'TOO_LARGE' : 'INVALID_INPUT', fileRefusals[reason].id, { file: reason })
}
