import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AppraisalInputs, appraise, type PlannedItem, type PlannedRhk } from '../../../server/appraisals/rules/appraise.ts'
import { behaviourValues } from '../../../server/appraisals/rules/behaviour.ts'
import { freezeInputs } from '../../../server/appraisals/rules/frozen-inputs.ts'
import type { ItemDefinition, ItemTarget } from '../../../server/appraisals/rules/item.ts'
import { defaultAppraisalSettings } from '../../../server/appraisals/rules/settings.ts'
import { type StatedVersion, type Tried, tryDraft, type UsingAppraisal } from '../../../server/appraisals/rules/what-if.ts'
import { summarise } from '../../../server/appraisals/rules/what-if-summary.ts'

const definition: ItemDefinition = {
  polarity: 'MAXIMIZE',
  aggregation: 'TERAKHIR',
  frequency: 'TAHUNAN',
  factor: '1',
  minDenominator: null,
  maxValue: null,
  levelLow: null,
  levelHigh: null,
}
const single = (target: string | null): ItemTarget => ({ target, targetMin: null, targetMax: null, tolerancePct: null })
const stated = (target: string | null, familyWeights: Record<string, string> = {}): StatedVersion => ({
  definition,
  target: single(target),
  familyWeights,
})

type Item = { readonly weight: string; readonly value: string; readonly target: string; readonly isTried?: boolean }
type Plan = readonly { readonly weight: string; readonly kind?: 'UTAMA' | 'TAMBAHAN'; readonly items: readonly Item[] }[]

/** Seven values as expected by the superior. */
const behaviour = Object.fromEntries(
  behaviourValues.map((value) => [value, { ATASAN: [2], REKAN: [], BAWAHAN: [], DIRI: [] }]),
) as unknown as AppraisalInputs['behaviour']

/** What the computation makes of a plan, and how it is stored. */
function appraised(plan: Plan, version: StatedVersion = stated('80')) {
  const inputs = {
    legalStanding: 'AKTIF',
    plan: plan.map(({ weight, kind = 'UTAMA', items }) => ({
      kind,
      weight,
      items: items.map((item) => ({
        ...item,
        inputs: {
          ...(item.isTried ? version.definition : definition),
          ...single(item.target),
          quarters: [1, 2, 3, 4],
          notYetDue: [],
          measurements: [
            {
              id: 'm',
              quarter: 4,
              value: item.value,
              numerator: null,
              denominator: null,
              missingReason: null,
              measuredOn: '2025-12-28',
            },
          ],
        },
      })),
    })),
    behaviour,
    isMisconduct: false,
    settings: defaultAppraisalSettings,
  }
  const outcome = appraise<PlannedItem & Item, PlannedRhk<PlannedItem & Item> & { readonly weight: string }>(inputs)
  const stored: UsingAppraisal = {
    employeeId: 'e',
    unitId: 'u',
    legalStanding: inputs.legalStanding,
    settings: inputs.settings,
    standing: {
      score: outcome.result?.weightedScore ?? null,
      result: outcome.result?.rating ?? null,
      predikat: outcome.predikat,
    },
    behaviourRating: outcome.behaviour?.rating?.rating ?? null,
    rhks: outcome.rhks.map(({ planned: { kind, weight }, items }) => ({
      kind,
      weight,
      items: items.map(({ planned: item, result: { pct, missing, level } }) => ({
        weight: item.weight,
        pct: pct?.toString() ?? null,
        missing,
        level,
        tried: item.isTried ? { versionId: 'v1', inputs: freezeInputs(item.inputs) } : null,
      })),
    })),
  }
  return stored
}

const tryOn = (appraisal: UsingAppraisal, draft: StatedVersion, pinned: StatedVersion) =>
  tryDraft(appraisal, draft, new Map([['v1', pinned]]))

/** Two results; the indicator under trial is the first item of the first one. */
const planOf = (value: string, target = '80'): Plan => [
  {
    weight: '60',
    items: [
      { weight: '1', value, target, isTried: true },
      { weight: '2', value: '90', target: '100' },
    ],
  },
  { weight: '40', items: [{ weight: '1', value: '120', target: '100' }] },
]

