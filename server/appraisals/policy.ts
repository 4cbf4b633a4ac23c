import type { AppraisalState, PeriodState, RealisationState } from '../generated/prisma/client.ts'
import { type Actor, can, canEverywhere, type Permission, reachOf, refuse, type Verdict } from '../identity/policy.ts'
import { canRead as canReadOf, type EmployeeFacts } from '../organization/policy.ts'

/** States in which the suggestion still follows its data: once a penilai has rated, no later measurement moves a score. */
export const openStates = ['TERBUKA', 'PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI'] as const satisfies readonly AppraisalState[]

/** States from which on the rated person reads the own rating (TA2). */
export const deliveredStates: readonly AppraisalState[] = ['DISAMPAIKAN', 'KEBERATAN', 'PEMERIKSAAN', 'FINAL', 'TEREKSPOR']

/** States of a plan that somebody agreed to; only these are appraised. */
export const agreedSkpStates = ['DITETAPKAN', 'BERJALAN', 'REVISI', 'DITUTUP'] as const

/** States of a measurement that counts; a submitted one waits for verification, a rejected one never counts (domain B3). */
export const countingStates = ['VERIFIED', 'LOCKED'] as const satisfies readonly RealisationState[]

/**
 * Does this plan or appraisal of an employee exist for the actor? `judgeIds` are those who judge or decide it by its own snapshot, or stand in for
 * one of them today: they see it, whoever the superior of the employee is now.
 */
export function canRead(
  actor: Actor,
  { judgeIds, ...employee }: EmployeeFacts & { readonly judgeIds: readonly string[] },
): boolean {
  if (canReadOf(actor, employee, 'appraisals.read')) return true
  return actor.employeeId !== null && isPerson(actor) && judgeIds.includes(actor.employeeId)
}

/** Whose series it is: `employee` is null for one of a unit; `underUnitIds` are the unit of the subject and every unit above it. */
export type SubjectFacts = {
  readonly employee: Omit<EmployeeFacts, 'underUnitIds'> | null
  readonly underUnitIds: readonly string[]
}

/** Do this series and its measurements exist for the actor? `judgeIds` are those of the plans that it is measured for. */
export function canReadSeries(
  actor: Actor,
  { employee, underUnitIds, judgeIds }: SubjectFacts & { readonly judgeIds: readonly string[] },
): boolean {
  if (employee !== null) return canRead(actor, { ...employee, underUnitIds, judgeIds })
  return actor.kind === 'USER' || can(actor, 'appraisals.read')
}

/**
 * May the actor read ratings and predikat of this appraisal, which exists for them? The rated person from delivery on; the penilai, the
 * penilai's superior, tim kinerja and inspectorate at once. Of their own, those with a role for the whole city too.
 */
export function seesRating(actor: Actor, appraisal: { readonly employeeId: string; readonly state: AppraisalState }): boolean {
  if (actor.employeeId !== appraisal.employeeId || deliveredStates.includes(appraisal.state)) return true
  return canEverywhere(actor, 'appraisals.read')
}

export type PeriodFacts = { readonly state: PeriodState; readonly yearState: PeriodState | null; readonly unverified: number }

/** What the actor may do with a period now. `yearState` is that of its year, `unverified` counts submitted measurements. */
export function periodActions(actor: Actor, period: PeriodFacts) {
  const held = everywhere(actor, 'periods.manage')
  return {
    OPEN: held === true ? mayOpen(period) : held,
    CLOSE: held === true ? mayClose(period) : held,
    EXTEND: held === true ? mayExtend(period) : held,
  } as const satisfies Record<string, Verdict>
}

function mayOpen({ state, yearState }: PeriodFacts): Verdict {
  if (state !== 'PREPARED') return refuse('WRONG_STATE', 'Periode ini sudah pernah dibuka.', 'This period was opened already.')
  if (yearState === null || yearState === 'OPEN') return true
  return refuse('WRONG_STATE', 'Buka dahulu tahun dari periode ini.', 'Open the year of this period first.')
}

function mayClose({ state, unverified }: PeriodFacts): Verdict {
  if (state !== 'OPEN') return refuse('WRONG_STATE', 'Periode ini tidak sedang terbuka.', 'This period is not open.')
  if (unverified === 0) return true
  return refuse(
    'WRONG_STATE',
    `Masih ada ${unverified} realisasi yang belum diverifikasi. Verifikasi atau tolak dahulu, karena setelah ditutup tidak dapat dihitung.`,
    `There are still ${unverified} measurements to verify. Verify or reject them first, because after closing they cannot count.`,
  )
}

function mayExtend({ state }: PeriodFacts): Verdict {
  if (state === 'OPEN') return true
  return refuse('WRONG_STATE', 'Periode ini tidak sedang terbuka.', 'This period is not open.')
}

/** May the actor lay out the periods of a year? */
export function mayPreparePeriods(actor: Actor): Verdict {
  return everywhere(actor, 'periods.manage')
}

