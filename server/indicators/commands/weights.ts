import { z } from 'zod'
import { globalId } from '../../identity/commands/inputs.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { exact } from '../../math.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayWeigh, openStates } from '../policy.ts'
import { contentOf } from '../rules/definition.ts'
import { withWeight } from '../rules/weight-matrix.ts'
import { editedBy } from './drafts.ts'
import { family, percent } from './inputs.ts'
import { type LockedVersion, lockedSource, personBehind } from './locks.ts'

const change = z.strictObject({
  indicatorId: globalId('Indicator'),
  /** Per cent of a plan; null takes the family out of the indicator. */
  weight: percent.nullable(),
})

/**
 * Proposes weights of a position family: each indicator that it names gets its weight in its open draft, and a draft where it has none. Nothing
 * is in force before somebody else has published the drafts. Answers the ids of the drafts. WRONG_STATE when a draft is under review or an
 * indicator was never published; its sum is not checked here, because a sum of 100 may take several steps.
 */
export const proposeFamilyWeights = command({
  input: z.strictObject({
    family,
    weights: z
      .array(change)
      .min(1)
      .max(100)
      .refine((weights) => new Set(weights.map(({ indicatorId }) => indicatorId)).size === weights.length, {
        error: 'Duplicate indicator',
      }),
  }),
  load: async (tx, { weights }, actor) => {
    // Always in the same order, so that two proposals wait for each other instead of deadlocking.
    const ids = weights.map(({ indicatorId }) => indicatorId).sort()
    const sources: LockedVersion[] = []
    for (const id of ids) {
      const source = await lockedSource(tx, id, actor)
      if (source === null) return null
      sources.push(source)
    }
    return { sources, editorId: await personBehind(tx, actor) }
  },
  allow: (actor, { sources }) =>
    mayWeigh(
      actor,
      sources.map(({ indicator }) => indicator.versions),
    ),
  run: async ({ tx, input, subject: { sources, editorId }, now }) => {
    const drafts: string[] = []
    const changes: Record<string, [string | null, string | null]> = {}
    for (const source of sources) {
      const wanted = input.weights.find(({ indicatorId }) => indicatorId === source.indicatorId)
      const weight = wanted?.weight ?? null
      const draft = await draftOf(tx, source, editorId, civilDate(now))
      const before = draft.familyWeights.find((one) => one.family === input.family)?.weight ?? null
      const weights = withWeight(draft.familyWeights, input.family, weight)
      await tx.indicatorVersion.update({
        where: { id: draft.id },
        data: {
          revision: draft.revision + 1,
          ...editedBy(editorId, draft.editorIds),
          familyWeights: {
            deleteMany: {},
            create: weights.map((one) => ({
              family: one.family,
              weight: exact(one.weight).toFixed(),
              weightMin: one.weightMin === null ? null : exact(one.weightMin).toFixed(),
              weightMax: one.weightMax === null ? null : exact(one.weightMax).toFixed(),
            })),
          },
        },
        select: { id: true },
      })
      drafts.push(draft.id)
      changes[source.indicator.code] = [before === null ? null : exact(before).toFixed(), weight]
    }
    return { result: drafts, entity: { type: 'PositionFamily', id: input.family }, changes }
  },
  audit: 'indicator.weightsProposed',
})

/** The open draft of the indicator, or a new one that copies the version in force and takes effect today at the earliest. */
async function draftOf(tx: Transaction, source: LockedVersion, editorId: string | null, today: Date) {
  const include = { familyWeights: true } as const
  const { indicatorId } = source
  const open = await tx.indicatorVersion.findFirst({ where: { indicatorId, state: { in: [...openStates] } }, include })
  if (open) return open
  return tx.indicatorVersion.create({
    data: {
      ...contentOf(source),
      effectiveFrom: new Date(Math.max(source.effectiveFrom.getTime(), today.getTime())),
      indicatorId,
      version: Math.max(...source.indicator.versions.map(({ version }) => version)) + 1,
      ...editedBy(editorId, []),
      familyWeights: {
        create: source.familyWeights.map(({ family: name, weight, weightMin, weightMax }) => ({
          family: name,
          weight,
          weightMin,
          weightMax,
        })),
      },
    },
    include,
  })
}
