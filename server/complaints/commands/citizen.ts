import { z } from 'zod'
import { command } from '../../transact.ts'
import { mayMove, mayReply } from '../policy.ts'
import { say } from './answer.ts'
import { words } from './inputs.ts'
import { entityOf, lockByCode } from './locks.ts'
import { leadersOf, passOn } from './tell.ts'
import { moveTo } from './triage.ts'

/** Whoever names the code is the complainant: these commands need no account, and their audit rows name nobody. A code of nothing answers NOT_FOUND. */
const code = z.string().min(1).max(60)

/** The citizen adds something, or answers a question of the office. Errors: NOT_FOUND, WRONG_STATE. */
export const replyToOffice = command({
  input: z.strictObject({ code, text: words(3, 2_000) }),
  load: (tx, input) => lockByCode(tx, input.code),
  allow: (actor, complaint) => mayReply(actor, complaint),
  run: async ({ tx, input: { text }, subject: complaint, actor, now }) => {
    await say(tx, { complaintId: complaint.id, kind: 'REPLY', text }, actor, now)
    // The same revision tells nobody twice; each reply is a cause of its own.
    const moved = await moveTo(tx, complaint, {})
    const handler = complaint.handlerId === null ? await leadersOf(tx, moved, now) : [{ employeeId: complaint.handlerId }]
    await passOn(tx, moved, 'complaint.replied', handler, now, complaint.dueAt)
    return { result: { id: complaint.id }, entity: entityOf(complaint) }
  },
  audit: 'complaint.replied',
})

/**
 * The citizen rates the answer, 1 (not at all content) to 4; the complaint is closed with it. Once. Errors: NOT_FOUND, WRONG_STATE before the answer, and when it was
 * rated already.
 */
export const rateAnswer = command({
  input: z.strictObject({ code, satisfaction: z.int().min(1).max(4), note: words(0, 1_000).nullish() }),
  load: (tx, input) => lockByCode(tx, input.code),
  allow: (actor, complaint, now) =>
    mayMove(actor, complaint, now, complaint.state === 'SELESAI' ? 'RATE' : 'CONFIRM', complaint.revision),
  run: async ({ tx, input: { satisfaction, note }, subject: complaint, now }) => {
    const moved = await moveTo(tx, complaint, {
      state: 'SELESAI',
      closedAt: complaint.closedAt ?? now,
      satisfaction,
      satisfactionNote: note || null,
    })
    await passOn(tx, moved, null, [], now)
    const changes = { state: [complaint.state, 'SELESAI'], satisfaction: [null, satisfaction] } as const
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes }
  },
  audit: 'complaint.rated',
})

/** The citizen opens an answered complaint again, within its time. The first reopening counts in F15 for good. Errors: NOT_FOUND, WRONG_STATE. */
export const reopenComplaint = command({
  input: z.strictObject({ code, reason: words(10, 2_000) }),
  load: (tx, input) => lockByCode(tx, input.code),
  allow: (actor, complaint, now) => mayMove(actor, complaint, now, 'REOPEN', complaint.revision),
  run: async ({ tx, input: { reason }, subject: complaint, actor, now }) => {
    await say(tx, { complaintId: complaint.id, kind: 'REOPENING', text: reason }, actor, now)
    const moved = await moveTo(tx, complaint, {
      state: 'DIBUKA_KEMBALI',
      reopenedAt: complaint.reopenedAt ?? now,
      reopenUntil: null,
      closedAt: null,
      escalatedAt: null,
      finding: null,
    })
    const leaders = await leadersOf(tx, moved, now)
    const handler = complaint.handlerId === null ? [] : [{ employeeId: complaint.handlerId }]
    await passOn(tx, moved, 'complaint.reopened', [...handler, ...leaders], now, moved.dueAt)
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes: { state: [complaint.state, 'DIBUKA_KEMBALI'] } }
  },
  audit: 'complaint.reopened',
})

/** The citizen takes the complaint back: it counts in no rate, unless it had been answered before. Errors: NOT_FOUND, WRONG_STATE. */
export const withdrawComplaint = command({
  input: z.strictObject({ code }),
  load: (tx, input) => lockByCode(tx, input.code),
  allow: (actor, complaint, now) => mayMove(actor, complaint, now, 'WITHDRAW', complaint.revision),
  run: async ({ tx, subject: complaint, now }) => {
    const exclusion = complaint.resolvedAt === null ? 'WITHDRAWN' : null
    const moved = await moveTo(tx, complaint, { state: 'DITOLAK', exclusion, closedAt: now })
    await passOn(tx, moved, null, [], now)
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes: { state: [complaint.state, 'DITOLAK'] } }
  },
  audit: 'complaint.withdrawn',
})
