import { type DataProvider, HttpError } from 'ra-core'
import buildGraphQLProvider from 'ra-data-graphql'
import { buildQueryFor } from './build-query.ts'
import { client } from './client.ts'
import { toHttpError } from './errors.ts'
import type { ResourceSpec } from './specs.ts'

type BaseOptions = Parameters<typeof buildGraphQLProvider>[0]

/** The data provider of the console: the base of ra-data-graphql over our own documents, with the server's errors made usable. */
export function createDataProvider(specs: readonly ResourceSpec[]): DataProvider {
  const base = buildGraphQLProvider({
    // It only ever calls `query` and `mutate`.
    client: client as unknown as BaseOptions['client'],
    introspection: false,
    buildQuery: () => buildQueryFor(specs),
  })
  const guard =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      call(...args).catch((error: unknown) => {
        throw toHttpError(error)
      })
  return {
    getList: guard(base.getList),
    getOne: guard(base.getOne),
    getMany: guard(base.getMany),
    getManyReference: guard(base.getManyReference),
    create: refuse,
    update: refuse,
    updateMany: refuse,
    delete: refuse,
    deleteMany: refuse,
    supportAbortSignal: true,
  }
}

/** Records are never written by generic calls: each change is a command with its own policy and audit row. */
function refuse(): Promise<never> {
  return Promise.reject(new HttpError('Every change is a command.', 405))
}
