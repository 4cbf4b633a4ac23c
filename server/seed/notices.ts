import { type NewNotice, notify } from '../notices.ts'
import type { Transaction } from '../transact.ts'
import type { Accounts } from './accounts.ts'
import { addDays, type Calendar } from './calendar.ts'

/** Most notices of one kind that one demo account gets. */
const most = 4

/** What the demo accounts were told lately, so that their inboxes have something to read and to do. */
export async function writeNotices(
  tx: Transaction,
  { now, lastYear, thisYear }: Calendar,
  actors: Accounts['actors'],
): Promise<void> {
  const { id: yearId } = await tx.period.findFirstOrThrow({ where: { key: String(lastYear) }, select: { id: true } })
  const { pegawai, penilai, timkinerja, admin } = actors
  const period = { params: { period: String(lastYear) }, entity: { type: 'Period', id: yearId } } as const
  const older = [pegawai, penilai, timkinerja].map(
    ({ id: userId }): NewNotice => ({
      ...period,
      to: { userId },
      kind: 'orgPredikat.set',
      params: { unit: 'Pemerintah Kota', period: String(lastYear) },
      cause: 'demo',
    }),
  )
  await notify(tx, older, addDays(now, -9))
  await tx.notice.updateMany({
    where: { kind: 'orgPredikat.set', createdAt: addDays(now, -9) },
    data: { readAt: addDays(now, -8) },
  })
  const late = [timkinerja, admin].map(
    ({ id: userId }): NewNotice => ({
      ...period,
      to: { userId },
      kind: 'appraisal.setOverdue',
      dueAt: addDays(now, -5),
      cause: 'demo',
    }),
  )
  const tasks = [
    ...(await ratingsOf(tx, penilai.employeeId, addDays(now, 6))),
    ...(await ownOf(tx, pegawai.employeeId, thisYear)),
  ]
  await notify(tx, [...late, ...tasks], now)
}

async function ratingsOf(tx: Transaction, penilaiId: string | null, dueAt: Date): Promise<NewNotice[]> {
  const rows = await tx.appraisal.findMany({
    where: { penilaiId: penilaiId ?? '', isCurrent: true, state: { in: ['PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI'] } },
    select: { id: true, period: { select: { key: true } }, employee: { select: { name: true } } },
    orderBy: { employee: { nip: 'asc' } },
    take: most,
  })
  return rows.map(({ id, period, employee }) => ({
    to: { employeeId: penilaiId ?? '' },
    kind: 'appraisal.toRate',
    params: { employee: employee.name, period: period.key },
    entity: { type: 'Appraisal', id },
    dueAt,
    cause: `${id}:demo`,
  }))
}

async function ownOf(tx: Transaction, employeeId: string | null, year: number): Promise<NewNotice[]> {
  const to = { employeeId: employeeId ?? '' }
  const [plans, delivered] = [
    await tx.skp.findMany({ where: { ...to, period: { key: String(year) } }, select: { id: true }, take: 1 }),
    await tx.appraisal.findMany({
      where: { ...to, isCurrent: true, state: 'DISAMPAIKAN' },
      select: { id: true, objectionUntil: true, period: { select: { key: true } } },
      take: most,
    }),
  ]
  return [
    ...plans.map(
      ({ id }): NewNotice => ({
        to,
        kind: 'skp.approved',
        params: { year: String(year) },
        entity: { type: 'Skp', id },
        cause: `${id}:demo`,
      }),
    ),
    ...delivered.map(
      ({ id, objectionUntil: dueAt, period }): NewNotice => ({
        to,
        kind: 'appraisal.delivered',
        params: { period: period.key },
        entity: { type: 'Appraisal', id },
        dueAt,
        cause: `${id}:demo`,
      }),
    ),
  ]
}
