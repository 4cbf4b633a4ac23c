import { DomainError } from './errors.ts'
import { Prisma } from './generated/prisma/client.ts'

/** What PostgreSQL calls the type of a column, and how its value is read from a row. Decimals and dates are given as text. */
export type Columns<Row> = Readonly<Record<string, readonly [type: string, read: (row: Row) => string | number | boolean | null]>>

/**
 * Rows as a table of a statement, one array for each column: `FROM ${unnest(rows, columns)}` is the table `row` with these columns. A few
 * thousand rows are then written by one statement with as many parameters as there are columns. Names and types are constants of the code.
 */
export function unnest<Row>(rows: readonly Row[], columns: Columns<Row>): Prisma.Sql {
  const arrays = Object.values(columns).map(([type, read]) => Prisma.sql`${rows.map((row) => read(row))}::${Prisma.raw(type)}[]`)
  return Prisma.sql`unnest(${Prisma.join(arrays)}) AS "row" (${Prisma.raw(Object.keys(columns).join(', '))})`
}

/** Makes sure that no row fell out of a join: what the rows name was changed or removed since it was looked up. */
export function expectAll(written: number, rows: readonly unknown[]): void {
  if (written === rows.length) return
  throw new DomainError('CONFLICT', {
    id: 'Data yang dirujuk berkas ini diubah selama impor berjalan. Lanjutkan impor.',
    en: 'Data that the file refers to were changed while it was read in. Continue the import.',
  })
}
