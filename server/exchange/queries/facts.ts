import type { EmploymentType } from '../../generated/prisma/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { nipKey } from '../rules/cells.ts'
import type { Existing } from '../rules/kinds/kind.ts'
import { cellAt, type MappedTable } from '../rules/table.ts'

/** The run whose own rows do not count as stored: when it goes on after an interruption, it judges as at its beginning. */
export type RunScope = { readonly runId: string; readonly year: number }

/** Rows of other runs, and rows that people entered. */
export const notOf = ({ runId }: RunScope, alias: string) =>
  Prisma.sql`${Prisma.raw(alias)}.import_run_id IS DISTINCT FROM ${runId}::uuid`

/** Natural key → fingerprint. Rows that a person entered have no fingerprint: they conflict with any row of a file under their key. */
export async function existing(tx: Transaction, statement: Prisma.Sql): Promise<Existing> {
  const rows = await tx.$queryRaw<{ key: string; hash: string | null }[]>(statement)
  return new Map(rows.map(({ key, hash }) => [key, hash ?? '']))
}

/** The texts of one column as they name people, each once: the facts that are loaded stay as small as the file. */
export function nipsIn<Key extends string>({ rows, columns }: MappedTable<Key>, key: Key): string[] {
  return [...new Set(rows.map((row) => nipKey(cellAt(row, columns[key]))))]
}

/** Codes of the stored units. */
export async function storedUnits(tx: Transaction, scope: RunScope): Promise<Existing> {
  return existing(tx, Prisma.sql`SELECT code AS key, source_hash AS hash FROM unit u WHERE ${notOf(scope, 'u')}`)
}

export type StoredEmployee = {
  readonly superiorNip: string | null
  readonly employmentType: EmploymentType
  readonly positionTitle: string
  readonly hash: string
}

/** All stored employees by NIP. */
export async function storedEmployees(tx: Transaction, scope: RunScope): Promise<ReadonlyMap<string, StoredEmployee>> {
  const rows = await tx.$queryRaw<(StoredEmployee & { nip: string })[]>(Prisma.sql`
    SELECT e.nip, s.nip AS "superiorNip", e.employment_type::text AS "employmentType", e.position_title AS "positionTitle",
      coalesce(e.source_hash, '') AS hash
    FROM employee e LEFT JOIN employee s ON s.id = e.superior_id WHERE ${notOf(scope, 'e')}`)
  return new Map(rows.map(({ nip, ...employee }) => [nip, employee]))
}

/** Records of a history under the keys of the kinds: the NIP with the fingerprint, or with the first day for ranks and the year for results of 2019–2021. */
export function storedHistory(
  tx: Transaction,
  scope: RunScope,
  table: 'position_record' | 'rank_record' | 'training_record' | 'legacy_result',
  nips: readonly string[],
): Promise<Existing> {
  const rests = { rank_record: Prisma.sql`h.valid_from::text`, legacy_result: Prisma.sql`h.year::text` } as const
  const rest = table in rests ? rests[table as keyof typeof rests] : Prisma.sql`h.source_hash`
  return existing(
    tx,
    Prisma.sql`
    SELECT e.nip || '|' || ${rest} AS key, h.source_hash AS hash FROM ${Prisma.raw(table)} h JOIN employee e ON e.id = h.employee_id
    WHERE e.nip = ANY(${[...nips]}::text[]) AND ${rest} IS NOT NULL AND ${notOf(scope, 'h')}`,
  )
}

/** The catalogue: codes of all indicators, published or not. */
export function storedIndicators(tx: Transaction, scope: RunScope): Promise<Existing> {
  return existing(
    tx,
    Prisma.sql`
    SELECT DISTINCT ON (i.code) i.code AS key, v.source_hash AS hash FROM indicator i JOIN indicator_version v ON v.indicator_id = i.id
    WHERE ${notOf(scope, 'v')} ORDER BY i.code, v.source_hash IS NULL, v.version`,
  )
}

/** Plans of the year by year and NIP. */
export function storedPlans(tx: Transaction, scope: RunScope, nips: readonly string[]): Promise<Existing> {
  return existing(
    tx,
    Prisma.sql`
    SELECT DISTINCT ON (e.nip) p.key || '|' || e.nip AS key, k.source_hash AS hash
    FROM skp k JOIN employee e ON e.id = k.employee_id JOIN period p ON p.id = k.period_id
    WHERE e.nip = ANY(${[...nips]}::text[]) AND p.key = ${String(scope.year)} AND ${notOf(scope, 'k')}
    ORDER BY e.nip, k.source_hash IS NULL, k.sequence`,
  )
}

/** Ratings of the year by year, ratee, rater and group. */
export function storedRatings(tx: Transaction, scope: RunScope, rateeNips: readonly string[]): Promise<Existing> {
  return existing(
    tx,
    Prisma.sql`
    SELECT concat_ws('|', p.key, ratee.nip, rater.nip, r.rater_group) AS key, r.source_hash AS hash
    FROM behaviour_rating r JOIN employee ratee ON ratee.id = r.employee_id JOIN employee rater ON rater.id = r.rater_id
    JOIN period p ON p.id = r.period_id
    WHERE ratee.nip = ANY(${[...rateeNips]}::text[]) AND p.key = ${String(scope.year)} AND ${notOf(scope, 'r')}`,
  )
}

/** Complaints by number. */
export function storedComplaints(tx: Transaction, scope: RunScope, numbers: readonly string[]): Promise<Existing> {
  return existing(
    tx,
    Prisma.sql`
    SELECT c.number AS key, c.source_hash AS hash FROM complaint c
    WHERE c.number = ANY(${[...numbers]}::text[]) AND ${notOf(scope, 'c')}`,
  )
}
