import type { ApprovalDecision, PembinaanPlanState } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type Moves, verdictsOf } from '../../moves.ts'
import { planWords } from '../rules/words.ts'
import { holds, isPerson, onlyPerson, sameRevision, stepVerdict } from './guards.ts'

/** What the policy must know of a plan. */
export type PlanFacts = {
  readonly state: PembinaanPlanState
  readonly revision: number
  /** Its unit with every unit above it. */
  readonly underUnitIds: readonly string[]
  readonly ownerId: string
  /** The chain of the present round, in order. */
  readonly chain: readonly { readonly approverId: string; readonly decision: ApprovalDecision | null }[]
  /** Last day of its last programme that was not called off; null without one. */
  readonly lastDay: Date | null
  readonly checkpoints: number
  /** Published evaluations of its programmes. */
  readonly evaluations: number
}

/** Whoever manages the unit, or the owner in their own name. */
function author(actor: Actor, { underUnitIds, ownerId }: PlanFacts): Verdict {
  return isPerson(actor, ownerId) || holds(actor, 'pembinaan.manage', underUnitIds)
}

const manager = (actor: Actor, { underUnitIds }: PlanFacts) => holds(actor, 'pembinaan.manage', underUnitIds)

/** The approver whose turn it is; null when nobody's is. */
export function nextApprover({ chain }: Pick<PlanFacts, 'chain'>): string | null {
  return chain.find(({ decision }) => decision === null)?.approverId ?? null
}

function approver(actor: Actor, facts: PlanFacts): Verdict {
  return onlyPerson(actor, nextApprover(facts), {
    id: 'pejabat yang mendapat giliran menyetujui',
    en: 'the approver whose turn it is',
  })
}

function lastProgrammeIsOver({ lastDay, checkpoints }: PlanFacts, now: Date): Verdict {
  if (lastDay === null || civilDate(now) < lastDay)
    return refuse('WRONG_STATE', 'Program terakhirnya belum selesai.', 'Its last programme has not ended yet.')
  if (checkpoints > 0) return true
  return refuse('WRONG_STATE', 'Jadwal pemantauan belum dibuat.', 'No checkpoints were laid out yet.')
}

function isEvaluated({ evaluations }: PlanFacts): Verdict {
  if (evaluations > 0) return true
  return refuse(
    'WRONG_STATE',
    'Evaluasi dampak dengan tingkat klaimnya belum diterbitkan.',
    'No impact evaluation with its level of claim was published yet.',
  )
}

const beforeEvaluation = [
  ...['DRAFT', 'KONSULTASI', 'DIAJUKAN', 'DIKEMBALIKAN', 'DISETUJUI', 'DIANGGARKAN', 'BERJALAN', 'SUSPENDED', 'PEMANTAUAN'],
] as PembinaanPlanState[]

/** The life of a plan (domain G2). The chain of approval is walked inside DIAJUKAN; its last member leads out of it. */
export const planMoves: Moves<
  | 'CONSULT'
  | 'SUBMIT'
  | 'RETURN'
  | 'APPROVE_ONE'
  | 'APPROVE'
  | 'BUDGET'
  | 'START'
  | 'SUSPEND'
  | 'RESUME'
  | 'MONITOR'
  | 'EVALUATE'
  | 'COMPLETE'
  | 'CANCEL',
  PembinaanPlanState,
  PlanFacts
> = {
  CONSULT: { from: ['DRAFT'], to: 'KONSULTASI', who: author },
  SUBMIT: { from: ['KONSULTASI', 'DIKEMBALIKAN'], to: 'DIAJUKAN', who: author },
  RETURN: { from: ['DIAJUKAN'], to: 'DIKEMBALIKAN', who: approver },
  APPROVE_ONE: { from: ['DIAJUKAN'], to: 'DIAJUKAN', who: approver },
  APPROVE: { from: ['DIAJUKAN'], to: 'DISETUJUI', who: approver },
  BUDGET: { from: ['DISETUJUI'], to: 'DIANGGARKAN', who: manager },
  START: { from: ['DIANGGARKAN'], to: 'BERJALAN', who: manager },
  SUSPEND: { from: ['BERJALAN'], to: 'SUSPENDED', who: manager },
  RESUME: { from: ['SUSPENDED'], to: 'BERJALAN', who: manager },
  MONITOR: { from: ['BERJALAN'], to: 'PEMANTAUAN', who: manager, when: lastProgrammeIsOver },
  EVALUATE: { from: ['PEMANTAUAN'], to: 'EVALUASI', who: manager },
  COMPLETE: { from: ['EVALUASI'], to: 'SELESAI', who: manager, when: isEvaluated },
  CANCEL: { from: beforeEvaluation, to: 'DIBATALKAN', who: manager },
}

export type PlanMove = keyof typeof planMoves

export function mayMovePlan(actor: Actor, facts: PlanFacts, now: Date, step: PlanMove, revision: number): Verdict {
  return stepVerdict(planMoves, planWords, actor, facts, now, { step, revision })
}

const editable: readonly PembinaanPlanState[] = ['DRAFT', 'KONSULTASI', 'DIKEMBALIKAN']

/** May the actor change the content now? Once submitted, only a return opens it again. */
export function mayEditPlan(actor: Actor, facts: PlanFacts): Verdict {
  const who = author(actor, facts)
  if (who !== true) return who
  if (editable.includes(facts.state)) return true
  const words = planWords[facts.state]
  return refuse(
    'WRONG_STATE',
    `Statusnya “${words.id}”; isinya hanya dapat diubah sebelum diajukan atau setelah dikembalikan.`,
    `Its state is “${words.en}”; the content is changed only before it is submitted or after it was returned.`,
  )
}

export function mayEditPlanAt(actor: Actor, facts: PlanFacts, revision: number): Verdict {
  const verdict = mayEditPlan(actor, facts)
  return verdict === true ? (sameRevision(facts, revision) ?? true) : verdict
}

/** What the actor may do with a plan now; names are those of the commands. */
export function planActions(actor: Actor, facts: PlanFacts, now: Date): Record<string, Verdict> {
  const { APPROVE_ONE: _, ...verdicts } = verdictsOf(planMoves, planWords, actor, facts, now)
  return { EDIT: mayEditPlan(actor, facts), ...verdicts }
}