describe('one appraisal under a draft', () => {
  const amount = fc.integer({ min: 1, max: 400 }).map(String)

  test('stays as it is when the draft says the same', () => {
    fc.assert(
      fc.property(amount, amount, amount, (value, target, catalogue) => {
        const version = stated(catalogue, { PERAWAT: '20', BIDAN: '60' })
        const { before, after, isLevelChanged } = tryOn(appraised(planOf(value, target)), version, version)
        expect(after).toEqual(before)
        expect(isLevelChanged).toBe(false)
      }),
    )
  })

  test('never gains by a higher target of MAXIMIZE', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 300 }), (value, target, more) => {
        const raised = stated(String(Number(target) + more))
        const { before, after } = tryOn(appraised(planOf(value, target)), raised, stated(target))
        expect(after.score ?? 0).toBeLessThanOrEqual(before.score ?? 0)
      }),
    )
  })

  test('is what a computation from the changed plan gives', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.constantFrom('MAXIMIZE', 'MINIMIZE', 'RANGE'),
        (value, target, renewed, polarity) => {
          const draft = { ...stated(renewed), definition: { ...definition, polarity, levelLow: '95' } }
          const { after } = tryOn(appraised(planOf(value, target)), draft, stated(target))
          expect(after).toEqual(appraised(planOf(value, renewed), draft).standing)
        },
      ),
    )
  })

  test('keeps an individually agreed target, and says so', () => {
    const own = tryOn(appraised(planOf('70', '75')), stated('200'), stated('80'))
    expect([own.after, own.hasOwnTarget]).toEqual([own.before, true])
    expect(tryOn(appraised(planOf('80')), stated('200'), stated('80.000'))).toMatchObject({
      hasOwnTarget: false,
      isLevelChanged: true,
    })
  })

  test('keeps every target where the draft leaves them to the plans', () => {
    const { before, after } = tryOn(appraised(planOf('70')), stated(null), stated('80'))
    expect(after).toEqual(before)
  })

  test('takes the tolerance of the draft also beside an own target', () => {
    const stabilize = (tolerancePct: string): StatedVersion => ({
      definition: { ...definition, polarity: 'STABILIZE' },
      target: { ...single('80'), tolerancePct },
      familyWeights: {},
    })
    const pinned = { ...stated('80'), definition: { ...definition, polarity: 'STABILIZE' as const } }
    const plan: Plan = [{ weight: '100', items: [{ weight: '1', value: '90', target: '100', isTried: true }] }]
    const before = appraised(plan, pinned)
    expect(before.standing.score).toBe(90)
    expect(tryOn(before, stabilize('10'), pinned).after.score).toBe(100)
  })

  test('loses its rating where too much weight has no usable value', () => {
    const draft = { ...stated('80'), definition: { ...definition, minDenominator: '10' } }
    const plan: Plan = [
      { weight: '60', items: [{ weight: '1', value: '90', target: '80', isTried: true }] },
      { weight: '40', items: [{ weight: '1', value: '90', target: '80' }] },
    ]
    expect(tryOn(appraised(plan), draft, stated('80')).after).toEqual({ score: null, result: null, predikat: null })
  })
})

