import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { PositionRecord } from '../../generated/prisma/client.ts'
import { civilDate, dayBefore } from '../../identity/rules/civil-date.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayPlace } from '../policy.ts'
import { unitIdsAbove } from '../queries.ts'
import { dayText } from '../rules/days.ts'
import { lockStructure } from './due-changes.ts'

/**
 * Places an employee in another unit from a day on, with the same position unless another title is given. The position record in force ends
 * the day before and a new one begins; issues about a closed unit are then resolved. The superior stays: a new one is assigned on its own.
 *
 * INVALID_INPUT: the day lies in the future (a placement is entered when it has begun), or nothing would change. WRONG_STATE: the unit is
 * closed, or the last position began later.
 */
export const placeEmployee = command({
  input: z.strictObject({
    employeeId: z.uuid(),
    unitId: z.uuid(),
    validFrom: z.date(),
    positionTitle: z.string().trim().min(1).max(300).nullish(),
    decreeNumber: z.string().trim().min(1).max(100).nullish(),
    reason: z.string().trim().min(1).max(1_000).nullish(),
  }),
  load: async (tx, { employeeId, unitId }) => {
    await lockStructure(tx)
    await tx.$queryRaw`SELECT id FROM employee WHERE id = ${employeeId}::uuid FOR UPDATE`
    const employee = await tx.employee.findUnique({
      where: { id: employeeId },
      include: { positions: { where: { assignment: 'DEFINITIF' }, orderBy: { validFrom: 'desc' }, take: 1 } },
    })
    const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { id: true, name: true, closedOn: true } })
    if (!employee || !unit) return null
    return {
      employee,
      unit,
      underUnitIds: await unitIdsAbove(tx, employee.unitId),
      target: { underUnitIds: await unitIdsAbove(tx, unitId), closedOn: unit.closedOn },
    }
  },
  allow: (actor, { underUnitIds, target }) => mayPlace(actor, underUnitIds, target),
  run: async ({ tx, input, subject: { employee, unit }, now }) => {
    const { validFrom, decreeNumber = null } = input
    const positionTitle = input.positionTitle ?? employee.positionTitle
    const last = employee.positions[0]
    if (validFrom > civilDate(now)) throw inTheFuture()
    if (unit.id === employee.unitId && positionTitle === employee.positionTitle) throw nothingChanges()
    if (last && validFrom < last.validFrom) throw backdated(last.validFrom)
    const { positionKind, positionLevel } = employee
    await writePosition(tx, last, {
      employeeId: employee.id,
      title: positionTitle,
      positionKind,
      positionLevel,
      assignment: 'DEFINITIF',
      unitId: unit.id,
      unitName: unit.name,
      validFrom,
      decreeNumber,
    })
    const result = await tx.employee.update({
      where: { id: employee.id },
      data: { unitId: unit.id, positionTitle, positionFrom: validFrom, updatedAt: now },
    })
    await tx.dataIssue.updateMany({
      where: { employeeId: employee.id, state: 'OPEN', code: { in: ['ORPHAN_POST', 'POSITION_MISMATCH'] } },
      data: { state: 'RESOLVED', closedAt: now, closedReason: 'Pegawai sudah ditempatkan.' },
    })
    const changes = {
      unitId: [employee.unitId, unit.id],
      ...(positionTitle === employee.positionTitle ? {} : { positionTitle: [employee.positionTitle, positionTitle] as const }),
      validFrom: [last ? dayText(last.validFrom) : null, dayText(validFrom)],
    } as const
    return { result, entity: { type: 'Employee', id: employee.id }, changes, reason: input.reason ?? undefined }
  },
  audit: 'employee.placed',
})

type Position = Pick<
  PositionRecord,
  'employeeId' | 'title' | 'positionKind' | 'positionLevel' | 'assignment' | 'unitId' | 'unitName' | 'validFrom' | 'decreeNumber'
>

/** A placement from the very day on which the last one began mends it instead. */
async function writePosition(
  tx: Transaction,
  last: Pick<PositionRecord, 'id' | 'validFrom' | 'validTo'> | undefined,
  position: Position,
): Promise<void> {
  if (last && last.validFrom.getTime() === position.validFrom.getTime()) {
    await tx.positionRecord.update({ where: { id: last.id }, data: position })
    return
  }
  if (last && (last.validTo === null || last.validTo >= position.validFrom)) {
    await tx.positionRecord.update({ where: { id: last.id }, data: { validTo: dayBefore(position.validFrom) } })
  }
  await tx.positionRecord.create({ data: position })
}

function inTheFuture(): DomainError {
  const sentence = {
    id: 'Penempatan dicatat setelah berlaku. Pilih hari ini atau tanggal sebelumnya.',
    en: 'A placement is entered once it has begun. Choose today or an earlier day.',
  }
  return new DomainError('INVALID_INPUT', sentence, { validFrom: sentence })
}

function nothingChanges(): DomainError {
  const sentence = { id: 'Pegawai sudah berada di unit ini.', en: 'The employee is placed in this unit already.' }
  return new DomainError('INVALID_INPUT', sentence, { unitId: sentence })
}

function backdated(since: Date): DomainError {
  const day = dayText(since)
  const sentence = {
    id: `Jabatan terakhir berlaku sejak ${day}; penempatan baru tidak boleh mendahuluinya.`,
    en: `The last position holds from ${day}; a new placement may not begin before it.`,
  }
  return new DomainError('WRONG_STATE', sentence, { validFrom: sentence })
}
