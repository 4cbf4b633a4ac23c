import type { CalibrationState, ProposalState } from '../generated/prisma/client.ts'
import { type Actor, type Permission, reachOf, refuse, type Verdict } from '../identity/policy.ts'
import { type Moves, verdictsOf } from '../moves.ts'
import { proposalWords, sessionWords } from './rules/words.ts'

/** A person acts in their post; a token or the system has none. */
function personOf(actor: Actor): string | null {
  return actor.scopes === null ? actor.employeeId : null
}

function covers(actor: Actor, permission: Permission, underUnitIds: readonly string[]): boolean {
  const reach = reachOf(actor, permission)
  return reach === 'ALL' || reach.some((id) => underUnitIds.includes(id))
}

/** What the policy must know of a unit whose organisation predikat is set. */
export type OrgPredikatFacts = {
  /** The unit with every unit above it. */
  readonly underUnitIds: readonly string[]
  /** Who leads the unit by the plans of the period. */
  readonly leaderIds: readonly string[]
  /** The leaders one level above: their penilai, and whoever leads the unit above. */
  readonly leadersAboveIds: readonly string[]
  /** Version that holds now; 0 before the first. */
  readonly version: number
}

/**
 * May the actor set the predikat of this organisation? The leader one level above (SE MenPANRB 3/2023); where nobody is known there, at the top, the tim or
 * the PPK (LOCAL). Nobody for the unit that they lead.
 */
export function maySetOrgPredikat(actor: Actor, facts: OrgPredikatFacts): Verdict {
  const person = personOf(actor)
  if (person !== null && facts.leaderIds.includes(person)) {
    return refuse(
      'CONFLICT_OF_INTEREST',
      'Pimpinan unit tidak menetapkan predikat kinerja unitnya sendiri.',
      'Whoever leads a unit does not set its organisation predikat.',
    )
  }
  if (person !== null && facts.leadersAboveIds.includes(person)) return true
  const mayForTop =
    covers(actor, 'appraisals.set', facts.underUnitIds) || covers(actor, 'appraisals.moderate', facts.underUnitIds)
  if (facts.leadersAboveIds.length === 0 && mayForTop) return true
  return refuse(
    'FORBIDDEN',
    'Predikat kinerja organisasi ditetapkan oleh pimpinan satu tingkat di atas unit ini.',
    'The organisation predikat is set by the leader one level above this unit.',
  )
}

/** What the policy must know of a calibration session. */
export type SessionFacts = {
  readonly state: CalibrationState
  readonly revision: number
  readonly underUnitIds: readonly string[]
  readonly memberIds: readonly string[]
  readonly presentIds: readonly string[]
  readonly quorum: number
  /** Proposals that were neither agreed nor rejected yet. */
  readonly openProposals: number
}

export function mayConvene(actor: Actor, underUnitIds: readonly string[]): Verdict {
  return (
    covers(actor, 'appraisals.moderate', underUnitIds) ||
    refuse('FORBIDDEN', 'Anda tidak memoderasi unit ini.', 'You do not moderate this unit.')
  )
}

const convener = (actor: Actor, { underUnitIds }: SessionFacts) => mayConvene(actor, underUnitIds)

function isPresentOrConvener(actor: Actor, facts: SessionFacts): Verdict {
  const person = personOf(actor)
  return (person !== null && facts.presentIds.includes(person)) || convener(actor, facts)
}

function isSettled({ openProposals }: SessionFacts): Verdict {
  return (
    openProposals === 0 ||
    refuse(
      'WRONG_STATE',
      `Masih ada ${openProposals} usulan yang belum diputus.`,
      `There are still ${openProposals} proposals to agree on or reject.`,
    )
  )
}

