import type { ErrorCode } from './errors.ts'

/** What a fault of the database means for the person: by Prisma's code, by the adapter's kind, by PostgreSQL's code or by Node's. */
const meanings: Readonly<Record<string, ErrorCode>> = {
  // Prisma
  P2000: 'INVALID_INPUT',
  P2002: 'CONFLICT',
  P2003: 'CONFLICT',
  P2005: 'INVALID_INPUT',
  P2006: 'INVALID_INPUT',
  P2007: 'INVALID_INPUT',
  P2011: 'INVALID_INPUT',
  P2020: 'INVALID_INPUT',
  P2023: 'INVALID_INPUT',
  P2024: 'UNAVAILABLE',
  P2025: 'NOT_FOUND',
  P2028: 'UNAVAILABLE',
  P2033: 'INVALID_INPUT',
  P2034: 'UNAVAILABLE',
  P2037: 'UNAVAILABLE',
  P1000: 'UNAVAILABLE',
  P1001: 'UNAVAILABLE',
  P1002: 'UNAVAILABLE',
  P1003: 'UNAVAILABLE',
  P1008: 'UNAVAILABLE',
  P1011: 'UNAVAILABLE',
  P1017: 'UNAVAILABLE',
  // driver adapter
  UniqueConstraintViolation: 'CONFLICT',
  ForeignKeyConstraintViolation: 'CONFLICT',
  NullConstraintViolation: 'INVALID_INPUT',
  LengthMismatch: 'INVALID_INPUT',
  ValueOutOfRange: 'INVALID_INPUT',
  InvalidInputValue: 'INVALID_INPUT',
  TransactionWriteConflict: 'UNAVAILABLE',
  TransactionAlreadyClosed: 'UNAVAILABLE',
  TooManyConnections: 'UNAVAILABLE',
  DatabaseNotReachable: 'UNAVAILABLE',
  DatabaseDoesNotExist: 'UNAVAILABLE',
  DatabaseAccessDenied: 'UNAVAILABLE',
  AuthenticationFailed: 'UNAVAILABLE',
  ConnectionClosed: 'UNAVAILABLE',
  SocketTimeout: 'UNAVAILABLE',
  TlsConnectionError: 'UNAVAILABLE',
  // PostgreSQL
  23502: 'INVALID_INPUT',
  23503: 'CONFLICT',
  23505: 'CONFLICT',
  23514: 'INVALID_INPUT',
  '23P01': 'CONFLICT',
  25006: 'UNAVAILABLE',
  40001: 'UNAVAILABLE',
  '40P01': 'UNAVAILABLE',
  '55P03': 'UNAVAILABLE',
  57014: 'UNAVAILABLE',
  '57P01': 'UNAVAILABLE',
  '57P02': 'UNAVAILABLE',
  '57P03': 'UNAVAILABLE',
  '25P03': 'UNAVAILABLE',
  // Node
  ECONNREFUSED: 'UNAVAILABLE',
  ECONNRESET: 'UNAVAILABLE',
  EPIPE: 'UNAVAILABLE',
  ETIMEDOUT: 'UNAVAILABLE',
  EHOSTUNREACH: 'UNAVAILABLE',
}

/** PostgreSQL's classes: 08 connection, 22 data, 53 resources. */
const classes: Readonly<Record<string, ErrorCode>> = { '08': 'UNAVAILABLE', 22: 'INVALID_INPUT', 53: 'UNAVAILABLE' }

/** What pg and its pool say without any code. */
const lostConnection =
  /^(timeout expired|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end)/

/**
 * The code that a person may see for an error of the database or of the way to it; undefined for anything else, which is then a bug.
 * Looks through wrappers: the first link of the chain of causes that is known decides.
 */
export function faultCode(error: unknown): ErrorCode | undefined {
  for (let link = error, depth = 0; typeof link === 'object' && link !== null && depth < 6; depth += 1) {
    const { code, kind, originalCode, cause, meta, message } = link as Partial<Record<string, unknown>>
    for (const name of [originalCode, code, kind]) {
      if (typeof name !== 'string') continue
      const meaning = Object.hasOwn(meanings, name)
        ? meanings[name]
        : /^[0-9A-Z]{5}$/.test(name)
          ? classes[name.slice(0, 2)]
          : undefined
      if (meaning) return meaning
    }
    if (typeof message === 'string' && lostConnection.test(message)) return 'UNAVAILABLE'
    link = cause ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError
  }
  return undefined
}
