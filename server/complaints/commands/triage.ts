import { z } from 'zod'
import { refuse, type Verdict } from '../../identity/policy.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayMove } from '../policy.ts'
import { isInspectingEmployee } from '../queries/handlers.ts'
import { answerDueAt, verifyDueAt } from '../rules/clocks.ts'
import { categories, step, words } from './inputs.ts'
import { clockSettings, entityOf, type LockedComplaint, lockComplaint } from './locks.ts'
import { leadersOf, passOn } from './tell.ts'

type Data = Parameters<Transaction['complaint']['update']>[0]['data']

/** Writes the next state; answers the complaint as whoever is told needs it. */
export async function moveTo(tx: Transaction, { id }: Pick<LockedComplaint, 'id'>, data: Data) {
  return tx.complaint.update({
    where: { id },
    data: { ...data, revision: { increment: 1 } },
    select: { id: true, number: true, revision: true, queue: true, unitId: true, officialId: true, dueAt: true },
  })
}

const noUnit = refuse('INVALID_INPUT', 'Unit ini tidak dikenal atau sudah ditutup.', 'This unit is unknown or closed.')
const isOpenUnit = async (tx: Transaction, id: string) => (await tx.unit.count({ where: { id, closedOn: null } })) > 0

/**
 * Verifies a complaint: which unit it is about, its category, and the class that sets the time for the answer, counted from the receipt. Errors: FORBIDDEN,
 * STALE_VERSION, WRONG_STATE, INVALID_INPUT for an unknown unit.
 */
export const verifyComplaint = command({
  input: z.strictObject({
    ...step,
    unitId: z.uuid(),
    category: z.enum(categories),
    class: z.enum(['NORMATIF', 'NON_PENGAWASAN', 'PENGAWASAN']),
  }),
  load: async (tx, { id, unitId }, actor) => {
    const complaint = await lockComplaint(tx, id, actor)
    return complaint && { complaint, hasUnit: await isOpenUnit(tx, unitId) }
  },
  allow: (actor, { complaint, hasUnit }, now, { revision }) => {
    const verdict = mayMove(actor, complaint, now, 'VERIFY', revision)
    return verdict === true ? hasUnit || noUnit : verdict
  },
  run: async ({ tx, input, subject: { complaint }, now }) => {
    const { unitId, category, class: ofClass } = input
    const { settings, holidays } = await clockSettings(tx, now, complaint.receivedAt)
    const dueAt = answerDueAt(complaint.receivedAt, ofClass, settings, holidays)
    const moved = await moveTo(tx, complaint, { state: 'DIVERIFIKASI', unitId, category, class: ofClass, dueAt })
    await passOn(tx, moved, 'complaint.toAssign', await leadersOf(tx, moved, now), now, dueAt)
    return {
      result: { id: complaint.id },
      entity: entityOf(complaint),
      changes: {
        state: [complaint.state, 'DIVERIFIKASI'],
        class: [complaint.class, ofClass],
        unitId: [complaint.unitId, unitId],
        category: [complaint.category, category],
        dueAt: [complaint.dueAt, dueAt.toISOString()],
      },
    }
  },
  audit: 'complaint.verified',
})

/**
 * Ends a complaint that is not pursued: a duplicate of another one, out of scope, or spam. The citizen reads the reason, which the audit trail does not repeat. It
 * leaves the denominator of F15. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE, INVALID_INPUT: the other complaint is unknown, or missing for a duplicate.
 */
export const rejectComplaint = command({
  input: z.strictObject({
    ...step,
    exclusion: z.enum(['DUPLICATE', 'OUT_OF_SCOPE', 'SPAM']),
    duplicateOfId: z.uuid().nullish(),
    reason: words(10, 2_000),
  }),
  load: async (tx, { id, duplicateOfId }, actor) => {
    const complaint = await lockComplaint(tx, id, actor)
    if (!complaint) return null
    // One that the actor may not see counts as unknown, and nothing is a duplicate of itself or of another duplicate.
    const original = duplicateOfId && duplicateOfId !== id ? await lockComplaint(tx, duplicateOfId, actor) : null
    return { complaint, hasOriginal: original !== null && original.duplicateOfId === null }
  },
  allow: (actor, { complaint, hasOriginal }, now, { revision, exclusion, duplicateOfId }): Verdict => {
    const verdict = mayMove(actor, complaint, now, 'REJECT', revision)
    if (verdict !== true) return verdict
    if (exclusion === 'DUPLICATE' ? hasOriginal : !duplicateOfId) return true
    return refuse(
      'INVALID_INPUT',
      'Pilih pengaduan asal hanya untuk pengaduan ganda; pengaduan asal itu sendiri bukan duplikat.',
      'Name the original complaint for duplicates only; the original itself is no duplicate.',
    )
  },
  run: async ({ tx, input: { exclusion, duplicateOfId = null, reason }, subject: { complaint }, now }) => {
    const moved = await moveTo(tx, complaint, {
      state: 'DITOLAK',
      exclusion,
      duplicateOfId,
      decisionReason: reason,
      closedAt: now,
      handlerId: null,
    })
    await passOn(tx, moved, null, [], now)
    const changes = {
      state: [complaint.state, 'DITOLAK'],
      exclusion: [null, exclusion],
      duplicateOf: [null, duplicateOfId],
    } as const
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes }
  },
  audit: 'complaint.rejected',
})

