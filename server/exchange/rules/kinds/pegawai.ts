import { nipWarnings, type ParsedNip, parseNip } from '../../../organization/rules/nip.ts'
import {
  isSuspectName,
  nipKey,
  readChoice,
  readCode,
  readNip,
  readOptionalChoice,
  readOptionalText,
  readPhone,
  readText,
} from '../cells.ts'
import { readDate } from '../dates.ts'
import { fingerprint } from '../fingerprint.ts'
import { type EmploymentType, readGolongan } from '../golongan.ts'
import type { RowCode } from '../row-codes.ts'
import { type Cell, cellAt, type MappedTable, rawText, type TableRow } from '../table.ts'
import {
  type Existing,
  type ImportClock,
  type ImportKind,
  judgeRows,
  type Known,
  refuse,
  type Sourced,
  type Verdict,
} from './kind.ts'
import { type StaffKey, staffColumns } from './pegawai-columns.ts'
import { type PositionKind, readPositionKind, readPositionLevel } from './positions.ts'
import { applySuperiors } from './superiors.ts'

export type Sex = 'MALE' | 'FEMALE'
export type LegalStanding = (typeof legalStandings)[number]

const legalStandings = [
  'AKTIF',
  'CLTN',
  'TUGAS_BELAJAR',
  'PEMBERHENTIAN_SEMENTARA',
  'HUKUMAN_DISIPLIN',
  'MPP',
  'DIBERHENTIKAN',
  'PEMBERHENTIAN_DENGAN_HAK_PENSIUN',
  'PEMBERHENTIAN_TANPA_HAK_PENSIUN',
  'PENSIUN',
] as const

const statusChoices: ReadonlyMap<string, EmploymentType> = new Map([
  ['PNS', 'PNS'],
  ['CPNS', 'CPNS'],
  ['PPPK', 'PPPK'],
  ['PPPK PARUH WAKTU', 'PPPK_PARUH_WAKTU'],
])

const sexChoices: ReadonlyMap<string, Sex> = new Map([
  ['L', 'MALE'],
  ['LAKI LAKI', 'MALE'],
  ['P', 'FEMALE'],
  ['PEREMPUAN', 'FEMALE'],
])

const standingChoices: ReadonlyMap<string, LegalStanding> = new Map(
  legalStandings.map((standing) => [standing.replaceAll('_', ' '), standing]),
)

export interface StaffFacts {
  /** Accepted units, by code. */
  readonly units: Known
  /** Employees that earlier imports stored, by NIP, with the superior that is applied. */
  readonly employees: ReadonlyMap<string, { readonly superiorNip: string | null }>
  readonly existing: Existing
}

/** Dates are ISO text. */
export interface StaffRow extends Sourced {
  readonly nip: string
  readonly name: string
  readonly titleBefore: string | null
  readonly titleAfter: string | null
  readonly birthPlace: string | null
  readonly birthOn: string | null
  readonly sex: Sex | null
  readonly employmentType: EmploymentType
  readonly golongan: string | null
  readonly golonganFrom: string | null
  readonly positionTitle: string
  readonly positionKind: PositionKind | null
  readonly positionLevel: string | null
  readonly positionFrom: string | null
  /** Decides where the person belongs; `unitName` is what the list calls it. */
  readonly unitCode: string
  readonly unitName: string
  readonly statedSuperiorNip: string | null
  /** The link that is applied; null where none is stated or where it is refused. */
  superiorNip: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly legalStanding: LegalStanding
}

/** Staff lists, CSV or XLSX, under our headers or another clerk's. Key: NIP. Rows are compared after normalising. */
export const pegawai: ImportKind<'pegawai', StaffKey, StaffFacts, StaffRow> = {
  name: 'pegawai',
  columns: staffColumns,
  judge(table, facts, clock) {
    const { outcomes, records, owners } = judgeRows(table, facts.existing, (row) => examine(row, table, facts, clock))
    applySuperiors(records, owners, (nip) => facts.employees.get(nip))
    return { outcomes, records }
  },
}

