import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { bounds } from '../list.ts'
import { fragmentsOf, limitError } from './document-limits.ts'

/** Most rows that one request may ask for. */
export const rowLimit = 20_000

/** What a list of objects that is no connection counts; a field says otherwise with `extensions: { rows }`. */
const usualListRows = 4

type Budget = {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Record<string, unknown>
  rows: number
}

/**
 * The rows that a request asks for: for each list the product of its page size with those of the lists around it, summed up. Variables and
 * the default page size are resolved, so that neither `first: $n` nor leaving `first` out hides anything. Skipped fields do not count. To be
 * called on a validated document; the size of its fragments is bounded before.
 *
 * Throws a GraphQLError LIMIT_EXCEEDED for a page outside 1–100. When the variables do not fit their types the answer is 0, because
 * execution then refuses the request itself.
 */
export function rowsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rawVariables: Readonly<Record<string, unknown>> | null | undefined,
): number {
  const root = schema.getRootType(operation.operation)
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], rawVariables ?? {}, { maxErrors: 1 })
  if (!root || !coerced) return 0
  const budget: Budget = { schema, fragments: fragmentsOf(document), variables: coerced, rows: 1 }
  addSet(budget, operation.selectionSet, root, 1)
  return budget.rows
}

function addSet(budget: Budget, { selections }: SelectionSetNode, parent: unknown, times: number): void {
  for (const selection of selections) {
    if (isSkipped(budget, selection)) continue
    if (selection.kind === Kind.FIELD) addField(budget, selection, parent, times)
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const { typeCondition, selectionSet } = selection
      addSet(budget, selectionSet, typeCondition ? budget.schema.getType(typeCondition.name.value) : parent, times)
    } else {
      const fragment = budget.fragments.get(selection.name.value)
      if (fragment) addSet(budget, fragment.selectionSet, budget.schema.getType(fragment.typeCondition.name.value), times)
    }
  }
}

function addField(budget: Budget, field: FieldNode, parent: unknown, times: number): void {
  if (!field.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return
  const definition = parent.getFields()[field.name.value]
  // A field without a definition here belongs to introspection, which has its own bound.
  if (!definition) return
  const type = getNamedType(definition.type)
  if (!isCompositeType(type)) return
  let rows = 1
  if (isObjectType(type) && isConnection(type)) {
    rows = pageSize(argumentsOf(budget, definition, field), field)
    budget.rows += times * rows
  } else if (isList(definition.type) && !(isObjectType(parent) && isConnection(parent))) {
    const { ids } = argumentsOf(budget, definition, field)
    if (Array.isArray(ids) && ids.length > bounds.maxPage) throw pageError(field)
    const { rows: stated } = definition.extensions
    rows = Array.isArray(ids) ? ids.length : typeof stated === 'number' ? stated : usualListRows
    budget.rows += times * rows
  }
  addSet(budget, field.selectionSet, type, times * rows)
}

function argumentsOf(
  { variables }: Budget,
  definition: Parameters<typeof getArgumentValues>[0],
  field: FieldNode,
): Record<string, unknown> {
  try {
    return getArgumentValues(definition, field, variables)
  } catch (error) {
    // A missing or wrong argument: the field will not be executed.
    if (error instanceof GraphQLError) return {}
    throw error
  }
}

function pageSize({ first, last }: Record<string, unknown>, field: FieldNode): number {
  for (const size of [first, last]) {
    if (typeof size === 'number' && (size < 1 || size > bounds.maxPage)) throw pageError(field)
  }
  return typeof first === 'number' ? first : typeof last === 'number' ? last : bounds.defaultPage
}

function pageError(field: FieldNode): GraphQLError {
  return limitError(`A page of "${field.name.value}" may hold 1 to ${bounds.maxPage} records.`)
}

function isConnection(type: GraphQLObjectType): boolean {
  const fields = type.getFields()
  return 'pageInfo' in fields && 'edges' in fields
}

function isList(type: unknown): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type)
}

function isSkipped({ variables }: Budget, node: SelectionSetNode['selections'][number]): boolean {
  if (!node.directives?.length) return false
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
  )
}
