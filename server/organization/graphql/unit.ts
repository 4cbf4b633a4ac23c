import { builder } from '../../builder.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { headcountOf, unitWhere, visibleEmployees, visibleUnits } from '../queries.ts'
import { UnitTypeEnum } from './enums.ts'

export const Unit = builder.prismaNode('Unit', {
  id: { field: 'id' },
  description: 'An organisation unit as it stands today; `versions` tells its history.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the unit as text; `1274.10` is not `1274.1`.' }),
    siasnUnorId: t.exposeString('siasnUnorId', { nullable: true, description: 'Id of the unit (unor) in SIASN, where known.' }),
    name: t.exposeString('name', { description: 'Name today.' }),
    type: t.expose('type', { type: UnitTypeEnum, description: 'Kind of unit.' }),
    isServiceUnit: t.exposeBoolean('isServiceUnit', {
      description: 'True when it serves the public and so holds satisfaction surveys.',
    }),
    closedOn: t.expose('closedOn', { type: 'Date', nullable: true, description: 'Last day of a unit that was closed.' }),
    headcount: t.int({
      description: 'People placed in the unit and everything below it today; the number is no secret, the names may be.',
      select: { id: true },
      resolve: ({ id }, _args, context) => headcountOf(context, id),
    }),
    parent: t.relation('parent', { nullable: true, description: 'The unit above.' }),
    children: t.relatedConnection('children', {
      cursor: 'id',
      totalCount: true,
      description: 'Units directly below, by code.',
      query: (_args, { actor }) => ({ where: visibleUnits(actor), orderBy: [{ code: 'asc' }, { id: 'asc' }] }),
    }),
    versions: t.relatedConnection('versions', {
      cursor: 'id',
      totalCount: true,
      description: 'What the unit was called and where it stood over time, oldest first.',
      query: { orderBy: { validFrom: 'asc' } },
    }),
    employees: t.relatedConnection('employees', {
      cursor: 'id',
      totalCount: true,
      description: 'Employees placed directly in the unit today, by name.',
      query: (_args, { actor }) => ({ where: visibleEmployees(actor), orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    }),
  }),
})

export const UnitVersion = builder.prismaNode('UnitVersion', {
  id: { field: 'id' },
  description: 'What a unit was called and where it stood between two dates.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name in this time.' }),
    type: t.expose('type', { type: UnitTypeEnum, description: 'Kind of unit in this time.' }),
    isServiceUnit: t.exposeBoolean('isServiceUnit', { description: 'Whether it served the public in this time.' }),
    parent: t.relation('parent', { nullable: true, description: 'The unit above in this time.' }),
    unit: t.relation('unit', { description: 'The unit.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day of this version.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'Last day; empty while it is the present one.' }),
  }),
})

const UnitFilter = builder.inputType('UnitFilter', {
  description: 'Which units to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name or start of the code, at most 100 characters.' }),
    type: t.field({ type: UnitTypeEnum, description: 'Kind of unit.' }),
    parentId: t.id({ description: 'Only units directly below this one.' }),
    underUnitId: t.id({ description: 'Only this unit and everything below it.' }),
    isServiceUnit: t.boolean({ description: 'Only units that serve the public, or only the others.' }),
    rootsOnly: t.boolean({ description: 'True for units without a parent.' }),
  }),
})

const UnitOrder = builder.enumType('UnitOrder', {
  description: 'Order of a list of units.',
  values: {
    CODE_ASC: { description: 'By code.' },
    CODE_DESC: { description: 'By code, last first.' },
    NAME_ASC: { description: 'By name.' },
    NAME_DESC: { description: 'By name, last first.' },
  },
})

const unitOrders = {
  CODE_ASC: [{ code: 'asc' }, { id: 'asc' }],
  CODE_DESC: [{ code: 'desc' }, { id: 'desc' }],
  NAME_ASC: [{ name: 'asc' }, { id: 'asc' }],
  NAME_DESC: [{ name: 'desc' }, { id: 'desc' }],
} as const satisfies Record<typeof UnitOrder.$inferType, readonly Prisma.UnitOrderByWithRelationInput[]>

builder.queryFields((t) => ({
  unit: t.prismaField({
    type: Unit,
    description: 'One unit by id or code; NOT_FOUND when there is none.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ description: 'Global id.' }), code: t.arg.string({ description: 'Code of the unit.' }) },
    resolve: async (query, _root, { id, code }, { db, actor }) => {
      const key = id ? { id: idOf('Unit', id) } : { code: code ?? '' }
      return found(await db.unit.findFirst({ ...query, where: { AND: [key, visibleUnits(actor)] } }))
    },
  }),
  units: t.prismaConnection({
    type: Unit,
    cursor: 'id',
    description: 'Units of the city.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: UnitFilter, description: 'Which units.' }),
      orderBy: t.arg({ type: UnitOrder, defaultValue: 'CODE_ASC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, { db, actor }) => db.unit.count({ where: { AND: [unitWhere(filter), visibleUnits(actor)] } }),
    resolve: (query, _root, { filter, orderBy, offset }, { db, actor }) =>
      db.unit.findMany({
        ...withOffset(query, offset),
        where: { AND: [unitWhere(filter), visibleUnits(actor)] },
        orderBy: [...unitOrders[orderBy ?? 'CODE_ASC']],
      }),
  }),
}))
