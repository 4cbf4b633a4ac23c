import { z } from 'zod'
import type { ComplaintMessageKind } from '../../generated/prisma/client.ts'
import { type Actor, refuse } from '../../identity/policy.ts'
import { newId } from '../../new-id.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayMove, mayWrite } from '../policy.ts'
import { reopenUntil } from '../rules/clocks.ts'
import { step, words } from './inputs.ts'
import { clockSettings, entityOf, lockComplaint } from './locks.ts'
import { passOn } from './tell.ts'
import { moveTo } from './triage.ts'

type Said = { readonly complaintId: string; readonly kind: ComplaintMessageKind; readonly text: string }

/** Puts down what was said, by the actor's account or by nobody. */
export async function say(tx: Transaction, said: Said, actor: Actor, now: Date): Promise<void> {
  const authorId = actor.kind === 'USER' ? actor.id : null
  await tx.complaintMessage.create({ data: { id: newId(), ...said, authorId, at: now }, select: { id: true } })
}

/** Begins to work on a complaint. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const startComplaint = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor) => lockComplaint(tx, id, actor),
  allow: (actor, complaint, now, { revision }) => mayMove(actor, complaint, now, 'START', revision),
  run: async ({ tx, subject: complaint, actor }) => {
    const handlerId = complaint.handlerId ?? actor.employeeId
    await moveTo(tx, complaint, { state: 'DIPROSES', handlerId })
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes: { state: [complaint.state, 'DIPROSES'] } }
  },
  audit: 'complaint.started',
})

/**
 * Answers a complaint in substance; a receipt is no answer. The first answer stops the clock of F15; the citizen may open the complaint again for a while, rates
 * it, or lets it close. About a named official it says what was found: a finding is no sanction, and nothing follows from it by itself. Errors: FORBIDDEN, STALE_VERSION,
 * WRONG_STATE, INVALID_INPUT: a finding where there is nothing to find, or none where there is.
 */
export const answerComplaint = command({
  input: z.strictObject({
    ...step,
    text: words(20, 4_000),
    finding: z.enum(['TERBUKTI', 'TIDAK_TERBUKTI']).nullish(),
    /** The official whom it names, once found. */
    officialId: z.uuid().nullish(),
  }),
  load: (tx, { id }, actor) => lockComplaint(tx, id, actor),
  allow: (actor, complaint, now, { revision, finding, officialId }) => {
    const verdict = mayMove(actor, complaint, now, 'ANSWER', revision)
    if (verdict !== true) return verdict
    const isInspected = complaint.queue === 'INSPECTORATE'
    if (isInspected ? finding : !finding && !officialId) return true
    return refuse(
      'INVALID_INPUT',
      'Hasil pemeriksaan diisi untuk pengaduan tentang pejabat, dan hanya untuk itu.',
      'A finding belongs to complaints about an official, and to those alone.',
    )
  },
  run: async ({ tx, input: { text, finding = null, officialId }, subject: complaint, actor, now }) => {
    const { settings, holidays } = await clockSettings(tx, now)
    await say(tx, { complaintId: complaint.id, kind: 'ANSWER', text }, actor, now)
    const moved = await moveTo(tx, complaint, {
      state: 'DIJAWAB',
      resolvedAt: complaint.resolvedAt ?? now,
      answeredAt: now,
      reopenUntil: reopenUntil(now, settings, holidays),
      finding,
      officialId: officialId ?? complaint.officialId,
    })
    await passOn(tx, moved, null, [], now)
    const changes = { state: [complaint.state, 'DIJAWAB'], finding: [complaint.finding, finding] } as const
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes }
  },
  audit: 'complaint.answered',
})

/** Asks the citizen something: it stands on the page of the tracking code. Nothing stops the clock. Errors: FORBIDDEN, WRONG_STATE. */
export const askComplainant = command({
  input: z.strictObject({ id: z.uuid(), text: words(10, 2_000) }),
  load: (tx, { id }, actor) => lockComplaint(tx, id, actor),
  allow: (actor, complaint) => mayWrite(actor, complaint),
  run: async ({ tx, input: { id, text }, subject: complaint, actor, now }) => {
    await say(tx, { complaintId: id, kind: 'QUESTION', text }, actor, now)
    return { result: { id }, entity: entityOf(complaint) }
  },
  audit: 'complaint.questionAsked',
})

/** Notes something for colleagues; the citizen never reads it. Errors: FORBIDDEN, WRONG_STATE. */
export const noteComplaint = command({
  input: z.strictObject({ id: z.uuid(), text: words(3, 2_000) }),
  load: (tx, { id }, actor) => lockComplaint(tx, id, actor),
  allow: (actor, complaint) => mayWrite(actor, complaint),
  run: async ({ tx, input: { id, text }, subject: complaint, actor, now }) => {
    await say(tx, { complaintId: id, kind: 'NOTE', text }, actor, now)
    return { result: { id }, entity: entityOf(complaint) }
  },
  audit: 'complaint.noteAdded',
})
