import { gql, type TypedDocumentNode } from '@apollo/client'

type Step = { id: string; revision: number; reason?: string }
type Stepped = { input: Step }
type Command<Variables> = TypedDocumentNode<Record<string, { id: string }>, Variables>

export const OPEN_REGISTRATION: Command<Stepped> = gql`
  mutation OpenRegistration($input: PembinaanStepInput!) { openRegistration(input: $input) { id state } }
`
export const LOCK_SELECTION: Command<Stepped> = gql`
  mutation LockSelection($input: PembinaanStepInput!) { lockSelection(input: $input) { id state } }
`
export const START_PROGRAMME: Command<Stepped> = gql`
  mutation StartProgramme($input: PembinaanStepInput!) { startProgramme(input: $input) { id state } }
`
export const END_PROGRAMME: Command<Stepped> = gql`
  mutation EndProgramme($input: PembinaanStepInput!) { endProgramme(input: $input) { id state } }
`
export const ISSUE_CERTIFICATES: Command<Stepped> = gql`
  mutation IssueCertificates($input: PembinaanStepInput!) { issueCertificates(input: $input) { id state } }
`
export const CANCEL_PROGRAMME: Command<Stepped> = gql`
  mutation CancelProgramme($input: PembinaanStepInput!) { cancelProgramme(input: $input) { id state } }
`
export const NOMINATE: Command<{ id: string; employeeIds: string[] }> = gql`
  mutation NominateParticipants($id: ID!, $employeeIds: [ID!]!) { nominateParticipants(id: $id, employeeIds: $employeeIds) { id } }
`
export const SELECT: Command<{ input: { id: string; invite: string[]; decline: string[]; reason?: string } }> = gql`
  mutation SelectParticipants($input: SelectParticipantsInput!) { selectParticipants(input: $input) { id } }
`
export const APPLY: Command<{ id: string }> = gql`
  mutation ApplyToProgramme($id: ID!) { applyToProgramme(id: $id) { id state } }
`
export const SIGN_SHEET: TypedDocumentNode<{ signSheet: { id: string; title: string } }, { code: string }> = gql`
  mutation SignSheet($code: String!) { signSheet(code: $code) { id title } }
`
export const DECIDE_NEED: Command<Stepped & { isAccepted: boolean }> = gql`
  mutation DecideNeed($input: PembinaanStepInput!, $isAccepted: Boolean!) { decideNeed(input: $input, isAccepted: $isAccepted) { id state } }
`
export const CONSULT_PLAN: Command<Stepped> = gql`
  mutation ConsultOnPembinaanPlan($input: PembinaanStepInput!) { consultOnPembinaanPlan(input: $input) { id state } }
`
export const APPROVE_PLAN: Command<Stepped> = gql`
  mutation ApprovePembinaanPlan($input: PembinaanStepInput!) { approvePembinaanPlan(input: $input) { id state } }
`
export const RETURN_PLAN: Command<Stepped> = gql`
  mutation ReturnPembinaanPlan($input: PembinaanStepInput!) { returnPembinaanPlan(input: $input) { id state } }
`
export const BUDGET_PLAN: Command<Stepped> = gql`
  mutation BudgetPembinaanPlan($input: PembinaanStepInput!) { budgetPembinaanPlan(input: $input) { id state } }
`
export const START_PLAN: Command<Stepped> = gql`
  mutation StartPembinaanPlan($input: PembinaanStepInput!) { startPembinaanPlan(input: $input) { id state } }
`
export const SUSPEND_PLAN: Command<Stepped> = gql`
  mutation SuspendPembinaanPlan($input: PembinaanStepInput!) { suspendPembinaanPlan(input: $input) { id state } }
`
export const RESUME_PLAN: Command<Stepped> = gql`
  mutation ResumePembinaanPlan($input: PembinaanStepInput!) { resumePembinaanPlan(input: $input) { id state } }
`
export const MONITOR_PLAN: Command<Stepped> = gql`
  mutation MonitorPembinaanPlan($input: PembinaanStepInput!) { monitorPembinaanPlan(input: $input) { id state } }
`
export const EVALUATE_PLAN: Command<Stepped> = gql`
  mutation EvaluatePembinaanPlan($input: PembinaanStepInput!) { evaluatePembinaanPlan(input: $input) { id state } }
`
export const COMPLETE_PLAN: Command<Stepped> = gql`
  mutation CompletePembinaanPlan($input: PembinaanStepInput!) { completePembinaanPlan(input: $input) { id state } }
`
export const CANCEL_PLAN: Command<Stepped> = gql`
  mutation CancelPembinaanPlan($input: PembinaanStepInput!) { cancelPembinaanPlan(input: $input) { id state } }
`
export const SUBMIT_PLAN: Command<{ id: string; revision: number; approvers: { employeeId: string; capacity: string }[] }> = gql`
  mutation SubmitPembinaanPlan($id: ID!, $revision: Int!, $approvers: [PlanApproverInput!]!) {
    submitPembinaanPlan(id: $id, revision: $revision, approvers: $approvers) { id state }
  }
`
export const DRAFT_PLAN: TypedDocumentNode<
  { draftPembinaanPlan: { id: string } },
  { unitId: string; year: number; title: string; ownerId: string }
> = gql`
  mutation DraftPembinaanPlan($unitId: ID!, $year: Int!, $title: String!, $ownerId: ID!) {
    draftPembinaanPlan(unitId: $unitId, year: $year, title: $title, ownerId: $ownerId) { id }
  }
`
export const UPDATE_PLAN: Command<{ input: Record<string, unknown> }> = gql`
  mutation UpdatePembinaanPlan($input: UpdatePembinaanPlanInput!) { updatePembinaanPlan(input: $input) { id state } }
`
export const AGREE: Command<Stepped> = gql`
  mutation AgreeToImprovement($input: ImprovementStepInput!) { agreeToImprovement(input: $input) { id state } }
`
export const BEGIN: Command<Stepped> = gql`
  mutation BeginImprovement($input: ImprovementStepInput!) { beginImprovement(input: $input) { id state } }
`
export const CLOSE: Command<Stepped> = gql`
  mutation CloseImprovement($input: ImprovementStepInput!) { closeImprovement(input: $input) { id state } }
`
type Concluded = { input: { id: string; revision: number; conclusion: string } }
export const IMPROVED: Command<Concluded> = gql`
  mutation StateImproved($input: ConcludeImprovementInput!) { stateImproved(input: $input) { id state } }
`
export const NOT_IMPROVED: Command<Concluded> = gql`
  mutation StateNotImproved($input: ConcludeImprovementInput!) { stateNotImproved(input: $input) { id state } }
`
export const REFER: Command<Concluded> = gql`
  mutation ReferImprovement($input: ConcludeImprovementInput!) { referImprovement(input: $input) { id state } }
`
export const LOOK_BACK: Command<{ input: { id: string; revision: number; level: string; finding: string } }> = gql`
  mutation LookBackOnImprovement($input: LookBackInput!) { lookBackOnImprovement(input: $input) { id state } }
`
