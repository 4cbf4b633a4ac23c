import type { Prisma } from '../../generated/prisma/client.ts'
import { type Permission, type RoleName, rolePermissions } from '../policy.ts'

/** Most people who are told of one thing because they hold a permission: beyond that the lists of the console are the place to look. */
const mostTold = 20

/** Users who hold a permission over a unit today, by the age of their account; nobody behind whom this employee stands. */
export async function holdersOf(
  tx: Pick<Prisma.TransactionClient, 'user'>,
  permission: Permission,
  {
    underUnitIds,
    except,
    today,
  }: { readonly underUnitIds: readonly string[]; readonly except: string | null; readonly today: Date },
): Promise<{ readonly userId: string }[]> {
  const roles = (Object.keys(rolePermissions) as RoleName[]).filter((role) =>
    (rolePermissions[role] as readonly Permission[]).includes(permission),
  )
  const users = await tx.user.findMany({
    where: {
      disabledAt: null,
      ...(except === null ? {} : { OR: [{ employeeId: null }, { employeeId: { not: except } }] }),
      grants: {
        some: {
          role: { in: roles },
          validFrom: { lte: today },
          AND: [
            { OR: [{ validTo: null }, { validTo: { gte: today } }] },
            { OR: [{ unitId: null }, { unitId: { in: [...underUnitIds] } }] },
          ],
        },
      },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: mostTold,
  })
  return users.map(({ id }) => ({ userId: id }))
}
