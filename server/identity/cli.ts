import { text } from 'node:stream/consumers'
import { InvalidArgumentError } from 'commander'
import type { Register } from '../runtime.ts'
import type { Permission, RoleName } from './policy.ts'

type UserOptions = { username: string; name: string; role: RoleName; nip?: string; passwordStdin?: boolean; json?: boolean }
type TokenOptions = { name: string; role: RoleName; scopes?: Permission[]; expires?: string; json?: boolean }

/** `tera user create` and `tera token create`. */
export const register: Register = (program, runtime) => {
  const user = program.command('user').description('people who can sign in')
  user
    .command('create')
    .description('create a user with a role for the whole city; without a password one is made and printed')
    .requiredOption('--username <name>', 'name for signing in; for employees usually the NIP')
    .requiredOption('--name <name>', 'name as it is shown')
    .requiredOption('--role <role>', 'ADMIN, TIM_KINERJA, INSPECTOR, TEAM_MEMBER or EMPLOYEE')
    .option('--nip <nip>', 'NIP of the employee whom the user is')
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'print the result as JSON')
    .action(async ({ username, name, role, nip, passwordStdin, json }: UserOptions) => {
      const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined
      const { execute, systemActor, createUser, encodeId } = await load()
      const created = await runtime.withDatabase((database) =>
        execute(
          database,
          createUser,
          { username, displayName: name, role, nip, password },
          { actor: systemActor('tera user create'), now: new Date() },
        ),
      )
      const lines = [
        `Created ${username}.`,
        ...(created.password === null ? [] : [`Password (shown this once): ${created.password}`]),
      ]
      const secret = created.password === null ? {} : { password: created.password }
      runtime.print({ json }, { id: encodeId('User', created.id), username, ...secret }, lines)
    })

  const token = program.command('token').description('tokens of other systems')
  token
    .command('create')
    .description('make a token, printed this once; send it as "Authorization: Bearer …"')
    .requiredOption('--role <role>', 'role whose permissions it may use, such as INTEGRATOR')
    .option('--name <name>', 'what it is for', 'command line')
    .option(
      '--scopes <list>',
      'permissions, separated by commas; all of the role when left out',
      (list) => list.split(',') as Permission[],
    )
    .option('--expires <when>', 'an ISO 8601 instant, or days such as 30d; 365d when left out', readEnd)
    .option('--json', 'print the result as JSON')
    .action(async ({ name, role, scopes, expires, json }: TokenOptions) => {
      const { execute, systemActor, createApiToken } = await load()
      const now = new Date()
      const expiresAt = expires === undefined ? undefined : endAfter(expires, now)
      const made = await runtime.withDatabase((database) =>
        execute(database, createApiToken, { name, role, scopes, expiresAt }, { actor: systemActor('tera token create'), now }),
      )
      runtime.print({ json }, { token: made.token }, [made.token])
    })
}

/** The commands come with Prisma, which `tera --help` has no use for. */
async function load() {
  const [{ execute }, { systemActor }, { createUser }, { createApiToken }, { encodeId }] = await Promise.all([
    import('../transact.ts'),
    import('./policy.ts'),
    import('./commands/users.ts'),
    import('./commands/tokens.ts'),
    import('../list.ts'),
  ])
  return { execute, systemActor, createUser, createApiToken, encodeId }
}

function readEnd(value: string): string {
  const isDays = /^[1-9]\d{0,3}d$/.test(value)
  const isInstant =
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/.test(value) && !Number.isNaN(Date.parse(value))
  if (isDays || isInstant) return value
  throw new InvalidArgumentError('Give days such as 30d, or an instant such as 2027-01-31T17:00:00Z.')
}

function endAfter(value: string, now: Date): Date {
  return value.endsWith('d') ? new Date(now.getTime() + Number(value.slice(0, -1)) * 86_400_000) : new Date(value)
}
