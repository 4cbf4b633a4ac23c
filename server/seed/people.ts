import { civilServantRanks } from '../exchange/rules/golongan.ts'
import type { EmploymentType, Sex } from '../generated/prisma/client.ts'
import { type Calendar, day, isoDay } from './calendar.ts'
import type { Unit } from './city.ts'
import type { Random } from './random.ts'
import { birthPlaces, familyNames, givenNames } from './tables/names.ts'
import { type Family, type Post, posts } from './tables/posts.ts'

/** A person as the generator knows them: what the tables get, and the hidden truth from which measurements and ratings are drawn. */
export type Person = {
  readonly id: string
  readonly nip: string
  readonly name: string
  readonly titleAfter: string | null
  readonly sex: Sex
  readonly birthOn: Date
  readonly birthPlace: string
  readonly employmentType: EmploymentType
  readonly appointedOn: Date
  /** Ranks held so far, each with its first day; the last one is the present one. */
  readonly ranks: readonly { readonly golongan: string; readonly from: Date }[]
  readonly education: 'SMA' | 'D-III' | 'S-1' | 'S-2'
  readonly unit: Unit
  readonly post: Post
  readonly title: string
  readonly level: string | null
  readonly positionFrom: Date
  readonly isHead: boolean
  /** How well the person works and behaves, in standard deviations from the mean. */
  readonly skill: number
  readonly conduct: number
}

type Career = Pick<Person, 'employmentType' | 'appointedOn' | 'ranks' | 'education'>

/** Everybody, unit by unit and the head of each first. */
export function buildPeople(units: readonly Unit[], random: Random, calendar: Calendar): readonly Person[] {
  const numbers = new NipNumbers()
  return units.flatMap((unit) =>
    posts[unit.seed?.staffing ?? 'none'].flatMap((post, index) =>
      Array.from({ length: post.count }, () =>
        buildPerson(unit, post, index === 0 && post.kind !== 'PELAKSANA', numbers, random, calendar),
      ),
    ),
  )
}

function buildPerson(unit: Unit, post: Post, isHead: boolean, numbers: NipNumbers, random: Random, calendar: Calendar): Person {
  const level = levelOf(post, isHead, random)
  const sex = random.pick(['MALE', 'FEMALE'] as const)
  const skill = random.normal()
  const career = careerOf(post, level, random, calendar)
  const entryAge = random.int(19, 29) + (career.education === 'SMA' ? 0 : 3)
  const birthOn = day(career.appointedOn.getUTCFullYear() - entryAge, random.int(1, 12), random.int(1, 28))
  const earliest = career.appointedOn > day(calendar.lastYear, 1, 1) ? career.appointedOn : null
  return {
    id: random.id(),
    nip: numbers.next(birthOn, career, sex),
    name: `${random.pick(givenNames[sex])} ${random.chance(0.4) ? `${random.pick(givenNames[sex])} ` : ''}${random.pick(familyNames)}`,
    titleAfter: degreeOf(career.education, post.family),
    sex,
    birthOn,
    birthPlace: random.pick(birthPlaces),
    ...career,
    unit,
    post,
    title: post.kind === 'FUNGSIONAL' ? `${post.title} ${level}` : post.title,
    level,
    positionFrom: earliest ?? day(Math.max(calendar.lastYear - random.int(0, 4), career.appointedOn.getUTCFullYear() + 1), 1, 1),
    isHead,
    skill,
    // Good work and good conduct go together, but not always.
    conduct: skill * 0.6 + random.normal() * 0.8,
  }
}

const ladders = {
  AHLI: ['Ahli Pertama', 'Ahli Pertama', 'Ahli Muda', 'Ahli Muda', 'Ahli Madya'],
  TERAMPIL: ['Terampil', 'Mahir', 'Penyelia'],
} as const

function levelOf({ eselon, ladder }: Post, isHead: boolean, random: Random): string | null {
  if (eselon) return eselon
  if (!ladder) return null
  return isHead ? random.pick(['Ahli Muda', 'Ahli Madya']) : random.pick(ladders[ladder])
}

