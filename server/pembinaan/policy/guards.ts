import { type Actor, type Permission, reachOf, refuse, type Verdict } from '../../identity/policy.ts'
import type { Sentence } from '../../language.ts'
import { type Moves, verdictsOf } from '../../moves.ts'

/** Whoever holds the permission over this unit or one above it. */
export function holds(actor: Actor, permission: Permission, underUnitIds: readonly string[]): Verdict {
  const reach = reachOf(actor, permission)
  if (reach === 'ALL' || reach.some((id) => underUnitIds.includes(id))) return true
  return refuse('FORBIDDEN', 'Anda tidak berwenang melakukan ini pada unit ini.', 'You have no say over this in this unit.')
}

/** This employee in their own name, not through a token. */
export function isPerson(actor: Actor, employeeId: string | null): boolean {
  return actor.kind === 'USER' && actor.employeeId !== null && actor.employeeId === employeeId
}

export function onlyPerson(actor: Actor, employeeId: string | null, who: Sentence): Verdict {
  return (
    isPerson(actor, employeeId) || refuse('FORBIDDEN', `Hanya ${who.id} yang dapat melakukan ini.`, `Only ${who.en} may do this.`)
  )
}

/** The verdict on one step by somebody who read the record at this revision. Only the right person is told that another was first. */
export function stepVerdict<
  Name extends string,
  State extends string,
  Facts extends { readonly state: State; readonly revision: number },
>(
  moves: Moves<Name, State, Facts>,
  words: Readonly<Record<State, Sentence>>,
  actor: Actor,
  facts: Facts,
  now: Date,
  { step, revision }: { readonly step: Name; readonly revision: number },
): Verdict {
  const who = moves[step].who(actor, facts)
  return who === true ? (sameRevision(facts, revision) ?? verdictsOf(moves, words, actor, facts, now)[step]) : who
}

/** Null when nobody changed the record since it was read at this revision. */
export function sameRevision(facts: { readonly revision: number }, revision: number): Exclude<Verdict, true> | null {
  if (facts.revision === revision) return null
  return refuse(
    'STALE_VERSION',
    'Data ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu coba lagi.',
    'Somebody else changed this since you opened it. Load it again, then try once more.',
  )
}

/** A step that needs a reason: asked for after everything else. */
export function needsReason(reason: string | null | undefined): Verdict {
  if (reason) return true
  return refuse('REASON_REQUIRED', 'Tulis alasannya, sedikitnya 10 huruf.', 'Give the reason, in at least 10 characters.')
}
