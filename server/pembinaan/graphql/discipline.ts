import { builder } from '../../builder.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { liftDiscipline, recordDiscipline } from '../commands/discipline.ts'
import { sanctions } from '../rules/sanctions.ts'

const SanctionEnum = builder.enumType('DisciplineSanction', {
  description: 'Sanctions of PP 94/2021 art. 8.',
  values: Object.fromEntries(Object.entries(sanctions).map(([name, { description }]) => [name, { description }])) as Record<
    keyof typeof sanctions,
    { description: string }
  >,
})

builder.mutationFields((t) => ({
  recordDiscipline: t.prismaField({
    type: Employee,
    description: 'Records a decision that an official took by decree (PP 94/2021). Tera decides nothing here.',
    authScopes: { permission: 'discipline.record' },
    args: {
      employeeId: t.arg.id({ required: true, description: 'Whom it is about.' }),
      sanction: t.arg({ type: SanctionEnum, required: true, description: 'Sanction.' }),
      decreeNumber: t.arg.string({ required: true, description: 'Number of the decree.' }),
      decreeOn: t.arg({ type: 'Date', required: true, description: 'Date of the decree.' }),
      validFrom: t.arg({ type: 'Date', required: true, description: 'First day.' }),
      validTo: t.arg({ type: 'Date', description: 'Last day, where it has one.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.employee.findUniqueOrThrow({ ...query, where: { id: await execute(recordDiscipline, input) } }),
  }),
  liftDiscipline: t.prismaField({
    type: Employee,
    description: 'Records that a sanction was lifted before its end.',
    authScopes: { permission: 'discipline.record' },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the disciplinary record.' }),
      revision: t.arg.int({ required: true, description: 'Revision that was read.' }),
      liftedOn: t.arg({ type: 'Date', required: true, description: 'Day of the lifting.' }),
      reason: t.arg.string({ required: true, description: 'By which decree or judgement.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.employee.findUniqueOrThrow({ ...query, where: { id: await execute(liftDiscipline, input) } }),
  }),
}))
