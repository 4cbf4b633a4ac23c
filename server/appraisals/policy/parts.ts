import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { lifeMoves, lifeVerdicts } from './life.ts'
import type { LifeFacts } from './life-facts.ts'

/** A slice of a divided year as the policy must know it. `endsOn` is an ISO date. */
export type PartFacts = LifeFacts['parts'][number] & { readonly id: string; readonly revision: number; readonly endsOn: string }

type Divided = Omit<LifeFacts, 'parts'> & { readonly parts: readonly PartFacts[] }

/** The verdict on rating one slice by somebody who read it at this revision: who, then what was read, then the state. */
export function mayRatePart(actor: Actor, row: Divided, part: PartFacts, now: Date, revision: number): Verdict {
  const who = lifeMoves.RATE_PART.who(actor, { ...row, parts: [part] })
  if (who !== true) return who
  if (part.revision === revision) return partVerdict(actor, row, part, now)
  return refuse(
    'STALE_VERSION',
    'Bagian ini sudah dinilai sejak Anda membukanya. Muat ulang, lalu putuskan lagi.',
    'This part was rated since you opened it. Load it again, then decide.',
  )
}

/** May the actor rate this slice now? Of one's own slice alone; feeds the command and the button. */
export function partVerdict(actor: Actor, row: Divided, part: PartFacts, now: Date): Verdict {
  const who = lifeMoves.RATE_PART.who(actor, { ...row, parts: [part] })
  if (who !== true) return who
  const verdict = lifeVerdicts(actor, row, now).RATE_PART
  if (verdict !== true) return verdict
  if (part.endsOn >= civilDate(now).toISOString().slice(0, 10)) {
    return refuse('WRONG_STATE', 'Bagian ini belum berakhir.', 'This part of the year is not over yet.')
  }
  const isLast = row.parts.every((one) => one.id === part.id || one.isRated)
  if (!isLast || lifeMoves.RATE.from.includes(row.state)) return true
  return refuse(
    'WRONG_STATE',
    'Bagian terakhir menutup tahun: periksa bukti dahulu.',
    'The last part completes the year: verify the evidence first.',
  )
}
