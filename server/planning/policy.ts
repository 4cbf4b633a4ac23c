import type { SkpState, SystemOfRecord } from '../generated/prisma/client.ts'
import { type Actor, reachOf, refuse, type Verdict } from '../identity/policy.ts'
import { type Moves, verdictsOf } from '../moves.ts'
import { type FeedbackPair, feedbackGroup, isNamed } from './rules/feedback.ts'
import { skpStateWords } from './rules/words.ts'

/** What the policy must know of a plan. */
export type SkpFacts = {
  readonly state: SkpState
  readonly system: SystemOfRecord
  readonly employeeId: string
  /** Penilai by the plan, or by the reporting line as long as nothing is agreed; null when there is none. */
  readonly penilaiId: string | null
  /** Who holds a mandate as penilai today (PLT, PLH, PJ). */
  readonly actingIds: readonly string[]
  /** The unit of the employee with every unit above it. */
  readonly underUnitIds: readonly string[]
  readonly revision: number
  /** The tim may set it: neither side had a plan by mid January (PAN8 annex). */
  readonly isTimSet: boolean
  readonly isRevisionAsked: boolean
  readonly isPeriodClosed: boolean
  /** Civil dates: what has come decides START and CLOSE. */
  readonly startsOn: Date
  readonly today: Date
  /** Faults that keep the plan from being submitted. */
  readonly errors: number
}

export const editableStates = ['DRAFT', 'DIKEMBALIKAN', 'REVISI'] as const satisfies readonly SkpState[]

/** A person acts for themself and as penilai; a token or the system has no post. */
function isPerson(actor: Actor, id: string): boolean {
  return actor.employeeId === id && actor.scopes === null
}

type Line = Pick<SkpFacts, 'employeeId' | 'penilaiId' | 'actingIds'>

export function isPenilai(actor: Actor, { employeeId, penilaiId, actingIds }: Line): boolean {
  if (actor.employeeId === null || actor.scopes !== null || actor.employeeId === employeeId) return false
  return actor.employeeId === penilaiId || actingIds.includes(actor.employeeId)
}

function holds(actor: Actor, permission: 'plans.manage' | 'plans.approve', underUnitIds: readonly string[]): boolean {
  const reach = reachOf(actor, permission)
  return reach === 'ALL' || reach.some((id) => underUnitIds.includes(id))
}

const forbidden = refuse('FORBIDDEN', 'Anda tidak berwenang atas SKP ini.', 'You have no say over this plan.')
const notPenilai = refuse(
  'NOT_PENILAI',
  'Hanya penilai pegawai ini yang dapat melakukannya.',
  'Only the penilai of this employee may do this.',
)
const ownPlan = refuse('SELF_APPRAISAL', 'Anda tidak dapat memutus SKP Anda sendiri.', 'You cannot decide on your own plan.')
const importOnly = refuse(
  'IMPORT_ONLY',
  'SKP guru dan kepala sekolah dikelola di Ruang GTK dan hanya diimpor.',
  'Plans of teachers and principals are managed on the national platform and only imported.',
)
const closedPeriod = refuse('PERIOD_CLOSED', 'Periode SKP ini sudah ditutup.', 'The period of this plan is closed.')

type Who = (actor: Actor, facts: SkpFacts) => Verdict

/** Nobody moves a plan that is only imported, whoever they are. */
function local(who: Who): Who {
  return (actor, facts) => {
    const verdict = who(actor, facts)
    return verdict === true && facts.system === 'RUANG_GTK' ? importOnly : verdict
  }
}

const tim: Who = (actor, facts) => {
  if (!holds(actor, 'plans.manage', facts.underUnitIds)) return forbidden
  return isPerson(actor, facts.employeeId) ? ownPlan : true
}
/** Employee, penilai or tim: whoever works on the text. */
const anySide: Who = (actor, facts) =>
  isPerson(actor, facts.employeeId) || isPenilai(actor, facts) || tim(actor, facts) === true || forbidden
const penilaiOrTim: Who = (actor, facts) => isPenilai(actor, facts) || tim(actor, facts)
/** The employee; for a plan that nobody made in time, the tim. */
const submitter: Who = (actor, facts) => {
  if (isPerson(actor, facts.employeeId)) return true
  return facts.isTimSet ? tim(actor, facts) : forbidden
}
/** The penilai; the PPK for somebody without one; the tim for a plan that nobody made in time. */
const approver: Who = (actor, facts) => {
  if (isPerson(actor, facts.employeeId)) return ownPlan
  if (isPenilai(actor, facts)) return true
  if (facts.penilaiId === null && holds(actor, 'plans.approve', facts.underUnitIds)) return true
  return facts.isTimSet && tim(actor, facts) === true ? true : notPenilai
}

const isOpenPeriod = ({ isPeriodClosed }: SkpFacts): Verdict => (isPeriodClosed ? closedPeriod : true)
const isSound = (facts: SkpFacts): Verdict => {
  if (facts.isPeriodClosed) return closedPeriod
  if (facts.errors === 0) return true
  return refuse(
    'INVALID_INPUT',
    `Masih ada ${facts.errors} hal yang harus diperbaiki sebelum langkah ini.`,
    `There are still ${facts.errors} things to mend before this step.`,
  )
}

