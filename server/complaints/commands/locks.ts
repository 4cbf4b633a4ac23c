import { type Complaint, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import type { Entity, Transaction } from '../../transact.ts'
import type { ComplaintFacts } from '../policy.ts'
import { visibleComplaints } from '../queries.ts'
import type { ComplaintSettings } from '../rules/clocks.ts'
import { codeHash } from '../rules/tracking-code.ts'

/** A complaint that a command is about, locked. */
export type LockedComplaint = Complaint & ComplaintFacts

/** Locked, or null when there is none that the actor may see. */
export async function lockComplaint(tx: Transaction, id: string, actor: Actor): Promise<LockedComplaint | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM complaint WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  // Read behind the lock: whoever held it may have moved the complaint out of sight.
  return withFacts(tx, await tx.complaint.findFirst({ where: { id, AND: [visibleComplaints(actor)] } }), false)
}

/** Locked by its tracking code, or null for a code that belongs to nothing. */
export async function lockByCode(tx: Transaction, code: string): Promise<LockedComplaint | null> {
  const hash = codeHash(code) ?? ''
  await tx.$queryRaw(Prisma.sql`SELECT id FROM complaint WHERE code_hash = ${hash} FOR NO KEY UPDATE`)
  return withFacts(tx, await tx.complaint.findUnique({ where: { codeHash: hash } }), true)
}

async function withFacts(tx: Transaction, row: Complaint | null, holdsCode: boolean): Promise<LockedComplaint | null> {
  if (!row) return null
  const underUnitIds = row.unitId === null ? [] : await unitIdsAbove(tx, row.unitId)
  return { ...row, underUnitIds, hasIdentity: !row.isAnonymous, holdsCode }
}

export function entityOf({ id }: Pick<Complaint, 'id'>): Entity {
  return { type: 'Complaint', id }
}

/** What the clocks of a complaint need: the settings of today, and the closed days from its receipt on. */
export async function clockSettings(
  tx: Transaction,
  now: Date,
  from: Date = now,
): Promise<{ readonly settings: ComplaintSettings; readonly holidays: ReadonlySet<string> }> {
  const settings = await settingsOn(tx, civilDate(now))
  const rows = await tx.holiday.findMany({
    where: { day: { gte: civilDate(from) } },
    orderBy: { day: 'asc' },
    take: 400,
    select: { day: true },
  })
  return { settings, holidays: new Set(rows.map(({ day }) => day.toISOString().slice(0, 10))) }
}
