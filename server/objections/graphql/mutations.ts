import { LevelEnum } from '../../appraisals/graphql/enums.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { idOf } from '../../list.ts'
import type { Command } from '../../transact.ts'
import { decideObjection } from '../commands/decide.ts'
import { acceptObjection, closeHearing, declareInadmissible } from '../commands/examine.ts'
import { explainObjection, explainRating } from '../commands/explain.ts'
import { fileObjection } from '../commands/file.ts'
import { proposeRuling } from '../commands/propose.ts'
import { Objection, ObjectionDecisionEnum } from './objection.ts'

const FileObjectionInput = builder.inputType('FileObjectionInput', {
  description: 'An objection to a delivered result.',
  fields: (t) => ({
    appraisalId: t.id({ required: true, description: 'Global id of the appraisal.' }),
    revision: t.int({ required: true, description: 'Revision of the appraisal that was read.' }),
    reasons: t.string({ required: true, description: 'The reasons, 20 to 8,000 characters.' }),
    evidenceUrls: t.stringList({ description: 'Addresses of evidence, http or https, at most 10.' }),
  }),
})

const ObjectionStepInput = builder.inputType('ObjectionStepInput', {
  description: 'An objection to take one step with.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    revision: t.int({ required: true, description: 'Revision that was read.' }),
  }),
})

const DeclareInadmissibleInput = builder.inputType('DeclareObjectionInadmissibleInput', {
  description: 'An objection that cannot be examined.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    revision: t.int({ required: true, description: 'Revision that was read.' }),
    reason: t.string({ required: true, description: 'Why, 30 to 4,000 characters; the employee reads it.' }),
  }),
})

const ExplainInput = builder.inputType('ExplainObjectionInput', {
  description: 'What one side says.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    revision: t.int({ required: true, description: 'Revision that was read.' }),
    statement: t.string({ required: true, description: 'The explanation, 10 to 8,000 characters; both sides read it.' }),
  }),
})

const ProposeInput = builder.inputType('ProposeObjectionRulingInput', {
  description: 'What the tim proposes to the PPK.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    revision: t.int({ required: true, description: 'Revision that was read.' }),
    proposal: t.string({ required: true, description: 'The proposed ruling with its reasons, 30 to 4,000 characters.' }),
  }),
})

const DecideInput = builder.inputType('DecideObjectionInput', {
  description: 'The decision on an objection.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    revision: t.int({ required: true, description: 'Revision that was read.' }),
    decision: t.field({ type: ObjectionDecisionEnum, required: true, description: 'What is decided.' }),
    reason: t.string({ required: true, description: 'Why, 30 to 4,000 characters; both sides read it.' }),
    result: t.field({ type: LevelEnum, description: 'Hasil kerja from now on; needed when granted, empty when rejected.' }),
    behaviour: t.field({ type: LevelEnum, description: 'Perilaku from now on; needed when granted, empty when rejected.' }),
  }),
})

type Query = { include?: object; select?: object }

async function stepped<Raw extends { readonly id: string }, Input, Subject>(
  { db, execute }: Context,
  query: Query,
  spec: Command<Raw, Input, Subject, { id: string }>,
  input: Raw,
) {
  const { id } = await execute(spec, { ...input, id: idOf('Objection', input.id) })
  return db.objection.findUniqueOrThrow({ ...query, where: { id } })
}

builder.mutationFields((t) => ({
  fileObjection: t.prismaField({
    type: Objection,
    description:
      'Objects to a delivered result within its window. OBJECTION_LATE after its last instant, OBJECTION_EMPTY without reasons.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: FileObjectionInput, required: true, description: 'The objection.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(fileObjection, { ...input, appraisalId: idOf('Appraisal', input.appraisalId) })
      return db.objection.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  acceptObjection: t.prismaField({
    type: Objection,
    description: 'Accepts an objection for examination; both sides are asked to explain themselves.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ObjectionStepInput, required: true, description: 'The objection.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, acceptObjection, input),
  }),
  declareObjectionInadmissible: t.prismaField({
    type: Objection,
    description: 'Declares an objection inadmissible; the delivered result becomes final.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: DeclareInadmissibleInput, required: true, description: 'The objection and the reason.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, declareInadmissible, input),
  }),
  explainRating: t.prismaField({
    type: Objection,
    description: 'The penilai explains the rating that an objection is against.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ExplainInput, required: true, description: 'The explanation.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, explainRating, input),
  }),
  explainObjection: t.prismaField({
    type: Objection,
    description: 'The employee explains the objection.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ExplainInput, required: true, description: 'The explanation.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, explainObjection, input),
  }),
  closeObjectionHearing: t.prismaField({
    type: Objection,
    description: 'Ends the hearing once its time is over; silence of a side blocks nobody.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ObjectionStepInput, required: true, description: 'The objection.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, closeHearing, input),
  }),
  proposeObjectionRuling: t.prismaField({
    type: Objection,
    description: 'Proposes a ruling to the PPK where nobody stands above the penilai (LOCAL); nobody is bound by it.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ProposeInput, required: true, description: 'The proposal.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, proposeRuling, input),
  }),
  decideObjection: t.prismaField({
    type: Objection,
    description:
      'Decides an objection, finally (PP 30/2019 art. 59). Granted, a successor version of the appraisal holds the new levels; the delivered one is kept.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: DecideInput, required: true, description: 'The decision.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, decideObjection, input),
  }),
}))
