import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { type NewNotice, notify, settleNotices } from '../../notices.ts'
import { command, type Entity, type Transaction } from '../../transact.ts'
import { conflictVerdict, mayCheckpoint, personOf } from '../policy.ts'
import { checkpointFacts, type LockedCheckpoint, linesOf } from '../queries/facts.ts'
import { visibleCheckpoints } from '../queries.ts'
import { conflictOf } from '../rules/conflict.ts'
import { type ChecklistItem, checklistItems } from '../rules/words.ts'

const step = { id: z.uuid(), revision: z.int().min(0) } as const
const text = (least: number) => z.string().trim().min(least).max(4_000)
const level = z.int().min(0).max(3)

export function checkpointEntity({ id }: { readonly id: string }): Entity {
  return { type: 'Checkpoint', id }
}

type Loaded = LockedCheckpoint & { readonly employeeName: string; readonly programmeName: string }

/**
 * A checkpoint as it is after every command before this one. The actor and the person looked at are held as they are until the end of the command, so that
 * no line of reporting between them appears beside it. Null when there is none that the actor may see.
 */
async function lockCheckpoint(tx: Transaction, id: string, actor: Actor, others: readonly string[] = []): Promise<Loaded | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM checkpoint WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const checkpoint = await tx.checkpoint.findFirst({
    where: { id, AND: [visibleCheckpoints(actor)] },
    include: { employee: { select: { name: true } }, programme: { select: { name: true } } },
  })
  if (!checkpoint) return null
  const people = [checkpoint.employeeId, personOf(actor), ...others].filter((one) => one !== null)
  await tx.$queryRaw(Prisma.sql`SELECT id FROM employee WHERE id = ANY (${people}::uuid[]) ORDER BY id FOR SHARE`)
  const facts = (await checkpointFacts(tx, [id], actor)).get(id)
  const { employee, programme, ...row } = checkpoint
  return facts ? { ...row, ...facts, employeeName: employee.name, programmeName: programme.name } : null
}

export type Told = Pick<NewNotice, 'to' | 'kind'> & { readonly reason?: string; readonly dueAt?: Date | null }
export type Tellable = Pick<Loaded, 'id' | 'day' | 'revision' | 'employeeName' | 'programmeName'>

export function checkpointNotices(checkpoint: Tellable, told: readonly Told[]): NewNotice[] {
  const params = { day: String(checkpoint.day), employee: checkpoint.employeeName, programme: checkpoint.programmeName }
  return told.map(({ to, kind, reason, dueAt = null }) => ({
    to,
    kind,
    params: reason === undefined ? params : { ...params, reason },
    entity: checkpointEntity(checkpoint),
    dueAt,
    cause: `${checkpoint.id}:${checkpoint.revision}`,
  }))
}

async function passOn(tx: Transaction, checkpoint: Tellable, told: readonly Told[], now: Date): Promise<void> {
  await settleNotices(tx, checkpointEntity(checkpoint), now)
  await notify(tx, checkpointNotices(checkpoint, told), now)
}

const items = Object.keys(checklistItems) as [ChecklistItem, ...ChecklistItem[]]

/**
 * A member of the team says what they saw. Whoever is in the line of reporting of the person looked at is refused. A finding that is not good names what to do, who
 * does it and by when. Errors: CONFLICT_OF_INTEREST, FORBIDDEN, INVALID_INPUT, STALE_VERSION, WRONG_STATE.
 */
