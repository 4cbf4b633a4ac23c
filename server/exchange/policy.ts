import type { ImportState } from '../generated/prisma/client.ts'
import { type Actor, canEverywhere, refuse, type Verdict } from '../identity/policy.ts'

/** May the actor read files in? A file speaks for the whole city, so the permission must hold for all of it. */
export function mayImport(actor: Actor): Verdict {
  if (canEverywhere(actor, 'imports.run')) return true
  return refuse('FORBIDDEN', 'Peran Anda tidak berwenang mengimpor berkas.', 'Your role does not allow reading files in.')
}

/** What the policy must know of a run; `isAtWork` tells that some process reads a file of its kind in right now. */
export type RunFacts = { readonly state: ImportState; readonly isAtWork: boolean }

/** May the actor take up a run that was killed, or that failed for a reason that is gone? */
export function mayContinue(actor: Actor, { state, isAtWork }: RunFacts): Verdict {
  const held = mayImport(actor)
  if (held !== true) return held
  if (state === 'FINISHED') return refuse('WRONG_STATE', 'Impor ini sudah selesai.', 'This import is finished.')
  return isAtWork ? atWork : true
}

/** Answer to whoever starts what runs already. */
export const atWork = refuse(
  'CONFLICT',
  'Impor untuk jenis berkas ini sedang berjalan. Tunggu sampai selesai.',
  'A file of this kind is being read in. Wait until it is done.',
)

/** Names are those of the commands. */
export function importActions(actor: Actor, run: RunFacts) {
  return { CONTINUE_IMPORT: mayContinue(actor, run) } as const satisfies Record<string, Verdict>
}

/** One chunk follows the other: whoever comes with a chunk that was written already has lost the race. */
export function mayWriteChunk(
  actor: Actor,
  run: { readonly state: ImportState; readonly committedRows: number },
  from: number,
): Verdict {
  const held = mayImport(actor)
  if (held !== true) return held
  return (run.state === 'RECEIVED' || run.state === 'RUNNING') && run.committedRows === from ? true : atWork
}
