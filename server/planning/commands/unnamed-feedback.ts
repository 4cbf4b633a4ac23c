import { z } from 'zod'
import type { Database } from '../../db.ts'
import { DomainError } from '../../errors.ts'
import { type FeedbackGroup, Prisma } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { type Actor, canEverywhere, refuse, systemActor } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { notFound } from '../../list.ts'
import { notify } from '../../notices.ts'
import { dayText } from '../../organization/rules/days.ts'
import type { QuarterKeys } from '../../quarter-keys.ts'
import { type Caller, command, execute, readInput, type Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { mayGiveFeedback } from '../policy.ts'
import { feedbackPair } from '../queries/feedback.ts'
import { feedbackGroup, isPastQuarter, quarterKey } from '../rules/feedback.ts'
import { feedbackContent, refuseLoose } from './feedback.ts'
import { contributorTag, hashReceipt, newReceipt, type SealedEntry, seal, unseal } from './sealing.ts'

const entryInput = z.strictObject({ employeeId: globalId('Employee'), ...feedbackContent })
const counterInput = z.strictObject({
  receipt: z.string().regex(/^[\w-]{43}$/),
  tone: feedbackContent.tone,
  text: feedbackContent.text,
})

/**
 * Hands in feedback without a name; answers the receipt, which is shown once and lets its holder alone correct the entry later.
 *
 * Deliberately no command: an audit row has an actor and a time, and shares its transaction with what it tells of. What is stored is one row of
 * the same length as every other, sealed under a key that is not in the database, without author and ratee. The entries of past days are
 * published together by `publishFeedback`, whose audit row names nobody. FORBIDDEN to leaders, who speak under their name; SELF_APPRAISAL about oneself.
 */
export async function handInFeedback(
  database: Database,
  keys: QuarterKeys,
  rawInput: z.input<typeof entryInput>,
  { actor, now }: Caller,
): Promise<{ readonly group: FeedbackGroup; readonly receipt: string }> {
  const { employeeId, ...content } = readInput(entryInput, rawInput, actor)
  const { prisma } = database
  const pair = await feedbackPair(prisma, actor, employeeId)
  if (!pair) throw notFound()
  const verdict = mayGiveFeedback(pair, false)
  if (verdict !== true) throw new DomainError(verdict.code, verdict.reason)
  await refuseLoose(prisma, employeeId, content)
  const group = feedbackGroup(pair)
  if (group === null) throw notFound()
  const receipt = await store(database, keys, pair.authorId, { ...content, employeeId, group, counterOfId: null }, now)
  return { group, receipt }
}

/**
 * Corrects an unnamed entry by whoever holds its receipt, with an entry of its own; answers the receipt of that one. NOT_FOUND for a receipt that
 * belongs to nothing, and on the day on which the entry was handed in, when it is not published yet.
 */
export async function counterUnnamedFeedback(
  database: Database,
  keys: QuarterKeys,
  rawInput: z.input<typeof counterInput>,
  { actor, now }: Caller,
): Promise<{ readonly group: FeedbackGroup; readonly receipt: string }> {
  const { receipt: known, tone, text } = readInput(counterInput, rawInput, actor)
  const entry = await database.prisma.feedback.findUnique({ where: { receiptHash: hashReceipt(known) } })
  if (!entry || actor.employeeId === null || actor.scopes !== null) throw notFound()
  const { id: counterOfId, employeeId, group, rhkId, value } = entry
  const content = { employeeId, group, rhkId, value, tone, text, evidenceUrl: null, counterOfId }
  return { group, receipt: await store(database, keys, actor.employeeId, content, now) }
}

async function store(
  { prisma }: Database,
  keys: QuarterKeys,
  authorId: string,
  content: Omit<SealedEntry, 'receiptHash' | 'tag'>,
  now: Date,
): Promise<string> {
  const day = civilDate(now)
  const periodKey = quarterKey(day)
  const key = await keys.keyOf(periodKey)
  const { receipt, receiptHash } = newReceipt()
  const tag = contributorTag(key, authorId, content.employeeId, content.group)
  const sealed = seal(key, periodKey, { ...content, receiptHash, tag })
  await prisma.feedbackIntake.create({ data: { day, periodKey, sealed: new Uint8Array(sealed) }, select: { id: true } })
  return receipt
}

type Opened = SealedEntry & { readonly intakeId: string; readonly day: Date; readonly periodKey: string }

/**
 * Publishes the unnamed feedback of past days in one transaction and in random order. Fewer entries than `anonymityMinRaters` (LOCAL, of the day)
 * wait for more, but not beyond their quarter. A group is shown from that many distinct contributors on. Entries whose key is gone cannot be
 * opened; they are counted and stay.
 */
export function publishFeedback(keys: QuarterKeys) {
  return command({
    input: z.strictObject({ today: z.date() }),
    load: (tx, { today }) => lockedIntake(tx, today),
    allow: (actor) => mayPublish(actor),
    run: async ({ tx, input: { today }, subject: waiting, now }) => {
      const entity = { type: 'Feedback', id: dayText(today) }
      const { anonymityMinRaters: least } = await settingsOn(tx, today)
      const mustGo = waiting.some(({ periodKey }) => isPastQuarter(periodKey, today))
      if (waiting.length < least && !mustGo) return { result: { published: 0, unreadable: 0 }, entity }
      const opened = await open(keys, waiting)
      await writeEntries(tx, opened)
      await showGroups(tx, opened, least, today, now)
      await tx.feedbackIntake.deleteMany({ where: { id: { in: opened.map(({ intakeId }) => intakeId) } } })
      const result = { published: opened.length, unreadable: waiting.length - opened.length }
      return { result, entity, changes: { published: [null, result.published], unreadable: [null, result.unreadable] } }
    },
    audit: 'feedback.published',
    timeoutMs: 60_000,
  })
}

function mayPublish(actor: Actor) {
  return (
    canEverywhere(actor, 'plans.manage') || refuse('FORBIDDEN', 'Hanya tugas harian server.', 'Only the daily job of the server.')
  )
}

async function lockedIntake(tx: Transaction, today: Date) {
  await tx.$executeRaw`LOCK TABLE feedback_intake IN SHARE ROW EXCLUSIVE MODE`
  return tx.feedbackIntake.findMany({ where: { day: { lt: today } } })
}

async function open(keys: QuarterKeys, waiting: Awaited<ReturnType<typeof lockedIntake>>): Promise<Opened[]> {
  const opened: Opened[] = []
  for (const [periodKey, rows] of Map.groupBy(waiting, (row) => row.periodKey)) {
    const key = await keys.find(periodKey)
    if (!key) continue
    for (const { id: intakeId, day, sealed } of rows) opened.push({ ...unseal(key, periodKey, sealed), intakeId, day, periodKey })
  }
  return opened
}

async function writeEntries(tx: Transaction, opened: readonly Opened[]): Promise<void> {
  if (opened.length === 0) return
  // The random order keeps the place of a row in the table from telling when it came in.
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO feedback (id, employee_id, feedback_group, tone, receipt_hash, rhk_id, value, text, evidence_url, period_key, given_on, counter_of_id, is_shown)
    SELECT gen_random_uuid(), "row".employee_id, "row".feedback_group, "row".tone, "row".receipt_hash, r.id, "row".value, "row".text,
      "row".evidence_url, "row".period_key, "row".given_on, "row".counter_of_id, false
    FROM ${unnest(opened, {
      employee_id: ['uuid', ({ employeeId }) => employeeId],
      feedback_group: ['feedback_group', ({ group }) => group],
      tone: ['feedback_tone', ({ tone }) => tone],
      receipt_hash: ['text', ({ receiptHash }) => receiptHash],
      rhk_id: ['uuid', ({ rhkId }) => rhkId],
      value: ['behaviour_value', ({ value }) => value],
      text: ['text', ({ text }) => text],
      evidence_url: ['text', ({ evidenceUrl }) => evidenceUrl],
      period_key: ['text', ({ periodKey }) => periodKey],
      given_on: ['date', ({ day }) => dayText(day)],
      counter_of_id: ['uuid', ({ counterOfId }) => counterOfId],
    })} LEFT JOIN rhk r ON r.id = "row".rhk_id
    ORDER BY random()`)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO feedback_contributor (employee_id, period_key, feedback_group, tag)
    SELECT * FROM ${unnest(opened, {
      employee_id: ['uuid', ({ employeeId }) => employeeId],
      period_key: ['text', ({ periodKey }) => periodKey],
      feedback_group: ['feedback_group', ({ group }) => group],
      tag: ['text', ({ tag }) => tag],
    })} ORDER BY tag ON CONFLICT DO NOTHING`)
}

