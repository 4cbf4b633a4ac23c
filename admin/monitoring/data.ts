import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'

export type TeamRow = {
  id: string
  name: string
  state: string
  startsOn: string
  endsOn: string
  decreeNumber: string | null
  unit: { id: string; name: string }
  members: { totalCount: number }
  checkpoints: { totalCount: number }
}

type Member = { id: string; name: string; role: string; origin: string; employee: { id: string } | null }
type Scope = { id: string; label: string; unit: { id: string } | null; planId: string | null; programmeId: string | null }

/** One team with everything that is written in it and what may be done with it. */
export type Team = Omit<TeamRow, 'members'> & {
  mandate: string
  decreeOn: string | null
  stateReason: string | null
  sampleSize: number | null
  revision: number
  members: { nodes: Member[] }
  scopes: { nodes: Scope[] }
  actions: Action[]
}

export const teamSpec: ResourceSpec = {
  name: 'monitoring-teams',
  type: 'MonitoringTeam',
  list: gql`query MonitoringTeams($first: Int, $offset: Int, $filter: MonitoringTeamFilter) {
    monitoringTeams(first: $first, offset: $offset, filter: $filter) {
      totalCount nodes {
        id name state startsOn endsOn decreeNumber unit { id name } members(first: 1) { totalCount } checkpoints(first: 1) { totalCount }
      }
    }
  }`,
  one: gql`query MonitoringTeam($id: ID!) {
    monitoringTeam(id: $id) {
      id name mandate state stateReason startsOn endsOn decreeNumber decreeOn sampleSize revision unit { id name }
      members(first: 50) { nodes { id name role origin employee { id } } }
      scopes(first: 50) { nodes { id label planId programmeId unit { id } } }
      checkpoints(first: 1) { totalCount }
      actions { name enabled reason }
    }
  }`,
}

export type CheckpointRow = {
  id: string
  employeeName: string
  unitName: string
  programmeName: string
  day: number
  dueOn: string
  state: string
  finding: string | null
  assigneeName: string | null
}

/** One checkpoint with what was seen and what may be done. */
export type Checkpoint = CheckpointRow & {
  applied: number | null
  checklist: string[]
  obstacles: string | null
  support: number | null
  evidence: string | null
  reading: string | null
  recommendation: string | null
  actionDueOn: string | null
  ownerName: string | null
  filedAt: string | null
  filedByName: string | null
  reviewNote: string | null
  closedReason: string | null
  escalatedAt: string | null
  revision: number
  team: { id: string; name: string } | null
  actions: Action[]
}

export const checkpointStates = ['JATUH_TEMPO', 'TERLEWAT', 'DIISI', 'DIREVIU', 'TUTUP', 'TERJADWAL'] as const

const checkpointFields = 'id employeeName unitName programmeName day dueOn state finding assigneeName'

export const checkpointSpec: ResourceSpec = {
  name: 'checkpoints',
  type: 'Checkpoint',
  list: gql`query Checkpoints($first: Int, $offset: Int, $filter: CheckpointFilter) {
    checkpoints(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${checkpointFields} } }
  }`,
  one: gql`query Checkpoint($id: ID!) {
    checkpoint(id: $id) {
      ${checkpointFields} applied checklist obstacles support evidence reading recommendation actionDueOn ownerName filedAt filedByName
      reviewNote closedReason escalatedAt revision team { id name } actions { name enabled reason }
    }
  }`,
}

export const CHECKPOINT_COUNTS: TypedDocumentNode<{ checkpointCounts: { state: string; count: number }[] }, { filter: Filter }> =
  gql`query CheckpointCounts($filter: CheckpointFilter) { checkpointCounts(filter: $filter) { state count } }`

export type Conflict = { name: string; conflict: string; reason: string; people: number; examples: string[] }

export const CONFLICTS: TypedDocumentNode<
  { monitoringConflicts: { people: number; uncovered: number; conflicts: Conflict[] } },
  { memberIds: string[]; unitIds: string[]; programmeIds: string[] }
