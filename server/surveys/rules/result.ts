import { exact, mean, roundHalfUp, sampleVariance } from '../../math.ts'
import { type IkmSettings, ikmFromAnswers, type Mutu, mutuOf } from './ikm.ts'
import { isUnsur } from './unsur.ts'

/** One counted answer: 1–4 for each question in its order, 0 where it was not answered. */
export type CountedAnswer = {
  readonly scores: readonly number[]
  readonly mode: 'MANDIRI' | 'DIBANTU'
  readonly source: 'ONLINE' | 'PAPER'
  readonly isBurst: boolean
}

export type QuestionResult = {
  readonly code: string
  /** Valid answers. */
  readonly answered: number
  /** How often 1, 2, 3 and 4 were given. */
  readonly counts: readonly [number, number, number, number]
  /** Mean of the valid answers, 1–4, 4 decimals; null without one. */
  readonly nrr: number | null
  /** Class of the mean by itself, from round2(NRR · 25). */
  readonly mutu: Mutu | null
}

export type SurveyResult = {
  readonly respondents: number
  /** Unsur first, then the survey's own questions, in the order of the questions. */
  readonly questions: readonly QuestionResult[]
  /** 1 ÷ number of applicable unsur, 4 decimals. */
  readonly weight: number | null
  /** F8 over every answer, 25–100, 2 decimals. */
  readonly ikm: number | null
  readonly mutu: Mutu | null
  /** Half the width of the 95 % interval of the IKM: 1.959964 · s ÷ √n · 25 over the means of the respondents, 2 decimals; null below two respondents. */
  readonly halfWidth95: number | null
  /** Codes of the answered unsur, the lowest mean first, of equal ones the later unsur: where improvement begins. */
  readonly lowestFirst: readonly string[]
  readonly assisted: number
  readonly paper: number
  /** Answers of nothing but 4. */
  readonly straightFours: number
  /** Answers that belong to bursts, and what the IKM would be without them; null where there are none. */
  readonly flagged: number
  readonly ikmWithoutFlagged: number | null
  readonly mutuWithoutFlagged: Mutu | null
}

const z95 = '1.959964'

/** F8 with everything that is reported beside it (PermenPANRB 14/2017). Own questions never count in the index. */
export function surveyResult(codes: readonly string[], answers: readonly CountedAnswer[], settings: IkmSettings): SurveyResult {
  const places = codes.flatMap((code, place) => (isUnsur(code) ? [place] : []))
  const matrix = (rows: readonly CountedAnswer[]) => byUnsur(rows, codes)
  const whole = ikmFromAnswers(matrix(answers), settings)
  const clean = answers.filter(({ isBurst }) => !isBurst)
  const flagged = answers.length - clean.length
  const without = flagged > 0 ? ikmFromAnswers(matrix(clean), settings) : null
  const questions = codes.map((code, place) => questionResult(code, answers, place))
  return {
    respondents: answers.length,
    questions,
    weight: whole.weight,
    ikm: whole.ikm,
    mutu: whole.mutu,
    halfWidth95: halfWidth(answers, places),
    lowestFirst: questions
      .filter(({ code, nrr }) => isUnsur(code) && nrr !== null)
      .toReversed()
      .sort((a, b) => (a.nrr ?? 0) - (b.nrr ?? 0))
      .map(({ code }) => code),
    assisted: answers.filter(({ mode }) => mode === 'DIBANTU').length,
    paper: answers.filter(({ source }) => source === 'PAPER').length,
    straightFours: answers.filter(({ scores }) => isStraightFour(scores)).length,
    flagged,
    ikmWithoutFlagged: without?.ikm ?? null,
    mutuWithoutFlagged: without?.mutu ?? null,
  }
}

/** True where everything that was answered was answered with 4. */
export function isStraightFour(scores: readonly number[]): boolean {
  return scores.some((score) => score !== 0) && scores.every((score) => score === 0 || score === 4)
}

/** Rows of nine: where an unsur was not asked nobody answered it. U4 keeps its place, because the rule knows it by that. */
function byUnsur(answers: readonly CountedAnswer[], codes: readonly string[]): (number | null)[][] {
  const places = Array.from({ length: 9 }, (_, index) => codes.indexOf(`U${index + 1}`))
  return answers.map(({ scores }) => places.map((place) => scores[place] || null))
}

function questionResult(code: string, answers: readonly CountedAnswer[], place: number): QuestionResult {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const { scores } of answers) {
    const score = scores[place] ?? 0
    if (score >= 1 && score <= 4) counts[score - 1] = (counts[score - 1] ?? 0) + 1
  }
  const answered = counts.reduce((total, count) => total + count, 0)
  if (answered === 0) return { code, answered, counts, nrr: null, mutu: null }
  const exactMean = exact(counts.reduce((total, count, index) => total + count * (index + 1), 0)).div(answered)
  return { code, answered, counts, nrr: roundHalfUp(exactMean, 4), mutu: mutuOf(roundHalfUp(exactMean.times(25), 2)) }
}

function halfWidth(answers: readonly CountedAnswer[], places: readonly number[]): number | null {
  const means = answers.flatMap(({ scores }) => {
    const valid = places.flatMap((place) => scores[place] || [])
    return valid.length === 0 ? [] : [mean(valid)]
  })
  const variance = sampleVariance(means)
  return variance === null ? null : roundHalfUp(variance.div(means.length).sqrt().times(z95).times(25), 2)
}
