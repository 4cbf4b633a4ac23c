import { visibleSkps } from '../../appraisals/queries.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { fullName } from '../../organization/rules/names.ts'
import type { Transaction } from '../../transact.ts'
import type { SkpFacts } from '../policy.ts'
import { factsSelect, toFacts } from '../queries/plan-facts.ts'

/** A plan that a command is about, locked, with what the policy and the notices need. */
export type LockedSkp = SkpFacts & {
  readonly id: string
  readonly year: number
  readonly periodId: string
  readonly unitId: string
  readonly startsOn: Date
  readonly endsOn: Date
  readonly sequence: number
  readonly employeeName: string
}

/**
 * A plan as it is after every command before this one; null when there is none that the actor may see. Faults are not counted here: the
 * commands that need a sound plan look at its content and name each of them.
 */
export async function lockedSkp(tx: Transaction, id: string, actor: Actor, now: Date): Promise<LockedSkp | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM skp WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const today = civilDate(now)
  const own = factsSelect(today)
  const row = await tx.skp.findFirst({
    where: { id, AND: [visibleSkps(actor, now)] },
    select: {
      ...own,
      periodId: true,
      unitId: true,
      endsOn: true,
      sequence: true,
      period: { select: { state: true, year: true } },
      employee: { select: { ...own.employee.select, name: true, titleBefore: true, titleAfter: true } },
    },
  })
  if (!row) return null
  const { name, titleBefore, titleAfter } = row.employee
  return {
    ...toFacts(row, today, 0),
    id,
    year: row.period.year,
    periodId: row.periodId,
    unitId: row.unitId,
    endsOn: row.endsOn,
    sequence: row.sequence,
    employeeName: fullName(name, titleBefore, titleAfter),
  }
}

/** One writer of links between results at a time: two links that are each fine may close a circle together. */
export async function lockCascade(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7263544931)`
}
