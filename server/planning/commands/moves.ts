import { z } from 'zod'
import type { AuditEventName } from '../../audit-events.ts'
import { DomainError } from '../../errors.ts'
import { type Prisma, SkpCloseReason } from '../../generated/prisma/client.ts'
import { type Command, command, type Step, type Transaction } from '../../transact.ts'
import { mayMove, type SkpMove, skpMoves } from '../policy.ts'
import { loadPlans } from '../queries/plan-content.ts'
import { faultsOf, isError, refusalCode } from '../rules/faults.ts'
import { needsReason, readSkp, reasonText } from './inputs.ts'
import { type LockedSkp, lockedSkp } from './locks.ts'
import { passOn, penilaiOf, timOf } from './tell.ts'

const plainInput = z.strictObject(readSkp)
const reasonedInput = z.strictObject({ ...readSkp, reason: reasonText })

type PlainInput = z.output<typeof plainInput>
type ReasonedInput = z.output<typeof reasonedInput>
type Told = Parameters<typeof passOn>[3]

type MoveSpec<Input> = {
  readonly move: SkpMove
  readonly audit: AuditEventName
  /** Columns beside state and revision. */
  readonly data?: (step: Step<Input, LockedSkp>) => Promise<Prisma.SkpUncheckedUpdateInput> | Prisma.SkpUncheckedUpdateInput
  readonly tell?: (tx: Transaction, skp: LockedSkp, input: Input) => Promise<Told> | Told
}

/** The change of one move: state and revision step on, whoever was asked is done, the next person is told. */
async function step<Input extends PlainInput & { readonly reason?: string | null | undefined }>(
  { move, data, tell }: MoveSpec<Input>,
  given: Step<Input, LockedSkp>,
) {
  const { tx, input, subject: skp, now } = given
  const to = skpMoves[move].to
  await tx.skp.update({
    where: { id: skp.id },
    data: { ...(await data?.(given)), state: to, revision: skp.revision + 1, updatedAt: now },
    select: { id: true },
  })
  await passOn(tx, skp, now, (await tell?.(tx, skp, input)) ?? null)
  return {
    result: skp.id,
    entity: { type: 'Skp', id: skp.id },
    changes: { state: [skp.state, to] as const },
    ...(input.reason ? { reason: input.reason } : {}),
  }
}

function plain(spec: MoveSpec<PlainInput>): Command<z.input<typeof plainInput>, PlainInput, LockedSkp, string> {
  return command({
    input: plainInput,
    load: (tx, { id }, actor, now) => lockedSkp(tx, id, actor, now),
    allow: (actor, skp, now, { revision }) => mayMove(actor, skp, now, spec.move, revision),
    run: (given) => step(spec, given),
    audit: spec.audit,
  })
}

/** A move that needs a reason: its absence is told after everything else, as REASON_REQUIRED. */
function reasoned(spec: MoveSpec<ReasonedInput>): Command<z.input<typeof reasonedInput>, ReasonedInput, LockedSkp, string> {
  return command({
    input: reasonedInput,
    load: (tx, { id }, actor, now) => lockedSkp(tx, id, actor, now),
    allow: (actor, skp, now, { revision, reason }) => {
      const verdict = mayMove(actor, skp, now, spec.move, revision)
      return verdict === true ? needsReason(reason) : verdict
    },
    run: (given) => step(spec, given),
    audit: spec.audit,
  })
}

/** Throws everything that keeps the plan from being agreed, at once: one sentence for each field. */
async function refuseFaults(tx: Transaction, id: string): Promise<void> {
  const [plan] = await loadPlans(tx, [id])
  const errors = plan ? faultsOf(plan).filter(isError) : []
  if (errors.length === 0) return
  const fields = new Map<string, { id: string; en: string }>()
  for (const { field, sentence } of errors) {
    const known = fields.get(field)
    fields.set(field, known ? { id: `${known.id} ${sentence.id}`, en: `${known.en} ${sentence.en}` } : sentence)
  }
  throw new DomainError(
    refusalCode(errors),
    {
      id: `SKP belum dapat diajukan: ada ${errors.length} hal yang harus diperbaiki.`,
      en: `The plan cannot be submitted yet: ${errors.length} things must be mended.`,
    },
    Object.fromEntries(fields),
  )
}

/**
 * Submits a draft or a returned plan; unit, position and penilai are taken from the post as it stands. WEIGHT_SUM, RHK_UNLINKED,
 * CASCADE_CYCLE or INVALID_INPUT name all faults at once in `fields`.
 */
export const submitSkp = plain({
  move: 'SUBMIT',
  audit: 'skp.submitted',
  data: async ({ tx, subject: skp, now }) => {
    await refuseFaults(tx, skp.id)
    const employee = await tx.employee.findUniqueOrThrow({
      where: { id: skp.employeeId },
      select: {
        superiorId: true,
        unitId: true,
        positionTitle: true,
        positionLevel: true,
        unit: { select: { ancestors: { orderBy: { distance: 'desc' }, select: { ancestor: { select: { name: true } } } } } },
      },
    })
    const { superiorId, unitId, positionTitle, positionLevel, unit } = employee
    const unitPath = unit.ancestors.map(({ ancestor }) => ancestor.name).join(' › ')
    return { submittedAt: now, standingReason: null, penilaiId: superiorId, unitId, unitPath, positionTitle, positionLevel }
  },
  tell: async (tx, skp) => ({ kind: 'skp.toReview', to: await timOf(tx, skp) }),
})

