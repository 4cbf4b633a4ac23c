import { type Actor, refuse, type Verdict } from '../identity/policy.ts'

/** How long the author may mend a note (LOCAL): a day, as with feedback; after that it stands as it was written. */
export const noteHours = 24

/** What the policy must know of a note. */
export type NoteFacts = { readonly authorId: string | null; readonly createdAt: Date }

/** Notes are written by people, for people; a token neither reads nor writes them. The record was found visible before this is asked. */
export function mayAddNote(actor: Actor): Verdict {
  if (actor.kind === 'USER') return true
  return refuse('FORBIDDEN', 'Hanya pengguna yang masuk dapat menulis catatan.', 'Only a signed-in person writes notes.')
}

/** The author may, for 24 hours. */
export function mayChangeNote(actor: Actor, note: NoteFacts, now: Date): Verdict {
  if (actor.kind !== 'USER' || actor.id !== note.authorId) {
    return refuse('FORBIDDEN', 'Hanya penulisnya yang dapat mengubah catatan.', 'Only the author changes a note.')
  }
  if (now < changeableUntil(note)) return true
  return refuse('WRONG_STATE', 'Catatan tidak dapat diubah lagi setelah 24 jam.', 'A note cannot be changed after 24 hours.')
}

export function changeableUntil({ createdAt }: Pick<NoteFacts, 'createdAt'>): Date {
  return new Date(createdAt.getTime() + noteHours * 3_600_000)
}
