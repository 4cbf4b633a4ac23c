import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import pg from 'pg'
import { computeAppraisals } from '../../server/appraisals/commands/compute-appraisals.ts'
import { type Database, openDatabase } from '../../server/db.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { newId } from '../../server/new-id.ts'
import { execute } from '../../server/transact.ts'
import type { Cluster } from './cluster.ts'
import { peakMbOfFamily } from './processes.ts'
import { type Figure, least, most } from './report.ts'

const rowsToImport = 100_000
const patience = { statementTimeoutMs: 10 * 60_000 }
const clock = '2025-10-05T09:00:00+07:00'

type Report = (line: string) => void

/** Figures of work on the whole city: computing everything, computing nothing, and reading a file in. Works on copies of the city. */
export async function measureBulk(cluster: Cluster, employees: number, report: Report): Promise<Figure[]> {
  await cluster.city(employees, report)
  return [...(await rescoring(cluster, employees, report)), ...(await importing(cluster, employees, report))]
}

async function rescoring(cluster: Cluster, employees: number, report: Report): Promise<Figure[]> {
  report('Rescoring the city …')
  return cluster.onCopy(employees, async (url) => {
    await asOwner(url, `UPDATE appraisal SET input_hash = ''; VACUUM ANALYZE appraisal`)
    const database = await openDatabase(url, patience)
    try {
      const compute = () => seconds(() => computeYear(database))
      const cold = await compute()
      const unchanged = await compute()
      return [
        { name: 'whole city rescored', value: cold, unit: 's', target: most(5, 3) },
        { name: 'whole city, nothing changed', value: unchanged, unit: 's', target: most(1, 0.5) },
      ]
    } finally {
      await database.close()
    }
  })
}

function computeYear(database: Database) {
  return execute(database, computeAppraisals, { periodKey: '2025' }, { actor: systemActor('bench'), now: new Date() })
}

async function importing(cluster: Cluster, employees: number, report: Report): Promise<Figure[]> {
  report(`Importing ${rowsToImport} measurements …`)
  const folder = mkdtempSync(join(tmpdir(), 'tera-bench-'))
  const file = join(folder, 'realisasi.csv')
  try {
    const imported = await cluster.onCopy(employees, async (url) => {
      writeFileSync(file, csvOf(await emptiedQuarters(url)))
      return importFile(url, file)
    })
    const bare = await cluster.onCopy(employees, async (url) => {
      const rows = await emptiedQuarters(url)
      const database = await openDatabase(url, patience)
      try {
        return await seconds(() => database.prisma.realisation.createMany({ data: rows.map(dataOf) }))
      } finally {
        await database.close()
      }
    })
    return [
      {
        name: `import of ${rowsToImport} rows against createMany alone`,
        value: bare / imported.seconds,
        unit: '×',
        target: least(1, 3),
      },
      { name: 'the import', value: imported.seconds, unit: 's' },
      { name: 'createMany alone', value: bare, unit: 's' },
      { name: 'memory of the import', value: imported.peakMb, unit: 'MB', target: most(300, 300) },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Row = {
  readonly seriesId: string
  readonly periodId: string
  readonly code: string
  readonly nip: string
  readonly period: string
  readonly day: Date
}

/** Takes the measurements of the first three quarters out, and tells whose they were. */
async function emptiedQuarters(url: string): Promise<Row[]> {
  return asOwner<Row>(
    url,
    `SET session_replication_role = replica;
     DELETE FROM evidence; DELETE FROM realisation WHERE period_id IN (SELECT id FROM period WHERE key LIKE '2025-TW_' AND key <> '2025-TW4');
     VACUUM ANALYZE realisation;
     SELECT s.id AS "seriesId", p.id AS "periodId", i.code, e.nip, p.key AS period, p.ends_on AS day
     FROM period p CROSS JOIN measurement_series s JOIN indicator i ON i.id = s.indicator_id JOIN employee e ON e.id = s.employee_id
     WHERE p.key LIKE '2025-TW_' AND p.key <> '2025-TW4' AND s.year = 2025 ORDER BY p.key, s.id LIMIT ${rowsToImport}`,
  )
}

function csvOf(rows: readonly Row[]): string {
  const head = 'KODE IKI;NIP/KODE UNIT;PERIODE;NILAI;PEMBILANG;PENYEBUT;TANGGAL;SUMBER;BUKTI URL;ALASAN KOSONG'
  const lines = rows.map(({ code, nip, period, day }, place) => {
    const [year, month, date] = isoDay(day).split('-')
    return `${code};${nip};${period};${20 + (place % 11)};;;${date}/${month}/${year};Register;https://bukti.contoh.go.id/${place};`
  })
  return `${[head, ...lines].join('\n')}\n`
}

function dataOf({ seriesId, periodId, day }: Row, place: number) {
  const standing = {
    state: 'VERIFIED',
    isComplete: true,
    isOnTime: true,
    isTraceable: true,
    quality: 1,
    source: 'Register',
  } as const
  return { id: newId(), seriesId, periodId, value: 20 + (place % 11), measuredOn: new Date(isoDay(day)), ...standing }
}

/** The driver reads a date as midnight of this machine. */
function isoDay(day: Date): string {
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
}

/** Reads the file in by the command that a person uses, from its start to its end; each row must be accepted. */
async function importFile(url: string, file: string): Promise<{ readonly seconds: number; readonly peakMb: number }> {
  const program = join(import.meta.dirname, '../../server/main.ts')
  const args = [program, 'import', 'realisasi', file, '--json', '--now', clock, '--year', '2025']
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [report, peakMb] = await Promise.all([
    json(child.stdout) as Promise<{ accepted: number }>,
    watchMemory(child),
    once(child, 'exit'),
  ])
  if (report.accepted !== rowsToImport) throw new Error(`the import accepted ${JSON.stringify(report)}`)
  return { seconds: (performance.now() - startedAt) / 1_000, peakMb }
}

function watchMemory(child: ChildProcess): Promise<number> {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, peakMbOfFamily(child.pid ?? 0))
  }, 100)
  return new Promise((resolve) => {
    child.once('exit', () => {
      clearInterval(timer)
      resolve(peak)
    })
  })
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1_000
}

/** Runs statements as the owner, one after the other; answers the rows of the last one. */
async function asOwner<Row>(url: string, statements: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements.split(';')) rows = (await client.query(statement)).rows
    return rows as Row[]
  } finally {
    await client.end()
  }
}
