import type { CheckpointState, FindingClass, MonitoringTeamState } from '../generated/prisma/client.ts'
import { type Actor, type Permission, reachOf, refuse, type Verdict } from '../identity/policy.ts'
import { type Move, type Moves, verdictsOf } from '../moves.ts'
import { type Conflict, conflictWords } from './rules/conflict.ts'
import { checkpointWords, teamWords } from './rules/words.ts'

/** A person acts in their post; a token or the system has none. */
export function personOf(actor: Actor): string | null {
  return actor.scopes === null ? actor.employeeId : null
}

function covers(actor: Actor, permission: Permission, underUnitIds: readonly string[]): boolean {
  const reach = reachOf(actor, permission)
  return reach === 'ALL' || reach.some((id) => underUnitIds.includes(id))
}

/** What the policy must know of a team. */
export type TeamFacts = {
  readonly state: MonitoringTeamState
  readonly revision: number
  /** The unit that it reports to, with every unit above. */
  readonly underUnitIds: readonly string[]
  readonly hasDecree: boolean
  readonly employees: number
  readonly hasHead: boolean
  readonly scopes: number
  /** Checkpoints that are neither closed nor reviewed yet. */
  readonly openCheckpoints: number
}

/** May the actor set up and lead teams of this unit? */
export function mayManageTeams(actor: Actor, underUnitIds: readonly string[]): Verdict {
  return (
    covers(actor, 'monitoring.manage', underUnitIds) ||
    refuse('FORBIDDEN', 'Anda tidak mengelola tim pemantau unit ini.', 'You do not manage the monitoring teams of this unit.')
  )
}

const manager = (actor: Actor, { underUnitIds }: TeamFacts) => mayManageTeams(actor, underUnitIds)

/** D6: a team exists by decree, has a head, a second pair of eyes, and something to look at. */
function isComplete({ hasDecree, employees, hasHead, scopes }: TeamFacts): Verdict {
  if (!hasDecree)
    return refuse('WRONG_STATE', 'Isi nomor dan tanggal SK tim.', 'Give the number and the date of the decree of the team.')
  if (!hasHead) return refuse('WRONG_STATE', 'Tunjuk seorang ketua tim.', 'Name a head of the team.')
  if (employees < 2)
    return refuse(
      'WRONG_STATE',
      'Tim memerlukan sedikitnya dua pegawai: yang mengisi tidak mereviu sendiri.',
      'A team needs two employees at least: nobody reviews what they filed themself.',
    )
  if (scopes === 0)
    return refuse(
      'WRONG_STATE',
      'Tentukan lingkup tim: unit, rencana, atau peserta satu program.',
      'Say what the team looks at: a unit, a plan, or the cohort of a programme.',
    )
  return true
}

function isDone({ openCheckpoints }: TeamFacts): Verdict {
  return (
    openCheckpoints === 0 ||
    refuse(
      'WRONG_STATE',
      `Masih ada ${openCheckpoints} titik pantau yang belum direviu atau ditutup.`,
      `There are still ${openCheckpoints} checkpoints that were neither reviewed nor closed.`,
    )
  )
}

/** The life of a team. What a finished one filed stays. */
export const teamMoves: Moves<'EDIT' | 'APPOINT' | 'AMEND' | 'FINISH' | 'CANCEL', MonitoringTeamState, TeamFacts> = {
  EDIT: { from: ['RANCANGAN'], to: 'RANCANGAN', who: manager },
  APPOINT: { from: ['RANCANGAN'], to: 'AKTIF', who: manager, when: isComplete },
  AMEND: { from: ['AKTIF'], to: 'AKTIF', who: manager },
  FINISH: { from: ['AKTIF'], to: 'SELESAI', who: manager, when: isDone },
  CANCEL: { from: ['RANCANGAN'], to: 'DIBATALKAN', who: manager },
}

export type TeamMove = keyof typeof teamMoves

export function teamVerdicts(actor: Actor, facts: TeamFacts, now: Date): Record<TeamMove, Verdict> {
  return verdictsOf(teamMoves, teamWords, actor, facts, now)
}

const stale = refuse(
  'STALE_VERSION',
  'Data ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu coba lagi.',
  'Somebody else changed this since you opened it. Load it again, then try again.',
)

export function mayTeam(actor: Actor, facts: TeamFacts, now: Date, move: TeamMove, revision: number): Verdict {
  const who = manager(actor, facts)
  if (who !== true) return who
  return facts.revision === revision ? teamVerdicts(actor, facts, now)[move] : stale
}

