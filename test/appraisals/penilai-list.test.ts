import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { anonymous } from '../../server/identity/policy.ts'
import { schema } from '../../server/schema.ts'
import { cityDay } from '../city-day.ts'
import { createDemoDatabase } from '../demo-database.ts'

let city: Awaited<ReturnType<typeof createDemoDatabase>>
const now = cityDay

beforeAll(async () => {
  city = await createDemoDatabase()
})
afterAll(() => city.drop())

const person = (employeeId: string): Actor => ({
  ...anonymous,
  kind: 'USER',
  id: employeeId,
  employeeId,
  grants: [{ role: 'EMPLOYEE', unitId: null }],
})

async function listFor(actor: Actor, filter = '') {
  const { data, errors } = await graphql({
    schema,
    source: `{ appraisals(first: 100${filter}) { totalCount nodes { state employee { id superior { id } } } } }`,
    contextValue: createContext(city.database, actor, now, 'id'),
  })
  expect(errors).toBeUndefined()
  return (
    data as {
      appraisals: { totalCount: number; nodes: { state: string; employee: { id: string; superior: { id: string } | null } }[] }
    }
  ).appraisals
}

test('a penilai lists the appraisals of those whom they appraise', async () => {
  const { prisma } = city.database
  const penilai = await prisma.employee.findFirstOrThrow({
    where: { subordinates: { some: { subordinates: { none: {} }, appraisals: { some: {} } } } },
    orderBy: { id: 'asc' },
  })
  const { totalCount } = await listFor(person(penilai.id))
  const expected = await prisma.appraisal.count({
    where: {
      isCurrent: true,
      OR: [
        { employee: { OR: [{ superiorId: penilai.id }, { superior: { superiorId: penilai.id } }] } },
        { employeeId: penilai.id, state: { in: ['DISAMPAIKAN', 'KEBERATAN', 'PEMERIKSAAN', 'FINAL', 'TEREKSPOR'] } },
      ],
    },
  })
  expect(expected).toBeGreaterThan(0)
  expect(totalCount).toBe(expected)
})

test('no filter finds the own appraisal before it is delivered', async () => {
  const own = await city.database.prisma.appraisal.findFirstOrThrow({
    where: { state: 'TERBUKA', isCurrent: true, predikat: { not: null }, employee: { subordinates: { none: {} } } },
    orderBy: { id: 'asc' },
  })
  const { nodes } = await listFor(person(own.employeeId), `, filter: { predikat: ${own.predikat} }`)
  expect(nodes.filter(({ state }) => state === 'TERBUKA')).toEqual([])
})
