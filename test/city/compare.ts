import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { startEmbedded } from '../../server/embedded.ts'
import { ensureGenerated } from '../../server/generated.ts'
import { migrate } from '../../server/migrate.ts'

// node test/city/compare.ts [folder]: loads every file of a city into fresh databases, evaluates the year and prints each difference to truth.json.

await ensureGenerated()
const [
  { openDatabase },
  { cityFiles, evaluateCity, importCityFile, staffVariants },
  { cityDifferences, reportDifferences },
  { hoursDifferences },
  { impactDifferences },
  { oneDayDifferences },
  { satisfactionDifferences },
] = await Promise.all([
  import('../../server/db.ts'),
  import('./load.ts'),
  import('./differences.ts'),
  import('./hours.ts'),
  import('./impact.ts'),
  import('./one-day.ts'),
  import('./satisfaction.ts'),
])

const folder = process.argv[2] ?? import.meta.dirname
const unzip = promisify(gunzip)
const read = async (name: string): Promise<Buffer> =>
  readFile(join(folder, name)).catch(async () => unzip(await readFile(join(folder, `${name}.gz`))))

const home = join(tmpdir(), `tera-city-${process.pid}`)
const server = await startEmbedded(home, { settings: { fsync: 'off', full_page_writes: 'off' } })
try {
  const truth = JSON.parse((await read('truth.json')).toString()) as Parameters<typeof hoursDifferences>[1] &
    Parameters<typeof impactDifferences>[1] &
    Parameters<typeof oneDayDifferences>[1] &
    Parameters<typeof satisfactionDifferences>[1]
  const found: string[] = []
  const load = async (database: Awaited<ReturnType<typeof openDatabase>>, name: string) => {
    const start = performance.now()
    const report = await importCityFile(database, name, read)
    found.push(...reportDifferences(name, truth.files[name], report))
    console.log(`${name}: ${report.rows} rows in ${Math.round(performance.now() - start)} ms`)
  }
  for (const [index, files] of [cityFiles, ...staffVariants.map((name) => ['unit.csv', name])].entries()) {
    const url = server.url(`city_${index}`)
    await migrate(url)
    const database = await openDatabase(url)
    try {
      for (const name of files) await load(database, name)
      if (files !== cityFiles) continue
      const start = performance.now()
      await evaluateCity(database)
      console.log(`evaluated in ${Math.round(performance.now() - start)} ms`)
      found.push(
        ...(await cityDifferences(database, truth)),
        ...(await hoursDifferences(database, truth)),
        ...(await impactDifferences(database, truth)),
        ...(await oneDayDifferences(database, truth)),
        ...(await satisfactionDifferences(database, truth, await read('skm-respon.csv'))),
      )
    } finally {
      await database.close()
    }
  }
  for (const difference of found) console.log(difference)
  console.log(`${found.length} differences to the truth.`)
  process.exitCode = found.length === 0 ? 0 : 1
} finally {
  await server.release()
  rmSync(home, { recursive: true, force: true })
}
