import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyAuditChain } from '../../server/audit/queries/verify.ts'
import type { ImportReport } from '../../server/exchange/rules/outcome.ts'
import { importCityFile } from '../city/load.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { cityBytes, cityTruth } from './city.ts'
import { send } from './office.ts'

const fileName = 'riwayat-golongan.csv'
let store: TestDatabase
let expected: ImportReport
let bytes: Buffer
let folder: string

beforeAll(async () => {
  store = await createTestDatabase()
  expected = (await cityTruth()).files[fileName]!
  bytes = await cityBytes(fileName)
  for (const name of ['unit.csv', 'pegawai.csv']) await importCityFile(store.database, name, cityBytes)
  folder = await mkdtemp(join(tmpdir(), 'tera-resume-'))
}, 180_000)

afterAll(async () => {
  await store.drop()
  await rm(folder, { recursive: true })
})

/** The newest run of the file. */
const newest = () =>
  store.database.prisma.importRun.findFirstOrThrow({ where: { kind: 'riwayat-golongan' }, orderBy: { id: 'desc' } })

/** Each accepted row is stored once, each other one noted once, and the report is that of a run that nobody disturbed. */
async function expectOnce(report: ImportReport): Promise<void> {
  const { prisma } = store.database
  expect(report).toEqual(expected)
  const run = await newest()
  expect(run).toMatchObject({
    state: 'FINISHED',
    committedRows: expected.rows,
    writtenRecords: expected.accepted,
    report: expected,
  })
  const stored = await prisma.rankRecord.findMany({ select: { sourceHash: true, importRunId: true } })
  expect(stored).toHaveLength(expected.accepted)
  expect(new Set(stored.map(({ sourceHash }) => sourceHash)).size).toBe(expected.accepted)
  expect(new Set(stored.map(({ importRunId }) => importRunId))).toEqual(new Set([run.id]))
  const noted = await prisma.importRow.groupBy({
    by: ['outcome'],
    where: { importRunId: run.id },
    _count: true,
    orderBy: { outcome: 'asc' },
  })
  expect(noted.map(({ outcome, _count }) => [outcome, _count])).toEqual([
    ['ACCEPTED_WITH_WARNING', expected.acceptedWithWarning],
    ['SKIPPED', expected.skipped],
    ['REJECTED', expected.rejected],
  ])
}

async function clear(): Promise<void> {
  const { prisma } = store.database
  await prisma.rankRecord.deleteMany()
  await prisma.dataIssue.deleteMany({ where: { importRun: { kind: 'riwayat-golongan' } } })
  await prisma.importRow.deleteMany({ where: { importRun: { kind: 'riwayat-golongan' } } })
  await prisma.importRun.deleteMany({ where: { kind: 'riwayat-golongan' } })
}

describe('a run that is interrupted goes on where it stopped, and each row counts once', () => {
  test('interrupted between chunks, again and again', async () => {
    const stopAfter = (rows: number) => ({
      onProgress: (done: number) => {
        if (done >= rows) throw new Error('interrupted')
      },
    })
    for (const rows of [2_000, 4_000, 8_000]) {
      await expect(send(store.database, 'riwayat-golongan', bytes, stopAfter(rows))).rejects.toThrow('interrupted')
      expect(await newest()).toMatchObject({ state: 'FAILED', committedRows: rows })
    }
    await expectOnce(await send(store.database, 'riwayat-golongan', bytes))
    expect(await store.database.prisma.importRun.count({ where: { kind: 'riwayat-golongan' } })).toBe(1)
    await clear()
  }, 120_000)

  test('killed with SIGKILL while it writes, again and again', async () => {
    const path = join(folder, fileName)
    await writeFile(path, bytes)
    for (let committed = 0, kills = 0; kills < 3; kills += 1) {
      const process = tera(path)
      const died = exitOf(process)
      committed = await progressBeyond(committed)
      process.kill('SIGKILL')
      expect(await died).toMatchObject({ signal: 'SIGKILL' })
    }
    expect((await newest()).state).toBe('RUNNING')
    const { code, out } = await exitOf(tera(path))
    expect(code).toBe(1)
    await expectOnce(JSON.parse(out))
    expect(await verifyAuditChain(store.database.prisma)).toMatchObject({ isIntact: true })
  }, 240_000)
})

function tera(path: string): ChildProcess {
  const main = join(import.meta.dirname, '../../server/main.ts')
  const args = [main, 'import', 'riwayat-golongan', path, '--json', '--now', '2025-12-31T12:00:00+07:00']
  return spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, DATABASE_URL: store.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function exitOf(child: ChildProcess): Promise<{ code: number | null; signal: string | null; out: string }> {
  let out = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, out }))
  })
}

/** Watches the run until it has committed more rows than before. */
async function progressBeyond(rows: number): Promise<number> {
  const { prisma } = store.database
  const committed = async () => {
    const run = await prisma.importRun.findFirst({ where: { kind: 'riwayat-golongan' }, orderBy: { id: 'desc' } })
    return run && run.committedRows > rows ? run.committedRows : null
  }
  return (await vi.waitUntil(committed, { timeout: 60_000, interval: 20 })) ?? rows
}
