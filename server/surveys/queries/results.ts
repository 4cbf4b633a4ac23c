import type { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import type { IkmSettings } from '../rules/ikm.ts'
import { type CountedAnswer, type SurveyResult, surveyResult } from '../rules/result.ts'

type Reader = Pick<Prisma.TransactionClient, 'survey' | 'surveyAnswer' | 'setting'>

/** How the index is computed at the end of a period (setting freeServiceU4, LOCAL). */
export async function ikmSettingsOn(tx: Pick<Reader, 'setting'>, date: Date): Promise<IkmSettings> {
  const { freeServiceU4 } = await settingsOn(tx, date)
  return { freeServiceU4: freeServiceU4 === 'FULL' ? 'FOUR' : 'EXCLUDE' }
}

/** The result of a survey over all answers that were counted so far, with the settings at the end of its period. */
export async function liveResult(tx: Reader, surveyId: string): Promise<SurveyResult & { readonly settings: IkmSettings }> {
  const survey = await tx.survey.findUniqueOrThrow({
    where: { id: surveyId },
    select: {
      period: { select: { endsOn: true } },
      questions: { orderBy: { number: 'asc' }, select: { code: true } },
    },
  })
  const settings = await ikmSettingsOn(tx, survey.period.endsOn)
  const answers: CountedAnswer[] = await tx.surveyAnswer.findMany({
    where: { surveyId },
    select: { scores: true, mode: true, source: true, isBurst: true },
  })
  return {
    ...surveyResult(
      survey.questions.map(({ code }) => code),
      answers,
      settings,
    ),
    settings,
  }
}
