import { gql, type TypedDocumentNode } from '@apollo/client'

type Input = { input: Record<string, unknown> }

export const PREPARE_PERIOD: TypedDocumentNode<{ preparePeriod: { id: string } }, Input> = gql`
  mutation PreparePeriod($input: PreparePeriodInput!) { preparePeriod(input: $input) { id } }
`
export const OPEN_PERIOD: TypedDocumentNode<{ openPeriod: { id: string } }, Input> = gql`
  mutation OpenPeriod($input: OpenPeriodInput!) { openPeriod(input: $input) { id } }
`
export const CLOSE_PERIOD: TypedDocumentNode<{ closePeriod: { id: string } }, Input> = gql`
  mutation ClosePeriod($input: ClosePeriodInput!) { closePeriod(input: $input) { id } }
`
export const COMPUTE_APPRAISALS: TypedDocumentNode<{ computeAppraisals: { appraisals: number; changed: number } }, Input> = gql`
  mutation ComputeAppraisals($input: ComputeAppraisalsInput!) { computeAppraisals(input: $input) { appraisals changed } }
`
