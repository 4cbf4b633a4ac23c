import { Prisma } from '../generated/prisma/client.ts'
import type { Carrier } from './tables.ts'

/** How a row that travels as an array becomes the object that Prisma would have given. */
export type Shape = { readonly fields: readonly Field[] }

export type Field =
  | { readonly name: string; readonly kind: 'value'; readonly carrier: Carrier; readonly isList: boolean }
  | { readonly name: string; readonly kind: 'one'; readonly shape: Shape }
  | { readonly name: string; readonly kind: 'many'; readonly shape: Shape; readonly isBackwards: boolean }

type Row = Record<string, unknown>

export function rowsOf(shape: Shape, rows: readonly unknown[], isBackwards: boolean): Row[] {
  const objects = rows.map((row) => rowOf(shape, row as readonly unknown[]))
  return isBackwards ? objects.reverse() : objects
}

function rowOf({ fields }: Shape, row: readonly unknown[]): Row {
  const object: Row = {}
  for (let place = 0; place < fields.length; place += 1) {
    const field = fields[place] as Field
    object[field.name] = readValue(field, row[place])
  }
  return object
}

function readValue(field: Field, value: unknown): unknown {
  if (value === null) return field.kind === 'value' && field.isList ? [] : null
  if (field.kind === 'one') return rowOf(field.shape, value as readonly unknown[])
  if (field.kind === 'many') return rowsOf(field.shape, value as readonly unknown[], field.isBackwards)
  if (field.carrier === 'plain') return value
  return field.isList ? (value as readonly unknown[]).map((one) => carried(field.carrier, one)) : carried(field.carrier, value)
}

function carried(carrier: Carrier, value: unknown): unknown {
  if (carrier === 'date') return new Date(value as string)
  return carrier === 'decimal' ? new Prisma.Decimal(value as string) : BigInt(value as string)
}
