import type { Step } from '../../math.ts'

export type SanctionLevel = 'RINGAN' | 'SEDANG' | 'BERAT'

/** PP 94/2021: unexcused working days in a year, from the highest band down. */
const absenceBands = [
  { from: 28, level: 'BERAT', sanction: 'PDHTAPS' },
  { from: 25, level: 'BERAT', sanction: 'PEMBEBASAN_JADI_PELAKSANA_12' },
  { from: 21, level: 'BERAT', sanction: 'PENURUNAN_JABATAN_12' },
  { from: 17, level: 'SEDANG', sanction: 'POTONG_TUKIN_25_12' },
  { from: 14, level: 'SEDANG', sanction: 'POTONG_TUKIN_25_9' },
  { from: 11, level: 'SEDANG', sanction: 'POTONG_TUKIN_25_6' },
  { from: 7, level: 'RINGAN', sanction: 'PERNYATAAN_TIDAK_PUAS' },
  { from: 4, level: 'RINGAN', sanction: 'TEGURAN_TERTULIS' },
  { from: 3, level: 'RINGAN', sanction: 'TEGURAN_LISAN' },
] as const satisfies readonly { from: number; level: SanctionLevel; sanction: string }[]

/** Consecutive working days that alone lead to PDHTAPS (PP 94/2021). */
const consecutiveLimit = 10

export type Sanction = (typeof absenceBands)[number]['sanction']

export interface AbsenceSanction {
  readonly level: SanctionLevel | null
  readonly sanction: Sanction | null
  readonly steps: readonly Step[]
}

/**
 * F17: the sanction that PP 94/2021 names for unexcused absence; nulls below three days. `days` and `consecutiveDays` are working days.
 * It only tells: the superior must examine, and a named official decides.
 */
export function absenceSanction(days: number, consecutiveDays = 0): AbsenceSanction {
  const band = consecutiveDays >= consecutiveLimit ? absenceBands[0] : absenceBands.find(({ from }) => days >= from)
  const formula = consecutiveDays >= consecutiveLimit ? `consecutive days ≥ ${consecutiveLimit}` : 'band of days in the year'
  const steps = [{ formula, inputs: { days, consecutiveDays }, value: band?.sanction ?? null }]
  return { level: band?.level ?? null, sanction: band?.sanction ?? null, steps }
}
