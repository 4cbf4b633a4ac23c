import { rebuildUnitClosure } from '../organization/commands/due-changes.ts'
import { findStructuralIssues } from '../organization/commands/structural-issues.ts'
import type { Transaction } from '../transact.ts'
import { type Accounts, buildAccounts } from './accounts.ts'
import { type Calendar, day, quartersOf } from './calendar.ts'
import { buildUnits, type Unit, unitRow } from './city.ts'
import { draftIndicators } from './draft-indicators.ts'
import { buildHistories } from './histories.ts'
import { buildCatalogue } from './indicators.ts'
import { insertRows } from './insert.ts'
import { buildMeasurements } from './measurements.ts'
import { buildPeople } from './people.ts'
import { buildPeriods } from './periods.ts'
import { writePlanning } from './planning.ts'
import { buildPlans, type Series } from './plans.ts'
import { createRandom, type Random } from './random.ts'
import { buildRatings, type RatingRound } from './ratings.ts'
import { buildStaff, employeeRow, type Member } from './staff.ts'
import { buildStaffFile } from './staff-file.ts'
import { lastQuarter } from './standing.ts'

export type City = { readonly staff: readonly Member[]; readonly actors: Accounts['actors'] }

/** Writes everything that is known before anybody is appraised. */
export async function writeCity(tx: Transaction, random: Random, calendar: Calendar): Promise<City> {
  const { units, versions } = buildUnits(random, calendar)
  const people = buildPeople(units, random, calendar)
  const staff = buildStaff(people, units, calendar)
  const accounts = await buildAccounts(people, units, random, calendar)
  await tx.unit.createMany({ data: units.map(unitRow) })
  await tx.unitVersion.createMany({ data: versions })
  await rebuildUnitClosure(tx)
  await writeStaff(tx, staff, units, accounts, random, calendar)
  const periodIds = await writePeriods(tx, random, calendar)
  await writePerformance(tx, staff, accounts, periodIds, random, calendar)
  // Random choices of its own: what stands above stays the same city.
  await writePlanning(tx, createRandom(20_261_124, calendar.now), calendar)
  await findStructuralIssues(tx, calendar.today, calendar.now)
  return { staff, actors: accounts.actors }
}

async function writeStaff(
  tx: Transaction,
  staff: readonly Member[],
  units: readonly Unit[],
  accounts: Accounts,
  random: Random,
  calendar: Calendar,
) {
  const employees = staff.map((member, index) => employeeRow(member, index, calendar))
  const file = await buildStaffFile(employees, units, accounts.actors.timkinerja.id, random, calendar)
  await tx.employee.createMany({ data: employees.map((row) => ({ ...row, ...file.sources.get(row.nip) })) })
  const histories = buildHistories(staff, units, random, calendar)
  await insertRows(tx, 'position_record', histories.positions)
  await insertRows(tx, 'reporting_line', histories.lines)
  await insertRows(tx, 'rank_record', histories.ranks)
  await insertRows(tx, 'education_record', histories.educations)
  await insertRows(tx, 'training_record', histories.trainings)
  await tx.disciplinaryRecord.createMany({ data: histories.disciplines })
  await tx.user.createMany({ data: accounts.users })
  await tx.roleGrant.createMany({ data: accounts.grants })
  await tx.apiToken.create({ data: accounts.token })
  await tx.importRun.createMany({ data: [file.run] })
  await tx.importRow.createMany({ data: file.rows })
  await tx.dataIssue.createMany({ data: file.issues })
}

async function writePeriods(tx: Transaction, random: Random, calendar: Calendar): Promise<ReadonlyMap<string, string>> {
  const periods = buildPeriods(random, calendar)
  await tx.period.createMany({ data: [...periods] })
  return new Map(periods.map(({ key, id }) => [key, id]))
}

async function writePerformance(
  tx: Transaction,
  staff: readonly Member[],
  { actors }: Accounts,
  periodIds: ReadonlyMap<string, string>,
  random: Random,
  calendar: Calendar,
): Promise<void> {
  const lastYears = buildCatalogue(random, calendar)
  await tx.indicator.createMany({ data: lastYears.indicators })
  await tx.indicatorVersion.createMany({ data: lastYears.versions })
  await tx.familyWeight.createMany({ data: lastYears.weights })
  const thisYears = await draftIndicators(tx, lastYears.pinned, actors, calendar)

  for (const [year, catalogue] of [
    [calendar.lastYear, lastYears.pinned],
    [calendar.thisYear, thisYears],
  ] as const) {
    const plans = buildPlans(staff, { year, periodId: periodIds.get(String(year)) ?? '', catalogue }, random, calendar)
    const { realisations, evidences } = buildMeasurements(
      plans.series,
      { periodIds, verifierId: actors.timkinerja.id },
      random,
      calendar,
    )
    await insertRows(tx, 'skp', plans.skps)
    await insertRows(tx, 'rhk', plans.rhks)
    await insertRows(tx, 'measurement_series', plans.series.map(seriesRow))
    await insertRows(tx, 'iki', plans.ikis)
    await insertRows(tx, 'realisation', realisations)
    await insertRows(tx, 'evidence', evidences)
  }
  for (const round of roundsOf(periodIds, calendar))
    await insertRows(tx, 'behaviour_rating', buildRatings(staff, round, random, calendar))
}

function seriesRow({ id, indicatorId, employeeId, unitId, year, createdAt }: Series) {
  return { id, indicatorId, employeeId, unitId, year, createdAt }
}

/**
 * Last year was rated by everybody around a person, its last quarter and the last one of this year by superiors; of this year most superiors and
 * peers have spoken once its first quarter is over.
 */
function roundsOf(periodIds: ReadonlyMap<string, string>, calendar: Calendar): RatingRound[] {
  const { lastYear, thisYear, today } = calendar
  const quarter = quartersOf(thisYear).find(({ key }) => key === lastQuarter(calendar))
  const round = (key: string | number, endsOn: Date, groups: RatingRound['groups'], share: number) => ({
    periodId: periodIds.get(String(key)) ?? '',
    endsOn,
    groups,
    share,
  })
  const lastDay = day(lastYear, 12, 31)
  const firstQuarterEnds = day(thisYear, 3, 31)
  return [
    round(lastYear, lastDay, ['ATASAN', 'REKAN', 'BAWAHAN', 'DIRI'], 1),
    round(`${lastYear}-TW4`, lastDay, ['ATASAN'], 0.95),
    ...(quarter ? [round(quarter.key, quarter.endsOn, ['ATASAN'], 0.9)] : []),
    ...(today > firstQuarterEnds ? [round(thisYear, firstQuarterEnds, ['ATASAN', 'REKAN'], 0.8)] : []),
  ]
}
