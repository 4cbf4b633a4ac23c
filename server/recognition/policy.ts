import type { AwardState } from '../generated/prisma/client.ts'
import { type Actor, type Permission, reachOf, refuse, type Verdict } from '../identity/policy.ts'
import { type Moves, verdictsOf } from '../moves.ts'
import { awardWords } from './rules/words.ts'

/** What the policy must know of somebody whom a decision is about. */
export type SubjectFacts = {
  readonly employeeId: string
  /** Their unit with every unit above it. */
  readonly underUnitIds: readonly string[]
}

export type AwardFacts = SubjectFacts & {
  readonly state: AwardState
  readonly revision: number
  /** User who proposed it. */
  readonly proposedById: string | null
}

/** A person in their own name: neither a token nor the system gives awards or assesses anybody. */
function holdsInPerson(actor: Actor, permission: Permission, { employeeId, underUnitIds }: SubjectFacts): Verdict {
  if (actor.employeeId === employeeId) {
    return refuse('CONFLICT_OF_INTEREST', 'Ini menyangkut diri Anda sendiri.', 'This is about yourself.')
  }
  const reach = reachOf(actor, permission)
  const isWithin = reach === 'ALL' || reach.some((id) => underUnitIds.includes(id))
  if (actor.kind === 'USER' && isWithin) return true
  return refuse('FORBIDDEN', 'Anda tidak berwenang atas pegawai ini.', 'You have no say over this employee.')
}

/** May the actor propose an award for, or record an assessment of, this person? Nobody for themself. */
export function mayManage(actor: Actor, subject: SubjectFacts): Verdict {
  return holdsInPerson(actor, 'recognition.manage', subject)
}

/** The decision is entered by somebody else than who proposed it; nothing gives an award by itself. */
function decider(actor: Actor, facts: AwardFacts): Verdict {
  const held = holdsInPerson(actor, 'awards.decide', facts)
  if (held !== true || facts.proposedById !== actor.id) return held
  return refuse(
    'CONFLICT_OF_INTEREST',
    'Yang mengusulkan penghargaan tidak mencatat keputusannya.',
    'Whoever proposed an award does not enter the decision on it.',
  )
}

/** The life of an award: proposed, then given by decree or rejected with a reason. */
export const awardMoves: Moves<'DECIDE_AWARD' | 'REJECT_AWARD', AwardState, AwardFacts> = {
  DECIDE_AWARD: { from: ['DIUSULKAN'], to: 'DITETAPKAN', who: decider },
  REJECT_AWARD: { from: ['DIUSULKAN'], to: 'DITOLAK', who: decider },
}

export type AwardStep = keyof typeof awardMoves

/** Which steps the actor may take with this award now. Feeds the commands and the buttons. */
export function awardVerdicts(actor: Actor, facts: AwardFacts, now: Date): Record<AwardStep, Verdict> {
  return verdictsOf(awardMoves, awardWords, actor, facts, now)
}

/** The verdict on one step by somebody who read the award at this revision. Only the right person is told that another was first. */
export function mayStep(actor: Actor, facts: AwardFacts, now: Date, step: AwardStep, revision: number): Verdict {
  const who = awardMoves[step].who(actor, facts)
  if (who === true && facts.revision !== revision) {
    return refuse(
      'STALE_VERSION',
      'Usulan ini sudah diputus orang lain sejak Anda membukanya. Muat ulang halaman.',
      'Somebody else decided on this proposal since you opened it. Load it again.',
    )
  }
  return awardVerdicts(actor, facts, now)[step]
}

/** May the actor enter the angka kredit of a year? It follows from the final results of the whole city and decides nothing. */
export function mayBookCredits(actor: Actor): Verdict {
  if (reachOf(actor, 'recognition.manage') === 'ALL') return true
  return refuse(
    'FORBIDDEN',
    'Hanya pengelola kepegawaian kota yang mencatat angka kredit.',
    'Only the personnel office of the city enters angka kredit.',
  )
}
