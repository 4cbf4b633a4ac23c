import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import { deleteView, saveView, shareView, updateView } from '../../server/identity/commands/views.ts'
import type { ViewList } from '../../server/identity/rules/view-lists.ts'
import { encodeId } from '../../server/list.ts'
import { schema } from '../../server/schema.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorOf, as, createPeople, expectAudited, now, outcomes, type People } from './people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
})
afterAll(() => db.drop())

const search = `filter=${encodeURIComponent('{"legalStanding":"AKTIF"}')}&sort=fullName&order=ASC`
const view = { resource: 'employees' as ViewList, name: 'Aktif', search, hiddenColumns: ['golongan'], isDense: true }
const idOf = ({ id }: { id: string }) => encodeId('SavedView', id)

type User = People['users']['admin']

async function seenBy(user: User, resource: string): Promise<string[]> {
  const answer = await graphql({
    schema,
    source: `query { savedViews(resource: "${resource}", first: 100) { totalCount nodes { name ownerName isMine search hiddenColumns isDense } } }`,
    contextValue: createContext(db.database, actorOf(user), now, 'id'),
  })
  expect(answer.errors).toBeUndefined()
  const { savedViews } = answer.data as unknown as { savedViews: { totalCount: number; nodes: { name: string }[] } }
  expect(savedViews.totalCount).toBe(savedViews.nodes.length)
  return savedViews.nodes.map(({ name }) => name)
}

test('a view is kept for its owner alone, under a name that they use once for a list', async () => {
  const { nurse, teacher } = people.users
  const saved = await as(db.database, nurse)(saveView, view)
  await expectAudited(db.database, 'view.saved', nurse, saved.id)
  expect(await seenBy(nurse, 'employees')).toEqual(['Aktif'])
  expect(await seenBy(nurse, 'units')).toEqual([])
  expect(await seenBy(teacher, 'employees')).toEqual([])
  await expect(as(db.database, nurse)(saveView, view)).rejects.toMatchObject({ code: 'CONFLICT' })
  await as(db.database, teacher)(saveView, view)
})

test('of two requests with one name at once, one wins', async () => {
  const run = as(db.database, people.users.teacher)
  const twice = { ...view, name: 'Bersamaan' }
  expect(await outcomes([run(saveView, twice), run(saveView, twice)])).toEqual(['CONFLICT', 'done'])
})

