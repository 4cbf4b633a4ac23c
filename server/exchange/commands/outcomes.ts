import { Prisma } from '../../generated/prisma/client.ts'
import type { ImportedIssue } from '../../organization/commands/write-issues.ts'
import { isIssueCode } from '../../organization/rules/issue-codes.ts'
import type { Transaction } from '../../transact.ts'
import { cellText } from '../rules/mend.ts'
import { isAccepted, type RowOutcome } from '../rules/outcome.ts'
import { rawText, type TableRow } from '../rules/table.ts'
import type { Slice } from './pipeline.ts'

/** Which cells of a refused row are kept, by their places, beside the one that is wrong. */
type Kept = { readonly kept: readonly number[]; readonly headers: readonly string[] }

/** Stores the rows that were not simply accepted, with their cells, in one statement. */
export async function writeRows(
  tx: Transaction,
  importRunId: string,
  outcomes: readonly RowOutcome[],
  rows: readonly TableRow[],
  only: Kept | null,
): Promise<void> {
  const noted = outcomes.flatMap(({ line, outcome, codes, warnings, column }, index) =>
    outcome === 'ACCEPTED'
      ? []
      : [
          {
            line,
            outcome,
            codes: [...codes, ...warnings],
            column,
            cells: keptCells(rows[index]?.cells.map(cellText) ?? [], column, only),
          },
        ],
  )
  if (noted.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO import_row (import_run_id, line, outcome, codes, "column", cells)
    SELECT ${importRunId}::uuid, line, outcome, codes, "column", cells FROM json_to_recordset(${JSON.stringify(noted)}::json)
      AS noted(line int, outcome row_outcome, codes text[], "column" text, cells text[])`)
}

function keptCells(cells: readonly string[], column: string | null, only: Kept | null): readonly string[] {
  if (!only) return cells
  return cells.map((cell, index) =>
    only.kept.includes(index) || (column !== null && only.headers[index] === column) ? cell : '',
  )
}

const longestDetail = 500

/** Warnings of a slice, of its rows and of the records that begin in it, for the data-quality inbox. */
export function issuesOf(
  kind: string,
  { outcomes, warningsOf }: Slice,
  rows: readonly TableRow[],
  subjectOf: (key: string) => string | null,
): ImportedIssue[] {
  return outcomes.flatMap((outcome, index) => {
    if (!isAccepted(outcome)) return []
    const { line, key, warnings } = outcome
    const codes = [...warnings, ...warningsOf(line)]
    if (codes.length === 0) return []
    const detail = (rows[index]?.cells ?? []).map(rawText).filter(Boolean).join(' · ').slice(0, longestDetail)
    const subject = subjectOf(key)
    return codes.flatMap((code) =>
      isIssueCode(code) ? [{ code, subject, line, detail, dedupeKey: `import:${kind}:${code}:${key}:${line}` }] : [],
    )
  })
}
