import { deepStrictEqual } from 'node:assert'
import type { Cluster } from './cluster.ts'
import { Caller, load } from './load.ts'
import { residentMb } from './processes.ts'
import { type Figure, least, most } from './report.ts'
import { alternate, middle, type Pace, ratio } from './rounds.ts'
import { type Server, serverNames, startServer } from './servers.ts'
import { type Bodies, bodiesFor, type WorkloadName, workloadNames } from './workloads.ts'

type Sizes = { readonly employees: number; readonly large: number }
type Settings = { readonly pace: Pace; readonly memoryMs: number }
type Report = (line: string) => void

const targets: Readonly<
  Record<WorkloadName, { cpu?: Figure['target']; rate?: Figure['target']; statements?: Figure['target'] }>
> = {
  W1: { cpu: most(5, 2.2), rate: least(0.5, 1.3), statements: most(1, 1) },
  W2: { cpu: most(2.5, 1.6), rate: least(0.8, 1.5), statements: most(3, 2) },
  W3: {},
  W4: { cpu: most(6, 3), statements: most(6, 4) },
}

/** All figures of single requests: against the limit and PostGraphile, on the large city against the small one, and memory. */
export async function measureServers(cluster: Cluster, sizes: Sizes, settings: Settings, report: Report): Promise<Figure[]> {
  const small = await cluster.city(sizes.employees, report)
  const large = await cluster.city(sizes.large, report)
  return [
    ...(await againstOthers(cluster, small, settings.pace, report)),
    ...(await againstSize(cluster, small, large, sizes, settings.pace, report)),
    await memoryOf(small, settings.memoryMs, report),
  ]
}

async function againstOthers({ pid }: Cluster, url: string, pace: Pace, report: Report): Promise<Figure[]> {
  const bodies = await bodiesFor(url)
  const servers: Server[] = []
  try {
    for (const name of serverNames) servers.push(await startServer(name, url))
    await checkSameAnswers(servers, bodies)
    const figures: Figure[] = []
    for (const name of workloadNames) {
      report(`${name} …`)
      const rounds = await alternate(servers, (server) => bodies[name][server], pid, pace)
      const { cpu, rate, statements } = targets[name]
      figures.push(
        { name: `${name} CPU × limit`, value: ratio(rounds, 'cpuMs', 'tera', 'limit'), unit: '×', target: cpu },
        {
          name: `${name} req/s × PostGraphile`,
          value: ratio(rounds, 'perSecond', 'tera', 'postgraphile'),
          unit: '×',
          target: rate,
        },
        { name: `${name} CPU × PostGraphile`, value: ratio(rounds, 'cpuMs', 'tera', 'postgraphile'), unit: '×' },
        {
          name: `${name} statements`,
          value: Number(middle(rounds, 'statements', 'tera').toFixed(1)),
          unit: '',
          target: statements,
        },
        ...serverNames.map(
          (server): Figure => ({ name: `${name} ${server}`, value: middle(rounds, 'perSecond', server), unit: '/s' }),
        ),
      )
    }
    return figures
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** A comparison means nothing between different answers: the limit must say what Tera says, word for word. */
async function checkSameAnswers(servers: readonly Server[], bodies: Bodies): Promise<void> {
  for (const name of ['W1', 'W2', 'W3'] as const) {
    const answers = new Map<string, unknown>()
    for (const server of servers) {
      const caller = new Caller(server)
      const { data, errors } = JSON.parse((await caller.ask(bodies[name][server.name][0] ?? '')).toString('utf8')) as {
        data: unknown
        errors?: unknown
      }
      caller.close()
      if (errors) throw new Error(`${server.name} refuses ${name}: ${JSON.stringify(errors)}`)
      answers.set(server.name, data)
    }
    deepStrictEqual(answers.get('tera'), answers.get('limit'), name)
  }
}

async function againstSize(
  { pid }: Cluster,
  smallUrl: string,
  largeUrl: string,
  sizes: Sizes,
  pace: Pace,
  report: Report,
): Promise<Figure[]> {
  const small = await startServer('tera', smallUrl)
  const large = await startServer('tera', largeUrl)
  try {
    // Two servers of one kind: the small city takes the place of the limit, so that neighbours are compared.
    const pair = [{ ...small, name: 'limit' as const }, large]
    const [smallBodies, largeBodies] = [await bodiesFor(smallUrl), await bodiesFor(largeUrl)]
    const figures: Figure[] = []
    for (const [name, target] of [
      ['W1', most(1.15, 1.1)],
      ['W3', most(1.5, 1.2)],
    ] as const) {
      report(`${name} at ${sizes.large} people …`)
      const rounds = await alternate(pair, (server) => (server === 'tera' ? largeBodies : smallBodies)[name].tera, pid, pace)
      figures.push({
        name: `${name} CPU at ${sizes.large} against ${sizes.employees}`,
        value: ratio(rounds, 'cpuMs', 'tera', 'limit'),
        unit: '×',
        target,
      })
    }
    report('A deep page …')
    const [first, deep] = await pagesOf(large, Math.min(100_000, Math.floor(sizes.large * 0.9)))
    const rounds = await alternate(
      [{ ...large, name: 'limit' }, large],
      (server) => [server === 'tera' ? deep : first],
      pid,
      pace,
    )
    const value = ratio(rounds, 'cpuMs', 'tera', 'limit')
    return [...figures, { name: 'deep page by cursor against the first', value, unit: '×', target: most(1.5, 1.2) }]
  } finally {
    await small.stop()
    await large.stop()
  }
}

const pageDocument = `query Page($after: String) { employees(first: 50, after: $after) { nodes { nip fullName positionTitle unit { name } } } }`

/** The bodies that ask for the first page of all people and for one far behind. */
async function pagesOf(server: Server, depth: number): Promise<readonly [first: string, deep: string]> {
  const caller = new Caller(server)
  const query = `query Cursor($offset: Int) { employees(first: 1, offset: $offset) { edges { cursor } } }`
  const answer = await caller.ask(JSON.stringify({ query, variables: { offset: depth } }))
  caller.close()
  const { data } = JSON.parse(answer.toString('utf8')) as { data: { employees: { edges: readonly { cursor: string }[] } } }
  const after = data.employees.edges[0]?.cursor
  return [JSON.stringify({ query: pageDocument }), JSON.stringify({ query: pageDocument, variables: { after } })]
}

async function memoryOf(url: string, milliseconds: number, report: Report): Promise<Figure> {
  report(`Memory after ${milliseconds / 1_000} s of W1 …`)
  const bodies = await bodiesFor(url)
  const server = await startServer('tera', url)
  try {
    await load(server, bodies.W1.tera, { concurrency: 1, milliseconds: 2_000 })
    await load(server, bodies.W1.tera, { concurrency: 16, milliseconds })
    return {
      name: `memory after ${milliseconds / 1_000} s of W1 at 16`,
      value: residentMb(server.pid),
      unit: 'MB',
      target: most(350, 200),
    }
  } finally {
    await server.stop()
  }
}
