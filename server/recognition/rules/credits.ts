import { type Jenjang, jenjangOf } from '../../appraisals/rules/angka-kredit.ts'
import { monthsIn, type Stretch } from '../../appraisals/rules/parts.ts'
import { exact, type Numeric, roundHalfUp, sum } from '../../math.ts'

/** What angka kredit is needed for, by jenjang (PermenPANRB 1/2023, PerBKN 3/2023): for the next rank inside it, and for the next jenjang; null where there is none. */
export const creditNeeds = {
  PEMULA: { rank: 15, promotion: 15, next: 'TERAMPIL' },
  TERAMPIL: { rank: 20, promotion: 60, next: 'MAHIR' },
  MAHIR: { rank: 50, promotion: 100, next: 'PENYELIA' },
  PENYELIA: { rank: 100, promotion: null, next: null },
  AHLI_PERTAMA: { rank: 50, promotion: 100, next: 'AHLI_MUDA' },
  AHLI_MUDA: { rank: 100, promotion: 200, next: 'AHLI_MADYA' },
  AHLI_MADYA: { rank: 150, promotion: 450, next: 'AHLI_UTAMA' },
  AHLI_UTAMA: { rank: 200, promotion: null, next: null },
} as const satisfies Record<Jenjang, { rank: number; promotion: number | null; next: Jenjang | null }>

/** A stretch of the appraised period under one plan, with the level of the post that the plan was made for. */
export type CreditStretch = Stretch & { readonly level: string | null }

export type CreditRow = { readonly jenjang: Jenjang; readonly months: number }

/**
 * Which jenjang the months of an appraisal count for: one row for each jenjang held, in whole months (half-up over the days), 1 to 12; stretches outside a
 * functional post earn nothing.
 */
export function creditRows(stretches: readonly CreditStretch[]): CreditRow[] {
  const byJenjang = Map.groupBy(stretches, ({ level }) => jenjangOf(level ?? ''))
  return [...byJenjang].flatMap(([jenjang, own]) => {
    if (jenjang === null) return []
    const months = Math.min(roundHalfUp(sum(own.map(monthsIn)), 0), 12)
    return months > 0 ? [{ jenjang, months }] : []
  })
}

/** One row of angka kredit as the progress reads it. */
export type EarnedCredit = {
  readonly jenjang: string
  readonly credit: Numeric
  readonly isProvisional: boolean
  /** Last day of the appraised period, ISO. */
  readonly endsOn: string
}

export type CreditGoal = {
  readonly kind: 'RANK' | 'JENJANG'
  /** Angka kredit that is needed (PermenPANRB 1/2023). */
  readonly need: number
  /** Earned so far, 2 decimals. */
  readonly have: number
  readonly missing: number
  readonly isMet: boolean
}

export type CreditProgress = {
  readonly jenjang: Jenjang
  readonly nextJenjang: Jenjang | null
  /** Rows add up as they were rounded; provisional ones are told apart and count for no goal (domain A11). */
  readonly total: number
  readonly provisional: number
  readonly goals: readonly CreditGoal[]
}

/**
 * How far somebody is towards the next rank and the next jenjang. For the rank count rows of the present jenjang whose period ended after the TMT of the rank; for
 * the jenjang all rows of it. What was earned before Tera is not in it.
 */
export function creditProgress(jenjang: Jenjang, rows: readonly EarnedCredit[], rankFrom: string | null): CreditProgress {
  const own = rows.filter((row) => row.jenjang === jenjang)
  const settled = own.filter(({ isProvisional }) => !isProvisional)
  const sinceRank = settled.filter(({ endsOn }) => rankFrom === null || endsOn > rankFrom)
  const { rank, promotion, next } = creditNeeds[jenjang]
  return {
    jenjang,
    nextJenjang: next,
    total: added(settled),
    provisional: added(own.filter(({ isProvisional }) => isProvisional)),
    goals: [goal('RANK', rank, added(sinceRank)), ...(promotion === null ? [] : [goal('JENJANG', promotion, added(settled))])],
  }
}

function goal(kind: CreditGoal['kind'], need: number, have: number): CreditGoal {
  const missing = Math.max(0, roundHalfUp(exact(need).minus(have), 2))
  return { kind, need, have, missing, isMet: missing === 0 }
}

function added(rows: readonly Pick<EarnedCredit, 'credit'>[]): number {
  return roundHalfUp(sum(rows.map(({ credit }) => credit)), 2)
}
