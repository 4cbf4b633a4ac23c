import { lexicographicSortSchema, printSchema } from 'graphql'
import { builder } from './builder.ts'
import { type ErrorCode, errorCodes } from './errors.ts'
import './scalars.ts'
import './identity/graphql.ts'
import './organization/graphql.ts'
import './indicators/graphql.ts'
import './appraisals/graphql.ts'
import './planning/graphql.ts'
import './moderation/graphql.ts'
import './objections/graphql.ts'
import './pembinaan/graphql.ts'
import './monitoring/graphql.ts'
import './evaluations/graphql.ts'
import './recognition/graphql.ts'
import './documents/graphql.ts'
import './surveys/graphql.ts'
import './complaints/graphql.ts'
import './publication/graphql.ts'
import './impact/graphql.ts'
import './forums/graphql.ts'
import './notices/graphql.ts'
import './exchange/graphql.ts'
import './audit/graphql.ts'
import './search.ts'
import './live/changes.ts'
import './waiting-graphql.ts'
import './rules-graphql.ts'

builder.queryType({ description: 'Everything that can be read. Rows that the caller may not see do not appear.' })
builder.mutationType({
  description: 'Everything that can be done. Each mutation is one command: one transaction, one audit row.',
})

builder.enumType('ErrorCode', {
  description: 'The closed set of codes in `errors[].extensions.code`.',
  values: Object.fromEntries(Object.entries(errorCodes).map(([code, description]) => [code, { description }])) as Record<
    ErrorCode,
    { description: string }
  >,
})

export const schema = builder.toSchema()

/** The contract as text, sorted so that its diff shows nothing but changes. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
