import { command } from '../../transact.ts'
import { siasnRecords } from '../queries/siasn.ts'
import type { SiasnRecord } from '../rules/siasn.ts'
import { entityOfMany, lockSelected, maySelected, selection } from './selection.ts'

export type Exported = { readonly records: readonly SiasnRecord[]; readonly left: number }

/**
 * Hands final results to the national system: marks them TEREKSPOR and answers the records that SIASN takes (domain C7). One, several, or all of a
 * unit and period. Nothing of a result changes. Errors: FORBIDDEN, SELF_APPRAISAL, WRONG_STATE, IMPORT_ONLY.
 */
export const exportAppraisals = command({
  input: selection,
  load: (tx, chosen, actor, now) => lockSelected(tx, chosen, 'EXPORT', actor, now),
  allow: maySelected,
  run: async ({ tx, subject: { ready, left }, now }) => {
    const ids = ready.map(({ id }) => id)
    await tx.appraisal.updateMany({
      where: { id: { in: ids } },
      data: { state: 'TEREKSPOR', exportedAt: now, revision: { increment: 1 }, updatedAt: now },
    })
    const result: Exported = { records: await siasnRecords(tx, ids), left }
    return { result, entity: entityOfMany(ready), changes: { state: ['FINAL', 'TEREKSPOR'], appraisals: [null, ids] } }
  },
  audit: 'appraisals.exported',
  timeoutMs: 30_000,
})
