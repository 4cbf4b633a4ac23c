import { pino } from 'pino'
import { openDatabase } from '../../server/db.ts'
import { startHttp } from '../../server/http.ts'
import { createApiToken } from '../../server/identity/commands/tokens.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { schema } from '../../server/schema.ts'
import { execute } from '../../server/transact.ts'

/**
 * Tera as it serves, with authorization, bounds and masking, on the database of DATABASE_URL; only the rate limit is out of the way, and
 * statements are counted. Started by the bench with an IPC channel.
 */
let statements = 0
const database = await openDatabase(process.env.DATABASE_URL ?? '', {
  poolSize: Number(process.env.BENCH_POOL),
  // A busy machine is to be measured, not to be refused.
  statementTimeoutMs: 30_000,
  onStatement: () => {
    statements += 1
  },
})
const { token } = await execute(
  database,
  createApiToken,
  { name: 'bench', role: 'ADMIN' },
  { actor: systemActor('bench'), now: new Date() },
)
const unlimited = 1e12
const server = await startHttp({
  database,
  schema,
  env: { host: '127.0.0.1', port: 0, nodeEnv: 'production' },
  log: pino({ level: 'warn' }),
  now: () => new Date(),
  limits: { buckets: { identity: unlimited, anonymous: unlimited, address: unlimited } },
})
process.on('message', () => process.send?.({ statements }))
process.on('disconnect', () => process.exit())
process.send?.({ port: server.port, token })
