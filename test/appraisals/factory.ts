import { v7 as uuid } from 'uuid'
import { expect } from 'vitest'
import { computeAppraisals } from '../../server/appraisals/commands/compute-appraisals.ts'
import { liveIndicatorSummaries, livePredikatCounts } from '../../server/appraisals/commands/summaries.ts'
import type { Database } from '../../server/db.ts'
import type { Prisma } from '../../server/generated/prisma/client.ts'
import { type Actor, anonymous, systemActor } from '../../server/identity/policy.ts'
import { type Command, execute } from '../../server/transact.ts'
import { actorWith, createSmallCity, day, type PersonKey, type SmallCity } from '../organization/small-city.ts'

/** After the year: 15 January 2026, noon in WIB. */
export const now = new Date('2026-01-15T05:00:00Z')

export const system = systemActor('test')
export const tim: Actor = {
  ...actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: null }] }),
  id: '00000000-0000-7000-8000-0000000000a1',
}
export const feed: Actor = {
  ...actorWith({ kind: 'TOKEN', grants: [{ role: 'INTEGRATOR', unitId: null }] }),
  id: '00000000-0000-7000-8000-0000000000a2',
  scopes: ['realisations.record'],
}

export const outsider: Actor = {
  ...anonymous,
  kind: 'USER',
  id: '00000000-0000-7000-8000-0000000000a3',
  label: 'outsider',
  language: 'en',
}

export const quarters = [1, 2, 3, 4] as const

type Definition = Omit<Prisma.IndicatorVersionCreateManyInput, 'id' | 'indicatorId' | 'version' | 'name'>

const common: Omit<Definition, 'aggregation' | 'frequency' | 'attribution' | 'unit'> = {
  aspect: 'KUALITAS',
  polarity: 'MAXIMIZE',
  targetRule: 'FIXED',
  sourceSystem: 'Register',
  sourceOwner: 'Office',
  effectiveFrom: day('2025-01-01'),
}

const definitions: Record<'RATIO' | 'SUM' | 'UNIT', Definition> = {
  RATIO: {
    ...common,
    aggregation: 'RASIO',
    frequency: 'TRIWULAN',
    attribution: 'INDIVIDUAL',
    unit: 'PERCENT',
    factor: '100',
    target: '80',
    maxValue: '100',
    minDenominator: '20',
    evidenceTypes: ['OFFICIAL_DOCUMENT', 'SYSTEM_FEED'],
  },
  SUM: { ...common, aggregation: 'JUMLAH', frequency: 'TRIWULAN', attribution: 'INDIVIDUAL', unit: 'COUNT', target: '40' },
  UNIT: {
    ...common,
    aggregation: 'TERAKHIR',
    frequency: 'TAHUNAN',
    attribution: 'UNIT',
    unit: 'INDEX',
    target: '90',
    maxValue: '100',
  },
}

export type IndicatorKey = keyof typeof definitions

/** Plans of three people: the nurse on everything, the midwife on her clinic alone, the engineer on a ratio. */
const plans: Partial<
  Record<
    PersonKey,
    readonly { readonly kind: 'UTAMA' | 'TAMBAHAN'; readonly weight: string; readonly items: readonly IndicatorKey[] }[]
  >
> = {
  nurse: [
    { kind: 'UTAMA', weight: '60', items: ['RATIO'] },
    { kind: 'UTAMA', weight: '40', items: ['SUM', 'UNIT'] },
  ],
  midwife: [{ kind: 'UTAMA', weight: '100', items: ['UNIT'] }],
  engineer: [{ kind: 'UTAMA', weight: '100', items: ['RATIO'] }],
}

/** A small city with an open year 2025, three indicators, three plans, measurements in every due quarter and a rating of each planned person. */
export class PlannedCity {
  readonly database: Database
  readonly city: SmallCity
  readonly period: Record<string, string> = {}
  readonly indicator = {} as Record<IndicatorKey, { id: string; versionId: string }>
  /** Ids of series by `person.INDICATOR`, or `clinic.UNIT`. */
  readonly series: Record<string, string> = {}

  private constructor(database: Database, city: SmallCity) {
    this.database = database
    this.city = city
  }

