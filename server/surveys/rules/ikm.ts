import { type Exact, exact, mean, type Numeric, roundHalfUp, type Step, sum } from '../../math.ts'

export type Mutu = 'A' | 'B' | 'C' | 'D'

/** How a service without a fee answers U4: left out, or counted as fully satisfied. */
export type FreeServiceU4 = 'EXCLUDE' | 'FOUR'

export interface IkmSettings {
  /** LOCAL: practice differs between offices. */
  readonly freeServiceU4: FreeServiceU4
}

export const defaultIkmSettings: IkmSettings = { freeServiceU4: 'EXCLUDE' }

export interface Ikm {
  /** Mean of each unsur (1–4, 4 decimals), in the order of the columns; null where nobody answered. */
  readonly nrr: readonly (number | null)[]
  /** 1 ÷ number of applicable unsur (4 decimals). */
  readonly weight: number | null
  /** 25–100, 2 decimals half-up; null without any valid answer. */
  readonly ikm: number | null
  readonly mutu: Mutu | null
  readonly steps: readonly Step[]
}

/** Position of U4 (Biaya/Tarif) among the unsur. */
const feeUnsur = 3

/**
 * F8 (PermenPANRB 14/2017): satisfaction index from the answers (1–4, null = not answered), one row a respondent, one column an unsur.
 * The weight stays an exact fraction: printing 0.11 would lower the maximum to 99. Rounded first, banded then.
 */
export function ikmFromAnswers(
  answers: readonly (readonly (number | null)[])[],
  settings: IkmSettings = defaultIkmSettings,
): Ikm {
  const columns = answers.reduce((most, row) => Math.max(most, row.length), 0)
  const nrr = Array.from({ length: columns }, (_, unsur) => {
    const valid = answers.flatMap((row) => row[unsur] ?? [])
    return valid.length === 0 ? null : mean(valid)
  })
  return ikmOf(nrr, settings)
}

/** F8 from the means of the unsur, where the answers themselves are not at hand. */
export function ikmFromNrr(nrr: readonly (Numeric | null)[], settings: IkmSettings = defaultIkmSettings): Ikm {
  return ikmOf(
    nrr.map((value) => (value === null ? null : exact(value))),
    settings,
  )
}

/** Band of PermenPANRB 14/2017 for an index on the scale 25–100 that is already rounded to 2 decimals. */
export function mutuOf(ikm: number): Mutu {
  if (ikm >= 88.31) return 'A'
  if (ikm >= 76.61) return 'B'
  return ikm >= 65 ? 'C' : 'D'
}

function ikmOf(answered: readonly (Exact | null)[], settings: IkmSettings): Ikm {
  const isAnswered = answered.some((value) => value !== null)
  const isFree = settings.freeServiceU4 === 'FOUR' && isAnswered
  const nrr = answered.map((value, unsur) => (value === null && unsur === feeUnsur && isFree ? exact(4) : value))
  const applicable = nrr.filter((value) => value !== null)
  const rounded = nrr.map((value) => (value === null ? null : roundHalfUp(value, 4)))
  if (applicable.length === 0) return { nrr: rounded, weight: null, ikm: null, mutu: null, steps: [] }
  const weight = roundHalfUp(exact(1).div(applicable.length), 4)
  const ikm = roundHalfUp(sum(applicable).times(25).div(applicable.length), 2)
  const mutu = mutuOf(ikm)
  return {
    nrr: rounded,
    weight,
    ikm,
    mutu,
    steps: [
      { formula: 'NRR = Σ answers / valid answers', inputs: {}, value: rounded },
      { formula: 'IKM = Σ NRR / unsur × 25', inputs: { nrr: rounded, unsur: applicable.length }, value: ikm },
      { formula: 'band of PermenPANRB 14/2017', inputs: { ikm }, value: mutu },
    ],
  }
}
