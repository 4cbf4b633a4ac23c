import type { Definition } from '../../indicators/rules/definition.ts'

/** A definition without its weights (they follow from the plans) and without its first day (that follows from the clock). */
export type SeedDefinition = Omit<Definition, 'familyWeights' | 'effectiveFrom' | 'factor' | Amount> & {
  readonly factor: number
} & { readonly [Field in Amount]: number | null }

type Amount = 'target' | 'targetMin' | 'targetMax' | 'tolerancePct' | 'maxValue' | 'minDenominator' | 'levelLow' | 'levelHigh'

/** What most of the catalogue has in common: a share in per cent, counted in each quarter, the more the better. */
const share = {
  aspect: 'KUALITAS',
  unit: 'PERCENT',
  polarity: 'MAXIMIZE',
  aggregation: 'RASIO',
  factor: 100,
  frequency: 'TRIWULAN',
  attribution: 'INDIVIDUAL',
  exclusions: '',
  targetRule: 'FIXED',
  targetMin: null,
  targetMax: null,
  tolerancePct: null,
  maxValue: 100,
  minDenominator: null,
  levelLow: null,
  levelHigh: null,
  evidenceTypes: ['SYSTEM_FEED', 'OFFICIAL_DOCUMENT'],
  gamingRisks: '',
  counterIndicatorCode: null,
  lagDays: 5,
  baselinePeriod: null,
  caseMixVariables: [],
} as const satisfies Partial<SeedDefinition>

type Always = Pick<SeedDefinition, 'name' | 'target' | 'sourceSystem' | 'sourceOwner'>

/** A share of a total: numerator by denominator times the factor. */
export function ratio(
  given: Always & Pick<SeedDefinition, 'numeratorText' | 'denominatorText'> & Partial<SeedDefinition>,
): SeedDefinition {
  const factor = given.factor ?? share.factor
  const formulaText = `Σ ${given.numeratorText} ÷ Σ ${given.denominatorText}${factor === 1 ? '' : ` × ${factor}`}`
  return { ...share, formulaText, ...given }
}

/** A sum over the quarters that are due. */
export function total(given: Always & Pick<SeedDefinition, 'numeratorText'> & Partial<SeedDefinition>): SeedDefinition {
  const formulaText = `Jumlah ${given.numeratorText} selama masa penilaian`
  return {
    ...share,
    unit: 'COUNT',
    aspect: 'KUANTITAS',
    aggregation: 'JUMLAH',
    factor: 1,
    maxValue: null,
    denominatorText: '',
    formulaText,
    ...given,
  }
}

/** A score or index that is measured directly: the mean of the measurements, or the last one. */
export function reading(given: Always & Pick<SeedDefinition, 'formulaText'> & Partial<SeedDefinition>): SeedDefinition {
  return { ...share, unit: 'INDEX', aggregation: 'RATA', factor: 1, numeratorText: '', denominatorText: '', ...given }
}
