import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { preparePeriod } from '../../server/appraisals/commands/periods.ts'
import { createContext } from '../../server/context.ts'
import { setLanguage } from '../../server/identity/commands/preferences.ts'
import { type Actor, anonymous, systemActor } from '../../server/identity/policy.ts'
import { createUnit } from '../../server/organization/commands/units.ts'
import { schema } from '../../server/schema.ts'
import { execute } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { createPeople, now, type People } from '../identity/people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
  const caller = { actor: systemActor('Bagian Kepegawaian'), now }
  await execute(db.database, preparePeriod, { year: 2026 }, caller)
  const unit = { code: '9', name: 'Dinas Baru', type: 'DINAS', validFrom: now, isServiceUnit: false } as const
  await execute(db.database, createUnit, { ...unit, parentId: people.units.city.id }, caller)
})
afterAll(() => db.drop())

type Told = { event: string; doer: string | null; subject: string | null; subjectId: string | null }

async function toldTo(actor: Actor): Promise<Told[]> {
  const source = '{ activity(first: 20) { totalCount nodes { event doer subject subjectId } } }'
  const contextValue = createContext(db.database, actor, now, 'id')
  const { data, errors } = await graphql({ schema, source, contextValue })
  expect(errors).toBeUndefined()
  const { totalCount, nodes } = (data as { activity: { totalCount: number; nodes: Told[] } }).activity
  expect(totalCount).toBe(nodes.length)
  return nodes
}

const person = (id: string, role: 'ADMIN' | 'EMPLOYEE'): Actor => ({
  ...anonymous,
  kind: 'USER',
  id,
  grants: [{ role, unitId: null }],
})

test('whoever may see the organisation reads what was done to it, by whom, and what it is called', async () => {
  const told = await toldTo(person(people.users.admin.id, 'ADMIN'))
  expect(told.map(({ event, doer, subject }) => [event, doer, subject])).toEqual([
    ['unit.created', 'Bagian Kepegawaian', 'Dinas Baru'],
    ['period.prepared', 'Bagian Kepegawaian', '2026'],
  ])
})

test('an employee hears of the periods alone, without the name of who did it', async () => {
  const told = await toldTo(person(people.users.nurse.id, 'EMPLOYEE'))
  expect(told.map(({ event, doer, subject }) => [event, doer, subject])).toEqual([['period.prepared', null, '2026']])
})

test('what belongs to the trail alone is told to nobody here, not even to who did it', async () => {
  const me = person(people.users.nurse.id, 'EMPLOYEE')
  await execute(db.database, setLanguage, { language: 'EN' }, { actor: me, now })
  expect((await toldTo(me)).map(({ event }) => event)).toEqual(['period.prepared'])
})
