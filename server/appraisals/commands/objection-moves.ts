import type { Level } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { LifeRow } from '../queries/life.ts'
import { predikatOf } from '../rules/predikat.ts'
import { tellFinal } from './finality.ts'
import { move, shiftCounts } from './life.ts'
import { succeed } from './versions.ts'

/**
 * What an objection does to its appraisal. Each is a step inside a command on the objection, which has locked the appraisal with `lockLife` and asked
 * `mayMove` for OBJECT, EXAMINE or DECIDE.
 */
export function objectTo(tx: Transaction, { id }: LifeRow, now: Date): Promise<void> {
  return move(tx, id, 'KEBERATAN', {}, now)
}

export function examine(tx: Transaction, { id }: LifeRow, now: Date): Promise<void> {
  return move(tx, id, 'PEMERIKSAAN', {}, now)
}

/** What the superior of the penilai sets in place of the rating. */
export type NewRating = {
  readonly result: Level
  readonly behaviour: Level
  readonly reason: string
  readonly decidedById: string | null
}

/**
 * The decision makes the result final (PP 30/2019 art. 59: the superior's decision is final). Upheld, it stands as it was. Changed, the delivered version
 * is kept as it was and gives way to a successor that holds the new rating. Answers the id of the version that holds now.
 */
export async function decide(tx: Transaction, row: LifeRow, rating: NewRating | null, now: Date): Promise<string> {
  const final = { finalAt: now, finalCause: 'KEBERATAN_DECIDED' } as const
  await move(tx, row.id, 'FINAL', final, now)
  const holds = rating === null ? row : await replace(tx, row, rating, now)
  await tellFinal(tx, [row], now)
  return holds.id
}

async function replace(
  tx: Transaction,
  row: LifeRow,
  { result, behaviour, reason, decidedById }: NewRating,
  now: Date,
): Promise<{ readonly id: string }> {
  const id = await succeed(tx, row, { ground: 'KEBERATAN', reason }, now)
  const after = {
    predikat: predikatOf(result, behaviour),
    noPredikatReason: null,
    resultRating: result,
    behaviourRating: behaviour,
  }
  const old = await tx.appraisal.findUniqueOrThrow({
    where: { id: row.id },
    select: {
      suggestedResult: true,
      suggestedBehaviour: true,
      suggestedPredikat: true,
      orgPredikat: true,
      deliveredAt: true,
      objectionUntil: true,
      setAt: true,
      evidenceVerifiedAt: true,
      selfAssessment: true,
      selfAssessedAt: true,
    },
  })
  await move(
    tx,
    id,
    'FINAL',
    {
      ...old,
      ...after,
      qualitativeBasis: reason,
      ratedAt: now,
      ratedById: decidedById,
      finalAt: now,
      finalCause: 'KEBERATAN_DECIDED',
    },
    now,
  )
  await shiftCounts(tx, row, row, after)
  return { id }
}
