import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { type EmployeeFacet, employeeFacets } from '../queries/facets.ts'
import { type EmployeeView, employeeWhere, seesEmployee, visibleEmployees } from '../queries.ts'
import { fullName } from '../rules/names.ts'
import { EmploymentTypeEnum, LegalStandingEnum, PositionKindEnum, SexEnum } from './enums.ts'

/** Guard of a field that only some of those who see an employee may read. */
export function guarded(view: EmployeeView) {
  return (employee: { id: string }, _args: unknown, context: Context) => seesEmployee(context, employee.id, view)
}

export const Employee = builder.prismaNode('Employee', {
  id: { field: 'id' },
  description:
    'A civil servant (pegawai ASN) as of today. Personal data and histories are FORBIDDEN to those who only see the name.',
  authScopes: (employee, context) => seesEmployee(context, employee.id, 'visible'),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    nip: t.expose('nip', { type: 'Nip', description: 'NIP or NI PPPK (F16).' }),
    name: t.exposeString('name', { description: 'Name without titles.' }),
    titleBefore: t.exposeString('titleBefore', { nullable: true, description: 'Titles written before the name.' }),
    titleAfter: t.exposeString('titleAfter', { nullable: true, description: 'Titles written after the name.' }),
    fullName: t.string({
      description: 'Name with its titles, as on a decree.',
      select: { name: true, titleBefore: true, titleAfter: true },
      resolve: ({ name, titleBefore, titleAfter }) => fullName(name, titleBefore, titleAfter),
    }),
    unit: t.relation('unit', { description: 'Unit of placement today.' }),
    superior: t.relation('superior', {
      nullable: true,
      description: 'Penilai by the present reporting line; empty when none is applied.',
    }),
    positionTitle: t.exposeString('positionTitle', { description: 'Present position.' }),
    positionKind: t.expose('positionKind', { type: PositionKindEnum, nullable: true, description: 'Jenis jabatan.' }),
    positionLevel: t.exposeString('positionLevel', {
      nullable: true,
      description: 'Jenjang of a functional position, eselon of a structural one.',
    }),
    positionFrom: t.expose('positionFrom', { type: 'Date', nullable: true, description: 'TMT of the present position.' }),
    employmentType: t.expose('employmentType', { type: EmploymentTypeEnum, description: 'Status kepegawaian.' }),
    legalStanding: t.expose('legalStanding', {
      type: LegalStandingEnum,
      description: 'Kedudukan hukum; it decides who is appraised.',
    }),
    golongan: t.exposeString('golongan', {
      nullable: true,
      description: 'Golongan/ruang of a PNS (`III/c`), golongan of a PPPK (`IX`).',
    }),
    golonganFrom: t.expose('golonganFrom', { type: 'Date', nullable: true, description: 'TMT of the present golongan.' }),
    sex: t.expose('sex', { type: SexEnum, nullable: true, authScopes: guarded('private'), description: 'Sex.' }),
    birthPlace: t.exposeString('birthPlace', { nullable: true, authScopes: guarded('private'), description: 'Place of birth.' }),
    birthOn: t.expose('birthOn', { type: 'Date', nullable: true, authScopes: guarded('private'), description: 'Date of birth.' }),
    email: t.exposeString('email', { nullable: true, authScopes: guarded('private'), description: 'E-mail address.' }),
    phone: t.exposeString('phone', {
      nullable: true,
      authScopes: guarded('private'),
      description: 'Telephone number, digits only.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When this record was last changed; sent back as `expectedUpdatedAt` by a correction.',
    }),
    subordinates: t.relatedConnection('subordinates', {
      cursor: 'id',
      totalCount: true,
      description: 'Those whom this employee appraises today, by name.',
      query: (_args, { actor }) => ({ where: visibleEmployees(actor), orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    }),
  }),
})

