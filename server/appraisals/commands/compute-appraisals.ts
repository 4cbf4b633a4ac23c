import { z } from 'zod'
import { command, type Transaction } from '../../transact.ts'
import { mayCompute } from '../policy.ts'
import { findStale, loadDefinitions, loadInputs, type Stale } from '../queries/inputs.ts'
import { lockPeriodScope, type PeriodScope } from '../queries/period-scope.ts'
import { type AppraisalRows, rowsOf } from './appraisal-rows.ts'
import { rebuildSummaries } from './summaries.ts'
import { writeAppraisals } from './write-appraisals.ts'

/** Employees whose inputs are in memory at once. */
const batchSize = 500

const longestMs = 30 * 60_000

const input = z.strictObject({
  /** `2025` or `2025-TW1`. */
  periodKey: z.string().max(10),
  /** Only these employees; all of the period when absent. */
  employeeIds: z.array(z.uuid()).max(10_000).optional(),
})

export type Computation = {
  /** Employees looked at. */
  readonly appraisals: number
  /** Appraisals that were written because something they rest on had changed. */
  readonly changed: number
}

export type ReportProgress = (done: number, total: number) => void

/**
 * Computes the appraisals of a period, of everybody who was employed in it (F1, F2, F3a, F3b, F4). What rests on unchanged inputs is not
 * touched; nor is what a penilai has rated, nor anything delivered or final. Summaries are kept in the same transaction.
 */
export function computingAppraisals(report: ReportProgress) {
  return command({
    input,
    load: (tx, { periodKey }, _actor, now) => lockPeriodScope(tx, periodKey, now),
    allow: mayCompute,
    run: async ({ tx, input: { employeeIds }, subject: scope, now }) => {
      const { total, stale } = await findStale(tx, scope, employeeIds ?? null)
      if (stale.length > 0) {
        await computeStale(tx, scope, stale, now, report)
        await rebuildSummaries(tx, scope.id)
        await tx.period.update({ where: { id: scope.id }, data: { computedAt: now }, select: { id: true } })
      }
      const result: Computation = { appraisals: total, changed: stale.length }
      return {
        result,
        entity: { type: 'Period', id: scope.id },
        changes: { changed: [null, stale.length] as const, of: [null, total] as const },
      }
    },
    audit: 'appraisals.computed',
    timeoutMs: longestMs,
  })
}

export const computeAppraisals = computingAppraisals(() => undefined)

async function computeStale(
  tx: Transaction,
  scope: PeriodScope,
  stale: readonly Stale[],
  now: Date,
  report: ReportProgress,
): Promise<void> {
  const definitions = await loadDefinitions(tx)
  for (let start = 0; start < stale.length; start += batchSize) {
    const batch = new Map(stale.slice(start, start + batchSize).map((one) => [one.employeeId, one]))
    const rows: AppraisalRows = { appraisals: [], rhkResults: [], ikiResults: [] }
    for (const employee of await loadInputs(tx, scope, [...batch.keys()])) {
      const one = batch.get(employee.employeeId)
      if (!one) continue
      const { appraisals, rhkResults, ikiResults } = rowsOf(employee, one, scope, definitions)
      rows.appraisals.push(...appraisals)
      rows.rhkResults.push(...rhkResults)
      rows.ikiResults.push(...ikiResults)
    }
    await writeAppraisals(tx, scope, rows, now)
    report(Math.min(start + batchSize, stale.length), stale.length)
  }
}
