import { builder } from '../../builder.ts'
import { idOf } from '../../list.ts'
import { correctEmployee } from '../commands/employees.ts'
import { closeDataIssue, refreshDataIssues } from '../commands/issues.ts'
import { placeEmployee } from '../commands/placements.ts'
import type { Refreshed } from '../commands/structural-issues.ts'
import { assignSuperior } from '../commands/superiors.ts'
import { changeUnit, createUnit } from '../commands/units.ts'
import { Employee } from './employee.ts'
import { AssignmentKindEnum, IssueResolutionEnum, SexEnum, UnitTypeEnum } from './enums.ts'
import { DataIssue } from './issues.ts'
import { Unit } from './unit.ts'

const CreateUnitInput = builder.inputType('CreateUnitInput', {
  description: 'A new unit.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Code, at most 50 characters; CONFLICT when it is in use.' }),
    siasnUnorId: t.string({ description: 'Id of the unit (unor) in SIASN.' }),
    name: t.string({ required: true, description: 'Name, at most 200 characters.' }),
    type: t.field({ type: UnitTypeEnum, required: true, description: 'Kind of unit.' }),
    isServiceUnit: t.boolean({ description: 'True when it serves the public; false when left out.' }),
    parentId: t.id({ description: 'The unit above; left out for a unit at the top, which needs the right for the whole city.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
  }),
})

const ChangeUnitInput = builder.inputType('ChangeUnitInput', {
  description: 'A change of a unit from a day on; what is left out stays as it is.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The unit.' }),
    validFrom: t.field({
      type: 'Date',
      required: true,
      description: 'First day of the change; not before the first day of the last change.',
    }),
    name: t.string({ description: 'New name, at most 200 characters.' }),
    type: t.field({ type: UnitTypeEnum, description: 'New kind.' }),
    parentId: t.id({ description: 'New unit above; CASCADE_CYCLE when it stands below this one.' }),
    isServiceUnit: t.boolean({ description: 'Whether it serves the public.' }),
    closedOn: t.field({
      type: 'Date',
      description: 'Last day of a unit that is closed; units below it must be closed or moved before.',
    }),
    reason: t.string({ description: 'Why, for the audit trail; at most 1,000 characters.' }),
  }),
})

const AssignSuperiorInput = builder.inputType('AssignSuperiorInput', {
  description: 'Another superior from a day on.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Who gets the superior.' }),
    superiorId: t.id({ required: true, description: 'The superior: in service, not the employee and not below the employee.' }),
    assignment: t.field({
      type: AssignmentKindEnum,
      description: 'How the superior holds the position; DEFINITIF when left out.',
    }),
    validFrom: t.field({
      type: 'Date',
      required: true,
      description: 'First day; not before the first day of the last assignment.',
    }),
    reason: t.string({ description: 'Why, for the audit trail; at most 1,000 characters.' }),
  }),
})

const PlaceEmployeeInput = builder.inputType('PlaceEmployeeInput', {
  description: 'Another unit for an employee from a day on.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Who is placed.' }),
    unitId: t.id({ required: true, description: 'The unit; open, and within the remit of the caller.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day (TMT); today or earlier.' }),
    positionTitle: t.string({ description: 'Another position, at most 300 characters; left out, it stays.' }),
    decreeNumber: t.string({ description: 'Number of the decree (SK), at most 100 characters.' }),
    reason: t.string({ description: 'Why, for the audit trail; at most 1,000 characters.' }),
  }),
})

const CorrectEmployeeInput = builder.inputType('CorrectEmployeeInput', {
  description: 'Corrected data of an employee; what is left out stays, null empties what may be empty.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The employee.' }),
    expectedUpdatedAt: t.field({
      type: 'DateTime',
      description: '`updatedAt` as it was read; STALE_VERSION when somebody changed the record since.',
    }),
    nip: t.field({ type: 'Nip', description: 'NIP or NI PPPK; must hold to F16.' }),
    name: t.string({ description: 'Name without titles, at most 300 characters.' }),
    titleBefore: t.string({ description: 'Titles before the name, at most 50 characters.' }),
    titleAfter: t.string({ description: 'Titles after the name, at most 100 characters.' }),
    birthPlace: t.string({ description: 'Place of birth, at most 100 characters.' }),
    birthOn: t.field({ type: 'Date', description: 'Date of birth.' }),
    sex: t.field({ type: SexEnum, description: 'Sex.' }),
    positionTitle: t.string({ description: 'Present position, at most 300 characters.' }),
    email: t.string({ description: 'E-mail address.' }),
    phone: t.string({ description: 'Telephone number: 5 to 20 digits.' }),
    reason: t.string({ description: 'Why, for the audit trail; at most 1,000 characters.' }),
  }),
})