describe('weights of the catalogue', () => {
  // The item carries 60 × 1 / 3 = 20 % of the plan at 87.5 % achievement, its neighbour 40 % at 90, the other result 40 % at 120.
  const plan = planOf('70')
  const scoreUnder = (pinned: Record<string, string>, draft: Record<string, string>, of: Plan = plan) =>
    tryOn(appraised(of), stated('80', draft), stated('80', pinned)).after.score

  test('are taken over where the plan took them; the others keep their share', () => {
    // (40 × 87.5 + 40 × 90) / 80 = 88.75; (80 × 88.75 + 40 × 120) / 120 = 99.17.
    expect(scoreUnder({ PERAWAT: '20' }, { PERAWAT: '40' })).toBe(99.17)
  })

  test('are gone for a family that the draft no longer names', () => {
    expect(scoreUnder({ PERAWAT: '20' }, { BIDAN: '20' })).toBe(105)
    const alone: Plan = [
      { weight: '20', items: [{ weight: '1', value: '70', target: '80', isTried: true }] },
      { weight: '80', items: [{ weight: '1', value: '110', target: '100' }] },
    ]
    expect(scoreUnder({ PERAWAT: '20' }, {}, alone)).toBe(110)
  })

  test('stay where the plan agreed on its own, and where the families with this weight part', () => {
    const kept = appraised(plan).standing.score
    expect(scoreUnder({ PERAWAT: '25' }, { PERAWAT: '40' })).toBe(kept)
    expect(scoreUnder({ PERAWAT: '20', BIDAN: '20' }, { PERAWAT: '40', BIDAN: '30' })).toBe(kept)
    expect(scoreUnder({ PERAWAT: '20', BIDAN: '20' }, { PERAWAT: '40', BIDAN: '40' })).toBe(99.17)
  })
})

describe('the sum of a what-if', () => {
  const moved = (employeeId: string, unitId: string, before: number | null, after: number | null): Tried => ({
    employeeId,
    unitId,
    before: { score: before, result: before === null ? null : 'SESUAI', predikat: before === null ? null : 'BAIK' },
    after: { score: after, result: after === null ? null : 'SESUAI', predikat: after === null ? null : 'BAIK' },
    isLevelChanged: before !== after,
    hasOwnTarget: false,
  })

  test('orders those who move by the size of the change, a lost score first, and does not depend on the order it is given', () => {
    const tried = [moved('a', 'u', 100, 101), moved('b', 'u', 90, null), moved('c', 'w', 80, 60), moved('d', 'w', 70, 70)]
    const summary = summarise(tried)
    expect(summary.movers.map(({ employeeId }) => employeeId)).toEqual(['b', 'c', 'a'])
    expect(summary.counts).toEqual({
      appraisals: 4,
      ownTargets: 0,
      changedLevel: 3,
      changedResult: 1,
      changedPredikat: 1,
      helped: 1,
      hurt: 1,
    })
    expect(summary.units).toEqual([
      { unitId: 'u', helped: 1, hurt: 0, changedPredikat: 1 },
      { unitId: 'w', helped: 0, hurt: 1, changedPredikat: 0 },
    ])
    expect(summary.predikatAfter).toEqual([
      { key: 'SANGAT_BAIK', count: 0 },
      { key: 'BAIK', count: 3 },
      { key: 'BUTUH_PERBAIKAN', count: 0 },
      { key: 'KURANG', count: 0 },
      { key: 'SANGAT_KURANG', count: 0 },
      { key: 'NONE', count: 1 },
    ])
    expect(summarise(tried.toReversed())).toEqual(summary)
  })

  test('measures the stability of the ranks with ties averaged, and says nothing where nothing can be ranked', () => {
    const stability = (pairs: readonly (readonly [number, number])[]) =>
      summarise(pairs.map(([before, after], at) => moved(`e${at}`, 'u', before, after))).rankStability
    expect(
      stability([
        [1, 10],
        [2, 20],
        [3, 30],
      ]),
    ).toBe(1)
    expect(
      stability([
        [1, 30],
        [2, 20],
        [3, 10],
      ]),
    ).toBe(-1)
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 × 5).
    expect(
      stability([
        [1, 1],
        [2, 2],
        [2, 3],
        [4, 4],
      ]),
    ).toBe(0.9487)
    expect(
      stability([
        [5, 1],
        [5, 2],
      ]),
    ).toBeNull()
    expect(stability([[5, 1]])).toBeNull()
  })

  test('names at most 50 units', () => {
    const tried = Array.from({ length: 60 }, (_, at) => moved(`e${at}`, `u${at}`, 1, 2))
    expect(summarise(tried).units).toHaveLength(50)
  })
})
