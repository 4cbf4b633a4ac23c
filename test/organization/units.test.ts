import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyDueChanges, rebuildUnitClosure } from '../../server/organization/commands/due-changes.ts'
import { changeUnit, createUnit } from '../../server/organization/commands/units.ts'
import { execute } from '../../server/transact.ts'
import { auditOf, countEvents } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, admin, createSmallCity, day, now, type SmallCity } from './small-city.ts'

let testing: TestDatabase
let city: SmallCity

beforeAll(async () => {
  testing = await createTestDatabase()
  return () => testing.drop()
})

beforeEach(async () => {
  city = await createSmallCity(testing.database)
})

const caller = { actor: admin, now }

describe('createUnit', () => {
  const input = () => ({
    code: `lab-${city.unit.clinic}`,
    name: 'Laboratory',
    type: 'SEKSI' as const,
    parentId: city.unit.clinic,
    validFrom: day('2025-06-01'),
  })

  test('opens the unit with its first version and its place in the tree', async () => {
    const unit = await execute(testing.database, createUnit, input(), caller)
    const stored = await testing.database.prisma.unit.findUniqueOrThrow({
      where: { id: unit.id },
      include: { versions: true, ancestors: { orderBy: { distance: 'asc' } } },
    })
    expect(stored.versions).toMatchObject([{ name: 'Laboratory', parentId: city.unit.clinic, validTo: null }])
    expect(stored.ancestors.map(({ ancestorId }) => ancestorId)).toEqual([
      unit.id,
      city.unit.clinic,
      city.unit.health,
      city.unit.city,
    ])
  })

  test('is refused outside the remit, and at the top for whoever holds only a part', async () => {
    const actor = actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: city.unit.health }] })
    await expect(
      execute(testing.database, createUnit, { ...input(), parentId: city.unit.works }, { actor, now }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(execute(testing.database, createUnit, { ...input(), parentId: null }, { actor, now })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(execute(testing.database, createUnit, input(), { actor, now })).resolves.toMatchObject({ name: 'Laboratory' })
  })

  test('refuses an unknown parent, a closed parent and a code in use', async () => {
    const unknown = '00000000-0000-7000-8000-00000000dead'
    await expect(execute(testing.database, createUnit, { ...input(), parentId: unknown }, caller)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(execute(testing.database, createUnit, { ...input(), code: city.code.works }, caller)).rejects.toMatchObject({
      code: 'CONFLICT',
      fields: { code: {} },
    })
    await execute(
      testing.database,
      changeUnit,
      { id: city.unit.ward, validFrom: day('2025-06-01'), closedOn: day('2025-06-10') },
      caller,
    )
    await expect(execute(testing.database, createUnit, { ...input(), parentId: city.unit.ward }, caller)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
  })

  test('lets one of two callers have a code', async () => {
    const both = await Promise.allSettled([
      execute(testing.database, createUnit, input(), caller),
      execute(testing.database, createUnit, input(), caller),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await testing.database.prisma.unit.count({ where: { code: input().code } })).toBe(1)
  })

  test('writes one audit row', async () => {
    const rows = await auditOf(testing.database, () => execute(testing.database, createUnit, input(), caller))
    expect(rows).toMatchObject([
      { event: 'unit.created', entityType: 'Unit', changes: { name: [null, 'Laboratory'], validFrom: [null, '2025-06-01'] } },
    ])
  })
})

describe('changeUnit', () => {
  const rename = (validFrom: string, name = 'Renamed') => ({ id: city.unit.clinic, validFrom: day(validFrom), name })
  const versions = () =>
    testing.database.prisma.unitVersion.findMany({
      where: { unitId: city.unit.clinic },
      orderBy: { validFrom: 'asc' },
      select: { name: true, validFrom: true, validTo: true },
    })

  test('ends the version in force the day before and begins a new one', async () => {
    await execute(testing.database, changeUnit, rename('2025-06-01'), caller)
    expect(await versions()).toEqual([
      { name: 'Unit clinic', validFrom: day('2020-01-01'), validTo: day('2025-05-31') },
      { name: 'Renamed', validFrom: day('2025-06-01'), validTo: null },
    ])
    expect(await testing.database.prisma.unit.findUnique({ where: { id: city.unit.clinic } })).toMatchObject({ name: 'Renamed' })
  })

  test('mends the version that began on the same day', async () => {
    await execute(testing.database, changeUnit, rename('2025-06-01', 'Mistyped'), caller)
    await execute(testing.database, changeUnit, rename('2025-06-01'), caller)
    expect((await versions()).map(({ name }) => name)).toEqual(['Unit clinic', 'Renamed'])
  })

  test('leaves today alone until the day has come, and then comes into force', async () => {
    const { prisma } = testing.database
    await execute(testing.database, changeUnit, { ...rename('2025-07-01'), parentId: city.unit.works }, caller)
    const today = () => prisma.unit.findUniqueOrThrow({ where: { id: city.unit.clinic }, select: { name: true, parentId: true } })
    expect(await today()).toEqual({ name: 'Unit clinic', parentId: city.unit.health })
    expect(await prisma.$transaction((tx) => applyDueChanges(tx, day('2025-06-30')))).toEqual({ units: 0, employees: 0 })
    expect(await prisma.$transaction((tx) => applyDueChanges(tx, day('2025-07-01')))).toEqual({ units: 1, employees: 0 })
    expect(await today()).toEqual({ name: 'Renamed', parentId: city.unit.works })
    expect(await prisma.unitAncestor.count({ where: { unitId: city.unit.ward, ancestorId: city.unit.works } })).toBe(1)
    expect(await prisma.unitAncestor.count({ where: { unitId: city.unit.ward, ancestorId: city.unit.health } })).toBe(0)
  })

  test('moves everything below the unit with it', async () => {
    await execute(
      testing.database,
      changeUnit,
      { id: city.unit.clinic, validFrom: day('2025-06-01'), parentId: city.unit.works },
      caller,
    )
    const above = await testing.database.prisma.unitAncestor.findMany({
      where: { unitId: city.unit.ward },
      orderBy: { distance: 'asc' },
    })
    expect(above.map(({ ancestorId }) => ancestorId)).toEqual([city.unit.ward, city.unit.clinic, city.unit.works, city.unit.city])
  })

  test('never lets a unit stand below itself, not even on a later day', async () => {
    const under = (id: string, parentId: string, validFrom: string) =>
      execute(testing.database, changeUnit, { id, parentId, validFrom: day(validFrom) }, caller)
    await expect(under(city.unit.health, city.unit.ward, '2025-06-01')).rejects.toMatchObject({ code: 'CASCADE_CYCLE' })
    await under(city.unit.works, city.unit.ward, '2025-09-01')
    await expect(under(city.unit.health, city.unit.works, '2025-06-01')).rejects.toMatchObject({ code: 'CASCADE_CYCLE' })
  })

  test('lets one of two moves that would close a circle together win', async () => {
    const move = (id: string, parentId: string) =>
      execute(testing.database, changeUnit, { id, parentId, validFrom: day('2025-06-01') }, caller)
    const both = await Promise.allSettled([move(city.unit.works, city.unit.health), move(city.unit.health, city.unit.works)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CASCADE_CYCLE' } })
  })

  test('refuses what lies before the last change, what changes nothing, and a closed unit', async () => {
    await execute(testing.database, changeUnit, rename('2025-06-01'), caller)
    await expect(execute(testing.database, changeUnit, rename('2025-05-01', 'Older'), caller)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      fields: { validFrom: {} },
    })
    await expect(execute(testing.database, changeUnit, rename('2025-06-10'), caller)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await expect(
      execute(testing.database, changeUnit, { ...rename('2025-06-10'), closedOn: day('2025-06-12') }, caller),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    const close = { id: city.unit.ward, validFrom: day('2025-06-01'), closedOn: day('2025-06-10') }
    await execute(testing.database, changeUnit, close, caller)
    await expect(execute(testing.database, changeUnit, { ...close, name: 'Again' }, caller)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
  })

  test('is refused outside the remit, also for the unit that it would move to', async () => {
    const actor = actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: city.unit.health }] })
    const move = { id: city.unit.ward, parentId: city.unit.works, validFrom: day('2025-06-01') }
    await expect(execute(testing.database, changeUnit, move, { actor, now })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(
      execute(testing.database, changeUnit, { ...move, id: city.unit.works, parentId: null }, { actor, now }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(
      execute(testing.database, changeUnit, { ...move, parentId: city.unit.health }, { actor, now }),
    ).resolves.toMatchObject({ parentId: city.unit.health })
  })

  test('writes one audit row with what changed', async () => {
    const rows = await auditOf(testing.database, () =>
      execute(testing.database, changeUnit, { ...rename('2025-06-01'), reason: 'Perwali 1/2025' }, caller),
    )
    expect(rows).toMatchObject([
      {
        event: 'unit.changed',
        entityId: city.unit.clinic,
        reason: 'Perwali 1/2025',
        changes: { name: ['Unit clinic', 'Renamed'], validFrom: ['2020-01-01', '2025-06-01'] },
      },
    ])
    expect(await countEvents(testing.database, 'unit.changed', city.unit.clinic)).toBe(1)
  })
})

test('the closure of the tree is rebuilt to what the parents say, from any state, also around a circle', async () => {
  const { prisma } = testing.database
  const rows = () => prisma.unitAncestor.findMany({ orderBy: [{ unitId: 'asc' }, { distance: 'asc' }] })
  const right = await rows()
  await prisma.unitAncestor.deleteMany({ where: { unitId: city.unit.ward } })
  await prisma.unitAncestor.create({ data: { unitId: city.unit.works, ancestorId: city.unit.ward, distance: 3 } })
  await prisma.unitAncestor.updateMany({ where: { unitId: city.unit.clinic }, data: { distance: 9 } })
  await prisma.$transaction((tx) => rebuildUnitClosure(tx))
  expect(await rows()).toEqual(right)
  await prisma.unit.update({ where: { id: city.unit.city }, data: { parentId: city.unit.ward } })
  await prisma.$transaction((tx) => rebuildUnitClosure(tx))
  expect(await prisma.unitAncestor.count({ where: { unitId: city.unit.ward } })).toBe(4)
})
