import type { ComplaintQueue, ComplaintState } from '../generated/prisma/client.ts'
import { type Actor, can, reachOf, refuse, type Verdict } from '../identity/policy.ts'
import { type Moves, verdictsOf } from '../moves.ts'
import { isPast } from '../organization/rules/deadlines.ts'
import { complaintStateWords } from './rules/state-words.ts'

/** What the policy must know of a complaint. */
export type ComplaintFacts = {
  readonly state: ComplaintState
  readonly queue: ComplaintQueue
  readonly revision: number
  /** The unit that it is about with every unit above it; empty while nobody knows the unit. */
  readonly underUnitIds: readonly string[]
  readonly handlerId: string | null
  readonly officialId: string | null
  readonly reopenUntil: Date | null
  readonly satisfaction: number | null
  /** Somebody handed in their name with it. */
  readonly hasIdentity: boolean
  /** Whoever asks named the tracking code. */
  readonly holdsCode: boolean
}

/** States in which the office still owes an answer. */
export const openStates = [
  'DITERIMA',
  'DIVERIFIKASI',
  'DIDISPOSISI',
  'DIPROSES',
  'DIBUKA_KEMBALI',
] as const satisfies readonly ComplaintState[]

/** People alone: no token handles complaints about officials, or learns who complained. */
const isPerson = ({ kind, scopes }: Actor) => kind === 'SYSTEM' || (kind === 'USER' && scopes === null)

/** May the actor see and handle complaints about named officials? Inspectors of the whole city alone (domain E2). */
export function isInspector(actor: Actor): boolean {
  return isPerson(actor) && reachOf(actor, 'complaints.inspect') === 'ALL'
}

const isNamed = (actor: Actor, { officialId }: ComplaintFacts) => officialId !== null && officialId === actor.employeeId

const notYours = refuse('FORBIDDEN', 'Pengaduan ini di luar wewenang Anda.', 'This complaint lies outside your remit.')

/** Who leads a complaint: the inspectorate for one about a named official, else whoever manages complaints of the unit. Never the official. */
function leads(actor: Actor, facts: ComplaintFacts): Verdict {
  if (isNamed(actor, facts)) return notYours
  if (facts.queue === 'INSPECTORATE') return isInspector(actor) || notYours
  const reach = reachOf(actor, 'complaints.manage')
  return reach === 'ALL' || reach.some((id) => facts.underUnitIds.includes(id)) || notYours
}

/** Whoever answers it, or leads it. */
function handles(actor: Actor, facts: ComplaintFacts): Verdict {
  const isHandler = isPerson(actor) && facts.handlerId !== null && facts.handlerId === actor.employeeId
  if (isHandler && !isNamed(actor, facts) && (facts.queue === 'DESK' || isInspector(actor))) return true
  return leads(actor, facts)
}

const citizen = (_actor: Actor, { holdsCode }: ComplaintFacts): Verdict =>
  holdsCode || refuse('FORBIDDEN', 'Hanya pelapor yang dapat melakukan ini.', 'Only the complainant may do this.')

const system = ({ kind }: Actor): Verdict =>
  kind === 'SYSTEM' || refuse('FORBIDDEN', 'Langkah ini berjalan otomatis.', 'This step runs by itself.')

function mayReopen({ reopenUntil }: ComplaintFacts, now: Date): Verdict {
  if (reopenUntil !== null && !isPast(reopenUntil, now)) return true
  return refuse(
    'WRONG_STATE',
    'Masa membuka kembali pengaduan ini sudah lewat. Silakan sampaikan pengaduan baru.',
    'The time to open this complaint again is over. Please file a new one.',
  )
}

const isUnrated = ({ satisfaction }: ComplaintFacts): Verdict =>
  satisfaction === null || refuse('WRONG_STATE', 'Anda sudah memberi nilai.', 'You have rated it already.')

const isOver = ({ reopenUntil }: ComplaintFacts, now: Date): Verdict =>
  (reopenUntil !== null && isPast(reopenUntil, now)) ||
  refuse('WRONG_STATE', 'Pelapor masih dapat menanggapi jawaban.', 'The complainant may still respond to the answer.')

/**
 * The life of a complaint (domain E2). An office never closes what it answered: the citizen does, or the end of the time in which it may be opened
 * again. Withdrawing keeps the complaint out of the rates.
 */
export const complaintMoves: Moves<
  | 'VERIFY'
  | 'REJECT'
  | 'FORWARD'
  | 'ASSIGN'
  | 'START'
  | 'ANSWER'
  | 'CONFIRM'
  | 'RATE'
  | 'LAPSE'
  | 'REOPEN'
  | 'WITHDRAW'
  | 'TO_INSPECTORATE'
  | 'TO_DESK',
  ComplaintState,
  ComplaintFacts
