import { GraphQLError, Kind, type ValueNode } from 'graphql'
import { builder } from './builder.ts'
import { exact } from './math.ts'

/** Longest text that a scalar accepts. */
const longest = 40

function refuse(what: string): never {
  throw new GraphQLError(what, { extensions: { code: 'INVALID_INPUT' } })
}

function literal(node: ValueNode): string {
  return node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT
    ? node.value
    : refuse('This value must be text.')
}

/** Reads a civil date; the calendar is checked, so that 2025-02-30 is refused. */
export function readDate(value: unknown): Date {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return refuse('A date has the form YYYY-MM-DD.')
  const date = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value ? refuse('There is no such day.') : date
}

export function dateText(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function readInstant(value: unknown): Date {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)) {
    return refuse('An instant has the form 2025-12-31T16:00:00+07:00.')
  }
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? refuse('There is no such instant.') : date
}

function readDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.length > longest || !/^-?\d+(\.\d+)?$/.test(text))
    return refuse('A decimal has the form -12.5.')
  return text
}

function readNip(value: unknown): string {
  return typeof value === 'string' && /^\d{18}$/.test(value) ? value : refuse('A NIP has 18 digits, given as text.')
}

builder.scalarType('Date', {
  description: 'A civil date, `YYYY-MM-DD`, in the time zone of the city (WIB for Tanjungbalai).',
  serialize: (date) => dateText(date),
  parseValue: readDate,
  parseLiteral: (node) => readDate(literal(node)),
})

builder.scalarType('DateTime', {
  description: 'An instant in ISO 8601 with its offset; answers are in UTC.',
  serialize: (date) => date.toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(literal(node)),
})

builder.scalarType('Decimal', {
  description: 'An exact decimal number, as text so that no digit is lost, for example `"87.50"`.',
  serialize: (value) => exact(value).toFixed(),
  parseValue: readDecimal,
  parseLiteral: (node) => readDecimal(literal(node)),
})

builder.scalarType('Nip', {
  description:
    'NIP of a PNS or NI PPPK: 18 digits as text, because leading digits matter and numbers of this length lose their last ones.',
  serialize: (nip) => nip,
  parseValue: readNip,
  parseLiteral: (node) => readNip(literal(node)),
})
