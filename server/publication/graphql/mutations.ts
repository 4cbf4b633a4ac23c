import { builder } from '../../builder.ts'
import { issueEdition, withdrawEdition } from '../commands.ts'
import { PublicEdition } from './edition.ts'

const IssueInput = builder.inputType('IssueEditionInput', {
  description: 'An edition to publish.',
  fields: (t) => ({
    periodKey: t.string({ required: true, description: 'Period, `2025-TW4`.' }),
    contentHash: t.string({ required: true, description: 'Hash of the preview that was looked at.' }),
  }),
})

const WithdrawInput = builder.inputType('WithdrawEditionInput', {
  description: 'An edition to withdraw.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Bare id of the edition.' }),
    reason: t.string({ required: true, description: 'Why, for everybody to read; 10 to 1,000 characters.' }),
  }),
})

builder.mutationFields((t) => ({
  issueEdition: t.prismaField({
    type: PublicEdition,
    authScopes: { signedIn: true },
    description: 'Publishes the figures of a period as they were previewed, once. STALE_VERSION when they changed since.',
    args: { input: t.arg({ type: IssueInput, required: true, description: 'What was previewed.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(issueEdition, input)
      return db.publicEdition.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  withdrawEdition: t.prismaField({
    type: PublicEdition,
    authScopes: { signedIn: true },
    description: 'Withdraws an edition: its figures are no longer shown.',
    args: { input: t.arg({ type: WithdrawInput, required: true, description: 'The edition and the reason.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(withdrawEdition, { ...input, id: String(input.id) })
      return db.publicEdition.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
