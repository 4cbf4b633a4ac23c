import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'

export type ClassCount = { predikat: string | null; count: number | null }

type Distribution = { code: string | null; name: string; total: number; classes: ClassCount[] }
type Satisfaction = { code: string; name: string; respondents: number; ikm: string; mutu: string }
type HeldBack = { table: string; name: string; reason: string }

export type Preview = {
  contentHash: string
  actions: Action[]
  figures: { distribution: Distribution[]; totals: ClassCount[]; satisfaction: Satisfaction[]; heldBack: HeldBack[] | null }
}

export const PUBLIC_PREVIEW: TypedDocumentNode<{ publicPreview: Preview }, { periodKey: string }> = gql`
  query PublicPreview($periodKey: String!) {
    publicPreview(periodKey: $periodKey) {
      contentHash
      actions { name enabled reason }
      figures {
        distribution { code name total classes { predikat count } }
        totals { predikat count }
        satisfaction { code name respondents ikm mutu }
        heldBack { table name reason }
      }
    }
  }
`

export const ISSUE_EDITION: TypedDocumentNode<
  { issueEdition: { number: number } },
  { input: { periodKey: string; contentHash: string } }
> = gql`
  mutation IssueEdition($input: IssueEditionInput!) { issueEdition(input: $input) { number } }
`
