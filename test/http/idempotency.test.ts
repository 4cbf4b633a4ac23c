import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { forgetAttempts } from '../../server/idempotency.ts'
import { countEvents } from '../audit-rows.ts'
import { type Answer, codesOf, head, startTestServer, type TestServer } from './server.ts'

let server: TestServer
let headers: { authorization: string }
beforeAll(async () => {
  server = await startTestServer()
  headers = await server.tokenOf('ADMIN')
})
afterAll(() => server.stop())

const document = `mutation ($input: CreateUserInput!) {
  createUser(input: $input) { password user { id username } }
}`
const createTwo = `mutation ($first: CreateUserInput!, $second: CreateUserInput!) {
  first: createUser(input: $first) { user { username } }
  second: createUser(input: $second) { user { username } }
}`

const person = (username: string) => ({ username, displayName: `Nama ${username}` })
const send = (username: string, key: string, on = server) =>
  on.ask(document, { input: person(username) }, { ...headers, 'idempotency-key': key })

const passwordOf = ({ data }: Answer) => {
  const { password } = (data?.createUser as { password?: string } | undefined) ?? {}
  if (!password) throw new Error('No user was created.')
  return password
}

async function createdOf(username: string): Promise<number> {
  const users = await server.database.database.prisma.user.findMany({ where: { username } })
  const events = await Promise.all(users.map(({ id }) => countEvents(server.database.database, 'user.created', id)))
  expect(events.every((count) => count === 1)).toBe(true)
  return users.length
}

describe('a command that is sent again with its key', () => {
  test('is answered as it was the first time, also with what is shown only once, and is done once', async () => {
    const key = crypto.randomUUID()
    const first = await send('ulang', key)
    expect(first.errors).toBeUndefined()
    const second = await send('ulang', key.toUpperCase())
    expect([second.status, second.data, second.errors]).toEqual([first.status, first.data, undefined])
    expect(await createdOf('ulang')).toBe(1)
  })

  test('keeps its first answer when the record has changed since', async () => {
    const key = crypto.randomUUID()
    const first = await send('berubah', key)
    await server.database.database.prisma.user.update({ where: { username: 'berubah' }, data: { username: 'berubah.lain' } })
    expect((await send('berubah', key)).data).toEqual(first.data)
  })

  test('is answered alike to twenty who send at once, and is done once', async () => {
    const key = crypto.randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('serentak', key)))
    const passwords = answers.map(passwordOf)
    expect([new Set(passwords).size, answers.every(({ status }) => status === 200)]).toEqual([1, true])
    expect(await createdOf('serentak')).toBe(1)
  })

  test('is answered by another process too, and after a restart', async () => {
    const key = crypto.randomUUID()
    const first = await send('pindah', key)
    const other = await startTestServer({ database: server.database.database })
    expect((await send('pindah', key, other)).data).toEqual(first.data)
    await other.stop()
  })

  test('is not done twice when the line was cut before the answer came', async () => {
    const key = crypto.randomUUID()
    const body = JSON.stringify({ query: document, variables: { input: person('terputus') } })
    const socket = connect(server.port, '127.0.0.1')
    const given = { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    socket.write(head('POST', '/graphql', { ...given, 'idempotency-key': key }) + body)
    await vi.waitFor(async () => expect(await createdOf('terputus')).toBe(1), { timeout: 10_000 })
    socket.destroy()
    const again = await send('terputus', key)
    expect(again.data).toMatchObject({ createUser: { user: { username: 'terputus' } } })
    expect(await createdOf('terputus')).toBe(1)
  })

  test('is answered from what the command gave when the process ended before it could keep the answer', async () => {
    const key = crypto.randomUUID()
    const first = await send('mati', key)
    await server.database.database.prisma.commandAttempt.updateMany({ data: { answer: null } })
    expect((await send('mati', key)).data).toEqual(first.data)
    expect(await createdOf('mati')).toBe(1)
  })

  test('is run anew when the first time was refused', async () => {
    const key = crypto.randomUUID()
    await send('penuh', crypto.randomUUID())
    expect(codesOf(await send('penuh', key))).toEqual(['CONFLICT'])
    await server.database.database.prisma.user.update({ where: { username: 'penuh' }, data: { username: 'penuh.lama' } })
    expect((await send('penuh', key)).errors).toBeUndefined()
  })
})

test('a key that comes with another request is refused, and the request is not done', async () => {
  const key = crypto.randomUUID()
  await send('asli', key)
  expect(codesOf(await send('palsu', key))).toEqual(['CONFLICT'])
  expect(await createdOf('palsu')).toBe(0)
})

test('a key is the own one of each sender', async () => {
  const key = crypto.randomUUID()
  await send('milik', key)
  const another = await server.tokenOf('ADMIN')
  const answer = await server.ask(document, { input: person('milik.lain') }, { ...another, 'idempotency-key': key })
  expect(answer.errors).toBeUndefined()
})

test('several commands in one request: those that were done are not done again, those that were refused are tried again', async () => {
  const { prisma } = server.database.database
  const given = { ...headers, 'idempotency-key': crypto.randomUUID() }
  await send('dua', crypto.randomUUID())
  const variables = { first: person('satu'), second: person('dua') }
  // Both are non-null fields of the root: the refusal of one takes the data of the answer, not what was done.
  expect(codesOf(await server.ask(createTwo, variables, given))).toEqual(['CONFLICT'])
  expect(await createdOf('satu')).toBe(1)
  await prisma.user.update({ where: { username: 'dua' }, data: { username: 'dua.lama' } })
  const again = await server.ask(createTwo, variables, given)
  expect(again.data).toEqual({ first: { user: { username: 'satu' } }, second: { user: { username: 'dua' } } })
  expect([await createdOf('satu'), await createdOf('dua')]).toEqual([1, 1])
})

test('a key that is no UUID is refused; a question needs none and keeps nothing', async () => {
  const odd = await send('aneh', 'satu')
  expect([odd.status, codesOf(odd)]).toEqual([400, ['INVALID_INPUT']])
  const kept = () => server.database.database.prisma.commandAttempt.count()
  const before = await kept()
  await server.ask('{ __typename }', {}, { ...headers, 'idempotency-key': crypto.randomUUID() })
  expect(await kept()).toBe(before)
})

test('nothing that is kept can be read without the key, and it is gone after a day', async () => {
  const { database } = server.database
  const key = crypto.randomUUID()
  const password = passwordOf(await send('rahasia', key))
  const rows = await database.prisma.commandAttempt.findMany()
  for (const secret of [key, password, 'rahasia']) {
    expect(
      rows.some((row) => [row.keyHash, row.result, row.answer].some((bytes) => Buffer.from(bytes ?? []).includes(secret))),
    ).toBe(false)
  }
  const hour = 3_600_000
  expect(await forgetAttempts(database, new Date(Date.now() + 23 * hour))).toBe(0)
  expect(await forgetAttempts(database, new Date(Date.now() + 25 * hour))).toBe(rows.length)
})
