import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { OrgPredikat, PredikatCounts } from '../rules/distribution.ts'
import { predikatCounts } from './predikat-counts.ts'

/** A decision on an organisation predikat with the predikat of those whom it covers. */
export type DecidedUnit = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly predikat: OrgPredikat
  readonly justification: string | null
  /** Current appraisals of the unit and below it by predikat, without whoever leads the unit (F6). */
  readonly counts: PredikatCounts
}

/** What F6 must know of some decisions, in one statement. */
export function decidedUnits(tx: Pick<Transaction, '$queryRaw'>, decisionIds: readonly string[]): Promise<DecidedUnit[]> {
  return tx.$queryRaw<DecidedUnit[]>(Prisma.sql`
    SELECT d.id, d.unit_id AS "unitId", u.name AS "unitName", d.predikat, d.justification, ${predikatCounts(Prisma.sql`a.predikat`)} AS counts
    FROM org_predikat_decision d JOIN unit u ON u.id = d.unit_id
    LEFT JOIN (unit_ancestor up JOIN appraisal a ON a.unit_id = up.unit_id AND a.is_current AND a.state <> 'BATAL'
      LEFT JOIN skp ON skp.id = a.skp_id)
      ON up.ancestor_id = d.unit_id AND a.period_id = d.period_id AND NOT (coalesce(skp.leads_unit, false) AND a.unit_id = d.unit_id)
    WHERE d.id = ANY (${[...decisionIds]}::uuid[]) GROUP BY d.id, u.name ORDER BY d.id`)
}
