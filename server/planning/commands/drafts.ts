import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma, SkpApproach } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import type { Actor } from '../../identity/policy.ts'
import { notify, settleNotices } from '../../notices.ts'
import { type Changes, command, type Transaction } from '../../transact.ts'
import { mayDraft, skpActions, staleSkp } from '../policy.ts'
import { draftees } from '../queries/draftees.ts'
import { loadPlans } from '../queries/plan-content.ts'
import { differencesOf } from '../rules/differences.ts'
import { spreadWeights } from '../rules/weights.ts'
import { planContent, readSkp, year } from './inputs.ts'
import { insertDrafts } from './insert-drafts.ts'
import { type LockedSkp, lockCascade, lockedSkp } from './locks.ts'
import { hasPlan, planYear } from './plan-year.ts'
import { writeContents } from './write-content.ts'

/**
 * Begins the plan of a person for a year, also before there is a superior; answers its id. By the employee, the penilai or the tim.
 * CONFLICT when there is a plan that is not closed, IMPORT_ONLY for teachers and principals, PERIOD_CLOSED, WRONG_STATE for somebody who does not serve.
 */
export const draftSkp = command({
  input: z.strictObject({
    employeeId: globalId('Employee'),
    year,
    approach: z.enum(SkpApproach).nullish(),
    leadsUnit: z.boolean().nullish(),
  }),
  load: async (tx, { employeeId }, actor, now) => (await draftees(tx, [employeeId], actor, now)).get(employeeId),
  allow: (actor, person) => mayDraft(actor, person),
  run: async ({ tx, input, actor, now }) => {
    const period = await planYear(tx, input.year)
    const { employeeId, approach, leadsUnit } = input
    const [draft] = await insertDrafts(
      tx,
      period.id,
      [{ employeeId, approach: approach ?? 'KUANTITATIF', leadsUnit: leadsUnit ?? false }],
      now,
    )
    if (!draft) throw hasPlan()
    await tellToWrite(tx, [draft], actor, input.year, now)
    return {
      result: draft.id,
      entity: { type: 'Skp', id: draft.id },
      changes: { state: [null, 'DRAFT'], year: [null, input.year] },
    }
  },
  audit: 'skp.drafted',
})

/** Tells those for whom somebody else began a plan that it is theirs to write. */
export async function tellToWrite(
  tx: Transaction,
  drafts: readonly { readonly id: string; readonly employeeId: string }[],
  actor: Actor,
  planned: number,
  now: Date,
): Promise<void> {
  await notify(
    tx,
    drafts
      .filter(({ employeeId }) => employeeId !== actor.employeeId)
      .map(({ id, employeeId }) => ({
        to: { employeeId },
        kind: 'skp.toWrite' as const,
        params: { year: String(planned) },
        entity: { type: 'Skp', id },
        cause: id,
      })),
    now,
  )
}

/**
 * Changes the content of a draft, of a returned plan or of one in revision: a list that is given replaces the one of the plan, what is left
 * out stays. Weights that are left open share what is missing to 100. STALE_VERSION when somebody changed it since `revision` was
 * read; CASCADE_CYCLE when a result would lead back to itself.
 */
export const updateSkp = command({
  input: z.strictObject({ ...readSkp, ...planContent }),
  load: (tx, { id }, actor, now) => lockedSkp(tx, id, actor, now),
  allow: (actor, skp, now, { revision }) => {
    const verdict = skpActions(actor, skp, now).EDIT
    if (verdict !== true && verdict.code !== 'WRONG_STATE') return verdict
    return skp.revision === revision ? verdict : staleSkp
  },
  run: async ({ tx, input, subject: skp, now }) => {
    const { id, approach, leadsUnit, rhk, appendices, expectations } = input
    const [before] = await loadPlans(tx, [id])
    if (rhk) {
      await lockCascade(tx)
      await refuseForeignLinks(
        tx,
        skp,
        rhk.flatMap(({ servesRhkId }) => servesRhkId ?? []),
      )
      const weights = spreadWeights(rhk.map(({ weight }) => weight))
      const rhks = rhk.map((one, index) => ({ ...one, weight: weights[index] ?? '0' }))
      await writeContents(tx, [{ plan: subjectOf(skp), rhks }])
    }
    await tx.skp.update({
      where: { id },
      data: {
        ...(approach ? { approach } : {}),
        ...(typeof leadsUnit === 'boolean' ? { leadsUnit } : {}),
        ...(appendices ? { appendices: { deleteMany: {}, create: appendices.filter(({ text }) => text !== '') } } : {}),
        ...(expectations ? { expectations: { deleteMany: {}, create: expectations.filter(({ text }) => text !== '') } } : {}),
        revision: { increment: 1 },
        updatedAt: now,
      },
      select: { id: true },
    })
    const [after] = await loadPlans(tx, [id])
    if (after?.rhks.some(({ isInCircle }) => isInCircle)) throw circle(after.rhks.findIndex(({ isInCircle }) => isInCircle))
    const changes = before && after ? changesOf(before, after) : {}
    return { result: id, entity: { type: 'Skp', id }, changes }
  },
  audit: 'skp.edited',
})

