import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, type Permission, reachOf } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { nothing, underUnits } from '../../organization/queries.ts'
import { isPast } from '../../organization/rules/deadlines.ts'
import { endedPeriods } from './ended-periods.ts'

/** The most days for self-assessments that the setting allows, and a month of closed days. */
const longestSilenceDays = 120

/**
 * Current appraisals in which the next step is the actor's: the own ones to assess or to answer, those to verify, rate, set or deliver as penilai or by
 * permission, objections as the superior of a penilai. Names states and persons alone, never a rating.
 */
export async function nextStepOf({ actor, db, now }: Pick<Context, 'actor' | 'db' | 'now'>): Promise<Prisma.AppraisalWhereInput> {
  const ways = [...(await personalWays(actor, db, now)), ...waysByPermission(actor)]
  return ways.length === 0 ? nothing : { isCurrent: true, system: { not: 'RUANG_GTK' }, OR: ways }
}

async function personalWays(actor: Actor, db: Context['db'], now: Date): Promise<Prisma.AppraisalWhereInput[]> {
  if (actor.employeeId === null || actor.scopes !== null) return []
  const me = actor.employeeId
  const today = civilDate(now)
  const ended = { period: { endsOn: { lt: today } } }
  const ending = await endedPeriods(db, now, longestSilenceDays)
  const stillWaiting = ending.flatMap(({ id, selfAssessUntil }) => (isPast(selfAssessUntil, now) ? [] : [id]))
  const silent = { ...ended, periodId: { notIn: stillWaiting } }
  const judged: Prisma.AppraisalWhereInput = {
    employeeId: { not: me },
    OR: [
      { penilaiId: me },
      { penilaiId: null, employee: { superiorId: me } },
      { parts: { some: { penilaiId: me, ratedAt: null } } },
    ],
  }
  return [
    { employeeId: me, state: 'TERBUKA', skpId: { not: null }, ...ended },
    { employeeId: me, state: 'DISAMPAIKAN' },
    { ...judged, state: { in: ['PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI'] }, ...ended },
    { ...judged, state: 'TERBUKA', skpId: { not: null }, ...silent },
    {
      employeeId: { not: me },
      parts: { some: { penilaiId: me, ratedAt: null, endsOn: { lt: today } } },
      state: { in: ['TERBUKA', 'PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI'] },
    },
    { ...judged, state: 'DINILAI', returnReason: { not: null } },
    { penilai: { superiorId: me }, employeeId: { not: me }, state: { in: ['KEBERATAN', 'PEMERIKSAAN'] } },
  ]
}

function waysByPermission(actor: Actor): Prisma.AppraisalWhereInput[] {
  const own = actor.employeeId === null ? {} : { employeeId: { not: actor.employeeId } }
  const within = (permission: Permission, state: Prisma.AppraisalWhereInput): Prisma.AppraisalWhereInput[] => {
    const reach = reachOf(actor, permission)
    if (reach === 'ALL') return [{ ...own, ...state }]
    return reach.length === 0 ? [] : [{ ...own, ...state, ...underUnits(reach) }]
  }
  return [
    ...within('appraisals.moderate', { state: 'DINILAI', returnReason: null }),
    ...within('appraisals.set', { state: { in: ['MODERASI', 'DITETAPKAN'] } }),
  ]
}
