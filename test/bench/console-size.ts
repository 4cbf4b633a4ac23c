import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { consoleHome, ensureConsole } from '../../server/console.ts'
import { type Figure, most, printReport } from './report.ts'

type Chunk = { file: string; src?: string; imports?: string[]; dynamicImports?: string[] }
type Manifest = Readonly<Record<string, Chunk>>

/** What every page but signing in needs: the application, and the words of one language. */
const application = ['index.html', 'App.tsx', 'virtual:words/id'] as const

/** Pages whose script is weighed, each with the modules that the browser loads for it one after the other. */
const pages: Readonly<Record<string, readonly string[]>> = {
  'sign-in': ['index.html'],
  home: [...application, 'home/HomePage.tsx'],
  'list of employees': [...application, 'organization/EmployeeList.tsx'],
  'list of appraisals': [...application, 'appraisals/AppraisalList.tsx'],
  'list of indicators': [...application, 'indicators/IndicatorList.tsx'],
}

/** Most kB of script, compressed, that a page may need before it can be used: the mark of the console. */
const mostKb = { first: 400, next: 350 }

/** Every file that a page needs: the modules and, through them, all that they import. Throws when the console has no such page. */
function filesOf(manifest: Manifest, entries: readonly string[]): Set<string> {
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name] ?? Object.values(manifest).find(({ src }) => src?.endsWith(name))
    if (!chunk) throw new Error(`The built console has no ${name}.`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const entry of entries) visit(entry)
  return files
}

/** Kilobytes (1,000 bytes) of script after gzip, and the number of files, for each page of a built console. */
export function weighConsole(home: string): Figure[] {
  const manifest = JSON.parse(readFileSync(join(home, '.vite/manifest.json'), 'utf8')) as Manifest
  const weightOf = (file: string) => gzipSync(readFileSync(join(home, file))).length
  return Object.entries(pages).flatMap(([page, entries]): Figure[] => {
    const files = [...filesOf(manifest, entries)].filter((file) => file.endsWith('.js'))
    const bytes = files.reduce((sum, file) => sum + weightOf(file), 0)
    return [
      { name: `script, ${page}`, value: bytes / 1_000, unit: 'kB', target: most(mostKb.first, mostKb.next) },
      { name: `files of script, ${page}`, value: files.length, unit: '' },
    ]
  })
}

/** The figures of the console as it is now; builds it first when it is not. */
export async function measureConsole(report: (line: string) => void): Promise<Figure[]> {
  await ensureConsole(report)
  return weighConsole(consoleHome)
}

if (import.meta.main) printReport(await measureConsole((line) => process.stderr.write(`${line}\n`)), false)
