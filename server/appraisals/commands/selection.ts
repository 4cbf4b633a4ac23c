import { z } from 'zod'
import type { AppraisalState } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { underUnits } from '../../organization/queries.ts'
import type { Entity, Transaction } from '../../transact.ts'
import { type LifeMove, lifeMoves, lifeVerdicts } from '../policy/life.ts'
import { type LifeRow, readLife } from '../queries/life.ts'
import { visibleAppraisals } from '../queries.ts'
import { lockRows } from './life.ts'

/** Most appraisals that one command moves; what is left over a next one takes. */
export const mostAtOnce = 500

/** Appraisals by name, or all of a unit and below it, by period, that stand ready for the step. */
export const selection = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(mostAtOnce) }),
  z.strictObject({ periodKey: z.string().max(10), underUnitId: z.uuid() }),
])

export type Selection = z.infer<typeof selection>

/** What a step over several appraisals did. */
export type Moved = {
  readonly ids: readonly string[]
  /** Those named or found that the actor may not move; they stay where they are. */
  readonly left: number
}

export type Selected = { readonly ready: readonly LifeRow[]; readonly left: number; readonly refusal: Verdict }

/**
 * The appraisals of a selection that the actor may take this step with now, locked. Those of a unit are taken by their state, so that the same
 * command, sent twice, moves each of them once.
 */
export async function lockSelected(
  tx: Transaction,
  chosen: Selection,
  move: LifeMove,
  actor: Actor,
  now: Date,
): Promise<Selected | null> {
  const states = [...lifeMoves[move].from] as AppraisalState[]
  const named = 'ids' in chosen
  const found = await tx.appraisal.findMany({
    where: {
      AND: [visibleAppraisals(actor, now)],
      ...(named
        ? { id: { in: chosen.ids } }
        : { isCurrent: true, state: { in: states }, period: { key: chosen.periodKey }, ...underUnits([chosen.underUnitId]) }),
    },
    orderBy: { id: 'asc' },
    take: mostAtOnce,
    select: { id: true, periodId: true },
  })
  if (found.length === 0) return named ? null : { ready: [], left: 0, refusal: nothingToDo }
  const ids = found.map(({ id }) => id)
  await lockRows(tx, [...new Set(found.map(({ periodId }) => periodId))], ids)
  const rows = await readLife(tx, ids, now)
  const judged = rows.map((row) => ({ row, verdict: lifeVerdicts(actor, row, now)[move] }))
  const ready = judged.flatMap(({ row, verdict }) => (verdict === true ? [row] : []))
  return {
    ready: ready.sort((a, b) => (a.id < b.id ? -1 : 1)),
    left: rows.length - ready.length,
    refusal: judged.find(({ verdict }) => verdict !== true)?.verdict ?? nothingToDo,
  }
}

const nothingToDo = refuse(
  'WRONG_STATE',
  'Tidak ada penilaian yang siap untuk langkah ini.',
  'There is no appraisal ready for this step.',
)

/** At least one appraisal can be moved; otherwise the reason why the first one cannot. */
export function maySelected(_actor: Actor, { ready, refusal }: Selected): Verdict {
  return ready.length > 0 ? true : refusal
}

/** The appraisal, or its period where several move at once: the audit row then lists them. */
export function entityOfMany(rows: readonly LifeRow[]): Entity {
  const [first] = rows
  if (rows.length === 1 && first) return { type: 'Appraisal', id: first.id }
  return { type: 'Period', id: first?.periodId ?? '' }
}
