import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import { type Actor, anonymous } from '../../server/identity/policy.ts'
import { schema } from '../../server/schema.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorOf, createPeople, now, type People } from '../identity/people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
  await db.database.prisma.indicator.create({
    data: { code: 'RAHASIA-1', name: 'Rancangan pegawai', state: 'DRAFT' },
  })
})
afterAll(() => db.drop())

type Found = { employees: { nip: string }[]; units: { code: string }[]; indicators: { code: string }[] }

async function search(actor: Actor, text: string, first?: number) {
  const answer = await graphql({
    schema,
    source: `query ($text: String!, $first: Int) {
      search(text: $text, first: $first) { employees { nip } units { code } indicators { code } }
    }`,
    variableValues: { text, first },
    contextValue: createContext(db.database, actor, now, 'id'),
  })
  return {
    found: (answer.data as { search: Found } | null)?.search,
    code: (answer.errors?.[0]?.originalError as { code?: string } | undefined)?.code,
  }
}

test('a person is found by part of the name and by the NIP, with blanks or without', async () => {
  const admin = actorOf(people.users.admin)
  const nip = people.employees.nurse.nip
  for (const text of [nip, nip.slice(4, 12), `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`]) {
    expect((await search(admin, text)).found?.employees).toContainEqual({ nip })
  }
})

test('units are found by name or code, indicators by code, and no kind exceeds what was asked for', async () => {
  const admin = actorOf(people.users.admin)
  expect((await search(admin, 'dinkes')).found?.units).toEqual([{ code: 'DINKES' }])
  expect((await search(admin, 'rahasia')).found?.indicators).toEqual([{ code: 'RAHASIA-1' }])
  expect((await search(admin, '19', 1)).found?.employees).toHaveLength(1)
})

test('nothing is found that the person may not see: no colleague elsewhere, no draft', async () => {
  const { nurse, teacher } = people.users
  expect((await search(actorOf(nurse), people.employees.teacher.nip)).found).toEqual({ employees: [], units: [], indicators: [] })
  expect((await search(actorOf(nurse), people.employees.nurse.nip)).found?.employees).toEqual([
    { nip: people.employees.nurse.nip },
  ])
  expect((await search(actorOf(teacher), 'rahasia')).found?.indicators).toEqual([])
})

test('nobody searches without an identity, and not for a single letter', async () => {
  expect((await search(anonymous, 'dinkes')).code).toBe('UNAUTHENTICATED')
  const admin = actorOf(people.users.admin)
  for (const [text, first] of [
    ['d', 5],
    [' d ', 5],
    ['d'.repeat(101), 5],
    ['dinkes', 21],
    ['dinkes', 0],
  ] as const) {
    expect((await search(admin, text, first)).code).toBe('INVALID_INPUT')
  }
})
