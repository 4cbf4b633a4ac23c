import { createHash } from 'node:crypto'
import { pino } from 'pino'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, createContext } from '../../server/context.ts'
import { revokeDossier } from '../../server/documents/commands/dossiers.ts'
import { printAppraisal } from '../../server/documents/commands/print.ts'
import { printDossier } from '../../server/documents/printers.ts'
import { dossierContent } from '../../server/documents/queries/content.ts'
import { readCode, verificationOf } from '../../server/documents/queries/verification.ts'
import { visibleDossiers } from '../../server/documents/queries.ts'
import { createDossierRoutes } from '../../server/documents/routes.ts'
import { contentHash } from '../../server/documents/rules/content.ts'
import { type HttpServer, startHttp } from '../../server/http.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { createPublicRoutes } from '../../server/public/routes.ts'
import { schema } from '../../server/schema.ts'
import { expectRefusal, outsider } from '../appraisals/factory.ts'
import { LifeCity, later, moderator, pyb } from '../appraisals/life-city.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let test: TestDatabase
let city: LifeCity
let server: HttpServer
let nurseId: string

const as = (actor: Actor): Context => ({
  ...createContext(test.database, actor, later, 'id'),
  publicUrl: 'https://kinerja.example.go.id',
})
const print = (actor: Actor, id = nurseId) => printAppraisal(as(actor), id)

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
  nurseId = (await city.appraisal('nurse')).id
  const { database } = test
  const routes = {
    ...createDossierRoutes(database),
    ...createPublicRoutes({
      database,
      report: (error) => {
        throw error
      },
    }),
  }
  server = await startHttp({
    database,
    schema,
    env: { host: '127.0.0.1', port: 0, nodeEnv: 'test' },
    log: pino({ level: 'silent' }),
    now: () => later,
    routes,
  })
})
afterAll(async () => {
  await server.close()
  await test.drop()
})

const rated = { resultRating: 'SESUAI', behaviourRating: 'SESUAI', predikat: 'BAIK', suggestedPredikat: 'BAIK' } as const

async function pdfOf(id: string): Promise<Uint8Array> {
  return (await test.database.prisma.dossierFile.findUniqueOrThrow({ where: { dossierId: id } })).pdf
}

async function textOf(pdf: Uint8Array): Promise<{ text: string; pages: number }> {
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return { text: text.replace(/\s+/g, ' '), pages: totalPages }
}

describe('a dossier', () => {
  it('is printed from the delivery on, by people who see the appraisal', async () => {
    await city.put('nurse', { ...rated, state: 'DITETAPKAN', ratedAt: later, setAt: later })
    await expectRefusal(print(moderator), 'WRONG_STATE')
    await city.put('nurse', { state: 'DISAMPAIKAN', deliveredAt: later })
    await expectRefusal(print(city.person('engineer')), 'NOT_FOUND')
    await expectRefusal(print({ ...moderator, kind: 'TOKEN', scopes: ['appraisals.read'] }), 'FORBIDDEN')
    const rows = await auditOf(test.database, () => print(city.person('nurse')))
    expect(rows.map(({ event }) => event)).toEqual(['dossier.printed'])
  })

  it('of the same content is the same dossier, also when two print at once; of another content it is another', async () => {
    const [first, second] = await Promise.all([print(city.person('nurse')), print(moderator)])
    expect(first).toEqual(second)
    await city.put('nurse', { state: 'FINAL', finalAt: later, finalCause: 'ACCEPTED' })
    const rows = await auditOf(test.database, async () => {
      const both = await Promise.all([print(city.person('nurse')), print(city.person('wardHead'))])
      expect(both[0]).toEqual(both[1])
      expect(both[0]).not.toEqual(first)
    })
    expect(rows.map(({ event }) => event)).toEqual(['dossier.printed'])
    expect(await test.database.prisma.dossier.count()).toBe(2)
  })

  it('says in Indonesian who was judged by whom, on what and by which rules, and marks local ones', async () => {
    const { id } = await print(moderator)
    const dossier = await test.database.prisma.dossier.findUniqueOrThrow({ where: { id } })
    const nurse = await test.database.prisma.employee.findUniqueOrThrow({ where: { id: city.planned.city.person.nurse } })
    const { text, pages } = await textOf(await pdfOf(id))
    for (const part of [
      'Berkas Penilaian Kinerja',
      'Status: Final',
      `NIP ${nurse.nip}`,
      'Position of nurse',
      'City › Office',
      'Pejabat penilai kinerja,',
      'wardHead',
      'Predikat kinerja Capaian tertimbang',
      'Baik',
      'Sesuai ekspektasi',
      'LOKAL 1',
      'LOKAL (kebijakan daerah)',
      'PP 30/2019',
      'Versi kaidah perhitungan: ',
      'Riwayat status',
      `Halaman 1 dari ${pages}`,
      `Halaman ${pages} dari ${pages}`,
      dossier.code,
      dossier.contentHash,
      `https://kinerja.example.go.id/verifikasi/${dossier.code}`.slice(0, 40),
    ]) {
      expect(text).toContain(part)
    }
    const codes = await test.database.prisma.indicator.findMany({ select: { code: true } })
    expect(codes.filter(({ code }) => text.includes(code))).toHaveLength(3)
  })

  it('has every sign in its font', async () => {
    const content = await dossierContent(test.database.prisma, nurseId)
    if (!content) throw new Error('no content')
    const odd = { ...content, positionTitle: 'Ahli Š Ł ñ ≥ ≤ → × Σ √ – “”' }
    const pdf = await printDossier({
      content: odd,
      contentHash: contentHash(odd),
      code: '0000-0000-0000-0000',
      verificationUrl: 'https://kinerja.example.go.id/verifikasi/0000-0000-0000-0000',
      printedAt: later.toISOString(),
    })
    expect((await textOf(pdf)).text).toContain('Ahli Š Ł ñ ≥ ≤ → × Σ √ – “”')
  })

  it('is known by its hashes: one changed letter of the content or byte of the file gives others', async () => {
    const { id } = await print(moderator)
    const { contentHash: stored, fileHash } = await test.database.prisma.dossier.findUniqueOrThrow({ where: { id } })
    const content = await dossierContent(test.database.prisma, nurseId)
    if (!content) throw new Error('no content')
    expect(contentHash(content)).toBe(stored)
    expect(contentHash({ ...content, predikat: 'Sangat Baik' })).not.toBe(stored)
    const pdf = await pdfOf(id)
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(hash(pdf)).toBe(fileHash)
    const tampered = pdf.slice()
    tampered[pdf.length >> 1] = (tampered[pdf.length >> 1] ?? 0) ^ 1
    expect(hash(tampered)).not.toBe(fileHash)
  })

  it('is handed out as the appraisal is, never to visitors', async () => {
    const { id } = await print(moderator)
    const address = `${server.url}dossiers/${encodeId('Dossier', id)}.pdf`
    expect((await fetch(address)).status).toBe(401)
    const seen = (actor: Actor) => test.database.prisma.dossier.count({ where: { id, AND: [visibleDossiers(actor, later)] } })
    const actors = [city.person('nurse'), city.person('wardHead'), moderator, city.person('engineer'), outsider]
    expect(await Promise.all(actors.map(seen))).toEqual([1, 1, 1, 0, 0])
  })
})

