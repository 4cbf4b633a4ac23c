import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { replaceFolder } from './move-in-place.ts'
import { SetupError } from './setup-error.ts'

const root = join(import.meta.dirname, '..')
const schema = join(root, 'prisma/schema.prisma')
const home = join(root, 'server/generated')
const stamp = join(home, '.stamp')

/**
 * Generates the Prisma client where it is missing or belongs to another schema or version, as in a fresh clone. Must be awaited before
 * anything imports it. True when it was generated now (some 3 s); a check alone takes a millisecond.
 */
export async function ensureGenerated(): Promise<boolean> {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  // In a folder of its own, so that two processes do not meet and a kill leaves no half of a client. The paths in the schema are
  // relative to it, so the copy writes into the copied tree.
  const work = join(root, '.tera', `generate-${process.pid}`)
  const fresh = join(work, 'server/generated')
  try {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(fresh, { recursive: true })
    cpSync(schema, join(work, 'prisma/schema.prisma'), { recursive: true })
    await generate(join(work, 'prisma/schema.prisma'))
    writeFileSync(join(fresh, '.stamp'), wanted)
    replaceFolder(fresh, home, join(work, 'old'))
    return true
  } catch (cause) {
    const { message, stderr } = cause as Error & { stderr?: string }
    throw new SetupError(`The Prisma client could not be generated in ${home}: ${stderr || message}`, { cause })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function fingerprint(): string {
  const { version } = createRequire(import.meta.url)('@prisma/client/package.json') as { version: string }
  return createHash('sha256').update(version).update(readFileSync(schema)).digest('hex')
}

async function generate(schemaCopy: string): Promise<void> {
  const command = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')
  // The command starts generators and the schema engine by name: they are found here, and run on this Node.
  const path = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const env = { ...process.env, PATH: path, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  await promisify(execFile)(process.execPath, [command, 'generate', '--schema', schemaCopy], { cwd: root, env })
}
