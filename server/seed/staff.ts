import type { LegalStanding, Prisma } from '../generated/prisma/client.ts'
import { employeeSearchText } from '../organization/rules/names.ts'
import { type Calendar, day } from './calendar.ts'
import { fullCode, type Unit } from './city.ts'
import type { Person } from './people.ts'
import { unitChanges } from './tables/units.ts'

/** A person in the tree: with a superior, a standing, and what is odd about them. */
export type Member = Person & {
  readonly superior: Person | null
  /** The superior only acts in the post (Plt.). */
  readonly isSuperiorActing: boolean
  readonly legalStanding: LegalStanding
  readonly separatedOn: Date | null
  /** Two people have no source for anything, two hand in nothing; the others report as people do. */
  readonly reporting: 'USUAL' | 'SOURCELESS' | 'SILENT'
  /** Came from another unit in the middle of last year. */
  readonly cameFrom: Unit | null
}

/** Gives everybody their superior: the head of the unit, for a head that of the next unit above. */
export function buildStaff(people: readonly Person[], units: readonly Unit[], calendar: Calendar): readonly Member[] {
  const heads = new Map(people.filter(({ isHead }) => isHead).map((person) => [person.unit.id, person]))
  const secretary = people[0]
  const acting = actingHead(people)
  const standings = standingsOf(people, calendar)
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const headAbove = (unit: Unit): Person | undefined => {
    const parent = unit.parentId ? unitById.get(unit.parentId) : undefined
    return parent ? (heads.get(parent.id) ?? headAbove(parent)) : secretary
  }
  const nobody = people.find(({ post }) => post.title === odd.withoutSuperior)
  return people.map((person, index) => {
    const isActing = person.unit.code === fullCode(unitChanges.headless.code)
    const cameFrom =
      person.isHead || index % 37 !== 20 || person.positionFrom > day(calendar.lastYear, 1, 1)
        ? null
        : units[units.length - 1 - (index % 20)]
    const above = isActing
      ? acting
      : person.isHead
        ? headAbove(person.unit)
        : (heads.get(person.unit.id) ?? headAbove(person.unit))
    return {
      ...person,
      superior: person === secretary || person === nobody ? null : (above ?? null),
      isSuperiorActing: isActing,
      ...(standings.get(person) ?? { legalStanding: 'AKTIF', separatedOn: null }),
      reporting: person.isHead ? 'USUAL' : (rareReporting[index] ?? 'USUAL'),
      cameFrom: cameFrom ?? null,
      positionFrom: cameFrom ? transferDay(calendar) : person.positionFrom,
    }
  })
}

/** The first day on which a transferred person worked in the present unit. */
export function transferDay({ lastYear }: Calendar): Date {
  return day(lastYear, 7, 1)
}

const rareReporting: Readonly<Record<number, Member['reporting']>> = {
  44: 'SOURCELESS',
  131: 'SOURCELESS',
  87: 'SILENT',
  214: 'SILENT',
}

/** Posts whose first holder is odd on purpose, so that the data-quality inbox has work. */
const odd = {
  withoutSuperior: 'Pengelola Arsip',
  /** Still named as superior, although no longer serving. */
  notServing: 'Kepala Seksi',
  /** Birth date differs from the NIP. */
  wrongBirthDate: 'Operator Layanan',
} as const

/** Whoever acts for the missing head of a unit. */
function actingHead(people: readonly Person[]): Person | undefined {
  const kecamatan = fullCode(unitChanges.headless.code.slice(0, 2))
  return people.find(({ unit, title }) => unit.code === kecamatan && title === unitChanges.headless.actingPost)
}

const rareStandings = [
  'CLTN',
  'TUGAS_BELAJAR',
  'PEMBERHENTIAN_SEMENTARA',
  'HUKUMAN_DISIPLIN',
  'DIBERHENTIKAN',
  'PEMBERHENTIAN_DENGAN_HAK_PENSIUN',
  'PEMBERHENTIAN_TANPA_HAK_PENSIUN',
  'PENSIUN',
] as const satisfies readonly LegalStanding[]

/** Standings that end the service, here within the first month of this year or, while that lies ahead, of the last quarter of last year. */
const ended: readonly LegalStanding[] = rareStandings.slice(4)

function standingsOf(people: readonly Person[], { thisYear, today, lastYear }: Calendar) {
  const lastDay = day(thisYear, 1, 20) < today ? day(thisYear, 1, 20) : day(lastYear, 10, 20)
  const rank = people.filter(({ isHead, employmentType }) => !isHead && employmentType === 'PNS')
  // The longest in service first: they are those who retire.
  const spread = rareStandings.map((standing, index) => {
    const person =
      standing === 'PENSIUN' ? [...rank].sort((a, b) => a.birthOn.getTime() - b.birthOn.getTime())[0] : rank[index * 23 + 11]
    return [person, { legalStanding: standing as LegalStanding, separatedOn: ended.includes(standing) ? lastDay : null }] as const
  })
  const leaving = people.find(({ post }) => post.title === odd.notServing)
  return new Map([...spread, [leaving, { legalStanding: 'MPP' as LegalStanding, separatedOn: null }] as const])
}

/** The row of the table `employee`; `index` makes e-mail and telephone number its own. */
export function employeeRow(member: Member, index: number, { now }: Calendar): Prisma.EmployeeCreateManyInput {
  const { id, nip, name, post, unit, superior } = member
  const rank = member.ranks.at(-1)
  const isOdd = post.title === odd.wrongBirthDate && index % 7 === 0
  return {
    id,
    nip,
    name,
    titleBefore: post.family === 'DOKTER' ? 'dr.' : null,
    titleAfter: member.titleAfter,
    searchText: employeeSearchText({ name, nip }),
    birthPlace: member.birthPlace,
    birthOn: isOdd ? new Date(member.birthOn.getTime() + 86_400_000) : member.birthOn,
    sex: member.sex,
    employmentType: member.employmentType,
    legalStanding: member.legalStanding,
    golongan: rank?.golongan ?? null,
    golonganFrom: rank?.from ?? null,
    positionTitle: member.title,
    positionKind: post.kind,
    positionLevel: member.level,
    positionFrom: member.positionFrom,
    unitId: unit.id,
    superiorId: superior?.id ?? null,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${index + 1}@pegawai.muaracendana.example`,
    phone: `0899000${String(index + 1).padStart(5, '0')}`,
    separatedOn: member.separatedOn,
    createdAt: now,
    updatedAt: now,
  }
}