> = {
  VERIFY: { from: ['DITERIMA'], to: 'DIVERIFIKASI', who: leads },
  REJECT: { from: ['DITERIMA', 'DIVERIFIKASI'], to: 'DITOLAK', who: leads },
  FORWARD: { from: ['DITERIMA', 'DIVERIFIKASI', 'DIDISPOSISI', 'DIPROSES'], to: 'DITERUSKAN', who: leads },
  ASSIGN: { from: ['DIVERIFIKASI', 'DIDISPOSISI', 'DIPROSES', 'DIBUKA_KEMBALI'], to: 'DIDISPOSISI', who: leads },
  START: { from: ['DIDISPOSISI', 'DIBUKA_KEMBALI'], to: 'DIPROSES', who: handles },
  ANSWER: { from: ['DIPROSES'], to: 'DIJAWAB', who: handles },
  CONFIRM: { from: ['DIJAWAB'], to: 'SELESAI', who: citizen },
  RATE: { from: ['SELESAI'], to: 'SELESAI', who: citizen, when: isUnrated },
  LAPSE: { from: ['DIJAWAB'], to: 'SELESAI', who: system, when: isOver },
  REOPEN: { from: ['DIJAWAB', 'SELESAI'], to: 'DIBUKA_KEMBALI', who: citizen, when: mayReopen },
  WITHDRAW: { from: [...openStates], to: 'DITOLAK', who: citizen },
  TO_INSPECTORATE: {
    from: [...openStates],
    to: 'DITERIMA',
    who: leads,
    when: ({ queue }) =>
      queue === 'DESK' || refuse('WRONG_STATE', 'Sudah berada di inspektorat.', 'The inspectorate has it already.'),
  },
  TO_DESK: {
    from: ['DITERIMA', 'DIVERIFIKASI'],
    to: 'DITERIMA',
    who: leads,
    when: ({ queue }) =>
      queue === 'INSPECTORATE' || refuse('WRONG_STATE', 'Sudah berada di meja pengaduan.', 'The desk has it already.'),
  },
}

export type ComplaintMove = keyof typeof complaintMoves

/** Which moves the actor may make now, with the reason where not. */
export function moveVerdicts(actor: Actor, facts: ComplaintFacts, now: Date): Record<ComplaintMove, Verdict> {
  return verdictsOf(complaintMoves, complaintStateWords, actor, facts, now)
}

const stale = refuse(
  'STALE_VERSION',
  'Pengaduan ini sudah berubah sejak Anda membukanya. Muat ulang, lalu putuskan lagi.',
  'This complaint has changed since you opened it. Load it again, then decide.',
)

/** The verdict on one move by somebody who read the complaint at this revision. Only the right person is told that another was first. */
export function mayMove(actor: Actor, facts: ComplaintFacts, now: Date, move: ComplaintMove, revision: number): Verdict {
  const who = complaintMoves[move].who(actor, facts)
  if (who !== true) return who
  return facts.revision === revision ? moveVerdicts(actor, facts, now)[move] : stale
}

/** May the actor write into it: a question to the citizen, or a note of the office? */
export function mayWrite(actor: Actor, facts: ComplaintFacts): Verdict {
  const who = handles(actor, facts)
  if (who !== true) return who
  return (openStates as readonly ComplaintState[]).includes(facts.state) || ended
}

/** May the citizen add something? */
export function mayReply(actor: Actor, facts: ComplaintFacts): Verdict {
  const who = citizen(actor, facts)
  if (who !== true) return who
  return (openStates as readonly ComplaintState[]).includes(facts.state) || ended
}

const ended = refuse('WRONG_STATE', 'Pengaduan ini sudah dijawab atau berakhir.', 'This complaint was answered or has ended.')

/** May the actor open the identity of the complainant? Only who leads the complaint, with a permission that administrators lack. */
export function mayIdentify(actor: Actor, facts: ComplaintFacts): Verdict {
  const who = leads(actor, facts)
  if (who !== true) return who
  if (!isPerson(actor) || !can(actor, 'complaints.identity')) {
    return refuse('FORBIDDEN', 'Identitas pelapor tidak terbuka untuk peran Anda.', 'Your role may not learn who complained.')
  }
  return facts.hasIdentity || refuse('WRONG_STATE', 'Pelapor tidak meninggalkan identitas.', 'The complainant left no name.')
}

/** What an office may do to a complaint, as commands and buttons name it. */
export function complaintVerdicts(actor: Actor, facts: ComplaintFacts, now: Date) {
  const moves = moveVerdicts(actor, facts, now)
  return {
    VERIFY_COMPLAINT: moves.VERIFY,
    REJECT_COMPLAINT: moves.REJECT,
    FORWARD_COMPLAINT: moves.FORWARD,
    ASSIGN_COMPLAINT: moves.ASSIGN,
    START_COMPLAINT: moves.START,
    ANSWER_COMPLAINT: moves.ANSWER,
    ASK_COMPLAINANT: mayWrite(actor, facts),
    NOTE_COMPLAINT: mayWrite(actor, facts),
    SEND_COMPLAINT_TO_INSPECTORATE: moves.TO_INSPECTORATE,
    RETURN_COMPLAINT_TO_DESK: moves.TO_DESK,
    OPEN_COMPLAINANT_IDENTITY: mayIdentify(actor, facts),
  } as const satisfies Record<string, Verdict>
}

/** May the actor write down a complaint that came by letter, telephone or at the counter? */
export function mayRecord(actor: Actor, underUnitIds: readonly string[]): Verdict {
  const reach = reachOf(actor, 'complaints.manage')
  return reach === 'ALL' || reach.some((id) => underUnitIds.includes(id)) || notYours
}

/** May the actor record the one-day rates of a period in the appraisals? Those of the whole city at once. */
export function mayRecordFigures(actor: Actor): Verdict {
  return (
    reachOf(actor, 'complaints.manage') === 'ALL' ||
    refuse('FORBIDDEN', 'Peran Anda tidak berwenang melakukan ini.', 'Your role does not allow this.')
  )
}
