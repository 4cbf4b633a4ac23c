import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { newId } from '../../new-id.ts'
import { notify, settleNotices } from '../../notices.ts'
import { dayText } from '../../organization/rules/days.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayAnswer, mayApply, mayChange } from '../policy/programmes.ts'
import { lockedParticipant } from '../queries/participant-facts.ts'
import { type LoadedProgramme, lockedProgramme } from '../queries/programme-facts.ts'
import { ineligibleBecause } from '../rules/eligibility.ts'
import { readRecord } from './inputs.ts'

const entityOf = (programmeId: string) => ({ type: 'PembinaanProgramme', id: programmeId })

/** Throws INVALID_INPUT that names each person who may not take part, and why. */
async function refuseIneligible(tx: Transaction, programme: LoadedProgramme, employeeIds: readonly string[]): Promise<void> {
  const people = await tx.employee.findMany({
    where: { id: { in: [...employeeIds] } },
    select: {
      ...{ id: true, name: true, positionKind: true, employmentType: true, separatedOn: true },
      unit: { select: { ancestors: { select: { ancestorId: true } } } },
    },
  })
  const known = new Map(people.map((person) => [person.id, person]))
  const fields: Record<string, { id: string; en: string }> = {}
  for (const [index, id] of employeeIds.entries()) {
    const person = known.get(id)
    const reason = person
      ? ineligibleBecause(programme, {
          positionKind: person.positionKind,
          employmentType: person.employmentType,
          underUnitIds: person.unit.ancestors.map(({ ancestorId }) => ancestorId),
          isServing: person.separatedOn === null,
        })
      : { id: 'Pegawai tidak dikenal.', en: 'There is no such employee.' }
    if (!reason) continue
    const name = person ? `${person.name}: ` : ''
    fields[`employeeIds.${index}`] = { id: `${name}${reason.id}`, en: `${name}${reason.en}` }
  }
  const reasons = Object.values(fields)
  if (reasons.length === 0) return
  throw new DomainError(
    'INVALID_INPUT',
    {
      id: `${reasons.length} pegawai tidak memenuhi syarat. ${reasons[0]?.id ?? ''}`,
      en: `${reasons.length} employees are not eligible. ${reasons[0]?.en ?? ''}`,
    },
    fields,
  )
}

/** Puts people on the list of candidates; who stands on it already stays as they are. Errors: FORBIDDEN, WRONG_STATE, INVALID_INPUT for who is not eligible. */
export const nominate = command({
  input: z.strictObject({ id: globalId('PembinaanProgramme'), employeeIds: z.array(globalId('Employee')).min(1).max(500) }),
  load: (tx, { id }) => lockedProgramme(tx, id),
  allow: (actor, row) => mayChange(actor, row, 'NOMINATE'),
  run: async ({ tx, input: { id, employeeIds }, subject }) => {
    const people = [...new Set(employeeIds)]
    await refuseIneligible(tx, subject, people)
    const { count } = await tx.participant.createMany({
      data: people.map((employeeId) => ({ id: newId(), programmeId: id, employeeId })),
      skipDuplicates: true,
    })
    return { result: id, entity: entityOf(id), changes: { candidates: [null, count] } }
  },
  audit: 'participant.nominated',
})

/** An employee applies in their own name. Errors: FORBIDDEN, WRONG_STATE, CONFLICT for who stands on the list, INVALID_INPUT for who is not eligible. */
export const applyToProgramme = command({
  input: z.strictObject({ id: globalId('PembinaanProgramme') }),
  load: (tx, { id }) => lockedProgramme(tx, id),
  allow: (actor, row) => mayApply(actor, row),
  run: async ({ tx, input: { id }, subject, actor }) => {
    const employeeId = actor.employeeId ?? ''
    await refuseIneligible(tx, subject, [employeeId])
    if ((await tx.participant.count({ where: { programmeId: id, employeeId } })) > 0) {
      throw new DomainError('CONFLICT', {
        id: 'Anda sudah tercatat pada program ini.',
        en: 'You stand on the list of this programme already.',
      })
    }
    const participant = await tx.participant.create({ data: { id: newId(), programmeId: id, employeeId }, select: { id: true } })
    return {
      result: participant.id,
      entity: { type: 'Participant', id: participant.id },
      changes: { state: [null, 'CANDIDATE'] },
    }
  },
  audit: 'participant.applied',
})

