import { Prisma } from '../generated/prisma/client.ts'
import { settingsOn } from '../identity/queries/settings.ts'
import type { SurveyResult } from '../surveys/rules/result.ts'
import {
  classes,
  type Edition,
  makeEdition,
  type OneDayRow,
  type PublicClass,
  type SatisfactionRow,
  type UnitCounts,
} from './rules/edition.ts'

type Reader = Pick<Prisma.TransactionClient, '$queryRaw' | 'setting' | 'period' | 'survey' | 'complaintFigure'>

/** The edition of a period as its figures stand now; null when there is no such period. */
export async function draftEdition(tx: Reader, periodKey: string): Promise<Edition | null> {
  const period = await tx.period.findUnique({ where: { key: periodKey } })
  if (!period) return null
  const { kPublic, kCell } = await settingsOn(tx, period.endsOn)
  return makeEdition({
    ...{ periodKey, kPublic, kCell },
    units: await countsOf(tx, period.id),
    satisfaction: await satisfactionOf(tx, period.id),
    oneDay: await oneDayOf(tx, period.id),
  })
}

/** People of each office directly below the city, with everything below it, by predikat; those of the city itself stand by themselves. */
async function countsOf(tx: Reader, periodId: string): Promise<UnitCounts[]> {
  const rows = await tx.$queryRaw<{ code: string; name: string; isRoot: boolean; key: string; count: number }[]>(Prisma.sql`
    SELECT u.code, u.name, u.parent_id IS NULL AS "isRoot",
      CASE c.dimension WHEN 'PREDIKAT' THEN c.key ELSE 'TANPA_PREDIKAT' END AS key, sum(c.count)::int AS count
    FROM predikat_count c JOIN unit u ON u.id = c.unit_id LEFT JOIN unit up ON up.id = u.parent_id
    WHERE c.period_id = ${periodId}::uuid AND c.dimension IN ('PREDIKAT', 'REASON') AND (u.parent_id IS NULL OR up.parent_id IS NULL)
    GROUP BY 1, 2, 3, 4 ORDER BY 1`)
  const units = [...Map.groupBy(rows, ({ code }) => code).values()].map((own) => ({
    ...{ code: own[0]?.code ?? '', name: own[0]?.name ?? '', isRoot: own[0]?.isRoot ?? false },
    counts: Object.fromEntries(own.map(({ key, count }) => [key, count])) as Partial<Record<PublicClass, number>>,
  }))
  const offices = units.filter(({ isRoot }) => !isRoot)
  // The counts of a unit hold everything below it: what is left of the city is its own.
  const roots = units.filter(({ isRoot }) => isRoot)
  const own = Object.fromEntries(
    classes.map((one) => {
      const sum = (list: typeof units) => list.reduce((total, { counts }) => total + (counts[one] ?? 0), 0)
      return [one, sum(roots) - sum(offices)]
    }),
  ) as Record<PublicClass, number>
  const [root] = roots
  return [
    ...offices.map(({ code, name, counts }) => ({ code, name, counts })),
    ...(root ? [{ code: root.code, name: root.name, counts: own }] : []),
  ]
}

/** Official results that were released, of surveys of this period. */
async function satisfactionOf(tx: Reader, periodId: string): Promise<SatisfactionRow[]> {
  const surveys = await tx.survey.findMany({
    where: { periodId, state: 'DIPUBLIKASI' },
    orderBy: { unit: { code: 'asc' } },
    select: { unit: { select: { code: true, name: true } }, snapshot: { select: { content: true } } },
  })
  return surveys.flatMap(({ unit, snapshot }): SatisfactionRow[] => {
    const result = (snapshot?.content as unknown as { result: SurveyResult } | undefined)?.result
    if (!result || result.ikm === null || result.mutu === null) return []
    const { respondents, ikm, halfWidth95, mutu, lowestFirst } = result
    return [{ ...unit, respondents, ikm, halfWidth95, mutu, lowest: lowestFirst[0] ?? null }]
  })
}

/** The newest figure of each unit. */
async function oneDayOf(tx: Reader, periodId: string): Promise<OneDayRow[]> {
  const figures = await tx.complaintFigure.findMany({
    where: { periodId },
    orderBy: [{ unitId: 'asc' }, { recordedAt: 'desc' }],
    distinct: ['unitId'],
    select: { unit: { select: { code: true, name: true } }, eligible: true, rate: true, ciLow: true, ciHigh: true },
  })
  return figures
    .map(({ unit, eligible, rate, ciLow, ciHigh }) => ({
      ...unit,
      ...{ eligible, rate: Number(rate), ciLow: Number(ciLow), ciHigh: Number(ciHigh) },
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}
