import { builder } from '../../builder.ts'
import { encodeId, offsetArg, withOffset } from '../../list.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { recordViewWhere, seesViewsOf, visibleRecordViews } from '../queries/record-views.ts'

const ViewedPartEnum = builder.enumType('ViewedPart', {
  description: 'What of a person somebody else read.',
  values: {
    PERSONAL_DATA: { description: 'Sex, birth data or contacts.' },
    HISTORY: { description: 'Positions, ranks, education, trainings or superiors over time.' },
    APPRAISAL: { description: 'An appraisal with its rating.' },
    EXPLANATION: { description: 'How an appraisal came about, down to its evidence.' },
    DISCIPLINE: { description: 'Disciplinary records.' },
  },
})

const RecordView = builder.prismaNode('RecordView', {
  id: { field: 'id' },
  description:
    'Somebody saw restricted data of somebody else (UU 27/2022 art. 32): one row for a reader, a record, a part of it and an hour. Shown to the person concerned and to those who read the audit trail of the whole city.',
  authScopes: ({ employeeId }, { actor }) => seesViewsOf(actor, employeeId),
  runScopesOnType: true,
  select: { id: true, employeeId: true },
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'The first time in that hour.' }),
    actorKind: t.exposeString('actorKind', { description: 'USER for a person, TOKEN for another system.' }),
    actorId: t.id({
      description: 'Global id of the user or token.',
      select: { actorKind: true, actorId: true },
      resolve: ({ actorKind, actorId }) => encodeId(actorKind === 'TOKEN' ? 'ApiToken' : 'User', actorId),
    }),
    actorLabel: t.exposeString('actorLabel', { description: 'Name of who looked, as it was then.' }),
    role: t.exposeString('role', { nullable: true, description: 'Roles of who looked, as they were then; empty without any.' }),
    part: t.expose('part', { type: ViewedPartEnum, description: 'What was seen.' }),
    entityType: t.exposeString('entityType', { description: 'Type of the record: `Employee` or `Appraisal`.' }),
    entityId: t.id({
      description: 'Global id of the record.',
      select: { entityType: true, entityId: true },
      resolve: ({ entityType, entityId }) => encodeId(entityType, entityId),
    }),
    employee: t.relation('employee', { nullable: true, description: 'Whose data were seen.' }),
    device: t.exposeString('device', { nullable: true, description: 'Class of the device, where the request told it.' }),
  }),
})

const RecordViewFilter = builder.inputType('RecordViewFilter', {
  description: 'Which views to list; conditions add up.',
  fields: (t) => ({
    employeeId: t.id({ description: 'Of the data of this employee.' }),
    entityId: t.id({ description: 'Of this record.' }),
    actorId: t.id({ description: 'By this user or token.' }),
    part: t.field({ type: ViewedPartEnum, description: 'Of this part.' }),
    from: t.field({ type: 'DateTime', description: 'Not before this instant.' }),
    to: t.field({ type: 'DateTime', description: 'Before this instant.' }),
  }),
})

const newestFirst = [{ at: 'desc' as const }, { id: 'desc' as const }]

builder.queryField('recordViews', (t) =>
  t.prismaConnection({
    type: RecordView,
    cursor: 'id',
    description: 'Who saw restricted data of a person, newest first: one’s own, or everybody’s for readers of the audit trail.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: RecordViewFilter, description: 'Which views.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.recordView.count({ where: { AND: [recordViewWhere(filter), visibleRecordViews(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.recordView.findMany({
        ...withOffset(query, offset),
        where: { AND: [recordViewWhere(filter), visibleRecordViews(actor)] },
        orderBy: newestFirst,
      }),
  }),
)

builder.prismaObjectField(Employee, 'views', (t) =>
  t.relatedConnection('views', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: ({ id }, _args, { actor }) => seesViewsOf(actor, id),
    description: 'Who saw restricted data of this person, newest first.',
    query: { orderBy: newestFirst },
  }),
)