/** Shows each touched group that has contributors enough, and tells the ratees who now have more to read; once a day each. */
async function showGroups(tx: Transaction, opened: readonly Opened[], least: number, today: Date, now: Date): Promise<void> {
  const employeeIds = [...new Set(opened.map(({ employeeId }) => employeeId))]
  const shown = await tx.$queryRaw<{ employeeId: string }[]>(Prisma.sql`
    UPDATE feedback f SET is_shown = true
    FROM (
      SELECT employee_id, period_key, feedback_group FROM feedback_contributor WHERE employee_id = ANY(${employeeIds}::uuid[])
      GROUP BY employee_id, period_key, feedback_group HAVING count(*) >= ${least}
    ) c
    WHERE f.employee_id = c.employee_id AND f.period_key = c.period_key AND f.feedback_group = c.feedback_group AND NOT f.is_shown
    RETURNING f.employee_id AS "employeeId"`)
  const told = [...new Set(shown.map(({ employeeId }) => employeeId))]
  await notify(
    tx,
    told.map((employeeId) => ({
      ...{ to: { employeeId }, kind: 'feedback.received' as const, params: {} },
      ...{ entity: { type: 'Employee', id: employeeId }, cause: `${employeeId}:${dayText(today)}` },
    })),
    now,
  )
}

/** The daily job of unnamed feedback: publishes what waits, then throws away the keys of past quarters for which nothing waits any more. */
export async function feedbackDay(database: Database, keys: QuarterKeys, today: Date, now: Date): Promise<void> {
  const { prisma } = database
  if ((await prisma.feedbackIntake.count({ where: { day: { lt: today } } })) > 0) {
    await execute(database, publishFeedback(keys), { today }, { actor: systemActor('tera daily'), now })
  }
  for (const quarter of await keys.quarters()) {
    if (!isPastQuarter(quarter, today)) continue
    if ((await prisma.feedbackIntake.count({ where: { periodKey: quarter } })) === 0) await keys.forget(quarter)
  }
}
