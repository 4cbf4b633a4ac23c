import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'

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
  state: AppraisalState
}

export type AppraisalState =
  | 'TERBUKA'
  | 'PENILAIAN_DIRI'
  | 'BUKTI_DIVERIFIKASI'
  | 'DINILAI'
  | 'MODERASI'
  | 'DITETAPKAN'
  | 'DISAMPAIKAN'
  | 'KEBERATAN'
  | 'PEMERIKSAAN'
  | 'FINAL'
  | 'TEREKSPOR'
  | 'BATAL'

export type Level = 'DI_ATAS' | 'SESUAI' | 'DI_BAWAH'

/** What a step of the life of an appraisal must know; the same in the drawer, on the page and for the person themself. */
export type AppraisalLife = {
  id: string
  state: AppraisalState
  revision: number
  actions: Action[]
  deadlines: { selfAssessUntil: string; rateUntil: string; objectionUntil: string | null }
  timeline: { state: AppraisalState; at: string }[]
  selfAssessment: string | null
  selfAssessedResults: { number: number; text: string }[]
  isSelfAssessmentSkipped: boolean
  resultRating: Level | null
  behaviourRating: Level | null
  resultAmbiguous: boolean | null
  behaviourAmbiguous: boolean | null
  suggestedResult: Level | null
  suggestedBehaviour: Level | null
  suggestedPredikat: string | null
  resultOverride: string | null
  resultReason: string | null
  behaviourOverride: string | null
  behaviourReason: string | null
  qualitativeBasis: string | null
  returnReason: string | null
  finalCause: string | null
}

export type AppraisalDetail = Omit<AppraisalListRow, 'resultRating' | 'behaviourRating' | 'state'> &
  AppraisalLife & {
    kind: string
    version: number
    isCurrent: boolean
    system: string
    unitPath: string
    penilai: { id: string; fullName: string } | null
    resultStatus: string | null
    shareAbove: string | null
    shareBelow: string | null
    excludedWeightPct: string | null
    rulesVersion: string
    computedAt: string
    reopenGround: string | null
    reopenReason: string | null
    predecessor: Version | null
    successor: Version | null
    /** Null while the rated person may not read ratings. */
    parts: { nodes: AppraisalPart[] } | null
  }

/** Another version of the same appraisal. */
export type Version = { id: string; version: number; state: AppraisalState }

/** A slice of a divided year, rated by its own penilai. */
export type AppraisalPart = {
  id: string
  revision: number
  startsOn: string
  endsOn: string
  months: string
  suggestedResult: Level | null
  resultRating: Level | null
  behaviourRating: Level | null
  predikat: string | null
  override: string | null
  reason: string | null
  qualitativeBasis: string | null
  ratedAt: string | null
  penilai: { id: string; fullName: string } | null
  skp: { id: string; positionTitle: string }
  actions: Action[]
}

const rowFields = `id period { key endsOn } predikat noPredikatReason weightedScore positionTitle
  employee { id fullName nip } unit { id name } state resultRating behaviourRating`

const lifeFields = `revision actions { name enabled reason } deadlines { selfAssessUntil rateUntil objectionUntil } timeline { state at }
  selfAssessment selfAssessedResults { number text } isSelfAssessmentSkipped resultAmbiguous behaviourAmbiguous suggestedResult
  suggestedBehaviour suggestedPredikat resultOverride resultReason behaviourOverride behaviourReason qualitativeBasis returnReason finalCause`

export const appraisalSpec: ResourceSpec = {
  name: 'appraisals',
  type: 'Appraisal',
  list: gql`query Appraisals($first: Int, $offset: Int, $filter: AppraisalFilter, $orderBy: AppraisalOrder) {
    appraisals(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query Appraisal($id: ID!) {
    appraisal(id: $id) {
      ${rowFields} ${lifeFields} kind version isCurrent system unitPath penilai { id fullName } resultStatus shareAbove shareBelow
      excludedWeightPct rulesVersion computedAt reopenGround reopenReason
      predecessor { id version state } successor { id version state }
      parts(first: 12) {
        nodes {
          id revision startsOn endsOn months suggestedResult resultRating behaviourRating predikat override reason qualitativeBasis ratedAt
          penilai { id fullName } skp { id positionTitle } actions { name enabled reason }
        }
      }
    }
  }`,
  order: { 'employee.fullName': 'NAME', weightedScore: 'SCORE' },
}

