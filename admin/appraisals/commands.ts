import { gql, type TypedDocumentNode } from '@apollo/client'

type Input = { input: Record<string, unknown> }

/** One appraisal, at the revision that the person read. */
export type Decision = { id: string; revision: number }

export const PREPARE_PERIOD: TypedDocumentNode<{ preparePeriod: { id: string } }, Input> = gql`
  mutation PreparePeriod($input: PreparePeriodInput!) { preparePeriod(input: $input) { id } }
`
export const OPEN_PERIOD: TypedDocumentNode<{ openPeriod: { id: string } }, Input> = gql`
  mutation OpenPeriod($input: OpenPeriodInput!) { openPeriod(input: $input) { id } }
`
export const CLOSE_PERIOD: TypedDocumentNode<{ closePeriod: { id: string } }, Input> = gql`
  mutation ClosePeriod($input: ClosePeriodInput!) { closePeriod(input: $input) { id } }
`
export const EXTEND_PERIOD: TypedDocumentNode<{ extendPeriod: { id: string } }, Input> = gql`
  mutation ExtendPeriod($input: ExtendPeriodInput!) { extendPeriod(input: $input) { id } }
`
export const COMPUTE_APPRAISALS: TypedDocumentNode<{ computeAppraisals: { appraisals: number; changed: number } }, Input> = gql`
  mutation ComputeAppraisals($input: ComputeAppraisalsInput!) { computeAppraisals(input: $input) { appraisals changed } }
`

type Moved<Name extends string> = Record<Name, { id: string }>

export const SELF_ASSESS: TypedDocumentNode<
  Moved<'selfAssess'>,
  { input: Decision & { text: string; results: { number: number; text: string }[] } }
> = gql`
  mutation SelfAssess($input: SelfAssessInput!) { selfAssess(input: $input) { id } }
`
export const VERIFY_EVIDENCE: TypedDocumentNode<Moved<'verifyEvidence'>, { input: Decision }> = gql`
  mutation VerifyEvidence($input: AppraisalDecisionInput!) { verifyEvidence(input: $input) { id } }
`

export type Override = { category: string; reason: string }
export type RatingInput = Decision & {
  result: string
  behaviour: string
  resultOverride: Override | null
  behaviourOverride: Override | null
  qualitativeBasis: string | null
}
export const RATE_APPRAISAL: TypedDocumentNode<Moved<'rateAppraisal'>, { input: RatingInput }> = gql`
  mutation RateAppraisal($input: RateAppraisalInput!) { rateAppraisal(input: $input) { id } }
`
export const RETURN_TO_RATER: TypedDocumentNode<Moved<'returnToRater'>, { input: Decision & { reason: string } }> = gql`
  mutation ReturnToRater($input: AppraisalReasonInput!) { returnToRater(input: $input) { id } }
`
export const ACCEPT_APPRAISAL: TypedDocumentNode<Moved<'acceptAppraisal'>, { input: Decision }> = gql`
  mutation AcceptAppraisal($input: AppraisalDecisionInput!) { acceptAppraisal(input: $input) { id } }
`

export const RATE_PART: TypedDocumentNode<Moved<'rateAppraisalPart'>, Input> = gql`
  mutation RateAppraisalPart($input: RateAppraisalPartInput!) { rateAppraisalPart(input: $input) { id } }
`
export const REOPEN_APPRAISAL: TypedDocumentNode<Moved<'reopenAppraisal'>, Input> = gql`
  mutation ReopenAppraisal($input: ReopenAppraisalInput!) { reopenAppraisal(input: $input) { id } }
`
export const CANCEL_APPRAISAL: TypedDocumentNode<Moved<'cancelAppraisal'>, { input: Decision & { reason: string } }> = gql`
  mutation CancelAppraisal($input: AppraisalReasonInput!) { cancelAppraisal(input: $input) { id } }
`
export const EXPORT_APPRAISAL: TypedDocumentNode<
  { exportAppraisals: { left: number; records: { json: string }[] } },
  { input: { ids: string[] } }
> = gql`
  mutation ExportAppraisal($input: AppraisalSelectionInput!) { exportAppraisals(input: $input) { left records { json } } }
`

type Selected<Name extends string> = TypedDocumentNode<Record<Name, { left: number }>, { input: { ids: string[] } }>

export const START_MODERATION: Selected<'startModeration'> = gql`
  mutation StartModeration($input: AppraisalSelectionInput!) { startModeration(input: $input) { left } }
`
export const SET_APPRAISALS: Selected<'setAppraisals'> = gql`
  mutation SetAppraisals($input: AppraisalSelectionInput!) { setAppraisals(input: $input) { left } }
`
export const DELIVER_APPRAISALS: Selected<'deliverAppraisals'> = gql`
  mutation DeliverAppraisals($input: AppraisalSelectionInput!) { deliverAppraisals(input: $input) { left } }
`
