import type { SurveyAccess, SurveyState } from '../generated/prisma/client.ts'
import { type Actor, type Permission, reachOf, refuse, type Verdict } from '../identity/policy.ts'
import { type Moves, verdictsOf } from '../moves.ts'
import { surveyStateWords } from './rules/words.ts'

/** What the policy must know of a survey. */
export type SurveyFacts = {
  readonly state: SurveyState
  readonly access: SurveyAccess
  readonly revision: number
  /** The unit with every unit above it. */
  readonly underUnitIds: readonly string[]
  readonly isServiceUnit: boolean
  readonly questions: number
  readonly opensOn: Date
  readonly closesOn: Date
  /** Respondents of the official result; null before the survey was closed first. */
  readonly officialRespondents: number | null
  /** Fewest people in a published figure (setting kPublic). */
  readonly kPublic: number
}

function covers(actor: Actor, permission: Permission, underUnitIds: readonly string[]): boolean {
  const reach = reachOf(actor, permission)
  return reach === 'ALL' || reach.some((id) => underUnitIds.includes(id))
}

const outOfRemit = refuse(
  'FORBIDDEN',
  'Survei unit ini di luar wewenang Anda.',
  'The surveys of this unit lie outside your remit.',
)

/** May the actor make surveys of this unit? */
export function maySurvey(actor: Actor, underUnitIds: readonly string[]): Verdict {
  return covers(actor, 'surveys.manage', underUnitIds) || outOfRemit
}

/** May the actor see the survey from inside: while it runs, with comments, findings and tickets? */
export function maySeeInside(actor: Actor, underUnitIds: readonly string[]): boolean {
  return covers(actor, 'surveys.read', underUnitIds) || covers(actor, 'surveys.manage', underUnitIds)
}

const manager = (actor: Actor, { underUnitIds }: SurveyFacts) => maySurvey(actor, underUnitIds)

function isComplete({ questions, isServiceUnit }: SurveyFacts): Verdict {
  if (!isServiceUnit) {
    return refuse('WRONG_STATE', 'Unit ini bukan unit layanan publik.', 'This unit does not serve the public.')
  }
  return questions > 0 || refuse('WRONG_STATE', 'Survei belum memiliki pertanyaan.', 'The survey has no questions yet.')
}

function hasTickets({ access }: SurveyFacts): Verdict {
  return access === 'TICKET' || refuse('WRONG_STATE', 'Survei terbuka tidak memakai tiket.', 'An open survey has no tickets.')
}

function isPublishable({ officialRespondents, kPublic }: SurveyFacts): Verdict {
  return (
    (officialRespondents ?? 0) >= kPublic ||
    refuse(
      'K_ANONYMITY',
      `Hasil dengan kurang dari ${kPublic} responden tidak dipublikasikan.`,
      `A result of fewer than ${kPublic} respondents is not published.`,
    )
  )
}

/** The life of a survey (domain G2). Opening it again keeps the official result; only the live view goes on. */
export const surveyMoves: Moves<
  'EDIT' | 'ACTIVATE' | 'ISSUE_TICKETS' | 'CLOSE' | 'REOPEN' | 'PUBLISH',
  SurveyState,
  SurveyFacts
> = {
  EDIT: { from: ['RANCANGAN'], to: 'RANCANGAN', who: manager },
  ACTIVATE: { from: ['RANCANGAN'], to: 'AKTIF', who: manager, when: isComplete },
  ISSUE_TICKETS: { from: ['AKTIF'], to: 'AKTIF', who: manager, when: hasTickets },
  CLOSE: { from: ['AKTIF'], to: 'DITUTUP', who: manager },
  REOPEN: { from: ['DITUTUP', 'DIPUBLIKASI'], to: 'AKTIF', who: manager },
  PUBLISH: { from: ['DITUTUP'], to: 'DIPUBLIKASI', who: manager, when: isPublishable },
}

export type SurveyMove = keyof typeof surveyMoves

export function surveyVerdicts(actor: Actor, facts: SurveyFacts, now: Date): Record<SurveyMove, Verdict> {
  return verdictsOf(surveyMoves, surveyStateWords, actor, facts, now)
}

/** May the actor plan what follows from the result? Once there is an official one. */
export function mayPlanFollowUp(actor: Actor, { underUnitIds, officialRespondents }: SurveyFacts): Verdict {
  const held = maySurvey(actor, underUnitIds)
  if (held !== true) return held
  return (
    officialRespondents !== null ||
    refuse(
      'WRONG_STATE',
      'Tutup survei dahulu; tindak lanjut bertolak dari hasil resminya.',
      'Close the survey first; what follows starts from its official result.',
    )
  )
}

const stale = refuse(
  'STALE_VERSION',
  'Survei ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu ulangi.',
  'Somebody else changed this survey since you opened it. Load it again, then repeat.',
)

/** One step with a survey at the revision that was read. */
export function maySurveyStep(actor: Actor, facts: SurveyFacts, now: Date, move: SurveyMove, revision: number): Verdict {
  const who = surveyMoves[move].who(actor, facts)
  if (who !== true) return who
  return facts.revision === revision ? surveyVerdicts(actor, facts, now)[move] : stale
}

/** What the policy must know of a follow-up. */
export type FollowUpFacts = {
  readonly underUnitIds: readonly string[]
  readonly ownerId: string
  readonly doneOn: Date | null
  readonly revision: number
}

/** May the actor report the follow-up as done, at this revision? Its owner, or whoever manages the survey. */
export function mayFinishFollowUp(actor: Actor, facts: FollowUpFacts, revision = facts.revision): Verdict {
  const isOwner = actor.scopes === null && actor.employeeId === facts.ownerId
  const held = isOwner || maySurvey(actor, facts.underUnitIds)
  if (held !== true) return held
  if (facts.revision !== revision) return stale
  return facts.doneOn === null || refuse('WRONG_STATE', 'Tindak lanjut ini sudah selesai.', 'This follow-up is done already.')
}

/** May the actor review this comment? A decision may be taken again. */
export function mayReviewComment(actor: Actor, underUnitIds: readonly string[]): Verdict {
  return maySurvey(actor, underUnitIds)
}

/** The job that counts answers, and closing, are the only ones that open what waits under seal. */
export function mayCount(actor: Actor): Verdict {
  return actor.kind === 'SYSTEM' || refuse('FORBIDDEN', 'Hanya tugas harian server.', 'Only the daily job of the server.')
}
