import type { Prisma, Survey } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { SurveyFacts } from '../policy.ts'

type Reader = Pick<Prisma.TransactionClient, 'survey' | 'setting'>

/** A survey with what its policy must know. */
export type KnownSurvey = Survey & SurveyFacts

/** What the policy must know of these surveys, by id; two statements. */
export async function surveyFacts(tx: Reader, ids: readonly string[], now: Date): Promise<Map<string, KnownSurvey>> {
  const rows = await tx.survey.findMany({
    where: { id: { in: [...ids] } },
    include: {
      unit: { select: { isServiceUnit: true, ancestors: { select: { ancestorId: true } } } },
      snapshot: { select: { respondents: true } },
      _count: { select: { questions: true } },
    },
  })
  const { kPublic } = await settingsOn(tx, civilDate(now))
  return new Map(
    rows.map(({ unit, snapshot, _count, ...survey }) => [
      survey.id,
      {
        ...survey,
        underUnitIds: unit.ancestors.map(({ ancestorId }) => ancestorId),
        isServiceUnit: unit.isServiceUnit,
        questions: _count.questions,
        officialRespondents: snapshot?.respondents ?? null,
        kPublic,
      },
    ]),
  )
}
