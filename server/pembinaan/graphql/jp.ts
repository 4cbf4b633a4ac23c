import { builder } from '../../builder.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { idOf } from '../../list.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { type JpCoverage, jpCoverage, jpOf, type PersonalJp } from '../queries/jp.ts'
import { JpOutcomeEnum, JpStatusEnum } from './enums.ts'

const Activity = builder.objectRef<PersonalJp['activities'][number]>('JpActivity').implement({
  description: 'One activity of a year as F10 sees it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
    formId: t.exposeInt('formId', { description: 'Form with the number of SIASN.' }),
    completedOn: t.expose('completedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day of completion; empty while it runs.',
    }),
    outcome: t.expose('outcome', { type: JpOutcomeEnum, nullable: true, description: 'Whether it counts; empty while it runs.' }),
    countedJp: t.exposeFloat('countedJp', { nullable: true, description: 'Hours that count.' }),
  }),
})

const PersonalJpType = builder.objectRef<PersonalJp>('JpYear').implement({
  description: 'Hours of competency development of one person in a year (F10; PP 11/2017 art. 203, PP 49/2018 art. 40).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Year.' }),
    totalJp: t.exposeFloat('totalJp', { description: 'Hours that count, 2 decimals.' }),
    status: t.expose('status', { type: JpStatusEnum, description: 'Against the rule.' }),
    gapJp: t.exposeFloat('gapJp', { description: 'Hours missing or in excess, 2 decimals.' }),
    activities: t.expose('activities', {
      type: [Activity],
      description: 'Every activity, in list order.',
      extensions: { rows: 20 },
    }),
  }),
})

builder.prismaObjectField(Employee, 'jpYear', (t) =>
  t.field({
    type: PersonalJpType,
    nullable: true,
    authScopes: guarded('pembinaan'),
    description: 'Hours of a year, as the rule counts them now.',
    args: { year: t.arg.int({ description: 'Year; the present one unless stated.' }) },
    resolve: ({ id }, { year }, context) => jpOf(context, id, year ?? civilDate(context.now).getUTCFullYear()),
  }),
)

const StatusCount = builder.objectRef<JpCoverage['statuses'][number]>('JpStatusCount').implement({
  description: 'How many people have this status.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    status: t.expose('status', { type: JpStatusEnum, description: 'Status.' }),
    people: t.exposeInt('people', { description: 'How many.' }),
  }),
})

const Coverage = builder.objectRef<JpCoverage>('JpCoverage').implement({
  description: 'Hours of a unit with everything below it, without names.',
  authScopes: { permission: 'aggregates.read' },
  fields: (t) => ({
    unitId: t.id({ description: 'Global id of the unit.', resolve: ({ unitId }) => `unit_${unitId}` }),
    unitName: t.exposeString('unitName', { description: 'Name of the unit.' }),
    people: t.exposeInt('people', { description: 'People with a balance of the year.' }),
    statuses: t.expose('statuses', { type: [StatusCount], description: 'By status.', extensions: { rows: 4 } }),
    coveragePct: t.exposeFloat('coveragePct', { nullable: true, description: 'PNS that reached the minimum, per cent of PNS.' }),
    meanJp: t.exposeFloat('meanJp', { nullable: true, description: 'Mean hours of a person, 2 decimals.' }),
  }),
})

builder.queryField('jpCoverage', (t) =>
  t.field({
    type: [Coverage],
    description: 'Hours by unit: the given unit with those right below it, or the city with its offices.',
    authScopes: { permission: 'aggregates.read' },
    args: {
      year: t.arg.int({ required: true, description: 'Year.' }),
      unitId: t.arg.id({ description: 'Global id of a unit.' }),
    },
    extensions: { rows: 60 },
    resolve: (_root, { year, unitId }, context) => jpCoverage(context, year, unitId ? idOf('Unit', unitId) : null),
  }),
)
