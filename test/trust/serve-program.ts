/** A process of its own for `stop.test.ts`: `tera start` with the whole API and without the console, which would have to be built first. */
import pino from 'pino'
import { readEnv } from '../../server/env.ts'
import { serveTera } from '../../server/serve.ts'
import { start } from '../../server/start.ts'

process.exitCode = await start(
  readEnv(process.env),
  {
    preload: async () => undefined,
    prepare: async () => undefined,
    demonstrate: async () => undefined,
    serve: (database, env) => serveTera(database, env, { log: pino({ level: 'silent' }), now: () => new Date() }),
  },
  (line) => console.log(line),
)
