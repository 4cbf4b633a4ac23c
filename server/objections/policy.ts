import { type LifeMove, mayMove } from '../appraisals/policy/life.ts'
import type { LifeFacts } from '../appraisals/policy/life-facts.ts'
import { isAnyPenilai, isDecider, isRatee } from '../appraisals/policy/life-guards.ts'
import type { ObjectionState } from '../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../identity/policy.ts'
import { type Moves, verdictsOf } from '../moves.ts'
import { isPast } from '../organization/rules/deadlines.ts'
import { objectionStateWords } from './rules/state-words.ts'

/** Fewest characters of the reasons of an objection (LOCAL; PP 30/2019 art. 59 wants them in writing). */
export const leastReasons = 20

/** States in which an objection waits for a decision. */
export const openStates = [
  'DIAJUKAN',
  'DITERIMA',
  'KLARIFIKASI_PENILAI',
  'KLARIFIKASI_PEGAWAI',
  'SIAP_DIPUTUS',
] as const satisfies readonly ObjectionState[]

/** What the policy must know of an objection. */
export type ObjectionFacts = {
  readonly state: ObjectionState
  readonly revision: number
  /** Last instant at which both sides are waited for; null until it is accepted. */
  readonly hearUntil: Date | null
  readonly appraisal: LifeFacts
}

const isDecidedBy = isDecider('objections.decide')
const isPreparedBy = isDecider('objections.prepare')

const penilai = (actor: Actor, { appraisal }: ObjectionFacts) => isAnyPenilai(actor, appraisal)
const employee = (actor: Actor, { appraisal }: ObjectionFacts) => isRatee(actor, appraisal)
const preparer = (actor: Actor, { appraisal }: ObjectionFacts) => isPreparedBy(actor, appraisal)
const decider = (actor: Actor, { appraisal }: ObjectionFacts) => isDecidedBy(actor, appraisal)
/** A superior of the penilai decides without a proposal of somebody else. */
const proposer = (actor: Actor, { appraisal }: ObjectionFacts): Verdict => {
  if (appraisal.superiorOfPenilaiId === null) return isPreparedBy(actor, appraisal)
  return refuse(
    'FORBIDDEN',
    'Atasan pejabat penilai memutus sendiri; usulan hanya disusun untuk keberatan yang diputus PPK.',
    'The superior of the penilai decides alone; proposals are made only where the PPK decides.',
  )
}

/**
 * The life of an objection (domain G2, A11). The superior of the penilai examines and decides; where nobody stands above the penilai, the tim
 * prepares and the PPK decides (LOCAL). The first explanation leads to a state that names its side, the second one makes the case ready; silence of a
 * side is ended by whoever examines once its time is over.
 */
export const objectionMoves: Moves<
  | 'ACCEPT'
  | 'DECLARE_INADMISSIBLE'
  | 'PENILAI_EXPLAINS'
  | 'PENILAI_EXPLAINS_LAST'
  | 'EMPLOYEE_EXPLAINS'
  | 'EMPLOYEE_EXPLAINS_LAST'
  | 'CLOSE_HEARING'
  | 'PROPOSE'
  | 'DECIDE',
  ObjectionState,
  ObjectionFacts
> = {
  ACCEPT: { from: ['DIAJUKAN'], to: 'DITERIMA', who: preparer },
  DECLARE_INADMISSIBLE: { from: ['DIAJUKAN'], to: 'TIDAK_DAPAT_DITERIMA', who: preparer },
  PENILAI_EXPLAINS: { from: ['DITERIMA'], to: 'KLARIFIKASI_PENILAI', who: penilai },
  PENILAI_EXPLAINS_LAST: { from: ['KLARIFIKASI_PEGAWAI'], to: 'SIAP_DIPUTUS', who: penilai },
  EMPLOYEE_EXPLAINS: { from: ['DITERIMA'], to: 'KLARIFIKASI_PEGAWAI', who: employee },
  EMPLOYEE_EXPLAINS_LAST: { from: ['KLARIFIKASI_PENILAI'], to: 'SIAP_DIPUTUS', who: employee },
  CLOSE_HEARING: {
    from: ['DITERIMA', 'KLARIFIKASI_PENILAI', 'KLARIFIKASI_PEGAWAI'],
    to: 'SIAP_DIPUTUS',
    who: preparer,
    when: isHearingOver,
  },
  PROPOSE: { from: ['SIAP_DIPUTUS'], to: 'SIAP_DIPUTUS', who: proposer },
  DECIDE: { from: ['SIAP_DIPUTUS'], to: 'DIPUTUS', who: decider },
}

