import { mean, roundHalfUp } from '../../math.ts'

/** Kirkpatrick level 1: the questions of the reaction form, each answered 1–4 (D8). */
export const reactionQuestions = {
  MATERI: { id: 'Materi sesuai dengan pekerjaan saya', en: 'The contents fit my work' },
  PENGAJAR: { id: 'Pengajar menguasai dan menjelaskan materi', en: 'The teachers knew and explained the contents' },
  METODE: { id: 'Cara belajarnya membantu saya memahami', en: 'The way of teaching helped me to understand' },
  SARANA: { id: 'Tempat, waktu, dan sarana memadai', en: 'Place, time and facilities were adequate' },
  NIAT_PAKAI: { id: 'Saya akan memakai yang saya pelajari', en: 'I shall use what I learned' },
} as const

export const reactionScale = { least: 1, most: 4 } as const

/** Level 1 as it may be shown. */
export interface ReactionSummary {
  readonly responses: number
  /** Mean of all answers, 1–4, with 2 decimals; null below the least number of answers. */
  readonly mean: number | null
  /** In the order of the questions. */
  readonly questionMeans: readonly (number | null)[]
}

/**
 * Level 1: one list of answers per participant, in the order of the questions. Below `least` of them nobody's answer could be told from the others
 * (kInternal, LOCAL), so no mean is shown.
 */
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
