import { gql, type TypedDocumentNode } from '@apollo/client'

export type Compared = {
  id: string
  period: { key: string }
  predikat: string | null
  resultRating: string | null
  behaviourRating: string | null
  weightedScore: string | null
}

export type PeerFigures = {
  mean: number
  lowerQuartile: number
  median: number
  upperQuartile: number
  shareBelow: number
  z: number | null
  t: number | null
  isRobust: boolean
}

export type Peers = {
  step: 'KIND_LEVEL_TYPE' | 'KIND_TYPE' | 'TYPE' | 'CITY'
  positionKind: string | null
  positionLevel: string | null
  unitType: string
  people: number
  figures: PeerFigures | null
}

const compared = `id period { key } predikat resultRating behaviourRating weightedScore`

export const COMPARISON: TypedDocumentNode<
  { appraisal: Compared & { previous: Compared | null; peers: Peers | null } },
  { id: string }
> = gql`
  query AppraisalComparison($id: ID!) {
    appraisal(id: $id) {
      ${compared}
      previous { ${compared} }
      peers {
        step positionKind positionLevel unitType people
        figures { mean lowerQuartile median upperQuartile shareBelow z t isRobust }
      }
    }
  }
`
