import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'

export type SkpState = 'DRAFT' | 'DIAJUKAN' | 'DIKEMBALIKAN' | 'DIREVIU' | 'DITETAPKAN' | 'BERJALAN' | 'REVISI' | 'DITUTUP'

export const skpStates: readonly SkpState[] = [
  'DRAFT',
  'DIAJUKAN',
  'DIKEMBALIKAN',
  'DIREVIU',
  'DITETAPKAN',
  'BERJALAN',
  'REVISI',
  'DITUTUP',
]

export type PlanRow = {
  id: string
  state: SkpState
  sequence: number
  startsOn: string
  endsOn: string
  positionTitle: string
  submittedAt: string | null
  isTimSet: boolean
  isRevisionAsked: boolean
  period: { key: string; year: number }
  employee: { id: string; fullName: string; nip: string }
  unit: { id: string; name: string }
  penilai: { id: string; fullName: string } | null
}

export type PlannedIki = {
  id: string
  number: number
  weight: string
  target: string | null
  targetMin: string | null
  targetMax: string | null
  tolerancePct: string | null
  baseline: string | null
  targetReason: string | null
  indicatorVersion: {
    name: string
    unit: string
    aspect: string
    polarity: string
    attribution: string
    indicator: { id: string; code: string }
  }
}

export type Served = { id: string; number: number; title: string; employeeName: string }

export type PlannedRhk = {
  id: string
  number: number
  title: string
  kind: string
  weight: string
  cascade: string | null
  assignmentLetter: string | null
  isSelfExecuted: boolean
  expectation: string | null
  interventionOf: string | null
  serves: Served | null
  iki: { nodes: PlannedIki[] }
}

export type PlanFault = { code: string; isError: boolean; field: string; message: string }

export type DialogueRow = {
  id: string
  revision: number
  stage: string
  heldOn: string
  clarified: string
  agreements: string
  support: string
  isByEmployee: boolean
  confirmedAt: string | null
  actions: Action[]
}

export type DialogueGap = { stage: string; quarter: number | null; dueOn: string; isOverdue: boolean }

/** One plan with everything that is written in it and what may be done with it. */
export type Plan = PlanRow & {
  revision: number
  approach: 'KUANTITATIF' | 'KUALITATIF'
  leadsUnit: boolean
  system: string
  weightSum: string
  unitPath: string
  setAt: string | null
  standingReason: string | null
  closeReason: string | null
  closedAt: string | null
  uncovered: number
  predecessor: { id: string; period: { key: string } } | null
  actions: Action[]
  faults: PlanFault[]
  appendices: { kind: string; text: string }[]
  expectations: { value: string; text: string }[]
  rhk: { nodes: PlannedRhk[] }
  dialogues: { nodes: DialogueRow[] }
  dialogueGaps: DialogueGap[]
}

const rowFields = `id state sequence startsOn endsOn positionTitle submittedAt isTimSet isRevisionAsked period { key year }
  employee { id fullName nip } unit { id name } penilai { id fullName }`

export const skpSpec: ResourceSpec = {
  name: 'skps',
  type: 'Skp',
  list: gql`query Skps($first: Int, $offset: Int, $filter: SkpFilter, $orderBy: SkpOrder) {
    skps(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query Skp($id: ID!) {
    skp(id: $id) {
      ${rowFields} revision approach leadsUnit system weightSum unitPath setAt standingReason closeReason closedAt uncovered
      predecessor { id period { key } }
      actions { name enabled reason } faults { code isError field message } appendices { kind text } expectations { value text }
      rhk(first: 20) {
        nodes {
          id number title kind weight cascade assignmentLetter isSelfExecuted expectation interventionOf
          serves { id number title employeeName }
          iki(first: 8) {
            nodes {
              id number weight target targetMin targetMax tolerancePct baseline targetReason
              indicatorVersion { name unit aspect polarity attribution indicator { id code } }
            }
          }
        }
      }
      dialogues(first: 20) {
        nodes { id revision stage heldOn clarified agreements support isByEmployee confirmedAt actions { name enabled reason } }
      }
      dialogueGaps { stage quarter dueOn isOverdue }
    }
  }`,
  order: { 'employee.fullName': 'NAME' },
}

