import type { Transaction } from '../../transact.ts'
import { refuse, type Verdict } from '../policy.ts'

/** Changes that could remove the last administrator of the city wait for each other; otherwise two of them could each see the other one remain. */
export async function lockAdministrators(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(7263544920)) AS locked`
}

/** True when the city keeps an administrator with no end date after this user or this grant is gone; the lock must be held. */
export async function staysAdministered(
  tx: Transaction,
  today: Date,
  gone: { readonly userId: string } | { readonly grantId: string },
): Promise<Verdict> {
  const others = 'userId' in gone ? { NOT: { userId: gone.userId } } : { NOT: { id: gone.grantId } }
  const left = await tx.roleGrant.count({
    where: { role: 'ADMIN', unitId: null, validFrom: { lte: today }, validTo: null, user: { disabledAt: null }, ...others },
  })
  if (left > 0) return true
  return refuse(
    'WRONG_STATE',
    'Kota harus selalu punya administrator. Angkat administrator lain terlebih dahulu.',
    'The city must always have an administrator. Appoint another one first.',
  )
}
