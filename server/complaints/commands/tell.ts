import type { Complaint } from '../../generated/prisma/client.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { NoticeKind } from '../../notice-kinds.ts'
import { type NewNotice, notify, settleNotices } from '../../notices.ts'
import type { Transaction } from '../../transact.ts'
import { entityOf } from './locks.ts'

/** No unit and no person: only those who hold a permission for the whole city are meant, and nobody is left out. */
const nobody = '00000000-0000-0000-0000-000000000000'

type Subject = Pick<Complaint, 'id' | 'number' | 'revision' | 'queue' | 'unitId' | 'officialId'>

/** Who leads a complaint: inspectors where an official is named, without that official; else who manages complaints of the unit. */
export async function leadersOf(
  tx: Transaction,
  { id, queue, unitId, officialId }: Subject,
  now: Date,
): Promise<NewNotice['to'][]> {
  const isInspected = queue === 'INSPECTORATE'
  const over = [{ id, unitId: (isInspected ? null : unitId) ?? nobody, employeeId: officialId ?? nobody }]
  const holders = await holdersOf(tx, isInspected ? 'complaints.inspect' : 'complaints.manage', over, civilDate(now))
  return holders.get(id) ?? []
}

/** What was asked about this complaint is done; the next people are told, by its number alone. */
export async function passOn(
  tx: Transaction,
  complaint: Subject,
  kind: NoticeKind | null,
  to: readonly NewNotice['to'][],
  now: Date,
  dueAt: Date | null = null,
): Promise<void> {
  await settleNotices(tx, entityOf(complaint), now)
  if (kind !== null) await notify(tx, noticesOf(complaint, kind, to, dueAt), now)
}

export function noticesOf(complaint: Subject, kind: NoticeKind, to: readonly NewNotice['to'][], dueAt: Date | null): NewNotice[] {
  const { id, number, revision } = complaint
  return to.map((person) => ({
    to: person,
    kind,
    params: { number },
    entity: entityOf({ id }),
    dueAt,
    cause: `${id}:${revision}`,
  }))
}