/** May the actor compute the appraisals of a period? All of them, so the permission must hold for the whole city. */
export function mayCompute(actor: Actor): Verdict {
  return everywhere(actor, 'appraisals.compute')
}

/** States of a quarter and its year. */
export type QuarterFacts = { readonly state: PeriodState; readonly yearState: PeriodState }

/** May the actor record a measurement of this subject in this quarter? The employee for themself, the penilai, and whoever holds the permission there. */
export function mayRecord(actor: Actor, subject: SubjectFacts, quarter: QuarterFacts): Verdict {
  const isOwn =
    isPerson(actor) && (subject.employee?.id === actor.employeeId || subject.employee?.superiorId === actor.employeeId)
  const held = isOwn || within(actor, 'realisations.record', subject)
  return held === true ? isRecordable(quarter) : held
}

export type RealisationFacts = SubjectFacts & {
  readonly quarter: QuarterFacts
  readonly state: RealisationState
  /** User or token that recorded it; null for an import. */
  readonly recordedById: string | null
  /** False once a correction was recorded. */
  readonly isLatest: boolean
}

/** What the actor may do with a measurement now (G2: SUBMITTED → VERIFIED or REJECTED). Nobody verifies what they recorded, or what is measured of themself. */
export function realisationActions(actor: Actor, realisation: RealisationFacts) {
  const verdict = mayJudge(actor, realisation)
  return { VERIFY: verdict, REJECT: verdict } as const satisfies Record<string, Verdict>
}

function mayJudge(actor: Actor, { quarter, state, recordedById, isLatest, ...subject }: RealisationFacts): Verdict {
  const isOwn = subject.employee !== null && subject.employee.id === actor.employeeId
  const isPenilai = isPerson(actor) && subject.employee?.superiorId === actor.employeeId
  if (isOwn || (recordedById !== null && recordedById === actor.id)) {
    return refuse(
      'CONFLICT_OF_INTEREST',
      'Realisasi harus diverifikasi oleh orang lain, bukan oleh pencatat atau orang yang diukur.',
      'Somebody else must verify a measurement, not the one who recorded it or is measured by it.',
    )
  }
  const held = isPenilai || within(actor, 'realisations.verify', subject)
  if (held !== true) return held
  if (state !== 'SUBMITTED')
    return refuse('WRONG_STATE', 'Realisasi ini tidak menunggu verifikasi.', 'This measurement does not wait for verification.')
  if (!isLatest)
    return refuse(
      'WRONG_STATE',
      'Realisasi ini sudah diganti dengan catatan yang lebih baru.',
      'A newer record has replaced this measurement.',
    )
  return isRecordable(quarter)
}

/**
 * May the actor correct this measurement of a closed period (domain B3)? Whoever may verify there, but neither the one who is measured nor the one who
 * recorded it.
 */
export function mayCorrectLocked(
  actor: Actor,
  { isLocked, recordedById, ...subject }: SubjectFacts & { readonly isLocked: boolean; readonly recordedById: string | null },
): Verdict {
  const isOwn = isPerson(actor) && subject.employee?.id === actor.employeeId
  if (isOwn || (recordedById !== null && recordedById === actor.id)) {
    return refuse(
      'CONFLICT_OF_INTEREST',
      'Koreksi dilakukan oleh orang lain, bukan oleh pencatat atau orang yang diukur.',
      'Somebody else must correct a measurement, not the one who recorded it or is measured by it.',
    )
  }
  const held = within(actor, 'realisations.verify', subject)
  if (held !== true) return held
  return (
    isLocked ||
    refuse(
      'WRONG_STATE',
      'Hanya catatan terbaru dari periode yang sudah ditutup yang dikoreksi dengan cara ini.',
      'Only the newest record of a closed period is corrected in this way.',
    )
  )
}

function isRecordable({ state, yearState }: QuarterFacts): Verdict {
  if (state === 'CLOSED' || yearState === 'CLOSED')
    return refuse('PERIOD_CLOSED', 'Periode ini sudah ditutup.', 'The period is closed.')
  if (state === 'PREPARED') return refuse('WRONG_STATE', 'Periode ini belum dibuka.', 'The period is not open yet.')
  return true
}

/** A person acts for themself and as penilai; a token or the system has no post. */
function isPerson(actor: Actor): boolean {
  return actor.employeeId !== null && actor.scopes === null
}

function everywhere(actor: Actor, permission: Permission): Verdict {
  return (
    canEverywhere(actor, permission) ||
    refuse('FORBIDDEN', 'Peran Anda tidak berwenang melakukan ini.', 'Your role does not allow this.')
  )
}

function within(actor: Actor, permission: Permission, { underUnitIds }: SubjectFacts): Verdict {
  const reach = reachOf(actor, permission)
  if (reach === 'ALL' || reach.some((id) => underUnitIds.includes(id))) return true
  return refuse('FORBIDDEN', 'Anda tidak berwenang atas pegawai atau unit ini.', 'You have no say over this employee or unit.')
}