function isHearingOver({ hearUntil }: ObjectionFacts, now: Date): Verdict {
  if (hearUntil !== null && isPast(hearUntil, now)) return true
  return refuse(
    'WRONG_STATE',
    'Kedua pihak masih dapat memberi keterangan sampai batas waktunya.',
    'Both sides may still explain themselves until their time is over.',
  )
}

/** What may be done to an objection, as commands and buttons name it. */
export type ObjectionStep =
  | 'ACCEPT_OBJECTION'
  | 'DECLARE_OBJECTION_INADMISSIBLE'
  | 'EXPLAIN_RATING'
  | 'EXPLAIN_OBJECTION'
  | 'CLOSE_HEARING'
  | 'PROPOSE_RULING'
  | 'DECIDE_OBJECTION'

/** Which steps the actor may take with this objection now, with the reason where not. Feeds the commands and the buttons. */
export function objectionVerdicts(actor: Actor, facts: ObjectionFacts, now: Date): Record<ObjectionStep, Verdict> {
  const verdicts = verdictsOf(objectionMoves, objectionStateWords, actor, facts, now)
  const either = (first: Verdict, last: Verdict): Verdict => (first === true || last === true ? true : first)
  return {
    ACCEPT_OBJECTION: verdicts.ACCEPT,
    DECLARE_OBJECTION_INADMISSIBLE: verdicts.DECLARE_INADMISSIBLE,
    EXPLAIN_RATING: either(verdicts.PENILAI_EXPLAINS, verdicts.PENILAI_EXPLAINS_LAST),
    EXPLAIN_OBJECTION: either(verdicts.EMPLOYEE_EXPLAINS, verdicts.EMPLOYEE_EXPLAINS_LAST),
    CLOSE_HEARING: verdicts.CLOSE_HEARING,
    PROPOSE_RULING: verdicts.PROPOSE,
    DECIDE_OBJECTION: verdicts.DECIDE,
  }
}

/** Advice between the tim and the PPK is read by them alone. */
export function seesProposal(actor: Actor, facts: ObjectionFacts): boolean {
  return proposer(actor, facts) === true || decider(actor, facts) === true
}

const anyMoveOf = {
  ACCEPT_OBJECTION: 'ACCEPT',
  DECLARE_OBJECTION_INADMISSIBLE: 'DECLARE_INADMISSIBLE',
  EXPLAIN_RATING: 'PENILAI_EXPLAINS',
  EXPLAIN_OBJECTION: 'EMPLOYEE_EXPLAINS',
  CLOSE_HEARING: 'CLOSE_HEARING',
  PROPOSE_RULING: 'PROPOSE',
  DECIDE_OBJECTION: 'DECIDE',
} as const satisfies Record<ObjectionStep, keyof typeof objectionMoves>

/** The verdict on one step by somebody who read the objection at this revision. Only the right person is told that another was first. */
export function mayStep(actor: Actor, facts: ObjectionFacts, now: Date, step: ObjectionStep, revision: number): Verdict {
  const who = objectionMoves[anyMoveOf[step]].who(actor, facts)
  if (who !== true) return who
  if (facts.revision !== revision) {
    return refuse(
      'STALE_VERSION',
      'Keberatan ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu putuskan lagi.',
      'Somebody else changed this objection since you opened it. Load it again, then decide.',
    )
  }
  return objectionVerdicts(actor, facts, now)[step]
}

/** May the actor object to this appraisal now, with these reasons? The rated person alone, within the window, in writing. */
export function mayObject(
  actor: Actor,
  appraisal: LifeFacts & { readonly revision: number },
  now: Date,
  { revision, reasons }: { readonly revision: number; readonly reasons: string },
): Verdict {
  const move: LifeMove = 'OBJECT'
  const verdict = mayMove(actor, appraisal, now, move, revision)
  if (verdict !== true) return verdict
  if (reasons.length >= leastReasons) return true
  return refuse(
    'OBJECTION_EMPTY',
    `Keberatan diajukan tertulis dengan alasannya, sedikitnya ${leastReasons} huruf.`,
    `An objection states its reasons in writing, in at least ${leastReasons} characters.`,
  )
}
