import pg from 'pg'
import { encodeId } from '../../server/list.ts'
import { postgraphileDocuments, teraDocuments } from './documents.ts'
import type { ServerName } from './servers.ts'

export const readingNames = ['W1', 'W2', 'W3'] as const
export type ReadingName = (typeof readingNames)[number]

/** Bodies of requests for each server; the same place in each list asks the same question. */
export type Bodies = Readonly<Record<ReadingName, Readonly<Record<ServerName, readonly string[]>>>>

const names = ['sari', 'budi', 'rina', 'agus', 'dewi', 'hendra', 'fitri', 'joko']

/** The questions to a city: people with the full history, the units below the root, the year 2025. */
export async function readingBodies(url: string): Promise<Bodies> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const people = await client.query<{ nip: string }>(
      `SELECT e.nip FROM appraisal a JOIN period p ON p.id = a.period_id JOIN employee e ON e.id = a.employee_id
       WHERE p.key = '2024' ORDER BY md5(e.nip) LIMIT 1000`,
    )
    const units = await client.query<{ id: string; parent_id: string | null }>(
      `SELECT u.id, u.parent_id FROM unit u LEFT JOIN unit p ON p.id = u.parent_id WHERE p.id IS NULL OR p.parent_id IS NULL ORDER BY u.code`,
    )
    const { rows: periods } = await client.query<{ id: string }>(`SELECT id FROM period WHERE key = '2025'`)
    const below = units.rows.filter(({ parent_id }) => parent_id !== null).map(({ id }) => id)
    const all = units.rows.map(({ id }) => id)
    const period = periods[0]?.id ?? ''
    if (people.rows.length === 0) throw new Error('the city is empty')
    const W1 = people.rows.map(({ nip }) => ({ nip }))
    const W2 = below.flatMap((unit) => names.map((search) => ({ unit, search })))
    const W3 = all.map((unit) => ({ unit }))
    return {
      W1: forAll(
        'W1',
        W1,
        (variables) => variables,
        (variables) => variables,
      ),
      W2: forAll(
        'W2',
        W2,
        ({ unit, search }) => ({ unit: encodeId('Unit', unit), search }),
        (variables) => variables,
      ),
      W3: forAll(
        'W3',
        W3,
        ({ unit }) => ({ period: '2025', unit: encodeId('Unit', unit) }),
        ({ unit }) => ({ period, unit, periodId: period }),
      ),
    }
  } finally {
    await client.end()
  }
}

function forAll<Variables>(
  name: ReadingName,
  all: readonly Variables[],
  tera: (variables: Variables) => Readonly<Record<string, string>>,
  bare: (variables: Variables) => Readonly<Record<string, string>>,
): Bodies[ReadingName] {
  return {
    tera: all.map((one) => JSON.stringify({ query: teraDocuments[name], variables: tera(one) })),
    postgraphile: all.map((one) => JSON.stringify({ query: postgraphileDocuments[name], variables: bare(one) })),
    limit: all.map((one) => JSON.stringify({ workload: name, variables: bare(one) })),
  }
}
