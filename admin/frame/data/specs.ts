import type { DocumentNode } from 'graphql'

export type Filter = Record<string, unknown>

/** How one resource of the console is read over GraphQL; every change is a command of its own. Each area declares its own in `data.ts`. */
export type ResourceSpec = {
  /** Name of the resource, as in the address. */
  name: string
  /** GraphQL type behind the records: `nodes(ids:)` answers them by it. */
  type: string
  /** `query ($first: Int!, $offset: Int!, $filter: …, $orderBy: …)`, whose one root field is a connection. */
  list: DocumentNode
  /** `query ($id: ID!)`, whose one root field is the record. */
  one?: DocumentNode
  /** `query ($ids: [ID!]!) { nodes(ids: $ids) { … } }` for references. */
  many?: DocumentNode
  /** Turns the filters of the address into the server's filter. The default hands them on without empty ones. */
  filter?: (filter: Filter) => Filter
  /** Columns that can be sorted, each with its name in the server's order enum, `NAME` for `NAME_ASC` and `NAME_DESC`. */
  order?: Record<string, string>
}
