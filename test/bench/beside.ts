import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What only the bench needs has an installation of its own beside it; made at the first use. Answers the folder of the package. */
export function installBeside(name: 'postgraphile' | 'lighthouse'): string {
  const folder = join(import.meta.dirname, name)
  const installed = join(folder, 'node_modules', name)
  if (existsSync(installed)) return installed
  const pnpm = process.env.npm_execpath
  const [command, ...first] = pnpm === undefined ? ['pnpm'] : pnpm.endsWith('js') ? [process.execPath, pnpm] : [pnpm]
  const how = ['install', '--dir', folder, '--ignore-workspace', '--frozen-lockfile', '--ignore-scripts']
  execFileSync(command ?? 'pnpm', [...first, ...how], { stdio: ['ignore', 'ignore', 'inherit'] })
  return installed
}
