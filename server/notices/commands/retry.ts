import { z } from 'zod'
import { Prisma } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { command } from '../../transact.ts'
import { jobActions, mailActions } from '../policy.ts'

/** Begins a dead job again, at once. FORBIDDEN; WRONG_STATE for one that has not failed. */
export const retryJob = command({
  input: z.strictObject({ id: globalId('Job') }),
  load: async (tx, { id }) => {
    await tx.$queryRaw(Prisma.sql`SELECT id FROM job WHERE id = ${id}::uuid FOR UPDATE`)
    return tx.job.findUnique({ where: { id } })
  },
  allow: (actor, job) => jobActions(actor, job).RETRY,
  run: async ({ tx, input: { id }, subject: { kind, key }, now }) => {
    await tx.job.update({ where: { id }, data: { state: 'WAITING', attempts: 0, nextAt: now }, select: { id: true } })
    return {
      result: { id },
      entity: { type: 'Job', id },
      changes: { state: ['DEAD', 'WAITING'], kind: [kind, kind], key: [key, key] },
    }
  },
  audit: 'job.retried',
})

/** Puts a message that failed back among those that wait. FORBIDDEN; WRONG_STATE for one that has not failed. */
export const retryMail = command({
  input: z.strictObject({ id: globalId('OutboxMail') }),
  load: async (tx, { id }) => {
    await tx.$queryRaw(Prisma.sql`SELECT id FROM outbox_mail WHERE id = ${id}::uuid FOR UPDATE`)
    return tx.outboxMail.findUnique({ where: { id } })
  },
  allow: (actor, mail) => mailActions(actor, mail).RETRY,
  run: async ({ tx, input: { id }, now }) => {
    await tx.outboxMail.update({ where: { id }, data: { state: 'WAITING', attempts: 0, nextAt: now }, select: { id: true } })
    return { result: { id }, entity: { type: 'OutboxMail', id }, changes: { state: ['FAILED', 'WAITING'] } }
  },
  audit: 'mail.retried',
})
