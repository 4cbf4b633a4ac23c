import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../server/db.ts'
import { receiveFile } from '../../server/exchange/commands/files.ts'
import { runImport } from '../../server/exchange/commands/import-run.ts'
import { continueRun, startRun } from '../../server/exchange/commands/runs.ts'
import { execute } from '../../server/transact.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import {
  actorWith,
  csv,
  indicatorFile,
  loadOffice,
  nips,
  now,
  realisationHeader,
  send,
  staffFile,
  system,
  unitFile,
} from './office.ts'

let store: TestDatabase
let database: Database

beforeAll(async () => {
  store = await createTestDatabase()
  database = store.database
  await loadOffice(database)
})

afterAll(() => store.drop())

const caller = { actor: system, now }
const newest = () => database.prisma.importRun.findFirstOrThrow({ orderBy: { id: 'desc' } })
const rankFile = csv('NIP;GOL/RUANG;TMT', `${nips[0]};III/a;01-01-1996`, `${nips[0]};III/b;01-04-2000`, 'kosong;III/a;01-01-2000')

describe('what a file says is stored as the single commands store it', () => {
  test('units with their first version and their place in the tree', async () => {
    const unit = await database.prisma.unit.findUniqueOrThrow({
      where: { code: 'X.1' },
      include: { parent: true, versions: true, ancestors: { orderBy: { distance: 'asc' } } },
    })
    expect(unit.parent?.code).toBe('X')
    expect(unit.versions).toMatchObject([{ name: 'Puskesmas Uji', parentId: unit.parentId, validTo: null }])
    expect(unit.ancestors.map(({ ancestorId }) => ancestorId)).toEqual([unit.id, unit.parentId])
  })

  test('employees with what a search finds, and the line to a superior who may stand later in the file', async () => {
    const employee = await database.prisma.employee.findUniqueOrThrow({
      where: { nip: nips[2] },
      include: { superior: true, reportingLines: true, unit: true },
    })
    expect(employee).toMatchObject({ searchText: `cici ${nips[2]}`, unit: { code: 'X.1' }, superior: { nip: nips[1] } })
    expect(employee.reportingLines).toMatchObject([
      { superiorId: employee.superiorId, validFrom: new Date('2020-03-01'), validTo: null },
    ])
  })

  test('a reporting line without a day begins with the import', async () => {
    const line = await database.prisma.reportingLine.findFirstOrThrow({ where: { employee: { nip: nips[1] } } })
    expect(line.validFrom).toEqual(new Date('2025-12-31'))
  })

  test('a warning goes to the data-quality inbox with the person, the unit and the line', async () => {
    const issue = await database.prisma.dataIssue.findFirstOrThrow({
      where: { code: 'NAME_SUSPECT' },
      include: { employee: true, unit: true, importRun: true },
    })
    expect(issue).toMatchObject({ line: 4, employee: { nip: nips[1] }, unit: { code: 'X.1' }, importRun: { kind: 'pegawai' } })
    expect(issue.detail).toContain('=Budi')
  })
})

test('a dry run judges and reports, and writes nothing but itself', async () => {
  const audit = await auditOf(database, async () => {
    const report = await send(database, 'riwayat-golongan', rankFile, { isDryRun: true })
    expect(report).toMatchObject({ rows: 3, accepted: 2, rejected: 1, rejectedByCode: { UNKNOWN_EMPLOYEE: 1 } })
  })
  expect(await database.prisma.rankRecord.count()).toBe(0)
  expect(await database.prisma.importFile.count()).toBe(0)
  const run = await newest()
  expect(run).toMatchObject({ isDryRun: true, state: 'FINISHED', totalRows: 3, committedRows: 3, writtenRecords: 0 })
  expect(await database.prisma.importRow.findMany({ where: { importRunId: run.id } })).toMatchObject([
    { line: 4, outcome: 'REJECTED', codes: ['UNKNOWN_EMPLOYEE'], column: 'NIP', cells: ['kosong', 'III/a', '01-01-2000'] },
  ])
  expect(audit.map(({ event }) => event)).toEqual(['import.started', 'import.chunkWritten', 'import.finished'])
})

test('a real run is audited step by step, and a second run of the same file changes nothing', async () => {
  const audit = await auditOf(database, () => send(database, 'riwayat-golongan', rankFile))
  expect(audit.map(({ event }) => event)).toEqual([
    'import.fileReceived',
    'import.started',
    'import.chunkWritten',
    'import.finished',
  ])
  expect(await newest()).toMatchObject({ state: 'FINISHED', writtenRecords: 2, fileId: null })
  expect(await database.prisma.importFile.count()).toBe(0)
  const stored = await database.prisma.rankRecord.findMany()
  const again = await send(database, 'riwayat-golongan', rankFile)
  expect(again).toMatchObject({ accepted: 0, skipped: 2, rejected: 1 })
  expect(await database.prisma.rankRecord.findMany()).toEqual(stored)
})

test('every kind that was loaded is skipped as a whole when it is sent again', async () => {
  for (const [kind, file, rows] of [
    ['unit', unitFile, 2],
    ['pegawai', staffFile, 3],
    ['indikator', indicatorFile, 1],
  ] as const)
    expect(await send(database, kind, file), kind).toMatchObject({ rows, skipped: rows })
})

