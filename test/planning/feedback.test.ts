import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../server/identity/policy.ts'
import { changeFeedback, counterFeedback, giveFeedback } from '../../server/planning/commands/feedback.ts'
import { unseal } from '../../server/planning/commands/sealing.ts'
import {
  counterUnnamedFeedback,
  feedbackDay,
  handInFeedback,
  publishFeedback,
} from '../../server/planning/commands/unnamed-feedback.ts'
import { visibleFeedback } from '../../server/planning/queries/feedback.ts'
import { type QuarterKeys, quarterKeysIn } from '../../server/quarter-keys.ts'
import { eventsOf, expectRefusal } from '../appraisals/factory.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { newEmployee } from '../organization/small-city.ts'
import { now, PlanningCity } from './factory.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const folder = mkdtempSync(join(tmpdir(), 'tera-keys-'))

let server: TestDatabase
let city: PlanningCity
let keys: QuarterKeys
let owner: pg.Client

beforeAll(async () => {
  server = await createTestDatabase()
  city = await PlanningCity.create(server.database)
  keys = quarterKeysIn(folder)
  owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  // Two more colleagues in the ward: three subordinates and peers enough for a group.
  const { unit, person } = city.planned.city
  for (const [index, name] of ['third', 'fourth'].entries()) {
    const data = newEmployee(50 + index, name, unit.ward, person.wardHead)
    await server.database.prisma.employee.create({ data })
  }
})
afterAll(async () => {
  await owner.end()
  await server.drop()
  rmSync(folder, { recursive: true })
})

const said = (text: string) => ({ tone: 'POSITIF' as const, value: 'HA' as const, text })
const about = (key: 'nurse' | 'wardHead' | 'midwife') => city.employeeId(key)

async function actorNamed(name: string) {
  const { id } = await server.database.prisma.employee.findFirstOrThrow({ where: { name } })
  return { ...city.person('nurse'), id: null, label: name, employeeId: id }
}

type Stored = { readonly table: string; readonly xmin: string; readonly ctid: string; readonly text: string }

/** Everything that the database holds, row by row as text, with the transaction and the place of each. */
async function everything(): Promise<Stored[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'",
  )
  const all: Stored[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<Omit<Stored, 'table'>>(
      `SELECT xmin::text, ctid::text, to_jsonb(t)::text AS text FROM ${owner.escapeIdentifier(name)} t ORDER BY ctid`,
    )
    all.push(...rows.map((row) => ({ table: name, ...row })))
  }
  return all
}

test('a leader speaks under their name: read at once, mended for a day, then corrected by an entry beside it', async () => {
  const head = city.person('wardHead')
  const at = new Date()
  const id = await city.do(head, giveFeedback, { employeeId: about('nurse'), ...said('Well handled') }, at)
  const own = await server.database.prisma.feedback.findMany({ where: visibleFeedback(city.person('nurse')) })
  expect(own).toMatchObject([{ id, group: 'PIMPINAN', authorId: head.employeeId }])
  await city.do(head, changeFeedback, { id: `feedback_${id}`, ...said('Very well handled') }, at)
  await expectRefusal(
    city.do(city.person('nurse'), changeFeedback, { id: `feedback_${id}`, ...said('Not mine') }, at),
    'FORBIDDEN',
  )
  const later = new Date(at.getTime() + 24 * 3_600_000 + 1)
  await expectRefusal(city.do(head, changeFeedback, { id: `feedback_${id}`, ...said('Not so well') }, later), 'WRONG_STATE')
  const counter = await city.do(
    head,
    counterFeedback,
    { id: `feedback_${id}`, tone: 'NEGATIF', text: 'It was somebody else' },
    later,
  )
  expect(await eventsOf(server.database, id)).toEqual(['feedback.given', 'feedback.changed'])
  expect(await eventsOf(server.database, counter)).toEqual(['feedback.countered'])
  await expectRefusal(
    city.do(head, giveFeedback, { employeeId: city.employeeId('wardHead'), ...said('I am good') }),
    'SELF_APPRAISAL',
  )
  await expectRefusal(city.do(city.person('midwife'), giveFeedback, { employeeId: about('nurse'), ...said('Nice') }), 'FORBIDDEN')
  await expectRefusal(
    city.do(city.person('engineer'), giveFeedback, { employeeId: about('nurse'), ...said('Nice') }),
    'NOT_FOUND',
  )
  await expectRefusal(
    city.do(head, giveFeedback, { employeeId: about('nurse'), tone: 'POSITIF', text: 'Tied to nothing' }),
    'INVALID_INPUT',
  )
})

