import { z } from 'zod'
import type { AuditEventName } from '../../audit-events.ts'
import { DomainError } from '../../errors.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { newId } from '../../new-id.ts'
import { notify, settleNotices } from '../../notices.ts'
import { type Command, command, type Step, type Transaction } from '../../transact.ts'
import { needsReason } from '../policy/guards.ts'
import { mayMovePlan, type PlanMove, planMoves } from '../policy/plans.ts'
import { type LoadedPlan, lockedPlan } from '../queries/plan-facts.ts'
import { planFaults } from '../rules/plan-faults.ts'
import { line, readRecord, reasonText } from './inputs.ts'

const plainInput = z.strictObject({ ...readRecord('PembinaanPlan'), reason: reasonText })

type Input = z.output<typeof plainInput>
type Told = {
  readonly kind: 'pembinaanPlan.toApprove' | 'pembinaanPlan.returned' | 'pembinaanPlan.approved'
  readonly to: string | null
}

const entityOf = (id: string) => ({ type: 'PembinaanPlan', id })

/** State and revision step on; whoever was asked is done, the next person is told. */
async function stepOn(
  { tx, subject: plan, now }: Pick<Step<unknown, LoadedPlan>, 'tx' | 'subject' | 'now'>,
  to: LoadedPlan['state'],
  { data = {}, told = null, reason = '' }: { data?: Prisma.PembinaanPlanUpdateInput; told?: Told | null; reason?: string },
) {
  await tx.pembinaanPlan.update({
    where: { id: plan.id },
    data: { ...data, state: to, revision: plan.revision + 1 },
    select: { id: true },
  })
  await settleNotices(tx, entityOf(plan.id), now)
  if (told?.to) {
    const params = { plan: plan.title, reason }
    const cause = `${plan.id}:${plan.revision + 1}`
    await notify(tx, [{ to: { employeeId: told.to }, kind: told.kind, params, entity: entityOf(plan.id), cause }], now)
  }
  return {
    result: plan.id,
    entity: entityOf(plan.id),
    changes: { state: [plan.state, to] as const },
    ...(reason ? { reason } : {}),
  }
}

function move(
  step: PlanMove,
  audit: AuditEventName,
  isReasoned = false,
): Command<z.input<typeof plainInput>, Input, LoadedPlan, string> {
  return command({
    input: plainInput,
    load: (tx, { id }) => lockedPlan(tx, id),
    allow: (actor, plan, now, { revision, reason }) => {
      const verdict = mayMovePlan(actor, plan, now, step, revision)
      return verdict === true && isReasoned ? needsReason(reason) : verdict
    },
    run: (given) => {
      const reason = given.input.reason ?? ''
      return stepOn(given, planMoves[step].to, { reason, data: reason ? { stateReason: reason } : {} })
    },
    audit,
  })
}

/** Takes a draft to heads, staff and citizens. */
export const consultOnPlan = move('CONSULT', 'pembinaanPlan.consulted')
/** The budget was given by the regional budget. */
export const budgetPlan = move('BUDGET', 'pembinaanPlan.budgeted')
export const startPlan = move('START', 'pembinaanPlan.started')
/** Suspends a running plan, with a reason (a budget cut, force majeure). */
export const suspendPlan = move('SUSPEND', 'pembinaanPlan.suspended', true)
export const resumePlan = move('RESUME', 'pembinaanPlan.resumed')
/** Takes it into monitoring, once its last programme ended and checkpoints were laid out. */
export const monitorPlan = move('MONITOR', 'pembinaanPlan.monitored')
export const evaluatePlan = move('EVALUATE', 'pembinaanPlan.evaluated')
/** Completes it, once an impact evaluation with its level of claim was published. */
export const completePlan = move('COMPLETE', 'pembinaanPlan.completed')
/** Cancels it before its evaluation, with a reason. */
export const cancelPlan = move('CANCEL', 'pembinaanPlan.cancelled', true)

/** Throws every missing piece at once; each field names where it is mended. */
function refuseIncomplete({ judged }: LoadedPlan): void {
  const faults = planFaults(judged)
  if (faults.length === 0) return
  const code = faults.every((fault) => fault.code === 'PAGU_EXCEEDED')
    ? 'PAGU_EXCEEDED'
    : faults.every((fault) => fault.code === 'DESIGN_REQUIRED')
      ? 'DESIGN_REQUIRED'
      : 'INVALID_INPUT'
  throw new DomainError(
    code,
    {
      id: `Rencana belum dapat diajukan: ada ${faults.length} hal yang harus dilengkapi.`,
      en: `The plan cannot be submitted yet: ${faults.length} things are missing.`,
    },
    Object.fromEntries(
      faults.map(({ field, programmeId, sentence }) => [programmeId ? `${field}.${programmeId}` : field, sentence]),
    ),
  )
}

