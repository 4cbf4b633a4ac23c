import { DomainError } from '../../errors.ts'
import type { Sentence } from './row-codes.ts'
import type { MappedTable, Table } from './table.ts'

/** One column that an import kind reads. */
export interface Column {
  /** Header as the templates write it. */
  readonly header: string
  /** The file cannot be read without this column. */
  readonly required: boolean
  readonly synonyms: readonly string[]
  readonly label: Sentence
}

export type Columns<Key extends string> = Readonly<Record<Key, Column>>

export interface HeaderMapping<Key extends string> {
  /** Index of each column in the file, -1 where the file lacks it. */
  readonly columns: Readonly<Record<Key, number>>
  /** Headers of the file that nothing reads. */
  readonly unknown: readonly string[]
  /** Canonical headers of required columns that the file lacks. */
  readonly missing: readonly string[]
}

/** Chosen by a person: column key → header of the file, or null to leave the column out. */
export type HeaderOverride<Key extends string> = Partial<Record<Key, string | null>>

/**
 * Finds the columns of a kind among the headers of a file, whatever their case, punctuation and blanks.
 * An override wins, then the canonical header, then a synonym; of equal headers the first. Each header serves one column.
 * @throws DomainError INVALID_INPUT when an override names a header or a column that does not exist.
 */
export function mapHeaders<Key extends string>(
  kind: { readonly columns: Columns<Key> },
  headers: readonly string[],
  override: HeaderOverride<Key> = {},
): HeaderMapping<Key> {
  const keys = Object.keys(kind.columns) as Key[]
  const names = headers.map(headerKey)
  const columns = Object.fromEntries(keys.map((key) => [key, -1])) as Record<Key, number>
  const taken = new Set<number>()
  const place = (key: Key, index: number) => {
    if (index < 0 || taken.has(index)) return
    columns[key] = index
    taken.add(index)
  }
  refuseUnknownOverrides(keys, names, override)
  for (const key of keys) if (override[key]) place(key, names.indexOf(headerKey(override[key])))
  const open = keys.filter((key) => override[key] === undefined)
  for (const key of open) place(key, names.indexOf(headerKey(kind.columns[key].header)))
  for (const key of open) {
    if (columns[key] >= 0) continue
    const wanted = kind.columns[key].synonyms.map(headerKey)
    place(
      key,
      names.findIndex((name, index) => !taken.has(index) && wanted.includes(name)),
    )
  }
  return {
    columns,
    unknown: headers.filter((header, index) => header.trim() !== '' && !taken.has(index)),
    missing: keys.filter((key) => kind.columns[key].required && columns[key] < 0).map((key) => kind.columns[key].header),
  }
}

/**
 * The table with its columns found.
 * @throws DomainError INVALID_INPUT listing the required columns that the file lacks, one field each.
 */
export function mapTable<Key extends string>(
  kind: { readonly name: string; readonly columns: Columns<Key> },
  table: Pick<Table, 'headers' | 'rows'>,
  override: HeaderOverride<Key> = {},
): MappedTable<Key> {
  const { columns, missing } = mapHeaders(kind, table.headers, override)
  if (missing.length > 0) {
    const fields = Object.fromEntries(missing.map((header) => [header, 'MISSING_COLUMN']))
    throw new DomainError('INVALID_INPUT', `Kolom wajib untuk impor ${kind.name} tidak ditemukan: ${missing.join(', ')}.`, fields)
  }
  return { rows: table.rows, width: table.headers.length, columns }
}

/** Builds a column of a kind's table; keeps those tables readable. */
export function column(
  header: string,
  id: string,
  en: string,
  options: { required?: boolean; synonyms?: readonly string[] } = {},
): Column {
  return { header, required: options.required ?? false, synonyms: options.synonyms ?? [], label: { id, en } }
}

function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function refuseUnknownOverrides<Key extends string>(
  keys: readonly Key[],
  names: readonly string[],
  override: HeaderOverride<Key>,
): void {
  for (const [key, header] of Object.entries<string | null | undefined>(override)) {
    if (!keys.some((known) => known === key))
      throw new DomainError('INVALID_INPUT', `Kolom ${key} tidak dikenal.`, { [key]: 'UNKNOWN_COLUMN' })
    if (header && !names.includes(headerKey(header)))
      throw new DomainError('INVALID_INPUT', `Berkas tidak mempunyai kolom "${header}".`, { [key]: 'MISSING_COLUMN' })
  }
}
