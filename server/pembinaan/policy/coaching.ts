import type { CoachingState } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { holds, isPerson, onlyPerson, sameRevision } from './guards.ts'

/** What the policy must know of a coaching relation. */
export type CoachingFacts = {
  readonly coachId: string
  readonly employeeId: string
  readonly state: CoachingState
  readonly revision: number
}

/** May the actor begin a relation of this coach with this employee? The penilai, the coach themself, or whoever manages development over the unit. */
export function mayStart(
  actor: Actor,
  pair: {
    readonly coachId: string
    readonly employeeId: string
    readonly superiorId: string | null
    readonly underUnitIds: readonly string[]
  },
): Verdict {
  if (pair.coachId === pair.employeeId)
    return refuse('CONFLICT_OF_INTEREST', 'Seseorang tidak mendampingi dirinya sendiri.', 'Nobody coaches themself.')
  return isPerson(actor, pair.superiorId) || holds(actor, 'pembinaan.manage', pair.underUnitIds)
}

/** One of the two people, in their own name: nobody else reads or writes what was said (domain TA2). */
export function isOneOfTwo(actor: Actor, { coachId, employeeId }: Pick<CoachingFacts, 'coachId' | 'employeeId'>): boolean {
  return isPerson(actor, coachId) || isPerson(actor, employeeId)
}

export function mayWriteNote(actor: Actor, facts: CoachingFacts): Verdict {
  if (isOneOfTwo(actor, facts)) return isRunning(facts)
  return refuse('FORBIDDEN', 'Hanya pendamping dan pegawai yang didampingi.', 'Only the coach and the employee.')
}

/** The coach records sessions and ends the relation. */
export function mayLead(actor: Actor, facts: CoachingFacts, revision: number): Verdict {
  const who = onlyPerson(actor, facts.coachId, { id: 'pendamping', en: 'the coach' })
  return who === true ? (sameRevision(facts, revision) ?? isRunning(facts)) : who
}

/** The employee agrees that a session took place. */
export function mayConfirm(actor: Actor, facts: CoachingFacts): Verdict {
  return onlyPerson(actor, facts.employeeId, { id: 'pegawai yang didampingi', en: 'the coached employee' })
}

function isRunning({ state }: CoachingFacts): Verdict {
  return state === 'BERJALAN' || refuse('WRONG_STATE', 'Pendampingan ini sudah berakhir.', 'This relation has ended.')
}

/** What the actor may do now; names are those of the commands. */
export function coachingActions(actor: Actor, facts: CoachingFacts): Record<string, Verdict> {
  const lead = mayLead(actor, facts, facts.revision)
  return { RECORD_SESSION: lead, END: lead, ADD_NOTE: mayWriteNote(actor, facts), CONFIRM_SESSION: mayConfirm(actor, facts) }
}