export const SKP_COUNTS: TypedDocumentNode<{ skpStateCounts: { state: SkpState; count: number }[] }, { filter: Filter }> = gql`
  query SkpCounts($filter: SkpFilter) { skpStateCounts(filter: $filter) { state count } }
`

export type Difference = { result: string; indicator: string | null; what: string; before: string | null; after: string | null }

/** What differs from the plan that it follows. */
export const DIFFERENCES: TypedDocumentNode<{ skpDifferences: Difference[] }, { id: string }> = gql`
  query SkpDifferences($id: ID!) { skpDifferences(id: $id) { result indicator what before after } }
`

export const SERVABLE: TypedDocumentNode<{ servableResults: Served[] }, { skpId: string }> = gql`
  query ServableResults($skpId: ID!) { servableResults(skpId: $skpId) { id number title employeeName } }
`

export type Matrix = {
  results: {
    id: string
    number: number
    title: string
    isSelfExecuted: boolean
    isCovered: boolean
    coveredBy: { employeeId: string; rhkId: string; title: string }[]
  }[]
  people: { employeeId: string; name: string; positionTitle: string; skpId: string | null; state: SkpState | null }[]
}

export const ROLE_MATRIX: TypedDocumentNode<{ roleMatrix: Matrix }, { skpId: string }> = gql`
  query RoleMatrix($skpId: ID!) {
    roleMatrix(skpId: $skpId) {
      results { id number title isSelfExecuted isCovered coveredBy { employeeId rhkId title } }
      people { employeeId name positionTitle skpId state }
    }
  }
`

export type OwnPlan = Pick<PlanRow, 'id' | 'state' | 'sequence' | 'period'>

export const OWN_PLANS: TypedDocumentNode<
  { viewer: { employee: { id: string; skps: { nodes: OwnPlan[] } | null } | null } | null },
  Record<string, never>
> = gql`
  query OwnPlans { viewer { employee { id skps(first: 20) { nodes { id state sequence period { key year } } } } } }
`

export type TemplateResult = {
  number: number
  title: string
  kind: string
  weight: string
  iki: {
    number: number
    indicatorId: string
    code: string
    name: string
    weight: string
    target: string | null
    targetMin: string | null
    targetMax: string | null
  }[]
}

export type Template = {
  id: string
  name: string
  family: string
  approach: string
  retiredAt: string | null
  rhk: TemplateResult[]
  actions: Action[]
}

const templateFields = `id name family approach retiredAt actions { name enabled reason }
  rhk { number title kind weight iki { number indicatorId code name weight target targetMin targetMax } }`

export const templateSpec: ResourceSpec = {
  name: 'skp-templates',
  type: 'SkpTemplate',
  list: gql`query SkpTemplates($first: Int, $offset: Int, $filter: SkpTemplateFilter) {
    skpTemplates(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${templateFields} } }
  }`,
  one: gql`query SkpTemplate($id: ID!) { skpTemplate(id: $id) { ${templateFields} } }`,
}

export type Assigned = {
  employeeId: string
  outcome: string
  skpId: string | null
  name: string | null
  positionTitle: string | null
}

export const ASSIGNMENT_PREVIEW: TypedDocumentNode<
  { skpAssignmentPreview: Assigned[] },
  { year: number; employeeIds: readonly string[] }
> = gql`
  query SkpAssignmentPreview($year: Int!, $employeeIds: [ID!]!) {
    skpAssignmentPreview(year: $year, employeeIds: $employeeIds) { employeeId outcome skpId name positionTitle }
  }
`

export type Candidate = { id: string; fullName: string; nip: string; positionTitle: string }

/** People of a unit and below it, from whom those are chosen who get a template. */
export const CANDIDATES: TypedDocumentNode<
  { employees: { totalCount: number; nodes: Candidate[] } },
  { filter: Filter; offset: number }
> = gql`
  query TemplateCandidates($filter: EmployeeFilter, $offset: Int) {
    employees(first: 100, offset: $offset, filter: $filter, orderBy: NAME_ASC) { totalCount nodes { id fullName nip positionTitle } }
  }
`
