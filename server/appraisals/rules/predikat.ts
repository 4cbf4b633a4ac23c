import { exact, roundHalfUp, type Step, sum } from '../../math.ts'
import type { Level } from './indicator-achievement.ts'

export type Predikat = 'SANGAT_BAIK' | 'BAIK' | 'BUTUH_PERBAIKAN' | 'KURANG' | 'SANGAT_KURANG'

/** PermenPANRB 6/2022: rows are hasil kerja, columns perilaku kerja. Written out, because no arithmetic on the axes gives it. */
const predikatTable = {
  DI_ATAS: { DI_BAWAH: 'KURANG', SESUAI: 'BAIK', DI_ATAS: 'SANGAT_BAIK' },
  SESUAI: { DI_BAWAH: 'KURANG', SESUAI: 'BAIK', DI_ATAS: 'BAIK' },
  DI_BAWAH: { DI_BAWAH: 'SANGAT_KURANG', SESUAI: 'BUTUH_PERBAIKAN', DI_ATAS: 'BUTUH_PERBAIKAN' },
} as const satisfies Record<Level, Record<Level, Predikat>>

/** `kuadranNilai` of SIASN. */
export const siasnPredikatCodes = {
  SANGAT_BAIK: 1,
  BAIK: 2,
  BUTUH_PERBAIKAN: 3,
  KURANG: 4,
  SANGAT_KURANG: 5,
} as const satisfies Record<Predikat, number>

/** Expectation codes of SIASN for either axis. */
export const siasnLevelCodes = { DI_ATAS: 1, SESUAI: 2, DI_BAWAH: 3 } as const satisfies Record<Level, number>

/** F4: predikat of an employee from the two axes (PermenPANRB 6/2022). */
export function predikatOf(hasil: Level, perilaku: Level): Predikat {
  return predikatTable[hasil][perilaku]
}

/** The calculation of F4 for an explanation. */
export function explainPredikat(hasil: Level, perilaku: Level): Step[] {
  return [
    { formula: 'table 3 × 3 (hasil kerja × perilaku kerja)', inputs: { hasil, perilaku }, value: predikatOf(hasil, perilaku) },
  ]
}

export interface PredikatPart {
  readonly predikat: Predikat
  /** Whole months that this SKP covered. */
  readonly months: number
  /** The low predikat comes from misconduct. */
  readonly misconduct?: boolean | null
}

const predikatScores = { SANGAT_BAIK: 5, BAIK: 4, BUTUH_PERBAIKAN: 3, KURANG: 2, SANGAT_KURANG: 1 } as const satisfies Record<
  Predikat,
  number
>
const predikatByScore = ['SANGAT_KURANG', 'KURANG', 'BUTUH_PERBAIKAN', 'BAIK', 'SANGAT_BAIK'] as const

/**
 * F23 (LOCAL): predikat of a year with several SKP, weighted by months. The class comes from the unrounded mean, half-up; misconduct in any
 * part is not averaged away: the year cannot exceed BUTUH_PERBAIKAN. `score` (5 best … 1, 2 decimals) stays the mean. Throws on an empty list.
 */
export function monthWeightedPredikat(parts: readonly PredikatPart[]): { score: number; predikat: Predikat; steps: Step[] } {
  const months = sum(parts.map((part) => part.months))
  if (!months.gt(0)) throw new RangeError('A year needs at least one part of at least one month.')
  const mean = sum(parts.map((part) => exact(part.months).times(predikatScores[part.predikat]))).div(months)
  const isMisconduct = parts.some((part) => part.misconduct && predikatScores[part.predikat] <= predikatScores.KURANG)
  const limit = isMisconduct ? predikatScores.BUTUH_PERBAIKAN : predikatScores.SANGAT_BAIK
  const classScore = Math.min(roundHalfUp(mean, 0), limit)
  const score = roundHalfUp(mean, 2)
  const predikat = predikatByScore[classScore - 1] ?? 'SANGAT_KURANG'
  return {
    score,
    predikat,
    steps: [
      {
        formula: 'Σ months·score / Σ months',
        inputs: { months: parts.map((p) => p.months), predikat: parts.map((p) => p.predikat) },
        value: score,
      },
      { formula: isMisconduct ? 'min(half-up(mean), 3)' : 'half-up(mean)', inputs: { mean: score }, value: predikat },
    ],
  }
}
