import { z } from 'zod'
import { categories } from '../../complaints/commands/inputs.ts'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { newId } from '../../new-id.ts'
import { notify } from '../../notices.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayCloseAgreement, mayStep } from '../policy.ts'
import { visibleFkps } from '../queries.ts'
import { entityOf, lockFkp, moveTo, step, words } from './prepare.ts'
import { agreementNotices, settleAgreement } from './tell.ts'

const agreement = z.strictObject({ text: words(10, 1_000), ownerId: z.uuid(), dueOn: z.date() })

const issue = z.strictObject({
  unitId: z.uuid(),
  category: z.enum(categories),
  raisedBy: z.enum(['PENYELENGGARA', 'PENGGUNA_LAYANAN', 'AHLI', 'MEDIA', 'MASYARAKAT_SIPIL']),
  text: words(10, 2_000),
  agreements: z.array(agreement).max(10),
})

const outcome = z.strictObject({ ...step, attendedIds: z.array(z.uuid()).max(100), issues: z.array(issue).max(50) })

/**
 * Takes down what the forum brings, saved whole: who attended, the issues, and for each what was agreed with its owner and day. Errors: FORBIDDEN, STALE_VERSION,
 * WRONG_STATE unless it is under way, INVALID_INPUT: an unknown unit, owner or invitation, or a day before the forum.
 */
export const recordFkp = command({
  input: outcome,
  load: (tx, { id }, actor) => lockFkp(tx, id, actor),
  allow: (actor, fkp, now, { revision }) => mayStep(actor, fkp, now, 'RECORD_FKP', revision),
  run: async ({ tx, input, subject }) => {
    const { id, attendedIds, issues } = input
    await refuseUnknown(tx, input, subject.heldOn)
    await tx.fkpInvitation.updateMany({ where: { fkpId: id }, data: { attended: false } })
    await tx.fkpInvitation.updateMany({ where: { fkpId: id, id: { in: attendedIds } }, data: { attended: true } })
    await tx.fkpAgreement.deleteMany({ where: { fkpId: id } })
    await tx.fkpIssue.deleteMany({ where: { fkpId: id } })
    const rows = issues.map(({ agreements, ...one }, index) => ({
      id: newId(),
      fkpId: id,
      number: index + 1,
      ...one,
      agreements,
    }))
    await tx.fkpIssue.createMany({ data: rows.map(({ agreements: _agreements, ...row }) => row) })
    const agreed = rows.flatMap((row) => row.agreements.map((one) => ({ id: newId(), fkpId: id, issueId: row.id, ...one })))
    await tx.fkpAgreement.createMany({ data: agreed.map((row, index) => ({ ...row, number: index + 1 })) })
    await tx.fkp.update({ where: { id }, data: { revision: { increment: 1 } }, select: { id: true } })
    const changes = {
      issues: [subject.issues, issues.length],
      agreements: [null, agreed.length],
      attended: [null, attendedIds.length],
    } as const
    return { result: { id }, entity: entityOf({ id }), changes }
  },
  audit: 'fkp.recorded',
})

async function refuseUnknown(
  tx: Transaction,
  { id, attendedIds, issues }: z.output<typeof outcome>,
  heldOn: Date,
): Promise<void> {
  const [units, owners, invited] = [
    new Set(issues.map(({ unitId }) => unitId)),
    new Set(issues.flatMap(({ agreements }) => agreements.map(({ ownerId }) => ownerId))),
    new Set(attendedIds),
  ]
  const known = await Promise.all([
    tx.unit.count({ where: { id: { in: [...units] } } }),
    tx.employee.count({ where: { id: { in: [...owners] } } }),
    tx.fkpInvitation.count({ where: { fkpId: id, id: { in: [...invited] } } }),
  ])
  const isEarly = issues.some(({ agreements }) => agreements.some(({ dueOn }) => dueOn < heldOn))
  if (known[0] === units.size && known[1] === owners.size && known[2] === invited.size && !isEarly) return
  throw new DomainError('INVALID_INPUT', {
    id: 'Unit, penanggung jawab, atau undangan tidak dikenal, atau tenggat mendahului hari forum.',
    en: 'A unit, an owner or an invitation is unknown, or a day lies before the forum.',
  })
}

