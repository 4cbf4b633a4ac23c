import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DomainError } from '../../server/errors.ts'
import { exitCodeOf } from '../../server/runtime.ts'
import { SetupError } from '../../server/setup-error.ts'
import { dropDatabase, freshDatabaseUrl } from '../database.ts'

function tera(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; out: string; err: string }> {
  const main = join(import.meta.dirname, '../../server/main.ts')
  return new Promise((done) => {
    const child = execFile(process.execPath, [main, ...args], { env: { PATH: process.env.PATH, ...env } }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
    child.stdin?.end()
  })
}

test('help names the commands, the environment and the exit codes', async () => {
  const { code, out } = await tera(['--help'])
  expect(code).toBe(0)
  for (const word of ['migrate', 'stop', 'rule', 'DATABASE_URL', 'TERA_DATA_DIR', 'Exit codes']) expect(out).toContain(word)
  expect((await tera(['migrate', '--help'])).code).toBe(0)
})

test.each([[['no-such-command']], [['migrate', '--no-such-option']], [['rule']]])(
  'wrong usage exits with 2: %o',
  async (args) => {
    const { code, err } = await tera(args)
    expect(code).toBe(2)
    expect(err).toContain('--help')
  },
)

test('migrate brings a database up to date and says in JSON what it did', async () => {
  const url = freshDatabaseUrl()
  try {
    const first = await tera(['migrate', '--json'], { DATABASE_URL: url })
    expect(JSON.parse(first.out).applied.length).toBeGreaterThan(1)
    const second = await tera(['migrate', '--json'], { DATABASE_URL: url })
    expect([second.code, JSON.parse(second.out)]).toEqual([0, { applied: [] }])
  } finally {
    await dropDatabase(url)
  }
})

test('a wrong setting and an unreachable database exit with 3 and are named, in JSON where asked', async () => {
  const wrong = await tera(['migrate'], { PORT: 'x' })
  expect([wrong.code, wrong.err]).toEqual([3, 'PORT: must be a port number\n'])
  const gone = await tera(['migrate', '--json'], { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/tera' })
  expect(gone.code).toBe(3)
  expect(JSON.parse(gone.err).error.message).toContain('127.0.0.1:1')
  expect(gone.err).not.toContain('secret')
})

test('each kind of error has its exit code', () => {
  const coded = (code: string) => Object.assign(new Error(code), { code })
  expect(exitCodeOf(new DomainError('CONFLICT'))).toBe(1)
  expect(exitCodeOf(new SetupError('no room'))).toBe(3)
  for (const code of ['ECONNREFUSED', '57P01', '08006', 'P1001', 'P2024']) expect(exitCodeOf(coded(code))).toBe(3)
  for (const code of ['P2002', '42601', 'ERR_INVALID_ARG_TYPE']) expect(exitCodeOf(coded(code))).toBe(70)
  expect(exitCodeOf('thrown text')).toBe(70)
})
