import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { command } from '../../transact.ts'
import { mayChange } from '../policy/programmes.ts'
import { maySignIn } from '../policy/sign-in.ts'
import { lockedProgramme } from '../queries/programme-facts.ts'
import { link, score } from './inputs.ts'
import { refreshJp } from './refresh-jp.ts'

/** Upper case without blanks and dashes: as a code is read, however it was typed. */
const code = z
  .string()
  .max(60)
  .transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ''))

/**
 * Signs the sheet of a session whose code the caller reads in the room, in their own name. Signing twice is signing once. Errors: NOT_FOUND for an unknown code,
 * FORBIDDEN for who does not take part, WRONG_STATE outside the time of the session.
 */
export const signIn = command({
  input: z.strictObject({ code }),
  load: async (tx, { code: given }, actor) => {
    const session = await tx.programmeSession.findUnique({ where: { code: given } })
    if (!session) return null
    const employeeId = actor.employeeId ?? '00000000-0000-0000-0000-000000000000'
    await tx.$queryRaw`SELECT id FROM participant WHERE programme_id = ${session.programmeId}::uuid AND employee_id = ${employeeId}::uuid FOR UPDATE`
    const participant = await tx.participant.findUnique({
      where: { programmeId_employeeId: { programmeId: session.programmeId, employeeId } },
    })
    return { session, participant, startsAt: session.startsAt, endsAt: session.endsAt }
  },
  allow: maySignIn,
  run: async ({ tx, subject: { session, participant }, now }) => {
    const participantId = participant?.id ?? ''
    await tx.attendance.createMany({
      data: { sessionId: session.id, participantId, method: 'QR', signedAt: now },
      skipDuplicates: true,
    })
    if (participant?.state !== 'ATTENDED') {
      await tx.participant.update({
        where: { id: participantId },
        data: { state: 'ATTENDED', revision: { increment: 1 } },
        select: { id: true },
      })
    }
    return {
      result: session.id,
      entity: { type: 'Participant', id: participantId },
      changes: { session: [null, session.number], method: [null, 'QR'] },
    }
  },
  audit: 'participant.signedIn',
})

/** Takes attendance of a session by list: those named were there, the others not. Signatures by QR stay. Errors: FORBIDDEN, WRONG_STATE, INVALID_INPUT. */
export const takeAttendance = command({
  input: z.strictObject({
    id: globalId('PembinaanProgramme'),
    sessionId: globalId('ProgrammeSession'),
    participantIds: z.array(globalId('Participant')).max(2_000),
  }),
  load: (tx, { id }) => lockedProgramme(tx, id),
  allow: (actor, row) => mayChange(actor, row, 'TAKE_ATTENDANCE'),
  run: async ({ tx, input: { id, sessionId, participantIds }, now }) => {
    const people = [...new Set(participantIds)]
    const isOwn = (await tx.programmeSession.count({ where: { id: sessionId, programmeId: id } })) === 1
    const taking = await tx.participant.count({
      where: { programmeId: id, id: { in: people }, state: { notIn: ['CANDIDATE', 'NOT_SELECTED', 'WITHDRAWN'] } },
    })
    if (!isOwn || taking !== people.length) {
      throw new DomainError('INVALID_INPUT', {
        id: 'Sesi atau peserta bukan bagian dari program ini.',
        en: 'The session or a participant does not belong to this programme.',
      })
    }
    await tx.attendance.deleteMany({ where: { sessionId, method: { not: 'QR' }, participantId: { notIn: people } } })
    await tx.attendance.createMany({
      data: people.map((participantId) => ({ sessionId, participantId, method: 'MANUAL' as const, signedAt: now })),
      skipDuplicates: true,
    })
    await tx.participant.updateMany({
      where: { id: { in: people }, state: { in: ['INVITED', 'CONFIRMED', 'NO_SHOW'] } },
      data: { state: 'ATTENDED', revision: { increment: 1 } },
    })
    return {
      result: id,
      entity: { type: 'PembinaanProgramme', id },
      changes: { session: [null, sessionId], present: [null, people.length] },
    }
  },
  audit: 'participant.attendanceTaken',
})

const resultInput = z.strictObject({
  participantId: globalId('Participant'),
  isPassed: z.boolean(),
  preScore: score.nullish(),
  postScore: score.nullish(),
  attendancePct: score.nullish(),
})

/** Enters results of participants: passed or not, with scores before and after where there were tests. Errors: FORBIDDEN, WRONG_STATE, INVALID_INPUT. */
export const enterResults = command({
  input: z.strictObject({ id: globalId('PembinaanProgramme'), results: z.array(resultInput).min(1).max(2_000) }),
  load: (tx, { id }) => lockedProgramme(tx, id),
  allow: (actor, row) => mayChange(actor, row, 'ENTER_RESULTS'),
  run: async ({ tx, input: { id, results }, subject }) => {
    const rows = await tx.participant.findMany({
      where: { programmeId: id, id: { in: results.map(({ participantId }) => participantId) } },
    })
    const known = new Map(rows.map((row) => [row.id, row]))
    for (const [index, result] of results.entries()) {
      const row = known.get(result.participantId)
      if (!row || !['CONFIRMED', 'ATTENDED', 'PASSED', 'FAILED'].includes(row.state)) {
        const sentence = { id: 'Orang ini tidak mengikuti program.', en: 'This person did not take part.' }
        throw new DomainError('INVALID_INPUT', sentence, { [`results.${index}.participantId`]: sentence })
      }
      await tx.participant.update({
        where: { id: row.id },
        data: {
          state: result.isPassed ? 'PASSED' : 'FAILED',
          preScore: result.preScore ?? row.preScore,
          postScore: result.postScore ?? row.postScore,
          attendancePct: result.attendancePct ?? row.attendancePct,
          completedOn: row.completedOn ?? subject.endsOn,
          revision: { increment: 1 },
        },
        select: { id: true },
      })
    }
    await refreshJp(
      tx,
      subject.endsOn.getUTCFullYear(),
      rows.map(({ employeeId }) => employeeId),
    )
    const passed = results.filter(({ isPassed }) => isPassed).length
    return {
      result: id,
      entity: { type: 'PembinaanProgramme', id },
      changes: { passed: [null, passed], failed: [null, results.length - passed] },
    }
  },
  audit: 'participant.resultsEntered',
})

/** Adds a link to what is taught with. Errors: FORBIDDEN, WRONG_STATE. */
export const addMaterial = command({
  input: z.strictObject({
    id: globalId('PembinaanProgramme'),
    title: z.string().trim().min(1).max(300),
    url: link,
  }),
  load: (tx, { id }) => lockedProgramme(tx, id),
  allow: (actor, row) => mayChange(actor, row, 'ADD_MATERIAL'),
  run: async ({ tx, input: { id, title, url } }) => {
    await tx.programmeMaterial.create({ data: { programmeId: id, title, url }, select: { id: true } })
    return { result: id, entity: { type: 'PembinaanProgramme', id }, changes: { material: [null, title] } }
  },
  audit: 'programme.materialAdded',
})
