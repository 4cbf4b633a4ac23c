import { Skp } from '../../appraisals/graphql/skp.ts'
import { builder } from '../../builder.ts'
import { encodeId } from '../../list.ts'
import { copySkpFromLastYear, splitSkp } from '../commands/copies.ts'
import { discardSkp, draftSkp, updateSkp } from '../commands/drafts.ts'
import {
  allowSkpRevision,
  approveSkp,
  approveSkpRevision,
  closeSkp,
  declineSkpRevision,
  requestSkpRevision,
  returnSkp,
  reviewSkp,
  startSkp,
  submitSkp,
} from '../commands/moves.ts'
import {
  CloseSkpInput,
  CopySkpInput,
  DraftSkpInput,
  SkpReasonedStepInput,
  SkpStepInput,
  SplitSkpInput,
  UpdateSkpInput,
} from './plan-inputs.ts'

const plainSteps = {
  submitSkp: [submitSkp, 'Submits a plan. WEIGHT_SUM, RHK_UNLINKED, CASCADE_CYCLE or INVALID_INPUT name all faults in `fields`.'],
  reviewSkp: [reviewSkp, 'The tim kinerja has looked at a submitted plan.'],
  approveSkp: [approveSkp, 'Sets a reviewed plan. NOT_PENILAI for everybody but the penilai, SELF_APPRAISAL about oneself.'],
  startSkp: [startSkp, 'Brings a plan that was set into force, once its first day has come.'],
  allowSkpRevision: [allowSkpRevision, 'Opens a plan for the revision that was asked for.'],
  approveSkpRevision: [approveSkpRevision, 'Sets a revised plan; it is in force again. Names faults as a submission does.'],
} as const

const reasonedSteps = {
  returnSkp: [returnSkp, 'Returns a submitted or reviewed plan, with a reason.'],
  requestSkpRevision: [requestSkpRevision, 'Asks for a revision of a plan in force, with a reason.'],
  declineSkpRevision: [declineSkpRevision, 'Declines a revision, with a reason; the plan stays as it is.'],
} as const

for (const [name, [step, description]] of Object.entries(plainSteps)) {
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: Skp,
      description,
      authScopes: { signedIn: true },
      args: { input: t.arg({ type: SkpStepInput, required: true, description: 'The plan.' }) },
      resolve: async (query, _root, { input }, { db, execute }) =>
        db.skp.findUniqueOrThrow({ ...query, where: { id: await execute(step, input) } }),
    }),
  )
}

for (const [name, [step, description]] of Object.entries(reasonedSteps)) {
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: Skp,
      description,
      authScopes: { signedIn: true },
      args: { input: t.arg({ type: SkpReasonedStepInput, required: true, description: 'The plan and the reason.' }) },
      resolve: async (query, _root, { input }, { db, execute }) =>
        db.skp.findUniqueOrThrow({ ...query, where: { id: await execute(step, input) } }),
    }),
  )
}

const DiscardedSkp = builder.objectRef<{ id: string }>('DiscardedSkp').implement({
  description: 'What remains of a draft that was thrown away.',
  authScopes: { signedIn: true },
  fields: (t) => ({ id: t.exposeID('id', { description: 'Global id that the draft had.' }) }),
})

builder.mutationFields((t) => ({
  draftSkp: t.prismaField({
    type: Skp,
    description: 'Begins a plan. CONFLICT when there is an open one, IMPORT_ONLY for teachers and principals, PERIOD_CLOSED.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: DraftSkpInput, required: true, description: 'Whose plan, for which year.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.skp.findUniqueOrThrow({ ...query, where: { id: await execute(draftSkp, input) } }),
  }),
  copySkpFromLastYear: t.prismaField({
    type: Skp,
    description: 'Begins a plan as a copy of the last one of the year before; `skpDifferences` shows what did not come along.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: CopySkpInput, required: true, description: 'Whose plan, into which year.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.skp.findUniqueOrThrow({ ...query, where: { id: await execute(copySkpFromLastYear, input) } }),
  }),
  updateSkp: t.prismaField({
    type: Skp,
    description:
      'Changes the content of a plan. STALE_VERSION when somebody else changed it first, CASCADE_CYCLE for a circle of results.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: UpdateSkpInput, required: true, description: 'The change.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.skp.findUniqueOrThrow({ ...query, where: { id: await execute(updateSkp, input) } }),
  }),
  closeSkp: t.prismaField({
    type: Skp,
    description: 'Closes a plan at the end of its period or at a separation.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: CloseSkpInput, required: true, description: 'The plan and why.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.skp.findUniqueOrThrow({ ...query, where: { id: await execute(closeSkp, input) } }),
  }),
  splitSkp: t.prismaField({
    type: Skp,
    description:
      'Closes a plan on the day before a transfer or a change of penilai and begins the next one, which is the answer.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: SplitSkpInput, required: true, description: 'The plan and the day.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.skp.findUniqueOrThrow({ ...query, where: { id: await execute(splitSkp, input) } }),
  }),
  discardSkp: t.field({
    type: DiscardedSkp,
    description: 'Throws a draft away.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: SkpStepInput, required: true, description: 'The draft.' }) },
    resolve: async (_root, { input }, { execute }) => ({ id: encodeId('Skp', await execute(discardSkp, input)) }),
  }),
}))
