import type { Prisma } from '../generated/prisma/client.ts'
import { addDays, type Calendar, day, earlier } from './calendar.ts'
import { fullCode, type Unit } from './city.ts'
import type { Random } from './random.ts'
import type { Member } from './staff.ts'
import { earlierPosts, majors, sanctions, schools, trainings } from './tables/histories.ts'
import { unitChanges } from './tables/units.ts'

export type Histories = {
  readonly positions: Prisma.PositionRecordCreateManyInput[]
  readonly lines: Prisma.ReportingLineCreateManyInput[]
  readonly ranks: Prisma.RankRecordCreateManyInput[]
  readonly educations: Prisma.EducationRecordCreateManyInput[]
  readonly trainings: Prisma.TrainingRecordCreateManyInput[]
  readonly disciplines: Prisma.DisciplinaryRecordCreateManyInput[]
}

/** Everything that happened to everybody before today, without gaps and without overlaps. */
export function buildHistories(staff: readonly Member[], units: readonly Unit[], random: Random, calendar: Calendar): Histories {
  return {
    positions: [
      ...staff.flatMap((member) => positionsOf(member, random, calendar)),
      ...actingPosition(staff, units, random, calendar),
    ],
    lines: staff.flatMap((member) => linesOf(member, staff, random, calendar)),
    ranks: staff.flatMap((member) => ranksOf(member, random, calendar)),
    educations: staff.flatMap((member) => educationsOf(member, random, calendar)),
    trainings: staff.flatMap((member) => trainingsOf(member, random, calendar)),
    disciplines: disciplinesOf(staff, random, calendar),
  }
}

