/** A process of its own for `start.test.ts`: `tera start` with a small server, so that the life of the process is tested and nothing else. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readEnv } from '../../server/env.ts'
import { type Parts, start } from '../../server/start.ts'

const serve: Parts['serve'] = async ({ pool }, env) => {
  const server = createServer(async (_, response) => {
    console.log('asked')
    const { rows } = await pool.query("SELECT 'answered' AS text, pg_sleep(1)")
    response.end(rows[0].text)
  })
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(env.port, env.host, listening))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://${env.host}:${port}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

const parts: Parts = {
  serve,
  preload: async () => undefined,
  prepare: async () => undefined,
  demonstrate: async () => console.log('seeded'),
}

try {
  process.exitCode = await start(readEnv(process.env), parts, (line) => console.log(line))
} catch (error) {
  console.log((error as Error).message)
  process.exitCode = 3
}
