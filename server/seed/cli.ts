import { InvalidArgumentError } from 'commander'
import type { Register } from '../runtime.ts'

/** `tera seed`. */
export const register: Register = (program, runtime) => {
  program
    .command('seed')
    .description('write an invented city into an empty database, with an account for each role')
    .option('--now <instant>', 'the clock: the city gets the year before, closed, and this year, open', readInstant)
    .option('--json', 'print the result as JSON')
    .action(async ({ now, json }: { now?: Date; json?: boolean }) => {
      const accounts = await runtime.withDatabase(async (database) => {
        const { seedDemo } = await import('../seed.ts')
        return seedDemo(database, now ?? new Date())
      })
      const { describeDemoAccounts } = await import('./accounts.ts')
      runtime.print({ json }, { accounts }, ['Wrote the city of Muara Cendana.', ...describeDemoAccounts(accounts)])
    })
}

function readInstant(text: string): Date {
  const instant = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(instant.getTime())) return instant
  throw new InvalidArgumentError('Give an instant such as 2026-08-15T03:00:00Z.')
}
