import { createHash } from 'node:crypto'
import { readTable } from '../exchange/readers.ts'
import { toCsv } from '../exchange/rules/guard.ts'
import { mapTable } from '../exchange/rules/headers.ts'
import { pegawai, type StaffRow } from '../exchange/rules/kinds/pegawai.ts'
import { type StaffKey, staffColumns } from '../exchange/rules/kinds/pegawai-columns.ts'
import { type RowOutcome, summarise } from '../exchange/rules/outcome.ts'
import type { Table } from '../exchange/rules/table.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { addDays, type Calendar, isoDay } from './calendar.ts'
import { fullCode, type Unit } from './city.ts'
import type { Random } from './random.ts'

export type StaffFile = {
  readonly run: Prisma.ImportRunCreateManyInput & { readonly id: string }
  readonly rows: Prisma.ImportRowCreateManyInput[]
  readonly issues: Prisma.DataIssueCreateManyInput[]
  /** What an import leaves on each employee of the file: NIP → columns. */
  readonly sources: ReadonlyMap<string, { readonly importRunId: string; readonly sourceHash: string }>
}

/** The offices whose staff list came as a file. */
const offices = ['07', '09', '17'].map(fullCode)

type Employee = Prisma.EmployeeCreateManyInput

/**
 * A staff list as a clerk sent it: the people of three offices and some rows that cannot be right, judged by the rules of a real import.
 * The people themselves are part of the city; this is the run that brought them in.
 */
export async function buildStaffFile(
  employees: readonly Employee[],
  units: readonly Unit[],
  startedById: string,
  random: Random,
  calendar: Calendar,
): Promise<StaffFile> {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const nipById = new Map(employees.map(({ id, nip }) => [id, nip]))
  const inFile = employees.filter(({ unitId }) => offices.includes(unitById.get(unitId)?.code ?? ''))
  const good = inFile.map((employee) =>
    cellsOf(employee, unitById.get(employee.unitId), nipById.get(employee.superiorId ?? undefined)),
  )
  const text = toCsv([keys.map((key) => staffColumns[key].header), ...good, ...faultyRows(good)])
  const table = await readTable(Buffer.from(text))
  const today = isoDay(addDays(calendar.today, -30))
  const known = new Map(employees.map(({ nip }) => [nip, { superiorNip: null }]))
  const facts = { units: new Set(units.map(({ code }) => code)), employees: known, existing: new Map<string, string>() }
  const { outcomes, records } = pegawai.judge(mapTable(pegawai, table), facts, { today, year: calendar.thisYear })
  const { documents, ...report } = summarise(outcomes, table)
  const id = random.id()
  const at = addDays(calendar.now, -30)
  const run = {
    id,
    kind: pegawai.name,
    fileName: 'pegawai-dukcapil-bkpsdm.csv',
    fileHash: createHash('sha256').update(text).digest('hex'),
    isDryRun: false,
    state: 'FINISHED' as const,
    startedById,
    clockAt: at,
    year: calendar.thisYear,
    totalRows: report.rows,
    committedRows: report.rows,
    writtenRecords: records.length,
    report,
    headers: [...table.headers],
    createdAt: at,
    finishedAt: at,
  }
  return {
    run,
    rows: outcomes.filter(({ outcome }) => outcome !== 'ACCEPTED').map((outcome) => rowOf(outcome, table, id)),
    issues: outcomes.flatMap((outcome) => issuesOf(outcome, records, employees, id, random, at)),
    sources: new Map(records.map(({ nip, sourceHash }) => [nip, { importRunId: id, sourceHash }])),
  }
}

const keys = Object.keys(staffColumns) as StaffKey[]

const statuses = { PNS: 'PNS', CPNS: 'CPNS', PPPK: 'PPPK', PPPK_PARUH_WAKTU: 'PPPK Paruh Waktu' } as const

function cellsOf(employee: Employee, unit: Unit | undefined, superiorNip: string | undefined): string[] {
  const date = (value: Date | string | null | undefined) => (value instanceof Date ? isoDay(value) : '')
  const cells: Record<StaffKey, string> = {
    nip: employee.nip,
    name: employee.name,
    titleBefore: employee.titleBefore ?? '',
    titleAfter: employee.titleAfter ?? '',
    birthPlace: employee.birthPlace ?? '',
    birthOn: date(employee.birthOn),
    sex: employee.sex === 'MALE' ? 'L' : 'P',
    status: statuses[employee.employmentType],
    golongan: employee.golongan ?? '',
    golonganFrom: date(employee.golonganFrom),
    positionTitle: employee.positionTitle,
    positionKind: employee.positionKind ?? '',
    positionLevel: employee.positionLevel ?? '-',
    positionFrom: date(employee.positionFrom),
    unitName: unit?.name ?? '',
    unitCode: unit?.code ?? '',
    // The clerk of the archive named somebody whom nobody knows.
    superiorNip: superiorNip ?? '196001011985031901',
    email: employee.email ?? '',
    phone: employee.phone ?? '',
    legalStanding: (employee.legalStanding ?? 'AKTIF').replaceAll('_', ' '),
  }
  return keys.map((key) => cells[key])
}

/** Rows of the kinds that clerks send: impossible dates, an unknown unit, a wrong rank, a missing name, and one sent twice. */
function faultyRows(good: readonly (readonly string[])[]): string[][] {
  const faults: readonly Partial<Record<StaffKey, string>>[] = [
    { nip: '198913412015051901' },
    { nip: '198902172015051902', unitCode: '9971.77' },
    { nip: '199002172016051903', golongan: 'III/e' },
    { nip: '199102172017051904', birthOn: '31/02/1991' },
    { nip: '199202172018051905', name: '' },
    {},
  ]
  const pattern = good[0] ?? keys.map(() => '')
  return faults.map((fault) => keys.map((key, index) => fault[key] ?? pattern[index] ?? ''))
}

function rowOf(
  { line, outcome, codes, warnings, column }: RowOutcome,
  table: Table,
  importRunId: string,
): Prisma.ImportRowCreateManyInput {
  const cells = table.rows.find((row) => row.line === line)?.cells ?? []
  return { importRunId, line, outcome, codes: [...codes, ...warnings], column, cells: cells.map(String) }
}

function issuesOf(
  { line, key, warnings }: RowOutcome,
  records: readonly StaffRow[],
  employees: readonly Employee[],
  importRunId: string,
  random: Random,
  openedAt: Date,
) {
  const employee = employees.find(({ nip }) => nip === key)
  const record = records.find(({ nip }) => nip === key)
  return warnings.map((code): Prisma.DataIssueCreateManyInput => {
    const detail =
      code === 'UNKNOWN_SUPERIOR' ? `NIP ATASAN ${record?.statedSuperiorNip}` : `${key} · TANGGAL LAHIR ${record?.birthOn}`
    return {
      id: random.id(),
      code,
      employeeId: employee?.id ?? null,
      unitId: employee?.unitId ?? null,
      importRunId,
      line,
      detail,
      dedupeKey: `pegawai:${key}:${code}`,
      openedAt,
    }
  })
}
