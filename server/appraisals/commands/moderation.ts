import { z } from 'zod'
import { notify, settleNotices } from '../../notices.ts'
import { command } from '../../transact.ts'
import { mayMove } from '../policy/life.ts'
import { decision, entityOf, lockLife, move, noticeOf, words } from './life.ts'
import { entityOfMany, lockSelected, type Moved, maySelected, selection } from './selection.ts'

/** Takes ratings into moderation: one, several, or all of a unit. Moderation looks and returns; it never edits. Errors: FORBIDDEN, SELF_APPRAISAL, WRONG_STATE. */
export const startModeration = command({
  input: selection,
  load: (tx, chosen, actor, now) => lockSelected(tx, chosen, 'MODERATE', actor, now),
  allow: maySelected,
  run: async ({ tx, subject: { ready, left }, now }) => {
    const ids = ready.map(({ id }) => id)
    await tx.appraisal.updateMany({
      where: { id: { in: ids } },
      data: { state: 'MODERASI', revision: { increment: 1 }, updatedAt: now },
    })
    const result: Moved = { ids, left }
    return { result, entity: entityOfMany(ready), changes: { state: ['DINILAI', 'MODERASI'], appraisals: [null, ids] } }
  },
  audit: 'appraisals.moderated',
})

/** Gives a rating back to the penilai, with the reason; the rating stays until the penilai rates again. Errors: FORBIDDEN, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE. */
export const returnToRater = command({
  input: z.strictObject({ ...decision, reason: words.min(10) }),
  load: (tx, { id }, actor, now) => lockLife(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayMove(actor, row, now, 'RETURN_TO_RATER', revision),
  run: async ({ tx, input: { id, reason }, subject: row, now }) => {
    await move(tx, id, 'DINILAI', { returnReason: reason }, now)
    await settleNotices(tx, entityOf(row), now)
    const judges = new Set([...row.penilaiIds, ...row.parts.flatMap(({ penilaiIds }) => penilaiIds)])
    await notify(
      tx,
      [...judges].map((judge) => noticeOf(row, judge, 'appraisal.returned', `${row.revision}`, { reason, dueAt: row.rateUntil })),
      now,
    )
    return { result: { id }, entity: entityOf(row), changes: { state: ['MODERASI', 'DINILAI'] }, reason }
  },
  audit: 'appraisal.returned',
})
