import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core'
import { bounds } from './list.ts'

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      plumbing: DescribePlumbing<Types>
    }
  }
}

/**
 * Describes what the libraries make for every list and every record, so that no part of the contract is silent: connections, edges, page
 * information, their arguments, and ids. A description given at the definition stands.
 */
class DescribePlumbing<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig): PothosTypeConfig {
    return { ...config, description: config.description ?? describeType(config.name) }
  }

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    return { ...config, description: config.description ?? fieldDescriptions[config.name] }
  }

  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    return { ...config, description: config.description ?? argumentDescriptions[config.name] }
  }
}

SchemaBuilder.registerPlugin('plumbing', DescribePlumbing)

function describeType(name: string): string | undefined {
  if (name === 'Node') return 'A record with an id of its own.'
  if (name === 'PageInfo') return 'Where a page of a list begins and ends.'
  if (name.endsWith('ConnectionEdge')) return 'A record of a list with its place.'
  return name.endsWith('Connection') ? 'A page of a list.' : undefined
}

const fieldDescriptions: Readonly<Record<string, string>> = {
  id: 'Global id: the type and a UUID, such as `employee_0198…`.',
  edges: 'The records of the page with their cursors.',
  node: 'The record.',
  cursor: 'The place of the record, for `after` and `before`.',
  pageInfo: 'Whether there is more, and where to go on.',
  totalCount: 'Rows on all pages that the caller may see; counted only when asked for.',
  hasNextPage: 'True when more rows follow.',
  hasPreviousPage: 'True when rows come before.',
  startCursor: 'Cursor of the first row of the page.',
  endCursor: 'Cursor of the last row of the page: `after` for the next one.',
}

const argumentDescriptions: Readonly<Record<string, string>> = {
  first: `Rows of the page, 1 to ${bounds.maxPage}; ${bounds.defaultPage} when it is left out.`,
  last: `Rows of a page that is read backwards, 1 to ${bounds.maxPage}.`,
  after: 'Only rows after this cursor.',
  before: 'Only rows before this cursor.',
  id: 'Global id.',
  ids: `Global ids, at most ${bounds.maxPage}.`,
}
