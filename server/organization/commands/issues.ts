import { z } from 'zod'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { command } from '../../transact.ts'
import { mayCloseIssue, mayRefreshIssues } from '../policy.ts'
import { unitIdsAbove } from '../queries.ts'
import { findStructuralIssues } from './structural-issues.ts'

/**
 * Closes a data issue: RESOLVED when the data were mended, DISMISSED when they are right as they are. A dismissed issue is never opened
 * again for the same fault; a resolved one is, when the fault is found again. WRONG_STATE when it is closed already.
 */
export const closeDataIssue = command({
  input: z.strictObject({
    id: z.uuid(),
    resolution: z.enum(['RESOLVED', 'DISMISSED']),
    reason: z.string().trim().min(1).max(1_000),
  }),
  load: async (tx, { id }) => {
    await tx.$queryRaw`SELECT id FROM data_issue WHERE id = ${id}::uuid FOR UPDATE`
    const issue = await tx.dataIssue.findUnique({ where: { id }, include: { employee: { select: { unitId: true } } } })
    if (!issue) return null
    const unitId = issue.employee?.unitId ?? issue.unitId
    return { state: issue.state, underUnitIds: unitId ? await unitIdsAbove(tx, unitId) : [] }
  },
  allow: mayCloseIssue,
  run: async ({ tx, input: { id, resolution, reason }, now }) => {
    const result = await tx.dataIssue.update({ where: { id }, data: { state: resolution, closedAt: now, closedReason: reason } })
    return { result, entity: { type: 'DataIssue', id }, changes: { state: ['OPEN', resolution] }, reason }
  },
  audit: 'dataIssue.closed',
})

/** Looks through the structure of the whole city: opens what is newly wrong and resolves what is right again. */
export const refreshDataIssues = command({
  input: z.strictObject({}),
  load: async () => ({}),
  allow: mayRefreshIssues,
  run: async ({ tx, now }) => {
    const result = await findStructuralIssues(tx, civilDate(now), now)
    return {
      result,
      entity: { type: 'DataIssue', id: 'all' },
      changes: { opened: [0, result.opened], resolved: [0, result.resolved] },
    }
  },
  audit: 'dataIssue.refreshed',
  timeoutMs: 60_000,
})
