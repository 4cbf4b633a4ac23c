import type { Table, Tables } from './tables.ts'

/** What a reader of Prisma's arguments does not know. Prisma answers such a request itself. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported'
}

export type Args = Readonly<Record<string, unknown>>

export function isArgs(value: unknown): value is Args {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The arguments of one level, without those that are undefined; anything else than an object of known names is unsupported. */
export function argsOf(value: unknown, known: readonly string[]): Args {
  if (value === undefined || value === true) return {}
  if (!isArgs(value)) throw new Unsupported('arguments')
  for (const [name, own] of Object.entries(value)) if (own !== undefined && !known.includes(name)) throw new Unsupported(name)
  return value
}

/** A statement under construction: its values, and names for the tables that take part. */
export class Statement {
  readonly values: unknown[] = []
  readonly #tables: Tables
  #aliases = 0

  constructor(tables: Tables) {
    this.#tables = tables
  }

  table(model: string): Table {
    const table = this.#tables.get(model)
    if (!table) throw new Unsupported(model)
    return table
  }

  alias(): string {
    this.#aliases += 1
    return `t${this.#aliases}`
  }

  /** The place of a value; its type is inferred by PostgreSQL from what it is compared with. */
  value(value: unknown): string {
    this.values.push(Array.isArray(value) ? value.map(asText) : asText(value))
    return `$${this.values.length}`
  }
}

function asText(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return String(value)
  // In UTC, whatever the time zone of this machine: the driver would write a date as it looks here.
  if (value instanceof Date) return value.toISOString()
  throw new Unsupported('value')
}

export function column(alias: string, name: string): string {
  return `${alias}."${name}"`
}
