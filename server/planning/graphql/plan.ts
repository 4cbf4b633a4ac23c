import { Action, namedVerdicts } from '../../actions.ts'
import { BehaviourValueEnum } from '../../appraisals/graphql/enums.ts'
import { Iki, Rhk, Skp } from '../../appraisals/graphql/skp.ts'
import { builder } from '../../builder.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { say } from '../../language.ts'
import { encodeId, found } from '../../list.ts'
import { skpActions } from '../policy.ts'
import { planOf } from '../queries/plan-content.ts'
import { skpFacts } from '../queries/plan-facts.ts'
import { type DialogueGap, dialogueGaps } from '../rules/dialogue.ts'
import { type Fault, faultsOf, isError } from '../rules/faults.ts'
import { AppendixKindEnum, DialogueStageEnum, PlanFaultCodeEnum, SkpCloseReasonEnum } from './enums.ts'

const Appendix = builder.prismaObject('SkpAppendix', {
  description: 'One lampiran of a plan.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: AppendixKindEnum, description: 'Which one.' }),
    text: t.exposeString('text', { description: 'What it says.' }),
  }),
})

const Expectation = builder.prismaObject('SpecialExpectation', {
  description: 'Ekspektasi khusus of the leader for one of the seven values.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    value: t.expose('value', { type: BehaviourValueEnum, description: 'The value.' }),
    text: t.exposeString('text', { description: 'What is expected.' }),
  }),
})

const PlanFault = builder.objectRef<Fault>('PlanFault').implement({
  description: 'One thing that is wrong with a plan, as it stands.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.expose('code', { type: PlanFaultCodeEnum, description: 'What it is.' }),
    isError: t.boolean({ description: 'True when it keeps the plan from being submitted.', resolve: isError }),
    field: t.exposeString('field', { description: 'Dotted path of the input that mends it, such as `rhk.0.weight`.' }),
    message: t.string({
      description: 'What to do, in the language of the caller.',
      resolve: ({ sentence }, _args, { language }) => say(sentence, language),
    }),
  }),
})

const DialogueGapType = builder.objectRef<DialogueGap>('DialogueGap').implement({
  description: 'A dialogue that is still to be held (LOCAL).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    stage: t.expose('stage', { type: DialogueStageEnum, description: 'Which one.' }),
    quarter: t.exposeInt('quarter', { nullable: true, description: '1 to 4; empty for planning and for the annual result.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Last day.' }),
    isOverdue: t.exposeBoolean('isOverdue', { description: 'That day has passed.' }),
  }),
})

builder.prismaObjectFields(Skp, (t) => ({
  revision: t.exposeInt('revision', { description: 'Counts each change; every command names the number that it read.' }),
  submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true, description: 'When it was submitted last.' }),
  setAt: t.expose('setAt', { type: 'DateTime', nullable: true, description: 'When it was set last.' }),
  isTimSet: t.exposeBoolean('isTimSet', {
    description: 'Nobody had made it by mid January: the tim may set it (PermenPANRB 8/2021, annex).',
  }),
  standingReason: t.exposeString('standingReason', {
    nullable: true,
    description: 'The last reason given for a return or a revision.',
  }),
  isRevisionAsked: t.boolean({
    description: 'A revision was asked for and waits for the penilai.',
    select: { revisionAskedAt: true },
    resolve: ({ revisionAskedAt }) => revisionAskedAt !== null,
  }),
  closeReason: t.expose('closeReason', { type: SkpCloseReasonEnum, nullable: true, description: 'Why it was closed.' }),
  closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
  predecessor: t.relation('predecessor', {
    nullable: true,
    description: 'The plan that it follows: of last year, or before a transfer or a change of penilai.',
  }),
  appendices: t.field({
    type: [Appendix],
    description: 'Its lampiran, at most three.',
    select: { appendices: { orderBy: { kind: 'asc' } } },
    resolve: ({ appendices }) => appendices,
  }),
  expectations: t.field({
    type: [Expectation],
    description: 'Ekspektasi khusus, at most one for a value.',
    select: { expectations: { orderBy: { value: 'asc' } } },
    resolve: ({ expectations }) => expectations,
  }),
  faults: t.field({
    type: [PlanFault],
    description: 'Everything that is wrong with it as it stands, errors and warnings: what a submission would name.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => faultsOf(found(await planOf(context, id))),
  }),
  dialogueGaps: t.field({
    type: [DialogueGapType],
    description: 'Dialogues that are missing today: one at planning, one a quarter, one at the annual result (LOCAL).',
    select: { startsOn: true, endsOn: true, dialogues: { select: { stage: true, heldOn: true } } },
    resolve: (skp, _args, { now }) => dialogueGaps(skp, civilDate(now)),
  }),
  actions: t.field({
    type: [Action],
    description: 'EDIT, SUBMIT, RETURN, REVIEW, APPROVE and the other steps, with the reason where one is not possible now.',
    select: { id: true },
    resolve: async ({ id }, _args, context) =>
      namedVerdicts(skpActions(context.actor, found(await skpFacts(context, id)), context.now)),
  }),
}))

builder.prismaObjectFields(Rhk, (t) => ({
  id: t.id({
    description: 'Global id, for changes of the plan.',
    select: { id: true },
    resolve: ({ id }) => encodeId('Rhk', id),
  }),
  assignmentLetter: t.exposeString('assignmentLetter', {
    nullable: true,
    description: 'Number and date of the assignment letter that it serves.',
  }),
  isSelfExecuted: t.exposeBoolean('isSelfExecuted', { description: 'The leader does it without handing it down.' }),
  expectation: t.exposeString('expectation', { nullable: true, description: 'What is expected, in words.' }),
}))

builder.prismaObjectField(Iki, 'id', (t) =>
  t.id({ description: 'Global id, for changes of the plan.', select: { id: true }, resolve: ({ id }) => encodeId('Iki', id) }),
)
