import { parseArgs } from 'node:util'
import { measureBulk } from './bulk.ts'
import { openCluster } from './cluster.ts'
import { measurePages } from './console-pages.ts'
import { measureConsole } from './console-size.ts'
import { type Figure, printReport } from './report.ts'
import { measureServers } from './requests.ts'

/**
 * `pnpm bench`: Tera beside a hand-written statement and PostGraphile on the same database, in one run. Linux only, because CPU and memory are
 * read from `/proc`. Fills its cities at the first run (a minute, and some six for the large one) and keeps them.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    employees: { type: 'string', default: '5000' },
    large: { type: 'string', default: '200000' },
    memory: { type: 'string' },
    only: { type: 'string', default: 'console,requests,bulk' },
  },
})

const parts = values.only.split(',')
const pace = values.quick
  ? { rounds: 3, milliseconds: 1_500, concurrency: 16, warmUp: 300 }
  : { rounds: 7, milliseconds: 4_000, concurrency: 16, warmUp: 2_000 }
const memoryMs = 1_000 * Number(values.memory ?? (values.quick ? 10 : 60))
const report = (line: string) => process.stderr.write(`${line}\n`)

const figures: Figure[] = []
const tell = (measured: readonly Figure[]) => {
  figures.push(...measured)
  // A part that fails later takes nothing away from what was measured before it.
  if (!values.json) printReport(measured, false)
}

if (parts.includes('console')) {
  tell(await measureConsole(report))
  tell(await measurePages(values.quick ? 3 : 7, report))
}
const cluster = await openCluster()
try {
  const employees = Number(values.employees)
  if (parts.includes('bulk')) tell(await measureBulk(cluster, employees, report))
  if (parts.includes('requests')) {
    tell(await measureServers(cluster, { employees, large: Number(values.large) }, { pace, memoryMs }, report))
  }
} finally {
  await cluster.release()
}
if (values.json) printReport(figures, true)
