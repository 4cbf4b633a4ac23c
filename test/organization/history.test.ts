import { graphql } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { schema } from '../../server/schema.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, admin, createSmallCity, newEmployee, now, type SmallCity } from './small-city.ts'

let testing: TestDatabase
let city: SmallCity
const statements: string[] = []

beforeAll(async () => {
  testing = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  city = await createSmallCity(testing.database)
  const { prisma } = testing.database
  for (let index = 0; index < 60; index += 1) {
    await prisma.employee.create({ data: newEmployee(1_000 + index, `person ${index}`, city.unit.works, city.person.engineer) })
  }
  return () => testing.drop()
})

async function ask(source: string, actor: Actor, variableValues: Record<string, unknown> = {}) {
  statements.length = 0
  const answer = await graphql({
    schema,
    source,
    variableValues,
    contextValue: createContext(testing.database, actor, now, 'en'),
  })
  return { ...answer, statements: statements.length }
}

/** All histories of an employee at once, each with its count, superiors and units as of then. */
const history = `
  nip fullName sex birthOn updatedAt
  actions { name enabled }
  unit { name parent { name } versionAsOf(on: "2021-01-01") { name } }
  superior { name positionTitle }
  superiorAsOf(on: "2021-01-01") { name unit { name } }
  unitAsOf(on: "2021-01-01") { name }
  positions { totalCount nodes { title validFrom unit { name } } }
  ranks(first: 5) { totalCount nodes { golongan } }
  educations { totalCount nodes { level } }
  trainings(first: 3) { totalCount nodes { name jp } pageInfo { hasNextPage endCursor } }
  disciplines { totalCount nodes { level } }
  reportingLines { totalCount nodes { validFrom superior { name } unit { name } } }
  subordinates(first: 2) { totalCount nodes { name } }`

const one = `query ($id: ID!) { employee(id: $id) { ${history} } }`
const page = `{ employees(first: 50) { nodes { ${history} } } }`

describe('the nested history costs the same few statements for one employee and for a page of fifty', () => {
  const actors = () =>
    ({
      'somebody who sees all': admin,
      'somebody who sees one office': actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: city.unit.works }] }),
      'a superior of two levels': actorWith({ employeeId: city.person.worksHead, grants: [{ role: 'EMPLOYEE', unitId: null }] }),
    }) as const

  for (const name of ['somebody who sees all', 'somebody who sees one office', 'a superior of two levels'] as const) {
    test(name, async () => {
      const actor = actors()[name]
      const many = await ask(page, actor)
      expect(many.data).toMatchObject({ employees: { nodes: { length: 50 } } })
      const { data, statements: few } = await ask(one, actor, { id: encodeId('Employee', city.person.engineer) })
      expect(data?.employee).toMatchObject({
        positions: { totalCount: 1 },
        ranks: { totalCount: 1 },
        subordinates: { totalCount: 60 },
      })
      expect(many.statements).toBe(few)
      expect(few).toBeLessThanOrEqual(actor === admin ? 2 : 8)
    })
  }
})

test('one plain history is one statement for whoever sees all', async () => {
  const { errors, statements: count } = await ask(
    `query ($id: ID!) { employee(id: $id) { name unit { name } positions { totalCount nodes { title } } trainings { nodes { name } } } }`,
    admin,
    { id: encodeId('Employee', city.person.nurse) },
  )
  expect(errors).toBeUndefined()
  expect(count).toBe(1)
})

test('a history is followed by cursor to its end, newest first', async () => {
  const { prisma } = testing.database
  const employeeId = city.person.midwife
  const starts = ['2021-01-01', '2022-01-01', '2022-01-01', '2023-01-01']
  await prisma.positionRecord.createMany({
    data: starts.map((start, index) => ({ employeeId, title: `Post ${index}`, unitName: 'Unit', validFrom: new Date(start) })),
  })
  const source = `query ($id: ID!, $after: String) {
    employee(id: $id) { positions(first: 2, after: $after) { totalCount nodes { title validFrom } pageInfo { hasNextPage endCursor } } } }`
  type Page = {
    totalCount: number
    nodes: { title: string; validFrom: string }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
  const seen: string[] = []
  for (let after: string | null = null, more = true; more; ) {
    const { data, errors }: { data?: unknown; errors?: unknown } = await ask(source, admin, {
      id: encodeId('Employee', employeeId),
      after,
    })
    expect(errors).toBeUndefined()
    const { positions } = (data as { employee: { positions: Page } }).employee
    expect(positions.totalCount).toBe(5)
    seen.push(...positions.nodes.map(({ validFrom }) => validFrom))
    more = positions.pageInfo.hasNextPage
    after = positions.pageInfo.endCursor
  }
  expect(seen).toEqual(['2023-01-01', '2022-01-01', '2022-01-01', '2021-01-01', '2020-01-01'])
})

test('superior, unit and name of the unit are those of the day that is asked for', async () => {
  const { prisma } = testing.database
  const employeeId = city.person.wardHead
  await prisma.positionRecord.updateMany({ where: { employeeId }, data: { validTo: new Date('2023-12-31') } })
  await prisma.positionRecord.create({
    data: { employeeId, title: 'Engineer', unitName: 'Works', unitId: city.unit.works, validFrom: new Date('2024-01-01') },
  })
  await prisma.reportingLine.updateMany({ where: { employeeId }, data: { validTo: new Date('2023-12-31') } })
  await prisma.reportingLine.create({
    data: { employeeId, superiorId: city.person.worksHead, validFrom: new Date('2024-01-01') },
  })
  const on = (day: string) => `superiorAsOf(on: "${day}") { name } unitAsOf(on: "${day}") { code }`
  const { data } = await ask(
    `query ($id: ID!) { employee(id: $id) { name
      reportingLines { nodes { superior { name } unit { code } } }
    } before: employee(id: $id) { ${on('2023-12-31')} } after: employee(id: $id) { ${on('2024-01-01')} } never: employee(id: $id) { ${on('2019-12-31')} } }`,
    admin,
    { id: encodeId('Employee', employeeId) },
  )
  expect(data).toMatchObject({
    employee: {
      reportingLines: {
        nodes: [
          { superior: { name: 'worksHead' }, unit: { code: 'works' } },
          { superior: { name: 'clinicHead' }, unit: { code: 'ward' } },
        ],
      },
    },
    before: { superiorAsOf: { name: 'clinicHead' }, unitAsOf: { code: 'ward' } },
    after: { superiorAsOf: { name: 'worksHead' }, unitAsOf: { code: 'works' } },
    never: { superiorAsOf: null, unitAsOf: null },
  })
})
