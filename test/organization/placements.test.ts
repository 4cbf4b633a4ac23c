import { graphql } from 'graphql'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { placeEmployee } from '../../server/organization/commands/placements.ts'
import { changeUnit } from '../../server/organization/commands/units.ts'
import { schema } from '../../server/schema.ts'
import { execute } from '../../server/transact.ts'
import { auditOf } from '../audit-rows.ts'
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
const ofHealth = () => actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: city.unit.health }] })

describe('placeEmployee', () => {
  const place = (input: object = {}, as = caller) =>
    execute(
      testing.database,
      placeEmployee,
      { employeeId: city.person.nurse, unitId: city.unit.clinic, validFrom: day('2025-03-01'), ...input },
      as,
    )

  test('ends the position in force the day before, begins another one, and resolves the issue of a closed unit', async () => {
    const { prisma } = testing.database
    const employeeId = city.person.nurse
    await prisma.dataIssue.create({ data: { code: 'ORPHAN_POST', employeeId, detail: 'x', dedupeKey: `orphan ${employeeId}` } })
    const rows = await auditOf(testing.database, () => place({ decreeNumber: '800/1', reason: 'SK' }))
    expect(rows).toMatchObject([{ event: 'employee.placed', entityId: employeeId, reason: 'SK' }])
    const after = await prisma.employee.findUniqueOrThrow({
      where: { id: employeeId },
      include: { positions: { orderBy: { validFrom: 'asc' } }, dataIssues: true },
    })
    expect(after).toMatchObject({
      unitId: city.unit.clinic,
      positionTitle: 'Position of nurse',
      positionFrom: day('2025-03-01'),
      positions: [
        { validFrom: day('2020-01-01'), validTo: day('2025-02-28') },
        { validFrom: day('2025-03-01'), validTo: null, unitId: city.unit.clinic, unitName: 'Unit clinic', decreeNumber: '800/1' },
      ],
      dataIssues: [{ state: 'RESOLVED' }],
    })
  })

  test('is refused outside the remit, at both ends', async () => {
    const as = { actor: ofHealth(), now }
    await expect(place({ unitId: city.unit.works }, as)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(place({ employeeId: city.person.engineer }, as)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(place({}, as)).resolves.toMatchObject({ unitId: city.unit.clinic })
  })

  test('is refused in the future, before the last position, into a closed unit, and where nothing changes', async () => {
    await expect(place({ validFrom: day('2025-06-16') })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(place({ validFrom: day('2019-12-31') })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(place({ unitId: city.unit.ward })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await execute(
      testing.database,
      changeUnit,
      { id: city.unit.ward, validFrom: day('2025-01-01'), closedOn: day('2025-02-01') },
      caller,
    )
    const intoClosed = place({ employeeId: city.person.engineer, unitId: city.unit.ward })
    await expect(intoClosed).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  test('happens once when two do it at the same time', async () => {
    const outcomes = await Promise.allSettled([place(), place()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const positions = await testing.database.prisma.positionRecord.count({ where: { employeeId: city.person.nurse } })
    expect(positions).toBe(2)
  })
})

type Preview = { unitMovePreview: Record<string, unknown> | null }

describe('the preview of a move', () => {
  async function preview(unit: string, parent: string, actor: Actor = admin, validFrom = '2025-07-01') {
    const contextValue = createContext(testing.database, actor, now, 'en')
    const source = `query ($id: ID!, $parentId: ID!, $validFrom: Date!) { unitMovePreview(id: $id, parentId: $parentId, validFrom: $validFrom) {
      pathBefore pathAfter units people appraisals isAllowed refusal } }`
    const variableValues = { id: encodeId('Unit', unit), parentId: encodeId('Unit', parent), validFrom }
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
    return { preview: (data as Preview | null)?.unitMovePreview, errors }
  }

  test('tells the path before and after, and how many people and units move along', async () => {
    expect((await preview(city.unit.clinic, city.unit.works)).preview).toEqual({
      pathBefore: ['Unit city', 'Unit health', 'Unit clinic'],
      pathAfter: ['Unit city', 'Unit works', 'Unit clinic'],
      units: 2,
      people: 4,
      appraisals: 0,
      isAllowed: true,
      refusal: null,
    })
  })

  test('refuses what the command would refuse, with the reason', async () => {
    const circle = (await preview(city.unit.health, city.unit.ward)).preview
    expect(circle).toMatchObject({ isAllowed: false, pathAfter: [], refusal: expect.stringContaining('below this unit') })
    const stays = (await preview(city.unit.clinic, city.unit.health)).preview
    expect(stays).toMatchObject({ isAllowed: false, refusal: expect.stringContaining('already') })
    expect((await preview(city.unit.clinic, city.unit.works, ofHealth())).preview).toMatchObject({ isAllowed: false })
    expect((await preview(city.unit.clinic, city.unit.works, admin, '2019-01-01')).preview).toMatchObject({ isAllowed: false })
  })

  test('is not for those who change no unit', async () => {
    const { preview: answer, errors } = await preview(
      city.unit.clinic,
      city.unit.works,
      actorWith({ employeeId: city.person.nurse }),
    )
    expect(answer ?? null).toBeNull()
    expect(errors?.[0]?.message).toBe('You may not see this.')
  })
})
