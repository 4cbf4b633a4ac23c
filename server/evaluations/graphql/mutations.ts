import { builder, type InputFields } from '../../builder.ts'
import { idOf } from '../../list.ts'
import { EvaluationDesignEnum } from '../../pembinaan/graphql/enums.ts'
import { changeDesign, discardDesign, draftDesign, registerDesign } from '../commands/designs.ts'
import { giveReaction } from '../commands/reactions.ts'
import { ImpactDesign, OutcomeLevelEnum } from './design.ts'

const content = (t: InputFields) => ({
  allocation: t.field({ type: EvaluationDesignEnum, required: true, description: 'How people are assigned.' }),
  level: t.field({ type: OutcomeLevelEnum, required: true, description: 'Level of analysis.' }),
  indicatorId: t.id({ description: 'Primary outcome.' }),
  secondaryIndicatorIds: t.idList({ required: true, description: 'Further outcomes, at most 10.' }),
  hypothesis: t.string({ required: true, description: 'The change that is expected, at most 4,000 characters.' }),
  comparisonRule: t.string({ required: true, description: 'With whom those trained are compared, at most 4,000 characters.' }),
  preMonths: t.int({ required: true, description: 'Months before, 1 to 36.' }),
  postMonths: t.int({ required: true, description: 'Months after, 1 to 36.' }),
  minPerArm: t.int({ required: true, description: 'Least units or people in each arm, 2 to 1,000.' }),
  plannedEffect: t.field({ type: 'Decimal', description: 'Effect to be seen, above 0.' }),
  plannedSd: t.field({ type: 'Decimal', description: 'Standard deviation.' }),
  plannedCorrelation: t.field({ type: 'Decimal', description: 'Correlation of before and after, 0 to below 1.' }),
})
const step = (t: InputFields) => ({
  id: t.id({ required: true, description: 'Global id.' }),
  revision: t.int({ required: true, description: 'Revision that was read.' }),
})

const DraftInput = builder.inputType('DraftImpactDesignInput', {
  description: 'A design to draft.',
  fields: (t) => ({ programmeId: t.id({ required: true, description: 'Global id of the programme.' }), ...content(t) }),
})
const ChangeInput = builder.inputType('ChangeImpactDesignInput', {
  description: 'A draft as it shall be.',
  fields: (t) => ({ ...step(t), ...content(t) }),
})
const StepInput = builder.inputType('ImpactDesignStepInput', {
  description: 'A design to take a step with.',
  fields: (t) => step(t),
})
const RegisterInput = builder.inputType('RegisterImpactDesignInput', {
  description: 'A design to register.',
  fields: (t) => ({
    ...step(t),
    acceptsExploratory: t.boolean({
      required: true,
      description: 'The caller knows that it is exploratory when the training has started; otherwise DESIGN_REQUIRED.',
    }),
  }),
})
const ReactionInput = builder.inputType('GiveReactionInput', {
  description: 'How a participant rates a programme.',
  fields: (t) => ({
    participantId: t.id({ required: true, description: 'Global id of the participation.' }),
    answers: t.intList({ required: true, description: 'One answer per question, 1–4, in the order of the form.' }),
  }),
})

type Outcomes = {
  readonly indicatorId?: string | number | null | undefined
  readonly secondaryIndicatorIds: readonly (string | number)[]
}

/** Bare ids in place of global ones. */
function read<Input extends Outcomes>(input: Input) {
  const indicator = (id: string | number) => idOf('Indicator', String(id))
  return {
    ...input,
    indicatorId: input.indicatorId ? indicator(input.indicatorId) : null,
    secondaryIndicatorIds: input.secondaryIndicatorIds.map(indicator),
  }
}

const own = (id: string | number) => idOf('ImpactDesign', String(id))

builder.mutationFields((t) => {
  const design = { type: ImpactDesign, authScopes: { signedIn: true } } as const
  return {
    draftImpactDesign: t.prismaField({
      ...design,
      description: "Begins the next version of a programme's evaluation design.",
      args: { input: t.arg({ type: DraftInput, required: true, description: 'The design.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const programmeId = idOf('PembinaanProgramme', String(input.programmeId))
        const { id } = await execute(draftDesign, { ...read(input), programmeId })
        return db.impactDesign.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    changeImpactDesign: t.prismaField({
      ...design,
      description: 'Changes a draft as a whole.',
      args: { input: t.arg({ type: ChangeInput, required: true, description: 'The draft.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(changeDesign, { ...read(input), id: own(input.id) })
        return db.impactDesign.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    discardImpactDesign: t.boolean({
      description: 'Throws a draft away.',
      authScopes: { signedIn: true },
      args: { input: t.arg({ type: StepInput, required: true, description: 'The draft.' }) },
      resolve: async (_root, { input }, { execute }) => {
        await execute(discardDesign, { ...input, id: own(input.id) })
        return true
      },
    }),
    registerImpactDesign: t.prismaField({
      ...design,
      description: 'Registers a design and locks it for good.',
      args: { input: t.arg({ type: RegisterInput, required: true, description: 'The design.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(registerDesign, { ...input, id: own(input.id) })
        return db.impactDesign.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    giveReaction: t.boolean({
      description: 'A participant rates a programme that they took part in, once.',
      authScopes: { signedIn: true },
      args: { input: t.arg({ type: ReactionInput, required: true, description: 'The answers.' }) },
      resolve: async (_root, { input }, { execute }) => {
        await execute(giveReaction, { ...input, participantId: idOf('Participant', String(input.participantId)) })
        return true
      },
    }),
  }
})
