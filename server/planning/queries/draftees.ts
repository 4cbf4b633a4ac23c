import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { found } from '../../list.ts'
import { employeesOf } from '../../organization/queries.ts'
import { fullName } from '../../organization/rules/names.ts'
import { isServing } from '../../organization/rules/standing.ts'
import type { Transaction } from '../../transact.ts'
import { type Assignment, outcomeOf } from '../policy/assignment.ts'
import { type DrafteeFacts, mayDraft } from '../policy.ts'
import { isImportOnly } from '../rules/system-of-record.ts'
import { actingLines } from './plan-facts.ts'

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
  db: Pick<Transaction, 'employee'>,
  ids: readonly string[],
  actor: Actor,
  now: Date,
): Promise<ReadonlyMap<string, DrafteeFacts>> {
  const today = civilDate(now)
  const rows = await db.employee.findMany({
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

export type PreviewedAssignment = Assignment & { readonly name: string | null; readonly positionTitle: string | null }

/** Most people of one hand-out. */
export const mostAssigned = 500

/**
 * What handing a template to these people would do, without doing it: the same verdicts as the command, in the order given, with names as far as the
 * people exist for the caller. NOT_FOUND for a year that was not laid out. Four statements.
 */
export async function previewAssignment(
  { db, actor, now }: Context,
  { year, employeeIds }: { readonly year: number; readonly employeeIds: readonly string[] },
): Promise<PreviewedAssignment[]> {
  const period = found(await db.period.findUnique({ where: { key: String(year) }, select: { id: true, endsOn: true } }))
  const wanted = [...new Set(employeeIds)]
  const people = await draftees(db, wanted, actor, now)
  const [plans, names] = await Promise.all([
    db.skp.findMany({
      where: { employeeId: { in: [...people.keys()] }, periodId: period.id },
      select: { id: true, employeeId: true, state: true, endsOn: true },
    }),
    db.employee.findMany({
      where: { id: { in: [...people.keys()] } },
      select: { id: true, name: true, titleBefore: true, titleAfter: true, positionTitle: true },
    }),
  ])
  const byId = new Map(names.map((row) => [row.id, row]))
  // A plan that is open, or that ends with the year, leaves no day for another one.
  const planned = new Map(
    plans.filter(({ state, endsOn }) => state !== 'DITUTUP' || endsOn >= period.endsOn).map((plan) => [plan.employeeId, plan.id]),
  )
  return wanted.map((employeeId) => {
    const person = people.get(employeeId)
    const row = byId.get(employeeId)
    const skpId = planned.get(employeeId) ?? null
    return {
      employeeId,
      skpId,
      outcome: outcomeOf(person && mayDraft(actor, person), skpId !== null),
      name: row ? fullName(row.name, row.titleBefore, row.titleAfter) : null,
      positionTitle: row?.positionTitle ?? null,
    }
  })
}
