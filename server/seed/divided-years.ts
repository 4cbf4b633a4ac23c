import type { Transaction } from '../transact.ts'
import { type Calendar, day } from './calendar.ts'
import type { Random } from './random.ts'

/** People whose last year a change of penilai divided. */
const people = 2

/**
 * Divides last year's plan of a few people at the end of July: until then they served under the superior of their penilai (domain A1). The second
 * plan follows the first with the same results.
 */
export async function divideYears(
  tx: Transaction,
  demoEmployeeIds: readonly string[],
  { lastYear, now }: Calendar,
  random: Random,
): Promise<void> {
  const plans = await tx.skp.findMany({
    where: {
      period: { key: String(lastYear) },
      sequence: 1,
      leadsUnit: false,
      system: 'LOKAL',
      employeeId: { notIn: [...demoEmployeeIds] },
      employee: { separatedOn: null },
      penilai: { superiorId: { not: null } },
    },
    orderBy: { id: 'asc' },
    skip: 20,
    take: people,
    include: { penilai: { select: { superiorId: true } }, rhks: { orderBy: { number: 'asc' }, include: { ikis: true } } },
  })
  for (const { penilai, rhks, ...plan } of plans) {
    const id = random.id()
    await tx.skp.create({
      data: { ...plan, id, sequence: 2, startsOn: day(lastYear, 8, 1), predecessorId: plan.id },
      select: { id: true },
    })
    for (const { ikis, ...rhk } of rhks) {
      const rhkId = random.id()
      await tx.rhk.create({ data: { ...rhk, id: rhkId, skpId: id }, select: { id: true } })
      await tx.iki.createMany({ data: ikis.map((iki) => ({ ...iki, id: random.id(), rhkId })) })
    }
    await tx.skp.update({
      where: { id: plan.id },
      data: {
        endsOn: day(lastYear, 7, 31),
        penilaiId: penilai?.superiorId ?? null,
        state: 'DITUTUP',
        closeReason: 'PENILAI_CHANGE',
        updatedAt: now,
      },
      select: { id: true },
    })
  }
}