export const fileCheckpoint = command({
  input: z.strictObject({
    ...step,
    applied: level,
    checklist: z.array(z.enum(items)).max(items.length),
    obstacles: text(0),
    support: level,
    evidence: text(0),
    reading: z
      .string()
      .regex(/^-?\d{1,12}(\.\d{1,6})?$/)
      .nullish(),
    finding: z.enum(['BAIK', 'PERLU_TINDAK', 'KRITIS']),
    recommendation: text(0),
    actionDueOn: z.date().nullish(),
    ownerId: z.uuid().nullish(),
  }),
  load: (tx, { id }, actor) => lockCheckpoint(tx, id, actor),
  allow: (actor, checkpoint, now, { revision }) => mayCheckpoint(actor, checkpoint, now, 'FILE', revision),
  run: async ({ tx, input: { id, revision: _read, ...seen }, subject, actor, now }) => {
    const filedById = personOf(actor)
    if (seen.finding !== 'BAIK') await needsFollowUp(tx, seen)
    const data = {
      ...seen,
      checklist: [...new Set(seen.checklist)],
      reading: seen.reading ?? null,
      state: 'DIISI' as const,
      filedAt: now,
      filedById,
      reviewNote: null,
      revision: { increment: 1 },
    }
    await tx.checkpoint.update({ where: { id }, data })
    const leaders = subject.leaderIds.filter((leader) => leader !== filedById)
    await passOn(
      tx,
      subject,
      leaders.map((employeeId) => ({ to: { employeeId }, kind: 'checkpoint.toReview' as const })),
      now,
    )
    return {
      result: { id },
      entity: checkpointEntity(subject),
      changes: { state: [subject.state, 'DIISI'], finding: [null, seen.finding], applied: [null, seen.applied] },
    }
  },
  audit: 'checkpoint.filed',
})

type FollowUp = {
  readonly recommendation: string
  readonly ownerId?: string | null | undefined
  readonly actionDueOn?: Date | null | undefined
}

async function needsFollowUp(tx: Transaction, { recommendation, ownerId, actionDueOn }: FollowUp): Promise<void> {
  const fields = {
    ...(recommendation.length < 10
      ? { recommendation: { id: 'Tulis tindak lanjut yang disarankan.', en: 'Write what should be done.' } }
      : {}),
    ...(ownerId && (await tx.employee.count({ where: { id: ownerId } })) === 1
      ? {}
      : { ownerId: { id: 'Pilih penanggung jawab tindak lanjut.', en: 'Choose who is responsible for it.' } }),
    ...(actionDueOn ? {} : { actionDueOn: { id: 'Isi batas waktunya.', en: 'Say by when.' } }),
  }
  if (Object.keys(fields).length === 0) return
  const sentence = {
    id: 'Temuan yang perlu tindak lanjut menyebut saran, penanggung jawab, dan batas waktu.',
    en: 'A finding that needs action names the recommendation, who is responsible, and by when.',
  }
  throw new DomainError('INVALID_INPUT', sentence, fields)
}

