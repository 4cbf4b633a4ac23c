import type { Context } from '../../context.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { exact, mean, roundHalfUp } from '../../math.ts'
import { type LearningGain, learningGain } from '../../pembinaan/rules/learning-gain.ts'
import { type ReactionSummary, reactionOf } from '../rules/kirkpatrick.ts'

/** Behaviour as monitors saw it, some days after a programme. */
export type BehaviourLevel = {
  readonly day: number
  /** Checkpoints that were filed. */
  readonly n: number
  /** Mean of how far it is applied, 0–3 with 2 decimals; null below the least number that is shown. */
  readonly meanApplied: string | null
}

export type Levels = {
  readonly programmeId: string
  readonly reaction: ReactionSummary
  readonly learning: LearningGain
  /** Mean scores with 2 decimals; null where nobody has both. */
  readonly meanPre: number | null
  readonly meanPost: number | null
  readonly behaviour: readonly BehaviourLevel[]
}

/** Kirkpatrick levels 1 to 3 of a programme (D8); level 4 is the impact evaluation. Four statements. */
export async function levelsOf({ db, database, now }: Context, programmeId: string): Promise<Levels> {
  const { kInternal } = await settingsOn(database.prisma, civilDate(now))
  const reactions = await db.trainingReaction.findMany({ where: { participant: { programmeId } }, select: { answers: true } })
  const scored = await db.participant.findMany({
    where: { programmeId, preScore: { not: null }, postScore: { not: null } },
    select: { preScore: true, postScore: true },
  })
  const filed = await db.checkpoint.findMany({
    where: { programmeId, applied: { not: null } },
    select: { day: true, applied: true },
  })
  const scores = scored.map(({ preScore, postScore }) => ({ pre: exact(preScore ?? 0), post: exact(postScore ?? 0) }))
  const byDay = Map.groupBy(filed, ({ day }) => day)
  const average = (values: readonly ReturnType<typeof exact>[]) => (values.length === 0 ? null : roundHalfUp(mean(values), 2))
  return {
    programmeId,
    reaction: reactionOf(
      reactions.map(({ answers }) => answers),
      kInternal,
    ),
    learning: learningGain(scores),
    meanPre: average(scores.map(({ pre }) => pre)),
    meanPost: average(scores.map(({ post }) => post)),
    behaviour: [...byDay]
      .sort(([a], [b]) => a - b)
      .map(([day, rows]) => ({
        day,
        n: rows.length,
        meanApplied: rows.length < kInternal ? null : roundHalfUp(mean(rows.map(({ applied }) => applied ?? 0)), 2).toFixed(2),
      })),
  }
}
