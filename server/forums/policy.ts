import type { FkpAgreementState, FkpRole, FkpState } from '../generated/prisma/client.ts'
import { type Actor, reachOf, refuse, type Verdict } from '../identity/policy.ts'
import { type Moves, verdictsOf } from '../moves.ts'
import { fkpRoles, fkpRoleWords, fkpStateWords } from './rules/state-words.ts'

/** What the policy must know of a forum. */
export type FkpFacts = {
  readonly state: FkpState
  readonly revision: number
  /** The unit that holds it with every unit above it. */
  readonly underUnitIds: readonly string[]
  /** Kinds that were invited. */
  readonly roles: readonly FkpRole[]
  /** Kinds of which somebody attended. */
  readonly attended: readonly FkpRole[]
  readonly heldOn: Date
  readonly issues: number
  /** Issues without an agreement. */
  readonly openIssues: number
}

export function manages(actor: Actor, underUnitIds: readonly string[]): Verdict {
  const reach = reachOf(actor, 'forums.manage')
  return (
    reach === 'ALL' ||
    reach.some((id) => underUnitIds.includes(id)) ||
    refuse('FORBIDDEN', 'Forum unit ini di luar wewenang Anda.', 'The forums of this unit lie outside your remit.')
  )
}

const manager = (actor: Actor, { underUnitIds }: FkpFacts) => manages(actor, underUnitIds)

/** All five kinds are invited (PermenPANRB 16/2017): a forum without users of the service consults nobody. */
function isComplete({ roles }: FkpFacts): Verdict {
  const missing = fkpRoles.filter((role) => !roles.includes(role))
  if (missing.length === 0) return true
  const list = (language: 'id' | 'en') => missing.map((role) => fkpRoleWords[role][language]).join(', ')
  return refuse('WRONG_STATE', `Belum diundang: ${list('id')}.`, `Not invited yet: ${list('en')}.`)
}

function hasBegun({ heldOn }: FkpFacts, now: Date): Verdict {
  return heldOn <= now || refuse('WRONG_STATE', 'Hari forum belum tiba.', 'The day of the forum has not come.')
}

function hasOutcome({ issues, openIssues, attended }: FkpFacts): Verdict {
  if (issues === 0) return refuse('WRONG_STATE', 'Belum ada isu yang dicatat.', 'No issue was taken down yet.')
  if (openIssues > 0) {
    return refuse(
      'WRONG_STATE',
      `${openIssues} isu belum memiliki kesepakatan dengan penanggung jawab dan tenggat.`,
      `${openIssues} issues have no agreement with an owner and a day yet.`,
    )
  }
  return (
    attended.includes('PENGGUNA_LAYANAN') ||
    refuse('WRONG_STATE', 'Catat kehadiran pengguna layanan.', 'Record the attendance of users of the service.')
  )
}

/** The life of a forum (domain E3; the states are LOCAL). What was settled is published as it is. */
export const fkpMoves: Moves<'SCHEDULE' | 'OPEN' | 'CLOSE' | 'PUBLISH' | 'CANCEL', FkpState, FkpFacts> = {
  SCHEDULE: { from: ['RANCANGAN'], to: 'TERJADWAL', who: manager, when: isComplete },
  OPEN: { from: ['TERJADWAL'], to: 'BERLANGSUNG', who: manager, when: hasBegun },
  CLOSE: { from: ['BERLANGSUNG'], to: 'SELESAI', who: manager, when: hasOutcome },
  PUBLISH: { from: ['SELESAI'], to: 'DIPUBLIKASI', who: manager },
  CANCEL: { from: ['RANCANGAN', 'TERJADWAL'], to: 'BATAL', who: manager },
}

export type FkpMove = keyof typeof fkpMoves

const stale = refuse(
  'STALE_VERSION',
  'Forum ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu ulangi.',
  'Somebody else changed this forum since you opened it. Load it again.',
)

const wrongState = (id: string, en: string): Verdict => refuse('WRONG_STATE', id, en)

/** May the actor change the draft, or the list of those invited? */
function mayEdit(actor: Actor, facts: FkpFacts): Verdict {
  const who = manager(actor, facts)
  if (who !== true) return who
  return facts.state === 'RANCANGAN' || wrongState('Undangan sudah dikirim.', 'The invitations are out.')
}

/** May the actor take down what the forum brings? */
function mayRecord(actor: Actor, facts: FkpFacts): Verdict {
  const who = manager(actor, facts)
  if (who !== true) return who
  return facts.state === 'BERLANGSUNG' || wrongState('Forum tidak sedang berlangsung.', 'The forum is not under way.')
}

/** May the actor link an issue to a plan of pembinaan? */
function mayLink(actor: Actor, facts: FkpFacts): Verdict {
  const who = manager(actor, facts)
  if (who !== true) return who
  const isSettled = facts.state === 'SELESAI' || facts.state === 'DIPUBLIKASI'
  return isSettled || wrongState('Berita acara belum ditetapkan.', 'The minutes are not settled.')
}

/** What the actor may do with a forum now, as commands and buttons name it. */
export function fkpVerdicts(actor: Actor, facts: FkpFacts, now: Date) {
  const moves = verdictsOf(fkpMoves, fkpStateWords, actor, facts, now)
  return {
    EDIT_FKP: mayEdit(actor, facts),
    SCHEDULE_FKP: moves.SCHEDULE,
    OPEN_FKP: moves.OPEN,
    RECORD_FKP: mayRecord(actor, facts),
    CLOSE_FKP: moves.CLOSE,
    PUBLISH_FKP: moves.PUBLISH,
    CANCEL_FKP: moves.CANCEL,
    LINK_FKP_ISSUE: mayLink(actor, facts),
  } as const satisfies Record<string, Verdict>
}

export type FkpStep = keyof ReturnType<typeof fkpVerdicts>

/** The verdict on one step by somebody who read the forum at this revision. */
export function mayStep(actor: Actor, facts: FkpFacts, now: Date, step: FkpStep, revision: number): Verdict {
  const who = manager(actor, facts)
  if (who !== true) return who
  return facts.revision === revision ? fkpVerdicts(actor, facts, now)[step] : stale
}

/** What the policy must know of an agreement. */
export type AgreementFacts = {
  readonly state: FkpAgreementState
  readonly ownerId: string
  readonly underUnitIds: readonly string[]
  readonly fkpState: FkpState
}

/** May the actor say what came of an agreement? Its owner, or who manages the forums of the unit. */
export function mayCloseAgreement(actor: Actor, { state, ownerId, underUnitIds, fkpState }: AgreementFacts): Verdict {
  const isOwner = actor.kind === 'USER' && actor.scopes === null && actor.employeeId === ownerId
  const who = isOwner || manages(actor, underUnitIds)
  if (who !== true) return who
  if (fkpState !== 'SELESAI' && fkpState !== 'DIPUBLIKASI') {
    return wrongState('Berita acara belum ditetapkan.', 'The minutes are not settled.')
  }
  return state === 'BERJALAN' || wrongState('Kesepakatan ini sudah ditutup.', 'This agreement is closed.')
}
