import { type Actor, refuse, type Verdict } from './identity/policy.ts'
import type { Sentence } from './language.ts'

/** One way from state to state (domain G2): from where, to where, by whom and under which condition. */
export type Move<State extends string, Facts> = {
  readonly from: readonly State[]
  readonly to: State
  /** Is this the person whom the law names? Asked first, so that nobody learns a state by being refused. */
  readonly who: (actor: Actor, facts: Facts) => Verdict
  /** What must hold beyond the state; asked last. */
  readonly when?: (facts: Facts, now: Date, actor: Actor) => Verdict
}

export type Moves<Name extends string, State extends string, Facts> = Readonly<Record<Name, Move<State, Facts>>>

/** Which moves the actor may make with this record now: who, then the state, then the condition. Feeds both the command and the button. */
export function verdictsOf<Name extends string, State extends string, Facts extends { readonly state: State }>(
  moves: Moves<Name, State, Facts>,
  words: Readonly<Record<State, Sentence>>,
  actor: Actor,
  facts: Facts,
  now: Date,
): Record<Name, Verdict> {
  const entries = (Object.entries(moves) as [Name, Move<State, Facts>][]).map(([name, move]): [Name, Verdict] => {
    const who = move.who(actor, facts)
    if (who !== true) return [name, who]
    if (!move.from.includes(facts.state)) return [name, wrongState(move.from, words, facts.state)]
    return [name, move.when?.(facts, now, actor) ?? true]
  })
  return Object.fromEntries(entries) as Record<Name, Verdict>
}

function wrongState<State extends string>(
  from: readonly State[],
  words: Readonly<Record<State, Sentence>>,
  state: State,
): Verdict {
  const list = (language: keyof Sentence, or: string) => from.map((one) => `“${words[one][language]}”`).join(` ${or} `)
  return refuse(
    'WRONG_STATE',
    `Statusnya “${words[state].id}”; langkah ini hanya dapat dilakukan saat ${list('id', 'atau')}.`,
    `Its state is “${words[state].en}”; this step is possible only in ${list('en', 'or')}.`,
  )
}

/** States that no chain of moves from the first ones leads to: none in a sound table. */
export function unreachableStates<State extends string>(
  moves: Readonly<Record<string, Pick<Move<State, never>, 'from' | 'to'>>>,
  first: readonly State[],
  all: readonly State[],
): State[] {
  const reached = new Set(first)
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of Object.values(moves)) if (from.some((state) => reached.has(state))) reached.add(to)
  }
  return all.filter((state) => !reached.has(state))
}
