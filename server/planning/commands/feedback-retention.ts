import { z } from 'zod'
import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type Caller, command, execute, type Transaction } from '../../transact.ts'
import { lastExpiredQuarter } from '../rules/feedback.ts'

/** Entries and contributors of unnamed feedback whose time is over; named feedback is a part of the appraisal's file and stays. */
async function expired(tx: Pick<Transaction, 'setting' | 'feedback' | 'feedbackContributor'>, now: Date) {
  const today = civilDate(now)
  const { feedbackKeptMonths } = await settingsOn(tx, today)
  const where = { periodKey: { lte: lastExpiredQuarter(today, feedbackKeptMonths) } }
  const [entries, contributors] = [
    await tx.feedback.count({ where: { ...where, authorId: null } }),
    await tx.feedbackContributor.count({ where }),
  ]
  return { ...where, entries, contributors }
}

const removeExpired = command({
  input: z.strictObject({}),
  load: (tx, _input, _actor, now) => expired(tx, now),
  allow: ({ kind }, { entries, contributors }) => {
    if (kind !== 'SYSTEM') return refuse('FORBIDDEN', 'Ini terjadi dengan sendirinya.', 'This happens by itself.')
    return entries + contributors > 0 || refuse('WRONG_STATE', 'Tidak ada yang kedaluwarsa.', 'Nothing has expired.')
  },
  run: async ({ tx, subject: { periodKey } }) => {
    // One statement, so that an entry and its corrections go together.
    const entries = await tx.$executeRaw(
      Prisma.sql`DELETE FROM feedback WHERE author_id IS NULL AND period_key <= ${periodKey.lte}`,
    )
    await tx.feedbackContributor.deleteMany({ where: { periodKey } })
    const changes = { removed: [null, entries], upTo: [null, periodKey.lte] } as const
    return { result: entries, entity: { type: 'Feedback', id: periodKey.lte }, changes }
  },
  audit: 'feedback.expired',
  timeoutMs: 60_000,
})

/**
 * Removes unnamed feedback whose quarter ended longer ago than it is kept for (setting `feedbackKeptMonths`, LOCAL; TA5). Answers how many entries went. Runs
 * daily; a second run finds nothing.
 */
export async function forgetFeedback(database: Database, caller: Caller): Promise<number> {
  const { entries, contributors } = await expired(database.prisma, caller.now)
  return entries + contributors > 0 ? execute(database, removeExpired, {}, caller) : 0
}
