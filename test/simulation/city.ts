import { v7 as uuid } from 'uuid'
import { readLife } from '../../server/appraisals/queries/life.ts'
import type { Database } from '../../server/db.ts'
import { importBytes } from '../../server/exchange/commands/import-bytes.ts'
import type { ImportKindName } from '../../server/exchange/rules/kinds.ts'
import type { Prisma } from '../../server/generated/prisma/client.ts'
import { type Actor, anonymous, systemActor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { rebuildUnitClosure } from '../../server/organization/commands/due-changes.ts'
import { type Command, execute } from '../../server/transact.ts'
import { actorWith, day, newEmployee } from '../organization/small-city.ts'

/** Noon in WIB of a day. */
export const noon = (date: string) => new Date(`${date}T05:00:00Z`)

export const offices = ['health', 'works', 'civil'] as const
export type Office = (typeof offices)[number]

/** Whoever moderates and plans for the city, and the PyB; neither has a post. */
export const tim: Actor = { ...actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: null }] }), id: uuid(), label: 'tim' }
export const pyb: Actor = { ...actorWith({ grants: [{ role: 'ADMIN', unitId: null }] }), id: uuid(), label: 'pyb' }
export const system = systemActor('simulation')

const indicators = {
  RATIO: { aggregation: 'RASIO', unit: 'PERCENT', factor: '100', target: '80', minDenominator: '20' },
  SUM: { aggregation: 'JUMLAH', unit: 'COUNT', target: '40' },
  LAST: { aggregation: 'TERAKHIR', unit: 'INDEX', target: '70' },
} as const satisfies Record<string, Partial<Prisma.IndicatorVersionUncheckedCreateInput>>
export type IndicatorKey = keyof typeof indicators

/** Forty people in a city of three offices with two sections each; everything after their arrival happens by commands. */
export class YearCity {
  readonly database: Database
  readonly unit: Record<string, string> = {}
  readonly id: Record<string, string> = {}
  readonly nip: Record<string, string> = {}
  readonly superior: Record<string, string> = {}
  readonly indicator = {} as Record<IndicatorKey, string>

  private constructor(database: Database) {
    this.database = database
  }

  static async create(database: Database): Promise<YearCity> {
    const city = new YearCity(database)
    await database.prisma.$transaction(async (tx) => {
      await city.#build(tx)
      await rebuildUnitClosure(tx)
    })
    return city
  }

  /** Everybody with a penilai: heads of offices, heads of sections and their staff. */
  get people(): readonly string[] {
    return Object.keys(this.superior)
  }

  person(key: string): Actor {
    const employeeId = this.id[key]
    if (employeeId === undefined) throw new RangeError(`Nobody is called ${key}.`)
    return { ...anonymous, kind: 'USER', id: employeeId, label: key, employeeId, grants: [{ role: 'EMPLOYEE', unitId: null }] }
  }

  penilaiOf(key: string): Actor {
    return this.person(this.superior[key] ?? '')
  }

  do<RawInput, Input, Subject, Result>(
    actor: Actor,
    spec: Command<RawInput, Input, Subject, Result>,
    input: RawInput,
    on: string,
  ): Promise<Result> {
    return execute(this.database, spec, input, { actor, now: noon(on) })
  }

