import { builder, type InputFields } from '../../builder.ts'
import { idOf } from '../../list.ts'
import { surveyKeys } from '../../quarter-keys.ts'
import { closeSurvey } from '../commands/closing.ts'
import { reviewComment } from '../commands/comments.ts'
import { finishFollowUp, planFollowUp } from '../commands/follow-ups.ts'
import {
  activateSurvey,
  draftSurvey,
  editSurvey,
  issueTickets,
  mostTickets,
  publishSurvey,
  reopenSurvey,
} from '../commands/surveys.ts'
import { SurveyAccessEnum } from './enums.ts'
import { Survey } from './survey.ts'

const UnsurEnum = builder.enumType('Unsur', {
  description: 'The nine elements of PermenPANRB 14/2017.',
  values: {
    U1: { description: 'Persyaratan.' },
    U2: { description: 'Sistem, mekanisme, dan prosedur.' },
    U3: { description: 'Waktu penyelesaian.' },
    U4: { description: 'Biaya/tarif.' },
    U5: { description: 'Produk spesifikasi jenis pelayanan.' },
    U6: { description: 'Kompetensi pelaksana.' },
    U7: { description: 'Perilaku pelaksana.' },
    U8: { description: 'Sarana dan prasarana.' },
    U9: { description: 'Penanganan pengaduan, saran, dan masukan.' },
  } as const,
})

const OwnQuestionInput = builder.inputType('OwnQuestionInput', {
  description: 'A question of the survey itself, answered 1 to 4 and left out of the index.',
  fields: (t) => ({
    textId: t.string({ required: true, description: 'In Indonesian, 5 to 300 characters.' }),
    textEn: t.string({ required: true, description: 'In English, 5 to 300 characters.' }),
  }),
})

const contentFields = (t: InputFields) => ({
  title: t.string({ required: true, description: 'Title, 3 to 200 characters.' }),
  access: t.field({ type: SurveyAccessEnum, required: true, description: 'Who may answer.' }),
  population: t.int({ description: 'People served in the period, 1 to 10,000,000.' }),
  indicatorId: t.id({ description: 'Indicator of units, an index, that the closing gives a measurement.' }),
  opensOn: t.field({ type: 'Date', required: true, description: 'First day.' }),
  closesOn: t.field({ type: 'Date', required: true, description: 'Last day.' }),
  unsur: t.field({ type: [UnsurEnum], required: true, description: 'Elements that apply to the service.' }),
  questions: t.field({ type: [OwnQuestionInput], description: 'Questions of its own, at most 9.' }),
})

const stepFields = (t: InputFields) => ({
  id: t.id({ required: true, description: 'Global id.' }),
  revision: t.int({ required: true, description: 'Revision that was read.' }),
})

const DraftInput = builder.inputType('DraftSurveyInput', {
  description: 'A survey to prepare.',
  fields: (t) => ({
    unitId: t.id({ required: true, description: 'Service unit.' }),
    periodKey: t.string({ required: true, description: 'Period, `2025` or `2025-TW4`.' }),
    ...contentFields(t),
  }),
})

const EditInput = builder.inputType('EditSurveyInput', {
  description: 'A draft as it shall be.',
  fields: (t) => ({ ...stepFields(t), ...contentFields(t) }),
})

const StepInput = builder.inputType('SurveyStepInput', {
  description: 'A survey to take a step with.',
  fields: (t) => stepFields(t),
})

const TicketsInput = builder.inputType('IssueTicketsInput', {
  description: 'Tickets to make.',
  fields: (t) => ({ ...stepFields(t), count: t.int({ required: true, description: `How many, 1 to ${mostTickets}.` }) }),
})

const ReopenInput = builder.inputType('ReopenSurveyInput', {
  description: 'A closed survey to open again.',
  fields: (t) => ({
    ...stepFields(t),
    closesOn: t.field({ type: 'Date', required: true, description: 'New last day.' }),
    reason: t.string({ required: true, description: 'Why, 10 to 1,000 characters.' }),
  }),
})

const PlanInput = builder.inputType('PlanFollowUpInput', {
  description: 'What is to be done about one question.',
  fields: (t) => ({
    surveyId: t.id({ required: true, description: 'Global id of the survey.' }),
    code: t.string({ required: true, description: 'The question, such as `U3`.' }),
    action: t.string({ required: true, description: 'What is done, 10 to 1,000 characters.' }),
    ownerId: t.id({ required: true, description: 'Employee who answers for it.' }),
    dueOn: t.field({ type: 'Date', required: true, description: 'Until when; a day to come.' }),
  }),
})

const FinishInput = builder.inputType('FinishFollowUpInput', {
  description: 'A follow-up that is done.',
  fields: (t) => ({
    ...stepFields(t),
    outcome: t.string({ required: true, description: 'What was done, 10 to 1,000 characters.' }),
    proofUrl: t.string({ description: 'Where it can be seen; http or https.' }),
  }),
})

