import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'

export type MeasurementState = 'SUBMITTED' | 'VERIFIED' | 'REJECTED' | 'LOCKED'

export type MeasurementRow = {
  id: string
  state: MeasurementState
  value: string | null
  missingReason: string | null
  measuredOn: string
  quality: string
  version: number
  period: { key: string }
  actions: Action[]
  series: {
    id: string
    indicator: { id: string; code: string; name: string }
    employee: { id: string; fullName: string } | null
    unit: { id: string; name: string } | null
  }
}

export type Evidence = { kind: string; url: string | null; description: string }

export type MeasurementDetail = MeasurementRow & {
  numerator: string | null
  denominator: string | null
  source: string
  sourceHash: string | null
  isComplete: boolean
  isOnTime: boolean
  isVerified: boolean
  isTraceable: boolean
  isLatest: boolean
  recordedBy: string | null
  verifiedBy: string | null
  verifiedAt: string | null
  rejectReason: string | null
  note: string | null
  importRunId: string | null
  createdAt: string
  evidence: { nodes: Evidence[] }
  series: MeasurementRow['series'] & {
    realisations: {
      nodes: Pick<MeasurementRow, 'id' | 'state' | 'value' | 'missingReason' | 'measuredOn' | 'version' | 'period'>[]
    }
  }
}

const rowFields = `id state value missingReason measuredOn quality version period { key }`
const seriesFields = `id indicator { id code name } employee { id fullName } unit { id name }`

export const measurementSpec: ResourceSpec = {
  name: 'measurements',
  type: 'Realisation',
  list: gql`query Measurements($first: Int, $offset: Int, $filter: RealisationFilter, $orderBy: RealisationOrder) {
    realisations(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { ${rowFields} actions { name enabled reason } series { ${seriesFields} } }
    }
  }`,
  one: gql`query Measurement($id: ID!) {
    realisation(id: $id) {
      ${rowFields} numerator denominator source sourceHash isComplete isOnTime isVerified isTraceable isLatest recordedBy verifiedBy verifiedAt
      rejectReason note importRunId createdAt evidence(first: 20) { nodes { kind url description } } actions { name enabled reason }
      series { ${seriesFields} realisations(first: 40) { nodes { id state value missingReason measuredOn version period { key } } } }
    }
  }`,
  order: { quality: 'QUALITY' },
}

export const MEASUREMENT_COUNTS: TypedDocumentNode<
  { realisationCounts: { state: MeasurementState; count: number }[] },
  { filter: Filter }
> = gql`
  query MeasurementCounts($filter: RealisationFilter) { realisationCounts(filter: $filter) { state count } }
`

/** What a form of one indicator must know: which parts a measurement has and which evidence it needs. */
export type Measured = {
  code: string
  name: string
  currentVersion: {
    unit: string
    aggregation: string
    maxValue: string | null
    evidenceTypes: string[]
    attribution: string
  } | null
}

export const MEASURED_INDICATOR: TypedDocumentNode<{ indicator: Measured }, { id: string }> = gql`
  query MeasuredIndicator($id: ID!) {
    indicator(id: $id) { code name currentVersion { unit aggregation maxValue evidenceTypes attribution } }
  }
`

/** Whose measurement it is. */
export function subjectOf({ series }: Pick<MeasurementRow, 'series'>): string {
  return series.employee?.fullName ?? series.unit?.name ?? ''
}
