import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMailer, type Mailer } from '../../server/mail.ts'
import { forgetLetters, sendLetters, writeLetters } from '../../server/notices/commands/mail.ts'
import { type NewNotice, notify } from '../../server/notices.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { createSmallCity, type PersonKey, type SmallCity } from '../organization/small-city.ts'

const now = new Date('2026-01-05T05:00:00Z')
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const publicUrl = 'https://kinerja.kota.example'

let db: TestDatabase
let city: SmallCity
let server: SMTPServer
let mailer: Mailer
let received: string[]

beforeAll(async () => {
  db = await createTestDatabase()
  city = await createSmallCity(db.database)
  for (const [username, employeeId] of Object.entries(city.person)) {
    const language = username === 'engineer' ? 'EN' : 'ID'
    await db.database.prisma.user.create({ data: { username, displayName: username, passwordHash: '', employeeId, language } })
  }
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('midwife') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      text(stream).then((letter) => {
        received.push(letter)
        done()
      }, done)
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  mailer = await open((server.server.address() as AddressInfo).port)
})
afterAll(async () => {
  mailer.close()
  await new Promise<void>((closed) => server.close(closed))
  await db.drop()
})
beforeEach(() => {
  received = []
})
afterEach(async () => {
  await db.database.prisma.outboxMail.deleteMany()
  await db.database.prisma.notice.deleteMany()
})

async function open(port: number): Promise<Mailer> {
  const opened = await createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'tera@kota.example', demo: false })
  if (!opened) throw new Error('No mailer was made.')
  return opened
}

async function tell(...people: PersonKey[]): Promise<void> {
  const notices = people.map(
    (person): NewNotice => ({
      to: { employeeId: city.person[person] },
      kind: 'appraisal.returned',
      params: { employee: 'Siti Rahmawati', period: '2025', reason: 'A secret reason' },
      entity: { type: 'Appraisal', id: city.person[person] },
      dueAt: new Date('2026-01-12T16:59:59.999Z'),
      cause: 'test',
    }),
  )
  await db.database.prisma.$transaction((tx) => notify(tx, notices, now))
}

const write = (at = now) => writeLetters(db.database, { publicUrl, isCaptured: false }, at)
const send = (at = now, by = mailer) => sendLetters(db.database, by, publicUrl, () => at)
const letters = () => db.database.prisma.outboxMail.findMany({ orderBy: { recipient: 'asc' }, include: { notice: true } })

test('each notice makes one letter, which is sent once however many processes send', async () => {
  await tell('nurse', 'engineer', 'wardHead')
  await Promise.all([write(), write()])
  const sent = await Promise.all([send(), send(), send()])
  expect(sent.reduce((total, count) => total + count, 0)).toBe(3)
  expect(await write(minutesLater(1))).toBe(0)
  expect(await send(minutesLater(1))).toBe(0)
  const stored = await letters()
  expect(stored.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(['SENT 1', 'SENT 1', 'SENT 1'])
  const ids = received.map((letter) => /^Message-ID: <(.+)@kinerja\.kota\.example>/m.exec(letter)?.[1])
  expect(ids.sort()).toEqual(stored.map(({ noticeId }) => noticeId).sort())
})

test('a letter says in the reader’s language that there is something, until when and where, and no word of what', async () => {
  await tell('nurse', 'engineer')
  await write()
  await send()
  const [english, indonesian] = await letters()
  expect(indonesian?.body).toContain('Ada tugas untuk Anda di Tera tentang penilaian kinerja, paling lambat 12 Januari 2026.')
  expect(indonesian?.body).toContain(`${publicUrl}/notices/notice_${indonesian?.noticeId}/show`)
  expect(english?.subject).toBe('Tera: there is a task for you')
  for (const letter of received) {
    expect(letter).toContain('Auto-Submitted: auto-generated')
    expect(letter).not.toMatch(/Siti|secret|2025/)
  }
})

test('a refused address fails at once and holds no other letter back', async () => {
  await tell('midwife', 'nurse')
  await write()
  expect(await send()).toBe(1)
  expect(await letters()).toMatchObject([
    { recipient: 'midwife@city.example', state: 'FAILED', failure: expect.stringContaining('no such mailbox') },
    { recipient: 'nurse@city.example', state: 'SENT', failure: null },
  ])
})

test('a mail server out of reach is tried again later, and the letter goes out once', async () => {
  await tell('nurse')
  await write()
  const nobody = await open(1)
  expect(await send(now, nobody)).toBe(0)
  expect(await letters()).toMatchObject([{ state: 'WAITING', attempts: 1, nextAt: minutesLater(1) }])
  expect(await send(minutesLater(0.9))).toBe(0)
  expect(await send(minutesLater(1))).toBe(1)
  expect(received).toHaveLength(1)
})

test('a letter whose sender died is sent again as the same letter', async () => {
  await tell('nurse')
  await write()
  const dying: Mailer = { send: () => Promise.withResolvers<void>().promise, close: () => undefined }
  void send(now, dying)
  await expect.poll(async () => (await letters())[0]?.attempts).toBe(1)
  expect(await send(minutesLater(1))).toBe(0)
  expect(await send(minutesLater(2))).toBe(1)
  expect(received[0]).toContain(`<${(await letters())[0]?.noticeId}@`)
})

test('without a mail server, and in demo mode, letters are captured', async () => {
  const demo = await createMailer({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'tera@kota.example', demo: true })
  const none = await createMailer({ smtpUrl: undefined, mailFrom: 'tera@kota.example', demo: false })
  expect([demo, none]).toEqual([null, null])
  await tell('nurse')
  expect(await writeLetters(db.database, { publicUrl, isCaptured: true }, now)).toBe(1)
  expect(await letters()).toMatchObject([{ state: 'CAPTURED', sentAt: now }])
  expect(await send(minutesLater(5))).toBe(0)
})

test('nothing is written of what is done, of long ago, and to addresses that are none', async () => {
  const { prisma } = db.database
  await tell('nurse', 'engineer', 'worksHead')
  await prisma.notice.updateMany({ where: { entityId: city.person.nurse }, data: { doneAt: now } })
  await prisma.employee.update({ where: { id: city.person.engineer }, data: { email: 'x@y, z@w' } })
  expect(await write(minutesLater(24 * 60))).toBe(0)
  expect(await write()).toBe(1)
  await send()
  expect(await forgetLetters(db.database, minutesLater(89 * 24 * 60))).toBe(0)
  expect(await forgetLetters(db.database, minutesLater(91 * 24 * 60))).toBe(1)
})