const CommentDecision = builder.enumType('CommentDecision', {
  description: 'What becomes of a comment.',
  values: {
    RELEASED: { description: 'It may be shown beside the result.' },
    WITHHELD: { description: 'It is held back.' },
  } as const,
})

const ReviewInput = builder.inputType('ReviewCommentInput', {
  description: 'A decision on a comment.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the comment.' }),
    decision: t.field({ type: CommentDecision, required: true, description: 'What becomes of it.' }),
  }),
})

const Issued = builder.objectRef<{ readonly codes: readonly string[] }>('IssuedTickets').implement({
  description: 'Tickets that were just made. Their codes are shown this once.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    codes: t.stringList({
      description: 'Codes of 65 random bits: each lets one answer in at `/s/<code>`.',
      resolve: ({ codes }) => [...codes],
    }),
  }),
})

builder.mutationFields((t) => {
  const survey = { type: Survey, authScopes: { signedIn: true } } as const
  const own = (id: string) => idOf('Survey', id)
  const indicator = (id: string | null | undefined) => (id ? idOf('Indicator', id) : null)
  return {
    draftSurvey: t.prismaField({
      ...survey,
      description: 'Prepares the survey of a service unit for a period. CONFLICT when it has one.',
      args: { input: t.arg({ type: DraftInput, required: true, description: 'The survey.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(draftSurvey, {
          ...input,
          unitId: idOf('Unit', input.unitId),
          indicatorId: indicator(input.indicatorId),
          questions: input.questions ?? undefined,
        })
        return db.survey.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    editSurvey: t.prismaField({
      ...survey,
      description: 'Changes a draft.',
      args: { input: t.arg({ type: EditInput, required: true, description: 'The draft.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const questions = input.questions ?? undefined
        const { id } = await execute(editSurvey, {
          ...input,
          id: own(input.id),
          indicatorId: indicator(input.indicatorId),
          questions,
        })
        return db.survey.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    activateSurvey: t.prismaField({
      ...survey,
      description: 'Opens a survey to respondents.',
      args: { input: t.arg({ type: StepInput, required: true, description: 'The survey.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(activateSurvey, { ...input, id: own(input.id) })
        return db.survey.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    issueSurveyTickets: t.field({
      type: Issued,
      authScopes: { signedIn: true },
      description: 'Makes tickets and shows their codes, once.',
      args: { input: t.arg({ type: TicketsInput, required: true, description: 'How many.' }) },
      resolve: (_root, { input }, { execute }) => execute(issueTickets, { ...input, id: own(input.id) }),
    }),
    closeSurvey: t.prismaField({
      ...survey,
      description: 'Closes a survey; at the first time its official result is frozen and measures the indicator of the unit.',
      args: { input: t.arg({ type: StepInput, required: true, description: 'The survey.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(closeSurvey(surveyKeys()), { ...input, id: own(input.id) })
        return db.survey.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    reopenSurvey: t.prismaField({
      ...survey,
      description: 'Opens a closed survey again; the official result stays.',
      args: { input: t.arg({ type: ReopenInput, required: true, description: 'The survey and the reason.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(reopenSurvey, { ...input, id: own(input.id) })
        return db.survey.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    publishSurvey: t.prismaField({
      ...survey,
      description: 'Releases the official result for the next public edition. K_ANONYMITY when too few answered.',
      args: { input: t.arg({ type: StepInput, required: true, description: 'The survey.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(publishSurvey, { ...input, id: own(input.id) })
        return db.survey.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    planFollowUp: t.prismaField({
      ...survey,
      description: 'Plans what is done about one question; its owner is told.',
      args: { input: t.arg({ type: PlanInput, required: true, description: 'What is done.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const id = own(input.surveyId)
        await execute(planFollowUp, { ...input, surveyId: id, ownerId: idOf('Employee', input.ownerId) })
        return db.survey.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    finishFollowUp: t.prismaField({
      ...survey,
      description: 'Reports a follow-up as done.',
      args: { input: t.arg({ type: FinishInput, required: true, description: 'What was done.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { surveyId } = await execute(finishFollowUp, { ...input, id: idOf('SurveyFollowUp', input.id) })
        return db.survey.findUniqueOrThrow({ ...query, where: { id: surveyId } })
      },
    }),
    reviewComment: t.prismaField({
      ...survey,
      description: 'Releases a comment, or holds it back.',
      args: { input: t.arg({ type: ReviewInput, required: true, description: 'The decision.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { surveyId } = await execute(reviewComment, { ...input, id: idOf('SurveyComment', input.id) })
        return db.survey.findUniqueOrThrow({ ...query, where: { id: surveyId } })
      },
    }),
  }
})