/** Forwards a complaint to the agency that it belongs to (out of scope for F15); the citizen reads where and why. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const forwardComplaint = command({
  input: z.strictObject({ ...step, agency: z.string().trim().min(3).max(200), reason: words(10, 2_000) }),
  load: (tx, { id }, actor) => lockComplaint(tx, id, actor),
  allow: (actor, complaint, now, { revision }) => mayMove(actor, complaint, now, 'FORWARD', revision),
  run: async ({ tx, input: { agency, reason }, subject: complaint, now }) => {
    const moved = await moveTo(tx, complaint, {
      state: 'DITERUSKAN',
      exclusion: 'OUT_OF_SCOPE',
      forwardedTo: agency,
      decisionReason: reason,
      closedAt: now,
      handlerId: null,
    })
    await passOn(tx, moved, null, [], now)
    const changes = { state: [complaint.state, 'DITERUSKAN'], forwardedTo: [null, agency] } as const
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes }
  },
  audit: 'complaint.forwarded',
})

/**
 * Gives a complaint to the employee who answers it; also to another one while nobody has answered. In the inspectorate to one of its inspectors, never to
 * the named official. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE, CONFLICT_OF_INTEREST, INVALID_INPUT for an employee who may not answer it.
 */
export const assignComplaint = command({
  input: z.strictObject({ ...step, handlerId: z.uuid() }),
  load: async (tx, { id, handlerId }, actor, now) => {
    const complaint = await lockComplaint(tx, id, actor)
    if (!complaint) return null
    const handler = await tx.employee.findUnique({ where: { id: handlerId }, select: { id: true } })
    const mayAnswer = complaint.queue === 'DESK' || (await isInspectingEmployee(tx, handlerId, now))
    return { complaint, isHandler: handler !== null && mayAnswer }
  },
  allow: (actor, { complaint, isHandler }, now, { revision, handlerId }): Verdict => {
    const verdict = mayMove(actor, complaint, now, 'ASSIGN', revision)
    if (verdict !== true) return verdict
    if (handlerId === complaint.officialId) {
      return refuse(
        'CONFLICT_OF_INTEREST',
        'Pejabat yang diadukan tidak menangani pengaduannya.',
        'The official concerned does not handle the complaint.',
      )
    }
    return (
      isHandler ||
      refuse('INVALID_INPUT', 'Pegawai ini tidak dapat menangani pengaduan ini.', 'This employee cannot handle this complaint.')
    )
  },
  run: async ({ tx, input: { handlerId }, subject: { complaint }, now }) => {
    const moved = await moveTo(tx, complaint, { state: 'DIDISPOSISI', handlerId })
    await passOn(tx, moved, 'complaint.toAnswer', [{ employeeId: handlerId }], now, moved.dueAt)
    return {
      result: { id: complaint.id },
      entity: entityOf(complaint),
      changes: { state: [complaint.state, 'DIDISPOSISI'], handlerId: [complaint.handlerId, handlerId] },
    }
  },
  audit: 'complaint.assigned',
})

/**
 * Sends a complaint that names an official to the inspectorate: from then on nobody else sees it, the sender included (domain E2). Errors: FORBIDDEN,
 * STALE_VERSION, WRONG_STATE.
 */
export const sendToInspectorate = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor) => lockComplaint(tx, id, actor),
  allow: (actor, complaint, now, { revision }) => mayMove(actor, complaint, now, 'TO_INSPECTORATE', revision),
  run: async ({ tx, subject: complaint, now }) => {
    const { settings, holidays } = await clockSettings(tx, now, complaint.receivedAt)
    const moved = await moveTo(tx, complaint, {
      state: 'DITERIMA',
      queue: 'INSPECTORATE',
      class: 'PENGAWASAN',
      handlerId: null,
      verifyDueAt: verifyDueAt(now, settings, holidays),
      dueAt: answerDueAt(complaint.receivedAt, 'PENGAWASAN', settings, holidays),
      escalatedAt: null,
    })
    await passOn(tx, moved, 'complaint.toInspect', await leadersOf(tx, moved, now), now, moved.dueAt)
    const changes = { state: [complaint.state, 'DITERIMA'], queue: ['DESK', 'INSPECTORATE'] } as const
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes }
  },
  audit: 'complaint.sentToInspectorate',
})

/** Gives back to the desk what is about no named official. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const returnToDesk = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor) => lockComplaint(tx, id, actor),
  allow: (actor, complaint, now, { revision }) => mayMove(actor, complaint, now, 'TO_DESK', revision),
  run: async ({ tx, subject: complaint, now }) => {
    const moved = await moveTo(tx, complaint, {
      state: 'DITERIMA',
      queue: 'DESK',
      class: null,
      officialId: null,
      handlerId: null,
    })
    await passOn(tx, moved, 'complaint.toVerify', await leadersOf(tx, moved, now), now, moved.dueAt)
    const changes = { state: [complaint.state, 'DITERIMA'], queue: ['INSPECTORATE', 'DESK'] } as const
    return { result: { id: complaint.id }, entity: entityOf(complaint), changes }
  },
  audit: 'complaint.returnedToDesk',
})
