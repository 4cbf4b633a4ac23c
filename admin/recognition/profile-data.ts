import { gql, type TypedDocumentNode } from '@apollo/client'
import type { AwardRow } from './data.ts'

type Nodes<Row> = { totalCount: number; nodes: Row[] }

export type CreditGoal = { kind: 'RANK' | 'JENJANG'; need: number; have: number; missing: number; isMet: boolean }

export type PromotionCondition = {
  code: 'STATUS' | 'YEARS_IN_RANK' | 'PREDIKAT' | 'CREDIT'
  isMet: boolean
  have: string | null
  need: string
  year: number | null
  metOn: string | null
}

export type Consequences = {
  employee: {
    creditProgress: {
      jenjang: string
      nextJenjang: string | null
      total: number
      provisional: number
      goals: CreditGoal[]
    } | null
    creditEntries: Nodes<{
      id: string
      periodKey: string
      jenjang: string
      predikat: string
      months: number
      credit: string
      standing: string
    }> | null
    promotion: { path: string; isEligible: boolean; earliestOn: string | null; conditions: PromotionCondition[] } | null
    awards: Nodes<AwardRow & { decreeNumber: string | null; decreeOn: string | null }>
    legacyResults: Nodes<{
      id: string
      year: number
      skpValue: string
      perilaku: string
      scheme: string
      value: string
      predikat: string
      source: string
    }> | null
  }
}

export const CONSEQUENCES: TypedDocumentNode<Consequences, { id: string }> = gql`
  query Consequences($id: ID!) {
    employee(id: $id) {
      creditProgress { jenjang nextJenjang total provisional goals { kind need have missing isMet } }
      creditEntries(first: 20) { totalCount nodes { id periodKey jenjang predikat months credit standing } }
      promotion { path isEligible earliestOn conditions { code isMet have need year metOn } }
      awards(first: 20) {
        totalCount nodes { id title state basis periodKey createdAt decreeNumber decreeOn employee { id fullName } unit { id name } }
      }
      legacyResults(first: 10) { totalCount nodes { id year skpValue perilaku scheme value predikat source } }
    }
  }
`

export type PotentialRow = { id: string; assessedOn: string; potential: string; score: string | null; source: string }

export const POTENTIALS: TypedDocumentNode<{ employee: { potentials: Nodes<PotentialRow> | null } }, { id: string }> = gql`
  query Potentials($id: ID!) {
    employee(id: $id) { id potentials(first: 10) { totalCount nodes { id assessedOn potential score source } } }
  }
`

export const RECORD_POTENTIAL: TypedDocumentNode<{ recordPotential: { id: string } }, { input: Record<string, unknown> }> = gql`
  mutation RecordPotential($input: RecordPotentialInput!) { recordPotential(input: $input) { id } }
`
