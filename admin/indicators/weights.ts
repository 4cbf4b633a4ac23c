import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'

export type WeightCell = {
  indicatorId: string
  code: string
  name: string
  isUnitAttributed: boolean
  weight: string | null
  weightMin: string | null
  weightMax: string | null
  draftWeight: string | null
  draftState: 'DRAFT' | 'REVIU' | null
}

export type FamilyWeights = {
  family: string
  total: string
  draftTotal: string
  unitShare: string | null
  isComplete: boolean
  isUnitHeavy: boolean
  cells: WeightCell[]
  actions: Action[]
}

export const FAMILY_WEIGHTS: TypedDocumentNode<{ familyWeights: FamilyWeights[] }, Record<string, never>> = gql`
  query FamilyWeights {
    familyWeights {
      family total draftTotal unitShare isComplete isUnitHeavy
      cells { indicatorId code name isUnitAttributed weight weightMin weightMax draftWeight draftState }
      actions { name enabled reason }
    }
  }
`

/** A position family as people read it. */
export function familyName(family: string): string {
  return family.replaceAll('_', ' ')
}
