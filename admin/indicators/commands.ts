import { gql, type TypedDocumentNode } from '@apollo/client'

type Input = { input: Record<string, unknown> }

export const CREATE_INDICATOR: TypedDocumentNode<{ createIndicator: { id: string } }, Input> = gql`
  mutation CreateIndicator($input: CreateIndicatorInput!) { createIndicator(input: $input) { id } }
`
export const DRAFT_VERSION: TypedDocumentNode<{ draftIndicatorVersion: { id: string } }, Input> = gql`
  mutation DraftIndicatorVersion($input: DraftIndicatorVersionInput!) { draftIndicatorVersion(input: $input) { id } }
`
export const UPDATE_DRAFT: TypedDocumentNode<{ updateIndicatorDraft: { id: string } }, Input> = gql`
  mutation UpdateIndicatorDraft($input: UpdateIndicatorDraftInput!) { updateIndicatorDraft(input: $input) { id } }
`
export const SUBMIT_DRAFT: TypedDocumentNode<{ submitIndicatorDraft: { id: string } }, Input> = gql`
  mutation SubmitIndicatorDraft($input: SubmitIndicatorDraftInput!) { submitIndicatorDraft(input: $input) { id } }
`
export const RETURN_DRAFT: TypedDocumentNode<{ returnIndicatorDraft: { id: string } }, Input> = gql`
  mutation ReturnIndicatorDraft($input: ReturnIndicatorDraftInput!) { returnIndicatorDraft(input: $input) { id } }
`
export const PUBLISH_DRAFT: TypedDocumentNode<{ publishIndicatorDraft: { id: string } }, Input> = gql`
  mutation PublishIndicatorDraft($input: PublishIndicatorDraftInput!) { publishIndicatorDraft(input: $input) { id } }
`
export const DISCARD_DRAFT: TypedDocumentNode<{ discardIndicatorDraft: { id: string } }, Input> = gql`
  mutation DiscardIndicatorDraft($input: DiscardIndicatorDraftInput!) { discardIndicatorDraft(input: $input) { id } }
`
export const PROPOSE_WEIGHTS: TypedDocumentNode<{ proposeFamilyWeights: string[] }, Input> = gql`
  mutation ProposeFamilyWeights($input: ProposeFamilyWeightsInput!) { proposeFamilyWeights(input: $input) }
`
