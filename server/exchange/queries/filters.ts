import { coerceInputValue, type GraphQLSchema, isInputType } from 'graphql'
import { DomainError } from '../../errors.ts'
import type { Sentence } from '../../language.ts'

const notJson: Sentence = { id: 'Parameter filter bukan JSON.', en: 'The parameter filter is not JSON.' }
const notFilter: Sentence = { id: 'Filter ini tidak dikenal daftar ini.', en: 'This is no filter of this list.' }

/**
 * Reads the filter of a list as the GraphQL type reads it: the same fields, enums and bounds.
 * @throws DomainError INVALID_INPUT with the field that is wrong
 */
export function readFilter(schema: GraphQLSchema, typeName: string, text: string | null): unknown {
  if (text === null || text === '') return null
  const type = schema.getType(typeName)
  if (!type || !isInputType(type)) throw new RangeError(`There is no input type ${typeName}.`)
  const fields: Record<string, string> = {}
  const filter: unknown = coerceInputValue(parse(text), type, (path, _value, { message }) => {
    fields[path.join('.') || 'filter'] = message
  })
  if (Object.keys(fields).length > 0) throw new DomainError('INVALID_INPUT', notFilter, fields)
  return filter
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('INVALID_INPUT', notJson, { filter: notJson })
    throw error
  }
}
