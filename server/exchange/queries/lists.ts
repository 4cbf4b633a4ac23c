import { seesRating } from '../../appraisals/policy.ts'
import { appraisalWhere, visibleAppraisals } from '../../appraisals/queries.ts'
import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, can } from '../../identity/policy.ts'
import { currentVersions, indicatorWhere } from '../../indicators/queries.ts'
import type { Sentence } from '../../language.ts'
import { dataIssueWhere, visibleDataIssues } from '../../organization/queries/issues.ts'
import { employeeWhere, unitWhere, visibleEmployees, visibleUnits } from '../../organization/queries.ts'
import { dayText } from '../../organization/rules/days.ts'
import { isIssueCode, issueCodes } from '../../organization/rules/issue-codes.ts'

export type ExportCell = string | number | null

/** A list of the console as a file: the same filter and the same rows as over GraphQL, all of them. */
export type ExportList = {
  /** Name of its filter in the GraphQL schema. */
  readonly filterType: string
  readonly headers: readonly Sentence[]
  mayExport(actor: Actor): boolean
  /** Rows behind the one with this key, in the order of the list, with the key of the last; fewer than `size` at the end. */
  page(asker: Asker, filter: unknown, after: string | null, size: number): Promise<Page>
}

export type Asker = Pick<Context, 'db' | 'actor' | 'language'>
export type Page = { readonly rows: readonly (readonly ExportCell[])[]; readonly last: string | null }

type Column<Row> = readonly [header: Sentence, read: (row: Row, asker: Asker) => ExportCell]

/** Builds a list: where its rows come from, then what is said of each. `read` fetches the page behind a key. */
export function exportList<Row, Filter>(source: {
  readonly filterType: string
  readonly mayExport: (actor: Actor) => boolean
  readonly read: (asker: Asker, filter: Filter, after: string | null, size: number) => Promise<readonly Row[]>
}) {
  const { filterType, mayExport, read } = source
  return {
    as(keyOf: (row: Row) => string, columns: readonly Column<Row>[]): ExportList {
      return {
        filterType,
        mayExport,
        headers: columns.map(([header]) => header),
        async page(asker, filter, after, size) {
          // The filter was read by the GraphQL type of this name, which is the type of this parameter.
          const rows = await read(asker, filter as Filter, after, size)
          const last = rows.at(-1)
          return {
            rows: rows.map((row) => columns.map(([, value]) => value(row, asker))),
            last: last === undefined ? null : keyOf(last),
          }
        },
      }
    },
  }
}

/** The page behind the row with an id, however far down the list it stands. */
export function behind(after: string | null, size: number) {
  return { take: size, ...(after === null ? {} : { cursor: { id: after }, skip: 1 }) }
}

const isSignedIn = (actor: Actor) => actor.kind !== 'ANONYMOUS'
const keyOf = ({ id }: { readonly id: string }) => id
const day = (date: Date | null) => date && dayText(date)

const nip = { id: 'NIP', en: 'NIP' }
const name = { id: 'NAMA', en: 'NAME' }
const unitCode = { id: 'KODE UNIT', en: 'UNIT CODE' }
const unitName = { id: 'UNIT KERJA', en: 'UNIT' }
const position = { id: 'JABATAN', en: 'POSITION' }

