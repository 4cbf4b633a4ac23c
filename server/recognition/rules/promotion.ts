import type { Predikat } from '../../appraisals/rules/predikat.ts'
import type { CreditGoal } from './credits.ts'

export type PromotionPath = 'REGULER' | 'FUNGSIONAL'

/** What promotion looks at. Days are ISO dates. */
export type PromotionFacts = {
  readonly isPns: boolean
  readonly golongan: string | null
  /** TMT of the present rank. */
  readonly golonganFrom: string | null
  /** Angka kredit towards the next rank; null outside functional posts. */
  readonly credit: CreditGoal | null
  /** Final yearly results, newest first. */
  readonly results: readonly { readonly year: number; readonly predikat: Predikat; readonly isProvisional: boolean }[]
  readonly today: string
}

export type PromotionSettings = { readonly promotionMinPredikat: 'BAIK' | 'SANGAT_BAIK'; readonly promotionYears: number }

export type PromotionCondition = {
  readonly code: 'STATUS' | 'YEARS_IN_RANK' | 'PREDIKAT' | 'CREDIT'
  readonly isMet: boolean
  /** What there is and what is needed, as they are written in the sentence of the code. */
  readonly have: string | null
  readonly need: string
  /** Year that a PREDIKAT condition is about. */
  readonly year: number | null
  /** First day on which the condition can be met, where only time is missing. */
  readonly metOn: string | null
}

export type Promotion = {
  readonly path: PromotionPath
  readonly isEligible: boolean
  readonly conditions: readonly PromotionCondition[]
  /** First day of a month from which it can take effect (PerBKN 4/2025: every month since October 2025); null while anything but time is missing. */
  readonly earliestOn: string | null
}

/** Years in the rank (PP 99/2000; of functional posts art. 13). */
const yearsInRank = { REGULER: 4, FUNGSIONAL: 2 } as const satisfies Record<PromotionPath, number>

const order: readonly Predikat[] = ['SANGAT_KURANG', 'KURANG', 'BUTUH_PERBAIKAN', 'BAIK', 'SANGAT_BAIK']

/**
 * May somebody be proposed for the next rank, and what is missing (PP 99/2000, PerBKN 4/2025)? Each condition is told with what there is and what is needed. It proposes
 * nothing: education, vacancy, competency tests and the ceiling of the post are examined by people.
 */
export function promotionOf(facts: PromotionFacts, settings: PromotionSettings): Promotion {
  const path: PromotionPath = facts.credit === null ? 'REGULER' : 'FUNGSIONAL'
  const conditions = [
    status(facts),
    inRank(facts, yearsInRank[path]),
    ...predikats(facts, settings),
    ...(facts.credit === null ? [] : [credits(facts.credit)]),
  ]
  const isEligible = conditions.every(({ isMet }) => isMet)
  const waits = conditions.filter(({ isMet }) => !isMet)
  const onlyTime = waits.every(({ metOn }) => metOn !== null)
  const from = waits.reduce((latest, { metOn }) => (metOn !== null && metOn > latest ? metOn : latest), facts.today)
  return { path, isEligible, conditions, earliestOn: onlyTime ? firstOfMonth(from) : null }
}

function status({ isPns, golongan }: PromotionFacts): PromotionCondition {
  return {
    code: 'STATUS',
    isMet: isPns && golongan !== null,
    have: isPns ? golongan : null,
    need: 'PNS',
    year: null,
    metOn: null,
  }
}

function inRank({ golonganFrom, today }: PromotionFacts, years: number): PromotionCondition {
  const metOn = golonganFrom === null ? null : addYears(golonganFrom, years)
  const isMet = metOn !== null && metOn <= today
  return { code: 'YEARS_IN_RANK', isMet, have: golonganFrom, need: String(years), year: null, metOn: isMet ? null : metOn }
}

/** The last finished years, each by itself: a year without a final result is named as missing. */
function predikats(
  { results, today }: PromotionFacts,
  { promotionMinPredikat: least, promotionYears }: PromotionSettings,
): PromotionCondition[] {
  const newest = results[0]?.year ?? Number(today.slice(0, 4)) - 1
  return Array.from({ length: promotionYears }, (_, back) => {
    const year = newest - back
    const result = results.find((one) => one.year === year)
    const isGood = result !== undefined && order.indexOf(result.predikat) >= order.indexOf(least)
    return {
      code: 'PREDIKAT' as const,
      isMet: isGood && !result.isProvisional,
      have: result?.predikat ?? null,
      need: least,
      year,
      metOn: null,
    }
  })
}

function credits({ have, need, isMet }: CreditGoal): PromotionCondition {
  return { code: 'CREDIT', isMet, have: have.toFixed(2), need: String(need), year: null, metOn: null }
}

function addYears(day: string, years: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCFullYear(moved.getUTCFullYear() + years)
  return moved.toISOString().slice(0, 10)
}

/** The day itself when it begins a month, else the first of the next one. */
function firstOfMonth(day: string): string {
  if (day.endsWith('-01')) return day
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
