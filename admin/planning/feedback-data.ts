import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'

export type Ratee = { employeeId: string; name: string; positionTitle: string; group: string; isNamed: boolean }

export const RATEES: TypedDocumentNode<{ feedbackRatees: Ratee[] }, Record<string, never>> = gql`
  query FeedbackRatees { feedbackRatees { employeeId name positionTitle group isNamed } }
`

export type FeedbackEntry = {
  id: string
  group: string
  tone: 'POSITIF' | 'NEGATIF'
  value: string | null
  rhkId: string | null
  resultTitle: string | null
  text: string
  evidenceUrl: string | null
  givenOn: string
  periodKey: string
  counterOfId: string | null
  author: { id: string; fullName: string } | null
  actions: Action[]
}

const entryFields = `id group tone value rhkId resultTitle text evidenceUrl givenOn periodKey counterOfId author { id fullName }
  actions { name enabled reason }`

export type Tally = { periodKey: string; group: string; tone: 'POSITIF' | 'NEGATIF'; entries: number }

/** What is said of the caller, with its counts, and the results to which an entry can be tied. */
export const OWN_FEEDBACK: TypedDocumentNode<
  {
    viewer: {
      employee: {
        id: string
        feedback: { totalCount: number; nodes: FeedbackEntry[] } | null
        feedbackTally: Tally[] | null
      } | null
    } | null
  },
  { first: number }
> = gql`
  query OwnFeedback($first: Int) {
    viewer {
      employee {
        id
        feedback(first: $first) { totalCount nodes { ${entryFields} } }
        feedbackTally { periodKey group tone entries }
      }
    }
  }
`

/** What the caller wrote under their name. */
export const WRITTEN_FEEDBACK: TypedDocumentNode<
  { feedbackWritten: { totalCount: number; nodes: (FeedbackEntry & { employee: { id: string; fullName: string } })[] } },
  { first: number }
> = gql`
  query WrittenFeedback($first: Int) {
    feedbackWritten(first: $first) { totalCount nodes { ${entryFields} employee { id fullName } } }
  }
`

type RateeResults = {
  id: string
  /** Null for somebody whose plans the caller may not see: then only a value can be named. */
  skps: { nodes: { id: string; state: string; rhk: { nodes: { id: string; number: number; title: string }[] } }[] } | null
}

/** The planned results of somebody's newest plan, to which an entry can be tied. */
export const RATEE_RESULTS: TypedDocumentNode<{ employee: RateeResults | null }, { id: string }> = gql`
  query RateeResults($id: ID!) {
    employee(id: $id) {
      id
      skps(first: 1) { nodes { id state rhk(first: 20) { nodes { id number title } } } }
    }
  }
`

type Receipt = { group: string; receipt: string | null }

export const GIVE_FEEDBACK: TypedDocumentNode<{ giveFeedback: Receipt }, { input: Record<string, unknown> }> = gql`
  mutation GiveFeedback($input: GiveFeedbackInput!) { giveFeedback(input: $input) { group receipt } }
`
export const CHANGE_FEEDBACK: TypedDocumentNode<{ changeFeedback: { id: string } }, { input: Record<string, unknown> }> = gql`
  mutation ChangeFeedback($input: ChangeFeedbackInput!) { changeFeedback(input: $input) { id } }
`
export const COUNTER_FEEDBACK: TypedDocumentNode<{ counterFeedback: Receipt }, { input: Record<string, unknown> }> = gql`
  mutation CounterFeedback($input: CounterFeedbackInput!) { counterFeedback(input: $input) { group receipt } }
`