describe('the page of verification', () => {
  const page = async (code: string, query = '') => {
    const response = await fetch(`${server.url}verifikasi/${code}${query}`)
    return { status: response.status, html: await response.text(), headers: response.headers }
  }

  it('says that a dossier is authentic, with its hashes, its day and its state, and nothing of the person or the result', async () => {
    const { id } = await print(moderator)
    const dossier = await test.database.prisma.dossier.findUniqueOrThrow({ where: { id } })
    const { status, html, headers } = await page(dossier.code)
    expect(status).toBe(200)
    for (const part of [
      'Asli dan masih berlaku.',
      dossier.contentHash,
      dossier.fileHash,
      dossier.code,
      '10 Februari 2026',
      'final',
      'certutil',
    ]) {
      expect(html).toContain(part)
    }
    const nurse = await test.database.prisma.employee.findUniqueOrThrow({ where: { id: city.planned.city.person.nurse } })
    for (const secret of [nurse.nip, 'nurse', 'Position of', 'Unit ', 'wardHead', 'Baik', 'Sesuai', nurseId])
      expect(html).not.toContain(secret)
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(html.length).toBeLessThan(10_000)
    expect((await page(dossier.code, '?bahasa=en')).html).toContain('Authentic and valid.')
    expect((await page(dossier.code.toLowerCase().replaceAll('-', ' '))).status).toBe(200)
  })

  it('tells an older print from the present state, and a replaced one', async () => {
    const [old] = await test.database.prisma.dossier.findMany({ where: { state: 'DISAMPAIKAN' } })
    expect((await page(old?.code ?? '')).html).toContain('bukan keadaan terakhir')
    await test.database.prisma.appraisal.update({ where: { id: nurseId }, data: { isCurrent: false } })
    expect((await page(old?.code ?? '')).html).toContain('sudah digantikan versi yang lebih baru')
    expect(await verificationOf(test.database.prisma, old?.code ?? '')).toMatchObject({ standing: 'SUPERSEDED' })
  })

  it('answers an unknown code politely, whatever it looks like', async () => {
    for (const code of ['ZZZZ-ZZZZ-ZZZZ-ZZZZ', 'x', '%00', "' OR 1=1", 'A'.repeat(200)]) {
      const { status, html } = await page(encodeURIComponent(code))
      expect([404, 400]).toContain(status)
      expect(html).not.toContain('Asli')
    }
    expect(readCode('o0il-1111-2222-3333')).toBe('0011-1111-2222-3333')
    expect(readCode('UUUU-1111-2222-3333')).toBeNull()
  })

  it('is found by typing the code, without JavaScript', async () => {
    const empty = await (await fetch(`${server.url}verifikasi`)).text()
    expect(empty).toContain('name="kode"')
    const sent = await fetch(`${server.url}verifikasi?kode=abcd`, { redirect: 'manual' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/verifikasi/abcd'])
  })
})

describe('revoking a dossier', () => {
  it('needs a reason and a right to it, happens once, and shows on the page', async () => {
    const [dossier] = await test.database.prisma.dossier.findMany({ where: { state: 'FINAL' } })
    const input = { id: dossier?.id ?? '', reason: 'Printed with the wrong name.' }
    await expectRefusal(city.do(outsider, revokeDossier, input), 'NOT_FOUND')
    await expectRefusal(city.do(city.person('nurse'), revokeDossier, input), 'FORBIDDEN')
    const rows = await auditOf(test.database, async () => {
      const outcomes = await Promise.allSettled([city.do(pyb, revokeDossier, input), city.do(moderator, revokeDossier, input)])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })
    expect(rows.map(({ event }) => event)).toEqual(['dossier.revoked'])
    const html = await (await fetch(`${server.url}verifikasi/${dossier?.code}`)).text()
    expect(html).toContain('berkas ini sudah dicabut')
    expect(html).not.toContain('wrong name')
    // A new print of the same content is another dossier.
    expect((await print(moderator)).id).not.toBe(dossier?.id)
  })
})
