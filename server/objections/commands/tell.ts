import type { LifeRow } from '../../appraisals/queries/life.ts'
import type { Permission } from '../../identity/policy.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { NoticeKind } from '../../notice-kinds.ts'
import { type NewNotice, notify, settleNotices } from '../../notices.ts'
import type { Transaction } from '../../transact.ts'
import { entityOf } from './locks.ts'

export type Told = {
  readonly kind: NoticeKind
  readonly to: readonly NewNotice['to'][]
  readonly dueAt?: Date | null
  readonly reason?: string
}

type Subject = { readonly id: string; readonly revision: number; readonly appraisal: LifeRow }

/** What was asked about this objection is done; the next people are told, once for each revision. */
export async function passOn(tx: Transaction, objection: Subject, told: readonly Told[], now: Date): Promise<void> {
  await settleNotices(tx, entityOf(objection), now)
  await tell(tx, objection, told, now)
}

export async function tell(
  tx: Transaction,
  { id, revision, appraisal }: Subject,
  told: readonly Told[],
  now: Date,
): Promise<void> {
  const params = { employee: appraisal.employeeName, period: appraisal.periodKey }
  await notify(
    tx,
    told.flatMap(({ kind, to, dueAt = null, reason }) =>
      to.map((person) => ({
        to: person,
        kind,
        params: reason === undefined ? params : { ...params, reason },
        entity: entityOf({ id }),
        dueAt,
        cause: `${id}:${revision}`,
      })),
    ),
    now,
  )
}

/** The penilai with whoever stands in for them, and those of the parts of the year. */
export function penilaiOf({ penilaiIds, parts }: LifeRow): NewNotice['to'][] {
  const ids = new Set([...penilaiIds, ...parts.flatMap((part) => part.penilaiIds)])
  return [...ids].map((employeeId) => ({ employeeId }))
}

/** Who examines or decides: the superior of the penilai, or the holders of the permission where nobody stands above (LOCAL). */
export async function decidersOf(
  tx: Transaction,
  appraisal: LifeRow,
  permission: Extract<Permission, 'objections.prepare' | 'objections.decide'>,
  now: Date,
): Promise<NewNotice['to'][]> {
  const superior = appraisal.superiorOfPenilaiId
  if (superior !== null) return [{ employeeId: superior }]
  const { underUnitIds, employeeId } = appraisal
  return holdersOf(tx, permission, { underUnitIds, except: employeeId, today: civilDate(now) })
}
