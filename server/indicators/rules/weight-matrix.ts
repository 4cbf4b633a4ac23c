import { type Exact, exact, type Numeric, roundHalfUp, sum } from '../../math.ts'

/** What a version says of the weights. */
export type WeighedVersion = {
  readonly attribution: 'INDIVIDUAL' | 'TEAM' | 'UNIT'
  readonly familyWeights: readonly {
    readonly family: string
    readonly weight: Numeric
    readonly weightMin: Numeric | null
    readonly weightMax: Numeric | null
  }[]
}

/** An indicator with its version in force and the one that is being written; either may be missing, not both. */
export type WeighedIndicator = {
  readonly indicatorId: string
  readonly code: string
  readonly name: string
  readonly active: WeighedVersion | null
  readonly draft: (WeighedVersion & { readonly isSubmitted: boolean }) | null
}

/** What one indicator weighs for one family, in per cent of a plan. */
export type WeightCell = {
  readonly indicatorId: string
  readonly code: string
  readonly name: string
  readonly isUnitAttributed: boolean
  /** Null when the version in force does not name the family. */
  readonly weight: Exact | null
  readonly weightMin: Exact | null
  readonly weightMax: Exact | null
  /** What its open draft would make of it; the weight in force where there is no draft. Null when it would no longer name the family. */
  readonly draftWeight: Exact | null
  /** No draft, one that is written, or one that waits for approval. */
  readonly draftState: 'NONE' | 'DRAFT' | 'REVIU'
}

export type FamilyWeights = {
  readonly family: string
  /** Sum of the weights in force, and as it would be with every open draft published. Per cent. */
  readonly total: Exact
  readonly draftTotal: Exact
  /** Share of UNIT-attributed indicators in `draftTotal`, per cent with 2 decimals; null for a total of 0. */
  readonly unitShare: number | null
  /** `draftTotal` is 100 ± 0.01 (LOCAL, domain A3). */
  readonly isComplete: boolean
  /** `unitShare` above 30 %: too much for anyone but the head of a unit (LOCAL, domain B1). */
  readonly isUnitHeavy: boolean
  /** Heaviest first. */
  readonly cells: readonly WeightCell[]
}

/** Largest share in per cent of UNIT indicators in a plan, unless the person leads the unit (LOCAL, domain B1). */
export const unitShareMax = 30

/** How far a sum may lie from 100 per cent (LOCAL, domain A3). */
const sumTolerance = '0.01'

/** The catalogue seen from the position families: who carries which indicators with which weights. By family, in alphabetical order. */
export function weightMatrix(indicators: readonly WeighedIndicator[]): FamilyWeights[] {
  const cells = indicators.flatMap((indicator) => cellsOf(indicator))
  return [...Map.groupBy(cells, ({ family }) => family)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([family, ofFamily]) =>
      familyOf(
        family,
        ofFamily.map(({ cell }) => cell),
      ),
    )
}

function familyOf(family: string, cells: readonly WeightCell[]): FamilyWeights {
  const total = sum(cells.map(({ weight }) => weight ?? 0))
  const draftTotal = sum(cells.map(({ draftWeight }) => draftWeight ?? 0))
  const ofUnits = sum(cells.filter(({ isUnitAttributed }) => isUnitAttributed).map(({ draftWeight }) => draftWeight ?? 0))
  const share = draftTotal.isZero() ? null : ofUnits.times(100).div(draftTotal)
  return {
    family,
    total,
    draftTotal,
    unitShare: share === null ? null : roundHalfUp(share, 2),
    isComplete: draftTotal.minus(100).abs().lte(sumTolerance),
    isUnitHeavy: share?.gt(unitShareMax) ?? false,
    cells: cells.toSorted((a, b) => heaviness(b).cmp(heaviness(a)) || (a.code < b.code ? -1 : 1)),
  }
}

function heaviness({ weight, draftWeight }: WeightCell): Exact {
  return draftWeight ?? weight ?? exact(0)
}

function cellsOf({ indicatorId, code, name, active, draft }: WeighedIndicator): { family: string; cell: WeightCell }[] {
  const named = [...(active?.familyWeights ?? []), ...(draft?.familyWeights ?? [])].map(({ family }) => family)
  return [...new Set(named)].map((family) => {
    const inForce = active?.familyWeights.find((weight) => weight.family === family)
    const planned = (draft ?? active)?.familyWeights.find((weight) => weight.family === family)
    return {
      family,
      cell: {
        indicatorId,
        code,
        name,
        isUnitAttributed: (draft ?? active)?.attribution === 'UNIT',
        weight: amount(inForce?.weight),
        weightMin: amount(planned?.weightMin),
        weightMax: amount(planned?.weightMax),
        draftWeight: amount(planned?.weight),
        draftState: draft === null ? 'NONE' : draft.isSubmitted ? 'REVIU' : 'DRAFT',
      },
    }
  })
}

function amount(value: Numeric | null | undefined): Exact | null {
  return value === null || value === undefined ? null : exact(value)
}

export type Weights = WeighedVersion['familyWeights']

/**
 * The weights of a version with another one for a family; null takes the family out. A range that would no longer hold the weight is
 * widened to it, because a plan must be able to choose the usual weight.
 */
export function withWeight(weights: Weights, family: string, weight: Numeric | null): Weights {
  const others = weights.filter((one) => one.family !== family)
  if (weight === null) return others
  const before = weights.find((one) => one.family === family)
  const value = exact(weight)
  const [low, high] = [amount(before?.weightMin), amount(before?.weightMax)]
  return [
    ...others,
    {
      family,
      weight: value,
      weightMin: low?.gt(value) ? value : low,
      weightMax: high?.lt(value) ? value : high,
    },
  ]
}
