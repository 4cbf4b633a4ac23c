import { graphql } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { addNote, changeNote } from '../../server/audit/commands/notes.ts'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { schema } from '../../server/schema.ts'
import { execute } from '../../server/transact.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, createSmallCity, now, type SmallCity } from '../organization/small-city.ts'

let testing: TestDatabase
let city: SmallCity
let author: Actor
let other: Actor

beforeAll(async () => {
  testing = await createTestDatabase()
  city = await createSmallCity(testing.database)
  const user = (username: string) =>
    testing.database.prisma.user.create({ data: { username, displayName: username, passwordHash: '' }, select: { id: true } })
  const grants = [{ role: 'TIM_KINERJA', unitId: null }] as const
  author = { ...actorWith({ grants }), id: (await user('author')).id }
  other = { ...actorWith({ grants }), id: (await user('other')).id }
  return () => testing.drop()
})

const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const add = (actor: Actor, type: 'Employee' | 'Unit', id: string, text = 'Periksa SK') =>
  execute(testing.database, addNote, { record: { type, id }, text }, { actor, now })
const change = (actor: Actor, id: string, textBefore: string, text: string, at = now) =>
  execute(testing.database, changeNote, { id, textBefore, text }, { actor, now: at })

describe('a note', () => {
  test('is written on a record, audited with its text', async () => {
    const rows = await auditOf(testing.database, () => add(author, 'Employee', city.person.nurse))
    expect(rows).toMatchObject([{ event: 'note.added', entityType: 'Note', changes: { text: [null, 'Periksa SK'] } }])
  })

  test('is refused on a record that the actor does not see, as if there were none, and to tokens', async () => {
    const nurse = actorWith({ employeeId: city.person.nurse })
    await expect(add(nurse, 'Employee', city.person.clinicHead)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(add(nurse, 'Unit', city.unit.ward)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const token = actorWith({ kind: 'TOKEN', grants: [{ role: 'INTEGRATOR', unitId: null }], scopes: ['organization.private'] })
    await expect(add(token, 'Employee', city.person.nurse)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(add(author, 'Employee', city.person.nurse, ' ')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('is mended by its author for a day, by nobody else, and never after', async () => {
    const { id } = await add(author, 'Unit', city.unit.ward, 'satu')
    const rows = await auditOf(testing.database, () => change(author, id, 'satu', 'dua', later(23)))
    expect(rows).toMatchObject([{ event: 'note.changed', changes: { text: ['satu', 'dua'] } }])
    await expect(change(author, id, 'satu', 'tiga', later(23))).rejects.toMatchObject({ code: 'STALE_VERSION' })
    await expect(change(other, id, 'dua', 'tiga', later(1))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(change(author, id, 'dua', 'tiga', later(24))).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  test('keeps one of two changes that come at once', async () => {
    const { id } = await add(author, 'Unit', city.unit.works, 'satu')
    const outcomes = await Promise.allSettled([change(author, id, 'satu', 'dua'), change(author, id, 'satu', 'tiga')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('stands on one record only', async () => {
    const both = { employeeId: city.person.nurse, unitId: city.unit.ward }
    const row = { ...both, authorLabel: 'x', text: 'x', createdAt: now }
    await expect(testing.database.prisma.note.create({ data: row })).rejects.toThrow()
  })
})

describe('notes are shown', () => {
  async function notes(actor: Actor, kind: 'employee' | 'unit', id: string) {
    const source = `query ($id: ID!) { ${kind}(id: $id) { notes { totalCount nodes { text authorLabel recordId actions { name enabled } } } } }`
    const variableValues = { id: encodeId(kind === 'unit' ? 'Unit' : 'Employee', id) }
    const contextValue = createContext(testing.database, actor, now, 'en')
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
    const record = (data as Record<string, { notes: { totalCount: number; nodes: { text: string }[] } | null } | null> | null)?.[
      kind
    ]
    return { notes: record?.notes ?? null, isRefused: errors !== undefined }
  }

  test('to those who may see the closed side of the record, with what they may do', async () => {
    await add(author, 'Employee', city.person.midwife, 'rahasia')
    const seen = { totalCount: 1, nodes: [{ text: 'rahasia', recordId: encodeId('Employee', city.person.midwife) }] }
    const mine = (await notes(author, 'employee', city.person.midwife)).notes
    expect(mine).toMatchObject(seen)
    expect(mine?.nodes[0]).toMatchObject({ actions: [{ name: 'CHANGE_NOTE', enabled: true }] })
    for (const actor of [
      other,
      actorWith({ employeeId: city.person.midwife }),
      actorWith({ employeeId: city.person.wardHead }),
    ]) {
      const { notes: found } = await notes(actor, 'employee', city.person.midwife)
      expect(found).toMatchObject({ ...seen, nodes: [{ actions: [{ enabled: false }] }] })
    }
  })

  test('to nobody else: not to subordinates, plain employees, tokens or the public', async () => {
    await add(author, 'Employee', city.person.wardHead, 'rahasia')
    const strangers = [actorWith({ employeeId: city.person.nurse }), actorWith({ kind: 'ANONYMOUS' })]
    for (const actor of strangers) {
      expect(await notes(actor, 'employee', city.person.wardHead)).toEqual({ notes: null, isRefused: true })
      expect(await notes(actor, 'unit', city.unit.ward)).toEqual({ notes: null, isRefused: true })
    }
    const token = actorWith({ kind: 'TOKEN', grants: [{ role: 'INTEGRATOR', unitId: null }] })
    expect(await notes(token, 'employee', city.person.wardHead)).toEqual({ notes: null, isRefused: true })
    const elsewhere = actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: city.unit.works }] })
    expect((await notes(elsewhere, 'unit', city.unit.ward)).notes).toMatchObject({ totalCount: 0, nodes: [] })
  })
})
