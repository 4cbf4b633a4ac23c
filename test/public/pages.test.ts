import { gzipSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layOutYear } from '../../server/appraisals/commands/periods.ts'
import { type HttpServer, startHttp } from '../../server/http.ts'
import { createPublicRoutes } from '../../server/public/routes.ts'
import { style } from '../../server/public/style.ts'
import { schema } from '../../server/schema.ts'
import { questionRows } from '../../server/surveys/commands/surveys.ts'
import { hashCode } from '../../server/surveys/rules/ticket-code.ts'
import { unsurCodes } from '../../server/surveys/rules/unsur.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

const now = new Date('2026-10-20T03:00:00Z')
const ticket = 'ABCDE1234FGHJ'
const openCode = 'KMNPQRSTVWXYZ'
let home: TestDatabase
let server: HttpServer

beforeAll(async () => {
  home = await createTestDatabase()
  const { database } = home
  await database.prisma.$transaction((tx) => layOutYear(tx, 2026, { state: 'OPEN', createdAt: now }))
  const period = await database.prisma.period.findUniqueOrThrow({ where: { key: '2026-TW4' } })
  for (const [index, access] of (['TICKET', 'OPEN'] as const).entries()) {
    const unit = { code: `9.${index}`, name: `Puskesmas <${index}>`, type: 'PUSKESMAS', isServiceUnit: true } as const
    const { id } = await database.prisma.survey.create({
      data: {
        ...{ unit: { create: unit }, period: { connect: { id: period.id } }, title: 'Survei & saran', state: 'AKTIF', access },
        ...{ opensOn: new Date('2026-10-01'), closesOn: new Date('2026-12-31') },
        openCode: access === 'OPEN' ? openCode : null,
        questions: { create: questionRows({ unsur: unsurCodes }) },
      },
    })
    const codeHash = hashCode(ticket)
    if (access === 'TICKET') await database.prisma.surveyTicket.create({ data: { codeHash, surveyId: id, isUsed: false } })
  }
  const report = (error: unknown) => {
    throw error
  }
  server = await startHttp({
    ...{ database, schema, env: { host: '127.0.0.1', port: 0, nodeEnv: 'test' }, log: pino({ level: 'silent' }), now: () => now },
    routes: createPublicRoutes({ database, report, limits: { reads: 60, writes: 30 } }),
  })
})

afterAll(async () => {
  await server.close()
  await home.drop()
})

const at = (path: string) => new URL(path, server.url)
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(at(path), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers })

test('the answer page is small, Indonesian first, escaped, without cookies, and closed to scripts of others', async () => {
  const response = await fetch(at(`/s/${ticket}`))
  const page = await response.text()
  expect([response.status, response.headers.get('set-cookie'), response.headers.get('x-robots-tag')]).toEqual([
    200,
    null,
    'noindex',
  ])
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page).toContain('<html lang="id">')
  expect(page).toContain('Puskesmas &lt;0&gt;')
  const script = await (await fetch(at(/src="([^"]+)"/.exec(page)?.[1] ?? ''))).text()
  expect(Buffer.byteLength(page)).toBeLessThan(15_000)
  expect(gzipSync(page).length + gzipSync(script).length).toBeLessThan(60_000)
  expect(style.length).toBeLessThan(4_500)
  expect(await (await fetch(at(`/s/${ticket}?bahasa=en`))).text()).toContain('<html lang="en">')
})

test('a ticket lets one answer in; later ones are told so kindly, and nothing tells an unknown code from a malformed one', async () => {
  const empty = await send(`/s/${ticket}`, { saran: 'halo' })
  expect([empty.status, (await empty.text()).includes('halo')]).toEqual([422, true])
  const first = await send(`/s/${ticket.toLowerCase()}`, { U1: '4', U2: '3', saran: 'telepon 081234567890' })
  expect([first.status, first.headers.get('location')]).toEqual([303, `/s/${ticket}?terima=1&samar=1`])
  const second = await send(`/s/${ticket}`, { U1: '1' })
  expect([second.status, (await second.text()).includes('sudah kami terima')]).toEqual([200, true])
  expect(await home.database.prisma.surveyIntake.count()).toBe(1)
  const [unknown, malformed] = await Promise.all(
    ['0000000000000', 'x'].map(async (code) => (await fetch(at(`/s/${code}`))).text()),
  )
  expect(unknown?.replaceAll('0000000000000', 'x')).toBe(malformed)
})

test('a form of an open survey that is sent twice counts once', async () => {
  const fields = { U1: '4', sekali: 'AAAAAAAAAAAAAAAAAAAAAA' }
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(`/s/${openCode}`, fields)))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 303))
  expect(await home.database.prisma.surveyIntake.count({ where: { survey: { access: 'OPEN' } } })).toBe(1)
})

test('a page of another site cannot send an answer, and a network that sends too much waits', async () => {
  expect((await send(`/s/${openCode}`, { U1: '4' }, { origin: 'https://other.example' })).status).toBe(403)
  const statuses = []
  for (let sent = 0; sent < 40; sent += 1) statuses.push((await send(`/s/${openCode}`, {})).status)
  expect(statuses).toContain(429)
})

test('the accountability page says that nothing was published yet', async () => {
  const page = await (await fetch(at('/publik'))).text()
  expect(page).toContain('Belum ada edisi yang diterbitkan.')
  expect((await fetch(at('/publik/1/predikat.csv'))).status).toBe(404)
})
