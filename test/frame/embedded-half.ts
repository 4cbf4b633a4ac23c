/**
 * A process of its own for `embedded.test.ts`: begins to make the cluster of the folder given and kills itself in the middle, so that
 * `initdb` is left alone at its work.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureCluster } from '../../server/embedded/cluster.ts'
import { type Engine, makeDataDir, prepareEngine, systemUser } from '../../server/embedded/engine.ts'

const dataDir = process.argv[2] ?? ''
makeDataDir(dataDir, systemUser())
const engine = await prepareEngine(dataDir, systemUser())
const run: Engine['run'] = (program, args) => {
  const work = join(dataDir, readdirSync(dataDir).find((name) => name.startsWith('new-postgres-')) ?? '', 'data/base')
  const running = engine.run(program, args)
  // Not one turn of the event loop from here on: what is made cannot be moved to its place.
  while (!existsSync(work));
  process.kill(process.pid, 'SIGKILL')
  return running
}
await ensureCluster(dataDir, { ...engine, run })