/** Throws CONFLICT_OF_INTEREST for whoever wrote the plan; nobody approves their own. */
async function refuseAuthors(tx: Transaction, plan: LoadedPlan, approverIds: readonly string[]): Promise<void> {
  const author = plan.createdById && (await tx.user.findUnique({ where: { id: plan.createdById }, select: { employeeId: true } }))
  const own = [plan.ownerId, author ? author.employeeId : null]
  const index = approverIds.findIndex((id) => own.includes(id))
  if (index < 0) return
  const sentence = { id: 'Penyusun rencana tidak menyetujuinya sendiri.', en: 'Whoever wrote a plan does not approve it.' }
  throw new DomainError('CONFLICT_OF_INTEREST', sentence, { [`approvers.${index}.employeeId`]: sentence })
}

/**
 * Submits a plan to a chain of named approvers, who decide in this order. Its content is kept as this round saw it. Errors: FORBIDDEN, STALE_VERSION,
 * WRONG_STATE, CONFLICT_OF_INTEREST; INVALID_INPUT, PAGU_EXCEEDED or DESIGN_REQUIRED name all that is missing in `fields`.
 */
export const submitPembinaanPlan = command({
  input: z.strictObject({
    ...readRecord('PembinaanPlan'),
    approvers: z
      .array(z.strictObject({ employeeId: globalId('Employee'), capacity: line }))
      .min(1)
      .max(5),
  }),
  load: (tx, { id }) => lockedPlan(tx, id),
  allow: (actor, plan, now, { revision }) => mayMovePlan(actor, plan, now, 'SUBMIT', revision),
  run: async (given) => {
    const { tx, input, subject: plan, actor, now } = given
    refuseIncomplete(plan)
    const approverIds = input.approvers.map(({ employeeId }) => employeeId)
    await refuseAuthors(tx, plan, approverIds)
    const round = plan.round + 1
    await tx.planApproval.createMany({
      data: input.approvers.map(({ employeeId, capacity }, index) => ({
        ...{ id: newId(), planId: plan.id, round, number: index + 1, approverId: employeeId, capacity },
      })),
    })
    const content = await tx.pembinaanPlan.findUniqueOrThrow({
      where: { id: plan.id },
      include: { problems: true, indicators: true, stakeholders: true, budgetLines: true, risks: true, programmes: true },
    })
    await tx.planVersion.create({
      data: {
        ...{ id: newId(), planId: plan.id, round, createdById: actor.kind === 'USER' ? actor.id : null },
        content: JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject,
      },
      select: { id: true },
    })
    return stepOn(given, 'DIAJUKAN', {
      data: { round, submittedAt: now, stateReason: null },
      told: { kind: 'pembinaanPlan.toApprove', to: approverIds[0] ?? null },
    })
  },
  audit: 'pembinaanPlan.submitted',
})

async function decide(
  tx: Transaction,
  plan: LoadedPlan,
  decision: 'DISETUJUI' | 'DIKEMBALIKAN',
  reason: string | null,
  now: Date,
) {
  const turn = plan.approvals.find((one) => one.round === plan.round && one.decision === null)
  await tx.planApproval.update({
    where: { id: turn?.id ?? '' },
    data: { decision, reason, decidedAt: now },
    select: { id: true },
  })
}

/** The approver whose turn it is agrees; the last one approves the plan. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const approvePembinaanPlan = command({
  input: plainInput,
  load: (tx, { id }) => lockedPlan(tx, id),
  allow: (actor, plan, now, { revision }) => mayMovePlan(actor, plan, now, 'APPROVE', revision),
  run: async (given) => {
    const { tx, input, subject: plan, now } = given
    await decide(tx, plan, 'DISETUJUI', input.reason ?? null, now)
    const waiting = plan.chain.filter(({ decision }) => decision === null).slice(1)
    if (waiting.length > 0) {
      return stepOn(given, 'DIAJUKAN', { told: { kind: 'pembinaanPlan.toApprove', to: waiting[0]?.approverId ?? null } })
    }
    return stepOn(given, 'DISETUJUI', { data: { approvedAt: now }, told: { kind: 'pembinaanPlan.approved', to: plan.ownerId } })
  },
  audit: 'pembinaanPlan.approved',
})

/** The approver whose turn it is returns the plan, with a reason; its content opens again. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE, REASON_REQUIRED. */
export const returnPembinaanPlan = command({
  input: plainInput,
  load: (tx, { id }) => lockedPlan(tx, id),
  allow: (actor, plan, now, { revision, reason }) => {
    const verdict = mayMovePlan(actor, plan, now, 'RETURN', revision)
    return verdict === true ? needsReason(reason) : verdict
  },
  run: async (given) => {
    const { tx, input, subject: plan, now } = given
    const reason = input.reason ?? ''
    await decide(tx, plan, 'DIKEMBALIKAN', reason, now)
    return stepOn(given, 'DIKEMBALIKAN', {
      reason,
      data: { stateReason: reason },
      told: { kind: 'pembinaanPlan.returned', to: plan.ownerId },
    })
  },
  audit: 'pembinaanPlan.returned',
})