  static async create(database: Database): Promise<PlannedCity> {
    const planned = new PlannedCity(database, await createSmallCity(database))
    await planned.#createPeriods()
    for (const key of Object.keys(definitions) as IndicatorKey[]) await planned.#createIndicator(key)
    for (const person of Object.keys(plans) as PersonKey[]) await planned.#createPlan(person)
    for (const quarter of quarters) {
      await planned.measure('nurse.RATIO', quarter, { numerator: '45', denominator: '50' })
      await planned.measure('engineer.RATIO', quarter, { numerator: '30', denominator: '50' })
      await planned.measure('nurse.SUM', quarter, { value: '11' })
    }
    await planned.measure('clinic.UNIT', 4, { value: '90' })
    return planned
  }

  /** A verified measurement, as an import leaves it. */
  async measure(
    series: string,
    quarter: number,
    values: {
      value?: string
      numerator?: string
      denominator?: string
      missingReason?: 'NOT_SUBMITTED' | 'FORCE_MAJEURE'
      measuredOn?: string
      version?: number
    },
  ): Promise<string> {
    const {
      numerator = null,
      denominator = null,
      missingReason = null,
      measuredOn = `2025-${String(quarter * 3).padStart(2, '0')}-28`,
      version = 1,
    } = values
    const value = values.value ?? (missingReason ? null : String((Number(numerator) / Number(denominator)) * 100))
    const id = uuid()
    const seriesId = this.series[series] ?? ''
    const periodId = this.period[`2025-TW${quarter}`] ?? ''
    const quality = { isComplete: value !== null, isOnTime: true, isTraceable: true, quality: '1' }
    const evidences = {
      create: { id: uuid(), kind: 'OFFICIAL_DOCUMENT', url: 'https://docs.city.example/1', description: 'Report' },
    } as const
    await this.database.prisma.realisation.create({
      data: {
        id,
        seriesId,
        periodId,
        version,
        state: 'VERIFIED',
        value,
        numerator,
        denominator,
        missingReason,
        measuredOn: day(measuredOn),
        source: 'Register',
        ...quality,
        evidences,
      },
    })
    return id
  }

  do<RawInput, Input, Subject, Result>(
    actor: Actor,
    spec: Command<RawInput, Input, Subject, Result>,
    input: RawInput,
  ): Promise<Result> {
    return execute(this.database, spec, input, { actor, now })
  }

  compute(periodKey = '2025') {
    return this.do(system, computeAppraisals, { periodKey })
  }

  person(key: PersonKey): Actor {
    return {
      ...actorWith({ employeeId: this.city.person[key], grants: [{ role: 'EMPLOYEE', unitId: null }] }),
      id: `00000000-0000-7000-8000-0000000000${String(Object.keys(this.city.person).indexOf(key) + 16).padStart(2, '0')}`,
    }
  }

  appraisal(person: PersonKey, periodKey = '2025') {
    return this.database.prisma.appraisal.findFirstOrThrow({
      where: { employeeId: this.city.person[person], period: { key: periodKey }, isCurrent: true },
      include: { rhkResults: { orderBy: { number: 'asc' }, include: { ikiResults: { orderBy: { number: 'asc' } } } } },
    })
  }

