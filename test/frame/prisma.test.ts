import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { migrate } from '../../server/migrate.ts'
import { dropDatabase, freshDatabaseUrl } from '../database.ts'

// Whole processes start and stop here, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const root = join(import.meta.dirname, '../..')
const command = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')
const schema = 'prisma/schema.prisma'

/** Runs the command with every download refused, as on a machine without a network. */
function prisma(args: readonly string[], url?: string): Promise<{ code: number; output: string }> {
  const env = {
    PATH: [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    HOME: work,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    PRISMA_ENGINES_MIRROR: 'http://127.0.0.1:1',
    https_proxy: 'http://127.0.0.1:1',
    ...(url && { DATABASE_URL: url }),
  }
  return new Promise((done) => {
    execFile(process.execPath, [command, ...args], { cwd: root, env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, output: stdout + stderr })
    })
  })
}

let work: string
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'tera-prisma-'))
})
afterAll(() => rmSync(work, { recursive: true }))

test('the migrations make exactly the schema', async () => {
  const { code, output } = await prisma([
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    schema,
    '--exit-code',
  ])
  expect(output).toContain('No difference detected')
  expect(code).toBe(0)
})

test('a schema that moved on is noticed, and its migration is written offline', async () => {
  const moved = join(work, 'moved.prisma')
  writeFileSync(moved, 'datasource db {\n  provider = "postgresql"\n}\n\nmodel Addition {\n  id Int @id\n}\n')
  const { code, output } = await prisma(['migrate', 'diff', '--from-empty', '--to-schema', moved, '--script', '--exit-code'])
  expect(output).toContain('CREATE TABLE "Addition"')
  expect(code).toBe(2)
})

test('the client is generated offline', async () => {
  const small = join(work, 'small.prisma')
  const generator = 'generator client {\n  provider = "prisma-client"\n  output   = "./client"\n}\n'
  writeFileSync(small, `${generator}datasource db {\n  provider = "postgresql"\n}\nmodel Addition {\n  id Int @id\n}\n`)
  const { code, output } = await prisma(['generate', '--schema', small])
  expect(output).toContain('Generated Prisma Client')
  expect(code).toBe(0)
})

test('status and deploy of the command agree with the migrations applied at start', async () => {
  const url = freshDatabaseUrl()
  try {
    expect((await prisma(['migrate', 'status'], url)).output).toContain('does not exist')
    await migrate(url)
    expect((await prisma(['migrate', 'status'], url)).output).toContain('Database schema is up to date')
    expect((await prisma(['migrate', 'deploy'], url)).output).toContain('No pending migrations to apply')
  } finally {
    await dropDatabase(url)
  }
})

test('what the command deployed, the start takes as applied', async () => {
  const url = freshDatabaseUrl()
  try {
    const { code, output } = await prisma(['migrate', 'deploy'], url)
    expect(output).toContain('All migrations have been successfully applied')
    expect(code).toBe(0)
    expect(await migrate(url)).toEqual([])
  } finally {
    await dropDatabase(url)
  }
})