test('the database itself refuses a change after 24 hours, and any removal', async () => {
  const { id } = await server.database.prisma.feedback.findFirstOrThrow({ where: { counterOfId: null } })
  await owner.query('ALTER TABLE feedback DISABLE TRIGGER feedback_immutable')
  await owner.query("UPDATE feedback SET created_at = clock_timestamp() - interval '25 hours' WHERE id = $1", [id])
  await owner.query('ALTER TABLE feedback ENABLE TRIGGER feedback_immutable')
  await expect(owner.query("UPDATE feedback SET text = 'x' WHERE id = $1", [id])).rejects.toThrow('immutable')
  await expect(owner.query('DELETE FROM feedback WHERE id = $1', [id])).rejects.toThrow('counter-entry')
})

test('whoever reads the whole database finds no author of unnamed feedback, while it waits and after it was published', async () => {
  const authors = ['nurse', 'midwife', 'third', 'fourth']
  const before = await everything()
  const known = new Set(before.map(({ table, text }) => table + text))
  const receipts: string[] = []
  const rows = await auditOf(server.database, async () => {
    for (const name of authors) {
      for (const text of [`First of ${name.length}`, `Second of ${name.length}`]) {
        const caller = { actor: await actorNamed(name), now }
        const { receipt, group } = await handInFeedback(
          server.database,
          keys,
          { employeeId: about('wardHead'), ...said(text) },
          caller,
        )
        expect(group).toBe('BAWAHAN')
        receipts.push(receipt)
      }
    }
  })
  // Nothing at all is written down of handing in: neither who nor when.
  expect(rows).toEqual([])
  const waiting = (await everything()).filter(({ table, text }) => !known.has(table + text))
  expect(waiting.map(({ table }) => table)).toEqual(Array(8).fill('feedback_intake'))
  expect(new Set(waiting.map(({ text }) => text.length)).size).toBe(1)

  const publishing = await auditOf(server.database, () =>
    feedbackDay(server.database, keys, day('2026-01-09'), new Date('2026-01-09T01:00:00Z')),
  )
  expect(publishing).toMatchObject([{ event: 'feedback.published', actorKind: 'SYSTEM', actorId: null, device: null }])

  const published = (await everything()).filter(({ table, text }) => !known.has(table + text))
  const employees = await server.database.prisma.employee.findMany({ where: { name: { in: authors } } })
  const users = await server.database.prisma.user.findMany({ where: { employeeId: { in: employees.map(({ id }) => id) } } })
  const names = [
    ...employees.flatMap(({ id, nip, name }) => [id, nip, name]),
    ...users.flatMap(({ id, username }) => [id, username]),
  ]
  for (const { table, text } of published)
    expect(
      names.filter((name) => text.includes(name)),
      `${table}: ${text}`,
    ).toEqual([])

  // One transaction for all of them, which touched no row that names anybody but the ratee: no order of writing, no neighbour in time.
  const entries = published.filter(({ table }) => table === 'feedback')
  expect(entries).toHaveLength(8)
  expect(new Set(entries.map(({ xmin }) => xmin)).size).toBe(1)
  expect(
    entries.every(({ text }) => /"created_at": null/.test(text) && /"author_id": null/.test(text) && !/\d\d:\d\d/.test(text)),
  ).toBe(true)
  expect(before.filter(({ xmin }) => xmin === entries[0]?.xmin)).toEqual([])
  expect(published.filter(({ table }) => table === 'feedback_intake')).toEqual([])

  // Counting marks: one for each contributor, on no entry, and not to be made again from anything in the database.
  const tags = await server.database.prisma.feedbackContributor.findMany()
  expect(tags).toHaveLength(4)
  expect(entries.some(({ text }) => tags.some(({ tag }) => text.includes(tag)))).toBe(false)
  const { id: rateeId } = { id: city.planned.city.person.wardHead }
  const guesses = employees.flatMap(({ id }) => {
    const text = `${id}|${rateeId}|BAWAHAN`
    const secrets = ['', id, rateeId, '2026-TW1', ...published.map((row) => row.text), ...tags.map(({ tag }) => tag)]
    return [
      createHash('sha256').update(text).digest('base64url'),
      ...secrets.map((key) => createHmac('sha256', key).update(text).digest('base64url')),
    ]
  })
  expect(tags.filter(({ tag }) => guesses.includes(tag))).toEqual([])

  // The holder of the receipt alone corrects an entry, from the next day on.
  const caller = { actor: await actorNamed('third'), now: new Date('2026-01-09T02:00:00Z') }
  const correction = { receipt: receipts[0] ?? '', tone: 'NEGATIF' as const, text: 'I was wrong' }
  await counterUnnamedFeedback(server.database, keys, correction, caller)
  await expectRefusal(
    counterUnnamedFeedback(server.database, keys, { ...correction, receipt: 'x'.repeat(43) }, caller),
    'NOT_FOUND',
  )
})

