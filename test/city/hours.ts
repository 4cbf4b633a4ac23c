import type { Database } from '../../server/db.ts'
import { learningGain } from '../../server/pembinaan/rules/learning-gain.ts'
import { type CityTruth, differences } from './differences.ts'

export type HoursTruth = CityTruth & {
  readonly jp: {
    readonly status: Readonly<Record<string, number>>
    readonly notCounted: Readonly<Record<string, number>>
    readonly learningGain: Readonly<Record<string, object>>
  }
}

/** Compares the hours of everybody (F10), the reasons of not counting, and the learning gain of each programme with the truth of the city. */
export async function hoursDifferences({ prisma }: Database, truth: HoursTruth): Promise<string[]> {
  const balances = await prisma.jpBalance.findMany({ where: { year: 2025 }, include: { employee: { select: { nip: true } } } })
  const found = new Map(balances.map(({ employee, totalJp, status }) => [employee.nip, [totalJp.toNumber(), status]]))
  const status = Object.fromEntries(
    Map.groupBy(balances, (one) => one.status)
      .entries()
      .map(([key, { length }]) => [key, length]),
  )
  const outcomes = await prisma.participant.groupBy({ by: ['jpOutcome'], _count: true })
  const notCounted = Object.fromEntries(
    outcomes.flatMap(({ jpOutcome, _count }) => (jpOutcome && jpOutcome !== 'COUNTED' ? [[jpOutcome, _count]] : [])),
  )
  return [
    ...Object.entries(truth.employees).flatMap(([nip, row]) =>
      differences(row.slice(4, 6), found.get(nip) ?? null, `employees.${nip}.jp`),
    ),
    ...differences(truth.jp.status, status, 'jp.status'),
    ...differences(truth.jp.notCounted, notCounted, 'jp.notCounted'),
    ...differences(truth.jp.learningGain, await gains(prisma), 'jp.learningGain'),
  ]
}

async function gains(prisma: Database['prisma']): Promise<object> {
  const scored = await prisma.participant.findMany({
    where: { preScore: { not: null }, postScore: { not: null } },
    select: { preScore: true, postScore: true, programme: { select: { code: true } } },
  })
  const byProgramme = Map.groupBy(scored, ({ programme }) => programme.code)
  return Object.fromEntries(
    byProgramme
      .entries()
      .map(([code, rows]) => [
        code,
        learningGain(rows.map(({ preScore, postScore }) => ({ pre: preScore?.toFixed() ?? 0, post: postScore?.toFixed() ?? 0 }))),
      ]),
  )
}
