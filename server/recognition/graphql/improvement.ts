import { PredikatEnum } from '../../appraisals/graphql/enums.ts'
import type { TriggeredResult } from '../../appraisals/queries/improvement.ts'
import { builder } from '../../builder.ts'
import { encodeId } from '../../list.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { type ImprovementDue, improvementsDue } from '../queries/improvement.ts'

const TriggeringResultType = builder.objectRef<TriggeredResult>('TriggeringResult').implement({
  description: 'A final result that calls for an improvement plan.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    appraisalId: t.id({ description: 'The appraisal.', resolve: ({ appraisalId }) => encodeId('Appraisal', appraisalId) }),
    periodKey: t.exposeString('periodKey', { description: 'Its period.' }),
    predikat: t.expose('predikat', { type: PredikatEnum, description: 'Its predikat.' }),
    finalAt: t.expose('finalAt', { type: 'DateTime', description: 'Since when it is final.' }),
  }),
})

const ImprovementDueType = builder.objectRef<ImprovementDue>('ImprovementDue').implement({
  description:
    'Somebody for whom an improvement plan is to be opened (LOCAL, domain A12): the newest annual result, or two periodic ones in a row, at Butuh Perbaikan or below.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    employee: t.prismaField({
      type: Employee,
      nullable: true,
      description: 'The person.',
      resolve: (query, { employeeId }, _args, { db }) => db.employee.findUnique({ ...query, where: { id: employeeId } }),
    }),
    results: t.expose('results', { type: [TriggeringResultType], description: 'What obliges to it.', extensions: { rows: 2 } }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      description: 'Last instant for opening it (LOCAL, setting `improvementDays`).',
    }),
    isOverdue: t.exposeBoolean('isOverdue', { description: 'The time is over.' }),
  }),
})

builder.queryField('improvementsDue', (t) =>
  t.field({
    type: [ImprovementDueType],
    description:
      'People without an improvement plan who need one, soonest due first, at most 100: one’s own people, and by role.',
    authScopes: { signedIn: true },
    extensions: { rows: 100 },
    args: { underUnitId: t.arg.id({ description: 'Only this unit and those below it.' }) },
    resolve: (_root, { underUnitId }, context) => improvementsDue(context, underUnitId),
  }),
)
