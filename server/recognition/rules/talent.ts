import type { Level } from '../../appraisals/rules/indicator-achievement.ts'
import type { Predikat } from '../../appraisals/rules/predikat.ts'
import { exact, type Numeric } from '../../math.ts'
import { type TalentAxis, type TalentBox, talentBox } from './talent-box.ts'

/** Settings of the two axes; the cut-offs are the agency's own (LOCAL, PermenPANRB 3/2020 leaves them open). */
export type TalentSettings = {
  readonly talentPerformance: 'PREDIKAT' | 'RESULT'
  /** Least score of the potential assessment for TINGGI and for MENENGAH, 0–100. */
  readonly talentHighScore: number
  readonly talentMidScore: number
}

export type Performance = { readonly predikat: Predikat | null; readonly result: Level | null }

/** A score decides by the cut-offs; without one, what the assessors wrote. */
export type Potential = { readonly score: Numeric | null; readonly potential: TalentAxis }

const byPredikat = {
  SANGAT_BAIK: 'TINGGI',
  BAIK: 'MENENGAH',
  BUTUH_PERBAIKAN: 'RENDAH',
  KURANG: 'RENDAH',
  SANGAT_KURANG: 'RENDAH',
} as const satisfies Record<Predikat, TalentAxis>

const byLevel = { DI_ATAS: 'TINGGI', SESUAI: 'MENENGAH', DI_BAWAH: 'RENDAH' } as const satisfies Record<Level, TalentAxis>

/** Performance axis: by predikat, or by the level of hasil kerja (setting); null without a result. */
export function performanceAxis({ predikat, result }: Performance, { talentPerformance }: TalentSettings): TalentAxis | null {
  if (talentPerformance === 'PREDIKAT') return predikat && byPredikat[predikat]
  return result && byLevel[result]
}

/** Potential axis: TINGGI from the high cut-off on, MENENGAH from the middle one on. */
export function potentialAxis({ score, potential }: Potential, { talentHighScore, talentMidScore }: TalentSettings): TalentAxis {
  if (score === null) return potential
  const value = exact(score)
  if (value.gte(talentHighScore)) return 'TINGGI'
  return value.gte(talentMidScore) ? 'MENENGAH' : 'RENDAH'
}

/** Why somebody stands in no box. */
export type Unplaced = 'NO_RESULT' | 'NO_POTENTIAL'

export type Placement =
  | { readonly box: TalentBox; readonly performance: TalentAxis; readonly potential: TalentAxis }
  | { readonly box: null; readonly missing: Unplaced }

/** F19 for one person: where they stand, or what is missing. */
export function placeTalent(performance: Performance, potential: Potential | null, settings: TalentSettings): Placement {
  const across = performanceAxis(performance, settings)
  if (across === null) return { box: null, missing: 'NO_RESULT' }
  if (potential === null) return { box: null, missing: 'NO_POTENTIAL' }
  const up = potentialAxis(potential, settings)
  return { box: talentBox(across, up), performance: across, potential: up }
}