test('the address of a view holds what lists read, and nothing else', async () => {
  const run = as(db.database, people.users.nurse)
  const refused = [
    'page=3',
    'filter=%7B%7D&filter=%7B%7D',
    'redirect=https://example.org',
    `filter=${'a'.repeat(4_000)}`,
    'sort=a\u0000',
  ]
  for (const wrong of refused) {
    await expect(run(saveView, { ...view, name: 'Salah', search: wrong })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  await expect(run(saveView, { ...view, resource: 'secrets' as ViewList })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(run(saveView, { ...view, name: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('a list that somebody may not open has no views for them, shared or not', async () => {
  const { admin, nurse } = people.users
  await expect(as(db.database, nurse)(saveView, { ...view, resource: 'users', name: 'x' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  const id = idOf(await as(db.database, admin)(saveView, { ...view, resource: 'users', name: 'Nonaktif', search: '' }))
  await as(db.database, admin)(shareView, { id, audience: 'SHARED' })
  expect(await seenBy(nurse, 'users')).toEqual([])
  await expect(as(db.database, nurse)(deleteView, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a shared view is seen by colleagues, who may not change it, and is taken back', async () => {
  const { nurse, teacher } = people.users
  const saved = await as(db.database, nurse)(saveView, { ...view, name: 'Bersama' })
  const id = idOf(saved)
  await expect(as(db.database, teacher)(updateView, { id, name: 'Lain' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await as(db.database, nurse)(shareView, { id, audience: 'SHARED' })
  await expectAudited(db.database, 'view.shared', nurse, saved.id)
  expect(await seenBy(teacher, 'employees')).toContain('Bersama')
  const run = as(db.database, teacher)
  const attempts = [run(updateView, { id, name: 'Lain' }), run(shareView, { id, audience: 'PRIVATE' }), run(deleteView, { id })]
  expect(await outcomes(attempts)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
  const other = idOf(await as(db.database, nurse)(saveView, { ...view, name: 'Kedua' }))
  await expect(as(db.database, nurse)(updateView, { id: other, name: 'Bersama' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await as(db.database, nurse)(updateView, { id, name: 'Bersama kami', isDense: null })
  await expectAudited(db.database, 'view.changed', nurse, saved.id)
  expect(await db.database.prisma.savedView.findUniqueOrThrow({ where: { id: saved.id } })).toMatchObject({
    name: 'Bersama kami',
    search,
    columns: ['golongan'],
    isDense: null,
  })
  await as(db.database, nurse)(shareView, { id, audience: 'PRIVATE' })
  expect(await seenBy(teacher, 'employees')).not.toContain('Bersama kami')
})

test('only an administrator of the city sets the default of a role, one for each list, and its holders see it', async () => {
  const { admin, healthAdmin, nurse, inspector } = people.users
  const make = async (name: string) => idOf(await as(db.database, admin)(saveView, { ...view, name }))
  const [first, second] = [await make('Bawaan lama'), await make('Bawaan baru')]
  const own = idOf(await as(db.database, nurse)(saveView, { ...view, name: 'Milik perawat' }))
  for (const user of [nurse, healthAdmin]) {
    const code = user === nurse ? 'FORBIDDEN' : 'NOT_FOUND'
    const asDefault = { id: own, audience: 'ROLE_DEFAULT', role: 'EMPLOYEE' } as const
    await expect(as(db.database, user)(shareView, asDefault)).rejects.toMatchObject({ code })
  }
  await expect(as(db.database, admin)(shareView, { id: first, audience: 'ROLE_DEFAULT' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  await as(db.database, admin)(shareView, { id: first, audience: 'ROLE_DEFAULT', role: 'EMPLOYEE' })
  expect(await seenBy(nurse, 'employees')).toContain('Bawaan lama')
  expect(await seenBy(inspector, 'employees')).not.toContain('Bawaan lama')
  await as(db.database, admin)(shareView, { id: second, audience: 'ROLE_DEFAULT', role: 'EMPLOYEE' })
  const defaults = await db.database.prisma.savedView.findMany({ where: { role: 'EMPLOYEE' } })
  expect(defaults.map(({ name }) => name)).toEqual(['Bawaan baru'])
  expect(await seenBy(inspector, 'employees')).toContain('Bawaan lama')
})

test('a view is deleted once, by its owner or, when others see it, by an administrator of the city', async () => {
  const { admin, nurse } = people.users
  const saved = await as(db.database, nurse)(saveView, { ...view, name: 'Sementara' })
  const id = idOf(saved)
  await expect(as(db.database, admin)(deleteView, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const run = as(db.database, nurse)
  expect(await outcomes([run(deleteView, { id }), run(deleteView, { id })])).toEqual(['NOT_FOUND', 'done'])
  await expectAudited(db.database, 'view.deleted', nurse, saved.id)
  const shared = idOf(await run(saveView, { ...view, name: 'Usang' }))
  await run(shareView, { id: shared, audience: 'SHARED' })
  await as(db.database, admin)(deleteView, { id: shared })
})

test('a person keeps at most 50 views of one list', async () => {
  const { inspector } = people.users
  const rows = Array.from({ length: 50 }, (_, index) => ({
    ownerId: inspector.id,
    resource: 'units',
    name: `${index}`,
    search: '',
  }))
  await db.database.prisma.savedView.createMany({ data: rows })
  const more = { ...view, resource: 'units' as ViewList }
  await expect(as(db.database, inspector)(saveView, more)).rejects.toMatchObject({ code: 'WRONG_STATE' })
})
