import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { Level, OverrideCategory } from '../../generated/prisma/client.ts'
import { settleNotices } from '../../notices.ts'
import { command } from '../../transact.ts'
import { mayMove } from '../policy/life.ts'
import { predikatOf } from '../rules/predikat.ts'
import { type Rating, ratingFault, type Suggestion, withoutIdleOverrides } from '../rules/rating.ts'
import { decision, entityOf, lockLife, move, shiftCounts, words } from './life.ts'

const level = z.enum(['DI_ATAS', 'SESUAI', 'DI_BAWAH'] as const satisfies readonly Level[])

const category = z.enum([
  'BUKTI_TAMBAHAN',
  'MUTU_HASIL',
  'KEADAAN_LUAR_BIASA',
  'DATA_KELIRU',
  'PERILAKU_TERAMATI',
  'LAINNYA',
] as const satisfies readonly OverrideCategory[])

const override = z.strictObject({ category, reason: words })

/** Both axes, with the reasons that the rules may ask for. */
export const ratingInput = {
  result: level,
  behaviour: level,
  resultOverride: override.nullish(),
  behaviourOverride: override.nullish(),
  qualitativeBasis: words.nullish(),
} as const

type RatingInput = z.infer<z.ZodObject<typeof ratingInput>>

/**
 * The rating that the input gives, as far as it departs from the suggestion.
 * @throws DomainError REASON_REQUIRED or INSUFFICIENT_DATA with all that is missing, or INVALID_INPUT against a disciplinary decision
 */
export function readRating(suggestion: Suggestion, input: RatingInput): Rating<OverrideCategory> {
  const { result, behaviour, resultOverride = null, behaviourOverride = null, qualitativeBasis = null } = input
  const rating = { result, behaviour, resultOverride, behaviourOverride, qualitativeBasis }
  const fault = ratingFault(suggestion, rating)
  if (fault) throw new DomainError(fault.code, fault.sentence, fault.fields)
  return withoutIdleOverrides(suggestion, rating)
}

/**
 * The penilai rates hasil kerja and perilaku; the predikat follows by the 3 × 3 table (F4). The suggestion is frozen beside the rating. May be
 * done again until moderation takes it up, and after it was returned. Errors: NOT_PENILAI, SELF_APPRAISAL, IMPORT_ONLY, STALE_VERSION, WRONG_STATE;
 * REASON_REQUIRED, INSUFFICIENT_DATA and INVALID_INPUT of {@link readRating}.
 */
export const rateAppraisal = command({
  input: z.strictObject({ ...decision, ...ratingInput }),
  load: (tx, { id }, actor, now) => lockLife(tx, id, actor, now),
  allow: (actor, row, now, { revision }) => mayMove(actor, row, now, 'RATE', revision),
  run: async ({ tx, input: { id, revision: _, ...given }, subject: row, actor, now }) => {
    const rating = readRating(row.suggestion, given)
    const predikat = predikatOf(rating.result, rating.behaviour)
    const { result: suggestedResult, behaviour: suggestedBehaviour } = row.suggestion
    const suggestedPredikat =
      suggestedResult !== null && suggestedBehaviour !== null ? predikatOf(suggestedResult, suggestedBehaviour) : null
    const after = { predikat, noPredikatReason: null, resultRating: rating.result, behaviourRating: rating.behaviour }
    await move(
      tx,
      id,
      'DINILAI',
      {
        ...after,
        suggestedResult,
        suggestedBehaviour,
        suggestedPredikat,
        orgPredikat: row.leaderPredikat,
        resultOverride: rating.resultOverride?.category ?? null,
        resultReason: rating.resultOverride?.reason ?? null,
        behaviourOverride: rating.behaviourOverride?.category ?? null,
        behaviourReason: rating.behaviourOverride?.reason ?? null,
        qualitativeBasis: rating.qualitativeBasis,
        returnReason: null,
        ratedAt: now,
        ratedById: actor.employeeId,
      },
      now,
    )
    await shiftCounts(tx, row, row, after)
    await settleNotices(tx, entityOf(row), now)
    return {
      result: { id },
      entity: entityOf(row),
      changes: {
        state: [row.state, 'DINILAI'],
        resultRating: [row.resultRating, rating.result],
        behaviourRating: [row.behaviourRating, rating.behaviour],
        predikat: [row.predikat, predikat],
        suggested: [null, suggestedPredikat],
        ...(rating.resultOverride ? { resultOverride: [null, rating.resultOverride.category] as const } : {}),
        ...(rating.behaviourOverride ? { behaviourOverride: [null, rating.behaviourOverride.category] as const } : {}),
      },
      reason: rating.resultOverride?.reason ?? rating.behaviourOverride?.reason ?? rating.qualitativeBasis ?? undefined,
    }
  },
  audit: 'appraisal.rated',
})
