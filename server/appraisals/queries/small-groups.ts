import type { Context } from '../../context.ts'
import { DomainError } from '../../errors.ts'
import { reachOf } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { idOf } from '../../list.ts'

type Asked = Pick<Context, 'db' | 'actor' | 'now'>

/**
 * The fewest people that a figure must speak of for this caller (LOCAL, setting `kInternal`); 0 for whoever may read the appraisals of the
 * unit one by one anyway. At most two statements.
 */
export async function smallestGroup({ db, actor, now }: Asked, underUnitId: string | null | undefined): Promise<number> {
  const reach = reachOf(actor, 'appraisals.read')
  if (reach === 'ALL') return 0
  if (underUnitId && reach.length > 0) {
    const within = { unitId: idOf('Unit', underUnitId), ancestorId: { in: [...reach] } }
    if ((await db.unitAncestor.count({ where: within })) > 0) return 0
  }
  return (await settingsOn(db, civilDate(now))).kInternal
}

/** Throws K_ANONYMITY for a group that is too small for the caller; one without anybody says nothing of anybody. */
export function refuseSmall(people: number, smallest: number): void {
  if (people === 0 || people >= smallest) return
  throw new DomainError('K_ANONYMITY', {
    id: `Kelompok ini kurang dari ${smallest} orang, sehingga angkanya tidak ditampilkan.`,
    en: `Fewer than ${smallest} people: the figures are not shown.`,
  })
}
