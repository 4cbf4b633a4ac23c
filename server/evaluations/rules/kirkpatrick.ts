import { exact, mean, type Numeric, roundHalfUp } from '../../math.ts'

/** Kirkpatrick level 1: the questions of the reaction form, each answered 1–4 (D8). */
export const reactionQuestions = {
  MATERI: { id: 'Materi sesuai dengan pekerjaan saya', en: 'The contents fit my work' },
  PENGAJAR: { id: 'Pengajar menguasai dan menjelaskan materi', en: 'The teachers knew and explained the contents' },
  METODE: { id: 'Cara belajarnya membantu saya memahami', en: 'The way of teaching helped me to understand' },
  SARANA: { id: 'Tempat, waktu, dan sarana memadai', en: 'Place, time and facilities were adequate' },
  NIAT_PAKAI: { id: 'Saya akan memakai yang saya pelajari', en: 'I shall use what I learned' },
} as const

export const reactionScale = { least: 1, most: 4 } as const

/** Fewest answers of a question that are shown: nobody's answer can be told from the others (kInternal, LOCAL). */
export interface ReactionSummary {
  readonly responses: number
  /** Mean of all answers, 1–4, with 2 decimals; null below the least number of answers. */
  readonly mean: number | null
  /** In the order of the questions. */
  readonly questionMeans: readonly (number | null)[]
}

/** Level 1. `answers` holds one list per participant, in the order of the questions. */
export function reactionOf(answers: readonly (readonly number[])[], least: number): ReactionSummary {
  const questions = Object.keys(reactionQuestions)
  if (answers.length === 0 || answers.length < least)
    return { responses: answers.length, mean: null, questionMeans: questions.map(() => null) }
  return {
    responses: answers.length,
    mean: roundHalfUp(mean(answers.flat()), 2),
    questionMeans: questions.map((_question, index) => {
      const given = answers.flatMap((one) => one[index] ?? [])
      return given.length === 0 ? null : roundHalfUp(mean(given), 2)
    }),
  }
}

/** Level 2: normalised gain g = (post − pre)/(100 − pre), the share of what was missing that was learned. Null when pre = 100: undefined. */
function normalisedGain(pre: Numeric, post: Numeric) {
  const missing = exact(100).minus(pre)
  return missing.isZero() ? null : exact(post).minus(pre).div(missing)
}

export interface LearningSummary {
  /** People with both scores. */
  readonly n: number
  /** Means with 2 decimals; null when nobody has both scores. */
  readonly meanPre: number | null
  readonly meanPost: number | null
  /** Mean of the normalised gains, with 4 decimals; those who began at 100 have none. */
  readonly meanGain: number | null
}

/** Level 2 over the participants who have both scores (0–100). */
export function learningOf(scores: readonly { readonly pre: Numeric; readonly post: Numeric }[]): LearningSummary {
  const gains = scores.flatMap(({ pre, post }) => normalisedGain(pre, post) ?? [])
  const rounded = (values: readonly Numeric[], places: number) => (values.length === 0 ? null : roundHalfUp(mean(values), places))
  return {
    n: scores.length,
    meanPre: rounded(
      scores.map(({ pre }) => pre),
      2,
    ),
    meanPost: rounded(
      scores.map(({ post }) => post),
      2,
    ),
    meanGain: rounded(gains, 4),
  }
}
