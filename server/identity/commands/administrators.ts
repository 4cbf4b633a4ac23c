import type { Transaction } from '../../transact.ts'

/** Changes that could remove the last administrator of the city wait for each other; otherwise two of them could each see the other one remain. */
export async function lockAdministrators(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(7263544920)) AS locked`
}
