import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { refuse } from '../../identity/policy.ts'
import { newId } from '../../new-id.ts'
import { dayText } from '../../organization/rules/days.ts'
import { command } from '../../transact.ts'
import { holds, sameRevision } from '../policy/guards.ts'
import { type Sanction, sanctions } from '../rules/sanctions.ts'
import { day, line, readRecord } from './inputs.ts'

const sanctionNames = Object.keys(sanctions) as Sanction[]
const entityOf = (id: string) => ({ type: 'DisciplinaryRecord', id })
const ofUnit = { unit: { select: { ancestors: { select: { ancestorId: true } } } } } as const

/**
 * Records a decision on a disciplinary sanction that an official took by decree (PP 94/2021): Tera decides nothing here. Errors: FORBIDDEN, CONFLICT_OF_INTEREST about
 * oneself, NOT_FOUND, INVALID_INPUT, CONFLICT for a decree that was recorded.
 */
export const recordDiscipline = command({
  input: z.strictObject({
    employeeId: globalId('Employee'),
    sanction: z.enum(sanctionNames),
    decreeNumber: line,
    decreeOn: day,
    validFrom: day,
    validTo: day.nullish(),
  }),
  load: async (tx, { employeeId }) => {
    // The same decree sent twice at once is recorded once.
    await tx.$queryRaw`SELECT id FROM employee WHERE id = ${employeeId}::uuid FOR NO KEY UPDATE`
    return tx.employee.findUnique({ where: { id: employeeId }, select: { id: true, ...ofUnit } })
  },
  allow: (actor, { id, unit }) => {
    if (actor.employeeId === id)
      return refuse('CONFLICT_OF_INTEREST', 'Ini menyangkut diri Anda sendiri.', 'This is about yourself.')
    return holds(
      actor,
      'discipline.record',
      unit.ancestors.map(({ ancestorId }) => ancestorId),
    )
  },
  run: async ({ tx, input }) => {
    const { employeeId, sanction, decreeNumber, decreeOn, validFrom, validTo = null } = input
    if (validTo !== null && validTo < validFrom) {
      const sentence = { id: 'Akhir masa hukuman mendahului awalnya.', en: 'The sanction ends before it begins.' }
      throw new DomainError('INVALID_INPUT', sentence, { validTo: sentence })
    }
    if ((await tx.disciplinaryRecord.count({ where: { employeeId, decreeNumber } })) > 0) {
      const sentence = { id: 'SK ini sudah tercatat.', en: 'This decree was recorded already.' }
      throw new DomainError('CONFLICT', sentence, { decreeNumber: sentence })
    }
    const { id } = await tx.disciplinaryRecord.create({
      data: { id: newId(), employeeId, level: sanctions[sanction].level, sanction, decreeNumber, decreeOn, validFrom, validTo },
      select: { id: true },
    })
    return { result: employeeId, entity: entityOf(id), changes: { decree: [null, `${decreeNumber} ${dayText(decreeOn)}`] } }
  },
  audit: 'discipline.recorded',
})

/** Records that a sanction was lifted before its end, by another decree or a judgement. Errors: FORBIDDEN, CONFLICT_OF_INTEREST, STALE_VERSION, WRONG_STATE. */
export const liftDiscipline = command({
  input: z.strictObject({ ...readRecord('DisciplinaryRecord'), liftedOn: day, reason: z.string().trim().min(10).max(2_000) }),
  load: async (tx, { id }) => {
    await tx.$queryRaw`SELECT id FROM disciplinary_record WHERE id = ${id}::uuid FOR UPDATE`
    return tx.disciplinaryRecord.findUnique({ where: { id }, include: { employee: { select: ofUnit } } })
  },
  allow: (actor, row, _now, { revision }) => {
    if (actor.employeeId === row.employeeId)
      return refuse('CONFLICT_OF_INTEREST', 'Ini menyangkut diri Anda sendiri.', 'This is about yourself.')
    const held = holds(
      actor,
      'discipline.record',
      row.employee.unit.ancestors.map(({ ancestorId }) => ancestorId),
    )
    if (held !== true) return held
    return (
      sameRevision(row, revision) ??
      (row.liftedOn === null || refuse('WRONG_STATE', 'Hukuman ini sudah dicabut.', 'This sanction was lifted already.'))
    )
  },
  run: async ({ tx, input: { id, liftedOn, reason }, subject }) => {
    await tx.disciplinaryRecord.update({
      where: { id },
      data: { liftedOn, liftReason: reason, revision: { increment: 1 } },
      select: { id: true },
    })
    return { result: subject.employeeId, entity: entityOf(id), changes: { liftedOn: [null, dayText(liftedOn)] }, reason }
  },
  audit: 'discipline.lifted',
})
