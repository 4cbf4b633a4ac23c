import type { Database } from '../../server/db.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { computeImpact } from '../../server/impact/commands/compute.ts'
import { roadSafety } from '../../server/impact/queries/road-safety.ts'
import { execute } from '../../server/transact.ts'
import { differences } from './differences.ts'
import { cityClock } from './load.ts'

export type ImpactTruth = {
  readonly impact: Readonly<Record<string, { readonly claim: string } & Readonly<Record<string, unknown>>>>
  readonly roadSafety: { readonly groups: Readonly<Record<string, object>> }
}

/** Computes what the programmes of the city changed, and compares effects, intervals, verdicts and the road safety with the truth. */
export async function impactDifferences(database: Database, truth: ImpactTruth): Promise<string[]> {
  const { prisma } = database
  const caller = { actor: systemActor('test'), now: cityClock }
  const found: string[] = []
  for (const [code, expected] of Object.entries(truth.impact)) {
    const { id } = await prisma.pembinaanProgramme.findUniqueOrThrow({ where: { code } })
    await execute(database, computeImpact, { programmeId: id }, caller)
    const actual = await prisma.impactEvaluation.findFirstOrThrow({
      where: { programmeId: id, isCurrent: true },
      include: { design: true },
    })
    const number = (value: { toNumber(): number } | null) => value?.toNumber() ?? null
    const [t0 = 0, t0n = 0, t1 = 0, t1n = 0, c0 = 0, c0n = 0, c1 = 0, c1n = 0] = actual.cells
    const { trueEffect: _planted, ...told } = expected
    found.push(
      ...differences(
        told,
        {
          design: actual.design.allocation,
          claim: actual.verdict === 'NO_DIFFERENCE_SHOWN' ? actual.verdict : actual.claimLevel,
          nT: actual.nTrained,
          nC: actual.nCompared,
          F11: {
            ...{ effect: number(actual.effect), se: number(actual.se), df: number(actual.df) },
            ...{ ciLow: number(actual.ciLow), ciHigh: number(actual.ciHigh), g: number(actual.g) },
          },
          F11b: {
            ...{ effect: number(actual.proportionEffect), se: number(actual.proportionSe) },
            ...{ ciLow: number(actual.proportionLow), ciHigh: number(actual.proportionHigh) },
            cells: { t0: [t0, t0n], t1: [t1, t1n], c0: [c0, c0n], c1: [c1, c1n] },
          },
          preTrend: {
            ...{ effect: number(actual.trendEffect), se: number(actual.trendSe), df: number(actual.trendDf) },
            ...{ ciLow: number(actual.trendLow), ciHigh: number(actual.trendHigh), passed: actual.trendPassed },
          },
        },
        `impact.${code}`,
      ),
    )
  }
  const changes = await roadSafety(prisma, 2025)
  const groups = Object.fromEntries(
    Map.groupBy(changes, ({ siteGroup }) => siteGroup)
      .entries()
      .map(([group, own]) => {
        const [three, one] = [
          own.find(({ baselineYears }) => baselineYears === 3),
          own.find(({ baselineYears }) => baselineYears === 1),
        ]
        const ratio = (change: typeof one) => ({ rr: change?.rr, ciLow: change?.ciLow, ciHigh: change?.ciHigh })
        return [
          group,
          {
            ...{ x0: three?.x0, e0: Number(three?.e0), x1: three?.x1, e1: Number(three?.e1), threeYearBaseline: ratio(three) },
            oneYearBaseline: { x0: one?.x0, e0: Number(one?.e0), ...ratio(one) },
          },
        ]
      }),
  )
  return [...found, ...differences(truth.roadSafety.groups, groups, 'roadSafety')]
}
