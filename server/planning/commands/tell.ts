import type { NoticeKind } from '../../notice-kinds.ts'
import type { NewNotice } from '../../notices.ts'
import { notify, settleNotices } from '../../notices.ts'
import { validOn } from '../../organization/queries.ts'
import type { Transaction } from '../../transact.ts'
import type { LockedSkp } from './locks.ts'

/** Most members of the tim who are told of one plan: beyond that the queue in the console is the place to look. */
const mostTold = 20

type Told = { readonly kind: NoticeKind; readonly to: readonly NewNotice['to'][]; readonly reason?: string }

/** What was asked about this plan is done; the next person is told. Causes name the revision, so that a repeated step tells again. */
export async function passOn(tx: Transaction, skp: LockedSkp, now: Date, told: Told | null): Promise<void> {
  const entity = { type: 'Skp', id: skp.id }
  await settleNotices(tx, entity, now)
  if (!told) return
  const params = { year: String(skp.year), employee: skp.employeeName, ...(told.reason ? { reason: told.reason } : {}) }
  const cause = `${skp.id}:${skp.revision + 1}`
  await notify(
    tx,
    told.to.map((to) => ({ to, kind: told.kind, params, entity, cause })),
    now,
  )
}

/** Whoever reviews the plans of this unit: members of the tim for the city or for a unit above, by the age of their account. */
export async function timOf(tx: Transaction, { underUnitIds, employeeId, today }: LockedSkp): Promise<NewNotice['to'][]> {
  const users = await tx.user.findMany({
    where: {
      disabledAt: null,
      OR: [{ employeeId: null }, { employeeId: { not: employeeId } }],
      grants: {
        some: { role: 'TIM_KINERJA', AND: [validOn(today), { OR: [{ unitId: null }, { unitId: { in: [...underUnitIds] } }] }] },
      },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: mostTold,
  })
  return users.map(({ id }) => ({ userId: id }))
}

/** The penilai with whoever stands in for them today. */
export function penilaiOf({ penilaiId, actingIds }: LockedSkp): NewNotice['to'][] {
  return [...new Set([penilaiId, ...actingIds])].flatMap((employeeId) => (employeeId === null ? [] : [{ employeeId }]))
}
