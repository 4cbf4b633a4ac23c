import { Prisma } from '../../generated/prisma/client.ts'
import { unnest } from '../../unnest.ts'
import { type Permission, type RoleName, rolePermissions } from '../policy.ts'

/** Most people who are told of one thing because they hold a permission: beyond that the lists of the console are the place to look. */
const mostTold = 20

/** Something that those who hold a permission over its unit are told of, all but the employee whom it is about. */
export type HeldOver = { readonly id: string; readonly unitId: string; readonly employeeId: string }

/** For each of these the users who hold a permission over its unit today, by the age of their account. One statement however many. */
export async function holdersOf(
  tx: Pick<Prisma.TransactionClient, '$queryRaw'>,
  permission: Permission,
  over: readonly HeldOver[],
  today: Date,
): Promise<ReadonlyMap<string, { readonly userId: string }[]>> {
  if (over.length === 0) return new Map()
  const roles = (Object.keys(rolePermissions) as RoleName[]).filter((role) =>
    (rolePermissions[role] as readonly Permission[]).includes(permission),
  )
  const found = await tx.$queryRaw<{ id: string; userId: string }[]>(Prisma.sql`
    SELECT "row".id, held.id AS "userId"
    FROM ${unnest(over, {
      id: ['uuid', ({ id }) => id],
      unit_id: ['uuid', ({ unitId }) => unitId],
      employee_id: ['uuid', ({ employeeId }) => employeeId],
    })} JOIN LATERAL (
      SELECT u.id FROM app_user u
      WHERE u.disabled_at IS NULL AND u.employee_id IS DISTINCT FROM "row".employee_id AND EXISTS (
        SELECT FROM role_grant g
        WHERE g.user_id = u.id AND g.role = ANY (${roles}::role[])
          AND g.valid_from <= ${today}::date AND (g.valid_to IS NULL OR g.valid_to >= ${today}::date)
          AND (g.unit_id IS NULL OR g.unit_id IN (SELECT up.ancestor_id FROM unit_ancestor up WHERE up.unit_id = "row".unit_id)))
      ORDER BY u.id LIMIT ${mostTold}
    ) held ON true
    ORDER BY "row".id, held.id`)
  const users = Map.groupBy(found, ({ id }) => id)
  return new Map(over.map(({ id }) => [id, (users.get(id) ?? []).map(({ userId }) => ({ userId }))]))
}