/** What the policy must know of a checkpoint. */
export type CheckpointFacts = {
  readonly state: CheckpointState
  readonly revision: number
  /** The unit of the team with every unit above. */
  readonly underUnitIds: readonly string[]
  readonly memberIds: readonly string[]
  /** Head and secretary. */
  readonly leaderIds: readonly string[]
  readonly isTeamActive: boolean
  readonly filedById: string | null
  readonly finding: FindingClass | null
  /** Between the actor and the person looked at, by today's lines of reporting. */
  readonly conflict: Conflict | null
}

export function conflictVerdict(conflict: Conflict | null): Verdict {
  return conflict === null || { code: 'CONFLICT_OF_INTEREST', reason: conflictWords[conflict] }
}

/** A member of the team who is free of conflicts: independence comes before everything else (D6). */
function isFreeMember(actor: Actor, { memberIds, conflict }: CheckpointFacts): Verdict {
  const person = personOf(actor)
  if (person !== null && memberIds.includes(person)) return conflictVerdict(conflict)
  return refuse(
    'FORBIDDEN',
    'Hanya anggota tim pemantau yang mengisi titik pantau.',
    'Only members of the team file its checkpoints.',
  )
}

function isLeader(actor: Actor, { leaderIds, underUnitIds }: CheckpointFacts): Verdict {
  const person = personOf(actor)
  return (person !== null && leaderIds.includes(person)) || mayManageTeams(actor, underUnitIds)
}

function isManager(actor: Actor, { underUnitIds }: CheckpointFacts): Verdict {
  return mayManageTeams(actor, underUnitIds)
}

function isOnDuty({ isTeamActive }: CheckpointFacts): Verdict {
  return isTeamActive || refuse('WRONG_STATE', 'Tim pemantau tidak sedang aktif.', 'The team is not active.')
}

/** Two pairs of eyes: who filed does not review, nor does anybody in the line of the person looked at. */
function isSecondPair(facts: CheckpointFacts, _now: Date, actor: Actor): Verdict {
  const person = personOf(actor)
  if (person !== null && facts.filedById === person)
    return refuse(
      'CONFLICT_OF_INTEREST',
      'Anda yang mengisi titik pantau ini; reviu dilakukan orang lain.',
      'You filed this checkpoint; somebody else reviews it.',
    )
  return conflictVerdict(facts.conflict)
}

/** The life of a checkpoint as people move it (G2). What the clock does is in `checkpointClock`. */
export const checkpointMoves: Moves<'FILE' | 'RETURN' | 'REVIEW' | 'CLOSE' | 'DROP', CheckpointState, CheckpointFacts> = {
  FILE: { from: ['JATUH_TEMPO', 'TERLEWAT'], to: 'DIISI', who: isFreeMember, when: isOnDuty },
  RETURN: { from: ['DIISI'], to: 'JATUH_TEMPO', who: isLeader, when: isSecondPair },
  REVIEW: { from: ['DIISI'], to: 'DIREVIU', who: isLeader, when: isSecondPair },
  CLOSE: { from: ['DIREVIU'], to: 'TUTUP', who: isLeader },
  DROP: { from: ['TERJADWAL', 'JATUH_TEMPO', 'TERLEWAT'], to: 'TUTUP', who: isManager },
}

/** What the day does to a checkpoint that nobody filed. */
export const checkpointClock: Readonly<
  Record<'FALL_DUE' | 'LAPSE', Pick<Move<CheckpointState, CheckpointFacts>, 'from' | 'to'>>
> = {
  FALL_DUE: { from: ['TERJADWAL'], to: 'JATUH_TEMPO' },
  LAPSE: { from: ['JATUH_TEMPO'], to: 'TERLEWAT' },
}

export type CheckpointMove = keyof typeof checkpointMoves

export function checkpointVerdicts(actor: Actor, facts: CheckpointFacts, now: Date): Record<CheckpointMove | 'ASSIGN', Verdict> {
  return { ...verdictsOf(checkpointMoves, checkpointWords, actor, facts, now), ASSIGN: assignable(actor, facts) }
}

/** Giving a checkpoint to another member; whether that member is free is asked of the member. */
function assignable(actor: Actor, facts: CheckpointFacts): Verdict {
  const who = isLeader(actor, facts)
  if (who !== true) return who
  if (['TERJADWAL', 'JATUH_TEMPO', 'TERLEWAT'].includes(facts.state)) return true
  return refuse('WRONG_STATE', 'Titik pantau ini sudah diisi atau ditutup.', 'This checkpoint was filed or closed already.')
}

export function mayCheckpoint(
  actor: Actor,
  facts: CheckpointFacts,
  now: Date,
  move: CheckpointMove | 'ASSIGN',
  revision: number,
): Verdict {
  const who = move === 'ASSIGN' ? isLeader(actor, facts) : checkpointMoves[move].who(actor, facts)
  if (who !== true) return who
  return facts.revision === revision ? checkpointVerdicts(actor, facts, now)[move] : stale
}
