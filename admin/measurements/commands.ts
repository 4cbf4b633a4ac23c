import { gql, type TypedDocumentNode } from '@apollo/client'

type Input = { input: Record<string, unknown> }

export const RECORD_REALISATION: TypedDocumentNode<{ recordRealisation: { id: string } }, Input> = gql`
  mutation RecordRealisation($input: RecordRealisationInput!) { recordRealisation(input: $input) { id } }
`
export const VERIFY_REALISATION: TypedDocumentNode<{ verifyRealisation: { id: string } }, { input: { id: string } }> = gql`
  mutation VerifyRealisation($input: VerifyRealisationInput!) { verifyRealisation(input: $input) { id } }
`
export const REJECT_REALISATION: TypedDocumentNode<{ rejectRealisation: { id: string } }, Input> = gql`
  mutation RejectRealisation($input: RejectRealisationInput!) { rejectRealisation(input: $input) { id } }
`
