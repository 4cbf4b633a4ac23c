import type { Sentence } from '../../language.ts'
import type { DidImpact } from './did.ts'
import type { PreTrend } from './pre-trend.ts'

/** The claim ladder of D8, lowest first. What a text may say follows from the level alone. */
export const claimLevels = ['DESKRIPTIF', 'ASOSIASI', 'BUKTI_KUASI', 'BUKTI_KUAT'] as const
export type ClaimLevel = (typeof claimLevels)[number]

/** What the comparison showed. "No difference shown" is not "no effect", and too few to say is an answer. */
export type ImpactVerdict = 'NO_COMPARISON' | 'TOO_FEW' | 'NO_DIFFERENCE_SHOWN' | 'DIFFERENCE_SHOWN'

/** How it was decided who is trained and who is compared: by lot, matched, volunteers, or nobody is compared. */
export type Allocation = 'ACAK' | 'PADANAN' | 'SUKARELA' | 'PRA_PASCA'

/** Why the claim is not higher. */
export const claimLimits = {
  NO_COMPARISON: { id: 'Tidak ada kelompok pembanding.', en: 'There is no group to compare with.' },
  TOO_FEW: { id: 'Unit atau orang terlalu sedikit untuk dinyatakan.', en: 'There are too few units or people to say.' },
  INTERVAL_INCLUDES_ZERO: {
    id: 'Selang kepercayaan 95 % memuat nol: perbedaan tidak terlihat, yang bukan berarti tidak ada pengaruh.',
    en: 'The 95 % interval includes zero: no difference is shown, which does not mean that there is none.',
  },
  PRE_TREND_UNTESTED: {
    id: 'Tren sebelum pelatihan tidak dapat diuji (kurang dari tiga periode).',
    en: 'Trends before the training could not be tested (fewer than three periods).',
  },
  PRE_TREND_DIFFERS: {
    id: 'Tren kedua kelompok sudah berbeda sebelum pelatihan: perbedaan sesudahnya dapat berasal dari sana.',
    en: 'Both groups moved differently before the training already: the difference afterwards may come from there.',
  },
  NOT_MATCHED: {
    id: 'Pembanding tidak dipadankan; peserta mungkin memang berbeda sejak awal.',
    en: 'The comparison was not matched; those who were trained may have been different from the start.',
  },
  CONCURRENT_CHANGE: {
    id: 'Ada perubahan lain pada masa yang sama.',
    en: 'Something else changed at the same time.',
  },
  NOT_RANDOM: { id: 'Peserta tidak ditentukan secara acak.', en: 'It was not decided by lot who was trained.' },
  EXPLORATORY: {
    id: 'Analisis ini tidak didaftarkan sebelum pelatihan dimulai: bersifat eksploratif.',
    en: 'This analysis was not registered before the training started: it is exploratory.',
  },
  NOT_SIGNIFICANT_AFTER_HOLM: {
    id: 'Setelah koreksi Holm untuk beberapa indikator, perbedaan tidak lagi terlihat.',
    en: "After Holm's correction for several indicators no difference is shown.",
  },
} as const satisfies Record<string, Sentence>
export type ClaimLimit = keyof typeof claimLimits

export interface ClaimInput {
  readonly allocation: Allocation
  readonly nT: number
  readonly nC: number
  /** `didMinN`: 10 (LOCAL). */
  readonly minPerArm: number
  readonly did: Pick<DidImpact, 'ciLow' | 'ciHigh'> | null
  readonly preTrend: Pick<PreTrend, 'passed'> | null
  readonly hasConcurrentChange: boolean
  /** Not the outcome, windows and rule that were registered before the training. */
  readonly isExploratory: boolean
  /** Adjusted by Holm, for an outcome that is not the primary one; null for the primary one. */
  readonly adjustedP: number | null
}

export interface Claim {
  readonly verdict: ImpactVerdict
  readonly level: ClaimLevel
  readonly limits: readonly ClaimLimit[]
}

/** D8: the highest claim that design and data carry, and what holds it there. */
export function claimOf(input: ClaimInput): Claim {
  if (input.nC === 0 || input.allocation === 'PRA_PASCA') return lowest('NO_COMPARISON', 'NO_COMPARISON')
  const { did, preTrend } = input
  if (Math.min(input.nT, input.nC) < input.minPerArm || did === null || did.ciLow === null || did.ciHigh === null)
    return lowest('TOO_FEW', 'TOO_FEW')
  if (did.ciLow <= 0 && did.ciHigh >= 0) return lowest('NO_DIFFERENCE_SHOWN', 'INTERVAL_INCLUDES_ZERO')
  if (input.adjustedP !== null && input.adjustedP > 0.05) return lowest('NO_DIFFERENCE_SHOWN', 'NOT_SIGNIFICANT_AFTER_HOLM')

  const limits: ClaimLimit[] = []
  if (input.isExploratory) limits.push('EXPLORATORY')
  if (preTrend === null) limits.push('PRE_TREND_UNTESTED')
  else if (!preTrend.passed) limits.push('PRE_TREND_DIFFERS')
  if (input.hasConcurrentChange) limits.push('CONCURRENT_CHANGE')
  if (input.allocation === 'SUKARELA') limits.push('NOT_MATCHED')
  if (limits.length > 0) return { verdict: 'DIFFERENCE_SHOWN', level: 'ASOSIASI', limits }
  if (input.allocation === 'ACAK') return { verdict: 'DIFFERENCE_SHOWN', level: 'BUKTI_KUAT', limits }
  return { verdict: 'DIFFERENCE_SHOWN', level: 'BUKTI_KUASI', limits: ['NOT_RANDOM'] }
}

function lowest(verdict: ImpactVerdict, limit: ClaimLimit): Claim {
  return { verdict, level: 'DESKRIPTIF', limits: [limit] }
}
