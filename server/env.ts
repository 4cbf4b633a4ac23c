import { homedir, platform } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { SetupError } from './setup-error.ts'

export type Env = {
  readonly nodeEnv: 'development' | 'test' | 'production'
  readonly host: string
  readonly port: number
  /** An external PostgreSQL; undefined means the embedded one. */
  readonly databaseUrl: string | undefined
  /** Folder of the embedded database and of the pid file; absolute. */
  readonly dataDir: string
  /** Seed an empty database with the invented city and print its accounts. Never in production. */
  readonly demo: boolean
  /** Demo mode was asked for by name, in production, where there is none. */
  readonly isDemoRefused: boolean
  /** Origins of other sites whose pages may call the API with a token. */
  readonly origins: readonly string[]
  /** Visitors come over https, through a proxy in front. */
  readonly isHttps: boolean
  /** Where people reach this server, such as `https://kinerja.example.go.id`: stands on printed documents. */
  readonly publicUrl: string
  /** The mail server, with its password; undefined where mail is only captured. */
  readonly smtpUrl: string | undefined
  /** Address that letters come from. */
  readonly mailFrom: string
  /** Proxies in front that may be believed about the visitor's address. */
  readonly proxies: number
}

/** Reads and checks the environment once. An empty value counts as not set. Throws {@link SetupError} that names each wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    throw new SetupError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const { NODE_ENV, HOST, PORT, DATABASE_URL, TERA_DATA_DIR, TERA_DEMO, TERA_ORIGINS, TERA_HTTPS, TERA_PROXIES, TERA_URL } =
    parsed.data
  return {
    nodeEnv: NODE_ENV,
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    dataDir: resolve(TERA_DATA_DIR ?? defaultDataDir(given, platform(), process.getuid?.())),
    demo: NODE_ENV !== 'production' && TERA_DEMO !== '0',
    isDemoRefused: NODE_ENV === 'production' && TERA_DEMO === '1',
    origins: TERA_ORIGINS,
    isHttps: TERA_HTTPS === '1',
    publicUrl: TERA_URL ?? `http://${HOST}:${PORT}`,
    proxies: TERA_PROXIES,
    smtpUrl: parsed.data.SMTP_URL,
    mailFrom: parsed.data.TERA_MAIL_FROM,
  }
}

/**
 * The user's own data folder. PostgreSQL refuses to run as root, so root's server runs as a system user, and root's home is closed
 * to that user: root gets a folder of the machine instead.
 */
export function defaultDataDir(source: NodeJS.ProcessEnv, os: NodeJS.Platform, uid: number | undefined): string {
  if (uid === 0) return '/var/lib/tera'
  if (os === 'win32') return join(source.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'tera')
  if (os === 'darwin') return join(homedir(), 'Library', 'Application Support', 'tera')
  return join(source.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'tera')
}

const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535')
    .default(4000),
  DATABASE_URL: z
    .string()
    .superRefine((text, context) => {
      const fault = faultOfDatabaseUrl(text)
      if (fault) context.addIssue({ code: 'custom', message: fault })
    })
    .optional(),
  TERA_DATA_DIR: z.string().optional(),
  TERA_DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  TERA_ORIGINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
    )
    .refine(
      (origins) => origins.every((origin) => URL.parse(origin)?.origin === origin),
      'must list origins such as https://dasbor.example.go.id',
    ),
  TERA_URL: z
    .string()
    .refine(
      (text) => /^https?:/.test(text) && URL.parse(text)?.origin === text,
      'must be an address such as https://kinerja.example.go.id',
    )
    .optional(),
  TERA_HTTPS: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  SMTP_URL: z
    .string()
    // The text is never repeated in the message: it holds a password.
    .refine((text) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== '', {
      error: 'must look like smtps://user:password@mail.example.go.id:465',
    })
    .optional(),
  TERA_MAIL_FROM: z
    .string()
    .regex(/^[^@\s,;<>"]+@[^@\s,;<>"]+$/, 'must be an address such as tera@example.go.id')
    .default('tera@localhost'),
  TERA_PROXIES: z
    .string()
    .regex(/^[0-9]$/, 'must be a number from 0 to 9')
    .transform(Number)
    .default(0),
})

/** The text is never repeated in the message: it holds a password. */
function faultOfDatabaseUrl(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return 'must look like postgresql://user:password@host:5432/database'
  if (url.pathname.length < 2) return 'names no database; add it behind the host, as in …@host:5432/tera'
  if ((url.searchParams.get('schema') ?? 'public') !== 'public') return 'only the schema "public" is supported'
  return undefined
}
