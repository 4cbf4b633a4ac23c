import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visibleEmployees } from '../../server/organization/queries.ts'
import { seedLarge } from '../bench/seed-large.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let city: TestDatabase
const statements: string[] = []

beforeAll(async () => {
  city = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  await seedLarge(city.url, { employees: 90 })
})

afterAll(() => city.drop())

type Reader = { readonly findMany: (args: object) => Promise<unknown>; readonly findFirst: (args: object) => Promise<unknown> }

/** The answers of Prisma and of the short way, and the statements that the latter took. */
async function bothWays(model: string, args: object) {
  const client = (own: 'prisma' | 'reads') => Reflect.get(city.database[own], model) as Reader
  const expected = await client('prisma').findMany(args)
  statements.length = 0
  const answer = await client('reads').findMany(args)
  return { expected, answer, statements: [...statements] }
}

const byName = [{ name: 'asc' }, { id: 'asc' }]
const isOurs = /^SELECT \(SELECT coalesce\(json_agg/

async function someone(skip = 0) {
  return city.database.prisma.employee.findFirstOrThrow({ orderBy: { nip: 'asc' }, skip })
}

describe('a nested read answers what Prisma answers, in one statement of its own', () => {
  const reads: readonly (readonly [title: string, model: string, args: object])[] = [
    ['all columns of a table with every kind of them', 'appraisal', { orderBy: { id: 'asc' }, take: 5 }],
    ['lists of values and JSON', 'ikiResult', { orderBy: { id: 'asc' }, take: 5 }],
    ['chosen columns alone', 'employee', { select: { nip: true, birthOn: true }, orderBy: byName }],
    [
      'a history down to the evidence',
      'employee',
      {
        orderBy: byName,
        take: 3,
        include: {
          unit: { include: { parent: true } },
          superior: { select: { name: true } },
          user: true,
          positions: { orderBy: [{ validFrom: 'desc' }, { id: 'desc' }], take: 2 },
          trainings: { orderBy: { endsOn: 'desc' }, skip: 1, take: 1, select: { jp: true, endsOn: true } },
          appraisals: {
            orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
            take: 1,
            select: {
              weightedScore: true,
              period: { select: { key: true } },
              rhkResults: {
                orderBy: { number: 'asc' },
                include: {
                  ikiResults: {
                    orderBy: { number: 'asc' },
                    include: {
                      series: { select: { realisations: { orderBy: { measuredOn: 'asc' }, include: { evidences: true } } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
    [
      'numbers of related rows, filtered and not',
      'employee',
      { orderBy: byName, select: { id: true, _count: { select: { positions: { where: { validTo: null } }, ranks: true } } } },
    ],
    ['a numbered page', 'employee', { orderBy: byName, skip: 20, take: 7 }],
    ['the last page of a list', 'employee', { orderBy: byName, take: -4 }],
    ['an order over another table', 'appraisal', { orderBy: [{ employee: { name: 'desc' } }, { id: 'asc' }], take: 9 }],
    ['empty values last', 'employee', { orderBy: [{ superiorId: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }] }],
    ['empty values where PostgreSQL puts them', 'employee', { orderBy: [{ superiorId: 'desc' }, { id: 'asc' }] }],
    [
      'text that contains, whatever its case',
      'unit',
      { where: { name: { contains: 'KERJA 2', mode: 'insensitive' } }, orderBy: { id: 'asc' } },
    ],
    [
      'text that begins or ends so',
      'unit',
      { where: { OR: [{ code: { startsWith: 'B00000' } }, { code: { endsWith: '3' } }] }, orderBy: { id: 'asc' } },
    ],
    [
      'comparisons, lists and their opposites',
      'employee',
      {
        where: {
          AND: [{ birthOn: { gte: new Date('1965-01-05'), lt: new Date('1965-03-01') } }, { superiorId: { not: null } }],
          NOT: [{ name: { startsWith: 'Agus' } }],
          sex: { in: ['MALE', 'FEMALE'] },
          employmentType: { notIn: ['PPPK'] },
          legalStanding: { not: 'PENSIUN' },
        },
        orderBy: { id: 'asc' },
      },
    ],
    ['an empty list of choices', 'employee', { where: { OR: [{ id: { in: [] } }, { nip: 'x' }] }, orderBy: { id: 'asc' } }],
    ['nothing to choose from', 'employee', { where: { OR: [] }, orderBy: { id: 'asc' } }],
    [
      'conditions that are left out',
      'employee',
      { where: { name: undefined, AND: [], unit: undefined }, orderBy: { id: 'asc' } },
    ],
    [
      'conditions on related rows',
      'employee',
      {
        where: {
          unit: { ancestors: { some: { distance: 1 } } },
          superior: { is: { superior: null } },
          subordinates: { none: { name: { contains: 'Agus' } } },
          appraisals: { some: { period: { key: '2024' }, predikat: 'BAIK' } },
        },
        orderBy: { id: 'asc' },
      },
    ],
    [
      'related rows that are not so',
      'employee',
      { where: { superior: { isNot: { positionTitle: 'x' } } }, orderBy: { id: 'asc' } },
    ],
    ['rows without a related one', 'employee', { where: { superior: null }, orderBy: { id: 'asc' } }],
    [
      'composite keys',
      'indicatorSummary',
      { orderBy: [{ indicator: { code: 'asc' } }, { unitId: 'asc' }, { periodId: 'asc' }], take: 30 },
    ],
  ]
  test.each(reads)('%s', async (_title, model, args) => {
    const { expected, answer, statements } = await bothWays(model, args)
    expect(answer).toEqual(expected)
    expect(statements).toHaveLength(1)
    expect(statements[0]).toMatch(isOurs)
  })

  test.each([
    { take: 5, skip: 1 },
    { take: -5, skip: 1 },
    { take: 3, skip: 0 },
  ])('the page from a cursor on, $take rows', async (page) => {
    const { id } = await someone(40)
    const { expected, answer, statements } = await bothWays('employee', { orderBy: byName, cursor: { id }, ...page })
    expect(answer).toEqual(expected)
    expect(statements[0]).toMatch(isOurs)
  })

  test('a page from a cursor on inside of another record', async () => {
    const { id } = await city.database.prisma.positionRecord.findFirstOrThrow({ orderBy: { id: 'asc' }, skip: 1 })
    const positions = { orderBy: [{ validFrom: 'desc' }, { id: 'desc' }], cursor: { id }, skip: 1, take: 2 }
    const { expected, answer, statements } = await bothWays('employee', { orderBy: byName, include: { positions } })
    expect(answer).toEqual(expected)
    expect(statements).toHaveLength(1)
  })

  test('a cursor that names nobody', async () => {
    const cursor = { id: '01900000-0000-7000-8000-000000000000' }
    const { expected, answer } = await bothWays('employee', { orderBy: byName, cursor, take: 3 })
    expect(answer).toEqual([])
    expect(expected).toEqual([])
  })

  test('what a person of one unit may see', async () => {
    const unit = await city.database.prisma.unit.findFirstOrThrow({ where: { code: 'B000001' } })
    const actor = { grants: [{ role: 'TEAM_MEMBER', unitId: unit.id }], employeeId: (await someone()).id, scopes: null } as const
    const base = { kind: 'USER', id: unit.id, label: 'x', sessionId: null, language: 'id' } as const
    const where = visibleEmployees({ ...base, ...actor })
    const { expected, answer } = await bothWays('employee', { where, orderBy: { id: 'asc' } })
    expect(answer).toEqual(expected)
    expect((answer as unknown[]).length).toBeGreaterThan(0)
  })
})

test('the first of many, and nobody', async () => {
  const { prisma, reads } = city.database
  const args = { where: { sex: 'FEMALE' }, orderBy: { nip: 'asc' }, include: { unit: true } } as const
  expect(await reads.employee.findFirst(args)).toEqual(await prisma.employee.findFirst(args))
  expect(await reads.employee.findFirst({ where: { nip: 'nobody' } })).toBeNull()
})

test('a number of rows', async () => {
  const where = { unit: { parentId: { not: null } } } as const
  expect(await city.database.reads.employee.count({ where })).toBe(await city.database.prisma.employee.count({ where }))
  expect(await city.database.reads.employee.count()).toBe(90)
})

test('characters of patterns stand for themselves', async () => {
  expect(await city.database.reads.unit.findMany({ where: { name: { contains: '%' } } })).toEqual([])
  expect(await city.database.reads.unit.findMany({ where: { name: { contains: '_' } } })).toEqual([])
})

test.each([
  ['distinct rows', 'employee', { distinct: ['sex'], select: { sex: true }, orderBy: { sex: 'asc' } }],
  ['a condition on all related rows', 'employee', { where: { positions: { every: { unitName: 'x' } } }, orderBy: { id: 'asc' } }],
  ['an order by the number of related rows', 'employee', { orderBy: [{ subordinates: { _count: 'desc' } }, { id: 'asc' }] }],
  [
    'a cursor in an order that it does not end',
    'employee',
    { orderBy: { nip: 'asc' }, cursor: { nip: '0' }, select: { id: true } },
  ],
])('what the short way does not know is answered by Prisma: %s', async (_title, model, args) => {
  const { expected, answer } = await bothWays(model, args)
  expect(answer).toEqual(expected)
})

test('unknown fields are refused as by Prisma', async () => {
  const reader = Reflect.get(city.database.reads, 'employee') as Reader
  await expect(reader.findMany({ where: { unknown: 1 } })).rejects.toMatchObject({ name: 'PrismaClientValidationError' })
})