  /** Reads a file in, as the tim would, and answers how many rows were refused. */
  async import(kind: ImportKindName, lines: readonly string[], on: string): Promise<number> {
    const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`)
    const sent = { kind, fileName: `${kind}.csv`, bytes, isDryRun: false, clockAt: noon(on), year: 2025 }
    return (await importBytes(this.database, sent, { actor: tim, now: noon(on) })).rejected
  }

  /** Three results that add up to 100: two main ones by letter, an additional one. */
  results(ratioTarget = '80') {
    const iki = (key: IndicatorKey, target: string) => [
      { indicatorId: encodeId('Indicator', this.indicator[key]), weight: '1', target },
    ]
    const main = { kind: 'UTAMA', assignmentLetter: 'Letter 1/2025' } as const
    return [
      { ...main, title: 'Visits on time', weight: '50', iki: iki('RATIO', ratioTarget) },
      { ...main, title: 'Reports filed', weight: '30', iki: iki('SUM', '40') },
      { title: 'Index of the desk', kind: 'TAMBAHAN' as const, weight: '20', iki: iki('LAST', '70') },
    ]
  }

  /** The same results for the plan that a person has: rows that are named stay the same rows. */
  async sameResults(key: string, ratioTarget: string) {
    const rows = await this.database.prisma.rhk.findMany({
      where: { skp: { employeeId: this.id[key] ?? '' } },
      orderBy: { number: 'asc' },
      include: { ikis: true },
    })
    return this.results(ratioTarget).map((result, index) => ({
      ...result,
      id: encodeId('Rhk', rows[index]?.id ?? ''),
      iki: result.iki.map((one) => ({ ...one, id: encodeId('Iki', rows[index]?.ikis[0]?.id ?? '') })),
    }))
  }

  /** The plan of a person that is not closed. */
  async skp(key: string): Promise<{ id: string; revision: number }> {
    const { id, revision } = await this.database.prisma.skp.findFirstOrThrow({
      where: { employeeId: this.id[key] ?? '', state: { not: 'DITUTUP' } },
      select: { id: true, revision: true },
    })
    return { id: encodeId('Skp', id), revision }
  }

  appraisal(key: string, periodKey = '2025') {
    return this.database.prisma.appraisal.findFirstOrThrow({
      where: { employeeId: this.id[key] ?? '', period: { key: periodKey }, isCurrent: true },
      include: { parts: { orderBy: { startsOn: 'asc' } } },
    })
  }

  /** Id and revision, as a decision names them. */
  async read(key: string, periodKey = '2025'): Promise<{ id: string; revision: number }> {
    const { id, revision } = await this.appraisal(key, periodKey)
    return { id, revision }
  }

  /** What the rules suggest to the penilai on a day. */
  async suggestion(key: string, on: string, periodKey = '2025') {
    const [row] = await readLife(this.database.prisma, [(await this.appraisal(key, periodKey)).id], noon(on))
    if (!row) throw new RangeError(`${key} has no appraisal.`)
    return row.suggestion
  }

  async #build(tx: Prisma.TransactionClient): Promise<void> {
    await this.#unit(tx, 'city', null, 'PEMDA')
    await this.#employee(tx, 'secretary', 'city', null)
    for (const office of offices) {
      await this.#unit(tx, office, 'city', 'DINAS')
      await this.#employee(tx, `${office}Head`, office, 'secretary')
      for (const section of ['A', 'B']) {
        const name = `${office}${section}`
        await this.#unit(tx, name, office, 'SEKSI')
        await this.#employee(tx, name, name, `${office}Head`)
        for (const number of [1, 2, 3, 4, 5]) await this.#employee(tx, `${name}${number}`, name, name)
      }
    }
    await tx.user.createMany({
      data: [...Object.entries(this.id), ...[tim, pyb].map(({ id, label }) => [label, id ?? ''] as const)].map(
        ([username, id]) => ({
          id,
          username,
          displayName: username,
          passwordHash: 'none',
          employeeId: username in this.id ? id : null,
        }),
      ),
    })
    for (const [code, definition] of Object.entries(indicators) as [IndicatorKey, (typeof indicators)[IndicatorKey]][]) {
      const name = `Indicator ${code}`
      const { id } = await tx.indicator.create({ data: { code, name, state: 'AKTIF' } })
      await tx.indicatorVersion.create({
        data: {
          ...{
            indicatorId: id,
            version: 1,
            name,
            state: 'AKTIF',
            contentHash: code,
            aspect: 'KUALITAS',
            polarity: 'MAXIMIZE',
            targetRule: 'FIXED',
          },
          ...{
            frequency: 'TRIWULAN',
            attribution: 'INDIVIDUAL',
            sourceSystem: 'Register',
            sourceOwner: 'Office',
            effectiveFrom: day('2025-01-01'),
          },
          ...definition,
        },
      })
      this.indicator[code] = id
    }
  }

  async #unit(
    tx: Prisma.TransactionClient,
    key: string,
    parent: string | null,
    type: 'PEMDA' | 'DINAS' | 'SEKSI',
  ): Promise<void> {
    const content = {
      name: `Unit ${key}`,
      type,
      isServiceUnit: false,
      parentId: parent === null ? null : (this.unit[parent] ?? null),
    }
    const { id } = await tx.unit.create({
      data: { ...content, code: key, versions: { create: { ...content, validFrom: day('2020-01-01') } } },
      select: { id: true },
    })
    this.unit[key] = id
  }

  async #employee(tx: Prisma.TransactionClient, key: string, unit: string, superior: string | null): Promise<void> {
    const superiorId = superior === null ? null : (this.id[superior] ?? null)
    const row = newEmployee(Object.keys(this.id).length, key, this.unit[unit] ?? '', superiorId)
    const { id, nip } = await tx.employee.create({ data: row, select: { id: true, nip: true } })
    this.id[key] = id
    this.nip[key] = nip
    if (superior !== null) this.superior[key] = superior
  }
}

/** Runs the work of many people side by side, a few at a time. */
export async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all([worker(), worker(), worker(), worker()])
}
