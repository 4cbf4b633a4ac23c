import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'
import type { Facet } from '../frame/list/FacetList.tsx'

export type FamilyWeight = { family: string; weight: string; weightMin: string | null; weightMax: string | null }

/** What an indicator measures and how: the part of a version that a draft may change. */
export type Definition = {
  name: string
  aspect: string
  unit: string
  polarity: string
  aggregation: string
  factor: string
  frequency: string
  attribution: string
  formulaText: string
  numeratorText: string
  denominatorText: string
  exclusions: string
  targetRule: string
  target: string | null
  targetMin: string | null
  targetMax: string | null
  tolerancePct: string | null
  maxValue: string | null
  minDenominator: string | null
  levelLow: string | null
  levelHigh: string | null
  sourceSystem: string
  sourceOwner: string
  evidenceTypes: string[]
  gamingRisks: string
  counterIndicatorCode: string | null
  lagDays: number
  baselinePeriod: string | null
  caseMixVariables: string[]
  effectiveFrom: string
  familyWeights: FamilyWeight[]
}

export type Version = Definition & {
  id: string
  version: number
  state: 'DRAFT' | 'REVIU' | 'AKTIF' | 'USANG'
  revision: number
  contentHash: string | null
  submittedAt: string | null
  publishedAt: string | null
  supersededAt: string | null
  returnReason: string | null
  editedBy: string | null
  approvedBy: string | null
  createdAt: string
  differences: { field: string; before: string | null; after: string | null }[]
  /** Null for those who may not read the whole catalogue. */
  problems: { code: string; field: string; isBlocking: boolean; message: string }[] | null
  actions: Action[]
}

export type IndicatorRow = {
  id: string
  code: string
  name: string
  state: string
  versions: {
    nodes: Pick<Version, 'id' | 'version' | 'aspect' | 'unit' | 'polarity' | 'attribution' | 'frequency' | 'sourceSystem'>[]
  }
}

export type IndicatorDetail = { id: string; code: string; name: string; state: string; versions: { nodes: Version[] } }

const definitionFields = `name aspect unit polarity aggregation factor frequency attribution formulaText numeratorText denominatorText exclusions
  targetRule target targetMin targetMax tolerancePct maxValue minDenominator levelLow levelHigh sourceSystem sourceOwner evidenceTypes
  gamingRisks counterIndicatorCode lagDays baselinePeriod caseMixVariables effectiveFrom familyWeights { family weight weightMin weightMax }`

const versionFields = `id version state revision contentHash submittedAt publishedAt supersededAt returnReason editedBy approvedBy createdAt ${definitionFields}
  differences { field before after }
  problems { code field isBlocking message } actions { name enabled reason }`

export const indicatorSpec: ResourceSpec = {
  name: 'indicators',
  type: 'Indicator',
  list: gql`query Indicators($first: Int, $offset: Int, $filter: IndicatorFilter, $orderBy: IndicatorOrder) {
    indicators(first: $first, offset: $offset, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id code name state versions(first: 1) { nodes { id version aspect unit polarity attribution frequency sourceSystem } } }
    }
  }`,
  one: gql`query Indicator($id: ID!) {
    indicator(id: $id) { id code name state versions(first: 12) { nodes { ${versionFields} } } }
  }`,
  many: gql`query IndicatorsByIds($ids: [ID!]!) { nodes(ids: $ids) { ... on Indicator { id code name } } }`,
  order: { code: 'CODE', name: 'NAME' },
}

export const INDICATOR_FACETS: TypedDocumentNode<{ indicatorFacets: Facet[] }, Record<string, never>> = gql`
  query IndicatorFacets { indicatorFacets { name values { value count } } }
`

/** The version that is worked on, if there is one, and the one in force. */
export function standing(indicator: IndicatorDetail): { draft: Version | undefined; active: Version | undefined } {
  const { nodes } = indicator.versions
  return {
    draft: nodes.find(({ state }) => state === 'DRAFT' || state === 'REVIU'),
    active: nodes.find(({ state }) => state === 'AKTIF'),
  }
}
