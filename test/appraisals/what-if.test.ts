import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whatIf } from '../../server/appraisals/queries/what-if.ts'
import { createContext } from '../../server/context.ts'
import { DomainError } from '../../server/errors.ts'
import type { Prisma } from '../../server/generated/prisma/client.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { schema } from '../../server/schema.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, type PersonKey } from '../organization/small-city.ts'
import { expectRefusal, now, outsider, PlannedCity, tim } from './factory.ts'

const people = ['nurse', 'midwife', 'engineer'] as const satisfies readonly PersonKey[]

type Changes = Partial<Omit<Prisma.IndicatorVersionUncheckedCreateInput, 'id' | 'indicatorId' | 'version'>>

let test: TestDatabase
let city: PlannedCity
let draftId: string
const statements: string[] = []

/** The ratio of 80 % is agreed with the nurse by the catalogue, and with the engineer at 70 % individually. */
async function createCity(database: TestDatabase['database']): Promise<PlannedCity> {
  const created = await PlannedCity.create(database)
  await database.prisma.iki.updateMany({ where: { seriesId: created.series['engineer.RATIO'] ?? '' }, data: { target: '70' } })
  await created.compute()
  return created
}

/** The next version of the ratio: as the first one, with these changes. */
async function nextVersion({ database: { prisma }, indicator }: PlannedCity, changes: Changes): Promise<string> {
  const { id: _, ...first } = await prisma.indicatorVersion.findUniqueOrThrow({ where: { id: indicator.RATIO.versionId } })
  const { _max } = await prisma.indicatorVersion.aggregate({
    where: { indicatorId: first.indicatorId },
    _max: { version: true },
  })
  const data = { ...first, state: 'DRAFT', contentHash: null, version: (_max.version ?? 0) + 1, ...changes } as const
  return (await prisma.indicatorVersion.create({ data, select: { id: true } })).id
}

/** Writes the draft anew, so that every case starts from the definition in force. */
async function draft(changes: Changes = {}): Promise<void> {
  await test.database.prisma.indicatorVersion.deleteMany({ where: { state: 'DRAFT' } })
  draftId = await nextVersion(city, changes)
}

beforeAll(async () => {
  test = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  city = await createCity(test.database)
})
afterAll(() => test.drop())

const tryIt = (actor: Actor = tim, periodKey = '2025') => whatIf(test.database, actor, now, { draftId, periodKey })

