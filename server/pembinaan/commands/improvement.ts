import { z } from 'zod'
import { improvementsTriggered } from '../../appraisals/queries/improvement.ts'
import type { AuditEventName } from '../../audit-events.ts'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { newId } from '../../new-id.ts'
import { notify, settleNotices } from '../../notices.ts'
import { dayText } from '../../organization/rules/days.ts'
import { type Command, command, type Step } from '../../transact.ts'
import { sameRevision } from '../policy/guards.ts'
import {
  type ImprovementMove,
  improvementMoves,
  mayEditImprovement,
  mayMarkDone,
  mayMoveImprovement,
  mayOpen,
} from '../policy/improvement.ts'
import { type LoadedImprovement, lockedImprovement } from '../queries/improvement-facts.ts'
import { daysAfter, milestoneDays, monthsAfter } from '../rules/improvement.ts'
import { day, line, paragraph, readRecord } from './inputs.ts'

const entityOf = (id: string) => ({ type: 'ImprovementPlan', id })

const actions = z
  .array(z.strictObject({ title: line, measure: line, dueOn: day }))
  .min(1)
  .max(5)

/**
 * Opens an improvement plan for a final result that calls for one (domain A12, D7): six months by the setting, looks back at 60, 120 and 180 days. Errors:
 * FORBIDDEN, CONFLICT_OF_INTEREST; WRONG_STATE when the result does not call for one; CONFLICT when it is open already.
 */
export const openImprovementPlan = command({
  input: z.strictObject({
    appraisalId: globalId('Appraisal'),
    gaps: paragraph,
    support: z.string().trim().max(8_000),
    startsOn: day,
    actions,
  }),
  load: async (tx, { appraisalId }, _actor, now) => {
    await tx.$queryRaw`SELECT id FROM appraisal WHERE id = ${appraisalId}::uuid FOR UPDATE`
    const row = await tx.appraisal.findUnique({
      where: { id: appraisalId },
      select: {
        ...{ id: true, employeeId: true, penilaiId: true },
        employee: { select: { name: true, superiorId: true, unit: { select: { ancestors: { select: { ancestorId: true } } } } } },
        improvementPlan: { select: { id: true } },
      },
    })
    if (!row) return null
    const triggered = await improvementsTriggered(tx, now, Prisma.sql`e.id = ${row.employeeId}::uuid`)
    return {
      ...row,
      underUnitIds: row.employee.unit.ancestors.map(({ ancestorId }) => ancestorId),
      isTriggered: triggered.some(({ results }) => results.some((result) => result.appraisalId === appraisalId)),
    }
  },
  allow: mayOpen,
  run: async ({ tx, input, subject, now }) => {
    if (!subject.isTriggered) {
      throw new DomainError('WRONG_STATE', {
        id: 'Hasil ini tidak mewajibkan rencana perbaikan.',
        en: 'This result does not call for an improvement plan.',
      })
    }
    const leaderId = subject.penilaiId ?? subject.employee.superiorId
    if (subject.improvementPlan || leaderId === null) {
      throw new DomainError('CONFLICT', {
        id: 'Rencana perbaikan sudah dibuka, atau pegawai ini tidak memiliki penilai.',
        en: 'The improvement plan is open already, or the employee has no penilai.',
      })
    }
    const { improvementMonths } = await settingsOn(tx, civilDate(now))
    const plan = await tx.improvementPlan.create({
      data: {
        ...{
          id: newId(),
          employeeId: subject.employeeId,
          appraisalId: subject.id,
          leaderId,
          gaps: input.gaps,
          support: input.support,
        },
        ...{ startsOn: input.startsOn, endsOn: monthsAfter(input.startsOn, improvementMonths) },
        actions: { create: input.actions.map((one, index) => ({ id: newId(), number: index + 1, ...one })) },
        milestones: {
          create: milestoneDays.map((after) => ({ id: newId(), day: after, dueOn: daysAfter(input.startsOn, after) })),
        },
      },
      select: { id: true },
    })
    await settleNotices(tx, { type: 'Appraisal', id: subject.id }, now, 'improvement.toOpen')
    const to = { employeeId: subject.employeeId }
    await notify(tx, [{ to, kind: 'improvement.toAgree', params: {}, entity: entityOf(plan.id), cause: plan.id }], now)
    return {
      result: plan.id,
      entity: entityOf(plan.id),
      changes: { appraisal: [null, subject.id], startsOn: [null, dayText(input.startsOn)] },
    }
  },
  audit: 'improvement.opened',
})

/** Changes gaps, support and actions until the employee agrees. Errors: FORBIDDEN, WRONG_STATE, STALE_VERSION. */
export const editImprovementPlan = command({
  input: z.strictObject({ ...readRecord('ImprovementPlan'), gaps: paragraph, support: z.string().trim().max(8_000), actions }),
  load: (tx, { id }) => lockedImprovement(tx, id),
  allow: (actor, plan, _now, { revision }) => {
    const verdict = mayEditImprovement(actor, plan)
    return verdict === true ? (sameRevision(plan, revision) ?? true) : verdict
  },
  run: async ({ tx, input: { id, revision, gaps, support, actions: listed }, subject }) => {
    await tx.improvementAction.deleteMany({ where: { planId: id } })
    await tx.improvementPlan.update({
      where: { id },
      data: {
        ...{ gaps, support, revision: revision + 1 },
        actions: { create: listed.map((one, index) => ({ id: newId(), number: index + 1, ...one })) },
      },
      select: { id: true },
    })
    return { result: id, entity: entityOf(id), changes: { actions: [subject.actions, listed.length] } }
  },
  audit: 'improvement.edited',
})

