import { graphql } from 'graphql'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { RecordViews } from '../../server/record-views.ts'
import { schema } from '../../server/schema.ts'
import { viewedParts } from '../../server/viewed-parts.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, admin, createSmallCity, now, type SmallCity } from '../organization/small-city.ts'

let testing: TestDatabase
let city: SmallCity
let views: RecordViews
const faults: unknown[] = []

beforeAll(async () => {
  testing = await createTestDatabase()
  city = await createSmallCity(testing.database)
  return () => testing.drop()
})

beforeEach(() => {
  faults.length = 0
  views = new RecordViews(testing.database, (error) => faults.push(error))
})
afterEach(() => views.close())

async function ask(source: string, variableValues: Record<string, unknown>, actor: Actor = admin, at = now) {
  const contextValue = createContext(testing.database, actor, at, 'en', 'Firefox', undefined, views)
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
  return { data: data as Record<string, never> | null, errors }
}

const idOf = (person: keyof SmallCity['person']) => encodeId('Employee', city.person[person])
const rows = (person: keyof SmallCity['person']) =>
  testing.database.prisma.recordView.findMany({
    where: { employeeId: city.person[person] },
    orderBy: [{ part: 'asc' }, { at: 'asc' }],
  })

test('every restricted field that is watched exists in the schema', () => {
  for (const [type, fields] of Object.entries(viewedParts)) {
    const known = Object.keys((schema.getType(type) as unknown as { getFields(): object }).getFields())
    expect(Object.keys(fields).filter((field) => !known.includes(field))).toEqual([])
  }
})

test('a read of somebody else’s restricted data leaves one row for each part and hour, with reader, role and device', async () => {
  const document = 'query ($id: ID!) { employee(id: $id) { fullName birthOn email positions { totalCount } } }'
  for (const _time of [1, 2]) await ask(document, { id: idOf('nurse') })
  await ask(document, { id: idOf('nurse') }, admin, new Date(now.getTime() + 3_600_000))
  await views.flush()
  const found = await rows('nurse')
  expect(found.map(({ part }) => part)).toEqual(['PERSONAL_DATA', 'PERSONAL_DATA', 'HISTORY', 'HISTORY'])
  expect(found[0]).toMatchObject({
    actorLabel: 'test',
    actorKind: 'USER',
    role: 'ADMIN',
    entityType: 'Employee',
    device: 'Firefox',
    at: now,
  })
})

test('the same read by another process in the same hour adds nothing', async () => {
  await ask('query ($id: ID!) { employee(id: $id) { phone } }', { id: idOf('midwife') })
  const other = new RecordViews(testing.database, (error) => faults.push(error))
  const view = {
    part: 'PERSONAL_DATA',
    entityType: 'Employee',
    entityId: city.person.midwife,
    employeeId: city.person.midwife,
  } as const
  other.note(admin, view, now, undefined)
  await Promise.all([views.flush(), other.close()])
  expect(await rows('midwife')).toHaveLength(1)
  expect(faults).toEqual([])
})

test('names, units and one’s own data are no secret, and a refused read is no read', async () => {
  const self = actorWith({ employeeId: city.person.engineer })
  await ask('query ($id: ID!) { employee(id: $id) { birthOn ranks { totalCount } } }', { id: idOf('engineer') }, self)
  await ask('query ($id: ID!) { employee(id: $id) { fullName nip unit { name } } }', { id: idOf('engineer') })
  const below = actorWith({ employeeId: city.person.engineer })
  const { errors } = await ask('query ($id: ID!) { employee(id: $id) { birthOn } }', { id: idOf('worksHead') }, below)
  expect(errors).toHaveLength(1)
  await views.flush()
  expect([...(await rows('engineer')), ...(await rows('worksHead'))]).toEqual([])
})

test('what waits is written before the server ends', async () => {
  await ask('query ($id: ID!) { employee(id: $id) { disciplines { totalCount } } }', { id: idOf('clinicHead') })
  await views.close()
  expect(await rows('clinicHead')).toMatchObject([{ part: 'DISCIPLINE' }])
})

test('what could not be written is reported and written later', async () => {
  let isDown = true
  const prisma = new Proxy(testing.database.prisma, {
    get: (own, name) => {
      if (name === '$executeRaw' && isDown) return () => Promise.reject(new Error('out of reach'))
      return Reflect.get(own, name)
    },
  })
  const reported: unknown[] = []
  const log = new RecordViews({ prisma }, (error) => reported.push(error))
  const { wardHead } = city.person
  log.note(admin, { part: 'HISTORY', entityType: 'Employee', entityId: wardHead, employeeId: wardHead }, now, undefined)
  await log.flush()
  expect([reported.length, (await rows('wardHead')).length]).toEqual([1, 0])
  isDown = false
  await log.close()
  expect(await rows('wardHead')).toHaveLength(1)
})

test('the person concerned and readers of the whole trail see who looked, between two instants; nobody else', async () => {
  await ask('query ($id: ID!) { employee(id: $id) { birthOn } }', { id: idOf('healthHead') })
  await views.flush()
  const list = `query ($filter: RecordViewFilter) { recordViews(filter: $filter) { totalCount nodes { actorLabel part employee { id } entityId } } }`
  const filter = { employeeId: idOf('healthHead'), from: '2025-06-15T00:00:00Z', to: '2025-06-16T00:00:00Z' }
  const self = actorWith({ employeeId: city.person.healthHead })
  for (const actor of [admin, self]) {
    const { data } = await ask(list, { filter }, actor)
    expect(data?.recordViews).toMatchObject({
      totalCount: 1,
      nodes: [{ actorLabel: 'test', part: 'PERSONAL_DATA', employee: { id: idOf('healthHead') }, entityId: idOf('healthHead') }],
    })
  }
  expect((await ask(list, { filter: { ...filter, from: '2025-06-16T00:00:00Z' } }, self)).data?.recordViews).toMatchObject({
    totalCount: 0,
  })
  const team = actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: null }] })
  expect((await ask(list, { filter }, team)).data?.recordViews).toMatchObject({ totalCount: 0 })
  const nested = 'query ($id: ID!) { employee(id: $id) { views { totalCount } } }'
  const { errors } = await ask(nested, { id: idOf('healthHead') }, team)
  expect(errors?.[0]?.extensions ?? errors?.[0]?.message).toBeDefined()
  expect((await ask(nested, { id: idOf('healthHead') }, self)).data?.employee).toMatchObject({ views: { totalCount: 1 } })
})

test('the application may add rows and read them, not change or remove them', async () => {
  const { prisma } = testing.database
  await expect(prisma.recordView.updateMany({ data: { actorLabel: 'x' } })).rejects.toThrow()
  await expect(prisma.recordView.deleteMany()).rejects.toThrow()
})
