import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { type EmployeeView, seesEmployee } from '../queries.ts'
import { Employee, guarded } from './employee.ts'
import { AssignmentKindEnum, DisciplineLevelEnum, PositionKindEnum } from './enums.ts'
import { Unit } from './unit.ts'

/** A record is seen by whoever may see this side of its employee. */
function ofEmployee(view: EmployeeView) {
  return ({ employeeId }: { employeeId: string }, context: Context) => seesEmployee(context, employeeId, view)
}

const base = {
  id: { field: 'id' },
  authScopes: ofEmployee('private'),
  runScopesOnType: true,
  select: { id: true, employeeId: true },
} as const

builder.prismaNode('PositionRecord', {
  ...base,
  description: 'Riwayat jabatan: a position held, with its decree.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Position as written in the decree.' }),
    positionKind: t.expose('positionKind', { type: PositionKindEnum, nullable: true, description: 'Jenis jabatan.' }),
    positionLevel: t.exposeString('positionLevel', {
      nullable: true,
      description: 'Jenjang of a functional position, eselon of a structural one.',
    }),
    assignment: t.expose('assignment', { type: AssignmentKindEnum, description: 'How the position is held.' }),
    unit: t.relation('unit', { nullable: true, description: 'The unit, where the wording of the decree names a known one.' }),
    unitName: t.exposeString('unitName', { description: 'Unit as written in the decree.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'TMT: first day.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'Last day; empty while it is held.' }),
    decreeNumber: t.exposeString('decreeNumber', { nullable: true, description: 'Number of the decree (SK).' }),
    decreeOn: t.expose('decreeOn', { type: 'Date', nullable: true, description: 'Date of the decree.' }),
  }),
})

builder.prismaNode('RankRecord', {
  ...base,
  description: 'Riwayat golongan: a rank from its TMT on.',
  fields: (t) => ({
    golongan: t.exposeString('golongan', { description: 'Golongan/ruang of a PNS (`III/c`), golongan of a PPPK (`IX`).' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'TMT: first day.' }),
    decreeNumber: t.exposeString('decreeNumber', { nullable: true, description: 'Number of the decree (SK).' }),
    decreeOn: t.expose('decreeOn', { type: 'Date', nullable: true, description: 'Date of the decree.' }),
    serviceYears: t.exposeInt('serviceYears', { nullable: true, description: 'Masa kerja golongan: whole years.' }),
    serviceMonths: t.exposeInt('serviceMonths', { nullable: true, description: 'Masa kerja golongan: months beyond the years.' }),
  }),
})

builder.prismaNode('EducationRecord', {
  ...base,
  description: 'Riwayat pendidikan: a completed formal education.',
  fields: (t) => ({
    level: t.exposeString('level', { description: 'Level, for example `S-1`.' }),
    institution: t.exposeString('institution', { description: 'School or university.' }),
    major: t.exposeString('major', { nullable: true, description: 'Field of study.' }),
    graduatedOn: t.expose('graduatedOn', { type: 'Date', nullable: true, description: 'Date of graduation.' }),
    diplomaNumber: t.exposeString('diplomaNumber', { nullable: true, description: 'Number of the diploma (ijazah).' }),
  }),
})

builder.prismaNode('TrainingRecord', {
  ...base,
  description: 'Riwayat diklat: a completed training with its declared hours.',
  fields: (t) => ({
    formId: t.exposeInt('formId', { description: 'Form of development, SIASN jenisDiklat 1–25 (LAN 10/2018).' }),
    name: t.exposeString('name', { description: 'Name of the training.' }),
    provider: t.exposeString('provider', { nullable: true, description: 'Who gave it.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Last day.' }),
    jp: t.expose('jp', { type: 'Decimal', nullable: true, description: 'Declared hours (jam pelajaran, 1 JP = 45 minutes).' }),
    certificateNumber: t.exposeString('certificateNumber', { nullable: true, description: 'Number of the certificate.' }),
  }),
})

builder.prismaNode('DisciplinaryRecord', {
  ...base,
  authScopes: ofEmployee('discipline'),
  description: 'Riwayat hukuman disiplin (PP 94/2021): a recorded decision. Restricted, and kept apart from the other histories.',
  fields: (t) => ({
    level: t.expose('level', { type: DisciplineLevelEnum, description: 'Level of the sanction.' }),
    sanction: t.exposeString('sanction', { description: 'The sanction.' }),
    decreeNumber: t.exposeString('decreeNumber', { description: 'Number of the decision.' }),
    decreeOn: t.expose('decreeOn', { type: 'Date', description: 'Date of the decision.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day of the sanction.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'Last day of the sanction.' }),
    isFinal: t.exposeBoolean('isFinal', { description: 'False while an objection against the decision runs.' }),
  }),
})

builder.prismaNode('ReportingLine', {
  ...base,
  description: 'Who appraised an employee between two dates.',
  fields: (t) => ({
    superior: t.relation('superior', {
      nullable: true,
      description: 'The penilai of that time; FORBIDDEN to those who may not see them.',
    }),
    unit: t.field({
      type: Unit,
      nullable: true,
      description: 'The unit of the employee on the first day of this line; empty when the position history does not tell.',
      select: (_args, _context, nestedSelection) => ({
        validFrom: true,
        employee: { select: { positions: { select: { validFrom: true, validTo: true, unit: nestedSelection(true) } } } },
      }),
      resolve: ({ validFrom, employee }) =>
        employee.positions.find(
          (held) => held.unit && held.validFrom <= validFrom && (!held.validTo || held.validTo >= validFrom),
        )?.unit ?? null,
    }),
    assignment: t.expose('assignment', { type: AssignmentKindEnum, description: 'How the superior held the position.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'Last day; empty while it holds.' }),
  }),
})

builder.prismaObjectFields(Employee, (t) => ({
  positions: t.relatedConnection('positions', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('private'),
    description: 'Riwayat jabatan, newest first.',
    query: { orderBy: [{ validFrom: 'desc' }, { id: 'desc' }] },
  }),
  ranks: t.relatedConnection('ranks', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('private'),
    description: 'Riwayat golongan, newest first.',
    query: { orderBy: [{ validFrom: 'desc' }, { id: 'desc' }] },
  }),
  educations: t.relatedConnection('educations', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('private'),
    description: 'Riwayat pendidikan, newest first.',
    query: { orderBy: [{ graduatedOn: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }] },
  }),
  trainings: t.relatedConnection('trainings', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('private'),
    description: 'Riwayat diklat, newest first.',
    query: { orderBy: [{ endsOn: 'desc' }, { id: 'desc' }] },
  }),
  disciplines: t.relatedConnection('disciplines', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('discipline'),
    description: 'Riwayat hukuman disiplin, newest first.',
    query: { orderBy: [{ validFrom: 'desc' }, { id: 'desc' }] },
  }),
  reportingLines: t.relatedConnection('reportingLines', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('private'),
    description: 'Superiors over time, newest first.',
    query: { orderBy: [{ validFrom: 'desc' }, { id: 'desc' }] },
  }),
}))
