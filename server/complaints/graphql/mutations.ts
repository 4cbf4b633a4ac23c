import { builder, type InputFields } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { idOf } from '../../list.ts'
import { complaintKeys } from '../../quarter-keys.ts'
import type { Command } from '../../transact.ts'
import { answerComplaint, askComplainant, noteComplaint, startComplaint } from '../commands/answer.ts'
import { recordComplaint } from '../commands/file.ts'
import { openIdentity } from '../commands/identity.ts'
import { recordOneDayRates } from '../commands/one-day.ts'
import type { ComplainantIdentity } from '../commands/sealed-identity.ts'
import {
  assignComplaint,
  forwardComplaint,
  rejectComplaint,
  returnToDesk,
  sendToInspectorate,
  verifyComplaint,
} from '../commands/triage.ts'
import { Complaint } from './complaint.ts'
import {
  ComplaintCategoryEnum,
  ComplaintChannelEnum,
  ComplaintClassEnum,
  ComplaintExclusionEnum,
  ComplaintFindingEnum,
} from './enums.ts'

const step = (t: InputFields) => ({
  id: t.id({ required: true, description: 'Global id.' }),
  revision: t.int({ required: true, description: 'Revision that was read.' }),
})

const StepInput = builder.inputType('ComplaintStepInput', {
  description: 'A complaint to take one step with.',
  fields: (t) => step(t),
})

const VerifyInput = builder.inputType('VerifyComplaintInput', {
  description: 'What the desk knows of a complaint after reading it.',
  fields: (t) => ({
    ...step(t),
    unitId: t.id({ required: true, description: 'The unit that it is about.' }),
    category: t.field({ type: ComplaintCategoryEnum, required: true, description: 'What it is about.' }),
    class: t.field({ type: ComplaintClassEnum, required: true, description: 'Sets the time for the answer.' }),
  }),
})

const RejectInput = builder.inputType('RejectComplaintInput', {
  description: 'A complaint that is not pursued.',
  fields: (t) => ({
    ...step(t),
    exclusion: t.field({ type: ComplaintExclusionEnum, required: true, description: 'DUPLICATE, OUT_OF_SCOPE or SPAM.' }),
    duplicateOfId: t.id({ description: 'The complaint that it repeats; for duplicates only.' }),
    reason: t.string({ required: true, description: 'Why, 10 to 2,000 characters; the citizen reads it.' }),
  }),
})

const ForwardInput = builder.inputType('ForwardComplaintInput', {
  description: 'A complaint that belongs to another agency.',
  fields: (t) => ({
    ...step(t),
    agency: t.string({ required: true, description: 'The agency, 3 to 200 characters; the citizen reads it.' }),
    reason: t.string({ required: true, description: 'Why, 10 to 2,000 characters; the citizen reads it.' }),
  }),
})

const AssignInput = builder.inputType('AssignComplaintInput', {
  description: 'Who answers a complaint.',
  fields: (t) => ({
    ...step(t),
    handlerId: t.id({ required: true, description: 'The employee; in the inspectorate one of its inspectors.' }),
  }),
})

const AnswerInput = builder.inputType('AnswerComplaintInput', {
  description: 'The answer to a complaint.',
  fields: (t) => ({
    ...step(t),
    text: t.string({ required: true, description: 'The answer in substance, 20 to 4,000 characters; the citizen reads it.' }),
    finding: t.field({ type: ComplaintFindingEnum, description: 'What was found; for the inspectorate, and needed there.' }),
    officialId: t.id({ description: 'The official whom it names, once found; for the inspectorate.' }),
  }),
})

const WriteInput = builder.inputType('WriteInComplaintInput', {
  description: 'Something to write into a complaint.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    text: t.string({ required: true, description: 'The words, 3 to 2,000 characters; a question at least 10.' }),
  }),
})

const ComplainantInput = builder.inputType('ComplainantInput', {
  description: 'Who complains. It is sealed, and every look at it is recorded.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name, 2 to 100 characters.' }),
    contact: t.string({ required: true, description: 'Telephone or address, 5 to 100 characters.' }),
  }),
})

const RecordInput = builder.inputType('RecordComplaintInput', {
  description: 'A complaint that came at the counter, by letter or by telephone.',
  fields: (t) => ({
    channel: t.field({ type: ComplaintChannelEnum, required: true, description: 'LOKET, WA, SURAT or LAINNYA.' }),
    category: t.field({ type: ComplaintCategoryEnum, required: true, description: 'What it is about.' }),
    unitId: t.id({ description: 'The unit that it is about, where known.' }),
    description: t.string({ required: true, description: 'The words of the citizen, 20 to 4,000 characters.' }),
    isAboutOfficial: t.boolean({ required: true, description: 'It names an official: the inspectorate alone gets it.' }),
    identity: t.field({ type: ComplainantInput, description: 'Left out for one without a name.' }),
  }),
})

type Query = { include?: object; select?: object }

async function stepped<Raw extends { readonly id: string }, Input, Subject>(
  { db, execute }: Context,
  query: Query,
  spec: Command<Raw, Input, Subject, { id: string }>,
  input: Raw,
) {
  const { id } = await execute(spec, { ...input, id: idOf('Complaint', input.id) })
  return db.complaint.findUniqueOrThrow({ ...query, where: { id } })
}

/** The complaint goes where the caller may not follow: it answers that it went, and nothing of it. */
async function handedOver<Raw extends { readonly id: string }, Input, Subject>(
  { execute }: Context,
  spec: Command<Raw, Input, Subject, { id: string }>,
  input: Raw,
): Promise<boolean> {
  await execute(spec, { ...input, id: idOf('Complaint', input.id) })
  return true
}

