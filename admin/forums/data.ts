import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'

type FkpState = 'RANCANGAN' | 'TERJADWAL' | 'BERLANGSUNG' | 'SELESAI' | 'DIPUBLIKASI' | 'BATAL'

export type FkpRow = {
  id: string
  title: string
  state: FkpState
  heldOn: string
  unit: { id: string; name: string }
  overdue: number
}

export type FkpAgreement = {
  id: string
  number: number
  text: string
  owner: { id: string; fullName: string } | null
  dueOn: string
  state: string
  isOverdue: boolean
  result: string | null
  proofUrl: string | null
  actions: Action[]
}

type FkpIssue = {
  number: number
  category: string
  raisedBy: string
  text: string
  isPlanned: boolean
  unit: { id: string; name: string }
  agreements: { nodes: FkpAgreement[] }
}

type FkpInvitation = { id: string; role: string; organisation: string; person: string | null; attended: boolean | null }

/** One forum with those who were invited, what was raised and what came of it. */
export type Fkp = FkpRow & {
  revision: number
  purpose: string
  place: string
  minutes: string | null
  cancelReason: string | null
  publishedAt: string | null
  invitations: { nodes: FkpInvitation[] } | null
  issues: { nodes: FkpIssue[] }
  actions: Action[]
}

const rowFields = `id title state heldOn unit { id name } overdue`

export const fkpSpec: ResourceSpec = {
  name: 'fkps',
  type: 'Fkp',
  list: gql`query Fkps($first: Int, $offset: Int, $filter: FkpFilter, $orderBy: FkpOrder) {
    fkps(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query Fkp($id: ID!) {
    fkp(id: $id) {
      ${rowFields} revision purpose place minutes cancelReason publishedAt
      invitations(first: 100) { nodes { id role organisation person attended } }
      issues(first: 50) {
        nodes {
          number category raisedBy text isPlanned unit { id name }
          agreements(first: 10) { nodes { id number text owner { id fullName } dueOn state isOverdue result proofUrl actions { name enabled reason } } }
        }
      }
      actions { name enabled reason }
    }
  }`,
  order: { heldOn: 'HELD' },
}

type Step<Name extends string> = TypedDocumentNode<Record<Name, { id: string }>, { input: Record<string, unknown> }>

export const DRAFT_FKP: Step<'draftFkp'> = gql`
  mutation DraftFkp($input: DraftFkpInput!) { draftFkp(input: $input) { id } }
`
export const UPDATE_FKP: Step<'updateFkp'> = gql`
  mutation UpdateFkp($input: UpdateFkpInput!) { updateFkp(input: $input) { id } }
`
export const SCHEDULE_FKP: Step<'scheduleFkp'> = gql`
  mutation ScheduleFkp($input: FkpStepInput!) { scheduleFkp(input: $input) { id } }
`
export const OPEN_FKP: Step<'openFkp'> = gql`
  mutation OpenFkp($input: FkpStepInput!) { openFkp(input: $input) { id } }
`
export const RECORD_FKP: Step<'recordFkp'> = gql`
  mutation RecordFkp($input: RecordFkpInput!) { recordFkp(input: $input) { id } }
`
export const CLOSE_FKP: Step<'closeFkp'> = gql`
  mutation CloseFkp($input: CloseFkpInput!) { closeFkp(input: $input) { id } }
`
export const PUBLISH_FKP: Step<'publishFkp'> = gql`
  mutation PublishFkp($input: FkpStepInput!) { publishFkp(input: $input) { id } }
`
export const CANCEL_FKP: Step<'cancelFkp'> = gql`
  mutation CancelFkp($input: CancelFkpInput!) { cancelFkp(input: $input) { id } }
`
export const CLOSE_FKP_AGREEMENT: Step<'closeFkpAgreement'> = gql`
  mutation CloseFkpAgreement($input: CloseFkpAgreementInput!) { closeFkpAgreement(input: $input) { id } }
`