/** Ranks that go with a level (domain C4, A9). */
const ranksOfLevel: Readonly<Record<string, readonly string[]>> = {
  'II.a': ['IV/d'],
  'II.b': ['IV/b', 'IV/c'],
  'III.a': ['IV/a', 'IV/b'],
  'III.b': ['III/d', 'IV/a'],
  'IV.a': ['III/c', 'III/d'],
  'Ahli Pertama': ['III/a', 'III/b'],
  'Ahli Muda': ['III/c', 'III/d'],
  'Ahli Madya': ['IV/a', 'IV/b'],
  Terampil: ['II/b', 'II/c', 'II/d'],
  Mahir: ['III/a', 'III/b'],
  Penyelia: ['III/c', 'III/d'],
}
const ranksOfStaff = ['II/a', 'II/b', 'II/c', 'II/d', 'III/a', 'III/b'] as const

function careerOf({ kind }: Post, level: string | null, random: Random, { thisYear, lastYear, today }: Calendar): Career {
  const golongan = random.pick(ranksOfLevel[level ?? ''] ?? ranksOfStaff)
  const education =
    kind === 'STRUKTURAL'
      ? random.pick(['S-1', 'S-2'] as const)
      : golongan < 'III'
        ? random.pick(['SMA', 'D-III'] as const)
        : 'S-1'
  const isJunior = level === 'Ahli Pertama' || level === 'Terampil' || level === null
  if (isJunior && random.chance(0.25)) return contractCareer(education, level !== null, random, lastYear)
  const entry = { SMA: 'II/a', 'D-III': 'II/b', 'S-1': 'III/a', 'S-2': 'III/a' }[education]
  const steps = Math.max(0, civilServantRanks.indexOf(golongan) - civilServantRanks.indexOf(entry))
  // Promotion every four years at the soonest (PP 99/2000).
  const served = steps * 4 + random.int(1, 3)
  const isTrainee = steps === 0 && random.chance(0.15)
  const appointedOn = isTrainee ? day(lastYear, random.pick([3, 5]), 1) : day(thisYear - served, random.pick([1, 3, 4]), 1)
  const ranks = Array.from({ length: steps + 1 }, (_, step) => ({
    golongan: civilServantRanks[civilServantRanks.indexOf(golongan) - steps + step] ?? golongan,
    from: step === 0 ? appointedOn : day(appointedOn.getUTCFullYear() + step * 4, random.pick([4, 10]), 1),
  })).filter(({ from }) => from <= today)
  return { employmentType: isTrainee ? 'CPNS' : 'PNS', appointedOn, ranks, education }
}

/** PPPK keep the golongan of their contract; the first were appointed in 2019 (PP 49/2018). */
function contractCareer(education: Person['education'], isFunctional: boolean, random: Random, lastYear: number): Career {
  const appointedOn = day(random.int(Math.min(2021, lastYear), lastYear), random.pick([3, 7]), 1)
  const golongan = { SMA: 'V', 'D-III': 'VII', 'S-1': 'IX', 'S-2': 'X' }[education]
  const employmentType = !isFunctional && random.chance(0.3) ? 'PPPK_PARUH_WAKTU' : 'PPPK'
  return { employmentType, appointedOn, ranks: [{ golongan, from: appointedOn }], education }
}

function degreeOf(education: Person['education'], family: Family): string | null {
  const bachelor: Partial<Record<Family, string>> = {
    GURU: 'S.Pd.',
    KEPALA_SEKOLAH: 'S.Pd., M.Pd.',
    DOKTER: 'dr.',
    PERAWAT: 'S.Kep., Ns.',
    TIK: 'S.Kom.',
    AUDITOR: 'S.E.',
  }
  const degrees = { SMA: null, 'D-III': 'A.Md.', 'S-1': bachelor[family] ?? 'S.Sos.', 'S-2': 'S.Sos., M.Si.' } as const
  return degrees[education] === 'dr.' ? null : degrees[education]
}

/** Hands out the serials of invented NIPs, which start at 901. */
class NipNumbers {
  readonly #used = new Map<string, number>()

  /** Birth date, appointment (month, or 21 for the first contract of a PPPK), sex, serial. */
  next(birthOn: Date, { appointedOn, employmentType }: Pick<Career, 'appointedOn' | 'employmentType'>, sex: Sex): string {
    const isContract = employmentType === 'PPPK' || employmentType === 'PPPK_PARUH_WAKTU'
    const [year, month] = isoDay(appointedOn).split('-')
    const stem = `${isoDay(birthOn).replaceAll('-', '')}${year}${isContract ? '21' : month}${sex === 'MALE' ? 1 : 2}`
    const serial = this.#used.get(stem) ?? 901
    this.#used.set(stem, serial + 1)
    return `${stem}${serial}`
  }
}