/**
 * The life of a plan (domain G2). RETURN is also possible after the review, because a penilai who does not agree has no other way back
 * (LOCAL); a transfer or a separation ends a plan that was set or is in revision as well. REVISE of G2 is the asking and the allowing.
 */
export const skpMoves = {
  SUBMIT: { from: ['DRAFT', 'DIKEMBALIKAN'], to: 'DIAJUKAN', who: local(submitter), when: isSound },
  RETURN: { from: ['DIAJUKAN', 'DIREVIU'], to: 'DIKEMBALIKAN', who: local(penilaiOrTim) },
  REVIEW: { from: ['DIAJUKAN'], to: 'DIREVIU', who: local(tim), when: isOpenPeriod },
  APPROVE: { from: ['DIREVIU'], to: 'DITETAPKAN', who: local(approver), when: isOpenPeriod },
  START: {
    from: ['DITETAPKAN'],
    to: 'BERJALAN',
    who: local(penilaiOrTim),
    when: ({ startsOn, today }) =>
      startsOn <= today || refuse('WRONG_STATE', 'Hari pertama SKP ini belum tiba.', 'The first day of this plan has not come.'),
  },
  REQUEST_REVISION: {
    from: ['BERJALAN'],
    to: 'BERJALAN',
    who: local(anySide),
    when: ({ isRevisionAsked, ...facts }) =>
      isRevisionAsked
        ? refuse('WRONG_STATE', 'Revisi sudah diminta dan menunggu penilai.', 'A revision was asked for already.')
        : isOpenPeriod({ isRevisionAsked, ...facts }),
  },
  ALLOW_REVISION: { from: ['BERJALAN'], to: 'REVISI', who: local(approver), when: isAsked },
  DECLINE_REVISION: { from: ['BERJALAN'], to: 'BERJALAN', who: local(approver), when: isAsked },
  APPROVE_REVISION: { from: ['REVISI'], to: 'BERJALAN', who: local(approver), when: isSound },
  CLOSE: { from: ['DITETAPKAN', 'BERJALAN', 'REVISI'], to: 'DITUTUP', who: local(penilaiOrTim) },
} as const satisfies Moves<string, SkpState, SkpFacts>

export type SkpMove = keyof typeof skpMoves

function isAsked({ isRevisionAsked }: SkpFacts): Verdict {
  return isRevisionAsked || refuse('WRONG_STATE', 'Belum ada permintaan revisi.', 'No revision was asked for.')
}

/** What the actor may do with a plan now; names are those of the commands. */
export function skpActions(actor: Actor, facts: SkpFacts, now: Date) {
  const own = verdictsOf<SkpMove, SkpState, SkpFacts>(skpMoves, skpStateWords, actor, facts, now)
  return {
    EDIT: mayEdit(actor, facts),
    DISCARD: mayDiscard(actor, facts),
    ...own,
    SPLIT: own.CLOSE,
    RECORD_DIALOGUE: mayRecordDialogue(actor, facts),
  } as const satisfies Record<string, Verdict>
}

function mayEdit(actor: Actor, facts: SkpFacts): Verdict {
  const who = local(anySide)(actor, facts)
  if (who !== true) return who
  if (facts.isPeriodClosed) return closedPeriod
  if ((editableStates as readonly SkpState[]).includes(facts.state)) return true
  return refuse(
    'WRONG_STATE',
    'Isi SKP hanya dapat diubah saat rancangan, dikembalikan, atau revisi.',
    'The content of a plan is changed only as a draft, returned or in revision.',
  )
}

function mayDiscard(actor: Actor, facts: SkpFacts): Verdict {
  const who = local(anySide)(actor, facts)
  if (who !== true || facts.state === 'DRAFT') return who
  return refuse('WRONG_STATE', 'Hanya rancangan yang dapat dibuang.', 'Only a draft can be discarded.')
}

function mayRecordDialogue(actor: Actor, facts: SkpFacts): Verdict {
  return (
    isPerson(actor, facts.employeeId) ||
    isPenilai(actor, facts) ||
    refuse('FORBIDDEN', 'Dialog dicatat oleh pegawai atau penilainya.', 'A dialogue is recorded by the employee or the penilai.')
  )
}

/** Somebody changed the plan since it was read. Asked after who and before the state, so that the loser of a race reads this. */
export const staleSkp = refuse(
  'STALE_VERSION',
  'SKP ini sudah diubah orang lain. Muat ulang, lalu ulangi langkah Anda.',
  'Somebody else changed this plan. Load it again and repeat your step.',
)

/** The verdict of a move that names the revision it was read at. */
export function mayMove(actor: Actor, facts: SkpFacts, now: Date, move: SkpMove, revision: number): Verdict {
  const who = skpMoves[move].who(actor, facts)
  if (who !== true) return who
  return facts.revision === revision ? skpActions(actor, facts, now)[move] : staleSkp
}

