import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { replaceFolder } from './move-in-place.ts'
import { SetupError } from './setup-error.ts'

const root = join(import.meta.dirname, '..')

/** Where the built console lies. */
export const consoleHome = join(root, 'dist/admin')

/** Builds the console if it is missing or its sources have changed. True when it was built now (some 20 s). */
export async function ensureConsole(report: (line: string) => void): Promise<boolean> {
  const stamp = join(consoleHome, '.stamp')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  report('Building the console …')
  // In a folder of its own: a kill leaves no half of a console, and two builders do not meet.
  const work = join(root, '.tera', `console-${process.pid}`)
  const fresh = join(work, 'admin')
  try {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(dirname(consoleHome), { recursive: true })
    await build(fresh)
    writeFileSync(join(fresh, '.stamp'), wanted)
    replaceFolder(fresh, consoleHome, join(work, 'old'))
    return true
  } catch (cause) {
    const { message, stderr } = cause as Error & { stderr?: string }
    throw new SetupError(`The console could not be built in ${consoleHome}: ${stderr || message}`, { cause })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Of everything that the build reads: sources, configuration, and the versions of the packages. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'admin'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = sources.map((entry) => join(entry.parentPath, entry.name)).sort()
  for (const file of [...files, join(root, 'vite.config.ts'), join(root, 'pnpm-lock.yaml')]) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

async function build(folder: string): Promise<void> {
  const command = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  const args = [command, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  // The bundle is the same whatever mode the server runs in.
  await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
}
