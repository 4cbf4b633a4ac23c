import { gql, type TypedDocumentNode } from '@apollo/client'

export type ExplanationNode = {
  key: string
  parentKey: string | null
  kind:
    | 'PREDIKAT'
    | 'AXIS'
    | 'RHK'
    | 'IKI'
    | 'BEHAVIOUR_VALUE'
    | 'RATER_GROUP'
    | 'MEASUREMENT'
    | 'EVIDENCE'
    | 'OVERRIDE'
    | 'BASIS'
    | 'PART'
  label: string
  formula: string | null
  inputs: { name: string; value: string; unit: string | null }[]
  value: string | null
  level: string | null
  /** Share in the whole axis, 0–1. */
  weight: string | null
  /** Percentage points by which it lifts, or pulls down, the weighted score from 100. */
  pointsWon: string | null
  pointsLost: string | null
  isLocal: boolean
  localNote: string | null
  sentence: string
  url: string | null
}

/** The nodes as a flat list: the tree is put together here, so that its depth costs the server nothing. */
export const EXPLANATION: TypedDocumentNode<{ appraisal: { explanation: { nodes: ExplanationNode[] } | null } }, { id: string }> =
  gql`
  query Explanation($id: ID!) {
    appraisal(id: $id) {
      explanation {
        nodes {
          key parentKey kind label formula inputs { name value unit } value level weight pointsWon pointsLost isLocal localNote sentence url
        }
      }
    }
  }
`

export type Branch = { node: ExplanationNode; children: Branch[]; depth: number }

/** Puts the flat nodes together as a tree, in the order in which the server gives them. Null when there is no root. */
export function treeOf(nodes: readonly ExplanationNode[]): Branch | null {
  const byParent = Map.groupBy(nodes, ({ parentKey }) => parentKey)
  const grow = (node: ExplanationNode, depth: number): Branch => ({
    node,
    depth,
    children: (byParent.get(node.key) ?? []).map((child) => grow(child, depth + 1)),
  })
  const root = byParent.get(null)?.[0]
  return root ? grow(root, 0) : null
}