/** What the policy must know of somebody for whom a plan is drafted. */
export type DrafteeFacts = Line & {
  readonly underUnitIds: readonly string[]
  readonly isImportOnly: boolean
  readonly isServing: boolean
}

/** May the actor draft a plan for this person? Also before there is a superior (domain A3). */
export function mayDraft(actor: Actor, person: DrafteeFacts): Verdict {
  const isSide = isPerson(actor, person.employeeId) || isPenilai(actor, person)
  if (!isSide && !holds(actor, 'plans.manage', person.underUnitIds)) return forbidden
  if (person.isImportOnly) return importOnly
  if (person.isServing) return true
  return refuse('WRONG_STATE', 'Pegawai ini tidak sedang bertugas.', 'This employee does not serve.')
}

/** May the actor write templates, or hand them to everybody? Templates have no unit. */
export function mayWriteTemplates(actor: Actor): Verdict {
  return (
    reachOf(actor, 'plans.manage') === 'ALL' ||
    refuse('FORBIDDEN', 'Peran Anda tidak berwenang melakukan ini.', 'Your role does not allow this.')
  )
}

/** What the actor may do with a template; to whom it may be handed is told person by person. */
export function templateActions(actor: Actor, { retiredAt }: { readonly retiredAt: Date | null }) {
  const inUse: Verdict =
    retiredAt === null || refuse('WRONG_STATE', 'Templat ini sudah dihentikan.', 'This template was retired.')
  const writes = mayWriteTemplates(actor)
  const write = writes === true ? inUse : writes
  return { CHANGE: write, RETIRE: write, ASSIGN: inUse } as const satisfies Record<string, Verdict>
}

/** What the policy must know of a dialogue: its plan, and which side wrote it down. */
export type DialogueFacts = { readonly plan: SkpFacts; readonly recordedById: string | null; readonly confirmedAt: Date | null }

/** What the actor may do with the record of a dialogue: its writer mends it until the other side has confirmed. */
export function dialogueActions(actor: Actor, { plan, recordedById, confirmedAt }: DialogueFacts) {
  const confirmed = refuse('WRONG_STATE', 'Dialog ini sudah dikonfirmasi.', 'This dialogue was confirmed already.')
  const open: Verdict = confirmedAt === null ? true : confirmed
  const side = mayRecordDialogue(actor, plan)
  const isWriter = recordedById !== null && isPerson(actor, recordedById)
  const writer: Verdict =
    isWriter || refuse('FORBIDDEN', 'Hanya pencatatnya yang dapat memperbaiki.', 'Only its writer may mend it.')
  const other: Verdict = isWriter
    ? refuse('FORBIDDEN', 'Pihak lain yang mengonfirmasi.', 'It is the other side that confirms.')
    : side
  return {
    CHANGE_DIALOGUE: writer === true ? open : writer,
    CONFIRM_DIALOGUE: other === true ? open : other,
  } as const satisfies Record<string, Verdict>
}

/** May the author give this kind of feedback to the ratee: under their name as a leader, unnamed as anybody else? Nobody about themself. */
export function mayGiveFeedback(pair: FeedbackPair, isNamedEntry: boolean): Verdict {
  const group = feedbackGroup(pair)
  if (group === null)
    return refuse('SELF_APPRAISAL', 'Umpan balik ditujukan kepada orang lain.', 'Feedback is for somebody else.')
  if (isNamed(group) === isNamedEntry) return true
  return refuse(
    'FORBIDDEN',
    'Pimpinan memberi umpan balik dengan nama, yang lain tanpa nama.',
    'Leaders give feedback under their name, everybody else unnamed.',
  )
}

export type FeedbackFacts = { readonly authorId: string | null; readonly createdAt: Date | null }

/** Feedback is immutable 24 hours after it was given (domain A4). */
const changeableMs = 24 * 3_600_000

export function mayCounter(actor: Actor, { authorId }: FeedbackFacts): Verdict {
  if (authorId !== null && isPerson(actor, authorId)) return true
  return refuse('FORBIDDEN', 'Hanya penulisnya yang dapat mengoreksi.', 'Only its author may correct it.')
}

export function mayChangeFeedback(actor: Actor, feedback: FeedbackFacts, now: Date): Verdict {
  const author = mayCounter(actor, feedback)
  if (author !== true) return author
  if (feedback.createdAt !== null && now.getTime() - feedback.createdAt.getTime() <= changeableMs) return true
  return refuse(
    'WRONG_STATE',
    'Umpan balik tidak dapat diubah setelah 24 jam; koreksi dengan entri balasan.',
    'Feedback cannot be changed after 24 hours; correct it with a counter-entry.',
  )
}

/** What the actor may do with a feedback that exists for them. */
export function feedbackActions(actor: Actor, feedback: FeedbackFacts, now: Date) {
  return {
    CHANGE_FEEDBACK: mayChangeFeedback(actor, feedback, now),
    COUNTER_FEEDBACK: mayCounter(actor, feedback),
  } as const satisfies Record<string, Verdict>
}
