import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { listNames } from '../../server/exchange/cli/exports.ts'
import { readTable } from '../../server/exchange/readers.ts'
import { createRoutes } from '../../server/exchange/routes.ts'
import { allExportLists } from '../../server/export-lists.ts'
import type { Routes } from '../../server/http/routes.ts'
import type { RoleName } from '../../server/identity/policy.ts'
import { schema } from '../../server/schema.ts'
import { type Answer, codesOf, startTestServer, type TestServer } from '../http/server.ts'
import { archive, zipBomb } from './archives.ts'
import { csv, loadOffice, nips } from './office.ts'

let server: TestServer
const token = {} as Record<RoleName, { authorization: string }>

beforeAll(async () => {
  // The routes need the database, which comes with the server: they are filled in once it is there.
  const routes: Record<string, Routes[string]> = {}
  const late =
    (key: string): Routes[string] =>
    (...call) =>
      routes[key]!(...call)
  const keys = ['POST /imports', 'GET /imports/:id/rejected.csv', 'GET /exports/:file']
  server = await startTestServer({ routes: Object.fromEntries(keys.map((key) => [key, late(key)])) })
  Object.assign(routes, createRoutes({ database: server.database.database, schema, lists: allExportLists }))
  await loadOffice(server.database.database)
  for (const role of ['INTEGRATOR', 'ADMIN', 'EMPLOYEE'] as const) token[role] = await server.tokenOf(role)
}, 120_000)

afterAll(() => server.stop())

const post = (bytes: Uint8Array, headers: Record<string, string> = {}) =>
  server.fetch('/imports', {
    method: 'POST',
    body: Buffer.from(bytes),
    headers: { 'x-file-name': 'golongan%20baru.csv', ...headers },
  })

const rankFile = csv(
  'NIP;GOL/RUANG;TMT;KETERANGAN KITA',
  `${nips[0]};III/a;01-01-1996;x`,
  `${nips[0]};III/z;01-04-2000;=1+1`,
  'kosong;III/a;01-01-2000;y',
)

const start = `mutation ($input: StartImportInput!) { startImport(input: $input) { id state kind isDryRun uploadId actions { name enabled } } }`
const look = `query ($id: ID!) { importRun(id: $id) { state totalRows committedRows unknownHeaders failure rejectedUrl uploadId
  report { rows accepted rejected rejectedByCode { code count message } documents { total } }
  rows(filter: { outcome: REJECTED }) { totalCount nodes { line outcome codes column cells messages } } actions { name enabled } } }`

type Looked = { importRun: Record<string, unknown> & { state: string; rejectedUrl: string } }

/** Asks until the run has ended, as the console does. */
async function ended(id: unknown): Promise<Looked['importRun']> {
  const asked = async () => {
    const { importRun } = (await server.ask(look, { id }, token.ADMIN)).data as Looked
    return importRun.state === 'FINISHED' || importRun.state === 'FAILED' ? importRun : null
  }
  return (await vi.waitUntil(asked, { timeout: 60_000, interval: 100 }))!
}

async function run(answer: Answer, isDryRun: boolean): Promise<Looked['importRun']> {
  const { uploadId, guessedKind } = JSON.parse(answer.text)
  const started = await server.ask(start, { input: { uploadId, kind: guessedKind, isDryRun } }, token.ADMIN)
  expect(started.errors).toBeUndefined()
  return ended((started.data as { startImport: { id: string } }).startImport.id)
}

