import type { Prisma } from '../../generated/prisma/client.ts'
import { refuse, type Verdict } from '../policy.ts'

/** True when the city keeps an administrator with no end date after this user or this grant is gone; a command holds the lock meanwhile. */
export async function staysAdministered(
  db: Pick<Prisma.TransactionClient, 'roleGrant'>,
  today: Date,
  gone: { readonly userId: string } | { readonly grantId: string },
): Promise<Verdict> {
  const others = 'userId' in gone ? { NOT: { userId: gone.userId } } : { NOT: { id: gone.grantId } }
  const left = await db.roleGrant.count({
    where: { role: 'ADMIN', unitId: null, validFrom: { lte: today }, validTo: null, user: { disabledAt: null }, ...others },
  })
  if (left > 0) return true
  return refuse(
    'WRONG_STATE',
    'Kota harus selalu punya administrator. Angkat administrator lain terlebih dahulu.',
    'The city must always have an administrator. Appoint another one first.',
  )
}
