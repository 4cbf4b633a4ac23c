import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { globalId, reason } from '../../identity/commands/inputs.ts'
import { refuse } from '../../identity/policy.ts'
import { command, type Transaction } from '../../transact.ts'
import { isPublished, versionActions } from '../policy.ts'
import { contentHash, differencesOf } from '../rules/definition.ts'
import { faultsOf } from '../rules/faults.ts'
import { type LockedVersion, lockedVersion } from './locks.ts'

/** Submits a draft for approval (DRAFT → REVIU). INVALID_INPUT names each field of a definition that F1 could not work with. */
export const submitIndicatorDraft = command({
  input: z.strictObject({ id: globalId('IndicatorVersion') }),
  load: (tx, { id }, actor) => lockedVersion(tx, id, actor),
  allow: (actor, draft) => versionActions(actor, draft).SUBMIT,
  run: async ({ tx, subject: draft, now }) => {
    refuseFaults(draft)
    await tx.indicatorVersion.update({ where: { id: draft.id }, data: { state: 'REVIU', submittedAt: now, returnReason: null } })
    await followDraft(tx, draft, 'REVIU')
    return { result: draft.id, entity: { type: 'IndicatorVersion', id: draft.id }, changes: { state: ['DRAFT', 'REVIU'] } }
  },
  audit: 'indicator.submitted',
})

/** Returns a submitted draft to its author with a reason (REVIU → DRAFT). */
export const returnIndicatorDraft = command({
  input: z.strictObject({ id: globalId('IndicatorVersion'), reason }),
  load: (tx, { id }, actor) => lockedVersion(tx, id, actor),
  allow: (actor, draft) => versionActions(actor, draft).RETURN,
  run: async ({ tx, input, subject: draft }) => {
    await tx.indicatorVersion.update({
      where: { id: draft.id },
      data: { state: 'DRAFT', submittedAt: null, returnReason: input.reason },
    })
    await followDraft(tx, draft, 'DRAFT')
    const entity = { type: 'IndicatorVersion', id: draft.id }
    return { result: draft.id, entity, changes: { state: ['REVIU', 'DRAFT'] }, reason: input.reason }
  },
  audit: 'indicator.returned',
})

/**
 * Publishes a submitted draft (REVIU → AKTIF): its content is hashed and immutable from now on, and the version in force until now is
 * superseded (USANG). CONFLICT_OF_INTEREST for whoever wrote on the draft; STALE_VERSION when `revision` is given and is not the one read.
 */
export const publishIndicatorDraft = command({
  input: z.strictObject({ id: globalId('IndicatorVersion'), revision: z.int().min(0).nullish() }),
  load: (tx, { id }, actor) => lockedVersion(tx, id, actor),
  allow: (actor, draft, _now, { revision }) => {
    const verdict = versionActions(actor, draft).PUBLISH
    if (verdict !== true || (revision ?? draft.revision) === draft.revision) return verdict
    return refuse(
      'STALE_VERSION',
      'Draf ini sudah berubah sejak Anda membacanya. Baca lagi sebelum menyetujuinya.',
      'This draft has changed since you read it. Read it again before you approve it.',
    )
  },
  run: async ({ tx, subject: draft, actor, now }) => {
    const { id, indicatorId, indicator, version, name } = draft
    const previous = await tx.indicatorVersion.findFirst({
      where: { indicatorId, state: 'AKTIF' },
      include: { familyWeights: true },
    })
    if (previous) {
      await tx.indicatorVersion.update({ where: { id: previous.id }, data: { state: 'USANG', supersededAt: now } })
    }
    const hash = contentHash(indicator.code, version, draft)
    await tx.indicatorVersion.update({
      where: { id },
      data: { state: 'AKTIF', contentHash: hash, publishedAt: now, approvedById: actor.kind === 'USER' ? actor.id : null },
    })
    await tx.indicator.update({ where: { id: indicatorId }, data: { name, state: 'AKTIF' } })
    const content = previous
      ? differencesOf(previous, draft).map(({ field, before, after }) => [field, [before, after]] as const)
      : []
    return {
      result: id,
      entity: { type: 'IndicatorVersion', id },
      changes: {
        ...Object.fromEntries(content),
        state: ['REVIU', 'AKTIF'],
        version: [previous?.version ?? null, version],
        contentHash: [previous?.contentHash ?? null, hash],
      },
    }
  },
  audit: 'indicator.published',
})

/** An indicator that was never published stands where its only draft stands. */
async function followDraft(tx: Transaction, draft: LockedVersion, state: 'DRAFT' | 'REVIU'): Promise<void> {
  if (!isPublished(draft.indicator.state)) await tx.indicator.update({ where: { id: draft.indicatorId }, data: { state } })
}

function refuseFaults(draft: LockedVersion): void {
  const inForce = draft.indicator.versions.find(({ state }) => state === 'AKTIF')
  const surroundings = { code: draft.indicator.code, isCounterKnown: true, predecessorFrom: inForce?.effectiveFrom ?? null }
  const faults = faultsOf(draft, surroundings)
  if (faults.length === 0) return
  throw new DomainError(
    'INVALID_INPUT',
    {
      id: 'Draf ini belum lengkap. Perbaiki isian yang ditandai, lalu ajukan lagi.',
      en: 'This draft is not complete. Mend the marked fields, then submit it again.',
    },
    Object.fromEntries(faults.map(({ field, sentence }) => [field, sentence])),
  )
}
