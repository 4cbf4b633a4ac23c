import { Action, namedVerdicts } from '../../actions.ts'
import { Skp } from '../../appraisals/graphql/skp.ts'
import { builder, type InputFields } from '../../builder.ts'
import { encodeId, found } from '../../list.ts'
import { confirmDialogue, recordDialogue, updateDialogue } from '../commands/dialogues.ts'
import { dialogueActions } from '../policy.ts'
import { skpFacts } from '../queries/plan-facts.ts'
import { DialogueStageEnum } from './enums.ts'

const Dialogue = builder.prismaObject('Dialogue', {
  description: 'Dialog kinerja: what penilai and employee agreed on one day. Exists for whoever sees the plan.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('Dialogue', id) }),
    plan: t.relation('skp', { description: 'The plan that it was about.' }),
    stage: t.expose('stage', { type: DialogueStageEnum, description: 'When in the cycle.' }),
    heldOn: t.expose('heldOn', { type: 'Date', description: 'Day.' }),
    clarified: t.exposeString('clarified', { description: 'Which expectation was clarified.' }),
    agreements: t.exposeString('agreements', { description: 'What was agreed.' }),
    support: t.exposeString('support', { description: 'Which support is needed.' }),
    isByEmployee: t.boolean({
      description: 'The employee wrote it down; else the penilai did.',
      select: { recordedById: true, skp: { select: { employeeId: true } } },
      resolve: ({ recordedById, skp }) => recordedById === skp.employeeId,
    }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the other side confirmed it.',
    }),
    revision: t.exposeInt('revision', { description: 'Counts each change.' }),
    actions: t.field({
      type: [Action],
      description: 'CHANGE_DIALOGUE and CONFIRM_DIALOGUE, and whether the caller may do them now.',
      select: { skpId: true, recordedById: true, confirmedAt: true },
      resolve: async ({ skpId, ...dialogue }, _args, context) =>
        namedVerdicts(dialogueActions(context.actor, { ...dialogue, plan: found(await skpFacts(context, skpId)) })),
    }),
  }),
})

builder.prismaObjectField(Skp, 'dialogues', (t) =>
  t.relatedConnection('dialogues', {
    cursor: 'id',
    totalCount: true,
    description: 'Performance dialogues, newest first.',
    query: { orderBy: [{ heldOn: 'desc' }, { id: 'desc' }] },
  }),
)

/** A dialogue, at the revision that was read. */
function read(t: InputFields) {
  return {
    id: t.id({ required: true, description: 'Global id of the dialogue.' }),
    revision: t.int({ required: true, description: 'Revision that was read.' }),
  }
}

/** What is written down of a dialogue. */
function content(t: InputFields) {
  return {
    stage: t.field({ type: DialogueStageEnum, required: true, description: 'When in the cycle.' }),
    heldOn: t.field({ type: 'Date', required: true, description: 'Day, not in the future.' }),
    clarified: t.string({ required: true, description: 'Which expectation was clarified, 3 to 4,000 characters.' }),
    agreements: t.string({ required: true, description: 'What was agreed, 3 to 4,000 characters.' }),
    support: t.string({ description: 'Which support is needed, at most 4,000 characters.' }),
  }
}

const RecordDialogueInput = builder.inputType('RecordDialogueInput', {
  description: 'A dialogue that was held.',
  fields: (t) => ({
    skpId: t.id({ required: true, description: 'Global id of the plan.' }),
    ...content(t),
  }),
})

const UpdateDialogueInput = builder.inputType('UpdateDialogueInput', {
  description: 'The whole record of a dialogue, mended.',
  fields: (t) => ({
    ...read(t),
    ...content(t),
  }),
})

const ConfirmDialogueInput = builder.inputType('ConfirmDialogueInput', {
  description: 'A dialogue to confirm.',
  fields: (t) => ({
    ...read(t),
  }),
})

builder.mutationFields((t) => ({
  recordDialogue: t.prismaField({
    type: Dialogue,
    description: 'Records a dialogue by the employee or the penilai; the other side is asked to confirm it.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RecordDialogueInput, required: true, description: 'The dialogue.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.dialogue.findUniqueOrThrow({ ...query, where: { id: await execute(recordDialogue, input) } }),
  }),
  updateDialogue: t.prismaField({
    type: Dialogue,
    description: 'Mends a record by its writer until it is confirmed.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: UpdateDialogueInput, required: true, description: 'The record.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.dialogue.findUniqueOrThrow({ ...query, where: { id: await execute(updateDialogue, input) } }),
  }),
  confirmDialogue: t.prismaField({
    type: Dialogue,
    description: 'Confirms by the other side that the dialogue was held as written.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ConfirmDialogueInput, required: true, description: 'The dialogue.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.dialogue.findUniqueOrThrow({ ...query, where: { id: await execute(confirmDialogue, input) } }),
  }),
}))