/** The life of a calibration session. A locked one is never changed again; the database holds it too. */
export const sessionMoves: Moves<'OPEN' | 'ATTEND' | 'PROPOSE' | 'LOCK' | 'CANCEL', CalibrationState, SessionFacts> = {
  OPEN: { from: ['DIJADWALKAN'], to: 'BERLANGSUNG', who: convener },
  ATTEND: { from: ['BERLANGSUNG'], to: 'BERLANGSUNG', who: convener },
  PROPOSE: { from: ['BERLANGSUNG'], to: 'BERLANGSUNG', who: isPresentOrConvener },
  LOCK: { from: ['BERLANGSUNG'], to: 'TERKUNCI', who: convener, when: isSettled },
  CANCEL: { from: ['DIJADWALKAN', 'BERLANGSUNG'], to: 'DIBATALKAN', who: convener, when: isSettled },
}

export type SessionMove = keyof typeof sessionMoves

export function sessionVerdicts(actor: Actor, facts: SessionFacts, now: Date): Record<SessionMove, Verdict> {
  return verdictsOf(sessionMoves, sessionWords, actor, facts, now)
}

const stale = refuse(
  'STALE_VERSION',
  'Data ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu putuskan lagi.',
  'Somebody else changed this since you opened it. Load it again, then decide.',
)

export function maySession(actor: Actor, facts: SessionFacts, now: Date, move: SessionMove, revision: number): Verdict {
  const who = sessionMoves[move].who(actor, facts)
  if (who !== true) return who
  return facts.revision === revision ? sessionVerdicts(actor, facts, now)[move] : stale
}

/** What the policy must know of a proposal. */
export type ProposalFacts = {
  readonly state: ProposalState
  readonly revision: number
  /** Whose appraisal it is about. */
  readonly rateeId: string
  readonly session: SessionFacts
}

function decides(actor: Actor, { rateeId, session }: ProposalFacts): Verdict {
  const held = convener(actor, session)
  if (held !== true) return held
  return personOf(actor) === rateeId ? notOneself : true
}

const notOneself = refuse(
  'SELF_APPRAISAL',
  'Tidak seorang pun ikut memutuskan penilaiannya sendiri.',
  'Nobody takes part in deciding on their own appraisal.',
)

function isOpen({ session }: ProposalFacts): Verdict {
  return session.state === 'BERLANGSUNG' || refuse('WRONG_STATE', 'Sidang tidak sedang berlangsung.', 'The session is not open.')
}

/** Members who are present, without the person whom the proposal is about. */
function hasQuorum(facts: ProposalFacts): Verdict {
  const open = isOpen(facts)
  if (open !== true) return open
  const counted = facts.session.presentIds.filter((id) => id !== facts.rateeId).length
  if (counted >= facts.session.quorum) return true
  return refuse(
    'WRONG_STATE',
    `Kuorum belum terpenuhi: ${counted} dari ${facts.session.quorum} anggota hadir, tanpa pegawai yang dibahas.`,
    `No quorum: ${counted} of ${facts.session.quorum} members are present, not counting the person concerned.`,
  )
}

/** The life of a proposal. Agreed, it gives the appraisal back to its penilai: nobody else rewrites a rating. */
export const proposalMoves: Moves<'AGREE' | 'REJECT', ProposalState, ProposalFacts> = {
  AGREE: { from: ['DIUSULKAN'], to: 'DISEPAKATI', who: decides, when: hasQuorum },
  REJECT: { from: ['DIUSULKAN'], to: 'DITOLAK', who: decides, when: isOpen },
}

export function proposalVerdicts(actor: Actor, facts: ProposalFacts, now: Date): Record<keyof typeof proposalMoves, Verdict> {
  return verdictsOf(proposalMoves, proposalWords, actor, facts, now)
}

export function mayDecideProposal(
  actor: Actor,
  facts: ProposalFacts,
  now: Date,
  move: keyof typeof proposalMoves,
  revision: number,
): Verdict {
  const who = proposalMoves[move].who(actor, facts)
  if (who !== true) return who
  return facts.revision === revision ? proposalVerdicts(actor, facts, now)[move] : stale
}

/** May the actor put this appraisal forward? A member who is present or the tim, and nobody for themself. */
export function mayPropose(actor: Actor, rateeId: string): Verdict {
  return personOf(actor) === rateeId ? notOneself : true
}
