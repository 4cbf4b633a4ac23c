import { DomainError } from './errors.ts'

/** Bounds of every list: a page that names no size gets the default, never all. */
export const bounds = { defaultPage: 25, maxPage: 100, maxOffset: 100_000 } as const

/** The one answer for a record that does not exist and for one that is hidden. */
export function notFound(): DomainError {
  return new DomainError('NOT_FOUND', {
    id: 'Data tidak ditemukan atau tidak boleh Anda lihat.',
    en: 'There is no such record, or you may not see it.',
  })
}

/** The record, or NOT_FOUND. */
export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw notFound()
  return row
}

/** The id of no record, for a relation of a computed record that leads nowhere: what is asked of it is looked up in the same batch, and not found. */
export const nobody = '00000000-0000-0000-0000-000000000000'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Global ids are readable: `employee_<uuid>`, `unitVersion_<uuid>`. */
export function encodeId(typename: string, id: string | number | bigint): string {
  return `${typename.charAt(0).toLowerCase()}${typename.slice(1)}_${id}`
}

export function decodeId(globalId: string): { typename: string; id: string } {
  const cut = globalId.indexOf('_')
  const id = globalId.slice(cut + 1)
  if (cut < 1 || !(uuid.test(id) || /^\d{1,18}$/.test(id))) {
    throw new DomainError('INVALID_INPUT', {
      id: 'Tanda pengenal (id) tidak dikenal bentuknya.',
      en: 'This id has not the form of an id.',
    })
  }
  return { typename: `${globalId.charAt(0).toUpperCase()}${globalId.slice(1, cut)}`, id }
}

/** The bare id behind a global id of one type; INVALID_INPUT when it belongs to another type. */
export function idOf(typename: string, globalId: string): string {
  const decoded = decodeId(globalId)
  if (decoded.typename !== typename) {
    throw new DomainError('INVALID_INPUT', { id: `Id ini bukan id ${typename}.`, en: `This is not an id of ${typename}.` })
  }
  return decoded.id
}

/** A numbered page of a root connection: `offset` takes the place of a cursor. */
export function withOffset<Query extends { skip?: number | undefined; cursor?: unknown }>(
  query: Query,
  offset: number | null | undefined,
): Query {
  if (offset === null || offset === undefined) return query
  if (offset < 0 || offset > bounds.maxOffset) {
    throw new DomainError('INVALID_INPUT', {
      id: `offset harus antara 0 dan ${bounds.maxOffset}; untuk daftar yang lebih panjang pakai after.`,
      en: `offset must lie between 0 and ${bounds.maxOffset}; follow longer lists with after.`,
    })
  }
  if (query.cursor !== undefined) {
    throw new DomainError('INVALID_INPUT', {
      id: 'Pakai offset atau kursor, jangan keduanya.',
      en: 'Use offset or a cursor, not both.',
    })
  }
  return { ...query, skip: offset }
}

/** The argument `offset` of a root connection. */
export function offsetArg<Arg>(t: { arg: { int: (options: { description: string }) => Arg } }): Arg {
  return t.arg.int({ description: `Rows to skip for a numbered page, 0 to ${bounds.maxOffset}; not together with a cursor.` })
}