/**
 * Invites some candidates and declines others, with a reason for these. Both are told. Errors: FORBIDDEN, WRONG_STATE, CAPACITY_FULL, REASON_REQUIRED; INVALID_INPUT
 * when somebody is no candidate any more.
 */
export const selectParticipants = command({
  input: z.strictObject({
    id: globalId('PembinaanProgramme'),
    invite: z.array(globalId('Participant')).max(2_000),
    decline: z.array(globalId('Participant')).max(2_000),
    reason: z.string().trim().min(10).max(1_000).nullish(),
  }),
  load: (tx, { id }) => lockedProgramme(tx, id),
  allow: (actor, row) => mayChange(actor, row, 'SELECT'),
  run: async ({ tx, input: { id, invite, decline, reason = null }, subject, now }) => {
    const invited = [...new Set(invite)]
    const declined = [...new Set(decline)].filter((one) => !invited.includes(one))
    if (declined.length > 0 && !reason)
      throw new DomainError('REASON_REQUIRED', { id: 'Tulis alasan penolakan.', en: 'Give the reason of declining.' })
    await refuseOverfull(tx, subject, invited.length)
    const candidates = await tx.participant.findMany({
      where: { programmeId: id, state: 'CANDIDATE', id: { in: [...invited, ...declined] } },
      select: { id: true, employeeId: true },
    })
    if (candidates.length !== invited.length + declined.length || candidates.length === 0) {
      throw new DomainError('INVALID_INPUT', {
        id: 'Ada yang bukan calon lagi. Muat ulang daftarnya.',
        en: 'Somebody is no candidate any more. Load the list again.',
      })
    }
    await tx.participant.updateMany({
      where: { id: { in: invited } },
      data: { state: 'INVITED', invitedAt: now, revision: { increment: 1 } },
    })
    await tx.participant.updateMany({
      where: { id: { in: declined } },
      data: { state: 'NOT_SELECTED', stateReason: reason, revision: { increment: 1 } },
    })
    await notify(
      tx,
      candidates.map((candidate) => ({
        to: { employeeId: candidate.employeeId },
        kind: invited.includes(candidate.id) ? ('programme.toAnswer' as const) : ('programme.notSelected' as const),
        params: { programme: subject.name, date: dayText(subject.startsOn), reason: reason ?? '' },
        entity: { type: 'Participant', id: candidate.id },
        cause: candidate.id,
      })),
      now,
    )
    return {
      result: id,
      entity: entityOf(id),
      changes: { invited: [null, invited.length], declined: [null, declined.length] },
      ...(reason ? { reason } : {}),
    }
  },
  audit: 'participant.selected',
})

async function refuseOverfull(tx: Transaction, { id, capacity }: LoadedProgramme, more: number): Promise<void> {
  if (capacity === null) return
  const taken = await tx.participant.count({ where: { programmeId: id, state: { in: ['INVITED', 'CONFIRMED', 'ATTENDED'] } } })
  if (taken + more <= capacity) return
  throw new DomainError('CAPACITY_FULL', {
    id: `Kapasitas ${capacity} orang; ${taken} sudah diundang, jadi masih ada ${Math.max(0, capacity - taken)} tempat.`,
    en: `There is room for ${capacity}; ${taken} were invited, so ${Math.max(0, capacity - taken)} places are left.`,
  })
}

/** An invited employee says whether they will come. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const answerInvitation = command({
  input: z.strictObject({ ...readRecord('Participant'), isComing: z.boolean(), reason: z.string().trim().max(1_000).nullish() }),
  load: (tx, { id }) => lockedParticipant(tx, id),
  allow: (actor, row, _now, { revision }) => mayAnswer(actor, row, revision),
  run: async ({ tx, input: { id, isComing, reason = null }, subject, now }) => {
    const state = isComing ? 'CONFIRMED' : 'WITHDRAWN'
    await tx.participant.update({
      where: { id },
      data: { state, stateReason: reason, revision: { increment: 1 } },
      select: { id: true },
    })
    await settleNotices(tx, { type: 'Participant', id }, now)
    return {
      result: id,
      entity: { type: 'Participant', id },
      changes: { state: [subject.state, state] },
      ...(reason ? { reason } : {}),
    }
  },
  audit: 'participant.answered',
})
