import { z } from 'zod'
import { returnToRater } from '../../appraisals/commands/moderation.ts'
import { DomainError } from '../../errors.ts'
import { type CalibrationProposal, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { underUnits } from '../../organization/queries.ts'
import { command, executeWithin, type Transaction } from '../../transact.ts'
import { mayDecideProposal, mayPropose, maySession, type ProposalFacts } from '../policy.ts'
import { visibleProposals } from '../queries.ts'
import { lockSession } from './sessions.ts'

const level = z.enum(['DI_ATAS', 'SESUAI', 'DI_BAWAH'])
const step = { id: z.uuid(), revision: z.int().min(0) } as const
const words = z.string().trim().min(30).max(4_000)

/**
 * Proposes other levels for an appraisal that is moderated, with the reason. `revision` is that of the session. Errors: FORBIDDEN, SELF_APPRAISAL,
 * STALE_VERSION, WRONG_STATE, INVALID_INPUT (not of this session, or the same levels).
 */
export const proposeChange = command({
  input: z.strictObject({
    sessionId: z.uuid(),
    revision: z.int().min(0),
    appraisalId: z.uuid(),
    result: level,
    behaviour: level,
    reason: words,
  }),
  load: async (tx, { sessionId, appraisalId }, actor) => {
    const session = await lockSession(tx, sessionId, actor)
    if (!session) return null
    const appraisal = await tx.appraisal.findFirst({
      where: { id: appraisalId, periodId: session.periodId, isCurrent: true, ...underUnits([session.unitId]) },
      select: { id: true, employeeId: true, state: true, predikat: true, resultRating: true, behaviourRating: true },
    })
    return appraisal && { session, appraisal }
  },
  allow: (actor, { session, appraisal }, now, { revision }) => {
    const held = maySession(actor, session, now, 'PROPOSE', revision)
    return held === true ? mayPropose(actor, appraisal.employeeId) : held
  },
  run: async ({ tx, input: { sessionId, result, behaviour, reason }, subject: { appraisal }, actor, now }) => {
    if (appraisal.state !== 'MODERASI') {
      throw new DomainError('WRONG_STATE', {
        id: 'Hanya penilaian yang sedang dimoderasi yang dapat diusulkan berubah.',
        en: 'Only an appraisal in moderation can be proposed to change.',
      })
    }
    if (appraisal.resultRating === result && appraisal.behaviourRating === behaviour) {
      const sentence = { id: 'Usulan sama dengan penilaian sekarang.', en: 'The proposal is what the rating says already.' }
      throw new DomainError('INVALID_INPUT', sentence, { result: sentence, behaviour: sentence })
    }
    const { id } = await tx.calibrationProposal.create({
      data: {
        sessionId,
        appraisalId: appraisal.id,
        fromPredikat: appraisal.predikat,
        resultRating: result,
        behaviourRating: behaviour,
        reason,
        proposedById: actor.employeeId,
        createdAt: now,
      },
      select: { id: true },
    })
    await tx.calibrationSession.update({ where: { id: sessionId }, data: { revision: { increment: 1 } } })
    return {
      result: { id },
      entity: { type: 'CalibrationProposal', id },
      changes: {
        state: [null, 'DIUSULKAN'],
        appraisal: [null, appraisal.id],
        resultRating: [appraisal.resultRating, result],
        behaviourRating: [appraisal.behaviourRating, behaviour],
      },
      reason,
    }
  },
  audit: 'calibration.proposed',
})

type LockedProposal = Omit<CalibrationProposal, keyof ProposalFacts> & ProposalFacts

/** Session before proposal, as every writer locks them. */
async function lockProposal(tx: Transaction, id: string, actor: Actor): Promise<LockedProposal | null> {
  const visible = await tx.calibrationProposal.findFirst({
    where: { id, AND: [visibleProposals(actor)] },
    select: { sessionId: true, appraisal: { select: { employeeId: true } } },
  })
  const session = visible && (await lockSession(tx, visible.sessionId, actor))
  if (!session) return null
  await tx.$queryRaw(Prisma.sql`SELECT id FROM calibration_proposal WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const proposal = await tx.calibrationProposal.findUniqueOrThrow({ where: { id } })
  return { ...proposal, rateeId: visible.appraisal.employeeId, session }
}

/**
 * The session agrees: the appraisal goes back to its penilai with the reason, and nobody else rewrites the rating. Errors: FORBIDDEN, SELF_APPRAISAL,
 * STALE_VERSION, WRONG_STATE (no quorum, session not open, appraisal no longer in moderation).
 */
export const agreeProposal = command({
  input: z.strictObject({ ...step, reason: words }),
  load: (tx, { id }, actor) => lockProposal(tx, id, actor),
  allow: (actor, proposal, now, { revision }) => mayDecideProposal(actor, proposal, now, 'AGREE', revision),
  run: async ({ tx, input: { id, reason }, subject, actor, now }) => {
    await settle(tx, subject, 'DISEPAKATI', reason, now)
    const { revision } = await tx.appraisal.findUniqueOrThrow({ where: { id: subject.appraisalId }, select: { revision: true } })
    await executeWithin(tx, returnToRater, { id: subject.appraisalId, revision, reason }, { actor, now })
    return {
      result: { id },
      entity: { type: 'CalibrationProposal', id },
      changes: { state: ['DIUSULKAN', 'DISEPAKATI'], appraisal: [null, subject.appraisalId] },
      reason,
    }
  },
  audit: 'calibration.agreed',
})

/** The session rejects: the rating stays as it is. Errors: FORBIDDEN, SELF_APPRAISAL, STALE_VERSION, WRONG_STATE. */
export const rejectProposal = command({
  input: z.strictObject({ ...step, reason: words }),
  load: (tx, { id }, actor) => lockProposal(tx, id, actor),
  allow: (actor, proposal, now, { revision }) => mayDecideProposal(actor, proposal, now, 'REJECT', revision),
  run: async ({ tx, input: { id, reason }, subject, now }) => {
    await settle(tx, subject, 'DITOLAK', reason, now)
    return {
      result: { id },
      entity: { type: 'CalibrationProposal', id },
      changes: { state: ['DIUSULKAN', 'DITOLAK'], appraisal: [null, subject.appraisalId] },
      reason,
    }
  },
  audit: 'calibration.rejected',
})

async function settle(
  tx: Transaction,
  { id, sessionId }: LockedProposal,
  state: 'DISEPAKATI' | 'DITOLAK',
  decisionReason: string,
  now: Date,
): Promise<void> {
  await tx.calibrationProposal.update({
    where: { id },
    data: { state, decisionReason, decidedAt: now, revision: { increment: 1 } },
  })
  await tx.calibrationSession.update({ where: { id: sessionId }, data: { revision: { increment: 1 } } })
}
