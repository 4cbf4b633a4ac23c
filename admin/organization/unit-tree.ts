import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'

export type TreeUnit = {
  id: string
  code: string
  name: string
  type: string
  closedOn: string | null
  headcount: number
  children: { totalCount: number }
  actions: Action[]
}

const treeUnit = 'id code name type closedOn headcount children(first: 1) { totalCount } actions { name enabled reason }'

type Units = { units: { totalCount: number; nodes: TreeUnit[] } }

export const UNIT_CHILDREN: TypedDocumentNode<Units, { filter: Record<string, unknown> }> = gql`
  query UnitChildren($filter: UnitFilter!) {
    units(first: 100, filter: $filter, orderBy: CODE_ASC) { totalCount nodes { ${treeUnit} } }
  }
`

type Above = { id: string; name: string; parent: Above | null }
export type FoundUnit = { id: string; code: string; name: string; parent: Above | null }

const above = (depth: number): string => `parent { id name ${depth > 0 ? above(depth - 1) : ''} }`

export const UNIT_SEARCH: TypedDocumentNode<{ units: { totalCount: number; nodes: FoundUnit[] } }, { search: string }> = gql`
  query UnitSearch($search: String!) {
    units(first: 20, filter: { search: $search }) { totalCount nodes { id code name ${above(6)} } }
  }
`

export const UNIT_PLACE: TypedDocumentNode<{ unit: FoundUnit }, { id: string }> = gql`
  query UnitPlace($id: ID!) { unit(id: $id) { id code name ${above(6)} } }
`

export type MovePreview = {
  pathBefore: string[]
  pathAfter: string[]
  units: number
  people: number
  appraisals: number
  isAllowed: boolean
  refusal: string | null
}

export const UNIT_MOVE_PREVIEW: TypedDocumentNode<
  { unitMovePreview: MovePreview },
  { id: string; parentId: string; validFrom: string }
> = gql`
  query UnitMovePreview($id: ID!, $parentId: ID!, $validFrom: Date!) {
    unitMovePreview(id: $id, parentId: $parentId, validFrom: $validFrom) {
      pathBefore pathAfter units people appraisals isAllowed refusal
    }
  }
`

/** The units above, topmost first. */
export function pathOf({ parent }: Pick<FoundUnit, 'parent'>): { id: string; name: string }[] {
  return parent ? [...pathOf(parent), parent] : []
}

/** One visible line of the tree, with what assistive technology must know of its place. */
export type TreeLine = {
  unit: TreeUnit
  parentId: string | null
  level: number
  place: number
  siblings: number
  isOpen: boolean
  isWaiting: boolean
}

/** The lines that are visible: units whose parents are all open, in the order of the tree. */
export function linesOf(
  childrenOf: (id: string | null) => readonly TreeUnit[] | undefined,
  isOpen: (id: string) => boolean,
  parentId: string | null = null,
  level = 1,
): TreeLine[] {
  const units = childrenOf(parentId) ?? []
  return units.flatMap((unit, index): TreeLine[] => {
    const opened = unit.children.totalCount > 0 && isOpen(unit.id)
    const isWaiting = opened && childrenOf(unit.id) === undefined
    const line = { unit, parentId, level, place: index + 1, siblings: units.length, isOpen: opened, isWaiting }
    return [line, ...(opened ? linesOf(childrenOf, isOpen, unit.id, level + 1) : [])]
  })
}

/** The line that a key leads to; undefined when the key does not move. Names begin with what was typed, from the next line on, around. */
export function lineAfterKey(lines: readonly TreeLine[], at: number, key: string, typed: string): number | undefined {
  const line = lines[at]
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, lines.length - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return lines.length - 1
    case 'ArrowLeft':
      return line?.parentId ? lines.findIndex(({ unit }) => unit.id === line.parentId) : undefined
    case 'ArrowRight':
      return line?.isOpen && !line.isWaiting ? at + 1 : undefined
    default: {
      if (typed === '') return undefined
      const from = typed.length > 1 ? at : at + 1
      const order = lines.map((_line, step) => (from + step) % lines.length)
      return order.find((index) => lines[index]?.unit.name.toLowerCase().startsWith(typed))
    }
  }
}
