import { gql, type TypedDocumentNode } from '@apollo/client'
import type { KeyCount } from '../home/data.ts'

export type Mover = {
  employee: { id: string; fullName: string; nip: string; unit: { name: string } }
  scoreBefore: string | null
  scoreAfter: string | null
  predikatBefore: string | null
  predikatAfter: string | null
}

export type WhatIf = {
  counts: {
    appraisals: number
    changedLevel: number
    changedResult: number
    changedPredikat: number
    helped: number
    hurt: number
  }
  predikatBefore: KeyCount[]
  predikatAfter: KeyCount[]
  units: { unit: { id: string; name: string }; helped: number; hurt: number; changedPredikat: number }[]
  rankStability: string | null
  moves: { from: string; to: string; count: number }[]
  unitRanks: { coefficient: string | null; units: number; reordered: number }
}

type Input = { input: { draftId: string; periodKey: string } }

export const WHAT_IF: TypedDocumentNode<{ whatIf: WhatIf }, Input> = gql`
  query WhatIf($input: WhatIfInput!) {
    whatIf(input: $input) {
      counts { appraisals changedLevel changedResult changedPredikat helped hurt }
      predikatBefore { key count }
      predikatAfter { key count }
      units { unit { id name } helped hurt changedPredikat }
      rankStability
      moves { from to count }
      unitRanks { coefficient units reordered }
    }
  }
`

export const WHAT_IF_MOVERS: TypedDocumentNode<
  { whatIf: { movers: { totalCount: number; nodes: Mover[] } } },
  Input & { first: number; offset: number }
> = gql`
  query WhatIfMovers($input: WhatIfInput!, $first: Int!, $offset: Int!) {
    whatIf(input: $input) {
      movers(first: $first, offset: $offset) {
        totalCount
        nodes { employee { id fullName nip unit { name } } scoreBefore scoreAfter predikatBefore predikatAfter }
      }
    }
  }
`