test('a seal opens with its own key alone', async () => {
  const { sealed, periodKey } = await server.database.prisma.feedbackIntake.findFirstOrThrow()
  expect(unseal(await keys.keyOf(periodKey), periodKey, sealed)).toMatchObject({ text: 'I was wrong' })
  expect(() => unseal(Buffer.alloc(32), periodKey, sealed)).toThrow()
  expect(JSON.stringify([...Buffer.from(sealed)])).not.toContain(JSON.stringify([...Buffer.from('I was wrong')]).slice(1, -1))
})

test('a group below three contributors is held back, and shown whole with the third', async () => {
  const give = async (name: string, text: string, at: Date) => {
    await handInFeedback(
      server.database,
      keys,
      { employeeId: about('nurse'), ...said(text) },
      { actor: await actorNamed(name), now: at },
    )
  }
  const peers = { group: 'REKAN' as const, AND: [visibleFeedback(city.person('nurse'))] }
  const at = new Date('2026-01-12T02:00:00Z')
  await give('midwife', 'One', at)
  await give('midwife', 'One again', at)
  await give('third', 'Two', at)
  await feedbackDay(server.database, keys, day('2026-01-13'), new Date('2026-01-13T01:00:00Z'))
  expect(await server.database.prisma.feedback.count({ where: { group: 'REKAN' } })).toBe(3)
  expect(await server.database.prisma.feedback.count({ where: peers })).toBe(0)
  await give('fourth', 'Three', new Date('2026-01-13T02:00:00Z'))
  // A single entry waits for company, because whoever compared two days would know whose it is.
  await feedbackDay(server.database, keys, day('2026-01-14'), new Date('2026-01-14T01:00:00Z'))
  expect(await server.database.prisma.feedback.count({ where: peers })).toBe(0)
  // The quarter does not end without it; then its key is thrown away.
  await feedbackDay(server.database, keys, day('2026-04-01'), new Date('2026-04-01T01:00:00Z'))
  expect(await server.database.prisma.feedback.count({ where: peers })).toBe(4)
  expect(await keys.find('2026-TW1')).toBeNull()
})

test('only the job publishes', async () => {
  await expectRefusal(city.do(city.person('nurse'), publishFeedback(keys), { today: day('2026-04-02') }), 'FORBIDDEN')
  expect(await city.do(systemActor('test'), publishFeedback(keys), { today: day('2026-04-02') })).toEqual({
    published: 0,
    unreadable: 0,
  })
})

test('nobody but the ratee and the leader who wrote reads feedback', async () => {
  const { prisma } = server.database
  for (const key of ['clinicHead', 'midwife', 'engineer', 'secretary'] as const) {
    expect(await prisma.feedback.count({ where: visibleFeedback(city.person(key)) }), key).toBe(0)
  }
})
