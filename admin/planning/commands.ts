import { gql, type TypedDocumentNode } from '@apollo/client'

/** A plan or a dialogue, at the revision that the person read. */
export type Read = { id: string; revision: number }

type Step<Name extends string, Input> = TypedDocumentNode<Record<Name, { id: string }>, { input: Input }>

export const SUBMIT_SKP: Step<'submitSkp', Read> = gql`
  mutation SubmitSkp($input: SkpStepInput!) { submitSkp(input: $input) { id } }
`
export const RETURN_SKP: Step<'returnSkp', Read & { reason: string }> = gql`
  mutation ReturnSkp($input: SkpReasonedStepInput!) { returnSkp(input: $input) { id } }
`
export const REVIEW_SKP: Step<'reviewSkp', Read> = gql`
  mutation ReviewSkp($input: SkpStepInput!) { reviewSkp(input: $input) { id } }
`
export const APPROVE_SKP: Step<'approveSkp', Read> = gql`
  mutation ApproveSkp($input: SkpStepInput!) { approveSkp(input: $input) { id } }
`
export const START_SKP: Step<'startSkp', Read> = gql`
  mutation StartSkp($input: SkpStepInput!) { startSkp(input: $input) { id } }
`
export const REQUEST_REVISION: Step<'requestSkpRevision', Read & { reason: string }> = gql`
  mutation RequestSkpRevision($input: SkpReasonedStepInput!) { requestSkpRevision(input: $input) { id } }
`
export const ALLOW_REVISION: Step<'allowSkpRevision', Read> = gql`
  mutation AllowSkpRevision($input: SkpStepInput!) { allowSkpRevision(input: $input) { id } }
`
export const DECLINE_REVISION: Step<'declineSkpRevision', Read & { reason: string }> = gql`
  mutation DeclineSkpRevision($input: SkpReasonedStepInput!) { declineSkpRevision(input: $input) { id } }
`
export const APPROVE_REVISION: Step<'approveSkpRevision', Read> = gql`
  mutation ApproveSkpRevision($input: SkpStepInput!) { approveSkpRevision(input: $input) { id } }
`
export const CLOSE_SKP: Step<'closeSkp', Read & { closeReason: unknown; lastDay: unknown }> = gql`
  mutation CloseSkp($input: CloseSkpInput!) { closeSkp(input: $input) { id } }
`
export const SPLIT_SKP: Step<'splitSkp', Read & { closeReason: unknown; startsOn: unknown }> = gql`
  mutation SplitSkp($input: SplitSkpInput!) { splitSkp(input: $input) { id } }
`
export const DISCARD_SKP: Step<'discardSkp', Read> = gql`
  mutation DiscardSkp($input: SkpStepInput!) { discardSkp(input: $input) { id } }
`
export const UPDATE_SKP: Step<'updateSkp', Record<string, unknown>> = gql`
  mutation UpdateSkp($input: UpdateSkpInput!) { updateSkp(input: $input) { id } }
`
export const DRAFT_SKP: Step<'draftSkp', Record<string, unknown>> = gql`
  mutation DraftSkp($input: DraftSkpInput!) { draftSkp(input: $input) { id } }
`
export const COPY_SKP: Step<'copySkpFromLastYear', Record<string, unknown>> = gql`
  mutation CopySkp($input: CopySkpInput!) { copySkpFromLastYear(input: $input) { id } }
`
export const RECORD_DIALOGUE: Step<'recordDialogue', Record<string, unknown>> = gql`
  mutation RecordDialogue($input: RecordDialogueInput!) { recordDialogue(input: $input) { id } }
`
export const UPDATE_DIALOGUE: Step<'updateDialogue', Record<string, unknown>> = gql`
  mutation UpdateDialogue($input: UpdateDialogueInput!) { updateDialogue(input: $input) { id } }
`
export const CONFIRM_DIALOGUE: Step<'confirmDialogue', Read> = gql`
  mutation ConfirmDialogue($input: ConfirmDialogueInput!) { confirmDialogue(input: $input) { id } }
`
export const CREATE_TEMPLATE: Step<'createSkpTemplate', Record<string, unknown>> = gql`
  mutation CreateSkpTemplate($input: CreateSkpTemplateInput!) { createSkpTemplate(input: $input) { id } }
`
export const UPDATE_TEMPLATE: Step<'updateSkpTemplate', Record<string, unknown>> = gql`
  mutation UpdateSkpTemplate($input: UpdateSkpTemplateInput!) { updateSkpTemplate(input: $input) { id } }
`
export const RETIRE_TEMPLATE: Step<'retireSkpTemplate', { id: string }> = gql`
  mutation RetireSkpTemplate($input: RetireSkpTemplateInput!) { retireSkpTemplate(input: $input) { id } }
`
export const ASSIGN_TEMPLATE: TypedDocumentNode<
  { assignSkpTemplate: { employeeId: string; outcome: string; skpId: string | null }[] },
  { input: { templateId: string; year: number; employeeIds: readonly string[] } }
> = gql`
  mutation AssignSkpTemplate($input: AssignSkpTemplateInput!) { assignSkpTemplate(input: $input) { employeeId outcome skpId } }
`