test('what a person entered by hand is not overwritten by a file', async () => {
  await database.prisma.unit.create({ data: { code: 'HAND', name: 'Dinas Tangan', type: 'DINAS' } })
  const report = await send(database, 'unit', csv('KODE;NAMA;JENIS;KODE INDUK', 'HAND;Dinas Tangan;DINAS;'))
  expect(report.rejectedByCode).toEqual({ DUPLICATE_CONFLICT: 1 })
})

test('measurements of a closed quarter are refused as a whole, and the run tells why', async () => {
  const file = (quarter: number) => csv(realisationHeader, `K-1;${nips[2]};2025-TW${quarter};12;01-0${quarter * 3}-2025;Kohort;;`)
  expect(await send(database, 'realisasi', file(1))).toMatchObject({ accepted: 1 })
  await database.prisma.period.update({ where: { key: '2025-TW2' }, data: { state: 'CLOSED' } })
  await expect(send(database, 'realisasi', file(2))).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
  expect(await newest()).toMatchObject({ state: 'FAILED', committedRows: 0, failure: expect.stringContaining('2025-TW2') })
  expect(await database.prisma.realisation.count()).toBe(1)
  await database.prisma.period.update({ where: { key: '2025-TW2' }, data: { state: 'OPEN' } })
  expect(await send(database, 'realisasi', file(2))).toMatchObject({ accepted: 1 })
  expect(await newest()).toMatchObject({ state: 'FINISHED', failure: null })
})

test('quality says what is true of each measurement', async () => {
  const rows = csv(
    realisationHeader,
    `K-1;${nips[0]};2025-TW3;5;01-09-2025;Kohort;https://bukti.example/1;`,
    `K-1;${nips[1]};2025-TW3;5;01-09-2025;Kohort;di laci;`,
    `K-1;X;2025-TW3;;01-09-2025;Kohort;;NOT_YET_DUE`,
  )
  await send(database, 'realisasi', rows)
  const stored = await database.prisma.realisation.findMany({
    where: { period: { key: '2025-TW3' } },
    include: { evidences: true, series: { include: { employee: true, unit: true } } },
    orderBy: { quality: 'desc' },
  })
  expect(
    stored.map(({ quality, isTraceable, evidences }) => [quality.toNumber(), isTraceable, evidences.map(({ url }) => url)]),
  ).toEqual([
    [1, true, ['https://bukti.example/1']],
    [0.75, false, [null]],
    [0.5, false, []],
  ])
  expect(stored.at(-1)).toMatchObject({
    state: 'VERIFIED',
    missingReason: 'NOT_YET_DUE',
    series: { employee: null, unit: { code: 'X' } },
  })
})

describe('who may import, and when', () => {
  const bytes = new Uint8Array(rankFile)
  const headers = ['NIP', 'GOL/RUANG', 'TMT']
  const keep = () => execute(database, receiveFile, { fileName: 'gol.csv', headers, bytes }, caller)
  const start = (fileId: string, mapping?: Record<string, string | null>) =>
    execute(
      database,
      startRun,
      { kind: 'riwayat-golongan', source: { fileId }, isDryRun: false, mapping, clockAt: now, year: 2025 },
      caller,
    )

  test('a role without the permission, or with it for one unit alone, is refused and nothing is kept', async () => {
    const { id } = await database.prisma.unit.findFirstOrThrow()
    const files = await database.prisma.importFile.count()
    for (const actor of [actorWith('EMPLOYEE'), actorWith('INSPECTOR'), actorWith('ADMIN', id)])
      await expect(send(database, 'unit', unitFile, { actor })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await database.prisma.importFile.count()).toBe(files)
    expect(await send(database, 'unit', unitFile, { actor: actorWith('TIM_KINERJA') })).toMatchObject({ skipped: 2 })
  })

  test('a file without a required column is refused before it is started; a mapping by hand mends that', async () => {
    const file = await execute(database, receiveFile, { fileName: 'x.csv', headers: ['NIP', 'PANGKAT', 'TMT'], bytes }, caller)
    await expect(start(file.id)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'mapping.GOL/RUANG': expect.anything() },
    })
    expect(await start(file.id, { golongan: 'PANGKAT' })).toMatchObject({ state: 'RECEIVED' })
    await expect(start(file.id, { golongan: 'TIDAK ADA' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('a file that is gone is not found, and a finished run is not continued', async () => {
    await expect(start('01890000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const run = await start((await keep()).id)
    await runImport(database, run.id, caller)
    await expect(execute(database, continueRun, { id: run.id }, caller)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await runImport(database, run.id, caller)).toMatchObject({ skipped: 2 })
  })

  test('of two runs of one kind at once, one works and the other is told to wait', async () => {
    const runs = [await start((await keep()).id), await start((await keep()).id)]
    const { promise: working, resolve } = Promise.withResolvers<void>()
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
    const { whileAlone } = await import('../../server/exchange/queries/locks.ts')
    const holder = whileAlone(database, 'riwayat-golongan', async () => {
      resolve()
      await mayEnd
    })
    await working
    await expect(runImport(database, runs[0]!.id, caller)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(execute(database, continueRun, { id: runs[0]!.id }, caller)).rejects.toMatchObject({ code: 'CONFLICT' })
    end()
    await holder
    expect(await database.prisma.importRun.findUniqueOrThrow({ where: { id: runs[0]!.id } })).toMatchObject({ state: 'RECEIVED' })
    expect(await runImport(database, runs[1]!.id, caller)).toMatchObject({ rows: 3 })
  })
})
