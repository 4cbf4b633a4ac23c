import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Level } from '../appraisals/data.ts'
import type { Action } from '../frame/command/action.ts'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'

export type ObjectionState =
  | 'DIAJUKAN'
  | 'DITERIMA'
  | 'KLARIFIKASI_PENILAI'
  | 'KLARIFIKASI_PEGAWAI'
  | 'SIAP_DIPUTUS'
  | 'DIPUTUS'
  | 'TIDAK_DAPAT_DITERIMA'

export const objectionStates: readonly ObjectionState[] = [
  'DIAJUKAN',
  'DITERIMA',
  'KLARIFIKASI_PENILAI',
  'KLARIFIKASI_PEGAWAI',
  'SIAP_DIPUTUS',
  'DIPUTUS',
  'TIDAK_DAPAT_DITERIMA',
]

export type ObjectionRow = {
  id: string
  state: ObjectionState
  filedAt: string
  dueAt: string
  hearUntil: string | null
  decidedAt: string | null
  isOverdue: boolean
  decision: string | null
  decider: { id: string; fullName: string } | null
  appraisal: {
    id: string
    period: { key: string }
    employee: { id: string; fullName: string; nip: string }
    unit: { id: string; name: string }
    positionTitle: string
    penilai: { id: string; fullName: string } | null
    resultRating: Level | null
    behaviourRating: Level | null
    predikat: string | null
  } | null
}

/** One objection with what both sides say and what may be done. */
export type Objection = ObjectionRow & {
  revision: number
  reasons: string
  evidenceUrls: string[]
  escalatedAt: string | null
  inadmissibleReason: string | null
  penilaiStatement: string | null
  employeeStatement: string | null
  proposal: string | null
  decisionReason: string | null
  newResult: Level | null
  newBehaviour: Level | null
  actions: Action[]
}

const rowFields = `id state filedAt dueAt hearUntil decidedAt isOverdue decision decider { id fullName }
  appraisal {
    id period { key } employee { id fullName nip } unit { id name } positionTitle penilai { id fullName } resultRating behaviourRating predikat
  }`

const wholeFields = `${rowFields} revision reasons evidenceUrls escalatedAt inadmissibleReason penilaiStatement employeeStatement proposal
  decisionReason newResult newBehaviour actions { name enabled reason }`

export const objectionSpec: ResourceSpec = {
  name: 'objections',
  type: 'Objection',
  list: gql`query Objections($first: Int, $offset: Int, $filter: ObjectionFilter) {
    objections(first: $first, offset: $offset, filter: $filter, orderBy: DUE_ASC) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query Objection($id: ID!) { objection(id: $id) { ${wholeFields} } }`,
}

export const OBJECTION_COUNTS: TypedDocumentNode<
  { objectionCounts: { state: ObjectionState; count: number; overdue: number }[] },
  { filter: Filter }
> = gql`
  query ObjectionCounts($filter: ObjectionFilter) { objectionCounts(filter: $filter) { state count overdue } }
`

/** The objection to one version of an appraisal, as far as it exists for the caller. */
export const OBJECTION_TO: TypedDocumentNode<{ appraisal: { id: string; objection: Objection | null } }, { id: string }> = gql`
  query ObjectionTo($id: ID!) { appraisal(id: $id) { id objection { ${wholeFields} } } }
`

type Step<Name extends string> = TypedDocumentNode<Record<Name, { id: string }>, { input: Record<string, unknown> }>

export const FILE_OBJECTION: Step<'fileObjection'> = gql`
  mutation FileObjection($input: FileObjectionInput!) { fileObjection(input: $input) { id } }
`
export const ACCEPT_OBJECTION: Step<'acceptObjection'> = gql`
  mutation AcceptObjection($input: ObjectionStepInput!) { acceptObjection(input: $input) { id } }
`
export const DECLARE_INADMISSIBLE: Step<'declareObjectionInadmissible'> = gql`
  mutation DeclareObjectionInadmissible($input: DeclareObjectionInadmissibleInput!) { declareObjectionInadmissible(input: $input) { id } }
`
export const EXPLAIN_RATING: Step<'explainRating'> = gql`
  mutation ExplainRating($input: ExplainObjectionInput!) { explainRating(input: $input) { id } }
`
export const EXPLAIN_OBJECTION: Step<'explainObjection'> = gql`
  mutation ExplainObjection($input: ExplainObjectionInput!) { explainObjection(input: $input) { id } }
`
export const CLOSE_HEARING: Step<'closeObjectionHearing'> = gql`
  mutation CloseObjectionHearing($input: ObjectionStepInput!) { closeObjectionHearing(input: $input) { id } }
`
export const PROPOSE_RULING: Step<'proposeObjectionRuling'> = gql`
  mutation ProposeObjectionRuling($input: ProposeObjectionRulingInput!) { proposeObjectionRuling(input: $input) { id } }
`
export const DECIDE_OBJECTION: Step<'decideObjection'> = gql`
  mutation DecideObjection($input: DecideObjectionInput!) { decideObjection(input: $input) { id } }
`