export function subjectOf(skp: Pick<LockedSkp, 'id' | 'employeeId' | 'unitId' | 'year' | 'state'>) {
  return { ...skp, keepsVersions: skp.state === 'REVISI' }
}

/** What changed, for the audit trail: one entry for each field of a result or an indicator, at most a hundred. */
function changesOf(before: Awaited<ReturnType<typeof loadPlans>>[number], after: typeof before): Changes {
  const rows = differencesOf(before, after).slice(0, 100)
  return Object.fromEntries([
    ...(before.approach === after.approach ? [] : [['approach', [before.approach, after.approach] as const] as const]),
    ...(before.leadsUnit === after.leadsUnit ? [] : [['leadsUnit', [before.leadsUnit, after.leadsUnit] as const] as const]),
    ...rows.map(
      (row) => [[row.result, row.indicator, row.what.en].filter(Boolean).join(' · '), [row.before, row.after] as const] as const,
    ),
  ])
}

/** Links lead to results of other people's plans of the same year. */
async function refuseForeignLinks(tx: Transaction, skp: LockedSkp, served: readonly string[]): Promise<void> {
  const distinct = [...new Set(served)]
  const known = await tx.rhk.count({
    where: { id: { in: distinct }, skp: { periodId: skp.periodId, employeeId: { not: skp.employeeId } } },
  })
  if (known === distinct.length) return
  const sentence = {
    id: 'RHK yang didukung harus milik orang lain pada tahun yang sama.',
    en: "The result served must be somebody else's of the same year.",
  }
  throw new DomainError('INVALID_INPUT', sentence, { rhk: sentence })
}

function circle(index: number): DomainError {
  const sentence = {
    id: 'Penyelarasan RHK berputar kembali ke dirinya. Pilih RHK lain.',
    en: 'What the result serves leads back to it. Choose another one.',
  }
  return new DomainError('CASCADE_CYCLE', sentence, { [`rhk.${index}.servesRhkId`]: sentence })
}

/** Throws a draft away; answers its id. What others linked to it is unlinked. WRONG_STATE once it was submitted. */
export const discardSkp = command({
  input: z.strictObject(readSkp),
  load: (tx, { id }, actor, now) => lockedSkp(tx, id, actor, now),
  allow: (actor, skp, now, { revision }) => {
    const verdict = skpActions(actor, skp, now).DISCARD
    if (verdict !== true && verdict.code !== 'WRONG_STATE') return verdict
    return skp.revision === revision ? verdict : staleSkp
  },
  run: async ({ tx, subject: skp, now }) => {
    await settleNotices(tx, { type: 'Skp', id: skp.id }, now)
    const talks = await tx.dialogue.count({ where: { skpId: skp.id } })
    if (talks > 0) {
      throw new DomainError('WRONG_STATE', {
        id: 'Rancangan ini sudah memiliki catatan dialog.',
        en: 'This draft has a record of a dialogue.',
      })
    }
    await tx.$executeRaw(Prisma.sql`DELETE FROM skp WHERE id = ${skp.id}::uuid`)
    return { result: skp.id, entity: { type: 'Skp', id: skp.id }, changes: { state: ['DRAFT', null] } }
  },
  audit: 'skp.discarded',
})
