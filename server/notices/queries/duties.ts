import type { Permission } from '../../identity/policy.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { Settings } from '../../identity/rules/settings.ts'
import type { NoticeKind } from '../../notice-kinds.ts'
import { type NewNotice, untold } from '../../notices.ts'
import { dayText } from '../../organization/rules/days.ts'
import type { Entity, Transaction } from '../../transact.ts'
import { daysLeft, longestOverdueDays, type Rung, rungOn } from '../rules/ladder.ts'

/** A step of the chain: people by their employee, or whoever holds a permission over the unit (the tim, the PyB). */
export type Level = { readonly employeeIds: readonly string[] } | { readonly holdersOf: Permission }

/** Something that somebody has to do by a deadline. */
export type Duty = {
  readonly entity: Entity
  readonly params: Readonly<Record<string, string>>
  readonly deadline: Date
  /** Whoever has to act, then whoever is told when it is overdue; empty levels are passed over. */
  readonly chain: readonly Level[]
  readonly periodId: string
  readonly unitId: string
  readonly employeeId: string
}

export type DutyContext = { readonly now: Date; readonly today: Date; readonly settings: Settings }

type Kinds = { readonly soon: NoticeKind; readonly overdue?: NoticeKind }

/** A part of the year's work whose deadlines are watched. */
export type Phase = {
  readonly kinds: Kinds
  /** How the holders of a permission are told: once for all of a period together. */
  readonly some?: Kinds
  readonly duties: (tx: Transaction, context: DutyContext) => Promise<readonly Duty[]>
}

/** Is a deadline so near, or so little overdue, that somebody may be told of it today? */
export function isNear(deadline: Date, { today, settings }: DutyContext): boolean {
  const left = daysLeft(deadline, today)
  return left <= (settings.reminderDays.at(-1) ?? 0) && left >= -longestOverdueDays
}

/** What is to be told today and has not been told yet, and what was told and is no longer asked of anybody. */
export type Reminders = { readonly fresh: readonly NewNotice[]; readonly settled: readonly string[] }

/** The reminders and escalations of one phase today. A fixed number of statements however many duties there are. */
export async function remindersOf(tx: Transaction, phase: Phase, now: Date): Promise<Reminders> {
  const today = civilDate(now)
  const settings = await settingsOn(tx, today)
  const duties = await phase.duties(tx, { now, today, settings })
  const steps = duties.flatMap((duty) => {
    const chain = duty.chain.filter((level) => !('employeeIds' in level) || level.employeeIds.length > 0)
    const rung = rungOn(duty.deadline, today, chain.length, settings)
    const level = rung && chain[rung.level]
    return level ? [{ duty, rung, level }] : []
  })
  const named = steps.flatMap((step) => ('employeeIds' in step.level ? toPeople(phase, step, step.level.employeeIds) : []))
  const held = steps.flatMap((step) => ('holdersOf' in step.level ? [{ ...step, permission: step.level.holdersOf }] : []))
  const notices = [...named, ...(await toHolders(tx, phase, held, today))]
  const entityIds = [...duties.map(({ entity }) => entity.id), ...held.map(({ duty }) => duty.periodId)]
  const kinds = [phase.kinds, phase.some ?? {}].flatMap((some) => Object.values(some))
  const settled = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM notice WHERE kind = ANY (${kinds}::text[]) AND done_at IS NULL AND NOT entity_id = ANY (${entityIds}::text[])`
  return { fresh: await untold(tx, notices), settled: settled.map(({ id }) => id) }
}

type Told = { readonly duty: Duty; readonly rung: Rung }

const kindOf = ({ soon, overdue }: Kinds, { isOverdue }: Rung) => (isOverdue ? overdue : soon)
const causeOf = (id: string, { duty, rung }: Told) => `${id}:${dayText(civilDate(duty.deadline))}:${rung.name}`

function toPeople(phase: Phase, told: Told, employeeIds: readonly string[]): NewNotice[] {
  const kind = kindOf(phase.kinds, told.rung)
  const { entity, params, deadline: dueAt } = told.duty
  if (!kind) return []
  return employeeIds.map((employeeId) => ({ to: { employeeId }, kind, params, entity, dueAt, cause: causeOf(entity.id, told) }))
}

/** Each holder is told once for all duties of a period that stand on the same step, and is not told of each by name. */
async function toHolders(
  tx: Transaction,
  phase: Phase,
  steps: readonly (Told & { readonly permission: Permission })[],
  today: Date,
): Promise<NewNotice[]> {
  const groups = Map.groupBy(steps, (step) => `${step.permission} ${causeOf(step.duty.periodId, step)}`)
  const notices = await Promise.all(
    [...groups.values()].map(async (group): Promise<NewNotice[]> => {
      const [first] = group
      const kind = first && phase.some ? kindOf(phase.some, first.rung) : undefined
      if (!first || !kind) return []
      const over = [...new Map(group.map(({ duty }) => [`${duty.unitId}`, { ...duty, id: duty.unitId }])).values()]
      const holders = await holdersOf(tx, first.permission, over, today)
      const users = new Set([...holders.values()].flat().map(({ userId }) => userId))
      const { params, deadline: dueAt, periodId } = first.duty
      const about = { kind, params, entity: { type: 'Period', id: periodId }, dueAt, cause: causeOf(periodId, first) }
      return [...users].map((userId) => ({ to: { userId }, ...about }))
    }),
  )
  return notices.flat()
}
