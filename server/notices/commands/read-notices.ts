import { z } from 'zod'
import { globalId } from '../../identity/commands/inputs.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { command, type Transaction } from '../../transact.ts'
import { ownerId } from '../policy.ts'
import { noticeWhere, visibleNotices } from '../queries/notices.ts'

const mostAtOnce = 100

type Marked = { readonly userId: string; readonly ids: readonly string[] }

/** Marks own notices as read, by name. Answers how many were unread. NOT_FOUND when none of them is the caller's, WRONG_STATE when all were read. */
export const readNotices = command({
  input: z.strictObject({ ids: z.array(globalId('Notice')).min(1).max(mostAtOnce) }),
  load: async (tx, { ids }, actor): Promise<Marked | null> => {
    const rows = await tx.notice.findMany({ where: { AND: [visibleNotices(actor), { id: { in: ids } }] } })
    const unread = rows.flatMap(({ id, readAt }) => (readAt === null ? [id] : []))
    return rows.length === 0 ? null : { userId: ownerId(actor) ?? '', ids: unread }
  },
  allow: (actor, subject) => mayMark(actor, subject),
  run: ({ tx, subject, now }) => mark(tx, subject, now),
  audit: 'notices.read',
})

/** Marks every own notice as read that was written up to an instant, such as the one at which the list was read. Answers how many were unread. */
export const readAllNotices = command({
  input: z.strictObject({ upTo: z.date() }),
  load: async (tx, { upTo }, actor): Promise<Marked> => {
    const rows = await tx.notice.findMany({
      where: { AND: [visibleNotices(actor), noticeWhere({ isRead: false }), { createdAt: { lte: upTo } }] },
      select: { id: true },
    })
    return { userId: ownerId(actor) ?? '', ids: rows.map(({ id }) => id) }
  },
  allow: (actor, subject) => mayMark(actor, subject),
  run: ({ tx, subject, now }) => mark(tx, subject, now),
  audit: 'notices.read',
})

function mayMark(actor: Actor, { ids }: Marked): Verdict {
  if (ownerId(actor) === null) {
    return refuse('FORBIDDEN', 'Pemberitahuan hanya untuk orang yang masuk.', 'Notices are for people who signed in.')
  }
  return ids.length > 0 || refuse('WRONG_STATE', 'Semuanya sudah dibaca.', 'All of them have been read.')
}

async function mark(tx: Transaction, { userId, ids }: Marked, now: Date) {
  const { count } = await tx.notice.updateMany({ where: { id: { in: [...ids] }, readAt: null }, data: { readAt: now } })
  return { result: count, entity: { type: 'User', id: userId }, changes: { read: [null, count] } as const }
}
