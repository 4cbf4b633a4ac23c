import { builder, type InputFields } from '../../builder.ts'
import { ComplaintCategoryEnum } from '../../complaints/graphql/enums.ts'
import type { Context } from '../../context.ts'
import { idOf } from '../../list.ts'
import type { Command } from '../../transact.ts'
import { closeFkp, closeFkpAgreement, linkFkpIssue, publishFkp, recordFkp } from '../commands/outcome.ts'
import { cancelFkp, draftFkp, openFkp, scheduleFkp, updateFkp } from '../commands/prepare.ts'
import { Fkp, FkpRoleEnum } from './fkp.ts'

const step = (t: InputFields) => ({
  id: t.id({ required: true, description: 'Global id.' }),
  revision: t.int({ required: true, description: 'Revision that was read.' }),
})

const FkpInvitationInput = builder.inputType('FkpInvitationInput', {
  description: 'Somebody to invite.',
  fields: (t) => ({
    role: t.field({ type: FkpRoleEnum, required: true, description: 'As what.' }),
    organisation: t.string({ required: true, description: 'The body, 2 to 200 characters.' }),
    person: t.string({ description: 'The person, 2 to 100 characters.' }),
  }),
})

const content = (t: InputFields) => ({
  title: t.string({ required: true, description: 'Title, 5 to 200 characters.' }),
  purpose: t.string({ required: true, description: 'What it is to find out, 10 to 2,000 characters.' }),
  place: t.string({ required: true, description: 'Where, 3 to 200 characters.' }),
  heldOn: t.field({ type: 'Date', required: true, description: 'On which day.' }),
  invitations: t.field({ type: [FkpInvitationInput], required: true, description: 'Who is invited, at most 100; saved whole.' }),
})

const DraftInput = builder.inputType('DraftFkpInput', {
  description: 'A new forum.',
  fields: (t) => ({ unitId: t.id({ required: true, description: 'The unit that holds it.' }), ...content(t) }),
})

const UpdateInput = builder.inputType('UpdateFkpInput', {
  description: 'The draft of a forum as it shall be.',
  fields: (t) => ({ ...step(t), ...content(t) }),
})

const StepInput = builder.inputType('FkpStepInput', {
  description: 'A forum to take one step with.',
  fields: (t) => step(t),
})

const CancelInput = builder.inputType('CancelFkpInput', {
  description: 'A forum that is called off.',
  fields: (t) => ({ ...step(t), reason: t.string({ required: true, description: 'Why, 5 to 500 characters.' }) }),
})

const CloseInput = builder.inputType('CloseFkpInput', {
  description: 'The minutes of a forum.',
  fields: (t) => ({
    ...step(t),
    minutes: t.string({ required: true, description: 'Berita acara, 50 to 20,000 characters; the public reads it.' }),
  }),
})

const AgreementInput = builder.inputType('FkpAgreementInput', {
  description: 'What is agreed about an issue.',
  fields: (t) => ({
    text: t.string({ required: true, description: 'What is to be done, 10 to 1,000 characters.' }),
    ownerId: t.id({ required: true, description: 'The employee who answers for it.' }),
    dueOn: t.field({ type: 'Date', required: true, description: 'Until when.' }),
  }),
})

const IssueInput = builder.inputType('FkpIssueInput', {
  description: 'What was raised.',
  fields: (t) => ({
    unitId: t.id({ required: true, description: 'The unit that it is about.' }),
    category: t.field({ type: ComplaintCategoryEnum, required: true, description: 'What it is about.' }),
    raisedBy: t.field({ type: FkpRoleEnum, required: true, description: 'Who raised it, by role.' }),
    text: t.string({ required: true, description: 'The issue, 10 to 2,000 characters.' }),
    agreements: t.field({ type: [AgreementInput], required: true, description: 'What was agreed, at most 10.' }),
  }),
})

const RecordInput = builder.inputType('RecordFkpInput', {
  description: 'What a forum brings, as it shall be.',
  fields: (t) => ({
    ...step(t),
    attendedIds: t.idList({ required: true, description: 'Invitations of which somebody came.' }),
    issues: t.field({ type: [IssueInput], required: true, description: 'What was raised, at most 50; saved whole.' }),
  }),
})

