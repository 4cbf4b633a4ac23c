import type { LifeRow } from '../../appraisals/queries/life.ts'
import type { Permission } from '../../identity/policy.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { NoticeKind } from '../../notice-kinds.ts'
import { type NewNotice, notify, settleNotices } from '../../notices.ts'
import type { Transaction } from '../../transact.ts'
import { entityOf } from './locks.ts'

type Told = {
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

export async function tell(tx: Transaction, objection: Subject, told: readonly Told[], now: Date): Promise<void> {
  await notify(tx, noticesOf(objection, told), now)
}

export function noticesOf({ id, revision, appraisal }: Subject, told: readonly Told[]): NewNotice[] {
  const params = { employee: appraisal.employeeName, period: appraisal.periodKey }
  return told.flatMap(({ kind, to, dueAt = null, reason }) =>
    to.map((person) => ({
      to: person,
      kind,
      params: reason === undefined ? params : { ...params, reason },
      entity: entityOf({ id }),
      dueAt,
      cause: `${id}:${revision}`,
    })),
  )
}

/** The penilai with whoever stands in for them, and those of the parts of the year. */
export function penilaiOf({ penilaiIds, parts }: LifeRow): NewNotice['to'][] {
  const ids = new Set([...penilaiIds, ...parts.flatMap((part) => part.penilaiIds)])
  return [...ids].map((employeeId) => ({ employeeId }))
}

type Deciding = Extract<Permission, 'objections.prepare' | 'objections.decide'>

/** Who examines or decides: the superior of the penilai, or the holders of the permission where nobody stands above (LOCAL). */
export async function decidersOf(
  tx: Transaction,
  appraisal: LifeRow,
  permission: Deciding,
  now: Date,
): Promise<readonly NewNotice['to'][]> {
  return (await decidersOfEach(tx, [appraisal], permission, now)).get(appraisal.id) ?? []
}

/** The same for many appraisals, by their ids; at most one statement. */
export async function decidersOfEach(
  tx: Transaction,
  appraisals: readonly LifeRow[],
  permission: Deciding,
  now: Date,
): Promise<ReadonlyMap<string, readonly NewNotice['to'][]>> {
  const top = appraisals.filter(({ superiorOfPenilaiId }) => superiorOfPenilaiId === null)
  const holders = await holdersOf(tx, permission, top, civilDate(now))
  return new Map(
    appraisals.map(({ id, superiorOfPenilaiId: superior }) => [
      id,
      superior === null ? (holders.get(id) ?? []) : [{ employeeId: superior }],
    ]),
  )
}
