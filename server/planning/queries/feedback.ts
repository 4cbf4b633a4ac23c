import type { Context } from '../../context.ts'
import { type FeedbackGroup, type FeedbackTone, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { nothing, visibleEmployees } from '../../organization/queries.ts'
import { fullName } from '../../organization/rules/names.ts'
import type { Transaction } from '../../transact.ts'
import { type FeedbackPair, feedbackGroup } from '../rules/feedback.ts'

/**
 * Feedback that exists for this actor: what is said of themself, as far as its group is shown, and what they said under their name. Nobody else
 * reads the text (TA2): penilai and tim get counts.
 */
export function visibleFeedback(actor: Actor): Prisma.FeedbackWhereInput {
  if (actor.employeeId === null || actor.scopes !== null) return nothing
  return { OR: [{ employeeId: actor.employeeId, isShown: true }, { authorId: actor.employeeId }] }
}

/** Feedback that the actor gave as a leader. */
export function writtenBy(actor: Actor): Prisma.FeedbackWhereInput {
  return actor.employeeId === null || actor.scopes !== null ? nothing : { authorId: actor.employeeId }
}

type Reader = Pick<Transaction, 'employee'>

/** Author and ratee as they stand to each other today; null when the actor is no employee or may not know of the ratee. */
export async function feedbackPair(db: Reader, actor: Actor, rateeId: string): Promise<FeedbackPair | null> {
  if (actor.employeeId === null || actor.scopes !== null) return null
  const rows = await db.employee.findMany({
    where: {
      OR: [{ id: actor.employeeId }, { id: rateeId, OR: [visibleEmployees(actor), colleaguesOf(actor.employeeId)] }],
    },
    select: { id: true, unitId: true, superiorId: true, superior: { select: { superiorId: true } } },
  })
  const author = rows.find(({ id }) => id === actor.employeeId)
  const ratee = rows.find(({ id }) => id === rateeId)
  return author && ratee
    ? {
        authorId: author.id,
        authorSuperiorId: author.superiorId,
        rateeId: ratee.id,
        rateeSuperiorId: ratee.superiorId,
        rateeSuperiorsSuperiorId: ratee.superior?.superiorId ?? null,
        isSameUnit: author.unitId === ratee.unitId,
      }
    : null
}

/** People under the same penilai or in the same unit. */
function colleaguesOf(employeeId: string): Prisma.EmployeeWhereInput {
  const self = { some: { id: employeeId } }
  return { OR: [{ superior: { subordinates: self } }, { unit: { employees: self } }] }
}

export type FeedbackRatee = {
  readonly employeeId: string
  readonly name: string
  readonly positionTitle: string
  readonly group: FeedbackGroup
}

/** Most people in the list of those to whom somebody may give feedback. */
export const mostRatees = 200

/** The people around the actor, to whom feedback is given: leader, subordinates and colleagues, by name. One statement. */
export async function feedbackRatees({ db, actor }: Context): Promise<FeedbackRatee[]> {
  const me = actor.employeeId
  if (me === null || actor.scopes !== null) return []
  const self = await db.employee.findUnique({ where: { id: me }, select: { unitId: true, superiorId: true } })
  if (!self) return []
  const around: Prisma.EmployeeWhereInput[] = [{ superiorId: me }, { unitId: self.unitId }]
  if (self.superiorId !== null) around.push({ id: self.superiorId }, { superiorId: self.superiorId })
  const rows = await db.employee.findMany({
    where: { id: { not: me }, separatedOn: null, OR: around },
    select: {
      ...{ id: true, name: true, titleBefore: true, titleAfter: true, positionTitle: true },
      ...{ unitId: true, superiorId: true, superior: { select: { superiorId: true } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostRatees,
  })
  return rows.flatMap((row): FeedbackRatee[] => {
    const group = feedbackGroup({
      authorId: me,
      authorSuperiorId: self.superiorId,
      rateeId: row.id,
      rateeSuperiorId: row.superiorId,
      rateeSuperiorsSuperiorId: row.superior?.superiorId ?? null,
      isSameUnit: self.unitId === row.unitId,
    })
    const name = fullName(row.name, row.titleBefore, row.titleAfter)
    return group === null ? [] : [{ employeeId: row.id, name, positionTitle: row.positionTitle, group }]
  })
}

export type FeedbackTally = {
  readonly employeeId: string
  readonly periodKey: string
  readonly group: FeedbackGroup
  readonly tone: FeedbackTone
  readonly entries: number
}

/** Entries by quarter, group and tone of groups that are shown; for many people in one tick one statement. */
export function feedbackTally({ db, loaders }: Context, employeeId: string): Promise<readonly FeedbackTally[]> {
  return loaders.load('planning.feedbackTally', employeeId, async (ids) => {
    const rows = await db.$queryRaw<FeedbackTally[]>(Prisma.sql`
      SELECT employee_id AS "employeeId", period_key AS "periodKey", feedback_group AS "group", tone, count(*)::int AS entries
      FROM feedback WHERE employee_id = ANY(${[...ids]}::uuid[]) AND is_shown
      GROUP BY employee_id, period_key, feedback_group, tone
      ORDER BY period_key DESC, feedback_group, tone`)
    const byEmployee = Map.groupBy(rows, (row) => row.employeeId)
    return ids.map((id) => byEmployee.get(id) ?? [])
  })
}
