import type { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { type Actor, can, canEverywhere, type ManagedUser, reachOf } from '../policy.ts'

const nothing = { id: { in: [] as string[] } }

/** Grants in force on a day. */
export function grantsOn(today: Date): Prisma.RoleGrantWhereInput {
  return { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] }
}

const unitsAbove = { select: { ancestors: { select: { ancestorId: true } } } } as const

/** The columns from which `toManagedUser` makes what the policy must know. */
export function managedUserSelect(today: Date) {
  return {
    id: true,
    disabledAt: true,
    employee: { select: { unit: unitsAbove } },
    grants: { where: grantsOn(today), select: { role: true, unit: unitsAbove } },
  } as const satisfies Prisma.UserSelect
}

type ManagedRow = Prisma.UserGetPayload<{ select: ReturnType<typeof managedUserSelect> }>
type UnitRow = NonNullable<ManagedRow['employee']>['unit']

export function toManagedUser({ id, disabledAt, employee, grants }: ManagedRow): ManagedUser {
  return {
    id,
    disabledAt,
    employeeUnitIds: employee ? unitIds(employee.unit) : [],
    grants: grants.map(({ role, unit }) => ({ role, unitIds: unit ? unitIds(unit) : null })),
  }
}

function unitIds(unit: UnitRow): string[] {
  return unit.ancestors.map(({ ancestorId }) => ancestorId)
}

/** The user, locked, with what the policy must know; null when there is none. */
export async function managedUser(tx: Transaction, id: string, today: Date): Promise<ManagedUser | null> {
  await tx.$queryRaw`SELECT 1 FROM app_user WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.user.findUnique({ where: { id }, select: managedUserSelect(today) })
  return row && toManagedUser(row)
}

/** The unit with every unit above it; null when there is no such unit. */
export async function unitPath(tx: Transaction, unitId: string): Promise<readonly string[] | null> {
  const unit = await tx.unit.findUnique({ where: { id: unitId }, ...unitsAbove })
  return unit && unitIds(unit)
}

/** Which users exist for this actor: themself, and those whom `mayManage` lets them manage. */
export function visibleUsers(actor: Actor, today: Date): Prisma.UserWhereInput {
  const reach = reachOf(actor, 'users.manage')
  if (reach === 'ALL') return {}
  const self: Prisma.UserWhereInput[] = actor.kind === 'USER' && actor.id ? [{ id: actor.id }] : []
  if (reach.length === 0) return self[0] ?? nothing
  const under: Prisma.UnitWhereInput = { ancestors: { some: { ancestorId: { in: [...reach] } } } }
  const held = grantsOn(today)
  const inside: Prisma.RoleGrantWhereInput = { AND: [held, { unit: under }] }
  const outside: Prisma.RoleGrantWhereInput = { AND: [held, { OR: [{ unitId: null }, { unit: { NOT: under } }] }] }
  return {
    OR: [
      ...self,
      { AND: [{ OR: [{ employee: { unit: under } }, { grants: { some: inside } }] }, { grants: { none: outside } }] },
    ],
  }
}

/** Which sessions exist for this actor: those of the users who exist for them. */
export function visibleSessions(actor: Actor, today: Date): Prisma.SessionWhereInput {
  const user = visibleUsers(actor, today)
  return Object.keys(user).length === 0 ? {} : { user }
}

/** Which tokens exist for this actor: a token holds for the whole city, so only its administrators see all; others see what they made. */
export function visibleTokens(actor: Actor): Prisma.ApiTokenWhereInput {
  if (canEverywhere(actor, 'users.manage')) return {}
  return actor.kind === 'USER' && actor.id && can(actor, 'users.manage') ? { createdById: actor.id } : nothing
}

export type UserFilter = {
  readonly search?: string | null
  readonly role?: ManagedUser['grants'][number]['role'] | null
  readonly isDisabled?: boolean | null
}

export function userWhere(filter: UserFilter | null | undefined, today: Date): Prisma.UserWhereInput {
  const { search, role, isDisabled } = filter ?? {}
  const text = search?.trim().slice(0, 100)
  return {
    ...(text
      ? { OR: [{ username: { contains: text, mode: 'insensitive' } }, { displayName: { contains: text, mode: 'insensitive' } }] }
      : {}),
    ...(role ? { grants: { some: { AND: [grantsOn(today), { role }] } } } : {}),
    ...(typeof isDisabled === 'boolean' ? { disabledAt: isDisabled ? { not: null } : null } : {}),
  }
}
