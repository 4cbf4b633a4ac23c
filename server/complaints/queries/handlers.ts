import type { Prisma } from '../../generated/prisma/client.ts'
import { type RoleName, rolePermissions } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { validOn } from '../../organization/queries.ts'

const inspecting = (Object.keys(rolePermissions) as RoleName[]).filter((role) =>
  (rolePermissions[role] as readonly string[]).includes('complaints.inspect'),
)

/** Is there an account of this employee that may see complaints about officials today? */
export async function isInspectingEmployee(
  tx: Pick<Prisma.TransactionClient, 'roleGrant'>,
  employeeId: string,
  now: Date,
): Promise<boolean> {
  const held = { role: { in: inspecting }, unitId: null, ...validOn(civilDate(now)) }
  return (await tx.roleGrant.count({ where: { ...held, user: { employeeId, disabledAt: null } }, take: 1 })) > 0
}
