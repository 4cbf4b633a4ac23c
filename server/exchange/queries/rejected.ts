import type { Database } from '../../db.ts'
import type { ImportRun } from '../../generated/prisma/client.ts'
import { toCsv } from '../rules/guard.ts'
import { mendTable } from '../rules/mend.ts'
import { isRowCode } from '../rules/row-codes.ts'

const pageSize = 1_000

/** The rejected rows of a run as they were, each with its line, the column at fault, its codes and what to do; in Indonesian, as the files are. */
export async function* rejectedCsv(
  db: Database['prisma'],
  { id, headers }: Pick<ImportRun, 'id' | 'headers'>,
): AsyncGenerator<string> {
  yield toCsv(mendTable(headers, [], 'id'))
  for (let after = 0; ; ) {
    const rows = await db.importRow.findMany({
      where: { importRunId: id, outcome: 'REJECTED', line: { gt: after } },
      orderBy: { line: 'asc' },
      take: pageSize,
    })
    const last = rows.at(-1)
    if (!last) return
    const [, ...mended] = mendTable(
      headers,
      rows.map((row) => ({ ...row, codes: row.codes.filter(isRowCode) })),
      'id',
    )
    // One mark of UTF-8 at the beginning of the file.
    yield toCsv(mended).slice(1)
    after = last.line
  }
}
