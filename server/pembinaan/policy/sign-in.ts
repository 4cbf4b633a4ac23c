import type { ParticipantState } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'

/** Minutes before and after a session in which its sheet can be signed. LOCAL. */
export const signInMinutes = { before: 30, after: 30 } as const

export type SignInFacts = {
  readonly startsAt: Date
  readonly endsAt: Date
  /** The caller's own place in the programme; null without one. */
  readonly participant: { readonly state: ParticipantState } | null
}

export function signInOpensAt({ startsAt }: Pick<SignInFacts, 'startsAt'>): Date {
  return new Date(startsAt.getTime() - signInMinutes.before * 60_000)
}

export function signInClosesAt({ endsAt }: Pick<SignInFacts, 'endsAt'>): Date {
  return new Date(endsAt.getTime() + signInMinutes.after * 60_000)
}

/** May the caller sign the sheet of this session now? Only those who take part, in their own name, around the time of the session. */
export function maySignIn(actor: Actor, facts: SignInFacts, now: Date): Verdict {
  if (actor.kind !== 'USER' || actor.employeeId === null) {
    return refuse('FORBIDDEN', 'Hanya pegawai yang dapat mengisi daftar hadir.', 'Only employees may sign in.')
  }
  const { participant } = facts
  if (participant === null || !['INVITED', 'CONFIRMED', 'ATTENDED'].includes(participant.state)) {
    return refuse('FORBIDDEN', 'Anda tidak terdaftar sebagai peserta program ini.', 'You do not take part in this programme.')
  }
  if (now >= signInOpensAt(facts) && now <= signInClosesAt(facts)) return true
  return refuse(
    'WRONG_STATE',
    `Daftar hadir dibuka ${signInMinutes.before} menit sebelum sampai ${signInMinutes.after} menit sesudah sesi.`,
    `The sheet is open from ${signInMinutes.before} minutes before to ${signInMinutes.after} minutes after the session.`,
  )
}
