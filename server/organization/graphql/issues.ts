import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { say } from '../../language.ts'
import { offsetArg, withOffset } from '../../list.ts'
import { mayCloseIssue } from '../policy.ts'
import {
  countIssueStates,
  countOpenIssues,
  dataIssueWhere,
  type IssueCount,
  type StateCount,
  visibleDataIssues,
} from '../queries/issues.ts'
import { underUnitIdsFor } from '../queries.ts'
import { isIssueCode, issueCodes } from '../rules/issue-codes.ts'
import { Employee } from './employee.ts'
import { DataIssueStateEnum } from './enums.ts'
import { Unit } from './unit.ts'

export const DataIssue = builder.prismaNode('DataIssue', {
  id: { field: 'id' },
  description: 'One thing in the data that a person should look at: a warning of an import, or a fault in the structure.',
  authScopes: async ({ id }, { actor, db, loaders }) => {
    const where = visibleDataIssues(actor)
    if (Object.keys(where).length === 0) return true
    return loaders.load('dataIssue.visible', id, async (ids) => {
      const rows = await db.dataIssue.findMany({ where: { AND: [{ id: { in: [...ids] } }, where] }, select: { id: true } })
      const seen = new Set(rows.map((row) => row.id))
      return ids.map((one) => seen.has(one))
    })
  },
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the fault, as in `dataIssueCounts` and in import reports.' }),
    label: t.string({
      description: 'What is wrong, in the language of the caller.',
      select: { code: true },
      resolve: ({ code }, _args, { language }) => (isIssueCode(code) ? say(issueCodes[code].label, language) : code),
    }),
    hint: t.string({
      nullable: true,
      description: 'What to do about it, in the language of the caller.',
      select: { code: true },
      resolve: ({ code }, _args, { language }) => (isIssueCode(code) ? say(issueCodes[code].hint, language) : null),
    }),
    remedy: t.string({
      nullable: true,
      description:
        'The command that mends it: ASSIGN_SUPERIOR, CORRECT_EMPLOYEE, PLACE_EMPLOYEE, CHANGE_UNIT, or IMPORT of the mended file.',
      select: { code: true },
      resolve: ({ code }) => (isIssueCode(code) ? issueCodes[code].remedy : null),
    }),
    state: t.expose('state', { type: DataIssueStateEnum, description: 'Where it stands.' }),
    detail: t.exposeString('detail', { description: 'What the row or the records say, for the person who mends it.' }),
    employee: t.relation('employee', { nullable: true, description: 'The employee whom it is about.' }),
    unit: t.relation('unit', {
      nullable: true,
      description: 'The unit that it is about, or in which the employee was when it was found.',
    }),
    line: t.exposeInt('line', { nullable: true, description: 'Line of the imported file, where it comes from one.' }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was found.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    closedReason: t.exposeString('closedReason', { nullable: true, description: 'Why it was closed.' }),
    actions: t.field({
      type: [Action],
      description: 'CLOSE_DATA_ISSUE, and whether the caller may do it now.',
      select: { state: true, unitId: true, employee: { select: { unitId: true } } },
      resolve: async ({ state, unitId, employee }, _args, context) => {
        const within = employee?.unitId ?? unitId
        const underUnitIds = within ? await underUnitIdsFor(context, within) : []
        return namedVerdicts({ CLOSE_DATA_ISSUE: mayCloseIssue(context.actor, { state, underUnitIds }) })
      },
    }),
  }),
})

const DataIssueCount = builder.objectRef<IssueCount>('DataIssueCount').implement({
  description: 'How many data issues of one code wait.',
  authScopes: { permission: 'organization.write' },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the fault.' }),
    label: t.string({
      description: 'What is wrong, in the language of the caller.',
      resolve: ({ code }, _args, { language }) => say(issueCodes[code].label, language),
    }),
    hint: t.string({
      description: 'What to do about it, in the language of the caller.',
      resolve: ({ code }, _args, { language }) => say(issueCodes[code].hint, language),
    }),
    remedy: t.string({
      description: 'The command that mends it, as in `DataIssue.remedy`.',
      resolve: ({ code }) => issueCodes[code].remedy,
    }),
    open: t.exposeInt('open', { description: 'Issues that wait, within the remit of the caller.' }),
  }),
})

const DataIssueStateCount = builder.objectRef<StateCount>('DataIssueStateCount').implement({
  description: 'How many data issues are in one state.',
  authScopes: { permission: 'organization.write' },
  fields: (t) => ({
    state: t.expose('state', { type: DataIssueStateEnum, description: 'The state.' }),
    count: t.exposeInt('count', { description: 'Issues in it, within the remit of the caller.' }),
  }),
})

const DataIssueFilter = builder.inputType('DataIssueFilter', {
  description: 'Which data issues to list; conditions add up.',
  fields: (t) => ({
    state: t.field({ type: DataIssueStateEnum, description: 'Where they stand.' }),
    code: t.string({ description: 'Code of the fault.' }),
    employeeId: t.id({ description: 'About this employee.' }),
    underUnitId: t.id({ description: 'About this unit, units below it, or employees there.' }),
    search: t.string({ description: 'Part of the name or NIP of the employee, or of the detail; at most 100 characters.' }),
  }),
})

builder.queryFields((t) => ({
  dataIssues: t.prismaConnection({
    type: DataIssue,
    cursor: 'id',
    description: 'Data issues within the remit of the caller, newest first.',
    authScopes: { permission: 'organization.write' },
    args: { filter: t.arg({ type: DataIssueFilter, description: 'Which issues.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.dataIssue.count({ where: { AND: [dataIssueWhere(filter), visibleDataIssues(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.dataIssue.findMany({
        ...withOffset(query, offset),
        where: { AND: [dataIssueWhere(filter), visibleDataIssues(actor)] },
        orderBy: { id: 'desc' },
      }),
  }),
  dataIssueCounts: t.field({
    type: [DataIssueCount],
    description: 'Open data issues by code, the most frequent first; codes without any are left out.',
    authScopes: { permission: 'organization.write' },
    resolve: (_root, _args, context) => countOpenIssues(context),
  }),
  dataIssueStates: t.field({
    type: [DataIssueStateCount],
    description: 'How many data issues match a filter in each state; the state of the filter itself is left aside.',
    authScopes: { permission: 'organization.write' },
    args: { filter: t.arg({ type: DataIssueFilter, description: 'Which issues.' }) },
    resolve: (_root, { filter }, context) => countIssueStates(context, filter),
  }),
}))

builder.prismaObjectField(Employee, 'dataIssues', (t) =>
  t.relatedConnection('dataIssues', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: { permission: 'organization.write' },
    description: 'Data issues about this employee, newest first.',
    query: (_args, { actor }) => ({ where: visibleDataIssues(actor), orderBy: { id: 'desc' } }),
  }),
)

builder.prismaObjectField(Unit, 'dataIssues', (t) =>
  t.relatedConnection('dataIssues', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: { permission: 'organization.write' },
    description: 'Data issues about this unit and about employees who were in it when found, newest first.',
    query: (_args, { actor }) => ({ where: visibleDataIssues(actor), orderBy: { id: 'desc' } }),
  }),
)
