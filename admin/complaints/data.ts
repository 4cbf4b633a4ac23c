import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'

export type ComplaintState =
  | 'DITERIMA'
  | 'DIVERIFIKASI'
  | 'DIDISPOSISI'
  | 'DIPROSES'
  | 'DIBUKA_KEMBALI'
  | 'DIJAWAB'
  | 'SELESAI'
  | 'DITOLAK'
  | 'DITERUSKAN'

export const complaintStates: readonly ComplaintState[] = [
  'DITERIMA',
  'DIVERIFIKASI',
  'DIDISPOSISI',
  'DIPROSES',
  'DIBUKA_KEMBALI',
  'DIJAWAB',
  'SELESAI',
  'DITOLAK',
  'DITERUSKAN',
]

export type ComplaintRow = {
  id: string
  number: string
  state: ComplaintState
  queue: 'DESK' | 'INSPECTORATE'
  category: string
  unit: { id: string; name: string } | null
  handler: { id: string; fullName: string } | null
  receivedAt: string
  verifyDueAt: string | null
  dueAt: string | null
  isOverdue: boolean
}

type Message = { kind: string; text: string; at: string; authorName: string | null }

/** One complaint with what was said and what may be done. */
export type Complaint = ComplaintRow & {
  revision: number
  channel: string
  class: string | null
  official: { id: string; fullName: string } | null
  description: string
  links: string[]
  isAnonymous: boolean
  resolvedAt: string | null
  reopenedAt: string | null
  reopenUntil: string | null
  closedAt: string | null
  exclusion: string | null
  duplicateOf: string | null
  decisionReason: string | null
  forwardedTo: string | null
  finding: string | null
  satisfaction: number | null
  satisfactionNote: string | null
  messages: { nodes: Message[] }
  actions: Action[]
}

const rowFields = `id number state queue category unit { id name } handler { id fullName } receivedAt verifyDueAt dueAt isOverdue`

const wholeFields = `${rowFields} revision channel class official { id fullName } description links isAnonymous resolvedAt reopenedAt reopenUntil closedAt
  exclusion duplicateOf decisionReason forwardedTo finding satisfaction satisfactionNote messages(first: 100) { nodes { kind text at authorName } }
  actions { name enabled reason }`

export const complaintSpec: ResourceSpec = {
  name: 'complaints',
  type: 'Complaint',
  list: gql`query Complaints($first: Int, $offset: Int, $filter: ComplaintFilter, $orderBy: ComplaintOrder) {
    complaints(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query Complaint($id: ID!) { complaint(id: $id) { ${wholeFields} } }`,
  order: { dueAt: 'DUE', receivedAt: 'RECEIVED' },
}

export const COMPLAINT_COUNTS: TypedDocumentNode<
  { complaintCounts: { state: ComplaintState; count: number; overdue: number }[] },
  { queue: string | null }
> = gql`
  query ComplaintCounts($queue: ComplaintQueue) { complaintCounts(queue: $queue) { state count overdue } }
`

export type UnitFigure = {
  unit: { id: string; code: string; name: string }
  handled: number
  eligible: number
  censored: number
  duplicate: number
  outOfScope: number
  withdrawn: number
  spam: number
  reopened: number
  rate: string | null
  ciLow: string | null
  ciHigh: string | null
  reopenRate: string | null
}

export const COMPLAINT_FIGURES: TypedDocumentNode<{ complaintFigures: UnitFigure[] }, { from: string; to: string }> = gql`
  query ComplaintFigures($from: Date!, $to: Date!) {
    complaintFigures(from: $from, to: $to) {
      unit { id code name } handled eligible censored duplicate outOfScope withdrawn spam reopened rate ciLow ciHigh reopenRate
    }
  }
`

type RecordedFigure = Omit<UnitFigure, 'unit' | 'rate' | 'ciLow' | 'ciHigh' | 'reopenRate'> & {
  rate: string
  ciLow: string
  ciHigh: string
  reopenRate: string
  asOf: string
  contentHash: string
}

const figureFields = `handled eligible censored duplicate outOfScope withdrawn spam reopened rate ciLow ciHigh reopenRate asOf contentHash`

export const FIGURE_OF: TypedDocumentNode<
  { realisation: { id: string; oneDayFigure: RecordedFigure | null; reopenFigure: RecordedFigure | null } },
  { id: string }
> = gql`
  query FigureOf($id: ID!) { realisation(id: $id) { id oneDayFigure { ${figureFields} } reopenFigure { ${figureFields} } } }
`

type Step<Name extends string> = TypedDocumentNode<Record<Name, { id: string }>, { input: Record<string, unknown> }>

export const VERIFY_COMPLAINT: Step<'verifyComplaint'> = gql`
  mutation VerifyComplaint($input: VerifyComplaintInput!) { verifyComplaint(input: $input) { id } }
`
export const ASSIGN_COMPLAINT: Step<'assignComplaint'> = gql`
  mutation AssignComplaint($input: AssignComplaintInput!) { assignComplaint(input: $input) { id } }
`
export const START_COMPLAINT: Step<'startComplaint'> = gql`
  mutation StartComplaint($input: ComplaintStepInput!) { startComplaint(input: $input) { id } }
`
export const ANSWER_COMPLAINT: Step<'answerComplaint'> = gql`
  mutation AnswerComplaint($input: AnswerComplaintInput!) { answerComplaint(input: $input) { id } }
`
export const ASK_COMPLAINANT: Step<'askComplainant'> = gql`
  mutation AskComplainant($input: WriteInComplaintInput!) { askComplainant(input: $input) { id } }
`
export const NOTE_COMPLAINT: Step<'noteComplaint'> = gql`
  mutation NoteComplaint($input: WriteInComplaintInput!) { noteComplaint(input: $input) { id } }
`
export const REJECT_COMPLAINT: Step<'rejectComplaint'> = gql`
  mutation RejectComplaint($input: RejectComplaintInput!) { rejectComplaint(input: $input) { id } }
`
export const FORWARD_COMPLAINT: Step<'forwardComplaint'> = gql`
  mutation ForwardComplaint($input: ForwardComplaintInput!) { forwardComplaint(input: $input) { id } }
`
type HandOver<Name extends string> = TypedDocumentNode<Record<Name, boolean>, { input: Record<string, unknown> }>

export const SEND_TO_INSPECTORATE: HandOver<'sendComplaintToInspectorate'> = gql`
  mutation SendComplaintToInspectorate($input: ComplaintStepInput!) { sendComplaintToInspectorate(input: $input) }
`
export const RETURN_TO_DESK: HandOver<'returnComplaintToDesk'> = gql`
  mutation ReturnComplaintToDesk($input: ComplaintStepInput!) { returnComplaintToDesk(input: $input) }
`
export const OPEN_IDENTITY: TypedDocumentNode<
  { openComplainantIdentity: { name: string; contact: string } },
  { id: string; reason: string }
> = gql`
  mutation OpenComplainantIdentity($id: ID!, $reason: String!) { openComplainantIdentity(id: $id, reason: $reason) { name contact } }
`
export const RECORD_COMPLAINT: TypedDocumentNode<{ recordComplaint: { code: string } }, { input: Record<string, unknown> }> = gql`
  mutation RecordComplaint($input: RecordComplaintInput!) { recordComplaint(input: $input) { code } }
`
export const RECORD_ONE_DAY_RATES: TypedDocumentNode<{ recordOneDayRates: number }, { periodKey: string }> = gql`
  mutation RecordOneDayRates($periodKey: String!) { recordOneDayRates(periodKey: $periodKey) }
`
