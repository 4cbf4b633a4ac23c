import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { refuse } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type Changes, command } from '../../transact.ts'
import { isPublished, mayCreate, versionActions } from '../policy.ts'
import { contentOf, differencesOf } from '../rules/definition.ts'
import { changedDefinition, indicatorCode, newDefinition, stated } from './inputs.ts'
import { lockedSource, lockedVersion, personBehind } from './locks.ts'

/** Enters an indicator with the first draft of its definition; answers the id of the draft. CONFLICT when the code is taken. */
export const createIndicator = command({
  input: z.strictObject({ code: indicatorCode, ...newDefinition }),
  load: async (tx, _input, actor) => ({ editorId: await personBehind(tx, actor) }),
  allow: (actor) => mayCreate(actor),
  run: async ({ tx, input, subject, now }) => {
    const { code, familyWeights, ...definition } = input
    // Two people may enter the same code at once: the unique index decides, without a failed statement.
    const [indicator] = await tx.indicator.createManyAndReturn({ data: [{ code, name: input.name }], skipDuplicates: true })
    if (!indicator) {
      const taken = { id: `Kode ${code} sudah dipakai indikator lain.`, en: `The code ${code} belongs to another indicator.` }
      throw new DomainError('CONFLICT', taken, { code: taken })
    }
    const { id } = await tx.indicatorVersion.create({
      data: {
        sourceSystem: '',
        sourceOwner: '',
        targetRule: 'FIXED',
        effectiveFrom: civilDate(now),
        ...stated(definition),
        name: input.name,
        indicatorId: indicator.id,
        version: 1,
        ...editedBy(subject.editorId, []),
        familyWeights: { create: familyWeights ?? [] },
      },
      select: { id: true },
    })
    return { result: id, entity: { type: 'IndicatorVersion', id }, changes: { code: [null, code], name: [null, input.name] } }
  },
  audit: 'indicator.drafted',
})

/**
 * Starts the next version as a copy of the one in force, to take effect today; answers the id of the draft. CONFLICT when the indicator
 * has a draft already, WRONG_STATE when no version is in force.
 */
export const draftIndicatorVersion = command({
  input: z.strictObject({ indicatorId: globalId('Indicator') }),
  load: (tx, { indicatorId }, actor) => lockedSource(tx, indicatorId, actor),
  allow: (actor, source) => versionActions(actor, source).DRAFT,
  run: async ({ tx, subject: source, actor, now }) => {
    const version = Math.max(...source.indicator.versions.map((known) => known.version)) + 1
    const { id } = await tx.indicatorVersion.create({
      data: {
        ...contentOf(source),
        effectiveFrom: new Date(Math.max(source.effectiveFrom.getTime(), civilDate(now).getTime())),
        indicatorId: source.indicatorId,
        version,
        ...editedBy(await personBehind(tx, actor), []),
        familyWeights: {
          create: source.familyWeights.map(({ family, weight, weightMin, weightMax }) => ({
            family,
            weight,
            weightMin,
            weightMax,
          })),
        },
      },
      select: { id: true },
    })
    return { result: id, entity: { type: 'IndicatorVersion', id }, changes: { version: [source.version, version] } }
  },
  audit: 'indicator.drafted',
})

/** Changes a draft; what the input leaves out stays. STALE_VERSION when somebody changed it since `revision` was read. */
export const updateIndicatorDraft = command({
  input: z.strictObject({ id: globalId('IndicatorVersion'), revision: z.int().min(0), ...changedDefinition }),
  load: (tx, { id }, actor) => lockedVersion(tx, id, actor),
  allow: (actor, draft, _now, { revision }) => {
    const verdict = versionActions(actor, draft).EDIT
    if (verdict !== true || draft.revision === revision) return verdict
    return refuse(
      'STALE_VERSION',
      'Draf ini sudah diubah orang lain. Muat ulang, lalu terapkan perubahan Anda.',
      'Somebody else changed this draft. Load it again and apply your change.',
    )
  },
  run: async ({ tx, input, subject: draft, actor }) => {
    const { id, revision, familyWeights, ...definition } = input
    const after = await tx.indicatorVersion.update({
      where: { id },
      data: {
        ...stated(definition),
        ...editedBy(await personBehind(tx, actor), draft.editorIds),
        revision: revision + 1,
        ...(familyWeights ? { familyWeights: { deleteMany: {}, create: familyWeights } } : {}),
      },
      include: { familyWeights: true },
    })
    if (!isPublished(draft.indicator.state)) {
      await tx.indicator.update({ where: { id: draft.indicatorId }, data: { name: after.name } })
    }
    const changes = differencesOf(draft, after).map((change) => [change.field, [change.before, change.after]] as const)
    return { result: id, entity: { type: 'IndicatorVersion', id }, changes: Object.fromEntries(changes) satisfies Changes }
  },
  audit: 'indicator.edited',
})

/** Throws a draft away; answers its id. An indicator that was never published goes with it, and its code is free again. */
export const discardIndicatorDraft = command({
  input: z.strictObject({ id: globalId('IndicatorVersion') }),
  load: (tx, { id }, actor) => lockedVersion(tx, id, actor),
  allow: (actor, draft) => versionActions(actor, draft).DISCARD,
  run: async ({ tx, subject: draft }) => {
    await tx.indicatorVersion.delete({ where: { id: draft.id } })
    if (!isPublished(draft.indicator.state)) await tx.indicator.delete({ where: { id: draft.indicatorId } })
    return {
      result: draft.id,
      entity: { type: 'IndicatorVersion', id: draft.id },
      changes: { code: [draft.indicator.code, null], version: [draft.version, null] },
    }
  },
  audit: 'indicator.discarded',
})

/** Who changed a draft last, and everybody who ever did: none of them approves it. */
export function editedBy(editorId: string | null, earlier: readonly string[]) {
  return { editedById: editorId, editorIds: [...new Set([...earlier, ...(editorId === null ? [] : [editorId])])] }
}