/** Settles the minutes: the owners are told what is theirs, and by when. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE while an issue has no agreement. */
export const closeFkp = command({
  input: z.strictObject({ ...step, minutes: words(50, 20_000) }),
  load: (tx, { id }, actor) => lockFkp(tx, id, actor),
  allow: (actor, fkp, now, { revision }) => mayStep(actor, fkp, now, 'CLOSE_FKP', revision),
  run: async ({ tx, input: { id, minutes }, subject, now }) => {
    const agreements = await tx.fkpAgreement.findMany({ where: { fkpId: id }, orderBy: { number: 'asc' } })
    await notify(tx, agreementNotices(subject, agreements, 'fkp.toFollowUp'), now)
    return moveTo(tx, subject, 'CLOSE', { minutes })
  },
  audit: 'fkp.closed',
})

/** Publishes the minutes as “you said, we did”: roles without names. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const publishFkp = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor) => lockFkp(tx, id, actor),
  allow: (actor, fkp, now, { revision }) => mayStep(actor, fkp, now, 'PUBLISH_FKP', revision),
  run: ({ tx, subject, now }) => moveTo(tx, subject, 'PUBLISH', { publishedAt: now }),
  audit: 'fkp.published',
})

/** The agreement, locked, with what its policy must know. */
async function lockAgreement(tx: Transaction, id: string, actor: Actor) {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM fkp_agreement WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const row = await tx.fkpAgreement.findFirst({
    where: { id, fkp: visibleFkps(actor) },
    include: { fkp: { select: { id: true, unitId: true, state: true } } },
  })
  return row && { ...row, fkpState: row.fkp.state, underUnitIds: await unitIdsAbove(tx, row.fkp.unitId) }
}

/**
 * Says what came of an agreement, done or not pursued: the public reads it under “we did”. Errors: FORBIDDEN to all but its owner and who manages the forums, WRONG_STATE,
 * EVIDENCE_REQUIRED: done without a link to a proof.
 */
export const closeFkpAgreement = command({
  input: z.strictObject({
    id: z.uuid(),
    isDone: z.boolean(),
    result: words(10, 2_000),
    proofUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullish(),
  }),
  load: (tx, { id }, actor) => lockAgreement(tx, id, actor),
  allow: (actor, row) => mayCloseAgreement(actor, row),
  run: async ({ tx, input: { id, isDone, result, proofUrl = null }, subject, now }) => {
    if (isDone && proofUrl === null) {
      const sentence = { id: 'Sertakan tautan bukti bahwa ini sudah dilakukan.', en: 'Link a proof that this was done.' }
      throw new DomainError('EVIDENCE_REQUIRED', sentence, { proofUrl: sentence })
    }
    const state = isDone ? 'SELESAI' : 'TIDAK_DILANJUTKAN'
    await tx.fkpAgreement.update({
      where: { id },
      data: { state, result, proofUrl, closedAt: now, revision: { increment: 1 } },
      select: { id: true },
    })
    await settleAgreement(tx, id, now)
    return {
      result: { fkpId: subject.fkp.id },
      entity: { type: 'FkpAgreement', id },
      changes: { state: ['BERJALAN', state] as const },
    }
  },
  audit: 'fkp.agreementClosed',
})

/** Links an issue to the pembinaan plan that takes it up, or takes the link away. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE, INVALID_INPUT. */
export const linkFkpIssue = command({
  input: z.strictObject({ ...step, issueNumber: z.int().min(1).max(50), planId: z.uuid().nullable() }),
  load: (tx, { id }, actor) => lockFkp(tx, id, actor),
  allow: (actor, fkp, now, { revision }) => mayStep(actor, fkp, now, 'LINK_FKP_ISSUE', revision),
  run: async ({ tx, input: { id, issueNumber, planId } }) => {
    const isKnown = planId === null || (await tx.pembinaanPlan.count({ where: { id: planId } })) > 0
    const where = { fkpId_number: { fkpId: id, number: issueNumber } }
    const before = await tx.fkpIssue.findUnique({ where, select: { planId: true } })
    if (!isKnown || !before) {
      throw new DomainError('INVALID_INPUT', { id: 'Isu atau rencana ini tidak dikenal.', en: 'This issue or plan is unknown.' })
    }
    await tx.fkpIssue.update({ where, data: { planId }, select: { id: true } })
    await tx.fkp.update({ where: { id }, data: { revision: { increment: 1 } }, select: { id: true } })
    return {
      result: { id },
      entity: entityOf({ id }),
      changes: { issue: [null, issueNumber], planId: [before.planId, planId] as const },
    }
  },
  audit: 'fkp.issueLinked',
})
