import { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import type { Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { activitiesOf } from '../queries/jp-activities.ts'
import { jpOfYear } from '../rules/jp-year.ts'

/** People whose hours are looked at together. */
const peopleAtOnce = 2_000

/** A kernel of commands: judges the hours of a year anew (F10, by the settings of the last day of the year) for these people, and keeps what came out. */
export async function refreshJp(tx: Transaction, year: number, employeeIds: readonly string[]): Promise<void> {
  const settings = await settingsOn(tx, new Date(Date.UTC(year, 11, 31)))
  for (let from = 0; from < employeeIds.length; from += peopleAtOnce) {
    const people = await tx.employee.findMany({
      where: { id: { in: employeeIds.slice(from, from + peopleAtOnce) } },
      select: { id: true, employmentType: true },
    })
    const activities = Map.groupBy(
      await activitiesOf(
        tx,
        people.map(({ id }) => id),
        year,
      ),
      ({ employeeId }) => employeeId,
    )
    const judged = people.map(({ id, employmentType }) => ({
      employeeId: id,
      ...jpOfYear(year, employmentType, activities.get(id) ?? [], settings),
    }))
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO jp_balance (employee_id, year, total_jp, status, gap_jp)
      SELECT employee_id, ${year}::smallint, total_jp, status, gap_jp FROM ${unnest(judged, {
        employee_id: ['uuid', ({ employeeId }) => employeeId],
        total_jp: ['numeric', ({ totalJp }) => totalJp],
        status: ['jp_status', ({ status }) => status],
        gap_jp: ['numeric', ({ gapJp }) => gapJp],
      })}
      ON CONFLICT (employee_id, year) DO UPDATE SET total_jp = excluded.total_jp, status = excluded.status, gap_jp = excluded.gap_jp
      WHERE (jp_balance.total_jp, jp_balance.status, jp_balance.gap_jp) IS DISTINCT FROM (excluded.total_jp, excluded.status, excluded.gap_jp)`)
    const outcomes = judged.flatMap((one) => one.activities.filter(({ id }) => !id.includes('_')))
    // The outcome of a programme belongs to the year in which the programme ends.
    await tx.$executeRaw(Prisma.sql`
      UPDATE participant SET jp_outcome = "row".outcome, counted_jp = "row".counted
      FROM ${unnest(outcomes, {
        id: ['uuid', ({ id }) => id],
        outcome: ['jp_outcome', ({ outcome }) => outcome],
        counted: ['numeric', ({ countedJp }) => countedJp],
      })}, pembinaan_programme g
      WHERE participant.id = "row".id AND g.id = participant.programme_id AND extract(year FROM g.ends_on) = ${year}
        AND (participant.jp_outcome, participant.counted_jp) IS DISTINCT FROM ("row".outcome, "row".counted)`)
  }
}

/** As {@link refreshJp}, for everybody who served in the year. */
export async function refreshJpOfAll(tx: Transaction, year: number): Promise<void> {
  const people = await tx.employee.findMany({
    where: { OR: [{ separatedOn: null }, { separatedOn: { gte: new Date(Date.UTC(year, 0, 1)) } }] },
    select: { id: true },
  })
  await refreshJp(
    tx,
    year,
    people.map(({ id }) => id),
  )
}
