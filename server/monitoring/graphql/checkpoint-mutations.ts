import { builder, type InputFields } from '../../builder.ts'
import { idOf } from '../../list.ts'
import {
  assignCheckpoint,
  closeCheckpoint,
  dropCheckpoint,
  fileCheckpoint,
  returnCheckpoint,
  reviewCheckpoint,
} from '../commands/checkpoints.ts'
import { Checkpoint } from './checkpoint.ts'
import { ChecklistItemEnum, FindingClassEnum } from './enums.ts'

const step = (t: InputFields) => ({
  id: t.id({ required: true, description: 'Global id.' }),
  revision: t.int({ required: true, description: 'Revision that was read.' }),
})

const FileInput = builder.inputType('FileCheckpointInput', {
  description: 'What a monitor saw. A finding that is not BAIK names the recommendation, who is responsible and by when.',
  fields: (t) => ({
    ...step(t),
    applied: t.int({ required: true, description: 'How far it is applied: 0 not at all … 3 as a habit.' }),
    checklist: t.field({ type: [ChecklistItemEnum], required: true, description: 'What was seen.' }),
    obstacles: t.string({ required: true, description: 'What stands in the way; may be empty.' }),
    support: t.int({ required: true, description: 'Support of the superior, 0–3.' }),
    evidence: t.string({ required: true, description: 'What shows it; may be empty.' }),
    reading: t.field({ type: 'Decimal', description: "Reading of the programme's indicator, where one was taken." }),
    finding: t.field({ type: FindingClassEnum, required: true, description: 'What was found.' }),
    recommendation: t.string({ required: true, description: 'What should be done; may be empty when all is good.' }),
    actionDueOn: t.field({ type: 'Date', description: 'By when.' }),
    ownerId: t.id({ description: 'Employee who is responsible for it.' }),
  }),
})
const ReasonInput = builder.inputType('CheckpointReasonInput', {
  description: 'A checkpoint to take a step with, and why.',
  fields: (t) => ({ ...step(t), reason: t.string({ required: true, description: 'Why, 10 to 4,000 characters.' }) }),
})
const ReviewInput = builder.inputType('ReviewCheckpointInput', {
  description: 'A checkpoint to review.',
  fields: (t) => ({ ...step(t), note: t.string({ required: true, description: 'What the review says; may be empty.' }) }),
})
const AssignInput = builder.inputType('AssignCheckpointInput', {
  description: 'A checkpoint to give to another member.',
  fields: (t) => ({ ...step(t), assigneeId: t.id({ required: true, description: 'Employee, a member of the team.' }) }),
})

const own = (id: string | number) => idOf('Checkpoint', String(id))

builder.mutationFields((t) => {
  const checkpoint = { type: Checkpoint, authScopes: { signedIn: true } } as const
  const withReason = (description: string, command: typeof returnCheckpoint | typeof closeCheckpoint | typeof dropCheckpoint) =>
    t.prismaField({
      ...checkpoint,
      description,
      args: { input: t.arg({ type: ReasonInput, required: true, description: 'The checkpoint and why.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(command, { ...input, id: own(input.id) })
        return db.checkpoint.findUniqueOrThrow({ ...query, where: { id } })
      },
    })
  return {
    fileCheckpoint: t.prismaField({
      ...checkpoint,
      description: 'Files a checkpoint; CONFLICT_OF_INTEREST for whoever stands in the line of reporting of the person.',
      args: { input: t.arg({ type: FileInput, required: true, description: 'What was seen.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const ownerId = input.ownerId ? idOf('Employee', String(input.ownerId)) : null
        const { id } = await execute(fileCheckpoint, { ...input, id: own(input.id), ownerId })
        return db.checkpoint.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    returnCheckpoint: withReason('Gives a filed checkpoint back to be completed.', returnCheckpoint),
    reviewCheckpoint: t.prismaField({
      ...checkpoint,
      description: 'Reviews what a colleague filed.',
      args: { input: t.arg({ type: ReviewInput, required: true, description: 'The checkpoint.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(reviewCheckpoint, { ...input, id: own(input.id) })
        return db.checkpoint.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    closeCheckpoint: withReason('Closes a reviewed checkpoint, with what became of its recommendation.', closeCheckpoint),
    dropCheckpoint: withReason('Closes a checkpoint that nobody can file any more.', dropCheckpoint),
    assignCheckpoint: t.prismaField({
      ...checkpoint,
      description: 'Gives a checkpoint to another member who is free of conflicts.',
      args: { input: t.arg({ type: AssignInput, required: true, description: 'The checkpoint and the member.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const assigneeId = idOf('Employee', String(input.assigneeId))
        const { id } = await execute(assignCheckpoint, { ...input, id: own(input.id), assigneeId })
        return db.checkpoint.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
  }
})
