import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAuditChain } from '../../server/audit/queries/verify.ts'
import { Checksum, readBackup } from '../../server/backup/file.ts'
import { backUp, restore } from '../../server/backup.ts'
import { openDatabase } from '../../server/db.ts'
import { setLanguage } from '../../server/identity/commands/preferences.ts'
import { migrate } from '../../server/migrate.ts'
import { createTestDatabase, dropDatabase, freshDatabaseUrl, type TestDatabase } from '../database.ts'
import { createDemoDatabase } from '../demo-database.ts'
import { as, createPeople, now } from '../identity/people.ts'

let city: TestDatabase
let folder: string
let file: string
const made: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tera-backup-'))
  file = join(folder, 'kota.backup')
  city = await createTestDatabase()
  const { users } = await createPeople(city.database)
  for (const language of ['EN', 'ID'] as const) await as(city.database, users.nurse)(setLanguage, { language })
  // What is hard to carry: ends of lines, quotes, signs of escape, a JSON null beside a missing value, bytes.
  await city.database.prisma.commandAttempt.create({ data: attempt([0, 10, 92, 255]) })
  const { id } = await city.database.prisma.unit.findFirstOrThrow()
  await city.database.prisma.note.create({
    data: { unitId: id, authorLabel: 'a\\.\n\\N\t"', text: '\\N', createdAt: now },
  })
  await backUp(city.url, file, now)
})
afterAll(async () => {
  await city.drop()
  await Promise.all(made.map(dropDatabase))
  rmSync(folder, { recursive: true })
})

const attempt = (key: readonly number[]) => ({
  actorId: crypto.randomUUID(),
  keyHash: new Uint8Array(key),
  step: 0,
  bodyHash: new Uint8Array(),
  at: now,
})

function fresh(): string {
  const url = freshDatabaseUrl()
  made.push(url)
  return url
}

/** The text of the backup, changed, as a backup of its own. */
function altered(change: (lines: string[]) => void): string {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  change(lines)
  const target = join(folder, `${crypto.randomUUID()}.backup`)
  writeFileSync(target, gzipSync(lines.join('\n')))
  return target
}

