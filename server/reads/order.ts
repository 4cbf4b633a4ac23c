import { argsOf, column, isArgs, type Statement, Unsupported } from './statement.ts'
import type { Table } from './tables.ts'

type Term = {
  readonly side: string
  readonly isDescending: boolean
  /** Where empty values stand; undefined is PostgreSQL's own way: behind the largest. */
  readonly nulls: 'first' | 'last' | undefined
  /** The field and its column, when it is one of the table itself that is never empty: only these can be continued by a cursor. */
  readonly own: { readonly field: string; readonly column: string } | undefined
}

export type Order = {
  /** Tables joined for the sake of the order. */
  readonly joins: string
  readonly terms: readonly Term[]
}

/** Prisma's `orderBy`: columns of the table, and of the tables that it belongs to. */
export function orderOf(statement: Statement, table: Table, alias: string, orderBy: unknown): Order {
  let joins = ''
  const terms: Term[] = []
  function add(own: Table, side: string, entry: unknown, isOwn: boolean): void {
    if (!isArgs(entry)) throw new Unsupported('orderBy')
    for (const [name, how] of Object.entries(entry)) {
      if (how === undefined) continue
      const found = own.columns.get(name)
      if (found) {
        const { isDescending, nulls } = directionOf(how)
        const canContinue = isOwn && found.isRequired && nulls === undefined
        terms.push({
          side: column(side, found.column),
          isDescending,
          nulls,
          own: canContinue ? { field: name, column: found.column } : undefined,
        })
        continue
      }
      const relation = own.relations.get(name)
      if (!relation || relation.isList) throw new Unsupported(name)
      const target = statement.table(relation.target)
      const joined = statement.alias()
      joins += ` LEFT JOIN "${target.table}" ${joined} ON ${column(joined, relation.remote)} = ${column(side, relation.local)}`
      add(target, joined, how, false)
    }
  }
  for (const entry of Array.isArray(orderBy) ? orderBy : orderBy === undefined ? [] : [orderBy]) add(table, alias, entry, true)
  return { joins, terms }
}

function directionOf(how: unknown): Pick<Term, 'isDescending' | 'nulls'> {
  const { sort, nulls } = typeof how === 'string' ? { sort: how, nulls: undefined } : argsOf(how, ['sort', 'nulls'])
  if (sort !== 'asc' && sort !== 'desc') throw new Unsupported('sort')
  if (nulls !== undefined && nulls !== 'first' && nulls !== 'last') throw new Unsupported('nulls')
  return { isDescending: sort === 'desc', nulls }
}

/** The order as SQL; backwards for a page that is counted from the end. */
export function orderText({ terms }: Order, isBackwards: boolean): string {
  if (terms.length === 0) return ''
  const texts = terms.map(({ side, isDescending, nulls }) => {
    const direction = isDescending === isBackwards ? 'ASC' : 'DESC'
    if (nulls === undefined) return `${side} ${direction}`
    return `${side} ${direction} NULLS ${(nulls === 'first') === isBackwards ? 'LAST' : 'FIRST'}`
  })
  return ` ORDER BY ${texts.join(', ')}`
}

/**
 * The rows from the one that the cursor names on, as one comparison of rows, which an index on the order can begin at: a deep page then costs
 * no more than the first. Unsupported unless the order is one-directional over columns that are never empty and ends with the cursor's own.
 */
export function fromCursor(statement: Statement, table: Table, { terms }: Order, cursor: unknown, isBackwards: boolean): string {
  const entries = isArgs(cursor) ? Object.entries(cursor) : []
  const [field, value] = entries.length === 1 ? (entries[0] ?? []) : []
  const key = field === undefined ? undefined : table.columns.get(field)
  const isDescending = terms[0]?.isDescending
  if (!key || terms.at(-1)?.own?.field !== field || terms.some((term) => !term.own || term.isDescending !== isDescending)) {
    throw new Unsupported('cursor')
  }
  const place = statement.value(value)
  const values = terms.map(({ own }) => {
    const other = statement.alias()
    return `(SELECT ${column(other, own?.column ?? '')} FROM "${table.table}" ${other} WHERE ${column(other, key.column)} = ${place})`
  })
  const sides = terms.map(({ side }) => side)
  return `(${sides.join(', ')}) ${isDescending === isBackwards ? '>=' : '<='} (${values.join(', ')})`
}
