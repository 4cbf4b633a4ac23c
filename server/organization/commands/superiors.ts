import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { ReportingLine } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { civilDate, dayBefore } from '../../identity/rules/civil-date.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayWrite } from '../policy.ts'
import { unitIdsAbove } from '../queries.ts'
import { dayText } from '../rules/days.ts'
import { isServing } from '../rules/standing.ts'
import { lockStructure } from './due-changes.ts'

/**
 * Gives an employee another penilai from a day on. The line in force ends the day before; an assignment from the very day on which that
 * line began mends it instead. The present superior follows at once when the day has come, and by `applyDueChanges` when it comes;
 * data issues about a missing superior are then resolved.
 *
 * SELF_APPRAISAL: nobody appraises themself. CASCADE_CYCLE: the superior stands below the employee. WRONG_STATE: before the last line's
 * first day. INVALID_INPUT: the superior does not serve.
 */
export const assignSuperior = command({
  input: z.strictObject({
    employeeId: z.uuid(),
    superiorId: z.uuid(),
    assignment: z.enum(['DEFINITIF', 'PLT', 'PLH', 'PJ', 'TT']).nullish(),
    validFrom: z.date(),
    reason: z.string().trim().min(1).max(1_000).nullish(),
  }),
  load: async (tx, { employeeId, superiorId }) => {
    await lockStructure(tx)
    const employee = await tx.employee.findUnique({
      where: { id: employeeId },
      include: { reportingLines: { orderBy: { validFrom: 'desc' }, take: 1 } },
    })
    const superior = await tx.employee.findUnique({ where: { id: superiorId } })
    return employee && superior && { employee, superior, underUnitIds: await unitIdsAbove(tx, employee.unitId) }
  },
  allow: (actor, { underUnitIds }, _now, { employeeId, superiorId }) => {
    const held = mayWrite(actor, underUnitIds)
    if (held !== true || employeeId !== superiorId) return held
    return refuse('SELF_APPRAISAL', 'Pegawai tidak dapat menjadi atasannya sendiri.', 'Nobody is their own superior.')
  },
  run: async ({ tx, input, subject: { employee, superior }, now }) => {
    const { employeeId, superiorId, validFrom } = input
    const today = civilDate(now)
    const last = employee.reportingLines[0]
    if (last && validFrom < last.validFrom) throw backdated(last.validFrom)
    const isDue = validFrom <= today
    if (!isServing(superior, isDue ? today : validFrom)) throw notServing()
    await refuseCircle(tx, employeeId, superiorId, validFrom)

    await writeLine(tx, last, { employeeId, superiorId, assignment: input.assignment ?? 'DEFINITIF', validFrom })
    const result = isDue
      ? await tx.employee.update({ where: { id: employeeId }, data: { superiorId, updatedAt: now } })
      : employee
    if (isDue) await resolveSuperiorIssues(tx, employeeId, now)
    const changes = {
      superiorId: [last?.superiorId ?? employee.superiorId, superiorId],
      validFrom: [last ? dayText(last.validFrom) : null, dayText(validFrom)],
    } as const
    return { result, entity: { type: 'Employee', id: employeeId }, changes, reason: input.reason ?? undefined }
  },
  audit: 'employee.superiorAssigned',
})

/** Data issues that end when the employee gets a superior. */
const superiorIssueCodes = [
  'MISSING_SUPERIOR',
  'SELF_SUPERIOR',
  'UNKNOWN_SUPERIOR',
  'SUPERIOR_CYCLE',
  'SUPERIOR_NOT_SERVING',
  'PENILAI_UNVERIFIED',
]

async function resolveSuperiorIssues(tx: Transaction, employeeId: string, now: Date): Promise<void> {
  await tx.dataIssue.updateMany({
    where: { employeeId, state: 'OPEN', code: { in: superiorIssueCodes } },
    data: { state: 'RESOLVED', closedAt: now, closedReason: 'Atasan sudah ditetapkan.' },
  })
}

async function writeLine(
  tx: Transaction,
  last: ReportingLine | undefined,
  line: Pick<ReportingLine, 'employeeId' | 'superiorId' | 'assignment' | 'validFrom'>,
): Promise<void> {
  if (last && last.validFrom.getTime() === line.validFrom.getTime()) {
    await tx.reportingLine.update({ where: { id: last.id }, data: line })
    return
  }
  if (last && (last.validTo === null || last.validTo >= line.validFrom)) {
    await tx.reportingLine.update({ where: { id: last.id }, data: { validTo: dayBefore(line.validFrom) } })
  }
  await tx.reportingLine.create({ data: line })
}

/** The superior may not stand below the employee on any day from `validFrom` on; every line in force then counts, also a later one. */
async function refuseCircle(tx: Transaction, employeeId: string, superiorId: string, validFrom: Date): Promise<void> {
  const circle = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE up(id) AS (
      SELECT ${superiorId}::uuid
      UNION
      SELECT above.superior_id FROM up CROSS JOIN LATERAL (
        SELECT l.superior_id FROM reporting_line l
        WHERE l.employee_id = up.id AND (l.valid_to IS NULL OR l.valid_to >= ${validFrom}::date)
        UNION ALL
        SELECT e.superior_id FROM employee e
        WHERE e.id = up.id AND e.superior_id IS NOT NULL AND NOT EXISTS (SELECT FROM reporting_line l WHERE l.employee_id = e.id)
      ) above
    )
    SELECT FROM up WHERE id = ${employeeId}::uuid`
  if (circle.length > 0) {
    throw new DomainError('CASCADE_CYCLE', {
      id: 'Atasan yang dipilih berada di bawah pegawai ini. Pilih atasan lain.',
      en: 'The chosen superior stands below this employee. Choose another one.',
    })
  }
}

function backdated(since: Date): DomainError {
  const day = dayText(since)
  const sentence = {
    id: `Atasan terakhir ditetapkan sejak ${day}; penetapan baru tidak boleh mendahuluinya.`,
    en: `The last superior holds from ${day}; a new one may not begin before it.`,
  }
  return new DomainError('WRONG_STATE', sentence, { validFrom: sentence })
}

function notServing(): DomainError {
  const sentence = { id: 'Atasan yang dipilih tidak sedang bertugas.', en: 'The chosen superior does not serve.' }
  return new DomainError('INVALID_INPUT', sentence, { superiorId: sentence })
}
