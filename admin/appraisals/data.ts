import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'

export type AppraisalRow = {
  id: string
  period: { key: string; endsOn: string }
  predikat: string | null
  noPredikatReason: string | null
  weightedScore: string | null
  positionTitle: string
}

export type AppraisalListRow = AppraisalRow & {
  employee: { id: string; fullName: string; nip: string }
  unit: { id: string; name: string }
  resultRating: string | null
  behaviourRating: string | null
}

export type AppraisalDetail = AppraisalListRow & {
  kind: string
  version: number
  isCurrent: boolean
  state: string
  system: string
  unitPath: string
  penilai: { id: string; fullName: string } | null
  resultStatus: string | null
  resultAmbiguous: boolean | null
  shareAbove: string | null
  shareBelow: string | null
  excludedWeightPct: string | null
  behaviourAmbiguous: boolean | null
  rulesVersion: string
  computedAt: string
}

const rowFields = `id period { key endsOn } predikat noPredikatReason weightedScore positionTitle
  employee { id fullName nip } unit { id name } resultRating behaviourRating`

export const appraisalSpec: ResourceSpec = {
  name: 'appraisals',
  type: 'Appraisal',
  list: gql`query Appraisals($first: Int, $offset: Int, $filter: AppraisalFilter, $orderBy: AppraisalOrder) {
    appraisals(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query Appraisal($id: ID!) {
    appraisal(id: $id) {
      ${rowFields} kind version isCurrent state system unitPath penilai { id fullName } resultStatus resultAmbiguous shareAbove shareBelow
      excludedWeightPct behaviourAmbiguous rulesVersion computedAt
    }
  }`,
  order: { 'employee.fullName': 'NAME', weightedScore: 'SCORE' },
}

export type PeriodRow = {
  id: string
  key: string
  kind: string
  year: number
  startsOn: string
  endsOn: string
  closesOn: string
  state: 'PREPARED' | 'OPEN' | 'CLOSED'
  actions: Action[]
}

export const periodSpec: ResourceSpec = {
  name: 'periods',
  type: 'Period',
  list: gql`query Periods($first: Int, $offset: Int, $filter: PeriodFilter) {
    periods(first: $first, offset: $offset, filter: $filter) {
      totalCount
      nodes { id key kind year startsOn endsOn closesOn state actions { name enabled reason } }
    }
  }`,
}

export type PeriodKey = { id: string; key: string; kind: 'ANNUAL' | 'QUARTER' | 'MONTH'; state: 'PREPARED' | 'OPEN' | 'CLOSED' }

export const PERIOD_KEYS: TypedDocumentNode<{ periods: { nodes: PeriodKey[] } }, Record<string, never>> = gql`
  query PeriodKeys {
    periods(first: 100) {
      nodes {
        id
        key
        kind
        state
      }
    }
  }
`