const CloseAgreementInput = builder.inputType('CloseFkpAgreementInput', {
  description: 'What came of an agreement.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the agreement.' }),
    isDone: t.boolean({ required: true, description: 'True when it was done, false when it is not pursued.' }),
    result: t.string({ required: true, description: 'What was done, or why not, 10 to 2,000 characters; the public reads it.' }),
    proofUrl: t.string({ description: 'Address of the proof; needed when it was done.' }),
  }),
})

const LinkInput = builder.inputType('LinkFkpIssueInput', {
  description: 'An issue and the plan that takes it up.',
  fields: (t) => ({
    ...step(t),
    issueNumber: t.int({ required: true, description: 'Number of the issue within the forum.' }),
    planId: t.id({ description: 'The plan of pembinaan; left out, none.' }),
  }),
})

type Query = { include?: object; select?: object }

const read = ({ db }: Context, query: Query, id: string) => db.fkp.findUniqueOrThrow({ ...query, where: { id } })

async function stepped<Raw extends { readonly id: string }, Input, Subject>(
  context: Context,
  query: Query,
  spec: Command<Raw, Input, Subject, { id: string }>,
  input: Raw,
) {
  const { id } = await context.execute(spec, { ...input, id: idOf('Fkp', input.id) })
  return read(context, query, id)
}

builder.mutationFields((t) => ({
  draftFkp: t.prismaField({
    type: Fkp,
    description: 'Drafts a forum of a unit.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: DraftInput, required: true, description: 'The forum.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await context.execute(draftFkp, { ...input, unitId: idOf('Unit', input.unitId) })
      return read(context, query, id)
    },
  }),
  updateFkp: t.prismaField({
    type: Fkp,
    description: 'Changes the draft of a forum; those who are invited are saved whole.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: UpdateInput, required: true, description: 'The forum as it shall be.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, updateFkp, input),
  }),
  scheduleFkp: t.prismaField({
    type: Fkp,
    description: 'Sends the invitations: all five kinds are invited.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: StepInput, required: true, description: 'The forum.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, scheduleFkp, input),
  }),
  openFkp: t.prismaField({
    type: Fkp,
    description: 'Opens a forum on its day.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: StepInput, required: true, description: 'The forum.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, openFkp, input),
  }),
  recordFkp: t.prismaField({
    type: Fkp,
    description: 'Takes down what a forum brings: attendance, issues, agreements.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: RecordInput, required: true, description: 'What it brings.' }) },
    resolve: (query, _root, { input }, context) =>
      stepped(context, query, recordFkp, {
        ...input,
        issues: input.issues.map((issue) => ({
          ...issue,
          unitId: idOf('Unit', issue.unitId),
          agreements: issue.agreements.map((one) => ({ ...one, ownerId: idOf('Employee', one.ownerId) })),
        })),
      }),
  }),
  closeFkp: t.prismaField({
    type: Fkp,
    description: 'Settles the minutes; the owners of the agreements are told.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: CloseInput, required: true, description: 'The minutes.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, closeFkp, input),
  }),
  publishFkp: t.prismaField({
    type: Fkp,
    description: 'Publishes a settled forum as “you said, we did”: roles without names.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: StepInput, required: true, description: 'The forum.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, publishFkp, input),
  }),
  cancelFkp: t.prismaField({
    type: Fkp,
    description: 'Calls a forum off that was not held.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: CancelInput, required: true, description: 'The forum and the reason.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, cancelFkp, input),
  }),
  closeFkpAgreement: t.prismaField({
    type: Fkp,
    description: 'Says what came of an agreement; EVIDENCE_REQUIRED for one that was done without a link to the proof.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: CloseAgreementInput, required: true, description: 'What came of it.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { fkpId } = await context.execute(closeFkpAgreement, { ...input, id: idOf('FkpAgreement', input.id) })
      return read(context, query, fkpId)
    },
  }),
  linkFkpIssue: t.prismaField({
    type: Fkp,
    description: 'Links an issue to the plan of pembinaan that takes it up.',
    authScopes: { permission: 'forums.manage' },
    args: { input: t.arg({ type: LinkInput, required: true, description: 'The issue and the plan.' }) },
    resolve: (query, _root, { input: { planId, ...input } }, context) =>
      stepped(context, query, linkFkpIssue, { ...input, planId: planId ? idOf('PembinaanPlan', planId) : null }),
  }),
}))
