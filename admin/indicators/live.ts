import { gql, type TypedDocumentNode } from '@apollo/client'

export type Problem = { field: string; code: string; isBlocking: boolean; message: string }

export type Example = {
  place: string
  realisation: string
  pct: string | null
  level: string | null
  formula: string | null
  sentence: string
}

type Input = { input: Record<string, unknown> }

/** What the server finds wrong with a definition that is being written. */
export const CHECK_DEFINITION: TypedDocumentNode<{ checkDefinition: Problem[] }, Input> = gql`
  query CheckDefinition($input: CheckDefinitionInput!) { checkDefinition(input: $input) { field code isBlocking message } }
`

/** What the server's own rule makes of realisations around its target. */
export const PREVIEW_ACHIEVEMENT: TypedDocumentNode<
  { previewAchievement: { levelLow: string; levelHigh: string; examples: Example[] } },
  Input
> = gql`
  query PreviewAchievement($input: PreviewAchievementInput!) {
    previewAchievement(input: $input) { levelLow levelHigh examples { place realisation pct level formula sentence } }
  }
`
