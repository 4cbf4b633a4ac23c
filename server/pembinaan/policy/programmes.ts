import type { EvaluationDesign, ParticipantState, ProgrammeState } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type Moves, verdictsOf } from '../../moves.ts'
import { programmeWords } from '../rules/words.ts'
import { holds, onlyPerson, sameRevision, stepVerdict } from './guards.ts'

/** What the policy must know of a programme. */
export type ProgrammeFacts = {
  readonly state: ProgrammeState
  readonly revision: number
  /** The unit that proposed it with every unit above it. */
  readonly underUnitIds: readonly string[]
  readonly startsOn: Date
  readonly endsOn: Date
  readonly design: EvaluationDesign | null
  /** Candidates on whom nobody has decided yet. */
  readonly undecided: number
  /** People who were there and have no result yet. */
  readonly unjudged: number
}

const manager = (actor: Actor, { underUnitIds }: ProgrammeFacts) => holds(actor, 'pembinaan.manage', underUnitIds)

/** The life of a programme (domain G2). */
export const programmeMoves: Moves<
  'OPEN_REGISTRATION' | 'LOCK_SELECTION' | 'START_PROGRAMME' | 'END_PROGRAMME' | 'ISSUE_CERTIFICATES' | 'CANCEL_PROGRAMME',
  ProgrammeState,
  ProgrammeFacts
> = {
  OPEN_REGISTRATION: { from: ['RENCANA'], to: 'PENDAFTARAN', who: manager, when: (facts, now) => beforeStart(facts, now) },
  LOCK_SELECTION: { from: ['PENDAFTARAN'], to: 'TERKUNCI', who: manager, when: allDecided },
  START_PROGRAMME: { from: ['TERKUNCI'], to: 'BERLANGSUNG', who: manager, when: mayStart },
  END_PROGRAMME: { from: ['BERLANGSUNG'], to: 'SELESAI', who: manager, when: isOver },
  ISSUE_CERTIFICATES: { from: ['SELESAI'], to: 'SERTIFIKAT_TERBIT', who: manager, when: allJudged },
  CANCEL_PROGRAMME: { from: ['RENCANA', 'PENDAFTARAN', 'TERKUNCI', 'BERLANGSUNG'], to: 'BATAL', who: manager },
}

export type ProgrammeMove = keyof typeof programmeMoves

function beforeStart({ startsOn }: ProgrammeFacts, now: Date): Verdict {
  if (civilDate(now) <= startsOn) return true
  return refuse('WRONG_STATE', 'Tanggal mulainya sudah lewat.', 'Its first day has passed.')
}

function allDecided({ undecided }: ProgrammeFacts): Verdict {
  if (undecided === 0) return true
  return refuse(
    'WRONG_STATE',
    `Masih ada ${undecided} calon yang belum diputus. Undang atau tolak dahulu.`,
    `There are still ${undecided} candidates without a decision. Invite or decline them first.`,
  )
}

/** The design is chosen before the training starts (domain D4): afterwards nobody can tell a found effect from a sought one. */
function mayStart({ design, startsOn }: ProgrammeFacts, now: Date): Verdict {
  if (design === null) {
    return refuse(
      'DESIGN_REQUIRED',
      'Pilih desain evaluasi sebelum program dimulai.',
      'Choose the evaluation design before the programme starts.',
    )
  }
  if (civilDate(now) >= startsOn) return true
  return refuse('WRONG_STATE', 'Tanggal mulainya belum tiba.', 'Its first day has not come yet.')
}

function isOver({ endsOn }: ProgrammeFacts, now: Date): Verdict {
  if (civilDate(now) >= endsOn) return true
  return refuse('WRONG_STATE', 'Hari terakhirnya belum tiba.', 'Its last day has not come yet.')
}

function allJudged({ unjudged }: ProgrammeFacts): Verdict {
  if (unjudged === 0) return true
  return refuse(
    'WRONG_STATE',
    `Hasil ${unjudged} peserta belum diisi.`,
    `The results of ${unjudged} participants are not entered yet.`,
  )
}

