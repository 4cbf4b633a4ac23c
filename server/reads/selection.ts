import { all, condition } from './filter.ts'
import { fromCursor, orderOf, orderText } from './order.ts'
import type { Field, Shape } from './rows.ts'
import { type Args, argsOf, column, isArgs, type Statement, Unsupported } from './statement.ts'
import type { Column, Relation, Table } from './tables.ts'

const listArgs = ['select', 'include', 'where', 'orderBy', 'take', 'skip', 'cursor'] as const

/** PostgreSQL takes a hundred arguments of a function. */
const mostFields = 100

type Part = { readonly sql: string; readonly field: Field }

/** Rows of a table as one JSON array of arrays, in order. `link` ties them to the row that they belong to. */
export function rowsSql(
  statement: Statement,
  table: Table,
  args: unknown,
  link: (alias: string) => string,
): { readonly sql: string; readonly shape: Shape; readonly isBackwards: boolean } {
  const { select, include, where, orderBy, take, skip, cursor } = argsOf(args, listArgs)
  const alias = statement.alias()
  const isBackwards = typeof take === 'number' && take < 0
  const order = orderOf(statement, table, alias, orderBy)
  const conditions = [link(alias), condition(statement, table, alias, where)]
  if (cursor !== undefined) conditions.push(fromCursor(statement, table, order, cursor, isBackwards))
  const bounds = `${bound('LIMIT', take, isBackwards)}${bound('OFFSET', skip, false)}`
  // What is nested is made for the rows of the page alone, not for those that were sorted away.
  const page = `SELECT ${alias}.* FROM "${table.table}" ${alias}${order.joins} WHERE ${all(conditions)}${orderText(order, isBackwards)}${bounds}`
  const { sql, shape } = rowSql(statement, table, alias, select, include)
  return { sql: `SELECT coalesce(json_agg(${sql}), '[]') FROM (${page}) ${alias}`, shape, isBackwards }
}

function bound(word: string, count: unknown, isBackwards: boolean): string {
  if (count === undefined) return ''
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || (count < 0 && !isBackwards)) throw new Unsupported(word)
  // Written out, because a plan must know the size of the page.
  return ` ${word} ${Math.abs(count)}`
}

function rowSql(
  statement: Statement,
  table: Table,
  alias: string,
  select: unknown,
  include: unknown,
): { readonly sql: string; readonly shape: Shape } {
  const chosen = select ?? include
  if (chosen !== undefined && !isArgs(chosen)) throw new Unsupported('select')
  if (select !== undefined && include !== undefined) throw new Unsupported('select with include')
  const parts: Part[] = []
  if (select === undefined) for (const [name, own] of table.columns) parts.push(valuePart(name, own, alias))
  for (const [name, how] of Object.entries(chosen ?? {})) {
    if (how === undefined || how === false) continue
    parts.push(partOf(statement, table, alias, name, how))
  }
  if (parts.length > mostFields) throw new Unsupported('so many fields')
  return {
    sql: `json_build_array(${parts.map(({ sql }) => sql).join(', ')})`,
    shape: { fields: parts.map(({ field }) => field) },
  }
}

function partOf(statement: Statement, table: Table, alias: string, name: string, how: unknown): Part {
  const own = table.columns.get(name)
  if (own) return valuePart(name, own, alias)
  if (name === '_count') return countsPart(statement, table, alias, how)
  const relation = table.relations.get(name)
  if (!relation) throw new Unsupported(name)
  const target = statement.table(relation.target)
  const link = linkOf(relation, alias)
  if (relation.isList) {
    const { sql, shape, isBackwards } = rowsSql(statement, target, how, link)
    return { sql: `(${sql})`, field: { name, kind: 'many', shape, isBackwards } }
  }
  const { select, include } = argsOf(how, ['select', 'include'])
  const other = statement.alias()
  const { sql, shape } = rowSql(statement, target, other, select, include)
  return { sql: `(SELECT ${sql} FROM "${target.table}" ${other} WHERE ${link(other)})`, field: { name, kind: 'one', shape } }
}

function linkOf(relation: Relation, alias: string): (other: string) => string {
  return (other) => `${column(other, relation.remote)} = ${column(alias, relation.local)}`
}

function valuePart(name: string, { column: own, carrier, isList }: Column, alias: string): Part {
  const side = column(alias, own)
  const isText = carrier === 'decimal' || carrier === 'bigint'
  return { sql: isText ? `${side}::text${isList ? '[]' : ''}` : side, field: { name, kind: 'value', carrier, isList } }
}

/** `_count: { select: { positions: true } }`: numbers of related rows. */
function countsPart(statement: Statement, table: Table, alias: string, how: unknown): Part {
  const { select } = argsOf(how, ['select'])
  if (!isArgs(select)) throw new Unsupported('_count')
  const counts = Object.entries(select).filter(([, one]) => one !== undefined && one !== false)
  const sqls = counts.map(([name, one]) => {
    const relation = table.relations.get(name)
    if (!relation?.isList) throw new Unsupported(name)
    return `(${countSql(statement, statement.table(relation.target), argsOf(one, ['where']), linkOf(relation, alias))})`
  })
  const fields = counts.map(([name]): Field => ({ name, kind: 'value', carrier: 'plain', isList: false }))
  return { sql: `json_build_array(${sqls.join(', ')})`, field: { name: '_count', kind: 'one', shape: { fields } } }
}

/** The number of rows that meet `where`. */
export function countSql(statement: Statement, table: Table, { where }: Args, link: (alias: string) => string): string {
  const alias = statement.alias()
  return `SELECT count(*)::int FROM "${table.table}" ${alias} WHERE ${all([link(alias), condition(statement, table, alias, where)])}`
}