test('a file goes in, is tried, read in, and its rejected rows come back to be mended and sent again', async () => {
  const sent = await post(rankFile, token.ADMIN)
  expect(sent.status).toBe(201)
  expect(JSON.parse(sent.text)).toMatchObject({
    uploadId: expect.stringMatching(/^importFile_/),
    fileName: 'golongan baru.csv',
    guessedKind: 'riwayat-golongan',
    headers: ['NIP', 'GOL/RUANG', 'TMT', 'KETERANGAN KITA'],
    rowCount: 3,
    sampleRows: [
      [nips[0], 'III/a', '01-01-1996', 'x'],
      [nips[0], 'III/z', '01-04-2000', '=1+1'],
      ['kosong', 'III/a', '01-01-2000', 'y'],
    ],
  })

  const tried = await run(sent, true)
  expect(tried).toMatchObject({ state: 'FINISHED', report: { rows: 3, accepted: 1, rejected: 2 }, uploadId: expect.any(String) })
  expect(await server.database.database.prisma.rankRecord.count()).toBe(0)

  const done = await run(sent, false)
  expect(done).toMatchObject({
    state: 'FINISHED',
    totalRows: 3,
    committedRows: 3,
    unknownHeaders: ['KETERANGAN KITA'],
    uploadId: null,
    report: { documents: null },
    actions: [{ name: 'CONTINUE_IMPORT', enabled: false }],
    rows: {
      totalCount: 2,
      nodes: [
        { line: 3, codes: ['BAD_GOLONGAN'], column: 'GOL/RUANG', cells: [nips[0], 'III/z', '01-04-2000', '=1+1'] },
        { line: 4 },
      ],
    },
  })
  expect(JSON.stringify(done.rows)).toContain('PNS/CPNS: I/a–IV/e')

  const rejected = await server.fetch(done.rejectedUrl, { headers: token.ADMIN })
  expect(rejected.headers.get('content-disposition')).toContain('golongan%20baru-ditolak.csv')
  expect(rejected.text).toContain("'=1+1")
  expect(rejected.text).toContain('Golongan tidak dikenal')
  const mended = await run(await post(Buffer.from(rejected.text.replace('III/z', 'III/b')), token.ADMIN), false)
  expect(mended).toMatchObject({ report: { rows: 2, accepted: 1, rejected: 1 } })
}, 120_000)

describe('who may not send files is turned away before anything is read', () => {
  test.each<[string, RoleName | null, string]>([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['an employee', 'EMPLOYEE', 'FORBIDDEN'],
  ])('%s', async (_who, role, code) => {
    const answer = await post(rankFile, role ? token[role] : {})
    expect(codesOf(answer)).toEqual([code])
    expect(codesOf(await server.ask('{ importRuns { totalCount } }', {}, role ? token[role] : {}))).toEqual([code])
  })

  test('a file sent by another name than x-file-name, or compressed, is refused', async () => {
    expect(codesOf(await post(rankFile, { ...token.ADMIN, 'x-file-name': '%E0%A4%A' }))).toEqual(['INVALID_INPUT'])
    expect(codesOf(await post(rankFile, { ...token.ADMIN, 'content-encoding': 'gzip' }))).toEqual(['INVALID_INPUT'])
  })
})

