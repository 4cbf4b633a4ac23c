import { z } from 'zod'
import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { notify } from '../../notices.ts'
import { type Caller, command, execute, type Transaction } from '../../transact.ts'
import { overdueAgreements } from '../queries.ts'
import { agreementNotices } from './tell.ts'

/** Most agreements of one transaction; the next one takes the rest. */
const mostAtOnce = 100

const due = (now: Date): Prisma.FkpAgreementWhereInput => ({ remindedAt: null, ...overdueAgreements(civilDate(now)) })

async function lockDue(tx: Transaction, now: Date) {
  const found = await tx.fkpAgreement.findMany({
    where: due(now),
    orderBy: { id: 'asc' },
    take: mostAtOnce,
    select: { id: true },
  })
  const ids = found.map(({ id }) => id)
  await tx.$queryRaw(Prisma.sql`SELECT id FROM fkp_agreement WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`)
  return tx.fkpAgreement.findMany({
    where: { id: { in: ids }, AND: [due(now)] },
    orderBy: { id: 'asc' },
    include: { fkp: { select: { id: true, title: true, unitId: true } } },
  })
}

const remindSome = command({
  input: z.strictObject({}),
  load: (tx, _input, _actor, now) => lockDue(tx, now),
  allow: ({ kind }, rows) => {
    if (kind !== 'SYSTEM') return refuse('FORBIDDEN', 'Langkah ini berjalan otomatis.', 'This step runs by itself.')
    return rows.length > 0 || refuse('WRONG_STATE', 'Tidak ada kesepakatan yang terlambat.', 'No agreement is overdue.')
  },
  run: async ({ tx, subject: rows, now }) => {
    const ids = rows.map(({ id }) => id)
    await tx.fkpAgreement.updateMany({ where: { id: { in: ids } }, data: { remindedAt: now } })
    const over = rows.map(({ fkp, ownerId }) => ({ id: fkp.id, unitId: fkp.unitId, employeeId: ownerId }))
    const holders = await holdersOf(tx, 'forums.manage', over, civilDate(now))
    const notices = rows.flatMap((row) => agreementNotices(row.fkp, [row], 'fkp.agreementOverdue', holders.get(row.fkp.id) ?? []))
    await notify(tx, notices, now)
    return { result: ids.length, entity: { type: 'FkpAgreement', id: ids[0] ?? '' }, changes: { reminded: [null, ids] } }
  },
  audit: 'fkp.reminded',
})

/** Tells the owners of overdue agreements, and who manages the forums of the unit, once each. Runs daily; a second run finds nothing. */
export async function remindAgreements(database: Database, caller: Caller): Promise<void> {
  while ((await database.prisma.fkpAgreement.count({ where: due(caller.now), take: 1 })) > 0) {
    await execute(database, remindSome, {}, caller)
  }
}
