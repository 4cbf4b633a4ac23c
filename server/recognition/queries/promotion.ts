import type { Context } from '../../context.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type Promotion, promotionOf } from '../rules/promotion.ts'
import { isUnderObjection, progressOf } from './credits.ts'

/** The most finished years that the settings may ask for. */
const mostYears = 5

const iso = (day: Date | null) => day?.toISOString().slice(0, 10) ?? null

/**
 * May each of these be proposed for the next rank, by the results that are final today and the settings of today? Three statements for all who are asked for in one
 * tick, and one for their angka kredit.
 */
export function promotionFor(context: Pick<Context, 'db' | 'loaders' | 'now'>, employeeId: string): Promise<Promotion> {
  const { db, loaders, now } = context
  return loaders.load('recognition.promotion', employeeId, async (ids) => {
    const today = civilDate(now)
    const [settings, employees, progress] = await Promise.all([
      settingsOn(db, today),
      db.employee.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, employmentType: true, golongan: true, golonganFrom: true },
      }),
      Promise.all(ids.map((id) => progressOf(context, id))),
    ])
    const results = await db.appraisal.findMany({
      where: {
        employeeId: { in: [...ids] },
        kind: 'ANNUAL',
        isCurrent: true,
        predikat: { not: null },
        state: { in: ['KEBERATAN', 'PEMERIKSAAN', 'FINAL', 'TEREKSPOR'] },
        period: { year: { gte: today.getUTCFullYear() - mostYears - 1 } },
      },
      orderBy: { period: { year: 'desc' } },
      select: { employeeId: true, predikat: true, state: true, period: { select: { year: true } } },
    })
    const byEmployee = Map.groupBy(results, (row) => row.employeeId)
    const byId = new Map(employees.map((employee) => [employee.id, employee]))
    return ids.map((id, index) => {
      const employee = byId.get(id)
      return promotionOf(
        {
          isPns: employee?.employmentType === 'PNS',
          golongan: employee?.golongan ?? null,
          golonganFrom: iso(employee?.golonganFrom ?? null),
          credit: progress[index]?.goals.find(({ kind }) => kind === 'RANK') ?? null,
          results: (byEmployee.get(id) ?? []).flatMap(({ predikat, state, period }) =>
            predikat === null ? [] : [{ year: period.year, predikat, isProvisional: isUnderObjection({ state }) }],
          ),
          today: today.toISOString().slice(0, 10),
        },
        settings,
      )
    })
  })
}
