import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'

export type EvaluationRow = {
  id: string
  programmeCode: string
  programmeName: string
  outcome: string
  version: number
  isCurrent: boolean
  isPrimary: boolean
  isExploratory: boolean
  nTrained: number
  nCompared: number
  effect: string | null
  ciLow: string | null
  ciHigh: string | null
  proportionEffect: string | null
  verdict: string
  claimLevel: string
  computedAt: string
}

export type SeriesPoint = { arm: 'DILATIH' | 'PEMBANDING'; phase: 'PRA' | 'PASCA'; month: string; n: number; value: string }

export type Design = {
  id: string
  version: number
  state: string
  allocation: string
  startsOn: string
  indicator: { id: string; code: string; name: string } | null
  hypothesis: string
  comparisonRule: string
  preMonths: number
  postMonths: number
  minPerArm: number
  plannedPerArm: number | null
  isExploratory: boolean
  contentHash: string | null
  registeredAt: string | null
  registeredByName: string | null
}

export type Publication = {
  id: string
  version: number
  isCurrent: boolean
  summary: string
  claimLevel: string
  publishedByName: string
  publishedAt: string
}

/** One evaluation with its course, its design, what was published of it, and what may be done. */
export type Evaluation = EvaluationRow & {
  programmeId: string
  nDropped: number
  rawChange: string | null
  g: string | null
  trendEffect: string | null
  trendLow: string | null
  trendHigh: string | null
  trendPassed: boolean | null
  permutationP: string | null
  proportionLow: string | null
  proportionHigh: string | null
  concurrentChange: string | null
  limits: { code: string; reason: string }[]
  series: SeriesPoint[]
  design: Design
  publications: { nodes: Publication[] }
  actions: Action[]
}

const rowFields = `id programmeCode programmeName outcome version isCurrent isPrimary isExploratory nTrained nCompared effect ciLow ciHigh
  proportionEffect verdict claimLevel computedAt`

export const evaluationSpec: ResourceSpec = {
  name: 'impact-evaluations',
  type: 'ImpactEvaluation',
  list: gql`query ImpactEvaluations($first: Int, $offset: Int, $filter: ImpactEvaluationFilter) {
    impactEvaluations(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query ImpactEvaluation($id: ID!) {
    impactEvaluation(id: $id) {
      ${rowFields} programmeId nDropped rawChange g trendEffect trendLow trendHigh trendPassed permutationP proportionLow proportionHigh
      concurrentChange limits { code reason } series { arm phase month n value }
      design {
        id version state allocation startsOn indicator { id code name } hypothesis comparisonRule preMonths postMonths minPerArm plannedPerArm
        isExploratory contentHash registeredAt registeredByName
      }
      publications(first: 20) { nodes { id version isCurrent summary claimLevel publishedByName publishedAt } }
      actions { name enabled reason }
    }
  }`,
}

export type Levels = {
  responses: number
  reactionMean: string | null
  tested: number
  meanPre: string | null
  meanPost: string | null
  meanGain: string | null
  behaviour: { day: number; n: number; meanApplied: string | null }[]
}

export const LEVELS: TypedDocumentNode<{ postTrainingEvaluation: Levels }, { programmeId: string }> = gql`
  query PostTrainingEvaluation($programmeId: ID!) {
    postTrainingEvaluation(programmeId: $programmeId) {
      responses reactionMean tested meanPre meanPost meanGain behaviour { day n meanApplied }
    }
  }
`

export const COMPUTE_IMPACT: TypedDocumentNode<{ computeImpact: { id: string }[] }, { input: Record<string, unknown> }> = gql`
  mutation ComputeImpact($input: ComputeImpactInput!) { computeImpact(input: $input) { id } }
`
export const PUBLISH_IMPACT: TypedDocumentNode<{ publishImpact: { id: string } }, { input: Record<string, unknown> }> = gql`
  mutation PublishImpact($input: PublishImpactInput!) { publishImpact(input: $input) { id } }
`
