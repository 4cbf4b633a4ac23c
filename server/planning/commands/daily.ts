import { z } from 'zod'
import type { Database } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, canEverywhere, refuse, systemActor } from '../../identity/policy.ts'
import { notify } from '../../notices.ts'
import { servingStandings } from '../../organization/rules/standing.ts'
import { command, execute } from '../../transact.ts'
import { importOnlyTitles } from '../rules/system-of-record.ts'
import { insertDrafts } from './insert-drafts.ts'

const jobOnly = (actor: Actor) =>
  canEverywhere(actor, 'plans.manage') ||
  refuse('FORBIDDEN', 'Peran Anda tidak berwenang melakukan ini.', 'Your role does not allow this.')

const today = { today: z.date() }

/** The days on which missing plans are marked: from the middle of January to the day by which plans are set (PAN8 annex). */
function isDueForTim(day: Date): boolean {
  return day.getUTCMonth() === 0 && day.getUTCDate() >= 15
}

/** First plans of a year that are still drafts and were not marked yet. */
function unmarked(periodId: string) {
  return { periodId, sequence: 1, state: 'DRAFT', isTimSet: false, system: { not: 'RUANG_GTK' } } as const
}

/** Everybody who serves and has no plan of a year, whose plan is not only imported. */
function withoutPlan(periodId: string): Prisma.EmployeeWhereInput {
  return {
    legalStanding: { in: [...servingStandings] },
    separatedOn: null,
    skps: { none: { periodId } },
    AND: importOnlyTitles.map((startsWith) => ({ NOT: { positionTitle: { startsWith } } })),
  }
}

/**
 * From 15 January marks first plans of the year that are still drafts TIM_SET, and begins one for everybody who serves and has none: the
 * tim may then set it (PAN8 annex). Answers how many. Changes nothing on other days, and nothing twice.
 */
export const flagOverduePlans = command({
  input: z.strictObject(today),
  load: (tx, input) => tx.period.findUnique({ where: { key: String(input.today.getUTCFullYear()) } }),
  allow: (actor) => jobOnly(actor),
  run: async ({ tx, input, subject: period, now }) => {
    const entity = { type: 'Period', id: period.id }
    if (!isDueForTim(input.today) || period.state === 'CLOSED') return { result: { flagged: 0, begun: 0 }, entity }
    const flagged = await tx.skp.updateManyAndReturn({
      where: unmarked(period.id),
      data: { isTimSet: true, updatedAt: now, revision: { increment: 1 } },
      select: { id: true, employeeId: true },
    })
    const without = await tx.employee.findMany({ where: withoutPlan(period.id), select: { id: true } })
    const begun = await insertDrafts(
      tx,
      period.id,
      without.map(({ id }) => ({ employeeId: id, approach: 'KUANTITATIF' as const, leadsUnit: false, isTimSet: true })),
      now,
    )
    await notify(
      tx,
      [...flagged, ...begun].map(({ id, employeeId }) => ({
        ...{ to: { employeeId }, kind: 'skp.toWrite' as const, params: { year: String(period.year) } },
        ...{ entity: { type: 'Skp', id }, cause: `${id}:tim` },
      })),
      now,
    )
    const result = { flagged: flagged.length, begun: begun.length }
    return { result, entity, changes: { flagged: [null, flagged.length], begun: [null, begun.length] } }
  },
  audit: 'skp.overdueFlagged',
  timeoutMs: 60_000,
})

/** Brings plans that were set into force on their first day, and closes those whose last day has passed. Answers how many. */
export const applyPlanDays = command({
  input: z.strictObject(today),
  load: async () => ({}),
  allow: (actor) => jobOnly(actor),
  run: async ({ tx, input, now }) => {
    const moved = { updatedAt: now, revision: { increment: 1 } } as const
    const local = { system: { not: 'RUANG_GTK' } } as const
    const { count: started } = await tx.skp.updateMany({
      where: { ...local, state: 'DITETAPKAN', startsOn: { lte: input.today } },
      data: { ...moved, state: 'BERJALAN' },
    })
    const ended = await tx.skp.updateManyAndReturn({
      where: { ...local, state: { in: ['BERJALAN', 'REVISI'] }, endsOn: { lt: input.today } },
      data: { ...moved, state: 'DITUTUP', closeReason: 'PERIOD_END', closedAt: now, revisionAskedAt: null },
      select: { id: true },
    })
    // A revision that nobody finished is nobody's task any more.
    await tx.$executeRaw`
      UPDATE notice SET done_at = ${now}
      WHERE entity_type = 'Skp' AND entity_id = ANY (${ended.map(({ id }) => id)}::text[]) AND done_at IS NULL`
    const result = { started, closed: ended.length }
    return {
      result,
      entity: { type: 'Database', id: 'plans' },
      changes: { started: [null, started], closed: [null, ended.length] },
    }
  },
  audit: 'skp.dayApplied',
  timeoutMs: 60_000,
})

/**
 * What a day brings to plans, as the job of the server: starts and closes, and in January marks what is missing. Each step leaves its audit row
 * only when there is something to do.
 */
export async function planningDay(database: Database, day: Date, now: Date): Promise<void> {
  const caller = { actor: systemActor('tera daily'), now }
  const due = await database.prisma.skp.count({
    where: {
      system: { not: 'RUANG_GTK' },
      OR: [
        { state: 'DITETAPKAN', startsOn: { lte: day } },
        { state: { in: ['BERJALAN', 'REVISI'] }, endsOn: { lt: day } },
      ],
    },
  })
  if (due > 0) await execute(database, applyPlanDays, { today: day }, caller)
  if (!isDueForTim(day)) return
  const { prisma } = database
  const year = await prisma.period.findFirst({
    where: { key: String(day.getUTCFullYear()), state: { not: 'CLOSED' } },
    select: { id: true },
  })
  if (!year) return
  const [drafts, people] = await Promise.all([
    prisma.skp.count({ where: unmarked(year.id) }),
    prisma.employee.count({ where: withoutPlan(year.id) }),
  ])
  if (drafts + people > 0) await execute(database, flagOverduePlans, { today: day }, caller)
}
