import { z } from 'zod'
import { type AppraisalState, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import type { NewNotice } from '../../notices.ts'
import type { Entity, Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { type LifeRow, readLife } from '../queries/life.ts'
import { visibleAppraisals } from '../queries.ts'

/** One appraisal, at the revision that the person read. */
export const decision = { id: z.uuid(), revision: z.int().min(0) } as const

/** A reason or a basis in the person's own words; how long it must be is a matter of the rules. */
export const words = z.string().trim().min(1).max(4_000)

/**
 * The appraisal for one step of its life: its period is held against a computation, then its row is locked; null when there is none that the
 * actor may see.
 */
export async function lockLife(tx: Transaction, id: string, actor: Actor, now: Date): Promise<LifeRow | null> {
  const visible = await tx.appraisal.findFirst({
    where: { id, AND: [visibleAppraisals(actor, now)] },
    select: { periodId: true },
  })
  if (!visible) return null
  await lockRows(tx, [visible.periodId], [id])
  const [row] = await readLife(tx, [id], now)
  return row ?? null
}

/** Periods before appraisals, each in the order of their ids: as computations and measurements lock them. */
export async function lockRows(tx: Transaction, periodIds: readonly string[], ids: readonly string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM period WHERE id = ANY (${[...periodIds]}::uuid[]) ORDER BY id FOR SHARE`)
  await tx.$queryRaw(Prisma.sql`SELECT id FROM appraisal WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`)
}

/** Takes the appraisal, which is locked, to a state, with what belongs to the step; the revision counts on. */
export async function move(
  tx: Transaction,
  id: string,
  state: AppraisalState,
  data: Prisma.AppraisalUncheckedUpdateInput,
  now: Date,
): Promise<void> {
  await tx.appraisal.update({
    where: { id },
    data: { ...data, state, revision: { increment: 1 }, updatedAt: now },
    select: { id: true },
  })
}

export function entityOf({ id }: Pick<LifeRow, 'id'>): Entity {
  return { type: 'Appraisal', id }
}

/** A notice about this appraisal to a person of it; `cause` tells one occasion from another. */
export function noticeOf(
  row: LifeRow,
  employeeId: string,
  kind: NewNotice['kind'],
  cause: string,
  { dueAt = null, ...params }: { readonly dueAt?: Date | null; readonly reason?: string; readonly part?: string } = {},
): NewNotice {
  return {
    to: { employeeId },
    kind,
    params: { employee: row.employeeName, period: row.periodKey, ...params },
    entity: entityOf(row),
    dueAt,
    cause: `${row.id}:${cause}`,
  }
}

/** What the kept counts say of an appraisal. */
export type Counted = Pick<LifeRow, 'predikat' | 'noPredikatReason' | 'resultRating' | 'behaviourRating'>

/** Shifts the kept counts of the unit and of every unit above it from how an appraisal stood to how it stands. */
export async function shiftCounts(
  tx: Transaction,
  { periodId, unitId }: Pick<LifeRow, 'periodId' | 'unitId'>,
  before: Partial<Counted>,
  after: Partial<Counted>,
): Promise<void> {
  const dimensions = [
    ['PREDIKAT', before.predikat, after.predikat],
    ['REASON', before.noPredikatReason, after.noPredikatReason],
    ['RESULT', before.resultRating, after.resultRating],
    ['BEHAVIOUR', before.behaviourRating, after.behaviourRating],
  ] as const
  const shifts = dimensions.flatMap(([dimension, from, to]) =>
    from === to
      ? []
      : [
          ...(from ? [{ dimension, key: from as string, shift: -1 }] : []),
          ...(to ? [{ dimension, key: to as string, shift: 1 }] : []),
        ],
  )
  if (shifts.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO predikat_count (period_id, unit_id, dimension, key, count)
    SELECT ${periodId}::uuid, up.ancestor_id, "row".dimension, "row".key, "row".shift
    FROM ${unnest(shifts, {
      dimension: ['text', ({ dimension }) => dimension],
      key: ['text', ({ key }) => key],
      shift: ['int', ({ shift }) => shift],
    })} JOIN unit_ancestor up ON up.unit_id = ${unitId}::uuid ORDER BY 2, 3, 4
    ON CONFLICT (period_id, unit_id, dimension, key) DO UPDATE SET count = predikat_count.count + excluded.count`)
}
