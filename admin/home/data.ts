import { gql, type TypedDocumentNode } from '@apollo/client'

export type KeyCount = { key: string; count: number }
export type Scope = { periodKey: string; underUnitId: string | null }

export type Cockpit = {
  coverage: { employees: number; withSkp: number; withResult: number; withBehaviour: number; withPredikat: number }
  predikatDistribution: { total: number; appraised: number; predikat: KeyCount[]; reasons: KeyCount[] }
}

export const COCKPIT: TypedDocumentNode<Cockpit, Scope> = gql`
  query Cockpit($periodKey: String!, $underUnitId: ID) {
    coverage(periodKey: $periodKey, underUnitId: $underUnitId) { employees withSkp withResult withBehaviour withPredikat }
    predikatDistribution(periodKey: $periodKey, underUnitId: $underUnitId) {
      total appraised predikat { key count } reasons { key count }
    }
  }
`

export type Freshness = { source: string; items: number; measured: number; latestMeasuredOn: string | null }

export const FRESHNESS: TypedDocumentNode<{ dataFreshness: Freshness[] }, Scope> = gql`
  query DataFreshness($periodKey: String!, $underUnitId: ID) {
    dataFreshness(periodKey: $periodKey, underUnitId: $underUnitId) { source items measured latestMeasuredOn }
  }
`

export type Pattern = {
  people: number
  isLargeEnough: boolean
  isModeUnexpected: boolean
  deviations: { code: string; isShare: boolean; limit: number; actual: number }[]
}

export const PATTERN: TypedDocumentNode<{ predikatPattern: Pattern }, Scope & { orgPredikat: string }> = gql`
  query PredikatPattern($periodKey: String!, $underUnitId: ID, $orgPredikat: OrganisationPredikat!) {
    predikatPattern(periodKey: $periodKey, underUnitId: $underUnitId, orgPredikat: $orgPredikat) {
      people isLargeEnough isModeUnexpected deviations { code isShare limit actual }
    }
  }
`

type Count = { totalCount: number }

export type SetUpCounts = {
  units: Count
  employees: Count
  withoutSuperior: Count
  indicators: Count
  published: Count
  inReview: Count
  prepared: Count & { nodes: { key: string }[] }
  open: Count
  closed: Count
}

export const SET_UP: TypedDocumentNode<SetUpCounts, Record<string, never>> = gql`
  query SetUp {
    units(first: 1) { totalCount }
    employees(first: 1) { totalCount }
    withoutSuperior: employees(first: 1, filter: { hasSuperior: false }) { totalCount }
    indicators(first: 1) { totalCount }
    published: indicators(first: 1, filter: { state: AKTIF }) { totalCount }
    inReview: indicators(first: 1, filter: { draftState: REVIU }) { totalCount }
    prepared: periods(first: 1, filter: { kind: ANNUAL, state: PREPARED }) { totalCount nodes { key } }
    open: periods(first: 1, filter: { kind: ANNUAL, state: OPEN }) { totalCount }
    closed: periods(first: 1, filter: { kind: ANNUAL, state: CLOSED }) { totalCount }
  }
`

export type WaitingItem = { kind: string; count: number; oldestOn: string | null; link: string }

export const WAITING: TypedDocumentNode<{ waiting: WaitingItem[] }, Record<string, never>> = gql`
  query Waiting { waiting { kind count oldestOn link } }
`

export type ActivityRow = {
  id: string
  at: string
  event: string
  sentence: string
  doer: string | null
  subject: string | null
  subjectId: string | null
  subjectType: string
}

export type ActivityPage = { activity: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: ActivityRow[] } }

export const ACTIVITY: TypedDocumentNode<ActivityPage, { first: number; after: string | null }> = gql`
  query Activity($first: Int, $after: String) {
    activity(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id at event sentence doer subject subjectId subjectType }
    }
  }
`

export type DeadlineRow = { kind: string; periodKey: string; on: string; isLocal: boolean; daysLeft: number; isDone: boolean }

export const DEADLINES: TypedDocumentNode<{ deadlines: DeadlineRow[] }, { periodKey: string }> = gql`
  query Deadlines($periodKey: String!) { deadlines(periodKey: $periodKey) { kind periodKey on isLocal daysLeft isDone } }
`

export const UNIT_NAME: TypedDocumentNode<{ unit: { id: string; name: string } }, { id: string }> = gql`
  query UnitName($id: ID!) {
    unit(id: $id) {
      id
      name
    }
  }
`