export const STATE_COUNTS: TypedDocumentNode<
  { appraisalStateCounts: { state: AppraisalState; count: number }[] },
  { filter: Filter }
> = gql`
  query AppraisalStateCounts($filter: AppraisalFilter) { appraisalStateCounts(filter: $filter) { state count } }
`

/** How an appraisal stands at this moment: read when a decision came too late. */
export const APPRAISAL_NOW: TypedDocumentNode<
  {
    appraisal: Pick<AppraisalLife, 'id' | 'state' | 'revision' | 'timeline' | 'resultRating' | 'behaviourRating'> & {
      predikat: string | null
    }
  },
  { id: string }
> = gql`
  query AppraisalNow($id: ID!) {
    appraisal(id: $id) { id state revision timeline { state at } resultRating behaviourRating predikat }
  }
`

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

export type Planned = {
  id: string
  state: string
  rhk: {
    nodes: {
      number: number
      title: string
      weight: string
      iki: {
        nodes: {
          number: number
          weight: string
          target: string | null
          targetMin: string | null
          targetMax: string | null
          indicatorVersion: { name: string; unit: string }
          series: { id: string } | null
        }[]
      }
    }[]
  }
}

/** The plan that an appraisal judges, with the series in which its measurements hang. */
export const OWN_PLAN: TypedDocumentNode<{ appraisal: { id: string; skp: Planned | null } }, { id: string }> = gql`
  query AppraisalPlan($id: ID!) {
    appraisal(id: $id) {
      id
      skp {
        id state
        rhk(first: 20) {
          nodes {
            number title weight
            iki(first: 10) {
              nodes { number weight target targetMin targetMax indicatorVersion { name unit } series { id } }
            }
          }
        }
      }
    }
  }
`

export type OwnAppraisal = {
  id: string
  state: AppraisalState
  isCurrent: boolean
  period: { key: string; kind: string; endsOn: string }
}

export const OWN_APPRAISALS: TypedDocumentNode<
  { viewer: { employee: { id: string; appraisals: { nodes: OwnAppraisal[] } } | null } | null },
  Record<string, never>
> = gql`
  query OwnAppraisals {
    viewer { employee { id appraisals(first: 30) { nodes { id state isCurrent period { key kind endsOn } } } } }
  }
`

export type TeamRow = Pick<
  AppraisalDetail,
  'id' | 'state' | 'actions' | 'deadlines' | 'predikat' | 'noPredikatReason' | 'positionTitle' | 'returnReason'
> & {
  employee: { id: string; fullName: string }
}

export const TEAM: TypedDocumentNode<
  { teamAppraisals: { totalCount: number; nodes: TeamRow[] } },
  { periodKey: string; offset: number }
> = gql`
  query TeamAppraisals($periodKey: String!, $offset: Int) {
    teamAppraisals(periodKey: $periodKey, first: 100, offset: $offset) {
      totalCount
      nodes {
        id state positionTitle predikat noPredikatReason returnReason employee { id fullName }
        actions { name enabled reason } deadlines { selfAssessUntil rateUntil objectionUntil }
      }
    }
  }
`

export type MeasuredQuarter = {
  id: string
  state: string
  value: string | null
  missingReason: string | null
  measuredOn: string
  quality: string
  version: number
  source: string
  isComplete: boolean
  isOnTime: boolean
  isVerified: boolean
  isTraceable: boolean
  recordedBy: string | null
  verifiedBy: string | null
  importRunId: string | null
  period: { key: string }
  evidence: { nodes: { kind: string; url: string | null; description: string }[] }
}

/** The measurements of one series with everything that they rest on. */
export const SERIES_EVIDENCE: TypedDocumentNode<
  { node: { id: string; realisations: { nodes: MeasuredQuarter[] } } | null },
  { id: string }
> = gql`
  query SeriesEvidence($id: ID!) {
    node(id: $id) {
      ... on MeasurementSeries {
        id
        realisations(first: 20) {
          nodes {
            id state value missingReason measuredOn quality version source isComplete isOnTime isVerified isTraceable recordedBy verifiedBy
            importRunId period { key } evidence(first: 10) { nodes { kind url description } }
          }
        }
      }
    }
  }
`