  async #createPeriods(): Promise<void> {
    const { prisma } = this.database
    const year = {
      key: '2025',
      kind: 'ANNUAL',
      year: 2025,
      number: 0,
      startsOn: day('2025-01-01'),
      endsOn: day('2025-12-31'),
      closesOn: day('2026-01-31'),
      state: 'OPEN',
    } as const
    this.period['2025'] = (await prisma.period.create({ data: year })).id
    const ends = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']
    const closes = ['2025-04-10', '2025-07-10', '2025-10-10', '2026-01-10']
    for (const number of quarters) {
      const key = `2025-TW${number}`
      const startsOn = day(`2025-${String(number * 3 - 2).padStart(2, '0')}-01`)
      const dates = { startsOn, endsOn: day(ends[number - 1] ?? ''), closesOn: day(closes[number - 1] ?? '') }
      const { id } = await prisma.period.create({
        data: { key, kind: 'QUARTER', year: 2025, number, parentId: this.period['2025'], state: 'OPEN', ...dates },
      })
      this.period[key] = id
    }
  }

  async #createIndicator(key: IndicatorKey): Promise<void> {
    const { prisma } = this.database
    const code = `${key}-${await prisma.indicator.count()}`
    const [id, versionId] = [uuid(), uuid()]
    await prisma.indicator.create({ data: { id, code, name: `Indicator ${key}`, state: 'AKTIF' } })
    const published = { state: 'AKTIF', contentHash: key } as const
    await prisma.indicatorVersion.create({
      data: { ...definitions[key], id: versionId, indicatorId: id, version: 1, name: `Indicator ${key}`, ...published },
    })
    this.indicator[key] = { id, versionId }
  }

  async #createPlan(person: PersonKey): Promise<void> {
    const { prisma } = this.database
    const employee = await prisma.employee.findUniqueOrThrow({ where: { id: this.city.person[person] } })
    const skpId = uuid()
    await prisma.skp.create({
      data: {
        id: skpId,
        employeeId: employee.id,
        periodId: this.period['2025'] ?? '',
        state: 'BERJALAN',
        startsOn: day('2025-01-01'),
        endsOn: day('2025-12-31'),
        unitId: employee.unitId,
        unitPath: 'City › Office',
        positionTitle: employee.positionTitle,
        penilaiId: employee.superiorId,
        weightSum: '100',
      },
    })
    for (const [index, { kind, weight, items }] of (plans[person] ?? []).entries()) {
      const rhkId = uuid()
      await prisma.rhk.create({ data: { id: rhkId, skpId, number: index + 1, title: `Result ${index + 1}`, kind, weight } })
      for (const [place, key] of items.entries()) {
        const { id: indicatorId, versionId } = this.indicator[key]
        const seriesId = await this.#seriesOf(person, key, indicatorId)
        await prisma.iki.create({
          data: {
            rhkId,
            number: place + 1,
            indicatorVersionId: versionId,
            seriesId,
            weight: '1',
            target: definitions[key].target,
          },
        })
      }
    }
    const behaviour = { bp: 2, ak: 2, ko: 2, ha: 2, lo: 2, ad: 2, kl: 2 }
    await prisma.behaviourRating.create({
      data: {
        periodId: this.period['2025'] ?? '',
        employeeId: employee.id,
        raterId: employee.superiorId ?? '',
        group: 'ATASAN',
        ...behaviour,
      },
    })
  }

  async #seriesOf(person: PersonKey, key: IndicatorKey, indicatorId: string): Promise<string> {
    const name = key === 'UNIT' ? 'clinic.UNIT' : `${person}.${key}`
    const subject = key === 'UNIT' ? { unitId: this.city.unit.clinic } : { employeeId: this.city.person[person] }
    this.series[name] ??= (
      await this.database.prisma.measurementSeries.create({ data: { id: uuid(), indicatorId, year: 2025, ...subject } })
    ).id
    return this.series[name]
  }
}

export async function eventsOf({ prisma }: Database, entityId: string): Promise<string[]> {
  const rows = await prisma.auditEvent.findMany({ where: { entityId }, orderBy: { sequence: 'asc' } })
  return rows.map(({ event }) => event)
}

export async function expectRefusal(work: Promise<unknown>, code: string): Promise<void> {
  await expect(work).rejects.toMatchObject({ name: 'DomainError', code })
}

/** The summaries as they are kept and as they would be counted now; rows that count nothing are left out. */
export async function summaries({ prisma }: Database, periodId: string) {
  const kept = await prisma.predikatCount.findMany({
    where: { periodId, count: { not: 0 } },
    orderBy: [{ unitId: 'asc' }, { dimension: 'asc' }, { key: 'asc' }],
  })
  const live = await prisma.$queryRaw<{ unit_id: string; dimension: string; key: string; count: number }[]>(
    livePredikatCounts(periodId),
  )
  const sums = await prisma.indicatorSummary.findMany({ where: { periodId } })
  const liveSums = await prisma.$queryRaw<
    {
      unit_id: string
      indicator_id: string
      items: number
      measured: number
      sum_pct: { toString(): string }
      above: number
      below: number
      latest_measured_on: Date | null
    }[]
  >(liveIndicatorSummaries(periodId))
  const sort = (lines: string[]) => lines.sort()
  return {
    kept: sort([
      ...kept.map((row) => [row.unitId, row.dimension, row.key, row.count].join(' ')),
      ...sums.map((row) =>
        [
          row.unitId,
          row.indicatorId,
          row.items,
          row.measured,
          Number(row.sumPct),
          row.above,
          row.below,
          row.latestMeasuredOn?.toISOString(),
        ].join(' '),
      ),
    ]),
    live: sort([
      ...live.map((row) => [row.unit_id, row.dimension, row.key, row.count].join(' ')),
      ...liveSums.map((row) =>
        [
          row.unit_id,
          row.indicator_id,
          row.items,
          row.measured,
          Number(row.sum_pct),
          row.above,
          row.below,
          row.latest_measured_on?.toISOString(),
        ].join(' '),
      ),
    ]),
  }
}
