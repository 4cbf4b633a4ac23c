import { z } from 'zod'
import { recordRealisation } from '../../appraisals/commands/realisations.ts'
import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { refuse, systemActor } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { newId } from '../../new-id.ts'
import { type Caller, command, execute, executeWithin, type Transaction } from '../../transact.ts'
import { mayRecordFigures } from '../policy.ts'
import { type FigureOfUnit, unitFigures } from '../queries/figures.ts'
import { fedIndicators, figureDueAt, instantsOf, percentText } from '../rules/feed.ts'

type Quarter = {
  readonly id: string
  readonly key: string
  readonly startsOn: Date
  readonly endsOn: Date
  readonly closesOn: Date
}

/** A quarter with the figures that are not recorded as they stand now. Locked, so that two runs at once record them once. */
async function lockQuarter(tx: Transaction, periodKey: string, now: Date) {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('complaint figures'))`)
  const quarter = await tx.period.findFirst({
    where: { key: periodKey, kind: 'QUARTER' },
    select: { id: true, key: true, startsOn: true, endsOn: true, closesOn: true },
  })
  if (!quarter) return null
  const span = { ...instantsOf(quarter), asOf: now }
  const figures = (await unitFigures(tx, span)).filter(({ eligible }) => eligible > 0)
  const recorded = await tx.complaintFigure.findMany({
    where: { periodId: quarter.id },
    orderBy: { recordedAt: 'asc' },
    select: { unitId: true, contentHash: true },
  })
  const newest = new Map(recorded.map(({ unitId, contentHash }) => [unitId, contentHash]))
  return { quarter, isOver: now >= span.to, fresh: figures.filter((one) => newest.get(one.unitId) !== one.contentHash) }
}

const notOver = refuse(
  'WRONG_STATE',
  'Triwulan ini belum berakhir; angkanya masih bergerak.',
  'This quarter is not over; its figures still move.',
)

/**
 * Records the one-day rate of every unit (F15) as a verified measurement of its indicator, with its counter-indicator, its numerator and denominator, and the hash
 * of what was counted; each has a snapshot to which the explanation of an appraisal opens. A unit without an eligible complaint gets none: no rate is not a bad rate.
 * Units whose figures are recorded as they stand are left alone, so a second run changes nothing. Whether a denominator is large enough to count is decided where
 * it always is, by the indicator's `minDenominator`. Errors: FORBIDDEN, WRONG_STATE before the end of the quarter, PERIOD_CLOSED.
 */
export const recordOneDayRates = command({
  input: z.strictObject({ periodKey: z.string().max(10) }),
  load: (tx, { periodKey }, _actor, now) => lockQuarter(tx, periodKey, now),
  allow: (actor, { isOver }) => {
    const verdict = mayRecordFigures(actor)
    return verdict === true ? isOver || notOver : verdict
  },
  run: async ({ tx, subject: { quarter, fresh }, now }) => {
    const codes = await tx.indicator.findMany({
      where: { code: { in: Object.values(fedIndicators) }, versions: { some: { state: 'AKTIF', attribution: 'UNIT' } } },
      select: { id: true, code: true },
    })
    const idOfCode = new Map(codes.map(({ id, code }) => [code, id]))
    for (const figure of fresh) {
      const measured = (code: string, numerator: number) => measure(tx, idOfCode.get(code), quarter, figure, numerator, now)
      const realisationId = await measured(fedIndicators.oneDay, figure.handled)
      const reopenRealisationId = await measured(fedIndicators.reopened, figure.reopened)
      await keep(tx, quarter, figure, { realisationId, reopenRealisationId, now })
    }
    return {
      result: { units: fresh.length },
      entity: { type: 'Period', id: quarter.id },
      changes: { period: [null, quarter.key], units: [null, fresh.length] },
    }
  },
  audit: 'complaint.figuresRecorded',
  timeoutMs: 180_000,
})

/** Records one measurement as the feed of a system, or finds that a file brought the same one already; null where nobody publishes the indicator. */
async function measure(
  tx: Transaction,
  indicatorId: string | undefined,
  quarter: Quarter,
  { unitId, eligible, contentHash }: FigureOfUnit,
  numerator: number,
  now: Date,
): Promise<string | null> {
  if (indicatorId === undefined) return null
  const newest = await tx.realisation.findFirst({
    where: { periodId: quarter.id, series: { indicatorId, unitId } },
    orderBy: { version: 'desc' },
    select: { id: true, state: true, numerator: true, denominator: true },
  })
  const isSame = newest?.numerator?.equals(numerator) && newest.denominator?.equals(eligible)
  if (newest && isSame && (newest.state === 'VERIFIED' || newest.state === 'LOCKED'))
    return (await isTaken(tx, newest.id)) ? null : newest.id
  const today = civilDate(now)
  const feed = { actor: systemActor('tera complaints'), now }
  const { id } = await executeWithin(
    tx,
    recordRealisation,
    {
      indicatorId,
      unitId,
      periodKey: quarter.key,
      value: percentText(numerator, eligible),
      numerator: String(numerator),
      denominator: String(eligible),
      measuredOn: new Date(Math.min(today.getTime(), quarter.closesOn.getTime())),
      source: 'Pengaduan masyarakat (Tera)',
      note: `Rekap pengaduan ${quarter.key}, sha256:${contentHash}`,
      evidence: [{ kind: 'SYSTEM_FEED', description: `Rekap pengaduan unit ${quarter.key}, sha256:${contentHash}` }],
    },
    feed,
  )
  return id
}

async function isTaken(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.complaintFigure.count({ where: { OR: [{ realisationId: id }, { reopenRealisationId: id }] } })) > 0
}

async function keep(
  tx: Transaction,
  quarter: Quarter,
  { unitId, excluded, rate, ciLow, ciHigh, reopenRate, handled, eligible, censored, reopened, contentHash }: FigureOfUnit,
  { realisationId, reopenRealisationId, now }: { realisationId: string | null; reopenRealisationId: string | null; now: Date },
): Promise<void> {
  const { DUPLICATE, OUT_OF_SCOPE, WITHDRAWN, SPAM } = excluded
  await tx.complaintFigure.create({
    data: {
      id: newId(),
      unitId,
      periodId: quarter.id,
      asOf: now,
      recordedAt: now,
      handled,
      eligible,
      censored,
      reopened,
      duplicate: DUPLICATE,
      outOfScope: OUT_OF_SCOPE,
      withdrawn: WITHDRAWN,
      spam: SPAM,
      // Only figures with something eligible are recorded, and these have a rate.
      rate: rate ?? 0,
      ciLow: ciLow ?? 0,
      ciHigh: ciHigh ?? 0,
      reopenRate: reopenRate ?? 0,
      contentHash,
      realisationId,
      reopenRealisationId,
    },
    select: { id: true },
  })
}

/** Records the rates of every open quarter that is over for long enough, by itself. Runs daily; a second run finds nothing to do. */
export async function recordDueRates(database: Database, caller: Caller): Promise<void> {
  const { prisma } = database
  const { reopenDays } = await settingsOn(prisma, civilDate(caller.now))
  const quarters = await prisma.period.findMany({
    where: { kind: 'QUARTER', state: 'OPEN', endsOn: { lt: civilDate(caller.now) }, closesOn: { gte: civilDate(caller.now) } },
    orderBy: { startsOn: 'asc' },
    select: { key: true, startsOn: true, endsOn: true },
  })
  for (const quarter of quarters) {
    if (caller.now < figureDueAt(instantsOf(quarter).to, reopenDays)) continue
    const fresh = await prisma.$transaction((tx) => lockQuarter(tx, quarter.key, caller.now))
    if (fresh && fresh.fresh.length > 0) await execute(database, recordOneDayRates, { periodKey: quarter.key }, caller)
  }
}