const changed = {
  EDIT_PROGRAMME: ['RENCANA', 'PENDAFTARAN'],
  SET_SESSIONS: ['RENCANA', 'PENDAFTARAN', 'TERKUNCI', 'BERLANGSUNG'],
  ADD_MATERIAL: ['RENCANA', 'PENDAFTARAN', 'TERKUNCI', 'BERLANGSUNG', 'SELESAI'],
  NOMINATE: ['PENDAFTARAN'],
  SELECT: ['PENDAFTARAN'],
  TAKE_ATTENDANCE: ['BERLANGSUNG', 'SELESAI'],
  ENTER_RESULTS: ['BERLANGSUNG', 'SELESAI'],
} as const satisfies Record<string, readonly ProgrammeState[]>

export type ProgrammeChange = keyof typeof changed

/** May the actor change this about the programme now? These leave its state as it is. */
export function mayChange(actor: Actor, facts: ProgrammeFacts, change: ProgrammeChange): Verdict {
  const held = manager(actor, facts)
  if (held !== true) return held
  if ((changed[change] as readonly ProgrammeState[]).includes(facts.state)) return true
  const words = programmeWords[facts.state]
  return refuse(
    'WRONG_STATE',
    `Statusnya “${words.id}”; ini tidak dapat lagi, atau belum dapat, dilakukan.`,
    `Its state is “${words.en}”; this is not possible, or not yet.`,
  )
}

/** As {@link mayChange}, by somebody who read the programme at this revision. */
export function mayChangeAt(actor: Actor, facts: ProgrammeFacts, change: ProgrammeChange, revision: number): Verdict {
  const verdict = mayChange(actor, facts, change)
  return verdict === true ? (sameRevision(facts, revision) ?? true) : verdict
}

export function mayMoveProgramme(actor: Actor, facts: ProgrammeFacts, now: Date, step: ProgrammeMove, revision: number): Verdict {
  return stepVerdict(programmeMoves, programmeWords, actor, facts, now, { step, revision })
}

/** What the actor may do with a programme now; names are those of the commands. */
export function programmeActions(
  actor: Actor,
  facts: ProgrammeFacts,
  now: Date,
): Record<ProgrammeMove | ProgrammeChange | 'APPLY', Verdict> {
  const changes = Object.fromEntries(
    (Object.keys(changed) as ProgrammeChange[]).map((change) => [change, mayChange(actor, facts, change)]),
  ) as Record<ProgrammeChange, Verdict>
  return { ...verdictsOf(programmeMoves, programmeWords, actor, facts, now), ...changes, APPLY: mayApply(actor, facts) }
}

/** What the policy must know of a participant. */
export type ParticipantFacts = {
  readonly state: ParticipantState
  readonly revision: number
  readonly employeeId: string
  readonly programme: ProgrammeFacts
}

/** Their own answer to an invitation, until the programme has started. */
export function mayAnswer(actor: Actor, facts: ParticipantFacts, revision: number): Verdict {
  const who = onlyPerson(actor, facts.employeeId, { id: 'pegawai yang diundang', en: 'the invited employee' })
  if (who !== true) return who
  const stale = sameRevision(facts, revision)
  if (stale) return stale
  const isOpen = ['PENDAFTARAN', 'TERKUNCI'].includes(facts.programme.state)
  if (isOpen && (facts.state === 'INVITED' || facts.state === 'CONFIRMED')) return true
  return refuse('WRONG_STATE', 'Undangan ini tidak dapat dijawab lagi.', 'This invitation cannot be answered any more.')
}

/** May an employee apply? The question of eligibility comes after this one. */
export function mayApply(actor: Actor, { state }: Pick<ProgrammeFacts, 'state'>): Verdict {
  if (actor.kind !== 'USER' || actor.employeeId === null) {
    return refuse('FORBIDDEN', 'Hanya pegawai yang dapat mendaftar.', 'Only employees may apply.')
  }
  if (state === 'PENDAFTARAN') return true
  return refuse('WRONG_STATE', 'Pendaftaran tidak dibuka.', 'It is not open for applications.')
}
