import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { Existing } from '../rules/kinds/kind.ts'
import { existing, notOf, type RunScope } from './facts.ts'

/** Imported outcomes by programme, unit and month. */
export function storedOutcomes(tx: Transaction, scope: RunScope): Promise<Existing> {
  return existing(
    tx,
    Prisma.sql`
    SELECT concat_ws('|', g.code, u.code, to_char(o.month, 'YYYY-MM')) AS key, o.source_hash AS hash
    FROM outcome_point o JOIN pembinaan_programme g ON g.id = o.programme_id JOIN unit u ON u.id = o.unit_id
    WHERE o.source = 'IMPORT' AND ${notOf(scope, 'o')}`,
  )
}

/** Crash counts by site, year and quarter. */
export function storedCrashes(tx: Transaction, scope: RunScope): Promise<Existing> {
  return existing(
    tx,
    Prisma.sql`SELECT concat_ws('|', c.site, c.year, c.quarter) AS key, c.source_hash AS hash FROM crash_count c WHERE ${notOf(scope, 'c')}`,
  )
}
