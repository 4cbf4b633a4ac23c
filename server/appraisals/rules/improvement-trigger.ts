import type { Predikat } from './predikat.ts'

/** A final result as the trigger reads it. */
export type TriggeringResult = {
  readonly kind: 'PERIODIC' | 'ANNUAL'
  readonly year: number
  /** Number of the quarter or month within its year; 0 for a year. */
  readonly number: number
  readonly predikat: Predikat
}

/** Predikat that call for an improvement plan: Butuh Perbaikan and below. */
export const lowPredikat = ['BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'] as const satisfies readonly Predikat[]

export function isLow(predikat: Predikat): boolean {
  return (lowPredikat as readonly Predikat[]).includes(predikat)
}

/**
 * The results that oblige to open an improvement plan (LOCAL, domain A12, D7): the newest annual one when it is Butuh Perbaikan or below, else the two newest
 * periodic ones when both are and they follow each other. Empty when nothing does. `perYear` is the number of periods in a year: 4 or 12.
 */
export function improvementTrigger<Result extends TriggeringResult>(
  results: readonly Result[],
  perYear: 4 | 12,
): readonly Result[] {
  const place = ({ year, number }: Result) => year * perYear + number
  const newest = (kind: Result['kind']) => results.filter((one) => one.kind === kind).sort((a, b) => place(b) - place(a))
  const [annual] = newest('ANNUAL')
  if (annual && isLow(annual.predikat)) return [annual]
  const [last, before] = newest('PERIODIC')
  if (!last || !before || place(last) - place(before) !== 1) return []
  // A year that went well since then has settled the matter.
  if (annual && annual.year >= last.year) return []
  return isLow(last.predikat) && isLow(before.predikat) ? [before, last] : []
}