const requiredKeys = ['nip', 'name', 'status', 'positionTitle', 'unitCode'] as const

function examine(row: TableRow, table: MappedTable<StaffKey>, facts: StaffFacts, clock: ImportClock): Verdict<StaffRow> {
  const cell = (key: StaffKey): Cell => cellAt(row, table.columns[key])
  const header = (key: StaffKey): string => staffColumns[key].header
  for (const key of requiredKeys) if (readText(cell(key)) === '') return refuse('REQUIRED', header(key))
  const nip = readNip(cell('nip'))
  if (!nip.ok) return refuse(nip.code, header('nip'))
  const parsed = parseNip(nip.value, clock.today)
  if (!parsed.valid) return { codes: parsed.errors, column: header('nip') }
  const status = readChoice(cell('status'), statusChoices)
  if (!status.ok) return refuse(status.code, header('status'))
  const sex = readOptionalChoice(cell('sex'), sexChoices)
  if (!sex.ok) return refuse(sex.code, header('sex'))
  // An unknown standing would decide silently whether the person is appraised at all.
  const standing = readOptionalChoice(cell('legalStanding'), standingChoices)
  if (!standing.ok) return refuse(standing.code, header('legalStanding'))
  const birthOn = readDate(cell('birthOn'))
  if (!birthOn.ok) return refuse(birthOn.code, header('birthOn'))
  const golonganFrom = readDate(cell('golonganFrom'))
  if (!golonganFrom.ok) return refuse(golonganFrom.code, header('golonganFrom'))
  const positionFrom = readDate(cell('positionFrom'))
  if (!positionFrom.ok) return refuse(positionFrom.code, header('positionFrom'))
  const golongan =
    rawText(cell('golongan')) === '' ? ({ ok: true, value: null } as const) : readGolongan(cell('golongan'), status.value)
  if (!golongan.ok) return refuse(golongan.code, header('golongan'))
  const unitCode = readCode(cell('unitCode'))
  if (!facts.units.has(unitCode)) return refuse('UNKNOWN_UNIT', header('unitCode'))
  const superior = cell('superiorNip')
  const values = {
    nip: nip.value,
    name: readText(cell('name')),
    titleBefore: readOptionalText(cell('titleBefore')),
    titleAfter: readOptionalText(cell('titleAfter')),
    birthPlace: readOptionalText(cell('birthPlace')),
    birthOn: birthOn.value,
    sex: sex.value,
    employmentType: status.value,
    golongan: golongan.value,
    golonganFrom: golonganFrom.value,
    positionTitle: readText(cell('positionTitle')),
    positionKind: readPositionKind(cell('positionKind')),
    positionLevel: readPositionLevel(cell('positionLevel')),
    positionFrom: positionFrom.value,
    unitCode,
    unitName: readText(cell('unitName')),
    statedSuperiorNip: rawText(superior) === '' ? null : nipKey(superior),
    email: readOptionalText(cell('email')),
    phone: readPhone(cell('phone')),
    legalStanding: standing.value ?? 'AKTIF',
  }
  const record: StaffRow = {
    line: row.line,
    key: nip.value,
    sourceHash: fingerprint(Object.values(values)),
    ...values,
    superiorNip: null,
  }
  return { record, warnings: warningsOf(values, parsed, cell('name')) }
}

function warningsOf({ birthOn, sex }: Pick<StaffRow, 'birthOn' | 'sex'>, parsed: ParsedNip, name: Cell): RowCode[] {
  const warnings: RowCode[] = [...nipWarnings(parsed)]
  if (birthOn !== null && birthOn !== parsed.birthDate) warnings.push('NIP_BIRTH_MISMATCH')
  if (sex !== null && sex !== (parsed.sex === 'M' ? 'MALE' : 'FEMALE')) warnings.push('NIP_SEX_MISMATCH')
  if (isSuspectName(name)) warnings.push('NAME_SUSPECT')
  return warnings
}
