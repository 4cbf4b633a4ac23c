import { Prisma } from '../../generated/prisma/client.ts'
import { hashPaperTicket } from '../../surveys/rules/ticket-code.ts'
import type { Transaction } from '../../transact.ts'
import type { Existing } from '../rules/kinds/kind.ts'
import type { SurveyFileFacts } from '../rules/kinds/skm-respon.ts'
import type { RunScope } from './facts.ts'

/** Units by code: whether they serve the public, and whether their survey of the year was closed. */
export async function unitsWithSurveys(tx: Transaction, { year }: RunScope): Promise<SurveyFileFacts['units']> {
  const rows = await tx.$queryRaw<{ code: string; isServiceUnit: boolean; isClosed: boolean }[]>(Prisma.sql`
    SELECT u.code, u.is_service_unit AS "isServiceUnit", coalesce(s.state IN ('DITUTUP', 'DIPUBLIKASI'), false) AS "isClosed"
    FROM unit u LEFT JOIN (survey s JOIN period p ON p.id = s.period_id AND p.key = ${String(year)}) ON s.unit_id = u.id`)
  return new Map(rows.map(({ code, ...unit }) => [code, unit]))
}

/** Those of these tickets that were used, by another file or on the answer page. */
export async function usedTickets(tx: Transaction, { runId }: RunScope, tickets: readonly string[]): Promise<Existing> {
  const byHash = new Map(tickets.map((ticket) => [hashPaperTicket(ticket), ticket]))
  const rows = await tx.$queryRaw<{ codeHash: string }[]>(Prisma.sql`
    SELECT code_hash AS "codeHash" FROM survey_ticket
    WHERE code_hash = ANY(${[...byHash.keys()]}::text[]) AND is_used AND import_run_id IS DISTINCT FROM ${runId}::uuid`)
  return new Map(rows.map(({ codeHash }) => [byHash.get(codeHash) ?? '', '']))
}
