import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { DialogueStage, type Prisma } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { type Actor, refuse } from '../../identity/policy.ts'
import { notify, settleNotices } from '../../notices.ts'
import { dayText } from '../../organization/rules/days.ts'
import { command, type Transaction } from '../../transact.ts'
import { dialogueActions, skpActions } from '../policy.ts'
import { day, paragraph } from './inputs.ts'
import { type LockedSkp, lockedSkp } from './locks.ts'
import { penilaiOf } from './tell.ts'

const said = {
  stage: z.enum(DialogueStage),
  heldOn: day,
  clarified: paragraph(3, 4_000),
  agreements: paragraph(3, 4_000),
  support: paragraph(0, 4_000).nullish(),
}

/** Records a performance dialogue that penilai and employee held (domain A4); answers its id. The other side is asked to confirm it. */
export const recordDialogue = command({
  input: z.strictObject({ skpId: globalId('Skp'), ...said }),
  load: (tx, { skpId }, actor, now) => lockedSkp(tx, skpId, actor, now),
  allow: (actor, skp, now) => skpActions(actor, skp, now).RECORD_DIALOGUE,
  run: async ({ tx, input, subject: skp, actor, now }) => {
    if (input.heldOn > skp.today) throw future()
    const { id } = await tx.dialogue.create({
      data: { ...input, support: input.support ?? '', recordedById: actor.employeeId, createdAt: now },
      select: { id: true },
    })
    await askOther(tx, skp, id, actor, input.heldOn, 0, now)
    const changes = { stage: [null, input.stage], heldOn: [null, dayText(input.heldOn)] } as const
    return { result: id, entity: { type: 'Dialogue', id }, changes }
  },
  audit: 'dialogue.recorded',
})

/** Mends the record of a dialogue by its writer, until the other side has confirmed it. STALE_VERSION when it was changed since it was read. */
export const updateDialogue = command({
  input: z.strictObject({ id: globalId('Dialogue'), revision: z.int().min(0), ...said }),
  load: (tx, { id }, actor, now) => lockedDialogue(tx, id, actor, now),
  allow: (actor, subject, _now, { revision }) => decide(actor, subject, revision, 'CHANGE_DIALOGUE'),
  run: async ({ tx, input: { id, revision, ...content }, subject, actor, now }) => {
    if (content.heldOn > subject.plan.today) throw future()
    await tx.dialogue.update({
      where: { id },
      data: { ...content, support: content.support ?? '', revision: revision + 1 },
      select: { id: true },
    })
    await askOther(tx, subject.plan, id, actor, content.heldOn, revision + 1, now)
    const { dialogue } = subject
    const changes = {
      clarified: [dialogue.clarified, content.clarified],
      agreements: [dialogue.agreements, content.agreements],
      heldOn: [dayText(dialogue.heldOn), dayText(content.heldOn)],
    } as const
    return { result: id, entity: { type: 'Dialogue', id }, changes }
  },
  audit: 'dialogue.changed',
})

/** The other side confirms that a dialogue was held as written; from then on nobody changes it. */
export const confirmDialogue = command({
  input: z.strictObject({ id: globalId('Dialogue'), revision: z.int().min(0) }),
  load: (tx, { id }, actor, now) => lockedDialogue(tx, id, actor, now),
  allow: (actor, subject, _now, { revision }) => decide(actor, subject, revision, 'CONFIRM_DIALOGUE'),
  run: async ({ tx, input: { id, revision }, now }) => {
    await tx.dialogue.update({ where: { id }, data: { confirmedAt: now, revision: revision + 1 }, select: { id: true } })
    await settleNotices(tx, { type: 'Dialogue', id }, now)
    return { result: id, entity: { type: 'Dialogue', id }, changes: { confirmedAt: [null, now.toISOString()] } }
  },
  audit: 'dialogue.confirmed',
})

type LockedDialogue = {
  readonly dialogue: Prisma.DialogueGetPayload<object>
  readonly plan: LockedSkp
  readonly recordedById: string | null
  readonly confirmedAt: Date | null
}

/** A dialogue with its plan, which is locked: commands on one plan's dialogues follow each other. */
async function lockedDialogue(tx: Transaction, id: string, actor: Actor, now: Date): Promise<LockedDialogue | null> {
  const known = await tx.dialogue.findUnique({ where: { id }, select: { skpId: true } })
  const plan = known && (await lockedSkp(tx, known.skpId, actor, now))
  if (!plan) return null
  const dialogue = await tx.dialogue.findUniqueOrThrow({ where: { id } })
  return { dialogue, plan, recordedById: dialogue.recordedById, confirmedAt: dialogue.confirmedAt }
}

function decide(actor: Actor, subject: LockedDialogue, revision: number, action: 'CHANGE_DIALOGUE' | 'CONFIRM_DIALOGUE') {
  const verdict = dialogueActions(actor, subject)[action]
  if (verdict !== true && verdict.code !== 'WRONG_STATE') return verdict
  if (subject.dialogue.revision === revision) return verdict
  return refuse(
    'STALE_VERSION',
    'Catatan ini sudah diubah. Muat ulang lalu ulangi.',
    'This record was changed. Load it again and repeat.',
  )
}

async function askOther(
  tx: Transaction,
  skp: LockedSkp,
  id: string,
  actor: Actor,
  heldOn: Date,
  revision: number,
  now: Date,
): Promise<void> {
  const others = actor.employeeId === skp.employeeId ? penilaiOf(skp) : [{ employeeId: skp.employeeId }]
  await notify(
    tx,
    others.map((to) => ({
      ...{ to, kind: 'dialogue.toConfirm' as const, params: { name: actor.label, day: dayText(heldOn) } },
      ...{ entity: { type: 'Dialogue', id }, cause: `${id}:${revision}` },
    })),
    now,
  )
}

function future(): DomainError {
  const sentence = { id: 'Dialog dicatat setelah dilaksanakan.', en: 'A dialogue is recorded once it was held.' }
  return new DomainError('INVALID_INPUT', sentence, { heldOn: sentence })
}