const moveInput = z.strictObject({ ...readRecord('ImprovementPlan') })
const concludeInput = z.strictObject({ ...readRecord('ImprovementPlan'), conclusion: paragraph })

type Moved<Input> = Pick<Step<Input, LoadedImprovement>, 'tx' | 'subject' | 'now'>

async function stepOn({ tx, subject: plan, now }: Moved<unknown>, step: ImprovementMove, conclusion?: string) {
  const to = improvementMoves[step].to
  await tx.improvementPlan.update({
    where: { id: plan.id },
    data: { state: to, revision: plan.revision + 1, ...(conclusion ? { conclusion } : {}) },
    select: { id: true },
  })
  await settleNotices(tx, entityOf(plan.id), now)
  return { result: plan.id, entity: entityOf(plan.id), changes: { state: [plan.state, to] as const } }
}

function move(
  step: ImprovementMove,
  audit: AuditEventName,
): Command<z.input<typeof moveInput>, z.output<typeof moveInput>, LoadedImprovement, string> {
  return command({
    input: moveInput,
    load: (tx, { id }) => lockedImprovement(tx, id),
    allow: (actor, plan, now, { revision }) => mayMoveImprovement(actor, plan, now, step, revision),
    run: (given) => stepOn(given, step),
    audit,
  })
}

function conclude(
  step: ImprovementMove,
  audit: AuditEventName,
): Command<z.input<typeof concludeInput>, z.output<typeof concludeInput>, LoadedImprovement, string> {
  return command({
    input: concludeInput,
    load: (tx, { id }) => lockedImprovement(tx, id),
    allow: (actor, plan, now, { revision }) => mayMoveImprovement(actor, plan, now, step, revision),
    run: (given) => stepOn(given, step, given.input.conclusion),
    audit,
  })
}

/** The employee agrees to the plan. */
export const agreeToImprovement = move('AGREE', 'improvement.agreed')
export const beginImprovement = move('BEGIN', 'improvement.started')
/** Two looks back in a row were as expected. */
export const stateImproved = conclude('IMPROVED', 'improvement.concluded')
export const stateNotImproved = conclude('NOT_IMPROVED', 'improvement.concluded')
export const closeImprovement = move('CLOSE', 'improvement.ended')
/** Refers somebody to the uji kompetensi (PP 30/2019 art. 57): a recommendation to the PyB or PPK, who decide. */
export const referImprovement = conclude('REFER', 'improvement.ended')

/** Records the next look back: what was found, and the rating on the failing axis as it stands. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const lookBack = command({
  input: z.strictObject({
    ...readRecord('ImprovementPlan'),
    level: z.enum(['DI_ATAS', 'SESUAI', 'DI_BAWAH']),
    finding: paragraph,
  }),
  load: (tx, { id }) => lockedImprovement(tx, id),
  allow: (actor, plan, now, { revision }) => mayMoveImprovement(actor, plan, now, nextLook(plan).step, revision),
  run: async (given) => {
    const { tx, input, subject: plan, now } = given
    const next = nextLook(plan)
    await tx.improvementMilestone.update({
      where: { planId_day: { planId: plan.id, day: next.day } },
      data: { heldOn: civilDate(now), level: input.level, finding: input.finding },
      select: { id: true },
    })
    return stepOn(given, next.step)
  },
  audit: 'improvement.lookedBack',
})

function nextLook({ state }: Pick<LoadedImprovement, 'state'>) {
  if (state === 'EVALUASI_60') return { step: 'LOOK_BACK_120', day: 120 } as const
  if (state === 'EVALUASI_120') return { step: 'LOOK_BACK_180', day: 180 } as const
  return { step: 'LOOK_BACK_60', day: 60 } as const
}

/** Marks an action as done. Errors: FORBIDDEN, WRONG_STATE, NOT_FOUND. */
export const markActionDone = command({
  input: z.strictObject({ id: globalId('ImprovementPlan'), number: z.int().min(1).max(5) }),
  load: (tx, { id }) => lockedImprovement(tx, id),
  allow: mayMarkDone,
  run: async ({ tx, input: { id, number }, now }) => {
    const doneOn = civilDate(now)
    const { count } = await tx.improvementAction.updateMany({ where: { planId: id, number, doneOn: null }, data: { doneOn } })
    if (count === 0)
      throw new DomainError('CONFLICT', {
        id: 'Tindakan ini sudah selesai atau tidak ada.',
        en: 'This action is done already, or there is none.',
      })
    return { result: id, entity: entityOf(id), changes: { [`actions.${number}`]: [null, dayText(doneOn)] } }
  },
  audit: 'improvement.actionDone',
})