describe('a what-if', () => {
  it('changes nothing when the draft says the same', async () => {
    await draft()
    const { counts, predikatBefore, predikatAfter, units, movers } = await tryIt()
    expect(counts).toEqual({
      appraisals: 2,
      ownTargets: 1,
      changedLevel: 0,
      changedResult: 0,
      changedPredikat: 0,
      helped: 0,
      hurt: 0,
    })
    expect(predikatAfter).toEqual(predikatBefore)
    expect([units, movers]).toEqual([[], []])
  })

  it.each(['81', '95', '100'])('helps nobody by a higher target of MAXIMIZE: %s', async (target) => {
    await draft({ target })
    const { counts } = await tryIt()
    expect(counts).toMatchObject({ helped: 0, hurt: 1 })
  })

  const cases: readonly (readonly [string, Changes])[] = [
    ['target', { target: '100' }],
    ['lower target', { target: '60' }],
    ['polarity and range', { polarity: 'RANGE', target: null, targetMin: '40', targetMax: '60' }],
    ['tolerance', { polarity: 'STABILIZE', tolerancePct: '5' }],
    ['polarity', { polarity: 'MINIMIZE' }],
    ['aggregation', { aggregation: 'TERAKHIR', target: '120' }],
    ['factor', { factor: '110' }],
    ['minimum denominator', { minDenominator: '250' }],
    ['levels', { levelLow: '70', levelHigh: '115' }],
    ['frequency', { frequency: 'TAHUNAN' }],
  ]
  it('gives what a computation gives after the change is really made: target, polarity, aggregation, levels', async () => {
    await using copy = await createTestDatabase()
    const other = await createCity(copy.database)
    const { prisma } = copy.database
    const at = { rhk: { skp: { periodId: other.period['2025'] ?? '' } }, series: { indicatorId: other.indicator.RATIO.id } }
    const nurses = { ...at, seriesId: other.series['nurse.RATIO'] ?? '' }
    const standing = async (from: PlannedCity, person: PersonKey) => {
      const { weightedScore, resultRating, predikat } = await from.appraisal(person)
      return { score: weightedScore?.toNumber() ?? null, result: resultRating, predikat }
    }
    let moving = 0
    for (const [name, changes] of cases) {
      await draft(changes)
      const { movers, counts } = await tryIt()
      if (movers.length > 0) moving += 1

      const versionId = await nextVersion(other, changes)
      await prisma.indicatorVersion.updateMany({
        where: { indicatorId: other.indicator.RATIO.id, state: 'AKTIF' },
        data: { state: 'USANG' },
      })
      const { target, targetMin, targetMax, tolerancePct } = await prisma.indicatorVersion.update({
        where: { id: versionId },
        data: { state: 'AKTIF', contentHash: name },
      })
      await prisma.iki.updateMany({ where: at, data: { indicatorVersionId: versionId, tolerancePct } })
      await prisma.iki.updateMany({ where: nurses, data: { target, targetMin, targetMax } })
      await other.compute()

      const changed = { changedResult: 0, changedPredikat: 0, helped: 0, hurt: 0 }
      for (const person of people) {
        const [before, after] = [await standing(city, person), await standing(other, person)]
        const mover = movers.find(({ employeeId }) => employeeId === city.city.person[person])
        expect(mover?.after ?? before, `${name}: ${person}`).toEqual(after)
        if (before.result !== after.result) changed.changedResult += 1
        if (before.predikat !== after.predikat) changed.changedPredikat += 1
        if (before.score !== null && after.score !== null && after.score > before.score) changed.helped += 1
        if (before.score !== null && after.score !== null && after.score < before.score) changed.hurt += 1
      }
      expect(counts, name).toMatchObject(changed)
    }
    expect(moving).toBeGreaterThanOrEqual(cases.length - 2)
  })

  it('writes nothing, and reads in few statements', async () => {
    await draft({ target: '100' })
    const rows = async () => {
      const { prisma } = test.database
      const order = { orderBy: { id: 'asc' } } as const
      return [await prisma.appraisal.findMany(order), await prisma.ikiResult.findMany(order), await prisma.auditEvent.count()]
    }
    const before = await rows()
    statements.length = 0
    await tryIt()
    expect(statements.filter((sql) => /^\s*(insert|update|delete)/i.test(sql))).toEqual([])
    expect(statements.length).toBeLessThanOrEqual(10)
    expect(await rows()).toEqual(before)
  })

  it('looks at the current appraisals of the period alone', async () => {
    await draft({ target: '100' })
    const quarter = await tryIt(tim, '2025-TW1')
    expect(quarter.counts.appraisals).toBe(0)
    expect(quarter.rankStability).toBeNull()
    await expectRefusal(tryIt(tim, '1999'), 'NOT_FOUND')
  })
})

describe('who may try a draft', () => {
  const inUnit = (unit: 'health' | 'works', employee?: PersonKey) =>
    actorWith({
      grants: [{ role: 'TIM_KINERJA', unitId: city.city.unit[unit] }],
      ...(employee ? { employeeId: city.city.person[employee] } : {}),
    })

  it('nobody from whom drafts are hidden, and nobody tries what is published', async () => {
    await draft()
    await expectRefusal(tryIt(outsider), 'NOT_FOUND')
    await expectRefusal(tryIt(city.person('nurse')), 'NOT_FOUND')
    await expectRefusal(
      whatIf(test.database, tim, now, { draftId: city.indicator.RATIO.versionId, periodKey: '2025' }),
      'NOT_FOUND',
    )
  })

  it('no token that may not read appraisals', async () => {
    await draft()
    const token = actorWith({
      kind: 'TOKEN',
      grants: [{ role: 'INTEGRATOR', unitId: null }],
      scopes: ['indicators.read', 'aggregates.read'],
    })
    await expectRefusal(tryIt(token), 'FORBIDDEN')
  })

  it('sees the appraisals of the own office alone, and not the own one before it is delivered', async () => {
    await draft({ target: '100' })
    const seen = async (actor: Actor) => (await tryIt(actor)).movers.map(({ employeeId }) => employeeId)
    expect(await seen(inUnit('health'))).toEqual([city.city.person.nurse])
    expect(await seen(inUnit('works'))).toEqual([])
    expect((await tryIt(inUnit('works'))).counts.appraisals).toBe(1)
    expect(await seen(inUnit('health', 'nurse'))).toEqual([])
  })
})

