import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from 'graphql'
import sdl from '../../server/schema.graphql?raw'

export type ContractField = {
  name: string
  type: string
  description: string
  args: { name: string; type: string; description: string }[]
}

export type ContractType = {
  name: string
  kind: 'type' | 'input' | 'enum' | 'scalar'
  description: string
  fields: ContractField[]
}

/** Types, fields and descriptions of the API, from the contract that is checked in with the code. The roots come first. */
export function readContract(): ContractType[] {
  const types = Object.values(buildSchema(sdl).getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  const roots = ['Query', 'Mutation', 'Subscription']
  const rank = ({ name }: GraphQLNamedType) => (roots.includes(name) ? roots.indexOf(name) : roots.length)
  return types
    .toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
    .map((type) => ({ name: type.name, kind: kindOf(type), description: type.description ?? '', fields: fieldsOf(type) }))
}

function kindOf(type: GraphQLNamedType): ContractType['kind'] {
  if (isEnumType(type)) return 'enum'
  if (isScalarType(type)) return 'scalar'
  return isInputObjectType(type) ? 'input' : 'type'
}

function fieldsOf(type: GraphQLNamedType): ContractField[] {
  if (isEnumType(type)) {
    return type.getValues().map(({ name, description }) => ({ name, type: '', description: description ?? '', args: [] }))
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({ ...textsOf(field), args: [] }))
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).map((field) => ({ ...textsOf(field), args: field.args.map(textsOf) }))
  }
  return []
}

function textsOf({ name, type, description }: { name: string; type: object; description?: string | null | undefined }) {
  return { name, type: String(type), description: description ?? '' }
}

/** Types that match every word of a search, in their name, a field or a description; those named so come first. */
export function searchContract(types: readonly ContractType[], search: string): ContractType[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...types]
  const matches = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const byName = types.filter(({ name }) => matches(name))
  const inside = types.filter(
    (type) =>
      !byName.includes(type) &&
      (matches(type.description) || type.fields.some(({ name, description }) => matches(`${name} ${description}`))),
  )
  return [...byName, ...inside]
}
