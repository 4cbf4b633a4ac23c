import { builder, type InputFields } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { idOf } from '../../list.ts'
import type { Command } from '../../transact.ts'
import { decideAward, proposeAward, rejectAward } from '../commands/awards.ts'
import { Award, AwardBasisEnum } from './awards.ts'

const ProposeAwardInput = builder.inputType('ProposeAwardInput', {
  description: 'An award to propose; its figures are those of the moment.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Whom it is for.' }),
    periodKey: t.string({ required: true, description: 'Year that it is for, `2025`.' }),
    basis: t.field({ type: AwardBasisEnum, required: true, description: 'On which figures it rests.' }),
    title: t.string({ required: true, description: 'Name of the award, 5 to 200 characters.' }),
  }),
})

const step = (t: InputFields) => ({
  id: t.id({ required: true, description: 'Global id of the award.' }),
  revision: t.int({ required: true, description: 'Revision that was read.' }),
})

const DecideAwardInput = builder.inputType('DecideAwardInput', {
  description: 'The decree by which a named person gave an award.',
  fields: (t) => ({
    ...step(t),
    decreeNumber: t.string({ required: true, description: 'Number of the decree, 3 to 100 characters.' }),
    decreeOn: t.string({ required: true, description: 'Date of the decree, ISO; today at the latest.' }),
    signatory: t.string({ required: true, description: 'Who signed it, with the post; 3 to 200 characters.' }),
  }),
})

const RejectAwardInput = builder.inputType('RejectAwardInput', {
  description: 'A proposal that is rejected.',
  fields: (t) => ({ ...step(t), reason: t.string({ required: true, description: 'Why, 10 to 4,000 characters.' }) }),
})

async function stepped<Raw extends { readonly id: string }, Input, Subject>(
  { db, execute }: Context,
  query: { include?: object; select?: object },
  spec: Command<Raw, Input, Subject, { id: string }>,
  input: Raw,
) {
  const { id } = await execute(spec, { ...input, id: idOf('Award', input.id) })
  return db.award.findUniqueOrThrow({ ...query, where: { id } })
}

builder.mutationFields((t) => ({
  proposeAward: t.prismaField({
    type: Award,
    description: 'Proposes an award; somebody else decides. INSUFFICIENT_DATA where the figures show no ground.',
    authScopes: { permission: 'recognition.manage' },
    args: { input: t.arg({ type: ProposeAwardInput, required: true, description: 'The award.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(proposeAward, { ...input, employeeId: idOf('Employee', input.employeeId) })
      return db.award.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  decideAward: t.prismaField({
    type: Award,
    description: 'Enters the decree of an award. CONFLICT_OF_INTEREST for whoever proposed it.',
    authScopes: { permission: 'awards.decide' },
    args: { input: t.arg({ type: DecideAwardInput, required: true, description: 'The decree.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, decideAward, input),
  }),
  rejectAward: t.prismaField({
    type: Award,
    description: 'Rejects a proposed award with a reason.',
    authScopes: { permission: 'awards.decide' },
    args: { input: t.arg({ type: RejectAwardInput, required: true, description: 'The reason.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, rejectAward, input),
  }),
}))
