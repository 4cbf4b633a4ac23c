import { z } from 'zod'
import { DomainError } from '../errors.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { civilDate } from '../identity/rules/civil-date.ts'
import { command } from '../transact.ts'
import { mayIssue, mayWithdraw } from './policy.ts'
import { draftEdition } from './queries.ts'
import { editionHash } from './rules/edition.ts'

/**
 * Issues the edition of a period for everybody, exactly as it was previewed (`contentHash`). CONFLICT: the period was published before; WRONG_STATE: it
 * ended too recently; STALE_VERSION: the figures changed since the preview.
 */
export const issueEdition = command({
  input: z.strictObject({ periodKey: z.string().max(10), contentHash: z.string().length(64) }),
  load: async (tx, { periodKey }) => {
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(726354, hashtext('public edition'))`)
    const period = await tx.period.findUnique({ where: { key: periodKey }, include: { publicEdition: { select: { id: true } } } })
    return period && { id: period.id, endsOn: period.endsOn, hasEdition: period.publicEdition !== null }
  },
  allow: (actor, facts, now) => mayIssue(actor, facts, civilDate(now)),
  run: async ({ tx, input: { periodKey, contentHash }, subject, actor, now }) => {
    const edition = await draftEdition(tx, periodKey)
    if (!edition || editionHash(edition) !== contentHash) {
      throw new DomainError('STALE_VERSION', {
        id: 'Data berubah sejak pratinjau. Lihat pratinjau lagi, lalu terbitkan.',
        en: 'The figures changed since the preview. Look at the preview again, then publish.',
      })
    }
    const newest = await tx.publicEdition.aggregate({ _max: { number: true } })
    const number = (newest._max.number ?? 0) + 1
    const content = edition as unknown as Prisma.InputJsonObject
    const data = { number, periodId: subject.id, content, contentHash, publishedAt: now, publishedById: actor.id }
    const { id } = await tx.publicEdition.create({ data, select: { id: true } })
    return {
      result: { id, number },
      entity: { type: 'PublicEdition', id },
      changes: { number: [null, number], period: [null, periodKey], contentHash: [null, contentHash] },
    }
  },
  audit: 'publication.issued',
})

/** Withdraws an edition with the reason that everybody reads; its figures are no longer shown. */
export const withdrawEdition = command({
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(10).max(1_000) }),
  load: async (tx, { id }) => {
    await tx.$queryRaw(Prisma.sql`SELECT id FROM public_edition WHERE id = ${id}::uuid FOR UPDATE`)
    return tx.publicEdition.findUnique({ where: { id } })
  },
  allow: (actor, edition) => mayWithdraw(actor, edition),
  run: async ({ tx, input: { id, reason }, now }) => {
    await tx.publicEdition.update({ where: { id }, data: { withdrawnAt: now, withdrawReason: reason }, select: { id: true } })
    return { result: { id }, entity: { type: 'PublicEdition', id }, changes: { withdrawn: [false, true] }, reason }
  },
  audit: 'publication.withdrawn',
})
