import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'

export const unsurCodes = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'] as const

export type SurveyRow = {
  id: string
  title: string
  state: 'RANCANGAN' | 'AKTIF' | 'DITUTUP' | 'DIPUBLIKASI'
  opensOn: string
  closesOn: string
  unit: { id: string; name: string }
  period: { key: string }
  official: { respondents: number; result: { ikm: string | null; mutu: string | null } | null } | null
}

type QuestionResult = { code: string; answered: number; nrr: string | null; mutu: string | null }

export type SurveyResult = {
  respondents: number
  ikm: string | null
  mutu: string | null
  halfWidth95: string | null
  lowestFirst: string[]
  questions: QuestionResult[]
  assisted: number
  paper: number
  straightFours: number
  flagged: number
  ikmWithoutFlagged: string | null
  mutuWithoutFlagged: string | null
}

export type FollowUp = {
  id: string
  code: string
  action: string
  owner: { id: string; fullName: string } | null
  dueOn: string
  doneOn: string | null
  outcome: string | null
  proofUrl: string | null
  revision: number
  actions: Action[]
}

export type SurveyComment = { id: string; text: string; isMasked: boolean; state: 'WAITING' | 'RELEASED' | 'WITHHELD' }

/** One survey with its official result and what follows from it. */
export type Survey = Omit<SurveyRow, 'official'> & {
  revision: number
  access: 'TICKET' | 'OPEN'
  population: number | null
  sampleSize: number | null
  openCode: string | null
  indicator: { id: string; code: string; name: string } | null
  questions: { code: string; textId: string; textEn: string }[]
  official: {
    respondents: number
    takenAt: string
    contentHash: string
    realisationRefusal: string | null
    realisation: { id: string; value: string | null } | null
    result: SurveyResult | null
  } | null
  followUps: { nodes: FollowUp[] }
  comments: { totalCount: number; nodes: SurveyComment[] }
  actions: Action[]
}

const rowFields = `id title state opensOn closesOn unit { id name } period { key }`
const resultFields = `respondents ikm mutu halfWidth95 lowestFirst assisted paper straightFours flagged ikmWithoutFlagged mutuWithoutFlagged
  questions { code answered nrr mutu }`

export const surveySpec: ResourceSpec = {
  name: 'surveys',
  type: 'Survey',
  list: gql`query Surveys($first: Int, $offset: Int, $filter: SurveyFilter) {
    surveys(first: $first, offset: $offset, filter: $filter) {
      totalCount nodes { ${rowFields} official { respondents result { ikm mutu } } }
    }
  }`,
  one: gql`query Survey($id: ID!) {
    survey(id: $id) {
      ${rowFields} revision access population sampleSize openCode
      indicator { id code name }
      questions { code textId textEn }
      official { respondents takenAt contentHash realisationRefusal realisation { id value } result { ${resultFields} } }
      followUps(first: 50) { nodes { id code action owner { id fullName } dueOn doneOn outcome proofUrl revision actions { name enabled reason } } }
      comments(first: 50) { totalCount nodes { id text isMasked state } }
      actions { name enabled reason }
    }
  }`,
}

/** What only those who manage surveys see: the running result, how many answered, and the findings. */
export type SurveyInside = {
  live: SurveyResult | null
  turnout: { issued: number; used: number; waiting: number; counted: number }
  findings: { kind: string; responses: number }[]
}

export const SURVEY_INSIDE: TypedDocumentNode<{ survey: SurveyInside }, { id: string }> = gql`
  query SurveyInside($id: ID!) {
    survey(id: $id) { live { ${resultFields} } turnout { issued used waiting counted } findings { kind responses } }
  }
`

/** The official result that a measurement was written from. */
export const SURVEY_BEHIND: TypedDocumentNode<
  { realisation: { id: string; surveySnapshot: { result: SurveyResult | null; survey: { id: string } } | null } },
  { id: string }
> = gql`
  query SurveyBehind($id: ID!) {
    realisation(id: $id) { id surveySnapshot { result { ${resultFields} } survey { id } } }
  }
`

type Step<Name extends string> = TypedDocumentNode<Record<Name, { id: string }>, { input: Record<string, unknown> }>

export const DRAFT_SURVEY: Step<'draftSurvey'> = gql`
  mutation DraftSurvey($input: DraftSurveyInput!) { draftSurvey(input: $input) { id } }
`
export const EDIT_SURVEY: Step<'editSurvey'> = gql`
  mutation EditSurvey($input: EditSurveyInput!) { editSurvey(input: $input) { id } }
`
export const ACTIVATE_SURVEY: Step<'activateSurvey'> = gql`
  mutation ActivateSurvey($input: SurveyStepInput!) { activateSurvey(input: $input) { id } }
`
export const CLOSE_SURVEY: Step<'closeSurvey'> = gql`
  mutation CloseSurvey($input: SurveyStepInput!) { closeSurvey(input: $input) { id } }
`
export const REOPEN_SURVEY: Step<'reopenSurvey'> = gql`
  mutation ReopenSurvey($input: ReopenSurveyInput!) { reopenSurvey(input: $input) { id } }
`
export const PUBLISH_SURVEY: Step<'publishSurvey'> = gql`
  mutation PublishSurvey($input: SurveyStepInput!) { publishSurvey(input: $input) { id } }
`
export const PLAN_FOLLOW_UP: Step<'planFollowUp'> = gql`
  mutation PlanFollowUp($input: PlanFollowUpInput!) { planFollowUp(input: $input) { id } }
`
export const FINISH_FOLLOW_UP: Step<'finishFollowUp'> = gql`
  mutation FinishFollowUp($input: FinishFollowUpInput!) { finishFollowUp(input: $input) { id } }
`
export const REVIEW_COMMENT: Step<'reviewComment'> = gql`
  mutation ReviewComment($input: ReviewCommentInput!) { reviewComment(input: $input) { id } }
`
export const ISSUE_TICKETS: TypedDocumentNode<
  { issueSurveyTickets: { codes: string[] } },
  { input: { id: string; revision: number; count: number } }
> = gql`
  mutation IssueTickets($input: IssueTicketsInput!) { issueSurveyTickets(input: $input) { codes } }
`
