import { can } from '../../identity/policy.ts'
import { dataIssueWhere, visibleDataIssues } from '../../organization/queries/issues.ts'
import { employeeWhere, unitWhere, visibleEmployees, visibleUnits } from '../../organization/queries.ts'
import { isIssueCode, issueCodes } from '../../organization/rules/issue-codes.ts'
import { behind, day, exportList, idOf, isSignedIn, shared } from './list-spec.ts'

export const employees = exportList({
  filterType: 'EmployeeFilter',
  mayExport: isSignedIn,
  read: ({ db, actor }, filter: Parameters<typeof employeeWhere>[0], after, size) =>
    db.employee.findMany({
      ...behind(after, size),
      where: { AND: [employeeWhere(filter), visibleEmployees(actor)] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      include: { unit: { select: { code: true, name: true } }, superior: { select: { nip: true } } },
    }),
}).as(idOf, [
  [shared.nip, (row) => row.nip],
  [shared.name, (row) => row.name],
  [{ id: 'GELAR DEPAN', en: 'TITLE BEFORE' }, (row) => row.titleBefore],
  [{ id: 'GELAR BELAKANG', en: 'TITLE AFTER' }, (row) => row.titleAfter],
  [{ id: 'STATUS', en: 'EMPLOYMENT' }, (row) => row.employmentType],
  [{ id: 'KEDUDUKAN HUKUM', en: 'LEGAL STANDING' }, (row) => row.legalStanding],
  [{ id: 'GOL/RUANG', en: 'RANK' }, (row) => row.golongan],
  [{ id: 'TMT GOL', en: 'RANK FROM' }, (row) => day(row.golonganFrom)],
  [shared.position, (row) => row.positionTitle],
  [{ id: 'JENJANG/ESELON', en: 'LEVEL' }, (row) => row.positionLevel],
  [{ id: 'TMT JABATAN', en: 'POSITION FROM' }, (row) => day(row.positionFrom)],
  [shared.unitCode, (row) => row.unit.code],
  [shared.unitName, (row) => row.unit.name],
  [{ id: 'NIP ATASAN', en: 'NIP OF THE SUPERIOR' }, (row) => row.superior?.nip ?? null],
])

export const units = exportList({
  filterType: 'UnitFilter',
  mayExport: isSignedIn,
  read: ({ db, actor }, filter: Parameters<typeof unitWhere>[0], after, size) =>
    db.unit.findMany({
      ...behind(after, size),
      where: { AND: [unitWhere(filter), visibleUnits(actor)] },
      orderBy: [{ code: 'asc' }, { id: 'asc' }],
      include: { parent: { select: { code: true } } },
    }),
}).as(idOf, [
  [{ id: 'KODE', en: 'CODE' }, (row) => row.code],
  [shared.name, (row) => row.name],
  [shared.kind, (row) => row.type],
  [{ id: 'KODE INDUK', en: 'PARENT CODE' }, (row) => row.parent?.code ?? null],
  [{ id: 'LAYANAN PUBLIK', en: 'PUBLIC SERVICE' }, (row) => (row.isServiceUnit ? 'Y' : 'T')],
  [{ id: 'DITUTUP', en: 'CLOSED' }, (row) => day(row.closedOn)],
])

export const dataIssues = exportList({
  filterType: 'DataIssueFilter',
  mayExport: (actor) => can(actor, 'organization.write'),
  read: ({ db, actor }, filter: Parameters<typeof dataIssueWhere>[0], after, size) =>
    db.dataIssue.findMany({
      ...behind(after, size),
      where: { AND: [dataIssueWhere(filter), visibleDataIssues(actor)] },
      orderBy: { id: 'desc' },
      include: { employee: { select: { nip: true, name: true } }, unit: { select: { code: true } } },
    }),
}).as(idOf, [
  [{ id: 'KODE', en: 'CODE' }, (row) => row.code],
  [{ id: 'TEMUAN', en: 'ISSUE' }, ({ code }, { language }) => (isIssueCode(code) ? issueCodes[code].label[language] : code)],
  [shared.state, (row) => row.state],
  [shared.nip, (row) => row.employee?.nip ?? null],
  [shared.name, (row) => row.employee?.name ?? null],
  [shared.unitCode, (row) => row.unit?.code ?? null],
  [{ id: 'BARIS', en: 'LINE' }, (row) => row.line],
  [{ id: 'RINCIAN', en: 'DETAIL' }, (row) => row.detail],
  [{ id: 'DITEMUKAN', en: 'FOUND' }, (row) => row.openedAt.toISOString()],
])
