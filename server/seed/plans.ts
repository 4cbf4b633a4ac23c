import type { Prisma, SkpState } from '../generated/prisma/client.ts'
import { isServing } from '../organization/rules/standing.ts'
import { addDays, type Calendar, day } from './calendar.ts'
import type { Unit } from './city.ts'
import type { Pinned, PinnedCatalogue } from './indicators.ts'
import type { Random } from './random.ts'
import { type Member, transferDay } from './staff.ts'
import { leadingFamilies, planTemplates, teachingFamilies } from './tables/plans.ts'

/** One indicator for one subject in one year, with the target that its measurements aim at. */
export type Series = Prisma.MeasurementSeriesCreateManyInput & {
  readonly id: string
  readonly pinned: Pinned
  readonly target: Target
  readonly member: Member
  /** The unit behind a unit indicator; null for a person's own. */
  readonly unit: Unit | null
}

export type Target = {
  readonly target: number | null
  readonly targetMin: number | null
  readonly targetMax: number | null
  readonly tolerancePct: number | null
}

export type Plans = {
  readonly skps: Prisma.SkpCreateManyInput[]
  readonly rhks: Prisma.RhkCreateManyInput[]
  readonly ikis: Prisma.IkiCreateManyInput[]
  readonly series: Series[]
}

/** Everything that the plans of one year need beside the people. */
export type PlanYear = { readonly year: number; readonly periodId: string; readonly catalogue: PinnedCatalogue }

/** Plans of a year for everybody who serves; some people are without one, so that this shows too. */
export function buildPlans(
  staff: readonly Member[],
  { year, periodId, catalogue }: PlanYear,
  random: Random,
  calendar: Calendar,
): Plans {
  const plans: Plans = { skps: [], rhks: [], ikis: [], series: [] }
  const seriesByKey = new Map<string, Series>()
  for (const [index, member] of staff.entries()) {
    if (!hasPlan(member, index, year, calendar)) continue
    for (const stay of staysOf(member, year, calendar)) {
      const skpId = random.id()
      plans.skps.push({
        id: skpId,
        employeeId: member.id,
        periodId,
        ...stay.row,
        state: stay.isClosed ? 'DITUTUP' : stateOf(index, year, calendar),
        system: teachingFamilies.has(member.post.family) ? 'RUANG_GTK' : 'LOKAL',
        leadsUnit: leadingFamilies.has(member.post.family),
        unitId: stay.unit.id,
        unitPath: stay.unit.path,
        positionTitle: member.title,
        positionLevel: member.level,
        penilaiId: member.superior?.id ?? null,
        weightSum: 100,
        createdAt: calendar.now,
        updatedAt: calendar.now,
      })
      addResults(plans, seriesByKey, skpId, member, stay.unit, year, catalogue, random, calendar)
    }
  }
  return plans
}

function addResults(
  plans: Plans,
  seriesByKey: Map<string, Series>,
  skpId: string,
  member: Member,
  unit: Unit,
  year: number,
  catalogue: PinnedCatalogue,
  random: Random,
  { now }: Calendar,
): void {
  for (const [index, { title, kind, weight, serves, indicators }] of planTemplates[member.post.family].entries()) {
    const rhkId = random.id()
    plans.rhks.push({ id: rhkId, skpId, number: index + 1, title, kind, weight, interventionOf: serves })
    for (const [place, [code, share]] of indicators.entries()) {
      const pinned = catalogue.get(code)
      if (!pinned) continue
      const isUnits = pinned.definition.attribution === 'UNIT'
      const key = `${code}|${isUnits ? unit.id : member.id}`
      const agreed = agreedTarget(pinned, isUnits, random)
      const known = seriesByKey.get(key)
      const series = known ?? {
        id: random.id(),
        indicatorId: pinned.indicatorId,
        employeeId: isUnits ? null : member.id,
        unitId: isUnits ? unit.id : null,
        year,
        createdAt: now,
        pinned,
        target: agreed.target,
        member,
        unit: isUnits ? unit : null,
      }
      if (!known) {
        seriesByKey.set(key, series)
        plans.series.push(series)
      }
      const { baseline, targetReason } = agreed
      plans.ikis.push({
        id: random.id(),
        rhkId,
        number: place + 1,
        indicatorVersionId: pinned.versionId,
        seriesId: series.id,
        weight: share,
        ...series.target,
        baseline,
        targetReason,
      })
    }
  }
}

/** The catalogue's target; one in seven people agreed on one of their own. */
function agreedTarget({ definition }: Pinned, isUnits: boolean, random: Random) {
  const { target: common, targetMin, targetMax, tolerancePct } = definition
  const target =
    common !== null && common > 0 && !isUnits && random.chance(0.15) ? rounded(common * (0.95 + random.next() * 0.08)) : common
  const baseline = target !== null && target > 0 && random.chance(0.5) ? rounded(target * (0.88 + random.next() * 0.16)) : null
  return {
    target: { target, targetMin, targetMax, tolerancePct },
    baseline,
    targetReason: target !== common ? 'Disepakati dalam dialog kinerja awal tahun sesuai beban wilayah.' : null,
  }
}

function hasPlan(member: Member, index: number, year: number, { lastYear }: Calendar): boolean {
  const isForgotten = index % 61 === 7
  return !isForgotten && member.appointedOn < day(year, 4, 1) && (year === lastYear || isServing(member, day(year, 2, 1)))
}

/** A transfer in the middle of the year ends one plan and begins the next. */
function staysOf(member: Member, year: number, calendar: Calendar) {
  const [startsOn, endsOn] = [day(year, 1, 1), day(year, 12, 31)]
  const moved = transferDay(calendar)
  if (!member.cameFrom || year !== calendar.lastYear)
    return [{ unit: member.unit, isClosed: false, row: { sequence: 1, startsOn, endsOn } }]
  return [
    { unit: member.cameFrom, isClosed: true, row: { sequence: 1, startsOn, endsOn: addDays(moved, -1) } },
    { unit: member.unit, isClosed: false, row: { sequence: 2, startsOn: moved, endsOn } },
  ]
}

const rareStates: Readonly<Record<number, SkpState>> = {
  3: 'DRAFT',
  9: 'DIAJUKAN',
  15: 'DIKEMBALIKAN',
  21: 'DIREVIU',
  27: 'DITETAPKAN',
  33: 'REVISI',
}

/** Last year's plans are closed; of this year's, one in forty stands in each of the states before and beside BERJALAN. */
function stateOf(index: number, year: number, { lastYear }: Calendar): SkpState {
  return year === lastYear ? 'DITUTUP' : (rareStates[index % 40] ?? 'BERJALAN')
}

function rounded(value: number): number {
  return value > 20 ? Math.round(value) : Math.round(value * 10) / 10
}
