import { load } from './load.ts'
import { cpuSeconds } from './processes.ts'
import type { Server, ServerName } from './servers.ts'

export type Sample = {
  readonly perSecond: number
  /** CPU of the server and of PostgreSQL for one request, in milliseconds. */
  readonly cpuMs: number
  /** SQL statements for one request; NaN where the server does not tell. */
  readonly statements: number
}

export type Pace = {
  readonly rounds: number
  /** Length of a round of one server. */
  readonly milliseconds: number
  readonly concurrency: number
  /** Requests before the first round, so that the code is compiled and the plans are kept; three rounds' time at most. */
  readonly warmUp: number
}

/** Samples of each server, one a round in the same place, so that neighbours can be compared. */
export type Rounds = Readonly<Partial<Record<ServerName, readonly Sample[]>>>

/**
 * Asks the same questions of all servers in alternating rounds: whatever else the machine does hits them alike. `postgres` is the process id of PostgreSQL; its CPU is counted with the server that is being asked.
 */
export async function alternate(
  servers: readonly Server[],
  bodiesOf: (name: ServerName, round: number) => readonly string[],
  postgres: number,
  { rounds, milliseconds, concurrency, warmUp }: Pace,
): Promise<Rounds> {
  const samples: Partial<Record<ServerName, Sample[]>> = {}
  for (const server of servers) {
    await load(server, bodiesOf(server.name, -1), { concurrency: 1, milliseconds })
    await load(server, bodiesOf(server.name, -1), { concurrency, milliseconds: 3 * milliseconds, requests: warmUp })
  }
  for (let round = 0; round < rounds; round += 1) {
    // Whoever comes first in one round comes last in the next.
    for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
      const taken = await sample(server, bodiesOf(server.name, round), postgres, { milliseconds, concurrency })
      samples[server.name] = [...(samples[server.name] ?? []), taken]
    }
  }
  return samples
}

async function sample(
  server: Server,
  bodies: readonly string[],
  postgres: number,
  how: Pick<Pace, 'milliseconds' | 'concurrency'>,
): Promise<Sample> {
  const statementsBefore = await server.statements()
  const cpuBefore = cpuSeconds(server.pid) + cpuSeconds(postgres, true)
  const { requests, seconds } = await load(server, bodies, how)
  const cpu = cpuSeconds(server.pid) + cpuSeconds(postgres, true) - cpuBefore
  const statements = (await server.statements()) - statementsBefore
  return { perSecond: requests / seconds, cpuMs: (cpu * 1_000) / requests, statements: statements / requests }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** The median over the rounds of one server's figure divided by another's of the same round. */
export function ratio(rounds: Rounds, figure: keyof Sample, of: ServerName, to: ServerName): number {
  const [above, below] = [rounds[of] ?? [], rounds[to] ?? []]
  return median(above.map((one, place) => one[figure] / (below[place]?.[figure] ?? Number.NaN)))
}

export function middle(rounds: Rounds, figure: keyof Sample, of: ServerName): number {
  return median((rounds[of] ?? []).map((one) => one[figure]))
}