describe('over GraphQL', () => {
  const ask = async (selection: string, actor: Actor = tim) => {
    const { data, errors } = await graphql({
      schema,
      source: `query ($input: WhatIfInput!) { whatIf(input: $input) { ${selection} } }`,
      variableValues: { input: { draftId: encodeId('IndicatorVersion', draftId), periodKey: '2025' } },
      contextValue: createContext(test.database, actor, now, 'en'),
    })
    return {
      data: data?.whatIf,
      codes: errors?.map(({ originalError, message }) => (originalError instanceof DomainError ? originalError.code : message)),
    }
  }

  it('tells counts, units and names', async () => {
    await draft({ target: '100', factor: '110' })
    const { data, codes } = await ask(`counts { appraisals ownTargets hurt helped } predikatBefore { key count } rankStability
      units { unit { name } helped hurt changedPredikat }
      movers(first: 10) { totalCount nodes { employee { id name unit { name } } scoreBefore scoreAfter resultBefore resultAfter predikatBefore predikatAfter } }`)
    expect(codes).toBeUndefined()
    // The nurse: 99 of 100 instead of 90 of 80; the engineer: 66 of 70 instead of 60 of 70.
    expect(data).toEqual({
      counts: { appraisals: 2, ownTargets: 1, hurt: 1, helped: 1 },
      predikatBefore: expect.arrayContaining([
        { key: 'BAIK', count: 1 },
        { key: 'BUTUH_PERBAIKAN', count: 1 },
      ]),
      rankStability: '1',
      units: expect.arrayContaining([{ unit: { name: 'Unit ward' }, helped: 0, hurt: 1, changedPredikat: 0 }]),
      movers: {
        totalCount: 2,
        nodes: [
          {
            employee: { id: encodeId('Employee', city.city.person.engineer), name: 'engineer', unit: { name: 'Unit works' } },
            scoreBefore: '85.71',
            scoreAfter: '94.29',
            resultBefore: 'DI_BAWAH',
            resultAfter: 'SESUAI',
            predikatBefore: 'BUTUH_PERBAIKAN',
            predikatAfter: 'BAIK',
          },
          {
            employee: { id: encodeId('Employee', city.city.person.nurse), name: 'nurse', unit: { name: 'Unit ward' } },
            scoreBefore: '109.5',
            scoreAfter: '101.4',
            resultBefore: 'DI_ATAS',
            resultAfter: 'SESUAI',
            predikatBefore: 'BAIK',
            predikatAfter: 'BAIK',
          },
        ],
      },
    })
  })

  it('pages those who move by cursor in both directions or by number, and refuses a strange cursor', async () => {
    await draft({ target: '100', factor: '110' })
    const page = async (args: string) => {
      const { data, codes } = await ask(
        `movers(${args}) { edges { cursor node { employee { name } } } pageInfo { hasNextPage hasPreviousPage } }`,
      )
      const movers = (
        data as { movers: { edges: { cursor: string; node: { employee: { name: string } } }[]; pageInfo: object } } | null
      )?.movers
      return {
        names: movers?.edges.map(({ node }) => node.employee.name),
        cursor: movers?.edges[0]?.cursor,
        ...movers?.pageInfo,
        codes,
      }
    }
    const first = await page('first: 1')
    expect(first).toMatchObject({ names: ['engineer'], hasNextPage: true })
    expect(await page(`first: 1, after: "${first.cursor}"`)).toMatchObject({ names: ['nurse'], hasNextPage: false })
    expect(await page('first: 1, offset: 1')).toMatchObject({ names: ['nurse'] })
    expect(await page('last: 1')).toMatchObject({ names: ['nurse'], hasPreviousPage: true })
    expect((await page('first: 1, after: "nobody"')).codes).toEqual(['INVALID_INPUT'])
    expect((await page(`first: 1, offset: 1, after: "${first.cursor}"`)).codes).toEqual(['INVALID_INPUT'])
  })

  it('costs as many statements for one name as for several', async () => {
    await draft({ target: '100', factor: '110' })
    const costOf = async (first: number) => {
      statements.length = 0
      await ask(`movers(first: ${first}) { nodes { employee { name unit { name } } } }`)
      return statements.length
    }
    await costOf(1)
    expect(await costOf(2)).toBe(await costOf(1))
  })

  it('answers NOT_FOUND for an id that no draft has', async () => {
    draftId = city.city.person.nurse
    expect((await ask('counts { appraisals }')).codes).toEqual(['NOT_FOUND'])
  })
})