const employees = exportList({
  filterType: 'EmployeeFilter',
  mayExport: isSignedIn,
  read: ({ db, actor }, filter: Parameters<typeof employeeWhere>[0], after, size) =>
    db.employee.findMany({
      ...behind(after, size),
      where: { AND: [employeeWhere(filter), visibleEmployees(actor)] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      include: { unit: { select: { code: true, name: true } }, superior: { select: { nip: true } } },
    }),
}).as(keyOf, [
  [nip, (row) => row.nip],
  [name, (row) => row.name],
  [{ id: 'GELAR DEPAN', en: 'TITLE BEFORE' }, (row) => row.titleBefore],
  [{ id: 'GELAR BELAKANG', en: 'TITLE AFTER' }, (row) => row.titleAfter],
  [{ id: 'STATUS', en: 'EMPLOYMENT' }, (row) => row.employmentType],
  [{ id: 'KEDUDUKAN HUKUM', en: 'LEGAL STANDING' }, (row) => row.legalStanding],
  [{ id: 'GOL/RUANG', en: 'RANK' }, (row) => row.golongan],
  [{ id: 'TMT GOL', en: 'RANK FROM' }, (row) => day(row.golonganFrom)],
  [position, (row) => row.positionTitle],
  [{ id: 'JENJANG/ESELON', en: 'LEVEL' }, (row) => row.positionLevel],
  [{ id: 'TMT JABATAN', en: 'POSITION FROM' }, (row) => day(row.positionFrom)],
  [unitCode, (row) => row.unit.code],
  [unitName, (row) => row.unit.name],
  [{ id: 'NIP ATASAN', en: 'NIP OF THE SUPERIOR' }, (row) => row.superior?.nip ?? null],
])

const units = exportList({
  filterType: 'UnitFilter',
  mayExport: isSignedIn,
  read: ({ db, actor }, filter: Parameters<typeof unitWhere>[0], after, size) =>
    db.unit.findMany({
      ...behind(after, size),
      where: { AND: [unitWhere(filter), visibleUnits(actor)] },
      orderBy: [{ code: 'asc' }, { id: 'asc' }],
      include: { parent: { select: { code: true } } },
    }),
}).as(keyOf, [
  [{ id: 'KODE', en: 'CODE' }, (row) => row.code],
  [name, (row) => row.name],
  [{ id: 'JENIS', en: 'TYPE' }, (row) => row.type],
  [{ id: 'KODE INDUK', en: 'PARENT CODE' }, (row) => row.parent?.code ?? null],
  [{ id: 'LAYANAN PUBLIK', en: 'PUBLIC SERVICE' }, (row) => (row.isServiceUnit ? 'Y' : 'T')],
  [{ id: 'DITUTUP', en: 'CLOSED' }, (row) => day(row.closedOn)],
])

type AppraisalRow = Prisma.AppraisalGetPayload<{
  include: {
    employee: { select: { nip: true; name: true } }
    period: { select: { key: true } }
    penilai: { select: { nip: true } }
  }
}>

/** Ratings that the caller may not read yet stay blank. */
const rated =
  (read: (row: AppraisalRow) => ExportCell) =>
  (row: AppraisalRow, { actor }: Asker) =>
    seesRating(actor, row) ? read(row) : null

const appraisals = exportList({
  filterType: 'AppraisalFilter',
  mayExport: (actor) => can(actor, 'appraisals.read'),
  read: ({ db, actor }, filter: Parameters<typeof appraisalWhere>[0], after, size) =>
    db.appraisal.findMany({
      ...behind(after, size),
      where: { AND: [appraisalWhere(filter), visibleAppraisals(actor)] },
      orderBy: [{ employee: { name: 'asc' } }, { id: 'asc' }],
      include: {
        employee: { select: { nip: true, name: true } },
        period: { select: { key: true } },
        penilai: { select: { nip: true } },
      },
    }),
}).as(keyOf, [
  [nip, (row) => row.employee.nip],
  [name, (row) => row.employee.name],
  [{ id: 'PERIODE', en: 'PERIOD' }, (row) => row.period.key],
  [{ id: 'UNIT', en: 'UNIT' }, (row) => row.unitPath],
  [position, (row) => row.positionTitle],
  [{ id: 'NIP PENILAI', en: 'NIP OF THE PENILAI' }, (row) => row.penilai?.nip ?? null],
  [{ id: 'SISTEM', en: 'SYSTEM' }, (row) => row.system],
  [{ id: 'STATUS', en: 'STATE' }, (row) => row.state],
  [{ id: 'HASIL KERJA', en: 'WORK RESULT' }, rated((row) => row.resultRating)],
  [{ id: 'NILAI TERTIMBANG', en: 'WEIGHTED SCORE' }, rated((row) => row.weightedScore?.toNumber() ?? null)],
  [{ id: 'PERILAKU', en: 'BEHAVIOUR' }, rated((row) => row.behaviourRating)],
  [{ id: 'PREDIKAT', en: 'PREDIKAT' }, rated((row) => row.predikat)],
  [{ id: 'ALASAN TANPA PREDIKAT', en: 'REASON WITHOUT PREDIKAT' }, rated((row) => row.noPredikatReason)],
])

const indicators = exportList({
  filterType: 'IndicatorFilter',
  mayExport: isSignedIn,
  read: ({ db, actor }, filter: Parameters<typeof indicatorWhere>[0], after, size) =>
    db.indicator.findMany({
      ...behind(after, size),
      where: indicatorWhere(filter, actor),
      orderBy: [{ code: 'asc' }, { id: 'asc' }],
      include: { versions: { where: currentVersions, take: 1 } },
    }),
}).as(keyOf, [
  [{ id: 'KODE IKI', en: 'CODE' }, (row) => row.code],
  [{ id: 'NAMA INDIKATOR', en: 'INDICATOR' }, (row) => row.name],
  [{ id: 'STATUS', en: 'STATE' }, (row) => row.state],
  [{ id: 'VERSI', en: 'VERSION' }, (row) => row.versions[0]?.version ?? null],
  [{ id: 'ASPEK', en: 'ASPECT' }, (row) => row.versions[0]?.aspect ?? null],
  [{ id: 'SATUAN', en: 'UNIT OF MEASURE' }, (row) => row.versions[0]?.unit ?? null],
  [{ id: 'POLARITAS', en: 'POLARITY' }, (row) => row.versions[0]?.polarity ?? null],
  [{ id: 'AGREGASI', en: 'AGGREGATION' }, (row) => row.versions[0]?.aggregation ?? null],
  [{ id: 'FREKUENSI', en: 'FREQUENCY' }, (row) => row.versions[0]?.frequency ?? null],
  [{ id: 'TARGET', en: 'TARGET' }, (row) => row.versions[0]?.target?.toNumber() ?? null],
  [{ id: 'ATRIBUSI', en: 'ATTRIBUTION' }, (row) => row.versions[0]?.attribution ?? null],
  [{ id: 'SUMBER DATA', en: 'SOURCE SYSTEM' }, (row) => row.versions[0]?.sourceSystem ?? null],
  [{ id: 'PEMILIK DATA', en: 'SOURCE OWNER' }, (row) => row.versions[0]?.sourceOwner ?? null],
])

const dataIssues = exportList({
  filterType: 'DataIssueFilter',
  mayExport: (actor) => can(actor, 'organization.write'),
  read: ({ db, actor }, filter: Parameters<typeof dataIssueWhere>[0], after, size) =>
    db.dataIssue.findMany({
      ...behind(after, size),
      where: { AND: [dataIssueWhere(filter), visibleDataIssues(actor)] },
      orderBy: { id: 'desc' },
      include: { employee: { select: { nip: true, name: true } }, unit: { select: { code: true } } },
    }),
}).as(keyOf, [
  [{ id: 'KODE', en: 'CODE' }, (row) => row.code],
  [{ id: 'TEMUAN', en: 'ISSUE' }, ({ code }, { language }) => (isIssueCode(code) ? issueCodes[code].label[language] : code)],
  [{ id: 'STATUS', en: 'STATE' }, (row) => row.state],
  [nip, (row) => row.employee?.nip ?? null],
  [name, (row) => row.employee?.name ?? null],
  [unitCode, (row) => row.unit?.code ?? null],
  [{ id: 'BARIS', en: 'LINE' }, (row) => row.line],
  [{ id: 'RINCIAN', en: 'DETAIL' }, (row) => row.detail],
  [{ id: 'DITEMUKAN', en: 'FOUND' }, (row) => row.openedAt.toISOString()],
])

/** Lists by the name in their address, `/exports/employees.csv`. Later areas add theirs. */
export const exportLists: Readonly<Record<string, ExportList>> = {
  employees,
  units,
  appraisals,
  indicators,
  'data-issues': dataIssues,
}
