import type { Context } from '../../context.ts'
import { DomainError } from '../../errors.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { found } from '../../list.ts'
import { maySeeInside } from '../policy.ts'
import type { SurveyResult } from '../rules/result.ts'
import { type KnownSurvey, surveyFacts } from './facts.ts'
import { liveResult } from './results.ts'

/** The facts of a survey of an answer: all of its surveys cost three statements. */
export async function factsFor({ db, loaders, now }: Context, id: string): Promise<KnownSurvey> {
  return found(
    await loaders.load('survey.facts', id, async (ids) => {
      const facts = await surveyFacts(db, ids, now)
      return ids.map((one) => facts.get(one) ?? null)
    }),
  )
}

/** Throws FORBIDDEN for whoever sees settled results alone. */
export async function requireInside(context: Context, id: string): Promise<void> {
  const { underUnitIds } = await factsFor(context, id)
  if (maySeeInside(context.actor, underUnitIds)) return
  throw new DomainError('FORBIDDEN', {
    id: 'Isi survei yang berjalan hanya untuk pengelola survei.',
    en: 'What a survey holds while it runs is for those who manage surveys.',
  })
}

/** Fewest people of whom a result is shown inside the city (setting kInternal, LOCAL). */
async function leastInternal({ db, loaders, now }: Context): Promise<number> {
  return loaders.load('survey.kInternal', '', async (keys) => {
    const { kInternal } = await settingsOn(db, civilDate(now))
    return keys.map(() => kInternal)
  })
}

/** A result, or null where too few answered (domain E4). */
export async function shownResult(context: Context, result: SurveyResult): Promise<SurveyResult | null> {
  return result.respondents >= (await leastInternal(context)) ? result : null
}

/** What the counted answers say now, for those who manage the survey. */
export async function shownLive(context: Context, id: string): Promise<SurveyResult | null> {
  await requireInside(context, id)
  return shownResult(context, await liveResult(context.db, id))
}

/** Tickets handed out and used, and answers that wait to be counted. */
export type Turnout = { readonly issued: number; readonly used: number; readonly waiting: number; readonly counted: number }

export async function turnoutOf(context: Context, id: string): Promise<Turnout> {
  await requireInside(context, id)
  const { db } = context
  const surveyId = id
  const [issued, used, waiting, counted] = await Promise.all([
    db.surveyTicket.count({ where: { surveyId } }),
    db.surveyTicket.count({ where: { surveyId, isUsed: true } }),
    db.surveyIntake.count({ where: { surveyId } }),
    db.surveyAnswer.count({ where: { surveyId } }),
  ])
  return { issued, used, waiting, counted }
}