async function rowsOf(url: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${client.escapeIdentifier(table)}`)
  await client.end()
  return rows[0]?.count ?? -1
}

describe('the drill', () => {
  test('every table of the demo city has the same checksum after a restore, and it goes on: the audit chain holds and grows', async () => {
    await using demo = await createDemoDatabase()
    const [url, one, two] = [fresh(), join(folder, 'demo.backup'), join(folder, 'lagi.backup')]
    const contents = await backUp(demo.url, one, now)
    expect([...contents.tables.values()].reduce((total, { rows }) => total + rows, 0)).toBeGreaterThan(10_000)
    expect(await restore(url, one)).toEqual(contents)
    expect(await backUp(url, two, now)).toEqual(contents)
    expect(gunzipSync(readFileSync(two)).equals(gunzipSync(readFileSync(one)))).toBe(true)
    const database = await openDatabase(url, { poolSize: 2 })
    const user = await database.prisma.user.findFirstOrThrow({ include: { grants: true } })
    await as(database, user)(setLanguage, { language: user.language === 'EN' ? 'ID' : 'EN' })
    const { events, isIntact } = await verifyAuditChain(database.prisma)
    expect([isIntact, events]).toEqual([true, BigInt(contents.end.audit.events) + 1n])
    await expect(database.prisma.$executeRaw`DELETE FROM audit_event`).rejects.toThrow()
    const { id: employeeId } = await database.prisma.employee.findFirstOrThrow({ where: { participations: { none: {} } } })
    const last = await database.prisma.participant.findFirstOrThrow({ orderBy: { ordinal: 'desc' } })
    const { ordinal } = await database.prisma.participant.create({ data: { employeeId, programmeId: last.programmeId } })
    expect(ordinal).toBe(last.ordinal + 1)
    await database.close()
  })

  test('a backup of an older version comes back, and what is newer follows', async () => {
    const [old, url] = [fresh(), fresh()]
    const names = readdirSync('prisma/migrations')
      .filter((name) => /^\d/.test(name))
      .sort()
    await migrate(old, { through: names.at(-3) ?? '' })
    const target = join(folder, 'lama.backup')
    const { head } = await backUp(old, target, now)
    expect(head.migrations.at(-1)).toBe(names.at(-3))
    await restore(url, target)
    expect(await migrate(url)).toEqual([])
  })

  test('a backup shows one moment, whatever is written meanwhile', async () => {
    const target = join(folder, 'sibuk.backup')
    const { prisma } = city.database
    let isDone = false
    const writing = (async () => {
      while (!isDone) await prisma.commandAttempt.create({ data: attempt([1]) })
    })()
    await backUp(city.url, target, now)
    isDone = true
    await writing
    await restore(fresh(), target)
    await prisma.commandAttempt.deleteMany({ where: { keyHash: new Uint8Array([1]) } })
  })

  test('nothing of the database is left out', async () => {
    // A counter that belongs to a column follows from its rows; one of its own would be lost.
    const sequences = await city.database.prisma.$queryRaw`
      SELECT s.relname FROM pg_class s WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = s.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0)`
    expect(sequences).toEqual([])
  })
})

describe('a damaged backup is noticed before anything is restored', () => {
  const refused = async (target: string) => {
    const url = fresh()
    await expect(readBackup(target)).rejects.toThrow(/damaged or no backup/)
    await expect(restore(url, target)).rejects.toThrow(/damaged or no backup/)
    await expect(rowsOf(url, 'unit')).rejects.toThrow(/does not exist/)
  }

  test.each([0.01, 0.4, 0.99])('a flipped bit at %d of its length', async (part) => {
    const bytes = readFileSync(file)
    const at = Math.floor(bytes.length * part)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const target = join(folder, `bit-${part}.backup`)
    writeFileSync(target, bytes)
    await refused(target)
  })

  test('a file that was cut short', async () => {
    const target = join(folder, 'pendek.backup')
    writeFileSync(target, readFileSync(file))
    truncateSync(target, Math.floor(statSync(file).size * 0.7))
    await refused(target)
  })

  test('a changed value, a row too few, a table too few, an end that is missing, and something else altogether', async () => {
    const row = (lines: readonly string[]) => lines.findIndex((line) => line.startsWith('['))
    await refused(altered((lines) => lines.splice(row(lines), 1, (lines[row(lines)] ?? '').replace('"', '"x'))))
    await refused(altered((lines) => lines.splice(row(lines), 1)))
    await refused(
      altered((lines) => lines.splice(1, lines.findIndex((line, index) => index > 1 && line.startsWith('{"table"')) - 1)),
    )
    await refused(altered((lines) => lines.splice(-2, 1)))
    const other = join(folder, 'lain.backup')
    writeFileSync(other, 'bukan cadangan')
    await refused(other)
  })
})

test('a restore that fails leaves nothing behind, and can be tried again', async () => {
  const url = fresh()
  // Without its units, with right checksums: only the foreign keys can tell.
  const orphaned = altered((lines) => {
    const from = lines.findIndex((line) => line.startsWith('{"table":"unit"'))
    const to = lines.findIndex((line, index) => index > from && line.startsWith('{'))
    lines.splice(from + 1, to - from, JSON.stringify(new Checksum().sum()))
  })
  await expect(restore(url, orphaned)).rejects.toThrow(/points to rows that are missing/)
  expect(await rowsOf(url, 'employee')).toBe(0)
  await restore(url, file)
  expect(await rowsOf(url, 'employee')).toBeGreaterThan(0)
})

test('a database that holds something is never overwritten, nor a file', async () => {
  await expect(restore(city.url, file)).rejects.toThrow(/not empty/)
  await expect(backUp(city.url, file, now)).rejects.toThrow(/exists already/)
  expect([statSync(file).mode & 0o077, readdirSync(folder).some((name) => name.endsWith('.partial'))]).toEqual([0, false])
  expect(existsSync(file)).toBe(true)
})
