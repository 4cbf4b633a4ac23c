import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { CoachingRelation } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { newId } from '../../new-id.ts'
import { notify, settleNotices } from '../../notices.ts'
import { dayText } from '../../organization/rules/days.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayConfirm, mayLead, mayStart, mayWriteNote } from '../policy/coaching.ts'
import { day, readRecord } from './inputs.ts'
import { refreshJp } from './refresh-jp.ts'

const entityOf = (id: string) => ({ type: 'CoachingRelation', id })

async function locked(tx: Transaction, id: string): Promise<CoachingRelation | null> {
  await tx.$queryRaw`SELECT id FROM coaching_relation WHERE id = ${id}::uuid FOR UPDATE`
  return tx.coachingRelation.findUnique({ where: { id } })
}

/** Begins bimbingan, coaching, mentoring or konseling. Errors: FORBIDDEN, CONFLICT_OF_INTEREST, NOT_FOUND. */
export const startCoaching = command({
  input: z.strictObject({
    kind: z.enum(['BIMBINGAN', 'COACHING', 'MENTORING', 'KONSELING']),
    coachId: globalId('Employee'),
    employeeId: globalId('Employee'),
    startsOn: day,
  }),
  load: async (tx, { coachId, employeeId }) => {
    const employee = await tx.employee.findUnique({
      where: { id: employeeId },
      select: { superiorId: true, unit: { select: { ancestors: { select: { ancestorId: true } } } } },
    })
    const isKnown = (await tx.employee.count({ where: { id: coachId } })) === 1
    if (!employee || !isKnown) return null
    return {
      ...{ coachId, employeeId, superiorId: employee.superiorId },
      underUnitIds: employee.unit.ancestors.map(({ ancestorId }) => ancestorId),
    }
  },
  allow: mayStart,
  run: async ({ tx, input }) => {
    const { id } = await tx.coachingRelation.create({ data: { id: newId(), ...input }, select: { id: true } })
    return { result: id, entity: entityOf(id), changes: { kind: [null, input.kind], startsOn: [null, dayText(input.startsOn)] } }
  },
  audit: 'coaching.started',
})

/** The coach records that a session took place; the employee is asked to agree. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE, INVALID_INPUT for a day to come. */
export const recordCoachingSession = command({
  input: z.strictObject({ ...readRecord('CoachingRelation'), heldOn: day, minutes: z.int().min(5).max(600) }),
  load: (tx, { id }) => locked(tx, id),
  allow: (actor, row, _now, { revision }) => mayLead(actor, row, revision),
  run: async ({ tx, input: { id, heldOn, minutes }, subject, now }) => {
    if (heldOn > civilDate(now)) {
      const sentence = { id: 'Tanggal ini belum tiba.', en: 'This day has not come yet.' }
      throw new DomainError('INVALID_INPUT', sentence, { heldOn: sentence })
    }
    const session = await tx.coachingSession.create({
      data: { id: newId(), relationId: id, heldOn, minutes },
      select: { id: true },
    })
    await tx.coachingRelation.update({ where: { id }, data: { revision: { increment: 1 } }, select: { id: true } })
    await notify(
      tx,
      [
        {
          to: { employeeId: subject.employeeId },
          kind: 'coaching.toConfirm',
          params: { date: dayText(heldOn) },
          entity: { type: 'CoachingSession', id: session.id },
          cause: session.id,
        },
      ],
      now,
    )
    return { result: id, entity: entityOf(id), changes: { heldOn: [null, dayText(heldOn)], minutes: [null, minutes] } }
  },
  audit: 'coaching.sessionRecorded',
})

/** The employee agrees that a session took place; from then on its minutes may count as JP, but for konseling. Errors: FORBIDDEN, NOT_FOUND. */
export const confirmCoachingSession = command({
  input: z.strictObject({ sessionId: globalId('CoachingSession') }),
  load: async (tx, { sessionId }) => {
    const session = await tx.coachingSession.findUnique({ where: { id: sessionId } })
    const relation = session && (await locked(tx, session.relationId))
    return session && relation && { ...relation, session }
  },
  allow: mayConfirm,
  run: async ({ tx, input: { sessionId }, subject: { id, employeeId, session }, now }) => {
    await tx.coachingSession.update({ where: { id: sessionId }, data: { isConfirmed: true }, select: { id: true } })
    await settleNotices(tx, { type: 'CoachingSession', id: sessionId }, now)
    await refreshJp(tx, session.heldOn.getUTCFullYear(), [employeeId])
    return { result: id, entity: entityOf(id), changes: { confirmed: [session.isConfirmed, true] } }
  },
  audit: 'coaching.sessionConfirmed',
})

/** One of the two writes down what was said or agreed. The audit row names the act and holds no word of it. Errors: FORBIDDEN, WRONG_STATE. */
export const addCoachingNote = command({
  input: z.strictObject({ id: globalId('CoachingRelation'), text: z.string().trim().min(1).max(8_000) }),
  load: (tx, { id }) => locked(tx, id),
  allow: mayWriteNote,
  run: async ({ tx, input: { id, text }, actor }) => {
    await tx.coachingNote.create({
      data: { id: newId(), relationId: id, authorId: actor.employeeId ?? '', text },
      select: { id: true },
    })
    return { result: id, entity: entityOf(id) }
  },
  audit: 'coaching.noteAdded',
})

/** The coach ends the relation with an outcome that others may see. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const endCoaching = command({
  input: z.strictObject({
    ...readRecord('CoachingRelation'),
    outcome: z.enum(['TERCAPAI', 'SEBAGIAN', 'BELUM', 'DIRUJUK']),
    isStopped: z.boolean(),
  }),
  load: (tx, { id }) => locked(tx, id),
  allow: (actor, row, _now, { revision }) => mayLead(actor, row, revision),
  run: async ({ tx, input: { id, outcome, isStopped }, now }) => {
    const state = isStopped ? 'DIHENTIKAN' : 'SELESAI'
    await tx.coachingRelation.update({
      where: { id },
      data: { state, outcome, endsOn: civilDate(now), revision: { increment: 1 } },
      select: { id: true },
    })
    return { result: id, entity: entityOf(id), changes: { state: ['BERJALAN', state], outcome: [null, outcome] } }
  },
  audit: 'coaching.ended',
})