describe('hostile files are refused with a code, and the server goes on', () => {
  const wide = Array.from({ length: 301 }, (_, index) => `K${index}`).join(';')
  test.each<[string, string, () => Buffer]>([
    ['a zip bomb', 'TOO_LARGE', () => archive([zipBomb])],
    ['301 columns', 'TOO_LARGE', () => Buffer.from(`${wide}\n${wide}\n`)],
    ['UTF-16', 'INVALID_INPUT', () => Buffer.from('\uFEFFNIP;NAMA\n1;2\n', 'utf16le')],
    ['an endless quote', 'INVALID_INPUT', () => Buffer.from(`NIP;NAMA\n"${'x'.repeat(2_000_000)}\n`)],
    ['nothing', 'INVALID_INPUT', () => Buffer.alloc(0)],
    ['65 MB', 'TOO_LARGE', () => Buffer.alloc(65 * 1024 * 1024, 65)],
  ])(
    '%s',
    async (_name, code, make) => {
      const files = await server.database.database.prisma.importFile.count()
      const answer = await post(make(), token.ADMIN)
      expect(codesOf(answer)).toEqual([code])
      expect(await server.database.database.prisma.importFile.count()).toBe(files)
      expect((await server.fetch('/health')).status).toBe(200)
    },
    60_000,
  )

  test('a formula in a cell is text', async () => {
    const staff = csv('NIP;NAMA;STATUS;JABATAN;KODE UNIT', '198505052010011901;=HYPERLINK("http://evil.example");PNS;Perawat;X.1')
    expect(await run(await post(staff, token.ADMIN), false)).toMatchObject({ report: { accepted: 1 } })
    const list = await server.fetch('/exports/employees.csv', { headers: token.ADMIN })
    expect(list.text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  }, 60_000)
})

describe('lists as files', () => {
  test('hold what the list over GraphQL holds, with the same filter', async () => {
    const filter = JSON.stringify({ search: 'cici' })
    const answer = await server.fetch(`/exports/employees.csv?filter=${encodeURIComponent(filter)}`, { headers: token.ADMIN })
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { headers, rows } = await readTable(Buffer.from(answer.text))
    expect(headers).toContain('KODE UNIT')
    expect(rows.map(({ cells }) => [cells[0], cells[1], cells.at(-1)])).toEqual([[nips[2], 'Cici', nips[1]]])
  })

  test('come as a workbook too', async () => {
    const response = await fetch(new URL('/exports/units.xlsx', server.url), { headers: token.ADMIN })
    const { headers, rows } = await readTable(Buffer.from(await response.arrayBuffer()))
    expect(headers[0]).toBe('KODE')
    expect(rows.map(({ cells }) => cells[0])).toEqual(['X', 'X.1'])
  })

  test('of every kind begin with a header', async () => {
    for (const name of listNames) {
      const { status, text } = await server.fetch(`/exports/${name}.csv`, {
        headers: { ...token.ADMIN, 'accept-language': 'en' },
      })
      expect([name, status]).toEqual([name, 200])
      expect(text.split('\r\n')[0]).toContain(allExportLists[name]!.headers[0]!.en)
    }
    expect([...listNames].sort()).toEqual(Object.keys(allExportLists).sort())
  })

  test('show nobody more than the list does', async () => {
    const rowsFor = async (role: RoleName) =>
      (await readTable(Buffer.from((await server.fetch('/exports/employees.csv', { headers: token[role] })).text))).rows.length
    expect(await rowsFor('EMPLOYEE')).toBe(0)
    expect(await rowsFor('ADMIN')).toBeGreaterThan(2)
    expect(codesOf(await server.fetch('/exports/audit-events.csv', { headers: token.INTEGRATOR }))).toEqual(['FORBIDDEN'])
    expect(codesOf(await server.fetch('/exports/units.csv'))).toEqual(['UNAUTHENTICATED'])
  })

  test.each([
    ['/exports/nothing.csv', 'NOT_FOUND'],
    ['/exports/units.pdf', 'NOT_FOUND'],
    ['/exports/units.csv?filter=%7B', 'INVALID_INPUT'],
    [`/exports/units.csv?filter=${encodeURIComponent('{"secret":1}')}`, 'INVALID_INPUT'],
    ['/imports/importRun_01890000-0000-7000-8000-000000000000/rejected.csv', 'NOT_FOUND'],
  ])('%s is %s', async (path, code) => {
    expect(codesOf(await server.fetch(path, { headers: token.ADMIN }))).toEqual([code])
  })
})

test('the kinds tell their columns, the runs who started them', async () => {
  const asked =
    '{ importKinds { name label columns { key header required synonyms } } importRuns(first: 2) { totalCount nodes { id startedBy } } }'
  const { data } = await server.ask(asked, {}, token.ADMIN)
  expect(data).toMatchObject({
    importKinds: expect.arrayContaining([expect.objectContaining({ name: 'skp' })]),
    importRuns: { nodes: [{}, {}] },
  })
})

test('a run and its rows exist for nobody who may not import', async () => {
  const { id } = await server.database.database.prisma.importRun.findFirstOrThrow()
  const node = `{ node(id: "importRun_${id}") { ... on ImportRun { fileName rows { totalCount } } } }`
  expect((await server.ask(node, {}, token.ADMIN)).errors).toBeUndefined()
  expect(codesOf(await server.ask(node, {}, token.EMPLOYEE))).toEqual(['NOT_FOUND'])
  expect(codesOf(await server.fetch(`/imports/importRun_${id}/rejected.csv`, { headers: token.EMPLOYEE }))).toEqual(['NOT_FOUND'])
})
