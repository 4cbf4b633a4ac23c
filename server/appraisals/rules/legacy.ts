import { exact, type Numeric, roundHalfUp, type Step } from '../../math.ts'

export type LegacyScheme = '70_30' | '60_40'
export type LegacyPredikat = 'SANGAT_BAIK' | 'BAIK' | 'CUKUP' | 'KURANG' | 'SANGAT_KURANG'

export interface LegacyScoreInput {
  /** 0–120 */
  readonly skp: Numeric
  /** 0–120 */
  readonly perilaku: Numeric
  /** 60_40 where the agency asks peers and subordinates, else 70_30. */
  readonly scheme: LegacyScheme
  /** A new idea or method with benefit; without it the top class is out of reach. */
  readonly newIdea?: boolean | null
}

/** F5 (PP 30/2019 art. 41): numeric score of 2019–2021, 2 decimals half-up. The band is decided on the unrounded score. */
export function legacyScore(input: LegacyScoreInput): { value: number; predikat: LegacyPredikat; steps: Step[] } {
  const [skpShare, behaviourShare] = input.scheme === '70_30' ? [70, 30] : [60, 40]
  const score = exact(input.skp).times(skpShare).plus(exact(input.perilaku).times(behaviourShare)).div(100)
  const value = roundHalfUp(score, 2)
  const predikat = legacyBand(score, input.newIdea === true)
  return {
    value,
    predikat,
    steps: [
      {
        formula: `${skpShare}% × SKP + ${behaviourShare}% × perilaku`,
        inputs: { skp: exact(input.skp).toNumber(), perilaku: exact(input.perilaku).toNumber() },
        value,
      },
      { formula: 'band (PP 30/2019 art. 41)', inputs: { value, newIdea: input.newIdea === true }, value: predikat },
    ],
  }
}

function legacyBand(score: Numeric, newIdea: boolean): LegacyPredikat {
  const value = exact(score)
  if (value.gte(110) && newIdea) return 'SANGAT_BAIK'
  if (value.gte(90)) return 'BAIK'
  if (value.gte(70)) return 'CUKUP'
  return value.gte(50) ? 'KURANG' : 'SANGAT_KURANG'
}

export interface LegacyIkiInput {
  /** Achievement in per cent, ≥ 0. */
  readonly achievement: Numeric
  /** The target is the natural maximum: reaching it is the top class. */
  readonly maxAttainable?: boolean | null
}

/**
 * F5b: value of one indicator of a JPT (PermenPANRB 8/2021, annex). The achievement is first rounded to whole per cent,
 * then mapped to 0–120, 2 decimals half-up.
 */
export function legacyIkiValue(input: LegacyIkiInput): { category: LegacyPredikat; value: number; steps: Step[] } {
  const whole = roundHalfUp(input.achievement, 0)
  const { category, formula, value } = input.maxAttainable && whole >= 100 ? topClass('maximum reached → 120') : ikiBand(whole)
  const rounded = roundHalfUp(value, 2)
  return { category, value: rounded, steps: [{ formula, inputs: { c: whole }, value: rounded }] }
}

interface IkiBand {
  readonly category: LegacyPredikat
  readonly formula: string
  readonly value: Numeric
}

function topClass(formula: string): IkiBand {
  return { category: 'SANGAT_BAIK', formula, value: 120 }
}

function ikiBand(whole: number): IkiBand {
  if (whole > 110) return topClass('c > 110 → 120')
  if (whole > 100) {
    return {
      category: 'SANGAT_BAIK',
      formula: '110 + 10/9 × (c − 101)',
      value: exact(10)
        .times(whole - 101)
        .div(9)
        .plus(110),
    }
  }
  if (whole === 100) return { category: 'BAIK', formula: 'c = 100 → 109', value: 109 }
  if (whole >= 80) return { category: 'CUKUP', formula: '70 + (c − 80)', value: whole - 10 }
  if (whole >= 60) return { category: 'KURANG', formula: '50 + (c − 60)', value: whole - 10 }
  return { category: 'SANGAT_KURANG', formula: 'c/59 × 49', value: exact(whole).times(49).div(59) }
}