/** Gives a filed checkpoint back to be completed. Errors: CONFLICT_OF_INTEREST, FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const returnCheckpoint = command({
  input: z.strictObject({ ...step, reason: text(10) }),
  load: (tx, { id }, actor) => lockCheckpoint(tx, id, actor),
  allow: (actor, checkpoint, now, { revision }) => mayCheckpoint(actor, checkpoint, now, 'RETURN', revision),
  run: async ({ tx, input: { id, reason }, subject, now }) => {
    await tx.checkpoint.update({
      where: { id },
      data: { state: 'JATUH_TEMPO', assigneeId: subject.filedById, reviewNote: reason, revision: { increment: 1 } },
    })
    const employeeId = subject.filedById
    await passOn(tx, subject, employeeId ? [{ to: { employeeId }, kind: 'checkpoint.toComplete', reason }] : [], now)
    return { result: { id }, entity: checkpointEntity(subject), changes: { state: [subject.state, 'JATUH_TEMPO'] }, reason }
  },
  audit: 'checkpoint.returned',
})

/** Reviews what a colleague filed; whoever is to act on it is told. Errors: CONFLICT_OF_INTEREST, FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const reviewCheckpoint = command({
  input: z.strictObject({ ...step, note: text(0) }),
  load: (tx, { id }, actor) => lockCheckpoint(tx, id, actor),
  allow: (actor, checkpoint, now, { revision }) => mayCheckpoint(actor, checkpoint, now, 'REVIEW', revision),
  run: async ({ tx, input: { id, note }, subject, actor, now }) => {
    await tx.checkpoint.update({
      where: { id },
      data: {
        state: 'DIREVIU',
        reviewedAt: now,
        reviewedById: personOf(actor),
        reviewNote: note || null,
        revision: { increment: 1 },
      },
    })
    const { ownerId, recommendation, actionDueOn } = subject
    const told: Told[] =
      ownerId && recommendation
        ? [{ to: { employeeId: ownerId }, kind: 'checkpoint.toAct', reason: recommendation, dueAt: actionDueOn }]
        : []
    await passOn(tx, subject, told, now)
    return { result: { id }, entity: checkpointEntity(subject), changes: { state: [subject.state, 'DIREVIU'] } }
  },
  audit: 'checkpoint.reviewed',
})

/** Closes a reviewed checkpoint, with what became of its recommendation. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const closeCheckpoint = command({
  input: z.strictObject({ ...step, reason: text(10) }),
  load: (tx, { id }, actor) => lockCheckpoint(tx, id, actor),
  allow: (actor, checkpoint, now, { revision }) => mayCheckpoint(actor, checkpoint, now, 'CLOSE', revision),
  run: ({ tx, input: { reason }, subject, now }) => close(tx, subject, reason, now),
  audit: 'checkpoint.closed',
})

/** Closes a checkpoint that nobody can file any more, with the reason. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const dropCheckpoint = command({
  input: z.strictObject({ ...step, reason: text(10) }),
  load: (tx, { id }, actor) => lockCheckpoint(tx, id, actor),
  allow: (actor, checkpoint, now, { revision }) => mayCheckpoint(actor, checkpoint, now, 'DROP', revision),
  run: ({ tx, input: { reason }, subject, now }) => close(tx, subject, reason, now),
  audit: 'checkpoint.dropped',
})

async function close(tx: Transaction, checkpoint: Loaded, reason: string, now: Date) {
  await tx.checkpoint.update({
    where: { id: checkpoint.id },
    data: { state: 'TUTUP', closedAt: now, closedReason: reason, revision: { increment: 1 } },
  })
  await settleNotices(tx, checkpointEntity(checkpoint), now)
  return {
    result: { id: checkpoint.id },
    entity: checkpointEntity(checkpoint),
    changes: { state: [checkpoint.state, 'TUTUP'] as const },
    reason,
  }
}

/** Gives a checkpoint to another member who is free of conflicts. Errors: CONFLICT_OF_INTEREST, FORBIDDEN, INVALID_INPUT, STALE_VERSION, WRONG_STATE. */
export const assignCheckpoint = command({
  input: z.strictObject({ ...step, assigneeId: z.uuid() }),
  load: (tx, { id, assigneeId }, actor) => lockCheckpoint(tx, id, actor, [assigneeId]),
  allow: (actor, checkpoint, now, { revision }) => mayCheckpoint(actor, checkpoint, now, 'ASSIGN', revision),
  run: async ({ tx, input: { id, assigneeId }, subject, now }) => {
    if (!subject.memberIds.includes(assigneeId)) {
      const sentence = { id: 'Pilih seorang anggota tim.', en: 'Choose a member of the team.' }
      throw new DomainError('INVALID_INPUT', sentence, { assigneeId: sentence })
    }
    const lines = await linesOf(tx, [assigneeId, subject.employeeId])
    const [monitor, person] = [lines.get(assigneeId), lines.get(subject.employeeId)]
    const verdict = conflictVerdict(monitor && person ? conflictOf(monitor, person) : null)
    if (verdict !== true) throw new DomainError(verdict.code, verdict.reason, { assigneeId: verdict.reason })
    await tx.checkpoint.update({ where: { id }, data: { assigneeId, revision: { increment: 1 } } })
    const isDue = subject.state !== 'TERJADWAL'
    await passOn(tx, subject, isDue ? [{ to: { employeeId: assigneeId }, kind: 'checkpoint.toFile' }] : [], now)
    return { result: { id }, entity: checkpointEntity(subject), changes: { assignee: [subject.assigneeId, assigneeId] } }
  },
  audit: 'checkpoint.assigned',
})
