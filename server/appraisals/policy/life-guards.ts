import { type Actor, type Permission, reachOf, refuse, type Verdict } from '../../identity/policy.ts'
import { cityTimeZone, isPast } from '../../organization/rules/deadlines.ts'
import type { LifeFacts } from './life-facts.ts'

const notPenilai = refuse(
  'NOT_PENILAI',
  'Hanya pejabat penilai pegawai ini yang dapat melakukannya.',
  'Only the penilai of this employee may do this.',
)

const selfAppraisal = refuse('SELF_APPRAISAL', 'Tidak seorang pun menilai dirinya sendiri.', 'Nobody appraises themself.')

const importOnly = refuse(
  'IMPORT_ONLY',
  'Kinerja guru dan kepala sekolah dikelola di platform nasional dan hanya diimpor ke sini.',
  'The performance of teachers and principals is managed on the national platform and only imported here.',
)

/** A person acts for themself and as penilai; a token or the system has no post. */
function personOf(actor: Actor): string | null {
  return actor.scopes === null ? actor.employeeId : null
}

function onlyHere(facts: LifeFacts): Verdict {
  return facts.system === 'RUANG_GTK' ? importOnly : true
}

export function isRatee(actor: Actor, facts: LifeFacts): Verdict {
  if (personOf(actor) === facts.employeeId) return onlyHere(facts)
  return refuse('FORBIDDEN', 'Hanya pegawai yang dinilai yang dapat melakukannya.', 'Only the rated person may do this.')
}

function isAmong(actor: Actor, facts: LifeFacts, penilaiIds: readonly string[]): Verdict {
  const person = personOf(actor)
  if (person !== null && person === facts.employeeId) return selfAppraisal
  return person !== null && penilaiIds.includes(person) ? onlyHere(facts) : notPenilai
}

export function isPenilai(actor: Actor, facts: LifeFacts): Verdict {
  return isAmong(actor, facts, facts.penilaiIds)
}

export function isPenilaiOfPart(actor: Actor, facts: LifeFacts): Verdict {
  return isAmong(
    actor,
    facts,
    facts.parts.flatMap(({ penilaiIds }) => penilaiIds),
  )
}

export function isAnyPenilai(actor: Actor, facts: LifeFacts): Verdict {
  return isAmong(actor, facts, [...facts.penilaiIds, ...facts.parts.flatMap(({ penilaiIds }) => penilaiIds)])
}

/** Whoever holds the permission over the unit, or passes the other test; nobody for themself. */
export function holds(permission: Permission, or?: (actor: Actor, facts: LifeFacts) => Verdict) {
  return (actor: Actor, facts: LifeFacts): Verdict => {
    if (personOf(actor) === facts.employeeId) return selfAppraisal
    const reach = reachOf(actor, permission)
    if (reach === 'ALL' || reach.some((id) => facts.underUnitIds.includes(id))) return onlyHere(facts)
    const other = or?.(actor, facts)
    if (other === true || other?.code === 'IMPORT_ONLY') return other
    return refuse(
      'FORBIDDEN',
      'Anda tidak berwenang atas penilaian pegawai ini.',
      'You have no say over the appraisal of this employee.',
    )
  }
}

/** The superior of the penilai, never the penilai; where nobody stands above, whoever holds the permission (LOCAL, domain A11). */
export function isDecider(permission: Permission) {
  return (actor: Actor, facts: LifeFacts): Verdict => {
    if (personOf(actor) === facts.employeeId) return selfAppraisal
    const isJudge = isAnyPenilai(actor, facts) === true
    if (!isJudge && facts.superiorOfPenilaiId !== null && personOf(actor) === facts.superiorOfPenilaiId) return onlyHere(facts)
    if (!isJudge && facts.superiorOfPenilaiId === null) return holds(permission)(actor, facts)
    return refuse(
      'FORBIDDEN',
      'Keberatan diputus oleh atasan pejabat penilai, bukan oleh penilai.',
      'An objection is decided by the superior of the penilai, never by the penilai.',
    )
  }
}

