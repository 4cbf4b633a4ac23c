import type { Database } from '../../server/db.ts'
import type { HttpServer } from '../../server/http.ts'
import { createApiToken } from '../../server/identity/commands/tokens.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { execute } from '../../server/transact.ts'

/** A command that nothing but its key keeps from being done twice. */
const document = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiToken { name } } }`

/** Headers of an administrator. */
export async function administrator(database: Database): Promise<{ authorization: string }> {
  const caller = { actor: systemActor('test'), now: new Date() }
  const { token } = await execute(database, createApiToken, { name: 'penguji', role: 'ADMIN' }, caller)
  return { authorization: `Bearer ${token}` }
}

export type Outcome = { readonly command: string; readonly status: number | 'cut'; readonly isDone: boolean; readonly ms: number }

/** One who writes without rest: each command has a name and a key of its own, and the same ones when it is sent again. */
export class Clerk {
  readonly outcomes: Outcome[] = []
  readonly #headers: Record<string, string>
  readonly #name: string
  #url: string

  constructor(server: Pick<HttpServer, 'url'>, headers: Record<string, string>, name: string) {
    this.#url = server.url
    this.#headers = headers
    this.#name = name
  }

  /** The names of all commands that were sent. */
  get sent(): string[] {
    return [...new Set(this.outcomes.map(({ command }) => command))]
  }

  /** The names of those that were acknowledged. */
  get acknowledged(): string[] {
    return [...new Set(this.outcomes.filter(({ isDone }) => isDone).map(({ command }) => command))]
  }

  /** Sends the next command, or an earlier one again. */
  async send(command = `${this.#name}.${this.sent.length}`): Promise<Outcome> {
    const startedAt = performance.now()
    const outcome = (status: number | 'cut', isDone: boolean): Outcome => {
      const told = { command, status, isDone, ms: performance.now() - startedAt }
      this.outcomes.push(told)
      return told
    }
    try {
      const response = await fetch(new URL('/graphql', this.#url), {
        method: 'POST',
        // A connection for each: whether one that stood open was cut while idle is not what is asked here.
        headers: { ...this.#headers, 'content-type': 'application/json', connection: 'close', 'idempotency-key': keyOf(command) },
        body: JSON.stringify({ query: document, variables: { input: { name: command, role: 'TEAM_MEMBER' } } }),
      })
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown }
      return outcome(response.status, response.status === 200 && !!data && !errors)
    } catch {
      return outcome('cut', false)
    }
  }

  /** Sends again whatever was never acknowledged, once. */
  async sendRest(): Promise<void> {
    const done = new Set(this.acknowledged)
    for (const command of this.sent) if (!done.has(command)) await this.send(command)
  }
}

/** A UUID that follows from the name. */
function keyOf(command: string): string {
  const digits = Buffer.from(command).toString('hex').padEnd(32, '0').slice(-32)
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
