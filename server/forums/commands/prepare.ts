import { z } from 'zod'
import { Prisma } from '../../generated/prisma/client.ts'
import { line } from '../../identity/commands/inputs.ts'
import { type Actor, refuse } from '../../identity/policy.ts'
import { newId } from '../../new-id.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import { dayText } from '../../organization/rules/days.ts'
import { command, type Entity, type Transaction } from '../../transact.ts'
import { type FkpFacts, type FkpMove, type FkpStep, fkpMoves, manages, mayStep } from '../policy.ts'
import { factsOf, partsOfFacts } from '../queries/facts.ts'
import { visibleFkps } from '../queries.ts'

/** Several lines of text for people. */
export const words = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll('\n', '')))

const roles = ['PENYELENGGARA', 'PENGGUNA_LAYANAN', 'AHLI', 'MEDIA', 'MASYARAKAT_SIPIL'] as const

const content = {
  title: line(5, 200),
  purpose: words(10, 2_000),
  place: line(3, 200),
  heldOn: z.date(),
  invitations: z
    .array(z.strictObject({ role: z.enum(roles), organisation: line(2, 200), person: line(2, 100).nullish() }))
    .max(100)
    .refine((all) => new Set(all.map(({ role, organisation }) => `${role} ${organisation}`)).size === all.length),
} as const

/** One forum, at the revision that the person read. */
export const step = { id: z.uuid(), revision: z.int().min(0) } as const

export type LockedFkp = FkpFacts & { readonly id: string; readonly title: string; readonly unitId: string }

/** Locked with what its policy must know; null when there is none that the actor may see. */
export async function lockFkp(tx: Transaction, id: string, actor: Actor): Promise<LockedFkp | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM fkp WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const row = await tx.fkp.findFirst({ where: { id, AND: [visibleFkps(actor)] }, include: partsOfFacts })
  if (!row) return null
  return { id, title: row.title, unitId: row.unitId, ...factsOf(row, row, await unitIdsAbove(tx, row.unitId)) }
}

export const entityOf = ({ id }: { readonly id: string }): Entity => ({ type: 'Fkp', id })

const invited = (fkpId: string, invitations: z.output<typeof content.invitations>) =>
  invitations.map(({ role, organisation, person = null }) => ({ id: newId(), fkpId, role, organisation, person }))

/** Drafts a forum of a unit, with those who are to be invited. Errors: FORBIDDEN beyond the reach of `forums.manage`, INVALID_INPUT. */
export const draftFkp = command({
  input: z.strictObject({ unitId: z.uuid(), ...content }),
  load: async (tx, { unitId }) => {
    const unit = await tx.unit.findFirst({ where: { id: unitId, closedOn: null }, select: { id: true } })
    return unit && { underUnitIds: await unitIdsAbove(tx, unitId) }
  },
  allow: (actor, { underUnitIds }) => manages(actor, underUnitIds),
  run: async ({ tx, input: { unitId, invitations, ...data }, actor, now }) => {
    const id = newId()
    const createdById = actor.kind === 'USER' ? actor.id : null
    await tx.fkp.create({ data: { id, unitId, ...data, createdById, createdAt: now }, select: { id: true } })
    await tx.fkpInvitation.createMany({ data: invited(id, invitations) })
    const changes = {
      title: [null, data.title],
      heldOn: [null, dayText(data.heldOn)],
      invitations: [null, invitations.length],
    } as const
    return { result: { id }, entity: entityOf({ id }), changes }
  },
  audit: 'fkp.drafted',
})

/** Changes a draft; those who are invited are saved whole. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE once invitations are out. */
export const updateFkp = command({
  input: z.strictObject({ ...step, ...content }),
  load: (tx, { id }, actor) => lockFkp(tx, id, actor),
  allow: (actor, fkp, now, { revision }) => mayStep(actor, fkp, now, 'EDIT_FKP', revision),
  run: async ({ tx, input: { id, revision: _revision, invitations, ...data }, subject }) => {
    await tx.fkpInvitation.deleteMany({ where: { fkpId: id } })
    await tx.fkpInvitation.createMany({ data: invited(id, invitations) })
    await tx.fkp.update({ where: { id }, data: { ...data, revision: { increment: 1 } }, select: { id: true } })
    const changes = {
      title: [subject.title, data.title],
      heldOn: [dayText(subject.heldOn), dayText(data.heldOn)],
      invitations: [subject.roles.length, invitations.length],
    } as const
    return { result: { id }, entity: entityOf({ id }), changes }
  },
  audit: 'fkp.changed',
})

type Data = Parameters<Transaction['fkp']['update']>[0]['data']

/** Writes the state that a move leads to. */
export async function moveTo(tx: Transaction, { id, state }: LockedFkp, move: FkpMove, data: Data = {}) {
  const { to } = fkpMoves[move]
  await tx.fkp.update({ where: { id }, data: { ...data, state: to, revision: { increment: 1 } }, select: { id: true } })
  return { result: { id }, entity: entityOf({ id }), changes: { state: [state, to] as const } }
}

/** A command that only moves a forum on. */
function plainMove(move: FkpMove, button: FkpStep, audit: 'fkp.scheduled' | 'fkp.opened') {
  return command({
    input: z.strictObject(step),
    load: (tx, { id }, actor) => lockFkp(tx, id, actor),
    allow: (actor, fkp, now, { revision }) => mayStep(actor, fkp, now, button, revision),
    run: ({ tx, subject }) => moveTo(tx, subject, move),
    audit,
  })
}

/** Sends the invitations. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE while one of the five kinds is missing (PermenPANRB 16/2017). */
export const scheduleFkp = plainMove('SCHEDULE', 'SCHEDULE_FKP', 'fkp.scheduled')

/** Opens the forum on its day. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE before the day. */
export const openFkp = plainMove('OPEN', 'OPEN_FKP', 'fkp.opened')

/** Calls a forum off that was not held, for a reason. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE, REASON_REQUIRED. */
export const cancelFkp = command({
  input: z.strictObject({ ...step, reason: z.string().trim().max(500) }),
  load: (tx, { id }, actor) => lockFkp(tx, id, actor),
  allow: (actor, fkp, now, { revision, reason }) => {
    const verdict = mayStep(actor, fkp, now, 'CANCEL_FKP', revision)
    if (verdict !== true) return verdict
    return reason.length >= 5 || refuse('REASON_REQUIRED', 'Tuliskan alasan pembatalan.', 'Say why it is called off.')
  },
  run: async ({ tx, input: { reason }, subject }) => ({
    ...(await moveTo(tx, subject, 'CANCEL', { cancelReason: reason })),
    reason,
  }),
  audit: 'fkp.cancelled',
})
