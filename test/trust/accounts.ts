import { expect } from 'vitest'
import { verifyAuditChain } from '../../server/audit/queries/verify.ts'
import type { Database } from '../../server/db.ts'
import type { Clerk } from './clerk.ts'

/** After everything was sent until it was acknowledged: each command was done once, has one audit row, and the chain holds. */
export async function expectExactlyOnce(database: Database, clerks: readonly Clerk[]): Promise<void> {
  const sent = clerks.flatMap((clerk) => clerk.sent).sort()
  expect(clerks.flatMap((clerk) => clerk.acknowledged).sort()).toEqual(sent)
  await expectDone(database, sent)
}

/** These commands were done, each once and with one audit row, and none besides. */
export async function expectDone({ prisma }: Database, commands: readonly string[]): Promise<void> {
  const tokens = await prisma.apiToken.findMany({ where: { name: { startsWith: 'juru' } } })
  expect(tokens.map(({ name }) => name).sort()).toEqual([...commands].sort())
  const ids = new Set(tokens.map(({ id }) => id))
  const events = await prisma.auditEvent.findMany({ where: { event: 'token.created' }, select: { entityId: true } })
  expect(events.filter(({ entityId }) => ids.has(entityId)).length).toBe(tokens.length)
  expect((await verifyAuditChain(prisma)).isIntact).toBe(true)
}