> = gql`
  query MonitoringConflicts($memberIds: [ID!]!, $unitIds: [ID!], $programmeIds: [ID!]) {
    monitoringConflicts(memberIds: $memberIds, unitIds: $unitIds, programmeIds: $programmeIds) {
      people uncovered conflicts { name conflict reason people examples }
    }
  }
`

export type Coverage = { unit: { id: string; name: string }; trained: number; covered: number; seen: number; overdue: number }
export type Timeliness = {
  team: { id: string; name: string } | null
  due: number
  inTime: number
  late: number
  overdue: number
  rate: string | null
}

export const COVERAGE: TypedDocumentNode<
  { monitoringCoverage: Coverage[]; checkpointTimeliness: Timeliness[] },
  Record<string, never>
> = gql`
  query MonitoringCoverage {
    monitoringCoverage { trained covered seen overdue unit { id name } }
    checkpointTimeliness { due inTime late overdue rate team { id name } }
  }
`

export type ProgrammeChoice = { id: string; code: string; name: string }

export const PROGRAMME_CHOICES: TypedDocumentNode<{ pembinaanProgrammes: { nodes: ProgrammeChoice[] } }, { filter: Filter }> =
  gql`
  query ProgrammeChoices($filter: PembinaanProgrammeFilter) {
    pembinaanProgrammes(first: 20, filter: $filter) { nodes { id code name } }
  }
`

type Step<Name extends string> = TypedDocumentNode<Record<Name, { id: string }>, { input: Record<string, unknown> }>

export const DRAFT_TEAM: Step<'draftMonitoringTeam'> = gql`
  mutation DraftMonitoringTeam($input: DraftMonitoringTeamInput!) { draftMonitoringTeam(input: $input) { id } }
`
export const CHANGE_TEAM: Step<'changeMonitoringTeam'> = gql`
  mutation ChangeMonitoringTeam($input: ChangeMonitoringTeamInput!) { changeMonitoringTeam(input: $input) { id } }
`
export const AMEND_TEAM: Step<'amendMonitoringTeam'> = gql`
  mutation AmendMonitoringTeam($input: AmendMonitoringTeamInput!) { amendMonitoringTeam(input: $input) { id } }
`
export const APPOINT_TEAM: Step<'appointMonitoringTeam'> = gql`
  mutation AppointMonitoringTeam($input: MonitoringTeamStepInput!) { appointMonitoringTeam(input: $input) { id } }
`
export const FINISH_TEAM: Step<'finishMonitoringTeam'> = gql`
  mutation FinishMonitoringTeam($input: MonitoringTeamReasonInput!) { finishMonitoringTeam(input: $input) { id } }
`
export const CANCEL_TEAM: Step<'cancelMonitoringTeam'> = gql`
  mutation CancelMonitoringTeam($input: MonitoringTeamReasonInput!) { cancelMonitoringTeam(input: $input) { id } }
`
export const FILE_CHECKPOINT: Step<'fileCheckpoint'> = gql`
  mutation FileCheckpoint($input: FileCheckpointInput!) { fileCheckpoint(input: $input) { id } }
`
export const RETURN_CHECKPOINT: Step<'returnCheckpoint'> = gql`
  mutation ReturnCheckpoint($input: CheckpointReasonInput!) { returnCheckpoint(input: $input) { id } }
`
export const REVIEW_CHECKPOINT: Step<'reviewCheckpoint'> = gql`
  mutation ReviewCheckpoint($input: ReviewCheckpointInput!) { reviewCheckpoint(input: $input) { id } }
`
export const CLOSE_CHECKPOINT: Step<'closeCheckpoint'> = gql`
  mutation CloseCheckpoint($input: CheckpointReasonInput!) { closeCheckpoint(input: $input) { id } }
`
export const DROP_CHECKPOINT: Step<'dropCheckpoint'> = gql`
  mutation DropCheckpoint($input: CheckpointReasonInput!) { dropCheckpoint(input: $input) { id } }
`
export const ASSIGN_CHECKPOINT: Step<'assignCheckpoint'> = gql`
  mutation AssignCheckpoint($input: AssignCheckpointInput!) { assignCheckpoint(input: $input) { id } }
`
