import { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { Transaction } from '../../transact.ts'
import type { Scope } from '../rules/aggregation.ts'
import { type AppraisalSettings, defaultAppraisalSettings } from '../rules/settings.ts'
import { rulesVersion } from '../rules/version.ts'

/** A period that can be appraised, with everything that holds for all its appraisals. */
export type PeriodScope = Scope & {
  readonly id: string
  readonly key: string
  readonly kind: 'ANNUAL' | 'QUARTER'
  /** The period of the year, whose plans are judged. */
  readonly yearId: string
  /** First and last day, as ISO dates. */
  readonly startsOn: string
  readonly endsOn: string
  /** Ids of the quarters judged, in the order of `quarters`. */
  readonly quarterIds: readonly string[]
  readonly settings: AppraisalSettings
  readonly rulesVersion: string
}

/**
 * The scope of a period, its row locked so that no measurement is written beside a computation; null when there is no such year or quarter.
 * Months are not appraised. Settings are those in force on the last day, so that a year is computed alike whenever it is computed.
 */
export async function lockPeriodScope(tx: Transaction, key: string, now: Date): Promise<PeriodScope | null> {
  const [period] = await tx.$queryRaw<
    { id: string; kind: 'ANNUAL' | 'QUARTER'; yearId: string; number: number; startsOn: Date; endsOn: Date }[]
  >(
    Prisma.sql`SELECT id, kind, coalesce(parent_id, id) AS "yearId", number, starts_on AS "startsOn", ends_on AS "endsOn"
      FROM period WHERE key = ${key} AND kind IN ('ANNUAL', 'QUARTER') FOR NO KEY UPDATE`,
  )
  if (!period) return null
  const { id, kind, yearId, number, startsOn, endsOn } = period
  const quarters = await tx.period.findMany({
    where: { parentId: yearId, kind: 'QUARTER', ...(kind === 'QUARTER' ? { number } : {}) },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, startsOn: true },
  })
  const today = civilDate(now)
  return {
    id,
    key,
    kind,
    yearId,
    startsOn: startsOn.toISOString().slice(0, 10),
    endsOn: endsOn.toISOString().slice(0, 10),
    quarters: quarters.map((quarter) => quarter.number),
    quarterIds: quarters.map((quarter) => quarter.id),
    notYetDue: quarters.filter((quarter) => quarter.startsOn > today).map((quarter) => quarter.number),
    settings: await appraisalSettingsOn(tx, endsOn),
    rulesVersion,
  }
}

/** The settings of the rules in force on a day. */
export async function appraisalSettingsOn(tx: Pick<Transaction, 'setting'>, on: Date): Promise<AppraisalSettings> {
  const { achievementCap, ...inForce } = await settingsOn(tx, on)
  const known = Object.entries(inForce).filter(([key]) => key in defaultAppraisalSettings)
  return { ...defaultAppraisalSettings, ...Object.fromEntries(known), cap: achievementCap }
}
