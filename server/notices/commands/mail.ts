import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { encodeId } from '../../list.ts'
import { isRefused, type Mailer } from '../../mail.ts'
import { newId } from '../../new-id.ts'
import { taskKinds } from '../../notice-kinds.ts'
import { letterOf } from '../rules/letter.ts'

const dayMs = 86_400_000
/** Older notices were read, or nobody was there to tell: a server that stood still sends no flood. */
const lookBackMs = dayMs
const mostAtOnce = 500
const mostAttempts = 8
/** Whoever sends a letter has this long; after it another process sends it again, as the same letter. */
const leaseMs = 120_000
const firstRetryMs = 60_000
const longestRetryMs = 3_600_000
const longestFailure = 500
/** Letters that went out are kept for 90 days (LOCAL). */
const keptMs = 90 * dayMs

type Connected = Pick<Database, 'prisma'>

type Unwritten = {
  readonly id: string
  readonly kind: string
  readonly entityType: string
  readonly dueAt: Date | null
  readonly language: 'ID' | 'EN'
  readonly email: string
}

/**
 * Writes a letter for each notice of the last day whose reader has an address and that still matters; one for each notice, whoever writes it. Where nothing
 * is sent, letters are captured at once. Answers how many were written.
 */
export async function writeLetters(
  { prisma }: Connected,
  { publicUrl, isCaptured }: { readonly publicUrl: string; readonly isCaptured: boolean },
  now: Date,
): Promise<number> {
  let written = 0
  for (let count = mostAtOnce; count === mostAtOnce; ) {
    const notices = await prisma.$queryRaw<Unwritten[]>(Prisma.sql`
      SELECT n.id, n.kind, n.entity_type AS "entityType", n.due_at AS "dueAt", u.language::text AS language, e.email
      FROM notice n JOIN app_user u ON u.id = n.user_id AND u.disabled_at IS NULL JOIN employee e ON e.id = u.employee_id
      WHERE n.created_at > ${new Date(now.getTime() - lookBackMs)} AND n.created_at <= ${now} AND n.done_at IS NULL
        AND e.email ~ '^[^@[:space:],;<>"]+@[^@[:space:],;<>"]+$' AND NOT EXISTS (SELECT FROM outbox_mail m WHERE m.notice_id = n.id)
      ORDER BY n.created_at, n.id LIMIT ${mostAtOnce}`)
    const data = notices.map(({ id: noticeId, kind, entityType, dueAt, language, email: recipient }) => ({
      ...{ id: newId(), noticeId, recipient, nextAt: now },
      ...letterOf({
        language: language === 'ID' ? 'id' : 'en',
        entityType,
        isTask: (taskKinds as readonly string[]).includes(kind),
        dueAt,
        link: `${publicUrl}/notices/${encodeId('Notice', noticeId)}/show`,
      }),
      ...(isCaptured ? ({ state: 'CAPTURED', sentAt: now } as const) : {}),
    }))
    await prisma.outboxMail.createMany({ data, skipDuplicates: true })
    count = notices.length
    written += count
  }
  return written
}

type Claimed = {
  readonly id: string
  readonly noticeId: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly attempts: number
}

/**
 * Sends what waits, one letter after another, and answers how many the mail server took. A process that ends between the server's yes and its own note sends
 * the letter again with the same message id, by which mail servers know it: more SMTP does not allow. Stops when the server is out of reach.
 */
export async function sendLetters({ prisma }: Connected, mailer: Mailer, publicUrl: string, now: () => Date): Promise<number> {
  const host = new URL(publicUrl).hostname
  for (let sent = 0; ; ) {
    const letter = await claim(prisma, now())
    if (!letter) return sent
    const { id, noticeId, recipient: to, subject, body: text, attempts } = letter
    const mine = { id, attempts, state: 'WAITING' } as const
    try {
      await mailer.send({ to, subject, text, messageId: `<${noticeId}@${host}>` })
    } catch (error) {
      const isOver = isRefused(error) || attempts >= mostAttempts
      const nextAt = new Date(now().getTime() + Math.min(firstRetryMs * 2 ** (attempts - 1), longestRetryMs))
      const failure = String(error instanceof Error ? error.message : error).slice(0, longestFailure)
      await prisma.outboxMail.updateMany({ where: mine, data: { failure, ...(isOver ? { state: 'FAILED' } : { nextAt }) } })
      if (isRefused(error)) continue
      return sent
    }
    await prisma.outboxMail.updateMany({ where: mine, data: { state: 'SENT', sentAt: now(), failure: null } })
    sent += 1
  }
}

async function claim(prisma: Pick<Database['prisma'], '$queryRaw'>, now: Date): Promise<Claimed | undefined> {
  const [letter] = await prisma.$queryRaw<Claimed[]>(Prisma.sql`
    UPDATE outbox_mail SET attempts = attempts + 1, next_at = ${new Date(now.getTime() + leaseMs)}
    WHERE id = (
      SELECT id FROM outbox_mail WHERE state = 'WAITING' AND next_at <= ${now} ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, notice_id AS "noticeId", recipient, subject, body, attempts`)
  return letter
}

/** Removes letters that went out or were captured more than 90 days ago; those that failed stay. */
export async function forgetLetters({ prisma }: Connected, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptMs)
  const { count } = await prisma.outboxMail.deleteMany({ where: { state: { in: ['SENT', 'CAPTURED'] }, sentAt: { lt: before } } })
  return count
}
