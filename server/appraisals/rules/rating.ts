import type { ErrorCode } from '../../errors.ts'
import type { Sentence } from '../../language.ts'
import type { Level } from './indicator-achievement.ts'

/** Fewest characters of a reason that departs from the suggestion, or of a stated basis (domain A5). */
export const leastReason = 30

/** What the rules suggest for both axes, with what makes it doubtful. */
export interface Suggestion {
  /** Null while too little of the weight is measured. */
  readonly result: Level | null
  readonly resultAmbiguous: boolean
  /** Null while the seven values are not rated completely. */
  readonly behaviour: Level | null
  readonly behaviourAmbiguous: boolean
  /** A final disciplinary decision in the period decides the behaviour (LOCAL). */
  readonly isMisconduct: boolean
}

export interface Override<Category extends string = string> {
  readonly category: Category
  readonly reason: string
}

/** What a penilai decides. */
export interface Rating<Category extends string = string> {
  readonly result: Level
  readonly behaviour: Level
  readonly resultOverride: Override<Category> | null
  readonly behaviourOverride: Override<Category> | null
  /** What the judgement rests on where data are insufficient or a level is ambiguous. */
  readonly qualitativeBasis: string | null
}

export interface RatingFault {
  readonly code: ErrorCode
  readonly sentence: Sentence
  /** Input fields with what is missing in each. */
  readonly fields: Readonly<Record<string, Sentence>>
}

/**
 * What keeps a rating from being taken down, or null. A level that differs from the suggestion needs a category and a reason, an ambiguous one a
 * stated basis (PermenPANRB 6/2022: judgement with evidence; the 30 characters are LOCAL); without a suggestion the basis is all there is (domain
 * G2, INSUFFICIENT_DATA). Misconduct is no matter of opinion. All that is missing is told at once.
 */
export function ratingFault(suggestion: Suggestion, rating: Rating): RatingFault | null {
  if (suggestion.isMisconduct && rating.behaviour !== 'DI_BAWAH') {
    return { code: 'INVALID_INPUT', sentence: misconduct, fields: { behaviour: misconduct } }
  }
  const fields: Record<string, Sentence> = {
    ...overrideFault('result', suggestion.result, rating.result, rating.resultOverride),
    ...overrideFault('behaviour', suggestion.behaviour, rating.behaviour, rating.behaviourOverride),
  }
  const isUnmeasured = suggestion.result === null || suggestion.behaviour === null
  const hasBasis = (rating.qualitativeBasis?.trim().length ?? 0) >= leastReason
  if (!hasBasis && (isUnmeasured || isDoubtful(suggestion, rating))) fields.qualitativeBasis = isUnmeasured ? basis : doubt
  if (Object.keys(fields).length === 0) return null
  return isUnmeasured && fields.qualitativeBasis
    ? { code: 'INSUFFICIENT_DATA', sentence: basis, fields }
    : { code: 'REASON_REQUIRED', sentence: reasonMissing, fields }
}

/** The rating without reasons for a departure that is none. */
export function withoutIdleOverrides<Category extends string>(
  suggestion: Suggestion,
  rating: Rating<Category>,
): Rating<Category> {
  return {
    ...rating,
    resultOverride: departs(suggestion.result, rating.result) ? rating.resultOverride : null,
    behaviourOverride: departs(suggestion.behaviour, rating.behaviour) ? rating.behaviourOverride : null,
  }
}

function departs(suggested: Level | null, chosen: Level): boolean {
  return suggested !== null && suggested !== chosen
}

/** Somebody follows a suggestion that itself asks for a justification. */
function isDoubtful(suggestion: Suggestion, rating: Rating): boolean {
  return (
    (suggestion.resultAmbiguous && suggestion.result === rating.result) ||
    (suggestion.behaviourAmbiguous && suggestion.behaviour === rating.behaviour)
  )
}

function overrideFault(
  axis: 'result' | 'behaviour',
  suggested: Level | null,
  chosen: Level,
  override: Override | null,
): Record<string, Sentence> {
  if (!departs(suggested, chosen)) return {}
  if (override === null) return { [`${axis}Override`]: overrideMissing }
  return override.reason.trim().length < leastReason ? { [`${axis}Override.reason`]: reasonMissing } : {}
}

const overrideMissing = {
  id: 'Nilai ini berbeda dari saran. Pilih jenis alasannya dan jelaskan.',
  en: 'This level differs from the suggestion. Choose the kind of reason and explain it.',
}
const reasonMissing = {
  id: `Tulis alasan sedikitnya ${leastReason} huruf.`,
  en: `Give a reason of at least ${leastReason} characters.`,
}
const basis = {
  id: `Data tidak cukup untuk saran. Tulis dasar penilaian sedikitnya ${leastReason} huruf.`,
  en: `There are too few data for a suggestion. State what the rating rests on, in at least ${leastReason} characters.`,
}
const doubt = {
  id: `Saran ini ambigu. Tulis dasar penilaian sedikitnya ${leastReason} huruf.`,
  en: `The suggestion is ambiguous. State what the rating rests on, in at least ${leastReason} characters.`,
}
const misconduct = {
  id: 'Putusan disiplin yang final menetapkan perilaku di bawah ekspektasi.',
  en: 'A final disciplinary decision sets the behaviour below expectation.',
}
