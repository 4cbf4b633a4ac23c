import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'

export type CodeCount = { code: string; message: string; count: number }

export type ImportReport = {
  rows: number
  accepted: number
  acceptedClean: number
  acceptedWithWarning: number
  skipped: number
  rejected: number
  ignoredBlankLines: number
  ignoredTotals: number
  rejectedByCode: CodeCount[]
  warningsByCode: CodeCount[]
}

export type ImportRunRow = {
  id: string
  kind: string
  fileName: string
  isDryRun: boolean
  state: 'RECEIVED' | 'RUNNING' | 'FINISHED' | 'FAILED'
  totalRows: number
  committedRows: number
  createdAt: string
  finishedAt: string | null
  startedBy: string | null
}

export type ImportRunDetail = ImportRunRow & {
  report: ImportReport | null
  unknownHeaders: string[]
  failure: string | null
  actions: Action[]
}

const runRow = 'id kind fileName isDryRun state totalRows committedRows createdAt finishedAt startedBy'
const runDetail = `${runRow} unknownHeaders failure actions { name enabled reason }
  report {
    rows accepted acceptedClean acceptedWithWarning skipped rejected ignoredBlankLines ignoredTotals
    rejectedByCode { code message count } warningsByCode { code message count }
  }`

export const importSpec: ResourceSpec = {
  name: 'imports',
  type: 'ImportRun',
  list: gql`query ImportRuns($first: Int, $offset: Int, $filter: ImportRunFilter) {
    importRuns(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${runRow} } }
  }`,
  one: gql`query ImportRun($id: ID!) { importRun(id: $id) { ${runDetail} } }`,
}

export const IMPORT_RUN: TypedDocumentNode<{ importRun: ImportRunDetail }, { id: string }> = gql`
  query ImportRunProgress($id: ID!) { importRun(id: $id) { ${runDetail} } }
`

export type ImportRow = {
  line: number
  outcome: string
  codes: string[]
  column: string | null
  messages: string[]
  cells: string[]
}

export const IMPORT_ROWS: TypedDocumentNode<
  { importRun: { rows: { totalCount: number; nodes: ImportRow[] } } },
  { id: string; first: number; filter: { outcome?: string; code?: string } }
> = gql`
  query ImportRows($id: ID!, $first: Int!, $filter: ImportRowFilter) {
    importRun(id: $id) { rows(first: $first, filter: $filter) { totalCount nodes { line outcome codes column messages cells } } }
  }
`

export type ImportColumn = { key: string; header: string; label: string; required: boolean; synonyms: string[] }
export type ImportKind = { name: string; label: string; columns: ImportColumn[] }

export const IMPORT_KINDS: TypedDocumentNode<{ importKinds: ImportKind[] }, Record<string, never>> = gql`
  query ImportKinds { importKinds { name label columns {
        key
        header label required synonyms } } }
`

type Mapping = { column: string; header: string | null }

export const START_IMPORT: TypedDocumentNode<
  { startImport: { id: string } },
  { input: { uploadId: string; kind: string; isDryRun: boolean; year: number; mapping: Mapping[] } }
> = gql`
  mutation StartImport($input: StartImportInput!) { startImport(input: $input) { id } }
`

export const CONTINUE_IMPORT: TypedDocumentNode<{ continueImport: { id: string } }, { input: { id: string } }> = gql`
  mutation ContinueImport($input: ContinueImportInput!) { continueImport(input: $input) { id } }
`
