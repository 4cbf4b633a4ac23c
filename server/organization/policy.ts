import { type Actor, needs, type Permission, reachOf, refuse, type Verdict } from '../identity/policy.ts'

/** What the policy must know of an employee. `underUnitIds` are the unit of the employee and every unit above it. */
export type EmployeeFacts = {
  readonly id: string
  readonly superiorId: string | null
  readonly superiorsSuperiorId: string | null
  readonly underUnitIds: readonly string[]
}

/** What an employee may do for themself and for those whom they appraise, at two levels. */
export type PersonalPermission = Extract<
  Permission,
  'organization.private' | 'appraisals.read' | 'discipline.read' | 'pembinaan.read'
>

/**
 * May the actor see this kind of data of this employee? The employee, the penilai and the penilai's superior may (TA2), and whoever
 * holds the permission over the unit. A token acts for no person, so the reporting line gives it nothing.
 */
export function canRead(actor: Actor, employee: EmployeeFacts, permission: PersonalPermission): boolean {
  if (isWithin(reachOf(actor, permission), employee.underUnitIds)) return true
  return isAppraisedBy(actor, employee)
}

/**
 * May the actor see that this employee exists, with name, unit and position? `namedIds` are the actor's own penilai and that one's superior, as
 * names above one are no secret, and whoever takes part in a plan or an appraisal with the actor or stands in for somebody there.
 */
export function canSee(actor: Actor, employee: EmployeeFacts, namedIds: readonly string[]): boolean {
  if (isWithin(reachOf(actor, 'organization.read'), employee.underUnitIds)) return true
  if (isAppraisedBy(actor, employee)) return true
  return actor.employeeId !== null && actor.scopes === null && namedIds.includes(employee.id)
}

function isAppraisedBy(actor: Actor, employee: EmployeeFacts): boolean {
  if (actor.employeeId === null || actor.scopes !== null) return false
  return [employee.id, employee.superiorId, employee.superiorsSuperiorId].includes(actor.employeeId)
}

function isWithin(reach: ReturnType<typeof reachOf>, unitIds: readonly string[]): boolean {
  return reach === 'ALL' || reach.some((id) => unitIds.includes(id))
}

/** The verdict on a change of units or employees: the permission must cover the unit. A new root unit lies under no unit. */
export function mayWrite(actor: Actor, underUnitIds: readonly string[]): Verdict {
  const held = needs(actor, 'organization.write')
  if (held !== true) return held
  return isWithin(reachOf(actor, 'organization.write'), underUnitIds)
    ? true
    : refuse('FORBIDDEN', 'Unit ini di luar wewenang Anda.', 'This unit lies outside your remit.')
}

/** A closed unit keeps its history; it is neither changed nor given units below it. */
export function mayChangeUnit(
  actor: Actor,
  unit: { readonly underUnitIds: readonly string[]; readonly closedOn: Date | null },
): Verdict {
  const held = mayWrite(actor, unit.underUnitIds)
  if (held !== true) return held
  return unit.closedOn === null ? true : refuse('WRONG_STATE', 'Unit ini sudah ditutup.', 'This unit was closed.')
}

/** A placement needs the right over the unit that the employee leaves and over the one that gets them, which must be open. */
export function mayPlace(
  actor: Actor,
  leftUnitIds: readonly string[],
  target: { readonly underUnitIds: readonly string[]; readonly closedOn: Date | null },
): Verdict {
  const held = mayWrite(actor, leftUnitIds)
  return held === true ? mayChangeUnit(actor, target) : held
}

export function mayCloseIssue(
  actor: Actor,
  issue: { readonly underUnitIds: readonly string[]; readonly state: 'OPEN' | 'RESOLVED' | 'DISMISSED' },
): Verdict {
  const held = mayWrite(actor, issue.underUnitIds)
  if (held !== true) return held
  return issue.state === 'OPEN' ? true : refuse('WRONG_STATE', 'Temuan ini sudah ditutup.', 'This issue was closed already.')
}

/** The whole city is looked at, so the permission must be held for all of it. */
export function mayRefreshIssues(actor: Actor): Verdict {
  return mayWrite(actor, [])
}