export function isSystem({ kind }: Actor): Verdict {
  return kind === 'SYSTEM' || refuse('FORBIDDEN', 'Ini terjadi dengan sendirinya.', 'This happens by itself.')
}

export function canBeRated({ isRateable }: LifeFacts): Verdict {
  return (
    isRateable ||
    refuse(
      'WRONG_STATE',
      'Tidak ada SKP yang disepakati untuk dinilai, atau pegawai tidak dinilai menurut kedudukan hukumnya.',
      'There is no agreed plan to judge, or the employee is not appraised by legal standing.',
    )
  )
}

export function isReadyForEvidence(facts: LifeFacts, now: Date): Verdict {
  const rateable = canBeRated(facts)
  if (rateable !== true) return rateable
  if (!facts.hasEnded) {
    return refuse(
      'WRONG_STATE',
      'Periode ini belum berakhir; penilaian menunggu hari terakhirnya.',
      'The period is not over yet; it is rated after its last day.',
    )
  }
  if (facts.state === 'TERBUKA' && !isPast(facts.selfAssessUntil, now)) {
    const until = (locale: string) =>
      facts.selfAssessUntil.toLocaleDateString(locale, { dateStyle: 'long', timeZone: cityTimeZone })
    return refuse(
      'WRONG_STATE',
      `Pegawai masih dapat menilai dirinya sampai ${until('id-ID')}; setelah itu penilaian berjalan tanpanya.`,
      `The employee may still assess themself until ${until('en-GB')}; after that the appraisal goes on without.`,
    )
  }
  if (facts.unverified === 0) return true
  return refuse(
    'EVIDENCE_REQUIRED',
    `Masih ada ${facts.unverified} realisasi pegawai ini yang menunggu verifikasi. Verifikasi atau tolak dahulu.`,
    `There are still ${facts.unverified} measurements of this employee to verify. Verify or reject them first.`,
  )
}

export function isUndivided({ parts }: LifeFacts): Verdict {
  return (
    parts.length === 0 ||
    refuse(
      'WRONG_STATE',
      'Tahun ini terbagi atas beberapa SKP; tiap bagian dinilai oleh penilainya sendiri.',
      'This year has several plans; each part is rated by its own penilai.',
    )
  )
}

export function isDivided({ parts }: LifeFacts): Verdict {
  return parts.length > 0 || refuse('WRONG_STATE', 'Penilaian ini tidak terbagi.', 'This appraisal has no parts.')
}

export function hasOrgPredikat(facts: LifeFacts): Verdict {
  return (
    facts.hasOrgPredikat ||
    refuse(
      'WRONG_STATE',
      'Predikat kinerja organisasi belum ditetapkan untuk unit ini.',
      'The organisation predikat of this unit has not been set yet.',
    )
  )
}

export function isWindowOver({ objectionUntil }: LifeFacts, now: Date): Verdict {
  if (objectionUntil !== null && isPast(objectionUntil, now)) return true
  return refuse('WRONG_STATE', 'Masa keberatan belum lewat.', 'The window for an objection is still open.')
}

export function isWindowOpen({ objectionUntil }: LifeFacts, now: Date): Verdict {
  if (objectionUntil !== null && !isPast(objectionUntil, now)) return true
  return refuse('OBJECTION_LATE', 'Masa keberatan sudah lewat.', 'The window for an objection has closed.')
}

export function isNewest({ isCurrent }: LifeFacts): Verdict {
  return (
    isCurrent ||
    refuse('FINAL_IMMUTABLE', 'Versi ini sudah diganti oleh versi berikutnya.', 'A later version has replaced this one.')
  )
}

export function hasLeftAtOnce(facts: LifeFacts): Verdict {
  return (
    facts.hasLeftAtOnce ||
    refuse(
      'WRONG_STATE',
      'Hanya penilaian pegawai yang bertugas kurang dari satu bulan dalam periode ini yang dibatalkan.',
      'Only the appraisal of somebody who served less than a month of the period is cancelled.',
    )
  )
}
