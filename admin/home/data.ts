import { gql, type TypedDocumentNode } from '@apollo/client'

export type KeyCount = { key: string; count: number }

export type Cockpit = {
  coverage: { employees: number; withSkp: number; withResult: number; withBehaviour: number; withPredikat: number }
  predikatDistribution: { total: number; appraised: number; predikat: KeyCount[]; reasons: KeyCount[] }
  dataFreshness: { source: string; items: number; measured: number; latestMeasuredOn: string | null }[]
}

export const COCKPIT: TypedDocumentNode<Cockpit, { periodKey: string; underUnitId: string | null }> = gql`
  query Cockpit($periodKey: String!, $underUnitId: ID) {
    coverage(periodKey: $periodKey, underUnitId: $underUnitId) { employees withSkp withResult withBehaviour withPredikat }
    predikatDistribution(periodKey: $periodKey, underUnitId: $underUnitId) {
      total appraised predikat { key count } reasons { key count }
    }
    dataFreshness(periodKey: $periodKey, underUnitId: $underUnitId) { source items measured latestMeasuredOn }
  }
`

export type Counts = { units: { totalCount: number }; employees: { totalCount: number }; indicators: { totalCount: number } }

export const COUNTS: TypedDocumentNode<Counts, Record<string, never>> = gql`
  query HomeCounts {
    units(first: 1) { totalCount }
    employees(first: 1) { totalCount }
    indicators(first: 1) { totalCount }
  }
`

export type Waiting = { dataIssues: { totalCount: number } }
export type Reviews = { indicators: { totalCount: number } }

export const OPEN_ISSUES: TypedDocumentNode<Waiting, Record<string, never>> = gql`
  query OpenIssues { dataIssues(first: 1, filter: { state: OPEN }) { totalCount } }
`
export const REVIEWS: TypedDocumentNode<Reviews, Record<string, never>> = gql`
  query DraftsInReview { indicators(first: 1, filter: { draftState: REVIU }) { totalCount } }
`

export const UNIT_NAME: TypedDocumentNode<{ unit: { id: string; name: string } }, { id: string }> = gql`
  query UnitName($id: ID!) {
    unit(id: $id) {
      id
      name
    }
  }
`
