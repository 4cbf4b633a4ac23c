import { z } from 'zod'
import { getDatamodel } from '../generated/pothos.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'

/** How a value travels as JSON and what Prisma makes of it: exact decimals and large integers go as text. */
export type Carrier = 'plain' | 'date' | 'decimal' | 'bigint'

export type Column = {
  readonly column: string
  readonly carrier: Carrier
  readonly isRequired: boolean
  readonly isList: boolean
  readonly isJson: boolean
}

export type Relation = {
  readonly target: string
  readonly isList: boolean
  /** Columns that must be equal, on this side and on the other one. */
  readonly local: string
  readonly remote: string
}

export type Table = {
  readonly model: string
  readonly table: string
  readonly columns: ReadonlyMap<string, Column>
  readonly relations: ReadonlyMap<string, Relation>
}

export type Tables = ReadonlyMap<string, Table>

/** What Prisma keeps of the schema at run time: the only place that knows the names in the database. */
const names = z.object({
  _runtimeDataModel: z.object({
    models: z.record(
      z.string(),
      z.object({
        dbName: z.string().nullish(),
        fields: z.array(z.object({ name: z.string(), kind: z.string(), dbName: z.string().nullish() })),
      }),
    ),
  }),
})

/** What Prisma keeps of the shape: types, and which side of a relation holds the key. */
const shapes = z.object({
  datamodel: z.object({
    models: z.record(
      z.string(),
      z.object({
        fields: z.array(
          z.object({
            name: z.string(),
            kind: z.string(),
            type: z.string(),
            isRequired: z.boolean(),
            isList: z.boolean(),
            relationName: z.string().optional(),
            relationFromFields: z.array(z.string()).optional(),
          }),
        ),
      }),
    ),
  }),
})

const carriers: Readonly<Record<string, Carrier>> = { DateTime: 'date', Decimal: 'decimal', BigInt: 'bigint' }

/** The key that every relation of the schema refers to. */
const key = 'id'

/** Tables, columns and relations by the names of the Prisma schema. Throws when Prisma keeps them in another form than it did. */
export function readTables(prisma: PrismaClient): Tables {
  const inDatabase = names.parse(prisma)._runtimeDataModel.models
  const { models } = shapes.parse(getDatamodel()).datamodel
  const tables = new Map<string, Table>()
  for (const [model, { fields }] of Object.entries(models)) {
    const columnOf = columnNames(inDatabase[model])
    const columns = new Map<string, Column>()
    const relations = new Map<string, Relation>()
    for (const { name, kind, type, isRequired, isList, relationName, relationFromFields = [] } of fields) {
      if (kind !== 'object') {
        const carrier = carriers[type] ?? 'plain'
        columns.set(name, { column: columnOf(name), carrier, isRequired, isList, isJson: type === 'Json' })
        continue
      }
      const own = relationFromFields[0]
      const other = models[type]?.fields.find((field) => field.relationName === relationName && field.relationFromFields?.length)
      const foreign = other?.relationFromFields?.[0]
      if (own) relations.set(name, { target: type, isList, local: columnOf(own), remote: key })
      else if (foreign) relations.set(name, { target: type, isList, local: key, remote: columnNames(inDatabase[type])(foreign) })
    }
    tables.set(model, { model, table: inDatabase[model]?.dbName ?? model, columns, relations })
  }
  return tables
}

type Named = { readonly fields: readonly { readonly name: string; readonly dbName?: string | null | undefined }[] }

function columnNames(model: Named | undefined): (field: string) => string {
  const known = new Map(model?.fields.map(({ name, dbName }) => [name, dbName ?? name]))
  return (field) => known.get(field) ?? field
}
