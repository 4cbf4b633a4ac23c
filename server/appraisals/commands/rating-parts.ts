import { z } from 'zod'
import type { AppraisalState, Level, OverrideCategory } from '../../generated/prisma/client.ts'
import { notFound } from '../../list.ts'
import { notify, settleNotices } from '../../notices.ts'
import { command } from '../../transact.ts'
import { mayRatePart } from '../policy/parts.ts'
import type { LifePart, LifeRow } from '../queries/life.ts'
import { yearOf } from '../rules/parts.ts'
import { predikatOf } from '../rules/predikat.ts'
import type { Rating, Suggestion } from '../rules/rating.ts'
import { entityOf, lockLife, move, noticeOf, shiftCounts } from './life.ts'
import { ratingInput, readRating } from './rating.ts'

/**
 * A penilai closes their slice of a year that a transfer or a change of penilai divided (domain A1). Each slice has its own suggestion of hasil kerja;
 * perilaku is suggested for the year. With the last slice the year follows: weighted by months or as the last penilai decides (F23, LOCAL), and the
 * appraisal is rated. Errors as those of rateAppraisal; NOT_PENILAI for the slice of another.
 */
export const ratePart = command({
  input: z.strictObject({
    id: z.uuid(),
    partId: z.uuid(),
    /** Of the part. */
    revision: z.int().min(0),
    result: ratingInput.result,
    behaviour: ratingInput.behaviour,
    /** One reason for the slice, whichever axis departs. */
    override: ratingInput.resultOverride,
    qualitativeBasis: ratingInput.qualitativeBasis,
  }),
  load: async (tx, { id, partId }, actor, now) => {
    const row = await lockLife(tx, id, actor, now)
    const part = row?.parts.find((one) => one.id === partId)
    return row && part ? { row, part } : null
  },
  allow: (actor, { row, part }, now, { revision }) => mayRatePart(actor, row, part, now, revision),
  run: async ({ tx, input, subject: { row, part }, actor, now }) => {
    const { override = null, qualitativeBasis = null, result, behaviour } = input
    const suggestion: Suggestion = { ...row.suggestion, result: part.suggestedResult, resultAmbiguous: false }
    const given = { result, behaviour, resultOverride: override, behaviourOverride: override, qualitativeBasis }
    const rating = readRating(suggestion, given)
    const reason = rating.resultOverride ?? rating.behaviourOverride
    const predikat = predikatOf(result, behaviour)
    await tx.appraisalPart.update({
      where: { id: part.id },
      data: {
        resultRating: result,
        behaviourRating: behaviour,
        predikat,
        override: reason?.category ?? null,
        reason: reason?.reason ?? null,
        qualitativeBasis: rating.qualitativeBasis,
        ratedAt: now,
        revision: { increment: 1 },
      },
      select: { id: true },
    })
    const year = yearFrom(row, part, rating)
    if (year) {
      const after = {
        predikat: year.predikat,
        noPredikatReason: null,
        resultRating: year.result,
        behaviourRating: year.behaviour,
      }
      await move(
        tx,
        row.id,
        'DINILAI',
        {
          ...after,
          suggestedResult: row.suggestion.result,
          suggestedBehaviour: row.suggestion.behaviour,
          suggestedPredikat: suggestedPredikat(row.suggestion),
          qualitativeBasis: rating.qualitativeBasis,
          returnReason: null,
          ratedAt: now,
          ratedById: actor.employeeId,
        },
        now,
      )
      await shiftCounts(tx, row, row, after)
      await settleNotices(tx, entityOf(row), now)
    } else {
      await tx.appraisal.update({
        where: { id: row.id },
        data: { revision: { increment: 1 }, updatedAt: now },
        select: { id: true },
      })
      await tellOthers(tx, row, part, now)
    }
    const state: AppraisalState = year ? 'DINILAI' : row.state
    return {
      result: { id: row.id },
      entity: entityOf(row),
      changes: {
        state: [row.state, state],
        part: [null, `${part.startsOn} – ${part.endsOn}`],
        resultRating: [part.resultRating, result],
        behaviourRating: [part.behaviourRating, behaviour],
        predikat: [row.predikat, year?.predikat ?? row.predikat],
      },
      reason: reason?.reason ?? rating.qualitativeBasis ?? undefined,
    }
  },
  audit: 'appraisal.partRated',
})

function suggestedPredikat({ result, behaviour }: Suggestion) {
  return result !== null && behaviour !== null ? predikatOf(result, behaviour) : null
}

/** The year, once every slice is rated; the slice at hand counts with its new rating. */
function yearFrom(row: LifeRow, part: LifePart, { result, behaviour }: Rating<OverrideCategory>) {
  const rated = row.parts.map((one) => (one.id === part.id ? { ...one, resultRating: result, behaviourRating: behaviour } : one))
  if (rated.some(({ resultRating, behaviourRating }) => resultRating === null || behaviourRating === null)) return null
  const slices = rated.map(({ startsOn, endsOn, months, resultRating, behaviourRating }) => ({
    startsOn,
    endsOn,
    months: Number(months),
    result: sure(resultRating),
    behaviour: sure(behaviourRating),
  }))
  return yearOf(slices, row.settings.annualPredikat, row.isMisconduct)
}

function sure(level: Level | null): Level {
  if (level === null) throw notFound()
  return level
}

/** The penilai whose slices are still open. */
async function tellOthers(tx: Parameters<typeof notify>[0], row: LifeRow, part: LifePart, now: Date): Promise<void> {
  const open = row.parts.filter((one) => one.id !== part.id && !one.isRated)
  await notify(
    tx,
    open.flatMap((one) =>
      one.penilaiIds.map((judge) =>
        noticeOf(row, judge, 'appraisal.ratePart', `part:${one.id}`, {
          part: `${one.startsOn} – ${one.endsOn}`,
          dueAt: row.rateUntil,
        }),
      ),
    ),
    now,
  )
}
