import { lockRows } from '../../appraisals/commands/life.ts'
import { type LifeRow, readLife } from '../../appraisals/queries/life.ts'
import { type Objection, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { Entity, Transaction } from '../../transact.ts'
import type { ObjectionFacts } from '../policy.ts'
import { visibleObjections } from '../queries.ts'
import type { ObjectionSettings } from '../rules/clocks.ts'

/** An objection that a command is about, locked with its appraisal. */
export type LockedObjection = Omit<Objection, keyof ObjectionFacts> & ObjectionFacts & { readonly appraisal: LifeRow }

/** Locked in the order of every other writer: period, appraisal, objection. Null when there is none that the actor may see. */
export async function lockObjection(tx: Transaction, id: string, actor: Actor, now: Date): Promise<LockedObjection | null> {
  const visible = await tx.objection.findFirst({
    where: { id, AND: [visibleObjections(actor, now)] },
    select: { appraisalId: true, appraisal: { select: { periodId: true } } },
  })
  if (!visible) return null
  await lockRows(tx, [visible.appraisal.periodId], [visible.appraisalId])
  await tx.$queryRaw(Prisma.sql`SELECT id FROM objection WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const [objection, [appraisal]] = await Promise.all([
    tx.objection.findUniqueOrThrow({ where: { id } }),
    readLife(tx, [visible.appraisalId], now),
  ])
  return appraisal ? { ...objection, appraisal } : null
}

export function entityOf({ id }: Pick<Objection, 'id'>): Entity {
  return { type: 'Objection', id }
}

/** What the clocks of an objection need on the day of an act. */
export async function clockSettings(
  tx: Transaction,
  now: Date,
): Promise<{ readonly settings: ObjectionSettings; readonly holidays: ReadonlySet<string> }> {
  const today = civilDate(now)
  const settings = await settingsOn(tx, today)
  const rows = await tx.holiday.findMany({
    where: { day: { gte: today } },
    orderBy: { day: 'asc' },
    take: 200,
    select: { day: true },
  })
  return { settings, holidays: new Set(rows.map(({ day }) => day.toISOString().slice(0, 10))) }
}
