import { type Actor, needs, reachOf, refuse, type Verdict } from '../identity/policy.ts'

/** What the policy must know of an employee. `underUnitIds` are the unit of the employee and every unit above it. */
export type EmployeeFacts = {
  readonly id: string
  readonly superiorId: string | null
  readonly superiorsSuperiorId: string | null
  readonly underUnitIds: readonly string[]
}

/**
 * May the actor see personal data of this employee: birth data, contacts, histories? The employee, the penilai and the penilai's
 * superior may (TA2), and whoever holds the permission over the unit.
 */
export function canReadPrivate(actor: Actor, employee: EmployeeFacts): boolean {
  if (isWithin(reachOf(actor, 'organization.private'), employee.underUnitIds)) return true
  if (actor.employeeId === null || actor.scopes !== null) return false
  return [employee.id, employee.superiorId, employee.superiorsSuperiorId].includes(actor.employeeId)
}

function isWithin(reach: ReturnType<typeof reachOf>, unitIds: readonly string[]): boolean {
  return reach === 'ALL' || reach.some((id) => unitIds.includes(id))
}

/** The verdict on a change of units or employees: the permission must cover the unit. */
export function mayWrite(actor: Actor, underUnitIds: readonly string[]): Verdict {
  const held = needs(actor, 'organization.write')
  if (held !== true) return held
  return isWithin(reachOf(actor, 'organization.write'), underUnitIds)
    ? true
    : refuse('FORBIDDEN', 'Unit ini di luar wewenang Anda.', 'This unit lies outside your remit.')
}
