import type { Context } from '../../context.ts'
import type { Actor } from '../../identity/policy.ts'
import type { Sentence } from '../../language.ts'
import { dayText } from '../../organization/rules/days.ts'

export type ExportCell = string | number | null

/** A list of the console as a file: the same filter and the same rows as over GraphQL, all of them. */
export type ExportList = {
  /** Name of its filter in the GraphQL schema. */
  readonly filterType: string
  readonly headers: readonly Sentence[]
  mayExport(actor: Actor): boolean
  /** Rows behind the one with this key, in the order of the list, with the key of the last; fewer than `size` at the end. */
  page(asker: Asker, filter: unknown, after: string | null, size: number): Promise<Page>
}

export type Asker = Pick<Context, 'db' | 'actor' | 'language' | 'now'>
export type Page = { readonly rows: readonly (readonly ExportCell[])[]; readonly last: string | null }

type Column<Row> = readonly [header: Sentence, read: (row: Row, asker: Asker) => ExportCell]

/** Builds a list: where its rows come from, then what is said of each. `read` fetches the page behind a key. */
export function exportList<Row, Filter>(source: {
  readonly filterType: string
  readonly mayExport: (actor: Actor) => boolean
  readonly read: (asker: Asker, filter: Filter, after: string | null, size: number) => Promise<readonly Row[]>
}) {
  const { filterType, mayExport, read } = source
  return {
    as(keyOf: (row: Row) => string, columns: readonly Column<Row>[]): ExportList {
      return {
        filterType,
        mayExport,
        headers: columns.map(([header]) => header),
        async page(asker, filter, after, size) {
          // The filter was read by the GraphQL type of this name, which is the type of this parameter.
          const rows = await read(asker, filter as Filter, after, size)
          const last = rows.at(-1)
          return {
            rows: rows.map((row) => columns.map(([, value]) => value(row, asker))),
            last: last === undefined ? null : keyOf(last),
          }
        },
      }
    },
  }
}

/** The page behind the row with an id, however far down the list it stands. */
export function behind(after: string | null, size: number) {
  return { take: size, ...(after === null ? {} : { cursor: { id: after }, skip: 1 }) }
}

export const isSignedIn = (actor: Actor) => actor.kind !== 'ANONYMOUS'
export const idOf = ({ id }: { readonly id: string }) => id
export const day = (date: Date | null) => date && dayText(date)

/** Headers that several lists share. */
export const shared = {
  nip: { id: 'NIP', en: 'NIP' },
  name: { id: 'NAMA', en: 'NAME' },
  unitCode: { id: 'KODE UNIT', en: 'UNIT CODE' },
  unitName: { id: 'UNIT KERJA', en: 'UNIT' },
  position: { id: 'JABATAN', en: 'POSITION' },
  state: { id: 'STATUS', en: 'STATE' },
  kind: { id: 'JENIS', en: 'KIND' },
} as const satisfies Record<string, Sentence>
