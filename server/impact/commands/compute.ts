import { createHash } from 'node:crypto'
import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { Actor } from '../../identity/policy.ts'
import { newId } from '../../new-id.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayCompute } from '../policy.ts'
import { pointsOf, readingsWithin } from '../queries/outcomes.ts'
import { type Claim, claimOf } from '../rules/claim.ts'
import { holmAdjust } from '../rules/holm.ts'
import { type Comparison, compareOutcomes, type Reading } from '../rules/outcome.ts'
import { type DesignInForce, lockJudged, programmeEntity, registered } from './programme.ts'

/** Of the rules by which evaluations are computed; a change of them is a new number. */
const rulesVersion = '2026.1'

type Computed = {
  readonly outcome: string
  readonly isPrimary: boolean
  readonly isExploratory: boolean
  readonly readings: readonly Reading[]
  readonly comparison: Comparison
}

/**
 * Computes what a programme changed in each outcome that there are readings of, by its registered design (F11, F11b, D8). Each is a new version; the older ones
 * stay. An outcome that was not registered is exploratory. Errors: DESIGN_REQUIRED, FORBIDDEN, INSUFFICIENT_DATA, NOT_FOUND.
 */
export const computeImpact = command({
  input: z.strictObject({
    programmeId: z.uuid(),
    /** What else changed at the same time; it limits the claim. */
    concurrentChange: z.string().trim().max(2_000).nullish(),
  }),
  load: (tx, { programmeId }) => lockJudged(tx, programmeId),
  allow: (actor, { underUnitIds }) => mayCompute(actor, underUnitIds),
  run: async ({ tx, input: { concurrentChange }, subject, actor, now }) => {
    const design = registered(subject)
    const secondary = await tx.indicator.findMany({ where: { id: { in: design.secondaryIndicatorIds } }, select: { code: true } })
    const points = await pointsOf(tx, subject.id)
    if (points.size === 0)
      throw new DomainError('INSUFFICIENT_DATA', {
        id: 'Belum ada data luaran. Impor berkasnya, atau kumpulkan dari realisasi.',
        en: 'There are no readings yet. Import a file, or collect them from measurements.',
      })
    const named = new Set(secondary.map(({ code }) => code))
    const computed = [...points].map(([outcome, own]): Computed => {
      const readings = readingsWithin(own, design)
      const isPrimary = design.indicator === null ? points.size === 1 : outcome === design.indicator.code
      const isExploratory = design.isExploratory || !(isPrimary || named.has(outcome))
      return { outcome, isPrimary, isExploratory, readings, comparison: compareOutcomes(readings, design.minPerArm) }
    })
    const others = computed.filter(({ isPrimary }) => !isPrimary)
    const adjusted = holmAdjust(others.map(({ comparison }) => comparison.did?.p ?? 1))
    const change = concurrentChange || null
    const ids: string[] = []
    for (const one of computed) {
      const adjustedP = one.isPrimary ? null : (adjusted[others.indexOf(one)] ?? 1)
      const claim = claimOf({
        ...one.comparison,
        ...{ allocation: design.allocation, minPerArm: design.minPerArm, adjustedP },
        ...{ hasConcurrentChange: change !== null, isExploratory: one.isExploratory },
      })
      ids.push(await store(tx, design, one, claim, { adjustedP, concurrentChange: change, actor, now }))
    }
    return { result: { ids }, entity: programmeEntity(subject.id), changes: { evaluations: [null, ids] } }
  },
  audit: 'impact.computed',
  timeoutMs: 30_000,
})

type How = {
  readonly adjustedP: number | null
  readonly concurrentChange: string | null
  readonly actor: Actor
  readonly now: Date
}

async function store(
  tx: Transaction,
  design: DesignInForce,
  { outcome, isPrimary, isExploratory, readings, comparison }: Computed,
  claim: Claim,
  { adjustedP, concurrentChange, actor, now }: How,
): Promise<string> {
  const { programmeId } = design
  const last = await tx.impactEvaluation.aggregate({ where: { programmeId, outcome }, _max: { version: true } })
  await tx.impactEvaluation.updateMany({ where: { programmeId, outcome, isCurrent: true }, data: { isCurrent: false } })
  const { preTrend: trend, permutation, proportion } = comparison
  // Below the least number of units an interval would promise what it cannot hold (D8): the raw change alone is kept.
  const did = claim.verdict === 'TOO_FEW' || claim.verdict === 'NO_COMPARISON' ? null : comparison.did
  const decimal = (value: number | null | undefined) => value?.toFixed(6) ?? null
  const id = newId()
  await tx.impactEvaluation.create({
    data: {
      id,
      programmeId,
      designId: design.id,
      outcome,
      version: (last._max.version ?? 0) + 1,
      isPrimary,
      isExploratory,
      nTrained: comparison.nT,
      nCompared: comparison.nC,
      nDropped: comparison.dropped.length,
      rawChange: comparison.rawChange,
      effect: did?.effect ?? null,
      se: did?.se ?? null,
      df: did?.df ?? null,
      ciLow: did?.ciLow ?? null,
      ciHigh: did?.ciHigh ?? null,
      g: did?.g ?? null,
      p: decimal(did?.p),
      adjustedP: decimal(adjustedP),
      trendEffect: trend?.effect ?? null,
      trendSe: trend?.se ?? null,
      trendDf: trend?.df ?? null,
      trendLow: trend?.ciLow ?? null,
      trendHigh: trend?.ciHigh ?? null,
      trendPassed: trend?.passed ?? null,
      permutationP: decimal(permutation?.p),
      permutationSplits: permutation?.splits ?? null,
      proportionEffect: did && proportion ? proportion.effect : null,
      proportionSe: did && proportion ? proportion.se : null,
      proportionLow: did && proportion ? proportion.ciLow : null,
      proportionHigh: did && proportion ? proportion.ciHigh : null,
      cells: proportion ? Object.values(proportion.cells).flat() : [],
      verdict: claim.verdict,
      claimLevel: claim.level,
      limits: [...claim.limits],
      concurrentChange,
      rulesVersion,
      inputHash: createHash('sha256').update(JSON.stringify(readings)).digest('hex'),
      computedAt: now,
      computedById: actor.kind === 'USER' ? actor.id : null,
    },
  })
  await tx.impactChange.createMany({
    data: comparison.changes.map(({ subjectId, arm, pre, post, slope }) => ({
      id: newId(),
      evaluationId: id,
      ...(design.level === 'UNIT' ? { unitId: subjectId } : { employeeId: subjectId }),
      arm,
      pre: pre.toFixed(12),
      post: post.toFixed(12),
      slope: slope?.toFixed(12) ?? null,
    })),
  })
  return id
}
