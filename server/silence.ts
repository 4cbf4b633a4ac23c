import type pg from 'pg'

/** The statement of `allowTime`. */
const ALLOWANCE = /^SELECT set_config\('statement_timeout', \$1, true\)$/

/** Milliseconds beyond the time of a statement in which the server's own refusal arrives. */
const GRACE_MS = 1_000

type Statement = string | { readonly text: string; readonly values?: readonly unknown[] }
type Query = (statement: Statement, ...rest: readonly unknown[]) => unknown

/**
 * Ends a connection that owes an answer for longer than the server lets a statement take: nobody is at the other end of the line any
 * more, and without this whoever asked would wait for hours. The statements then fail with "Connection terminated", and the pool makes
 * a new connection.
 */
export function endWhenSilent(client: pg.PoolClient, statementTimeoutMs: number): void {
  const query = client.query.bind(client) as Query
  let allowedMs = statementTimeoutMs
  let pending = 0
  let answers = 0
  let timer: NodeJS.Timeout | undefined
  const watch = () => {
    clearTimeout(timer)
    if (pending === 0) return
    timer = setTimeout(() => {
      const before = answers
      // The answer may lie there unread when this process was too busy to look: one round of reading decides.
      setImmediate(() => {
        if (answers === before) void (client as unknown as pg.Client).end()
      })
    }, allowedMs + GRACE_MS)
  }
  const answered = (statement: Statement) => {
    if (/^(?:COMMIT|ROLLBACK)$/.test(textOf(statement))) allowedMs = statementTimeoutMs
    pending -= 1
    answers += 1
    watch()
  }
  const watched: Query = (statement, ...rest) => {
    if (ALLOWANCE.test(textOf(statement))) allowedMs = Number(valuesOf(statement, rest)[0])
    pending += 1
    if (pending === 1) watch()
    const callback = rest.at(-1)
    if (typeof callback !== 'function') {
      return Promise.resolve(query(statement, ...rest)).finally(() => answered(statement))
    }
    return query(statement, ...rest.slice(0, -1), (...answer: readonly unknown[]) => {
      answered(statement)
      callback(...answer)
    })
  }
  client.query = watched as typeof client.query
}

const textOf = (statement: Statement) => (typeof statement === 'string' ? statement : statement.text)

const valuesOf = (statement: Statement, rest: readonly unknown[]) =>
  (typeof statement === 'string' ? (rest[0] as readonly unknown[] | undefined) : statement.values) ?? []
