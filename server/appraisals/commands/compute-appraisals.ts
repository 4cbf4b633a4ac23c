import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { command, type Transaction } from '../../transact.ts'
import { mayCompute } from '../policy.ts'
import { findStale, loadDefinitions, type Stale } from '../queries/inputs.ts'
import { type LoadedEmployee, openInputs } from '../queries/load-inputs.ts'
import { lockPeriodScope, type PeriodScope } from '../queries/period-scope.ts'
import type { ItemDefinition } from '../rules/item.ts'
import { type AppraisalRows, addRows, noRows } from './appraisal-rows.ts'
import { rebuildSummaries } from './summaries.ts'
import { writeAppraisals } from './write-appraisals.ts'
import { writeParts } from './write-parts.ts'

/** Employees whose inputs are in memory at once, and written by one statement. */
const batchSize = 500

/** Employees judged before others get their turn: some ten milliseconds. */
const employeesAtOnce = 25

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
        const definitions = await loadDefinitions(tx)
        await computeStale(tx, scope, stale, definitions, now, report)
        await writeParts(tx, scope, definitions)
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

/** Judges one batch while the database writes the batch before and gathers the next one. */
async function computeStale(
  tx: Transaction,
  scope: PeriodScope,
  stale: readonly Stale[],
  definitions: ReadonlyMap<string, ItemDefinition>,
  now: Date,
  report: ReportProgress,
): Promise<void> {
  const staleBy = new Map(stale.map((one) => [one.employeeId, one]))
  const isReplacing = stale.some(({ appraisalId }) => appraisalId !== null)
  const next = await openInputs(tx, scope, stale, batchSize)
  let [done, writing] = [0, Promise.resolve()]
  for (let loaded = await next(); loaded.length > 0; ) {
    // After the write: a connection takes one statement at a time.
    const following = expected(writing.then(next))
    const rows = await judgeAll(loaded, staleBy, scope, definitions)
    done += loaded.length
    loaded = await following
    writing = expected(writeAppraisals(tx, scope, rows, { isReplacing, now }))
    report(done, stale.length)
  }
  await writing
}

/** A promise that is awaited later: until then nobody else must call its failure unhandled. */
function expected<Answer>(promise: Promise<Answer>): Promise<Answer> {
  promise.catch(() => undefined)
  return promise
}

/** Lets the server answer others, and the database get its next statement, after each few employees. */
async function judgeAll(
  loaded: readonly LoadedEmployee[],
  staleBy: ReadonlyMap<string, Stale>,
  scope: PeriodScope,
  definitions: ReadonlyMap<string, ItemDefinition>,
): Promise<AppraisalRows> {
  const rows = noRows()
  for (const [index, employee] of loaded.entries()) {
    if (index % employeesAtOnce === 0) await setImmediate()
    const one = staleBy.get(employee.employeeId)
    if (one) addRows(rows, employee, one, scope, definitions)
  }
  return rows
}
