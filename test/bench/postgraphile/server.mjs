// PostGraphile 5 as its manual starts it, without authorization. Started by the bench with DATABASE_URL and an IPC channel.
import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { makeV4Preset } from 'postgraphile/presets/v4'

const preset = {
  extends: [PostGraphileAmberPreset, makeV4Preset({ dynamicJson: true })],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: Number(process.env.BENCH_POOL) },
    }),
  ],
  grafserv: { watch: false, graphiql: false, websockets: false },
  grafast: { explain: false },
}

const instance = postgraphile(preset)
const serv = instance.createServ(grafserv)
const server = createServer()
await serv.addTo(server)
server.on('error', (error) => {
  throw error
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('disconnect', () => process.exit())