const CloseDataIssueInput = builder.inputType('CloseDataIssueInput', {
  description: 'How a data issue ends.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The issue.' }),
    resolution: t.field({ type: IssueResolutionEnum, required: true, description: 'How it ends.' }),
    reason: t.string({ required: true, description: 'Why, at most 1,000 characters.' }),
  }),
})

const RefreshedIssues = builder.objectRef<Refreshed>('RefreshedIssues').implement({
  description: 'What a look through the structure changed.',
  authScopes: { permission: 'organization.write' },
  fields: (t) => ({
    opened: t.exposeInt('opened', { description: 'Issues that are new or came back.' }),
    resolved: t.exposeInt('resolved', { description: 'Issues whose fault is gone.' }),
  }),
})

builder.mutationFields((t) => ({
  createUnit: t.field({
    type: Unit,
    description: 'Opens a unit from a day on.',
    authScopes: { permission: 'organization.write' },
    args: { input: t.arg({ type: CreateUnitInput, required: true, description: 'The unit.' }) },
    resolve: (_root, { input }, { execute }) =>
      execute(createUnit, { ...input, parentId: input.parentId ? idOf('Unit', input.parentId) : null }),
  }),
  changeUnit: t.field({
    type: Unit,
    description: 'Renames, moves or closes a unit from a day on; the unit is answered as it stands today.',
    authScopes: { permission: 'organization.write' },
    args: { input: t.arg({ type: ChangeUnitInput, required: true, description: 'The change.' }) },
    resolve: (_root, { input }, { execute }) =>
      execute(changeUnit, {
        ...input,
        id: idOf('Unit', input.id),
        parentId: input.parentId ? idOf('Unit', input.parentId) : null,
      }),
  }),
  assignSuperior: t.field({
    type: Employee,
    description: 'Gives an employee another penilai from a day on; the employee is answered as of today.',
    authScopes: { permission: 'organization.write' },
    args: { input: t.arg({ type: AssignSuperiorInput, required: true, description: 'Who, whom, from when.' }) },
    resolve: (_root, { input }, { execute }) =>
      execute(assignSuperior, {
        ...input,
        employeeId: idOf('Employee', input.employeeId),
        superiorId: idOf('Employee', input.superiorId),
      }),
  }),
  placeEmployee: t.field({
    type: Employee,
    description: 'Places an employee in another unit from a day on; the superior stays.',
    authScopes: { permission: 'organization.write' },
    args: { input: t.arg({ type: PlaceEmployeeInput, required: true, description: 'Who, where, from when.' }) },
    resolve: (_root, { input }, { execute }) =>
      execute(placeEmployee, {
        ...input,
        employeeId: idOf('Employee', input.employeeId),
        unitId: idOf('Unit', input.unitId),
      }),
  }),
  correctEmployee: t.field({
    type: Employee,
    description: 'Corrects data of an employee. Standing, rank, unit and superior have their own ways.',
    authScopes: { permission: 'organization.write' },
    args: { input: t.arg({ type: CorrectEmployeeInput, required: true, description: 'The corrected data.' }) },
    resolve: (_root, { input: { nip, name, positionTitle, ...rest } }, { execute }) =>
      execute(correctEmployee, {
        ...rest,
        id: idOf('Employee', rest.id),
        // These three cannot be emptied: null leaves them as they are.
        ...(nip ? { nip } : {}),
        ...(name === null ? {} : { name }),
        ...(positionTitle === null ? {} : { positionTitle }),
      }),
  }),
  closeDataIssue: t.field({
    type: DataIssue,
    description: 'Closes a data issue as resolved or dismissed.',
    authScopes: { permission: 'organization.write' },
    args: { input: t.arg({ type: CloseDataIssueInput, required: true, description: 'Which, how and why.' }) },
    resolve: (_root, { input }, { execute }) => execute(closeDataIssue, { ...input, id: idOf('DataIssue', input.id) }),
  }),
  refreshDataIssues: t.field({
    type: RefreshedIssues,
    description: 'Looks through the structure of the whole city for faults: opens what is new, resolves what is gone.',
    authScopes: { permission: 'organization.write' },
    resolve: (_root, _args, { execute }) => execute(refreshDataIssues, {}),
  }),
}))
