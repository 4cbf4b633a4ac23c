import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { limitStatements } from './documents.ts'

/**
 * The limit: node:http, the driver, and one statement a workload that makes the whole answer in PostgreSQL. No GraphQL, no authorization, no
 * bounds. Started by the bench with DATABASE_URL and an IPC channel.
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.BENCH_POOL),
  options: '-c TimeZone=UTC',
})

type Question = { readonly workload: keyof typeof limitStatements; readonly variables: Readonly<Record<string, string>> }

async function answer({ workload, variables }: Question): Promise<string> {
  const { text: sql, parameters } = limitStatements[workload]
  const values = parameters.map((name) => variables[name])
  const { rows } = await pool.query<{ answer: string }>(
    workload === 'W2' ? { text: sql, values } : { name: workload, text: sql, values },
  )
  return rows[0]?.answer ?? ''
}

const server = createServer((request, response) => {
  text(request)
    .then((body) => answer(JSON.parse(body) as Question))
    .then((json) => {
      response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(json) })
        .end(json)
    })
    .catch((error: unknown) => response.writeHead(500).end(String(error)))
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit())
