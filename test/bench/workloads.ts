import pg from 'pg'
import { encodeId } from '../../server/list.ts'
import { postgraphileDocuments, teraDocuments } from './documents.ts'
import type { ServerName } from './servers.ts'

export const workloadNames = ['W1', 'W2', 'W3', 'W4'] as const
export type WorkloadName = (typeof workloadNames)[number]

/** Bodies of requests for each server; the same place in each list asks the same question. */
export type Bodies = Readonly<Record<WorkloadName, Readonly<Record<ServerName, readonly string[]>>>>

const names = ['sari', 'budi', 'rina', 'agus', 'dewi', 'hendra', 'fitri', 'joko']

/** The questions to a city: people with the full history, the units below the root, the year 2025 and measurements of its last quarter. */
export async function bodiesFor(url: string): Promise<Bodies> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const list = async (sql: string) => (await client.query<[string]>({ text: sql, rowMode: 'array' })).rows.map(([value]) => value)
  try {
    const nips = await list(
      `SELECT e.nip FROM appraisal a JOIN period p ON p.id = a.period_id JOIN employee e ON e.id = a.employee_id
       WHERE p.key = '2024' ORDER BY md5(e.nip) LIMIT 1000`,
    )
    const units = await list(
      `SELECT u.id FROM unit u JOIN unit p ON p.id = u.parent_id WHERE p.parent_id IS NULL ORDER BY u.code`,
    )
    const series = await list(
      `SELECT id FROM measurement_series WHERE year = 2025 AND employee_id IS NOT NULL ORDER BY md5(id::text) LIMIT 3000`,
    )
    const [year = '', quarter = ''] = await list(`SELECT id FROM period WHERE key IN ('2025', '2025-TW4') ORDER BY key`)
    const searches = units.flatMap((unit) => names.map((search) => ({ unit, search })))
    const records = series.map((id, place) => ({ series: id, value: String(20 + (place % 11)) }))
    return {
      W1: forAll('W1', nips, {
        tera: (nip) => ({ nip }),
        bare: (nip) => ({ nip }),
      }),
      W2: forAll('W2', searches, {
        tera: ({ unit, search }) => ({ unit: encodeId('Unit', unit), search }),
        bare: (variables) => variables,
      }),
      W3: forAll('W3', units, {
        tera: (unit) => ({ period: '2025', unit: encodeId('Unit', unit) }),
        bare: (unit) => ({ period: year, unit }),
      }),
      W4: forAll('W4', records, {
        tera: (record) => ({ input: recordInput(record) }),
        bare: (record) => ({ ...record, period: quarter }),
      }),
    }
  } finally {
    await client.end()
  }
}

function recordInput({ series, value }: { series: string; value: string }) {
  return {
    seriesId: encodeId('MeasurementSeries', series),
    periodKey: '2025-TW4',
    value,
    measuredOn: '2025-12-28',
    source: 'bench',
  }
}

function forAll<Question>(
  name: WorkloadName,
  questions: readonly Question[],
  variablesOf: Readonly<Record<'tera' | 'bare', (question: Question) => object>>,
): Bodies[WorkloadName] {
  const { tera, bare } = variablesOf
  return {
    tera: questions.map((one) => JSON.stringify({ query: teraDocuments[name], variables: tera(one) })),
    postgraphile: questions.map((one) => JSON.stringify({ query: postgraphileDocuments[name], variables: bare(one) })),
    limit: questions.map((one) => JSON.stringify({ workload: name, variables: bare(one) })),
  }
}
