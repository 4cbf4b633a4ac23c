import { angkaKredit, jenjangOf } from '../../appraisals/rules/angka-kredit.ts'
import type { Context } from '../../context.ts'
import { type Predikat, Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { type CreditProgress, creditProgress, creditRows } from '../rules/credits.ts'

/** Results from which angka kredit follows: final ones, and provisionally those under an objection (domain A11). */
const earningStates = ['KEBERATAN', 'PEMERIKSAAN', 'FINAL', 'TEREKSPOR'] as const

export type CreditToBook = {
  readonly employeeId: string
  readonly appraisalId: string
  readonly jenjang: string
  readonly predikat: Predikat
  readonly months: number
  /** Two decimals. */
  readonly credit: number
  readonly isProvisional: boolean
}

/** What the stored entries of a year lack, and which of them no longer hold. */
export type CreditDifference = { readonly toBook: readonly CreditToBook[]; readonly toReplace: readonly string[] }

type Earning = {
  readonly id: string
  readonly employeeId: string
  readonly predikat: Predikat
  readonly isProvisional: boolean
  readonly stretches: readonly (readonly [startsOn: string, endsOn: string, level: string | null])[]
}

/**
 * What is to be written so that the entries of a year follow from its results (F7): one row for each jenjang of each result of a PNS. A year counts once: results of its
 * parts only until there is one of the whole. Nothing is to be done when both lists are empty. Two statements, whatever the number of people.
 */
export async function creditDifference(tx: Pick<Transaction, '$queryRaw'>, year: number): Promise<CreditDifference> {
  const earning = await tx.$queryRaw<Earning[]>(Prisma.sql`
    WITH earning AS (
      SELECT a.*, p.starts_on, p.ends_on FROM appraisal a JOIN period p ON p.id = a.period_id AND p.year = ${year} JOIN employee e ON e.id = a.employee_id
      WHERE a.is_current AND a.predikat IS NOT NULL AND a.state = ANY (${[...earningStates]}::appraisal_state[]) AND e.employment_type = 'PNS'
    )
    SELECT a.id, a.employee_id AS "employeeId", a.predikat, a.state IN ('KEBERATAN', 'PEMERIKSAAN') AS "isProvisional",
      coalesce((SELECT json_agg(json_build_array(greatest(s.starts_on, a.starts_on), least(s.ends_on, a.ends_on), s.position_level) ORDER BY s.starts_on)
        FROM skp s WHERE s.starts_on <= a.ends_on AND s.ends_on >= a.starts_on AND s.id IN (
          SELECT skp_id FROM appraisal_part WHERE appraisal_id = a.id
          UNION ALL SELECT a.skp_id WHERE NOT EXISTS (SELECT FROM appraisal_part WHERE appraisal_id = a.id))), '[]') AS stretches
    FROM earning a
    WHERE a.kind = 'ANNUAL' OR NOT EXISTS (SELECT FROM earning y WHERE y.employee_id = a.employee_id AND y.kind = 'ANNUAL')`)
  const due = earning.flatMap(({ id: appraisalId, employeeId, predikat, isProvisional, stretches }) =>
    creditRows(stretches.map(([startsOn, endsOn, level]) => ({ startsOn, endsOn, level }))).map(
      ({ jenjang, months }): CreditToBook => {
        const { value: credit } = angkaKredit({ jenjang, predikat, months })
        return { employeeId, appraisalId, jenjang, predikat, months, credit, isProvisional }
      },
    ),
  )
  const stored = await tx.$queryRaw<
    (Omit<CreditToBook, 'employeeId' | 'credit'> & { id: string; credit: string; isReplaced: boolean })[]
  >(
    Prisma.sql`
    SELECT c.id, c.appraisal_id AS "appraisalId", c.jenjang, c.predikat, c.months::int AS months, c.credit::text AS credit, c.is_provisional AS "isProvisional",
      c.replaced_at IS NOT NULL AS "isReplaced"
    FROM credit_entry c JOIN appraisal a ON a.id = c.appraisal_id JOIN period p ON p.id = a.period_id AND p.year = ${year}`,
  )
  const key = (one: { appraisalId: string; jenjang: string }) => `${one.appraisalId} ${one.jenjang}`
  const byKey = new Map(stored.map((one) => [key(one), one]))
  const dueKeys = new Set(due.map(key))
  return {
    toBook: due.filter((one) => {
      const old = byKey.get(key(one))
      if (!old || old.isReplaced) return true
      return old.months !== one.months || Number(old.credit) !== one.credit || old.isProvisional !== one.isProvisional
    }),
    toReplace: stored.filter((one) => !one.isReplaced && !dueKeys.has(key(one))).map(({ id }) => id),
  }
}

/** Years that have results from which angka kredit could follow, newest first. */
export async function earningYears(tx: Pick<Transaction, '$queryRaw'>): Promise<number[]> {
  const rows = await tx.$queryRaw<{ year: number }[]>(Prisma.sql`
    SELECT DISTINCT p.year::int AS year FROM period p
    WHERE EXISTS (SELECT FROM appraisal a WHERE a.period_id = p.id AND a.state = ANY (${[...earningStates]}::appraisal_state[])) ORDER BY year DESC`)
  return rows.map(({ year }) => year)
}

/** The progress of one employee in the present jenjang; null outside functional posts. One statement for all who are asked for in one tick. */
export function progressOf({ db, loaders }: Pick<Context, 'db' | 'loaders'>, employeeId: string): Promise<CreditProgress | null> {
  return loaders.load('recognition.progress', employeeId, async (ids) => {
    const employees = await db.employee.findMany({
      where: { id: { in: [...ids] } },
      select: {
        id: true,
        employmentType: true,
        positionLevel: true,
        golonganFrom: true,
        creditEntries: {
          where: { replacedAt: null },
          select: {
            jenjang: true,
            credit: true,
            appraisal: { select: { state: true, isCurrent: true, period: { select: { endsOn: true } } } },
          },
        },
      },
    })
    const byId = new Map(employees.map((employee) => [employee.id, employee]))
    return ids.map((id) => {
      const employee = byId.get(id)
      const jenjang = employee?.employmentType === 'PNS' ? jenjangOf(employee.positionLevel ?? '') : null
      if (!employee || jenjang === null) return null
      const rows = employee.creditEntries.flatMap(({ jenjang: held, credit, appraisal }) =>
        appraisal.isCurrent
          ? [
              {
                jenjang: held,
                credit: credit.toFixed(2),
                isProvisional: isUnderObjection(appraisal),
                endsOn: appraisal.period.endsOn.toISOString().slice(0, 10),
              },
            ]
          : [],
      )
      return creditProgress(jenjang, rows, employee.golonganFrom?.toISOString().slice(0, 10) ?? null)
    })
  })
}

/** An objection is open: nothing may be built on the result yet (domain A11). */
export function isUnderObjection({ state }: { readonly state: string }): boolean {
  return state === 'KEBERATAN' || state === 'PEMERIKSAAN'
}
