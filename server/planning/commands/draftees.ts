import { DomainError } from '../../errors.ts'
import type { Period, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { employeesOf } from '../../organization/queries.ts'
import { isServing } from '../../organization/rules/standing.ts'
import type { Transaction } from '../../transact.ts'
import type { DrafteeFacts } from '../policy.ts'
import { actingLines } from '../queries/plan-facts.ts'
import { isImportOnly } from '../rules/system-of-record.ts'

function drafteeSelect(today: Date) {
  return {
    id: true,
    superiorId: true,
    positionTitle: true,
    legalStanding: true,
    separatedOn: true,
    reportingLines: actingLines(today),
    unit: { select: { ancestors: { select: { ancestorId: true } } } },
  } as const satisfies Prisma.EmployeeSelect
}

/** People for whom plans are to be drafted, with what the policy must know; those whom the actor may not see are left out. */
export async function draftees(
  tx: Transaction,
  ids: readonly string[],
  actor: Actor,
  now: Date,
): Promise<ReadonlyMap<string, DrafteeFacts>> {
  const today = civilDate(now)
  const rows = await tx.employee.findMany({
    where: { id: { in: [...ids] }, AND: [employeesOf(actor, 'appraisals.read')] },
    select: drafteeSelect(today),
  })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        employeeId: row.id,
        penilaiId: row.superiorId,
        actingIds: row.reportingLines.map(({ superiorId }) => superiorId),
        underUnitIds: row.unit.ancestors.map(({ ancestorId }) => ancestorId),
        isImportOnly: isImportOnly(row.positionTitle),
        isServing: isServing(row, today),
      },
    ]),
  )
}

/** The year for which plans are written, held open until the transaction ends. PERIOD_CLOSED, or INVALID_INPUT when it was not laid out. */
export async function planYear(tx: Transaction, year: number): Promise<Pick<Period, 'id' | 'year' | 'startsOn' | 'endsOn'>> {
  const key = String(year)
  await tx.$queryRaw`SELECT id FROM period WHERE key = ${key} FOR SHARE`
  const period = await tx.period.findUnique({ where: { key } })
  if (!period) {
    const sentence = { id: `Periode ${key} belum disiapkan.`, en: `The period ${key} was not prepared yet.` }
    throw new DomainError('INVALID_INPUT', sentence, { year: sentence })
  }
  if (period.state === 'CLOSED') {
    throw new DomainError('PERIOD_CLOSED', { id: `Periode ${key} sudah ditutup.`, en: `The period ${key} is closed.` })
  }
  return period
}

export function hasPlan(): DomainError {
  return new DomainError('CONFLICT', {
    id: 'Pegawai ini sudah memiliki SKP yang belum ditutup untuk tahun itu.',
    en: 'This employee has a plan for that year that is not closed.',
  })
}