/** Returns a submitted or reviewed plan to its author, with a reason. */
export const returnSkp = reasoned({
  move: 'RETURN',
  audit: 'skp.returned',
  data: ({ input }) => ({ standingReason: input.reason ?? null }),
  tell: (_tx, skp, { reason }) => ({ kind: 'skp.returned', to: [{ employeeId: skp.employeeId }], reason: reason ?? '' }),
})

/** The tim kinerja has looked at a submitted plan: weights, links and targets (domain A2). */
export const reviewSkp = plain({
  move: 'REVIEW',
  audit: 'skp.reviewed',
  tell: (_tx, skp) => ({ kind: 'skp.toApprove', to: penilaiOf(skp) }),
})

/** The penilai sets a reviewed plan; the PPK for somebody without a penilai, the tim for a plan that nobody made in time. */
export const approveSkp = plain({
  move: 'APPROVE',
  audit: 'skp.approved',
  data: ({ actor, now }) => ({ setAt: now, setById: actor.employeeId }),
  tell: (_tx, skp) => ({ kind: 'skp.approved', to: [{ employeeId: skp.employeeId }] }),
})

/** Brings a plan that was set into force once its first day has come; the daily step does so by itself. */
export const startSkp = plain({ move: 'START', audit: 'skp.started' })

/** Asks for a revision of a plan in force, with a reason; the penilai allows or declines it. */
export const requestSkpRevision = reasoned({
  move: 'REQUEST_REVISION',
  audit: 'skp.revisionAsked',
  data: ({ input, now }) => ({ revisionAskedAt: now, standingReason: input.reason ?? null }),
  tell: (_tx, skp, { reason }) => ({ kind: 'skp.revisionAsked', to: penilaiOf(skp), reason: reason ?? '' }),
})

/** Opens a plan for the revision that was asked for: its content can be changed, and is set again by `approveSkpRevision`. */
export const allowSkpRevision = plain({
  move: 'ALLOW_REVISION',
  audit: 'skp.revisionAllowed',
  data: () => ({ revisionAskedAt: null }),
  tell: (_tx, skp) => ({ kind: 'skp.revisionAllowed', to: [{ employeeId: skp.employeeId }] }),
})

/** Declines a revision, with a reason; the plan stays in force as it is. */
export const declineSkpRevision = reasoned({
  move: 'DECLINE_REVISION',
  audit: 'skp.revisionDeclined',
  data: ({ input }) => ({ revisionAskedAt: null, standingReason: input.reason ?? null }),
  tell: (_tx, skp, { reason }) => ({ kind: 'skp.revisionDeclined', to: [{ employeeId: skp.employeeId }], reason: reason ?? '' }),
})

/** Sets the revised plan, which is in force again. The faults of `submitSkp` hold here as well. */
export const approveSkpRevision = plain({
  move: 'APPROVE_REVISION',
  audit: 'skp.revised',
  data: async ({ tx, subject: skp, actor, now }) => {
    await refuseFaults(tx, skp.id)
    return { setAt: now, setById: actor.employeeId, standingReason: null }
  },
  tell: (_tx, skp) => ({ kind: 'skp.approved', to: [{ employeeId: skp.employeeId }] }),
})

const closeInput = z.strictObject({ ...readSkp, closeReason: z.enum(SkpCloseReason), lastDay: z.date().nullish() })

/**
 * Closes a plan at the end of its period, or before at a separation; `lastDay` is then the last day that it covers. WRONG_STATE at the end
 * of the period as long as its last day has not passed, INVALID_INPUT for a day that it does not cover. A transfer is `splitSkp`.
 */
export const closeSkp = command({
  input: closeInput,
  load: (tx, { id }, actor, now) => lockedSkp(tx, id, actor, now),
  allow: (actor, skp, now, { revision }) => mayMove(actor, skp, now, 'CLOSE', revision),
  run: async ({ tx, input, subject: skp, now }) => {
    const endsOn = input.lastDay ?? skp.endsOn
    if (input.closeReason === 'PERIOD_END' && skp.today <= endsOn) throw notOver()
    if (endsOn < skp.startsOn || endsOn > skp.endsOn) throw outside()
    await tx.skp.update({
      where: { id: skp.id },
      data: {
        ...{ state: 'DITUTUP', closeReason: input.closeReason, closedAt: now, endsOn },
        ...{ revisionAskedAt: null, revision: skp.revision + 1, updatedAt: now },
      },
      select: { id: true },
    })
    await passOn(tx, skp, now, { kind: 'skp.closed', to: [{ employeeId: skp.employeeId }] })
    const changes = { state: [skp.state, 'DITUTUP'], closeReason: [null, input.closeReason] } as const
    return { result: skp.id, entity: { type: 'Skp', id: skp.id }, changes }
  },
  audit: 'skp.closed',
})

function notOver(): DomainError {
  return new DomainError('WRONG_STATE', {
    id: 'Hari terakhir SKP ini belum lewat.',
    en: 'The last day of this plan has not passed.',
  })
}

function outside(): DomainError {
  const sentence = { id: 'Hari itu di luar masa SKP ini.', en: 'This plan does not cover that day.' }
  return new DomainError('INVALID_INPUT', sentence, { lastDay: sentence })
}
