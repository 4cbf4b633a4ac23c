import { type Actor, canEverywhere, refuse, type Verdict } from '../identity/policy.ts'

/** Notices belong to people: a token and the system have none. */
export function ownerId({ kind, id }: Actor): string | null {
  return kind === 'USER' ? id : null
}

/** May the actor see what the server does behind everybody, and mend it? It concerns the whole city. */
export function mayManageJobs(actor: Actor): Verdict {
  return (
    canEverywhere(actor, 'jobs.manage') ||
    refuse('FORBIDDEN', 'Hanya administrator kota yang dapat melakukannya.', 'Only an administrator of the city may do this.')
  )
}

/** What the actor may do with a job: a dead one is begun again. */
export function jobActions(actor: Actor, { state }: { readonly state: 'WAITING' | 'DONE' | 'DEAD' }) {
  const managed = mayManageJobs(actor)
  const alive = refuse('WRONG_STATE', 'Pekerjaan ini tidak gagal.', 'This job has not failed.')
  return { RETRY: managed !== true ? managed : state === 'DEAD' || alive } as const satisfies Record<string, Verdict>
}

/** What the actor may do with a message: one that failed is sent again. */
export function mailActions(actor: Actor, { state }: { readonly state: 'WAITING' | 'SENT' | 'CAPTURED' | 'FAILED' }) {
  const managed = mayManageJobs(actor)
  const sound = refuse('WRONG_STATE', 'Surel ini tidak gagal dikirim.', 'This message has not failed.')
  return { RETRY: managed !== true ? managed : state === 'FAILED' || sound } as const satisfies Record<string, Verdict>
}
