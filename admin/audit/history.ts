import { gql, type TypedDocumentNode } from '@apollo/client'

export type FieldChange = {
  field: string
  before: string | null
  after: string | null
  beforeName: string | null
  afterName: string | null
}

export type HistoryEvent = {
  id: string
  at: string
  sentence: string
  actorLabel: string
  role: string | null
  entityType: string
  reason: string | null
  changes: FieldChange[]
}

type History = { auditEvents: { totalCount: number; nodes: HistoryEvent[] } }

export const RECORD_HISTORY: TypedDocumentNode<History, { ids: string[]; first: number; offset: number }> = gql`
  query RecordHistory($ids: [ID!]!, $first: Int!, $offset: Int!) {
    auditEvents(first: $first, offset: $offset, filter: { entityIds: $ids }) {
      totalCount
      nodes { id at sentence actorLabel role entityType reason changes { field before after beforeName afterName } }
    }
  }
`

export type ViewRow = {
  id: string
  at: string
  actorKind: string
  actorLabel: string
  role: string | null
  part: string
  entityId: string
  entityType: string
  employee: { id: string; fullName: string } | null
  device: string | null
}

export type Note = {
  id: string
  text: string
  authorLabel: string
  createdAt: string
  changedAt: string | null
  changeableUntil: string
  actions: { name: string; enabled: boolean; reason: string | null }[]
}

type Noted = { notes: { totalCount: number; nodes: Note[] } | null } | null

const notes = `notes(first: $first) {
  totalCount
  nodes { id text authorLabel createdAt changedAt changeableUntil actions { name enabled reason } }
}`

export const RECORD_NOTES: TypedDocumentNode<{ nodes: Noted[] }, { id: string; first: number }> = gql`
  query RecordNotes($id: ID!, $first: Int!) {
    nodes(ids: [$id]) { ... on Employee { ${notes} } ... on Unit { ${notes} } ... on Indicator { ${notes} } ... on Appraisal { ${notes} } }
  }
`

type Input = { input: Record<string, unknown> }

export const ADD_NOTE: TypedDocumentNode<{ addNote: { id: string } }, Input> = gql`
  mutation AddNote($input: AddNoteInput!) { addNote(input: $input) { id } }
`
export const CHANGE_NOTE: TypedDocumentNode<{ changeNote: { id: string } }, Input> = gql`
  mutation ChangeNote($input: ChangeNoteInput!) { changeNote(input: $input) { id } }
`
