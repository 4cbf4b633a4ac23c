import { Prisma } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import type { IssueCode } from '../rules/issue-codes.ts'

/** A warning about a row that was stored all the same. */
export type ImportedIssue = {
  readonly code: IssueCode
  /** NIP or unit code; null when it is about neither. */
  readonly subject: string | null
  readonly line: number
  /** What the row said. */
  readonly detail: string
  /** The same fault found again has the same key and is not listed twice. */
  readonly dedupeKey: string
}

/** Puts warnings into the data-quality inbox, in one statement. One that was closed before stays closed. */
export async function writeIssues(
  tx: Transaction,
  issues: readonly ImportedIssue[],
  { importRunId, now }: { readonly importRunId: string; readonly now: Date },
): Promise<void> {
  if (issues.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO data_issue (id, code, employee_id, unit_id, import_run_id, line, detail, dedupe_key, opened_at)
    SELECT "row".id, "row".code, e.id, coalesce(u.id, e.unit_id), ${importRunId}::uuid, "row".line, "row".detail, "row".dedupe_key,
      ${now}::timestamptz
    FROM ${unnest(issues, {
      id: ['uuid', () => newId()],
      code: ['text', ({ code }) => code],
      subject: ['text', ({ subject }) => subject],
      line: ['int', ({ line }) => line],
      detail: ['text', ({ detail }) => detail],
      dedupe_key: ['text', ({ dedupeKey }) => dedupeKey],
    })}
    LEFT JOIN employee e ON e.nip = "row".subject LEFT JOIN unit u ON u.code = "row".subject
    ON CONFLICT (dedupe_key) DO NOTHING`)
}
