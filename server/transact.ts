import type { z } from 'zod'
import { z as zod } from 'zod'
import type { AuditEventName } from './audit-events.ts'
import { allowTime, type Database, type Transaction } from './db.ts'
import { DomainError } from './errors.ts'
import { Prisma } from './generated/prisma/client.ts'
import { type Attempt, onlyOnce } from './idempotency.ts'
import type { Actor, Verdict } from './identity/policy.ts'
import { notFound } from './list.ts'
import { withRetry } from './retry.ts'

export type { Transaction }

/** Field → [before, after]. Values are plain JSON; secrets never go in. */
export type Changes = Record<string, readonly [before: unknown, after: unknown]>

export type Entity = { readonly type: string; readonly id: string }

/** What a command did: its answer, the record that it changed, and how. */
export type Outcome<Result> = {
  readonly result: Result
  readonly entity: Entity
  readonly changes?: Changes
  readonly reason?: string
}

export type Step<Input, Subject> = {
  readonly tx: Transaction
  readonly input: Input
  readonly subject: Subject
  readonly actor: Actor
  readonly now: Date
}

/**
 * One thing that a person may do. Its five steps run in one transaction: the input is read, the subject is loaded and locked, the policy
 * is asked, the change is made, and one audit row is written. Nothing is stored when any of them refuses.
 */
export type Command<RawInput, Input, Subject, Result> = {
  readonly input: z.ZodType<Input, RawInput>
  /** The rows that the policy and the change need, locked. Null or undefined answers NOT_FOUND. */
  readonly load: (tx: Transaction, input: Input, actor: Actor, now: Date) => Promise<Subject | null | undefined>
  readonly allow: (actor: Actor, subject: Subject, now: Date, input: Input) => Verdict
  readonly run: (step: Step<Input, Subject>) => Promise<Outcome<Result>>
  readonly audit: AuditEventName
  /** Longest time that the transaction may take, in milliseconds; only bulk work asks for more than the default of 10 s. */
  readonly timeoutMs?: number
}

export function command<RawInput, Input, Subject, Result>(
  spec: Command<RawInput, Input, Subject, Result>,
): Command<RawInput, Input, Subject, Result> {
  return spec
}

export type Caller = { readonly actor: Actor; readonly now: Date; readonly device?: string | undefined }

/**
 * Runs a command. Throws DomainError for everything that the person can mend. With an attempt, a command that an earlier sending of the
 * same request ran is not run again: its result is given.
 */
export async function execute<RawInput, Input, Subject, Result>(
  database: Database,
  spec: Command<RawInput, Input, Subject, Result>,
  rawInput: RawInput,
  caller: Caller,
  attempt?: Attempt,
): Promise<Result> {
  const input = readInput(spec.input, rawInput, caller.actor)
  const step = attempt?.nextStep() ?? 0
  return withRetry(() =>
    database.prisma.$transaction(
      async (tx) => {
        if (spec.timeoutMs !== undefined) await allowTime(tx, spec.timeoutMs)
        const run = () => runSteps(tx, spec, input, caller)
        return attempt ? onlyOnce(tx, attempt, step, caller.now, run) : run()
      },
      { maxWait: 3_000, timeout: spec.timeoutMs ?? 10_000 },
    ),
  )
}

/**
 * Runs a command as a part of another one: in its transaction and its time, with all five steps and an audit row of its own. What it
 * throws ends the whole transaction.
 */
export async function executeWithin<RawInput, Input, Subject, Result>(
  tx: Transaction,
  spec: Command<RawInput, Input, Subject, Result>,
  rawInput: RawInput,
  caller: Caller,
): Promise<Result> {
  return runSteps(tx, spec, readInput(spec.input, rawInput, caller.actor), caller)
}

async function runSteps<RawInput, Input, Subject, Result>(
  tx: Transaction,
  spec: Command<RawInput, Input, Subject, Result>,
  input: Input,
  caller: Caller,
): Promise<Result> {
  const { actor, now } = caller
  const subject = await spec.load(tx, input, actor, now)
  if (subject === null || subject === undefined) throw notFound()
  const verdict = spec.allow(actor, subject, now, input)
  if (verdict !== true) throw new DomainError(verdict.code, verdict.reason)
  const outcome = await spec.run({ tx, input, subject, actor, now })
  await writeAudit(tx, spec.audit, outcome, caller)
  return outcome.result
}

/** Reads that belong together: they see the database as it was at one moment, and may take this long. */
export function readAtOnce<T>(database: Database, timeoutMs: number, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.prisma.$transaction(
    async (tx) => {
      await allowTime(tx, timeoutMs)
      return read(tx)
    },
    { maxWait: 3_000, timeout: timeoutMs, isolationLevel: 'RepeatableRead' },
  )
}

/** Reads an input with its schema, or throws INVALID_INPUT whose `fields` name each wrong value in the actor's language. */
export function readInput<RawInput, Input>(
  schema: z.ZodType<Input, RawInput>,
  rawInput: unknown,
  actor: Pick<Actor, 'language'>,
): Input {
  const locale = actor.language === 'id' ? zod.locales.id() : zod.locales.en()
  const read = schema.safeParse(rawInput, { error: locale.localeError })
  if (read.success) return read.data
  const fields = Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.') || 'input', issue.message]))
  throw new DomainError(
    'INVALID_INPUT',
    {
      id: 'Ada isian yang belum benar. Perbaiki isian yang ditandai, lalu kirim lagi.',
      en: 'Some values are not right. Mend the marked ones and send again.',
    },
    fields,
  )
}

/** Appends one row to the audit chain; a trigger numbers and hashes it. */
export async function writeAudit(
  tx: Transaction,
  event: AuditEventName,
  { entity, changes = {}, reason }: Pick<Outcome<unknown>, 'entity' | 'changes' | 'reason'>,
  { actor, device }: Pick<Caller, 'actor' | 'device'>,
): Promise<void> {
  const role = actor.grants.map((grant) => grant.role).join(' ') || null
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO audit_event (sequence, at, actor_kind, actor_id, actor_label, role, event, entity_type, entity_id, reason, changes, device, previous_hash, hash)
    VALUES (0, now(), ${actor.kind}, ${actor.id}::uuid, ${actor.label}, ${role}, ${event}, ${entity.type}, ${entity.id}, ${reason ?? null},
      ${JSON.stringify(changes)}::jsonb, ${device ?? null}, '', '')`)
}
