import { isIP } from 'node:net'
import type { Database } from './db.ts'
import type { Env } from './env.ts'

/** One sentence for each setting that is unsafe by itself or beside another one: what may happen, and what to set instead. */
export function unsafeSettings(env: Env): string[] {
  const isProduction = env.nodeEnv === 'production'
  const isOpen = !isLoopback(env.host)
  const database = env.databaseUrl === undefined ? undefined : new URL(env.databaseUrl)
  const mail = env.smtpUrl === undefined ? undefined : new URL(env.smtpUrl)
  const clear = env.origins.filter((origin) => origin.startsWith('http:') && !isLoopback(new URL(origin).hostname))
  const warnings: readonly (readonly [boolean, string])[] = [
    [
      isOpen && !env.isHttps,
      `HOST=${env.host} lets other machines in without https: passwords and sessions can be read on the way. Put a proxy with https in front and set TERA_HTTPS=1.`,
    ],
    [
      !isOpen && isProduction && !env.isHttps,
      'NODE_ENV=production without TERA_HTTPS=1: session cookies are also sent without https. Set it when a proxy with https stands in front.',
    ],
    [
      isOpen && env.demo,
      `HOST=${env.host} lets other machines in while the demo accounts, whose passwords are printed, may sign in. Set NODE_ENV=production.`,
    ],
    [
      env.isDemoRefused,
      'TERA_DEMO=1 has no effect with NODE_ENV=production: no demo data are written and demo accounts are refused.',
    ],
    [
      clear.length > 0,
      `TERA_ORIGINS names sites without https (${clear.join(', ')}): whoever stands on the way can change their pages and use the API from them.`,
    ],
    [
      database !== undefined && !isLoopback(database.hostname) && isClear(database),
      'DATABASE_URL leads to another machine, and its connection may go unencrypted. Add sslmode=verify-full.',
    ],
    [
      mail !== undefined &&
        mail.protocol === 'smtp:' &&
        !isLoopback(mail.hostname) &&
        mail.searchParams.get('requireTLS') !== 'true',
      'SMTP_URL leads to another machine, and its password may go unencrypted. Use smtps://, or add requireTLS=true.',
    ],
    [
      mail !== undefined && env.demo,
      'SMTP_URL has no effect with demo data: letters are captured and stay in the console. Set NODE_ENV=production or TERA_DEMO=0.',
    ],
  ]
  return warnings.filter(([applies]) => applies).map(([, sentence]) => sentence)
}

/** The same for what only the open database can tell. */
export async function unsafeDatabase({ prisma, role, isSuperuser }: Database, env: Env): Promise<string[]> {
  const warnings: string[] = []
  // The embedded server has no other login; it listens on this machine only and its password never leaves the data folder.
  if (isSuperuser && env.databaseUrl !== undefined) {
    warnings.push('DATABASE_URL signs in as a superuser of PostgreSQL. Use an ordinary login that owns this database alone.')
  }
  if (!role) {
    warnings.push(
      'The role tera_app is missing, or the login of DATABASE_URL may not use it: the application could change tables and audit rows.',
    )
  }
  const demoAccounts = env.demo ? 0 : await prisma.user.count({ where: { isDemo: true, disabledAt: null } })
  if (demoAccounts > 0) {
    const standing =
      env.nodeEnv === 'production' ? 'They are refused with NODE_ENV=production, but' : 'Everybody knows their passwords:'
    warnings.push(
      `This database holds demo accounts (${demoAccounts}). ${standing} they should not be beside real data; disable them.`,
    )
  }
  return warnings
}

/** True where nobody but this machine can be at the other end. A URL writes IPv6 in brackets; an empty host is a local socket. */
function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return bare === '' || bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}

/** Only these modes never fall back to an unencrypted connection. */
function isClear({ searchParams }: URL): boolean {
  return !/^(?:require|verify-ca|verify-full|no-verify)$/.test(searchParams.get('sslmode') ?? '')
}
