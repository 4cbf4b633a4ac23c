import { builder } from '../../server/builder.ts'
import '../../server/scalars.ts'
import '../../server/identity/graphql.ts'
import '../../server/organization/graphql.ts'

builder.queryType({ description: 'Reads.' })
builder.mutationType({ description: 'Writes.' })
export const schema = builder.toSchema()
