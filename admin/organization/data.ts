import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'
import type { Facet } from '../frame/list/FacetList.tsx'

export type UnitRow = {
  id: string
  code: string
  name: string
  type: string
  isServiceUnit: boolean
  closedOn: string | null
  parent: { id: string; name: string } | null
  employees: { totalCount: number }
  children: { totalCount: number }
}

export type UnitDetail = UnitRow & {
  siasnUnorId: string | null
  actions: Action[]
  versions: {
    nodes: {
      id: string
      name: string
      type: string
      isServiceUnit: boolean
      validFrom: string
      validTo: string | null
      parent: { name: string } | null
    }[]
  }
}

const unitRow = `id code name type isServiceUnit closedOn parent { id name } employees(first: 1) { totalCount } children(first: 1) { totalCount }`

export const unitSpec: ResourceSpec = {
  name: 'units',
  type: 'Unit',
  list: gql`query Units($first: Int, $offset: Int, $filter: UnitFilter, $orderBy: UnitOrder) {
    units(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) { totalCount nodes { ${unitRow} } }
  }`,
  one: gql`query Unit($id: ID!) {
    unit(id: $id) {
      ${unitRow} siasnUnorId
      actions { name enabled reason }
      versions(first: 50) { nodes { id name type isServiceUnit validFrom validTo parent { name } } }
    }
  }`,
  many: gql`query UnitsByIds($ids: [ID!]!) { nodes(ids: $ids) { ... on Unit { id code name type } } }`,
  order: { code: 'CODE', name: 'NAME' },
}

/** A record with the server's verdicts on the commands that mend it. */
export type Mendable = { id: string; actions: Action[] }

export type EmployeeRow = {
  id: string
  nip: string
  fullName: string
  positionTitle: string
  golongan: string | null
  employmentType: string
  legalStanding: string
  unit: { id: string; code: string; name: string }
}

export type EmployeeDetail = EmployeeRow & {
  name: string
  titleBefore: string | null
  titleAfter: string | null
  positionKind: string | null
  positionLevel: string | null
  positionFrom: string | null
  golonganFrom: string | null
  sex: string | null
  birthPlace: string | null
  birthOn: string | null
  email: string | null
  phone: string | null
  superior: { id: string; nip: string; fullName: string; positionTitle: string } | null
  subordinates: { totalCount: number }
  actions: Action[]
}

const employeeRow = 'id nip fullName positionTitle golongan employmentType legalStanding unit { id code name }'

export const employeeSpec: ResourceSpec = {
  name: 'employees',
  type: 'Employee',
  list: gql`query Employees($first: Int, $offset: Int, $filter: EmployeeFilter, $orderBy: EmployeeOrder) {
    employees(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) { totalCount nodes { ${employeeRow} } }
  }`,
  one: gql`query Employee($id: ID!) {
    employee(id: $id) {
      ${employeeRow} name titleBefore titleAfter positionKind positionLevel positionFrom golonganFrom sex birthPlace birthOn email phone
      superior { id nip fullName positionTitle }
      subordinates(first: 1) { totalCount }
      actions { name enabled reason }
    }
  }`,
  many: gql`query EmployeesByIds($ids: [ID!]!) { nodes(ids: $ids) { ... on Employee { id nip fullName } } }`,
  order: { fullName: 'NAME', nip: 'NIP' },
}

export type DataIssueRow = {
  id: string
  code: string
  label: string
  hint: string
  state: 'OPEN' | 'RESOLVED' | 'DISMISSED'
  detail: string
  line: number | null
  openedAt: string
  closedAt: string | null
  closedReason: string | null
  remedy: string | null
  employee: (Mendable & { fullName: string; nip: string }) | null
  unit: (Mendable & { name: string }) | null
  actions: Action[]
}

const verdicts = 'actions { name enabled reason }'

const issueRow = `id code label hint remedy state detail line openedAt closedAt closedReason
  employee { id fullName nip ${verdicts} } unit { id name ${verdicts} } ${verdicts}`

export const dataIssueSpec: ResourceSpec = {
  name: 'data-issues',
  type: 'DataIssue',
  list: gql`query DataIssues($first: Int, $offset: Int, $filter: DataIssueFilter) {
    dataIssues(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${issueRow} } }
  }`,
}

export type DataIssueCount = { code: string; label: string; open: number; hint: string }

export const DATA_ISSUE_COUNTS: TypedDocumentNode<{ dataIssueCounts: DataIssueCount[] }, Record<string, never>> = gql`
  query DataIssueCounts { dataIssueCounts { code label open hint } }
`

export const DATA_ISSUE_STATES: TypedDocumentNode<
  { dataIssueStates: { state: string; count: number }[] },
  { filter: Record<string, unknown> }
> = gql`
  query DataIssueStates($filter: DataIssueFilter) { dataIssueStates(filter: $filter) { state count } }
`

export type Correctable = {
  nip: string
  name: string
  titleBefore: string | null
  titleAfter: string | null
  sex: string | null
  birthPlace: string | null
  birthOn: string | null
  positionTitle: string
  email: string | null
  phone: string | null
  updatedAt: string
}

export const CORRECTABLE: TypedDocumentNode<{ employee: Correctable }, { id: string }> = gql`
  query CorrectableEmployee($id: ID!) {
    employee(id: $id) { nip name titleBefore titleAfter sex birthPlace birthOn positionTitle email phone updatedAt }
  }
`

export const EMPLOYEE_FACETS: TypedDocumentNode<{ employeeFacets: Facet[] }, { filter: Record<string, unknown> }> = gql`
  query EmployeeFacets($filter: EmployeeFilter) { employeeFacets(filter: $filter) { name values { value count } } }
`