const Filed = builder.objectRef<{ readonly code: string }>('RecordedComplaint').implement({
  description: 'A complaint that an office wrote down.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Tracking code for the citizen. Shown once: nobody can look it up later.' }),
  }),
})

const Identity = builder.objectRef<ComplainantIdentity>('ComplainantIdentity').implement({
  description: 'Who complained. Answered once for each recorded look.',
  authScopes: { permission: 'complaints.identity' },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name as the citizen gave it.' }),
    contact: t.exposeString('contact', { description: 'How the citizen wants to be reached.' }),
  }),
})

builder.mutationFields((t) => ({
  recordComplaint: t.field({
    type: Filed,
    description: 'Writes down a complaint of a citizen who has no way to the public page.',
    authScopes: { permission: 'complaints.manage' },
    args: { input: t.arg({ type: RecordInput, required: true, description: 'The complaint.' }) },
    resolve: (_root, { input: { unitId, channel, ...input } }, { execute }) =>
      execute(recordComplaint(complaintKeys()), {
        ...input,
        // The command refuses the channels that are not the desk's.
        channel: channel as 'LOKET',
        unitId: unitId ? idOf('Unit', unitId) : null,
      }),
  }),
  verifyComplaint: t.prismaField({
    type: Complaint,
    description: 'Verifies a complaint; the class sets the time for its answer.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: VerifyInput, required: true, description: 'The complaint and what is known.' }) },
    resolve: (query, _root, { input }, context) =>
      stepped(context, query, verifyComplaint, { ...input, unitId: idOf('Unit', input.unitId) }),
  }),
  rejectComplaint: t.prismaField({
    type: Complaint,
    description: 'Ends a complaint that is not pursued, with a reason that the citizen reads.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RejectInput, required: true, description: 'The complaint and the reason.' }) },
    resolve: (query, _root, { input: { duplicateOfId, exclusion, ...input } }, context) =>
      stepped(context, query, rejectComplaint, {
        ...input,
        // The command refuses the exclusion that is the citizen's.
        exclusion: exclusion as 'SPAM',
        duplicateOfId: duplicateOfId ? idOf('Complaint', duplicateOfId) : null,
      }),
  }),
  forwardComplaint: t.prismaField({
    type: Complaint,
    description: 'Forwards a complaint to the agency that it belongs to.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ForwardInput, required: true, description: 'The complaint, the agency and the reason.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, forwardComplaint, input),
  }),
  assignComplaint: t.prismaField({
    type: Complaint,
    description: 'Gives a complaint to the employee who answers it.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: AssignInput, required: true, description: 'The complaint and the employee.' }) },
    resolve: (query, _root, { input }, context) =>
      stepped(context, query, assignComplaint, { ...input, handlerId: idOf('Employee', input.handlerId) }),
  }),
  startComplaint: t.prismaField({
    type: Complaint,
    description: 'Begins to work on a complaint.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: StepInput, required: true, description: 'The complaint.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, startComplaint, input),
  }),
  answerComplaint: t.prismaField({
    type: Complaint,
    description:
      'Answers a complaint in substance; a finding about an official is no sanction, and nothing follows from it by itself.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: AnswerInput, required: true, description: 'The answer.' }) },
    resolve: (query, _root, { input: { officialId, ...input } }, context) =>
      stepped(context, query, answerComplaint, { ...input, officialId: officialId ? idOf('Employee', officialId) : null }),
  }),
  askComplainant: t.prismaField({
    type: Complaint,
    description: 'Asks the citizen something on the page of the tracking code; nothing stops the clock.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: WriteInput, required: true, description: 'The question.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, askComplainant, input),
  }),
  noteComplaint: t.prismaField({
    type: Complaint,
    description: 'Notes something for colleagues.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: WriteInput, required: true, description: 'The note.' }) },
    resolve: (query, _root, { input }, context) => stepped(context, query, noteComplaint, input),
  }),
  sendComplaintToInspectorate: t.boolean({
    description: 'Sends a complaint that names an official to the inspectorate; from then on nobody else sees it.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: StepInput, required: true, description: 'The complaint.' }) },
    resolve: (_root, { input }, context) => handedOver(context, sendToInspectorate, input),
  }),
  returnComplaintToDesk: t.boolean({
    description: 'Gives back to the desk what is about no named official.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: StepInput, required: true, description: 'The complaint.' }) },
    resolve: (_root, { input }, context) => handedOver(context, returnToDesk, input),
  }),
  openComplainantIdentity: t.field({
    type: Identity,
    description: 'Opens who complained, for a reason; the look is recorded in the audit trail.',
    authScopes: { signedIn: true },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the complaint.' }),
      reason: t.arg.string({ required: true, description: 'Why it must be known, 3 to 500 characters.' }),
    },
    resolve: (_root, { id, reason }, { execute }) =>
      execute(openIdentity(complaintKeys()), { id: idOf('Complaint', id), reason }),
  }),
  recordOneDayRates: t.int({
    description:
      'Records the one-day rates of a quarter that is over as verified measurements (F15); answers how many units changed. A second time it changes nothing.',
    authScopes: { permission: 'complaints.manage' },
    args: { periodKey: t.arg.string({ required: true, description: 'The quarter, `2025-TW4`.' }) },
    resolve: async (_root, { periodKey }, { execute }) => (await execute(recordOneDayRates, { periodKey })).units,
  }),
}))
