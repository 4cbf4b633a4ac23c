import { gql, type TypedDocumentNode } from '@apollo/client'
import type { KeyCount, Scope } from '../home/data.ts'

export type Heading = { id: string; code: string; name: string }
type Spread = { isSuppressed: boolean; total: number | null; counts: KeyCount[] }
export type UnitSpread = Spread & { unit: Heading }
export type PeriodSpread = Spread & { periodKey: string }

export const BY_UNIT: TypedDocumentNode<{ predikatByUnit: UnitSpread[] }, Scope> = gql`
  query PredikatByUnit($periodKey: String!, $underUnitId: ID) {
    predikatByUnit(periodKey: $periodKey, underUnitId: $underUnitId) {
      unit { id code name } isSuppressed total counts { key count }
    }
  }
`

export const BY_PERIOD: TypedDocumentNode<{ predikatByPeriod: PeriodSpread[] }, { underUnitId: string | null; kind: string }> =
  gql`
  query PredikatByPeriod($underUnitId: ID, $kind: PeriodKind!) {
    predikatByPeriod(underUnitId: $underUnitId, kind: $kind) { periodKey isSuppressed total counts { key count } }
  }
`

export type HeatCell = {
  unitId: string
  indicatorId: string
  items: number | null
  measured: number | null
  averagePct: number | null
  isSuppressed: boolean
}
export type Heatmap = { units: Heading[]; indicators: Heading[]; cells: HeatCell[] }

export const HEATMAP: TypedDocumentNode<{ achievementHeatmap: Heatmap }, Scope> = gql`
  query AchievementHeatmap($periodKey: String!, $underUnitId: ID) {
    achievementHeatmap(periodKey: $periodKey, underUnitId: $underUnitId) {
      units { id code name } indicators { id code name } cells { unitId indicatorId items measured averagePct isSuppressed }
    }
  }
`

export type Objectivity = {
  value: number | null
  level: string | null
  measuredShare: number | null
  evidence: number | null
  agreement: number | null
  severity: number | null
  distribution: number | null
}

export const OBJECTIVITY: TypedDocumentNode<{ objectivity: Objectivity }, Scope & { orgPredikat: string | null }> = gql`
  query ObjectivityOf($periodKey: String!, $underUnitId: ID, $orgPredikat: OrganisationPredikat) {
    objectivity(periodKey: $periodKey, underUnitId: $underUnitId, orgPredikat: $orgPredikat) {
      value level measuredShare evidence agreement severity distribution
    }
  }
`
