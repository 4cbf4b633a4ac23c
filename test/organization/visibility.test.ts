import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import {
  type Actor,
  type Grant,
  type Permission,
  permissions,
  type RoleName,
  rolePermissions,
} from '../../server/identity/policy.ts'
import { canRead, canSee, type EmployeeFacts } from '../../server/organization/policy.ts'
import { visibleDataIssues } from '../../server/organization/queries/issues.ts'
import {
  type EmployeeView,
  employeesOf,
  privateEmployees,
  seesEmployee,
  unitIdsAbove,
  visibleEmployees,
  visibleUnits,
} from '../../server/organization/queries.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, createSmallCity, now, type SmallCity } from './small-city.ts'

let testing: TestDatabase
let city: SmallCity
let everybody: (EmployeeFacts & { unitId: string })[]

beforeAll(async () => {
  testing = await createTestDatabase()
  city = await createSmallCity(testing.database)
  const { prisma } = testing.database
  const rows = await prisma.employee.findMany({
    select: { id: true, unitId: true, superiorId: true, superior: { select: { superiorId: true } } },
  })
  everybody = await Promise.all(
    rows.map(async ({ id, unitId, superiorId, superior }) => ({
      id,
      unitId,
      superiorId,
      superiorsSuperiorId: superior?.superiorId ?? null,
      underUnitIds: await unitIdsAbove(prisma, unitId),
    })),
  )
  return () => testing.drop()
})

/** Any mixture of being somebody, holding roles here or everywhere, and being a token with some scopes. */
function anyActor(): fc.Arbitrary<Actor> {
  const roles = Object.keys(rolePermissions) as RoleName[]
  const grant: fc.Arbitrary<Grant> = fc.record({
    role: fc.constantFrom(...roles),
    unitId: fc.option(fc.constantFrom(...Object.values(city.unit)), { freq: 4 }),
  })
  return fc
    .record({
      employeeId: fc.option(fc.constantFrom(...Object.values(city.person)), { nil: undefined }),
      grants: fc.array(grant, { maxLength: 2 }),
      scopes: fc.option(fc.subarray(Object.keys(permissions) as Permission[]), { freq: 2 }),
    })
    .map((identity) => actorWith(identity))
}

const superiorsOf = (actor: Actor) => {
  const self = everybody.find(({ id }) => id === actor.employeeId)
  return [self?.superiorId, self?.superiorsSuperiorId].filter((id) => typeof id === 'string')
}

describe('what the database selects is what the policy allows, for every actor and every employee', () => {
  const views = {
    visible: [visibleEmployees, (actor, facts) => canSee(actor, facts, superiorsOf(actor))],
    private: [privateEmployees, (actor, facts) => canRead(actor, facts, 'organization.private')],
    appraisals: [(actor) => employeesOf(actor, 'appraisals.read'), (actor, facts) => canRead(actor, facts, 'appraisals.read')],
    discipline: [(actor) => employeesOf(actor, 'discipline.read'), (actor, facts) => canRead(actor, facts, 'discipline.read')],
    pembinaan: [(actor) => employeesOf(actor, 'pembinaan.read'), (actor, facts) => canRead(actor, facts, 'pembinaan.read')],
  } as const satisfies Record<EmployeeView, readonly [(actor: Actor) => object, (actor: Actor, facts: EmployeeFacts) => boolean]>

  for (const [view, [select, allows]] of Object.entries(views) as [EmployeeView, (typeof views)[EmployeeView]][]) {
    test(view, async () => {
      const { prisma } = testing.database
      await fc.assert(
        fc.asyncProperty(anyActor(), async (actor) => {
          const selected = await prisma.employee.findMany({ where: select(actor), select: { id: true } })
          const allowed = everybody.filter((facts) => allows(actor, facts)).map(({ id }) => id)
          expect(selected.map(({ id }) => id).sort()).toEqual(allowed.sort())
          const context = createContext(testing.database, actor, now, 'en')
          const seen = await Promise.all(everybody.map(async ({ id }) => ((await seesEmployee(context, id, view)) ? id : [])))
          expect(seen.flat().sort()).toEqual(allowed)
        }),
        { numRuns: 60 },
      )
    })
  }
})

test('whoever sees private data of an employee sees the employee', async () => {
  await fc.assert(
    fc.asyncProperty(anyActor(), async (actor) => {
      fc.pre(actor.scopes === null)
      for (const facts of everybody) {
        if (canRead(actor, facts, 'organization.private')) expect(canSee(actor, facts, superiorsOf(actor))).toBe(true)
      }
    }),
  )
})

test('a data issue exists for whoever could mend it, and for nobody else', async () => {
  const { prisma } = testing.database
  const issue = (key: string, of: { employeeId?: string; unitId?: string }) => ({
    code: 'GAP',
    detail: '',
    dedupeKey: key,
    ...of,
  })
  await prisma.dataIssue.createMany({
    data: [
      issue('nurse', { employeeId: city.person.nurse, unitId: city.unit.works }),
      issue('works', { unitId: city.unit.works }),
      issue('city', {}),
    ],
  })
  const seenBy = async (unitId: string | null, role: RoleName = 'TIM_KINERJA') => {
    const where = visibleDataIssues(actorWith({ grants: [{ role, unitId }] }))
    return (await prisma.dataIssue.findMany({ where, orderBy: { dedupeKey: 'asc' } })).map(({ dedupeKey }) => dedupeKey)
  }
  expect(await seenBy(null)).toEqual(['city', 'nurse', 'works'])
  expect(await seenBy(city.unit.health)).toEqual(['nurse'])
  expect(await seenBy(city.unit.works)).toEqual(['works'])
  expect(await seenBy(null, 'INSPECTOR')).toEqual([])
})

test('units are for everybody who is signed in', async () => {
  const count = (actor: Actor) => testing.database.prisma.unit.count({ where: visibleUnits(actor) })
  expect(await count(actorWith({}))).toBe(Object.keys(city.unit).length)
  expect(await count(actorWith({ kind: 'ANONYMOUS' }))).toBe(0)
})
