import { builder } from '../../builder.ts'
import { idOf } from '../../list.ts'
import { collectOutcomes } from '../commands/collect.ts'
import { computeImpact } from '../commands/compute.ts'
import { publishImpact } from '../commands/publish.ts'
import { ImpactEvaluation } from './evaluation.ts'

const ComputeInput = builder.inputType('ComputeImpactInput', {
  description: 'A programme to evaluate.',
  fields: (t) => ({
    programmeId: t.id({ required: true, description: 'Global id of the programme.' }),
    concurrentChange: t.string({
      description: 'What else changed at the same time, at most 2,000 characters; it limits the claim.',
    }),
  }),
})

const PublishInput = builder.inputType('PublishImpactInput', {
  description: 'A result to publish.',
  fields: (t) => ({
    evaluationId: t.id({ required: true, description: 'Global id of the evaluation.' }),
    summary: t.string({ required: true, description: 'In words that the claim carries, 20 to 4,000 characters.' }),
  }),
})

builder.mutationFields((t) => ({
  collectOutcomes: t.int({
    description: 'Fills the outcome series of a programme from measurements that appraisals use; answers the number of readings.',
    authScopes: { signedIn: true },
    args: { programmeId: t.arg.id({ required: true, description: 'Global id of the programme.' }) },
    resolve: async (_root, { programmeId }, { execute }) =>
      (await execute(collectOutcomes, { programmeId: idOf('PembinaanProgramme', String(programmeId)) })).points,
  }),
  computeImpact: t.prismaField({
    type: [ImpactEvaluation],
    description: 'Computes what a programme changed, in each outcome that there are readings of.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ComputeInput, required: true, description: 'The programme.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const programmeId = idOf('PembinaanProgramme', String(input.programmeId))
      const { ids } = await execute(computeImpact, { ...input, programmeId })
      return db.impactEvaluation.findMany({
        ...query,
        where: { id: { in: ids } },
        orderBy: [{ isPrimary: 'desc' }, { outcome: 'asc' }],
      })
    },
  }),
  publishImpact: t.prismaField({
    type: ImpactEvaluation,
    description: 'Publishes a result by name; INVALID_INPUT names words that claim more than was reached.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: PublishInput, required: true, description: 'The result and what is said of it.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const evaluationId = idOf('ImpactEvaluation', String(input.evaluationId))
      await execute(publishImpact, { ...input, evaluationId })
      return db.impactEvaluation.findUniqueOrThrow({ ...query, where: { id: evaluationId } })
    },
  }),
}))
