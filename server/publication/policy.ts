import { type Actor, canEverywhere, refuse, type Verdict } from '../identity/policy.ts'
import { delayDays } from './rules/edition.ts'

/** May the actor publish figures of the city? They are of all units, so only whoever holds it everywhere. */
export function mayPublish(actor: Actor): Verdict {
  return (
    canEverywhere(actor, 'publication.manage') ||
    refuse('FORBIDDEN', 'Anda tidak berwenang menerbitkan data publik.', 'You may not publish figures of the city.')
  )
}

/** What the policy must know of the period of an edition. */
export type PeriodFacts = { readonly endsOn: Date; readonly hasEdition: boolean }

const dayMs = 86_400_000

/** May an edition of this period be issued today? Once only: the difference between two editions could single somebody out. */
export function mayIssue(actor: Actor, { endsOn, hasEdition }: PeriodFacts, today: Date): Verdict {
  const held = mayPublish(actor)
  if (held !== true) return held
  if (hasEdition) {
    return refuse(
      'CONFLICT',
      'Periode ini sudah diterbitkan. Satu periode hanya terbit sekali agar selisih dua edisi tidak membuka data seseorang.',
      'This period was published already. A period is published once, so that the difference between two editions singles nobody out.',
    )
  }
  const from = new Date(endsOn.getTime() + (delayDays + 1) * dayMs)
  return (
    today >= from ||
    refuse(
      'WRONG_STATE',
      `Data periode ini baru dapat diterbitkan mulai ${from.toISOString().slice(0, 10)}.`,
      `Figures of this period may be published from ${from.toISOString().slice(0, 10)} on.`,
    )
  )
}

/** May this edition be withdrawn? What was published stays known; a withdrawal says that it no longer holds. */
export function mayWithdraw(actor: Actor, { withdrawnAt }: { readonly withdrawnAt: Date | null }): Verdict {
  const held = mayPublish(actor)
  if (held !== true) return held
  return withdrawnAt === null || refuse('WRONG_STATE', 'Edisi ini sudah ditarik.', 'This edition was withdrawn already.')
}
