import type { Prisma, SiteGroup } from '../../generated/prisma/client.ts'
import { rateChange } from '../rules/crash-change.ts'

export type SiteChange = {
  readonly siteGroup: SiteGroup
  readonly sites: number
  readonly baselineYears: number
} & NonNullable<ReturnType<typeof rateChange>>

/** Changes of the crash rate of each group of sites in a year, against the three years before and against the last one alone (F22). One statement. */
export async function roadSafety(db: Pick<Prisma.TransactionClient, 'crashCount'>, year: number): Promise<SiteChange[]> {
  const rows = await db.crashCount.findMany({
    where: { year: { gte: year - 3, lte: year } },
    orderBy: [{ siteGroup: 'asc' }, { site: 'asc' }],
    select: { site: true, siteGroup: true, year: true, crashes: true, exposure: true },
  })
  const byGroup = Map.groupBy(rows, ({ siteGroup }) => siteGroup)
  return [...byGroup].flatMap(([siteGroup, own]) => {
    const counts = own.map((one) => ({ year: one.year, crashes: one.crashes, exposure: one.exposure.toFixed() }))
    const sites = new Set(own.map(({ site }) => site)).size
    return [3, 1].flatMap((years) => {
      const change = rateChange(counts, year, years)
      return change ? [{ siteGroup, sites, ...change }] : []
    })
  })
}