const EmployeeFilter = builder.inputType('EmployeeFilter', {
  description: 'Which employees to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name or of the NIP, at most 100 characters.' }),
    unitId: t.id({ description: 'Placed in exactly this unit.' }),
    underUnitId: t.id({ description: 'Placed in this unit or below it.' }),
    employmentType: t.field({ type: EmploymentTypeEnum, description: 'Status kepegawaian.' }),
    legalStanding: t.field({ type: LegalStandingEnum, description: 'Kedudukan hukum.' }),
    positionKind: t.field({ type: PositionKindEnum, description: 'Jenis jabatan.' }),
    superiorId: t.id({ description: 'Appraised by this employee.' }),
    hasSuperior: t.boolean({ description: 'With, or without, an applied superior.' }),
  }),
})

const EmployeeFacetValue = builder.objectRef<EmployeeFacet['values'][number]>('EmployeeFacetValue').implement({
  description: 'One value of a filter.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value, as the filter takes it.' }),
    count: t.exposeInt('count', { description: 'Visible employees that have it and match the other conditions.' }),
  }),
})

const EmployeeFacetRef = builder.objectRef<EmployeeFacet>('EmployeeFacet').implement({
  description: 'A filter of the staff list with the number of employees for each value.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the filter, as in `EmployeeFilter`.' }),
    values: t.field({
      type: [EmployeeFacetValue],
      description: 'Its values, most frequent first.',
      extensions: { rows: 10 },
      resolve: ({ values }) => values,
    }),
  }),
})

const EmployeeOrder = builder.enumType('EmployeeOrder', {
  description: 'Order of a list of employees.',
  values: {
    NAME_ASC: { description: 'By name.' },
    NAME_DESC: { description: 'By name, last first.' },
    NIP_ASC: { description: 'By NIP, eldest first.' },
    NIP_DESC: { description: 'By NIP, youngest first.' },
  },
})

const employeeOrders = {
  NAME_ASC: [{ name: 'asc' }, { id: 'asc' }],
  NAME_DESC: [{ name: 'desc' }, { id: 'desc' }],
  NIP_ASC: [{ nip: 'asc' }],
  NIP_DESC: [{ nip: 'desc' }],
} as const satisfies Record<typeof EmployeeOrder.$inferType, readonly Prisma.EmployeeOrderByWithRelationInput[]>

builder.queryFields((t) => ({
  employee: t.prismaField({
    type: Employee,
    description:
      'One employee by id or NIP, with their whole history below; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ description: 'Global id.' }), nip: t.arg({ type: 'Nip', description: 'NIP or NI PPPK.' }) },
    resolve: async (query, _root, { id, nip }, { db, actor }) => {
      const key = id ? { id: idOf('Employee', id) } : { nip: nip ?? '' }
      return found(await db.employee.findFirst({ ...query, where: { ...key, AND: [visibleEmployees(actor)] } }))
    },
  }),
  employees: t.prismaConnection({
    type: Employee,
    cursor: 'id',
    description: 'Employees that the caller may see.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: EmployeeFilter, description: 'Which employees.' }),
      orderBy: t.arg({ type: EmployeeOrder, defaultValue: 'NAME_ASC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.employee.count({ where: { AND: [employeeWhere(filter), visibleEmployees(actor)] } }),
    resolve: (query, _root, { filter, orderBy, offset }, { db, actor }) =>
      db.employee.findMany({
        ...withOffset(query, offset),
        where: { AND: [employeeWhere(filter), visibleEmployees(actor)] },
        orderBy: [...employeeOrders[orderBy ?? 'NAME_ASC']],
      }),
  }),
  employeeFacets: t.field({
    type: [EmployeeFacetRef],
    description: 'The counted filters of the staff list; always these four.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({
        type: EmployeeFilter,
        description: 'Which employees are counted; each facet leaves its own condition aside.',
      }),
    },
    extensions: { rows: 4 },
    resolve: (_root, { filter }, context) => employeeFacets(context, filter),
  }),
}))
