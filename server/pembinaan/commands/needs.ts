import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { newId } from '../../new-id.ts'
import { notify, settleNotices } from '../../notices.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayMoveNeed, mayPropose, needMoves } from '../policy/needs.ts'
import { needPartsOf } from '../queries/need-parts.ts'
import { lastForm } from '../rules/forms.ts'
import { needPriority } from '../rules/need-priority.ts'
import { amount, line, paragraph, readRecord } from './inputs.ts'

const underUnits = { unit: { select: { ancestors: { select: { ancestorId: true } } } } } as const

const entityOf = (id: string) => ({ type: 'DevelopmentNeed', id })

/**
 * Proposes a need of an employee for a year; its priority is judged from the data as they stand (LOCAL). An employee who proposes their own makes a request. Errors:
 * FORBIDDEN, NOT_FOUND, CONFLICT when the competency stands on the list of that year.
 */
export const proposeNeed = command({
  input: z.strictObject({
    employeeId: globalId('Employee'),
    competencyId: globalId('Competency'),
    year: z.int().min(2000).max(2100),
    source: z.enum(['APPRAISAL', 'COMPETENCY_GAP', 'PUBLIC_SIGNAL', 'EMPLOYEE_REQUEST', 'NEW_REGULATION']),
    activity: line,
    reason: paragraph,
    formId: z.int().min(1).max(lastForm).nullish(),
    targetPosition: line.nullish(),
    budget: amount.nullish(),
    strategic: z.string().regex(/^(0|0\.5|1)$/),
    strategicReason: line.nullish(),
  }),
  load: async (tx, { employeeId, competencyId }) => {
    await tx.$queryRaw`SELECT id FROM employee WHERE id = ${employeeId}::uuid FOR NO KEY UPDATE`
    const employee = await tx.employee.findUnique({
      where: { id: employeeId },
      select: { id: true, superiorId: true, ...underUnits },
    })
    const isKnown = (await tx.competency.count({ where: { id: competencyId } })) === 1
    if (!employee || !isKnown) return null
    return { ...employee, underUnitIds: employee.unit.ancestors.map(({ ancestorId }) => ancestorId) }
  },
  allow: mayPropose,
  run: async ({ tx, input, actor }) => {
    const { employeeId, competencyId, year, strategic } = input
    if ((await tx.developmentNeed.count({ where: { employeeId, competencyId, year } })) > 0) {
      const sentence = {
        id: 'Kebutuhan ini sudah tercatat untuk tahun itu.',
        en: 'This need is on the list of that year already.',
      }
      throw new DomainError('CONFLICT', sentence, { competencyId: sentence })
    }
    const found = await needPartsOf(tx, employeeId)
    const { priority } = needPriority({ ...found, strategic })
    const source = actor.employeeId === employeeId ? 'EMPLOYEE_REQUEST' : input.source
    const data: Prisma.DevelopmentNeedUncheckedCreateInput = {
      ...{
        id: newId(),
        employeeId,
        competencyId,
        year,
        source,
        activity: input.activity,
        reason: input.reason,
        priority,
        strategic,
      },
      ...{ formId: input.formId ?? null, targetPosition: input.targetPosition ?? null, budget: input.budget ?? null },
      ...{ strategicReason: input.strategicReason ?? null, requestedById: actor.kind === 'USER' ? actor.id : null },
      ...{
        gapNorm: String(found.gapNorm),
        performanceGap: String(found.performanceGap),
        publicSignal: String(found.publicSignal),
      },
      ...{ appraisalId: found.appraisalId, seriesId: found.seriesId },
    }
    const { id } = await tx.developmentNeed.create({ data, select: { id: true } })
    return { result: id, entity: entityOf(id), changes: { state: [null, 'DIUSULKAN'], priority: [null, priority] } }
  },
  audit: 'need.proposed',
})

async function locked(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT id FROM development_need WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.developmentNeed.findUnique({
    where: { id },
    include: { employee: { select: underUnits }, competency: { select: { name: true } } },
  })
  return row && { ...row, underUnitIds: row.employee.unit.ancestors.map(({ ancestorId }) => ancestorId) }
}

/** Accepts or declines a need; the employee is told. Errors: FORBIDDEN, CONFLICT_OF_INTEREST, STALE_VERSION, WRONG_STATE, REASON_REQUIRED for a decline. */
export const decideNeed = command({
  input: z.strictObject({
    ...readRecord('DevelopmentNeed'),
    isAccepted: z.boolean(),
    reason: z.string().trim().min(10).max(2_000).nullish(),
  }),
  load: (tx, { id }) => locked(tx, id),
  allow: (actor, row, now, { revision, isAccepted }) =>
    mayMoveNeed(actor, row, now, isAccepted ? 'ACCEPT_NEED' : 'DECLINE_NEED', revision),
  run: async ({ tx, input: { id, isAccepted, reason = null }, subject, actor, now }) => {
    if (!isAccepted && !reason)
      throw new DomainError('REASON_REQUIRED', { id: 'Tulis alasan penolakan.', en: 'Give the reason of declining.' })
    const state = needMoves[isAccepted ? 'ACCEPT_NEED' : 'DECLINE_NEED'].to
    await tx.developmentNeed.update({
      where: { id },
      data: {
        ...{ state, decidedAt: now, decidedById: actor.employeeId, decisionReason: reason },
        ...{ revision: { increment: 1 }, ...(isAccepted ? {} : { programmeId: null }) },
      },
      select: { id: true },
    })
    await settleNotices(tx, entityOf(id), now)
    const params = { competency: subject.competency.name, outcome: isAccepted ? '✓' : (reason ?? '–') }
    const cause = `${id}:${subject.revision + 1}`
    await notify(tx, [{ to: { employeeId: subject.employeeId }, kind: 'need.decided', params, entity: entityOf(id), cause }], now)
    return { result: id, entity: entityOf(id), changes: { state: [subject.state, state] }, ...(reason ? { reason } : {}) }
  },
  audit: 'need.decided',
})

/** Plans an accepted need in a programme. Errors: FORBIDDEN, CONFLICT_OF_INTEREST, STALE_VERSION, WRONG_STATE, NOT_FOUND. */
export const planNeed = command({
  input: z.strictObject({ ...readRecord('DevelopmentNeed'), programmeId: globalId('PembinaanProgramme') }),
  load: async (tx, { id, programmeId }) => {
    const isKnown = (await tx.pembinaanProgramme.count({ where: { id: programmeId, state: { not: 'BATAL' } } })) === 1
    return isKnown ? locked(tx, id) : null
  },
  allow: (actor, row, now, { revision }) => mayMoveNeed(actor, row, now, 'PLAN_NEED', revision),
  run: async ({ tx, input: { id, programmeId }, subject }) => {
    await tx.developmentNeed.update({
      where: { id },
      data: { state: 'DIRENCANAKAN', programmeId, revision: { increment: 1 } },
      select: { id: true },
    })
    return {
      result: id,
      entity: entityOf(id),
      changes: { state: [subject.state, 'DIRENCANAKAN'], programme: [subject.programmeId, programmeId] },
    }
  },
  audit: 'need.planned',
})
