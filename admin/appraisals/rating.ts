import type { RatingInput } from './commands.ts'
import type { AppraisalLife, Level } from './data.ts'

/** Fewest characters of a reason or a basis (LOCAL); the server holds it in any case. */
export const leastReason = 30

/** A rating as it stands in the form. */
export type RatingDraft = {
  result: Level | ''
  behaviour: Level | ''
  resultCategory: string
  resultReason: string
  behaviourCategory: string
  behaviourReason: string
  basis: string
}

/** What the rules suggest: frozen beside the first rating, until then the computed levels themselves. */
export type Suggested = { result: Level | null; behaviour: Level | null; isDoubtful: (draft: RatingDraft) => boolean }

export function suggestedOf(appraisal: AppraisalLife): Suggested {
  const isRated = appraisal.timeline.some(({ state }) => state === 'DINILAI')
  const result = isRated ? appraisal.suggestedResult : appraisal.resultRating
  const behaviour = isRated ? appraisal.suggestedBehaviour : appraisal.behaviourRating
  return {
    result,
    behaviour,
    isDoubtful: (draft) =>
      (appraisal.resultAmbiguous === true && draft.result === result) ||
      (appraisal.behaviourAmbiguous === true && draft.behaviour === behaviour),
  }
}

/** The form begins with the suggestion, or with the rating that is given again. */
export function firstDraft(appraisal: AppraisalLife): RatingDraft {
  return {
    result: appraisal.resultRating ?? '',
    behaviour: appraisal.behaviourRating ?? '',
    resultCategory: appraisal.resultOverride ?? '',
    resultReason: appraisal.resultReason ?? '',
    behaviourCategory: appraisal.behaviourOverride ?? '',
    behaviourReason: appraisal.behaviourReason ?? '',
    basis: appraisal.qualitativeBasis ?? '',
  }
}

/** Which explanations this rating asks for; the server asks for the same ones. */
export function asked(suggested: Suggested, draft: RatingDraft) {
  const departs = (level: Level | null, chosen: string) => level !== null && chosen !== '' && chosen !== level
  const isUnmeasured = suggested.result === null || suggested.behaviour === null
  return {
    result: departs(suggested.result, draft.result),
    behaviour: departs(suggested.behaviour, draft.behaviour),
    basis: isUnmeasured || suggested.isDoubtful(draft),
    isUnmeasured,
  }
}

/** Ready to be sent: both levels, and every explanation that is asked for is long enough. */
export function isComplete(suggested: Suggested, draft: RatingDraft): boolean {
  const needs = asked(suggested, draft)
  const isLong = (text: string) => text.trim().length >= leastReason
  return (
    draft.result !== '' &&
    draft.behaviour !== '' &&
    (!needs.result || (draft.resultCategory !== '' && isLong(draft.resultReason))) &&
    (!needs.behaviour || (draft.behaviourCategory !== '' && isLong(draft.behaviourReason))) &&
    (!needs.basis || isLong(draft.basis))
  )
}

export function ratingInput({ id, revision }: AppraisalLife, suggested: Suggested, draft: RatingDraft): RatingInput {
  const needs = asked(suggested, draft)
  const override = (category: string, reason: string) => ({ category, reason: reason.trim() })
  return {
    id,
    revision,
    result: draft.result,
    behaviour: draft.behaviour,
    resultOverride: needs.result ? override(draft.resultCategory, draft.resultReason) : null,
    behaviourOverride: needs.behaviour ? override(draft.behaviourCategory, draft.behaviourReason) : null,
    qualitativeBasis: draft.basis.trim() === '' ? null : draft.basis.trim(),
  }
}
