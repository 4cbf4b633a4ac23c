import { GET_LIST, GET_MANY, GET_MANY_REFERENCE, GET_ONE, HttpError, type Identifier } from 'ra-core'
import type { BuildQueryResult } from 'ra-data-graphql'
import type { Answer as ApiAnswer } from './client.ts'
import { fromGraphQL } from './errors.ts'
import type { Filter, ResourceSpec } from './specs.ts'

type ListParams = {
  pagination?: { page: number; perPage: number }
  sort?: { field: string; order: 'ASC' | 'DESC' }
  filter?: Filter
  target?: string
  id?: Identifier
}
type Params = ListParams & { ids?: Identifier[] }
type Answer = ApiAnswer<Record<string, unknown>>
type Connection = { totalCount: number; nodes: unknown[] }

/** Builds the request for each call of react-admin from the typed documents of the areas; nothing is guessed from a schema. */
export function buildQueryFor(
  specs: readonly ResourceSpec[],
): (method: string, resource: string, params: Params) => BuildQueryResult {
  const byName = new Map(specs.map((spec) => [spec.name, spec]))
  return (method, resource, params) => {
    const spec = byName.get(resource)
    if (!spec) throw new Error(`The console knows no resource ${resource}.`)
    switch (method) {
      case GET_LIST:
        return readList(spec, params, {})
      case GET_MANY_REFERENCE:
        return readList(spec, params, { [params.target ?? '']: params.id })
      case GET_ONE:
        return readOne(spec, params.id)
      case GET_MANY:
        return readMany(spec, params.ids ?? [])
      default:
        throw new Error(`${method} on ${resource} is not offered: every change is a command.`)
    }
  }
}

function readList(spec: ResourceSpec, params: ListParams, fixed: Filter): BuildQueryResult {
  const { page = 1, perPage = 25 } = params.pagination ?? {}
  const { field, order } = params.sort ?? { field: 'id', order: 'ASC' as const }
  const variables = {
    first: perPage,
    offset: (page - 1) * perPage,
    filter: serverFilter(spec, { ...params.filter, ...fixed }),
    ...(spec.order?.[field] ? { orderBy: `${spec.order[field]}_${order}` } : {}),
  }
  const parseResponse = (answer: Answer) => {
    const connection = rootOf<Connection>(answer)
    return { data: connection.nodes, total: connection.totalCount }
  }
  return { query: spec.list, variables, parseResponse }
}

function readOne(spec: ResourceSpec, id: Identifier | undefined): BuildQueryResult {
  if (!spec.one) throw new Error(`Records of ${spec.name} have no page of their own.`)
  return { query: spec.one, variables: { id }, parseResponse: (answer: Answer) => ({ data: rootOf<unknown>(answer) }) }
}

function readMany(spec: ResourceSpec, ids: Identifier[]): BuildQueryResult {
  if (!spec.many) throw new Error(`Records of ${spec.name} are not referred to.`)
  const parseResponse = (answer: Answer) => ({ data: rootOf<unknown[]>(answer).filter((node) => node !== null) })
  return { query: spec.many, variables: { ids }, parseResponse }
}

/** The one root field of an answer. A refusal, or a record that is not there, is thrown in the server's words. */
function rootOf<Value>(answer: Answer): Value {
  const [value] = Object.values(answer.data ?? {})
  if (value !== null && value !== undefined) return value as Value
  const first = answer.errors?.[0]
  throw first ? fromGraphQL(first) : new HttpError('app.error.notFound', 404, { code: 'NOT_FOUND', fields: [], errors: {} })
}

/** The server's filter for the filters of the address: what lists, counts and exports share. */
export function serverFilter(spec: ResourceSpec, filter: Filter): Filter {
  return withoutEmpty(spec.filter ? spec.filter(filter) : filter)
}

function withoutEmpty(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== ''))
}
