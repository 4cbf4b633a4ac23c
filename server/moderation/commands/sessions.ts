import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { notify, settleNotices } from '../../notices.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import { command, type Entity, type Transaction } from '../../transact.ts'
import { mayConvene, maySession } from '../policy.ts'
import { type LockedSession, sessionFacts } from '../queries/facts.ts'
import { visibleSessions } from '../queries.ts'
import { closeStandings, keepStandings } from './standings.ts'

/** One session, at the revision that the person read. */
const step = { id: z.uuid(), revision: z.int().min(0) } as const

export function entityOf({ id }: { readonly id: string }): Entity {
  return { type: 'CalibrationSession', id }
}

/** A session as it is after every command before this one; null when there is none that the actor may see. */
export async function lockSession(tx: Transaction, id: string, actor: Actor): Promise<LockedSession | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM calibration_session WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const session = await tx.calibrationSession.findFirst({ where: { id, AND: [visibleSessions(actor)] } })
  const facts = session && (await sessionFacts(tx, [id])).get(id)
  return facts ? { ...session, ...facts } : null
}

const text = (least: number) => z.string().trim().min(least).max(4_000)

/**
 * Schedules a session over the appraisals of a unit and everything below it. The quorum is a number of its members; whoever is rated counts in no decision
 * on themself. Errors: FORBIDDEN, INVALID_INPUT.
 */
export const scheduleSession = command({
  input: z.strictObject({
    unitId: z.uuid(),
    periodKey: z.string().max(10),
    title: z.string().trim().min(3).max(200),
    agenda: text(3),
    scheduledAt: z.date(),
    quorum: z.int().min(2).max(50),
    chairId: z.uuid(),
    memberIds: z.array(z.uuid()).min(2).max(50),
  }),
  load: async (tx, { unitId, periodKey }) => {
    const [period, underUnitIds] = await Promise.all([
      tx.period.findUnique({ where: { key: periodKey }, select: { id: true } }),
      unitIdsAbove(tx, unitId),
    ])
    return period && underUnitIds.length > 0 ? { periodId: period.id, underUnitIds } : null
  },
  allow: (actor, { underUnitIds }) => mayConvene(actor, underUnitIds),
  run: async ({ tx, input: { unitId, periodKey, chairId, memberIds, ...given }, subject: { periodId }, actor, now }) => {
    const members = [...new Set([...memberIds, chairId])]
    const known = await tx.employee.count({ where: { id: { in: members } } })
    if (known < members.length || given.quorum > members.length) {
      const sentence =
        known < members.length
          ? { id: 'Ada anggota yang tidak dikenal.', en: 'A member is not known.' }
          : { id: 'Kuorum melebihi jumlah anggota.', en: 'The quorum exceeds the number of members.' }
      throw new DomainError('INVALID_INPUT', sentence, { [known < members.length ? 'memberIds' : 'quorum']: sentence })
    }
    const { id } = await tx.calibrationSession.create({
      data: {
        ...given,
        unitId,
        periodId,
        createdById: actor.id,
        members: { create: members.map((employeeId) => ({ employeeId, isChair: employeeId === chairId })) },
      },
      select: { id: true },
    })
    await notify(
      tx,
      members.map((employeeId) => ({
        to: { employeeId },
        kind: 'calibration.scheduled' as const,
        params: { title: given.title, period: periodKey },
        entity: entityOf({ id }),
        dueAt: given.scheduledAt,
        cause: id,
      })),
      now,
    )
    return {
      result: { id },
      entity: entityOf({ id }),
      changes: { state: [null, 'DIJADWALKAN'], unit: [null, unitId], members: [null, members], quorum: [null, given.quorum] },
    }
  },
  audit: 'calibration.scheduled',
})

/** Opens a session; how each appraisal stands is kept. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const openSession = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor) => lockSession(tx, id, actor),
  allow: (actor, session, now, { revision }) => maySession(actor, session, now, 'OPEN', revision),
  run: async ({ tx, input: { id }, subject, now }) => {
    await tx.calibrationSession.update({
      where: { id },
      data: { state: 'BERLANGSUNG', openedAt: now, revision: { increment: 1 } },
    })
    await keepStandings(tx, id)
    await settleNotices(tx, entityOf(subject), now)
    return { result: { id }, entity: entityOf(subject), changes: { state: [subject.state, 'BERLANGSUNG'] } }
  },
  audit: 'calibration.opened',
})

/** Takes down who is present; members who came later are added. Errors: FORBIDDEN, INVALID_INPUT, STALE_VERSION, WRONG_STATE. */
export const recordAttendance = command({
  input: z.strictObject({ ...step, presentIds: z.array(z.uuid()).min(1).max(50) }),
  load: (tx, { id }, actor) => lockSession(tx, id, actor),
  allow: (actor, session, now, { revision }) => maySession(actor, session, now, 'ATTEND', revision),
  run: async ({ tx, input: { id, presentIds }, subject, now }) => {
    if (presentIds.some((one) => !subject.memberIds.includes(one))) {
      const sentence = { id: 'Hanya anggota sidang yang dapat dicatat hadir.', en: 'Only members of the session can be present.' }
      throw new DomainError('INVALID_INPUT', sentence, { presentIds: sentence })
    }
    await tx.calibrationMember.updateMany({
      where: { sessionId: id, employeeId: { in: presentIds }, presentAt: null },
      data: { presentAt: now },
    })
    await tx.calibrationSession.update({ where: { id }, data: { revision: { increment: 1 } } })
    const present = [...new Set([...subject.presentIds, ...presentIds])]
    return { result: { id }, entity: entityOf(subject), changes: { present: [[...subject.presentIds], present] } }
  },
  audit: 'calibration.attended',
})

/** Locks a session with its minutes, for good; how each appraisal stands after it is kept. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE (proposals still open). */
export const lockCalibration = command({
  input: z.strictObject({ ...step, minutes: text(10) }),
  load: (tx, { id }, actor) => lockSession(tx, id, actor),
  allow: (actor, session, now, { revision }) => maySession(actor, session, now, 'LOCK', revision),
  run: async ({ tx, input: { id, minutes }, subject, now }) => {
    await closeStandings(tx, id)
    await tx.calibrationSession.update({
      where: { id },
      data: { state: 'TERKUNCI', lockedAt: now, minutes, revision: { increment: 1 } },
    })
    await settleNotices(tx, entityOf(subject), now)
    return { result: { id }, entity: entityOf(subject), changes: { state: [subject.state, 'TERKUNCI'] } }
  },
  audit: 'calibration.locked',
})

/** Calls a session off, with the reason. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const cancelSession = command({
  input: z.strictObject({ ...step, reason: text(10) }),
  load: (tx, { id }, actor) => lockSession(tx, id, actor),
  allow: (actor, session, now, { revision }) => maySession(actor, session, now, 'CANCEL', revision),
  run: async ({ tx, input: { id, reason }, subject, now }) => {
    await tx.calibrationSession.update({
      where: { id },
      data: { state: 'DIBATALKAN', minutes: reason, revision: { increment: 1 } },
    })
    await settleNotices(tx, entityOf(subject), now)
    return { result: { id }, entity: entityOf(subject), changes: { state: [subject.state, 'DIBATALKAN'] }, reason }
  },
  audit: 'calibration.cancelled',
})
