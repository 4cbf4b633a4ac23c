import { builder } from '../../builder.ts'
import { validOn } from '../queries.ts'
import { Employee, guarded } from './employee.ts'
import { Unit, UnitVersion } from './unit.ts'

builder.prismaObjectFields(Employee, (t) => ({
  superiorAsOf: t.field({
    type: Employee,
    nullable: true,
    authScopes: guarded('private'),
    description: 'Penilai by the reporting line of that day; empty when there was none.',
    args: { on: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
    select: ({ on }, _context, nestedSelection) => ({
      reportingLines: { where: validOn(on), take: 1, select: { superior: nestedSelection(true) } },
    }),
    resolve: ({ reportingLines }) => reportingLines[0]?.superior ?? null,
  }),
  unitAsOf: t.field({
    type: Unit,
    nullable: true,
    authScopes: guarded('private'),
    description:
      'Unit by the position held on that day, or the present placement since its TMT; empty when the records do not tell.',
    args: { on: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
    select: ({ on }, _context, nestedSelection) => ({
      positionFrom: true,
      unit: nestedSelection(true),
      positions: {
        where: { AND: [validOn(on), { assignment: 'DEFINITIF' }, { unitId: { not: null } }] },
        orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { unit: nestedSelection(true) },
      },
    }),
    resolve: ({ positions, positionFrom, unit }, { on }) =>
      positions[0]?.unit ?? (positionFrom && positionFrom <= on ? unit : null),
  }),
}))

builder.prismaObjectField(Unit, 'versionAsOf', (t) =>
  t.field({
    type: UnitVersion,
    nullable: true,
    description: 'What the unit was called and where it stood on that day; empty before its first and after its last day.',
    args: { on: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
    select: ({ on }, _context, nestedSelection) => ({ versions: nestedSelection({ where: validOn(on), take: 1 }) }),
    resolve: ({ versions }) => versions[0] ?? null,
  }),
)