function positionsOf(member: Member, random: Random, calendar: Calendar): Prisma.PositionRecordCreateManyInput[] {
  const starts = [member.appointedOn]
  const present = member.positionFrom
  for (
    let from = addDays(member.appointedOn, random.int(3, 6) * 365);
    from < addDays(present, -365);
    from = addDays(from, random.int(3, 6) * 365)
  ) {
    starts.push(day(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
  }
  if (present > member.appointedOn) starts.push(present)
  return starts.map((validFrom, index) => {
    const next = starts[index + 1]
    const isBefore = next !== undefined
    const unit = isBefore && index === starts.length - 2 ? (member.cameFrom ?? member.unit) : member.unit
    const title = isBefore ? (index > 0 && member.cameFrom ? member.title : random.pick(earlierPosts)) : member.title
    return {
      id: random.id(),
      employeeId: member.id,
      title,
      positionKind: isBefore ? 'PELAKSANA' : member.post.kind,
      positionLevel: isBefore ? null : member.level,
      assignment: 'DEFINITIF' as const,
      unitId: unit.id,
      unitName: unit.name,
      validFrom,
      validTo: next ? addDays(next, -1) : member.separatedOn,
      ...decree('821', validFrom, random),
      createdAt: calendar.now,
    }
  })
}

/** The Plt. of the unit without a head. */
function actingPosition(staff: readonly Member[], units: readonly Unit[], random: Random, { lastYear, now }: Calendar) {
  const unit = units.find(({ code }) => code === fullCode(unitChanges.headless.code))
  const acting = staff.find(({ isSuperiorActing }) => isSuperiorActing)?.superior
  if (!unit || !acting) return []
  const validFrom = day(lastYear, 1, 1)
  return [
    {
      id: random.id(),
      employeeId: acting.id,
      title: unitChanges.headless.actingTitle,
      positionKind: 'STRUKTURAL' as const,
      positionLevel: 'IV.a',
      assignment: 'PLT' as const,
      unitId: unit.id,
      unitName: unit.name,
      validFrom,
      validTo: null,
      ...decree('821.2', validFrom, random),
      createdAt: now,
    },
  ]
}

function linesOf(
  member: Member,
  staff: readonly Member[],
  random: Random,
  calendar: Calendar,
): Prisma.ReportingLineCreateManyInput[] {
  const { superior } = member
  if (!superior) return []
  const line = { employeeId: member.id, validTo: null, assignment: 'DEFINITIF' as const, createdAt: calendar.now }
  const assignment = member.isSuperiorActing ? 'PLT' : 'DEFINITIF'
  const former = member.cameFrom && staff.find(({ unit, isHead, id }) => isHead && unit === member.cameFrom && id !== member.id)
  const present = {
    ...line,
    id: random.id(),
    superiorId: superior.id,
    assignment,
    validFrom: earlier(calendar.today, member.positionFrom),
  } as const
  if (!former) return [present]
  const before = day(calendar.lastYear, 1, 1)
  return [
    { ...line, id: random.id(), superiorId: former.id, validFrom: before, validTo: addDays(present.validFrom, -1) },
    present,
  ]
}

function ranksOf({ id, ranks, appointedOn }: Member, random: Random, { now }: Calendar): Prisma.RankRecordCreateManyInput[] {
  return ranks.map(({ golongan, from }) => {
    const months = (from.getUTCFullYear() - appointedOn.getUTCFullYear()) * 12 + from.getUTCMonth() - appointedOn.getUTCMonth()
    return {
      id: random.id(),
      employeeId: id,
      golongan,
      validFrom: from,
      ...decree('823', from, random),
      serviceYears: Math.floor(months / 12),
      serviceMonths: months % 12,
      createdAt: now,
    }
  })
}

function educationsOf(
  { id, education, birthOn }: Member,
  random: Random,
  { now }: Calendar,
): Prisma.EducationRecordCreateManyInput[] {
  const levels = (['SMA', 'D-III', 'S-1', 'S-2'] as const).slice(0, ['SMA', 'D-III', 'S-1', 'S-2'].indexOf(education) + 1)
  return levels
    .filter((level) => level !== 'D-III' || education === 'D-III')
    .map((level) => {
      const graduatedOn = day(
        birthOn.getUTCFullYear() + { SMA: 18, 'D-III': 21, 'S-1': 22, 'S-2': 30 }[level],
        7,
        random.int(1, 28),
      )
      return {
        id: random.id(),
        employeeId: id,
        level,
        institution: random.pick(schools[level]),
        major: level === 'SMA' ? null : random.pick(majors),
        graduatedOn,
        diplomaNumber: `${level}/${random.int(1000, 9999)}/${graduatedOn.getUTCFullYear()}`,
        createdAt: now,
      }
    })
}

function trainingsOf(member: Member, random: Random, calendar: Calendar): Prisma.TrainingRecordCreateManyInput[] {
  return Array.from({ length: random.int(2, 6) }, () => {
    const [formId, name, provider, jp] = random.pick(trainings)
    const year = random.int(calendar.lastYear - 3, calendar.thisYear)
    const startsOn = day(year, random.int(1, 12), random.int(1, 28))
    const endsOn = addDays(startsOn, Math.ceil(jp / 8))
    const certificateNumber = `${year}/${formId}/${random.int(10_000, 99_999)}`
    return {
      id: random.id(),
      employeeId: member.id,
      formId,
      name,
      provider,
      startsOn,
      endsOn,
      jp,
      certificateNumber,
      createdAt: calendar.now,
    }
  }).filter(({ startsOn, endsOn }) => endsOn < calendar.today && startsOn >= member.appointedOn)
}

function disciplinesOf(
  staff: readonly Member[],
  random: Random,
  { thisYear, now }: Calendar,
): Prisma.DisciplinaryRecordCreateManyInput[] {
  const rank = staff.filter(({ isHead, appointedOn }) => !isHead && appointedOn < day(thisYear - 3, 1, 1))
  return sanctions.flatMap(({ yearsAgo, months, ...decision }, index) => {
    const member = rank[index * 29 + 5]
    if (!member) return []
    const validFrom = day(thisYear - yearsAgo, random.int(2, 9), 1)
    const validTo =
      months === null ? validFrom : addDays(day(validFrom.getUTCFullYear(), validFrom.getUTCMonth() + 1 + months, 1), -1)
    const { decreeNumber, decreeOn } = decree('862', validFrom, random)
    return [{ id: random.id(), employeeId: member.id, ...decision, decreeNumber, decreeOn, validFrom, validTo, createdAt: now }]
  })
}

/** Number and date of the decree behind a change, some days before it takes effect. */
function decree(kind: string, from: Date, random: Random): { decreeNumber: string; decreeOn: Date } {
  return {
    decreeNumber: `${kind}/${random.int(100, 999)}/BKPSDM/${from.getUTCFullYear()}`,
    decreeOn: addDays(from, -random.int(3, 20)),
  }
}
