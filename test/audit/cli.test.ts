import { Command } from 'commander'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { register } from '../../server/audit/cli.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { createRuntime, type Runtime } from '../../server/runtime.ts'
import { writeAudit } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let testing: TestDatabase
let head: string

beforeAll(async () => {
  testing = await createTestDatabase()
  const { prisma } = testing.database
  const entity = { type: 'Unit', id: '1' }
  await prisma.$transaction((tx) => writeAudit(tx, 'unit.changed', { entity }, { actor: systemActor('test'), device: undefined }))
  head = (await prisma.auditEvent.findFirstOrThrow()).hash
  return () => testing.drop()
})
afterEach(() => {
  process.exitCode = undefined
})

/** Runs `tera …` against the database of the test; answers what it printed and its exit code. */
async function tera(...args: string[]): Promise<{ value: unknown; lines: readonly string[]; exitCode: typeof process.exitCode }> {
  let printed: { value: unknown; lines: readonly string[] } = { value: undefined, lines: [] }
  const runtime: Runtime = {
    ...createRuntime(),
    withDatabase: (run) => run(testing.database),
    print: (_options, value, lines) => {
      printed = { value, lines }
    },
  }
  const program = new Command('tera').exitOverride()
  register(program, runtime)
  await program.parseAsync(args, { from: 'user' })
  return { ...printed, exitCode: process.exitCode }
}

test('tera audit verify tells that all is in order', async () => {
  const { value, lines, exitCode } = await tera('audit', 'verify', '--expect-head', head)
  expect(value).toEqual({ events: 1, isIntact: true, firstBrokenSequence: null, fault: null, headHash: head })
  expect(lines).toEqual([`1 entries, all in order. Head: ${head}`])
  expect(exitCode).toBeUndefined()
})

test('tera audit verify fails when the expected head is gone', async () => {
  const { value, exitCode } = await tera('audit', 'verify', '--expect-head', '0'.repeat(64))
  expect(value).toMatchObject({ isIntact: false, fault: 'HEAD_MISSING' })
  expect(exitCode).toBe(1)
})

test('tera audit head prints what to note', async () => {
  const { value, lines } = await tera('audit', 'head')
  expect(value).toEqual({ sequence: 1, hash: head })
  expect(lines).toEqual([`1 ${head}`])
})
