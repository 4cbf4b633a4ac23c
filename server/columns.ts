import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'

const pluginName = 'columns'

export default pluginName

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      columns: ColumnsPlugin<Types>
    }
  }
}

/**
 * A field that shows a column of its row as it is needs no look into the plan of the query: when the row carries the column, that is the value,
 * whichever part of the document loaded it. (For relations this would be wrong: one can be selected twice with different arguments.) Stands
 * between the authorization, which still decides first, and Prisma's plugin, which loads the row again where the column is absent.
 */
export class ColumnsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { kind, extensions }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const column: unknown = extensions?.pothosExposedField
    if (kind !== 'PrismaObject' || typeof column !== 'string') return resolver
    return (row, args, context, info) => {
      const value = (row as Readonly<Record<string, unknown>>)[column]
      return value === undefined ? resolver(row, args, context, info) : value
    }
  }
}

SchemaBuilder.registerPlugin(pluginName, ColumnsPlugin)
