import { argsOf, column, isArgs, type Statement, Unsupported } from './statement.ts'
import type { Column, Relation, Table } from './tables.ts'

const everything = 'TRUE'
const nothing = 'FALSE'

/** Prisma's `where` as a condition on `alias`. */
export function condition(statement: Statement, table: Table, alias: string, where: unknown): string {
  if (where === undefined) return everything
  if (!isArgs(where)) throw new Unsupported('where')
  return all(
    Object.entries(where)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => conditionOf(statement, table, alias, name, value)),
  )
}

function conditionOf(statement: Statement, table: Table, alias: string, name: string, value: unknown): string {
  const each = () => several(value).map((one) => condition(statement, table, alias, one))
  if (name === 'AND') return all(each())
  if (name === 'OR') return any(each())
  if (name === 'NOT') return all(each().map((one) => `NOT (${one})`))
  const own = table.columns.get(name)
  if (own) return comparison(statement, own, column(alias, own.column), value)
  const relation = table.relations.get(name)
  if (relation) return relationCondition(statement, relation, alias, value)
  throw new Unsupported(name)
}

function several(value: unknown): readonly unknown[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined)
}

export function all(conditions: readonly string[]): string {
  const real = conditions.filter((one) => one !== everything)
  return real.length === 0 ? everything : real.length === 1 ? (real[0] ?? everything) : `(${real.join(' AND ')})`
}

function any(conditions: readonly string[]): string {
  return conditions.length === 0 ? nothing : `(${conditions.join(' OR ')})`
}

const comparisons = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

function comparison(statement: Statement, own: Column, side: string, value: unknown): string {
  if (own.isList || own.isJson) throw new Unsupported('a list or JSON')
  if (!isArgs(value)) return equals(statement, side, value)
  const { mode, ...tests } = value
  if (mode !== undefined && mode !== 'insensitive' && mode !== 'default') throw new Unsupported('mode')
  const like = (pattern: string) => `${side} ${mode === 'insensitive' ? 'ILIKE' : 'LIKE'} ${statement.value(pattern)}`
  return all(
    Object.entries(tests)
      .filter(([, test]) => test !== undefined)
      .map(([name, test]) => {
        if (name === 'contains') return like(`%${literal(test)}%`)
        if (name === 'startsWith') return like(`${literal(test)}%`)
        if (name === 'endsWith') return like(`%${literal(test)}`)
        if (mode === 'insensitive') throw new Unsupported(name)
        if (name === 'equals') return equals(statement, side, test)
        if (name === 'not') return test === null ? `${side} IS NOT NULL` : `${side} <> ${scalar(statement, test)}`
        if (name === 'in' && Array.isArray(test)) return test.length === 0 ? nothing : `${side} = ANY(${statement.value(test)})`
        if (name === 'notIn' && Array.isArray(test))
          return test.length === 0 ? everything : `${side} <> ALL(${statement.value(test)})`
        if (name in comparisons) return `${side} ${comparisons[name as keyof typeof comparisons]} ${scalar(statement, test)}`
        throw new Unsupported(name)
      }),
  )
}

function equals(statement: Statement, side: string, value: unknown): string {
  return value === null ? `${side} IS NULL` : `${side} = ${scalar(statement, value)}`
}

function scalar(statement: Statement, value: unknown): string {
  if (value === null || Array.isArray(value)) throw new Unsupported('value')
  return statement.value(value)
}

/** Text inside of a pattern stands for itself. */
function literal(text: unknown): string {
  if (typeof text !== 'string') throw new Unsupported('pattern')
  return text.replace(/[\\%_]/g, '\\$&')
}

function relationCondition(statement: Statement, relation: Relation, alias: string, value: unknown): string {
  const exists = (where: unknown) => related(statement, relation, column(alias, relation.local), where)
  if (relation.isList) {
    const { some, none } = argsOf(value, ['some', 'none'])
    return all([some === undefined ? everything : exists(some), none === undefined ? everything : `NOT ${exists(none)}`])
  }
  if (value === null) return `NOT ${exists({})}`
  if (!isArgs(value)) throw new Unsupported('relation')
  if (!('is' in value || 'isNot' in value)) return exists(value)
  const { is, isNot } = argsOf(value, ['is', 'isNot'])
  const one = (where: unknown) => (where === null ? `NOT ${exists({})}` : exists(where))
  return all([is === undefined ? everything : one(is), isNot === undefined ? everything : `NOT (${one(isNot)})`])
}

/** There is a row on the other side of the relation, whose key on this side is `key`, that meets `where`. */
function related(statement: Statement, relation: Relation, key: string, where: unknown): string {
  const target = statement.table(relation.target)
  const beyond = relation.isList ? undefined : rowsBeyond(target, relation, where)
  if (beyond) return all(beyond.map(({ next, some }) => related(statement, next, key, some)))
  const other = statement.alias()
  const link = `${column(other, relation.remote)} = ${key}`
  return `EXISTS (SELECT FROM "${target.table}" ${other} WHERE ${all([link, condition(statement, target, other, where)])})`
}

/**
 * "Its unit has some ancestors such that …" asks nothing of the unit itself, which a foreign key vouches for: the ancestors can be reached by
 * the key at hand, and the planner is spared a table. Undefined when something is asked of the row in between.
 */
function rowsBeyond(target: Table, { remote }: Relation, where: unknown): { next: Relation; some: unknown }[] | undefined {
  const entries = isArgs(where) ? Object.entries(where).filter(([, value]) => value !== undefined) : []
  const beyond = entries.flatMap(([name, value]) => {
    const next = target.relations.get(name)
    const asked = isArgs(value) ? Object.keys(value) : []
    const isBeyond = next?.isList && next.local === remote && asked.length === 1 && asked[0] === 'some'
    return isBeyond && isArgs(value) ? [{ next, some: value.some }] : []
  })
  return beyond.length > 0 && beyond.length === entries.length ? beyond : undefined
}
