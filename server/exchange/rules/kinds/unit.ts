import { choicesOf, readChoice, readCode, readOptionalChoice, readText, yesNo } from '../cells.ts'
import { column } from '../headers.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const unitTypes = [
  'PEMDA',
  'SETDA',
  'SETWAN',
  'INSPEKTORAT',
  'DINAS',
  'BADAN',
  'KECAMATAN',
  'KELURAHAN',
  'UPTD',
  'SEKOLAH',
  'PUSKESMAS',
  'RSUD',
  'BAGIAN',
  'BIDANG',
  'SEKSI',
  'TIM_KERJA',
] as const

export type UnitType = (typeof unitTypes)[number]

const columns = {
  code: column('KODE', 'Kode unit', 'Unit code', { required: true, synonyms: ['KODE UNIT', 'Kode Unor'] }),
  name: column('NAMA', 'Nama unit', 'Unit name', { required: true, synonyms: ['NAMA UNIT', 'Unit Organisasi'] }),
  type: column('JENIS', 'Jenis unit', 'Unit type', { required: true, synonyms: ['JENIS UNIT'] }),
  parentCode: column('KODE INDUK', 'Kode unit induk', 'Parent code', { required: true, synonyms: ['INDUK', 'KODE UNIT INDUK'] }),
  isServiceUnit: column('LAYANAN PUBLIK', 'Unit layanan publik (Y/T)', 'Public service unit (Y/T)'),
} as const

type Key = keyof typeof columns

export interface UnitFacts {
  /** Units that earlier imports stored, by code. */
  readonly units: Known
  readonly existing: Existing
}

export interface UnitRow extends Sourced {
  readonly code: string
  readonly name: string
  readonly type: UnitType
  /** Null for the root. The parent may stand later in the file. */
  readonly parentCode: string | null
  readonly isServiceUnit: boolean
}

/** The organisation tree (domain C5). Key: KODE. Children may stand before their parents. */
export const unit: ImportKind<'unit', Key, UnitFacts, UnitRow> = {
  name: 'unit',
  columns,
  judge(table, facts) {
    const hashOf = rowHasher(columns, table)
    const parents = statedParents(table)
    const rooted = rootedCodes(parents, facts.units)
    const { outcomes, records } = judgeRows<Key, UnitRow>(table, facts.existing, (row) => {
      const values = readValues(row, table)
      if ('codes' in values) return values
      const { parentCode } = values
      if (parentCode !== null && !rooted.has(parentCode)) {
        return refuse(isCircular(parentCode, parents) ? 'UNIT_CYCLE' : 'UNKNOWN_UNIT', columns.parentCode.header)
      }
      return { record: { line: row.line, key: values.code, sourceHash: hashOf(row), ...values }, warnings: [] }
    })
    return { outcomes, records }
  },
}

const typeChoices = choicesOf(unitTypes)

function readValues(row: TableRow, { columns: at }: MappedTable<Key>): Refusal | Omit<UnitRow, keyof Sourced> {
  const code = readCode(cellAt(row, at.code))
  if (!code) return refuse('REQUIRED', columns.code.header)
  const name = readText(cellAt(row, at.name))
  if (!name) return refuse('REQUIRED', columns.name.header)
  const type = readChoice(cellAt(row, at.type), typeChoices)
  if (!type.ok) return refuse(type.code, columns.type.header)
  const isServiceUnit = readOptionalChoice(cellAt(row, at.isServiceUnit), yesNo)
  if (!isServiceUnit.ok) return refuse(isServiceUnit.code, columns.isServiceUnit.header)
  const parentCode = readCode(cellAt(row, at.parentCode)) || null
  return { code, name, type: type.value, parentCode, isServiceUnit: isServiceUnit.value ?? false }
}

/** First pass: every well-formed row's code with the parents that are stated for it. */
function statedParents(table: MappedTable<Key>): Map<string, Set<string | null>> {
  const parents = new Map<string, Set<string | null>>()
  for (const row of table.rows) {
    const values = row.cells.length === table.width ? readValues(row, table) : refuse('COLUMN_COUNT')
    if ('codes' in values) continue
    const stated = parents.get(values.code) ?? new Set()
    parents.set(values.code, stated.add(values.parentCode))
  }
  return parents
}

/** Codes that hang, over any number of rows, on a root or on a stored unit: only these can be stored. */
function rootedCodes(parents: ReadonlyMap<string, ReadonlySet<string | null>>, stored: Known): Known {
  const children = new Map<string, string[]>()
  const waiting: string[] = []
  const rooted = new Set<string>()
  for (const [code, stated] of parents) {
    for (const parent of stated) {
      if (parent === null || stored.has(parent)) waiting.push(code)
      else children.set(parent, [...(children.get(parent) ?? []), code])
    }
  }
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (rooted.has(code)) continue
    rooted.add(code)
    waiting.push(...(children.get(code) ?? []))
  }
  return { has: (code) => rooted.has(code) || stored.has(code) }
}

function isCircular(start: string, parents: ReadonlyMap<string, ReadonlySet<string | null>>): boolean {
  const seen = new Set<string>()
  let code: string | null | undefined = start
  while (code !== null && code !== undefined) {
    if (seen.has(code)) return true
    seen.add(code)
    const [next]: (string | null)[] = [...(parents.get(code) ?? [])]
    code = next
  }
  return false
}
