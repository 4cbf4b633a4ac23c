import { z } from 'zod'
import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { systemActor } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { dayText } from '../../organization/rules/days.ts'
import type { QuarterKeys } from '../../quarter-keys.ts'
import { command, execute, type Transaction } from '../../transact.ts'
import { mayCount } from '../policy.ts'
import { findBursts, repeatedDevices } from '../rules/integrity.ts'
import { isStraightFour } from '../rules/result.ts'
import { openAnswer, type WaitingAnswer } from './sealed-answer.ts'
import { type NewAnswer, shuffleCounted, writeCounted } from './write-answers.ts'

/** Locks a survey against its moves and against new answers. */
async function lockForCounting(tx: Transaction, id: string) {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM survey WHERE id = ${id}::uuid FOR UPDATE`)
  return tx.survey.findUnique({ where: { id }, select: { id: true } })
}

/**
 * Counts the answers of a survey that wait under seal: together, in random order, in one transaction, and no fewer than `kCell` at once (LOCAL) unless
 * the survey is being closed. What was known of device and minute is looked through for bursts and then gone. Used tickets are written anew as well,
 * so that nothing tells which of them were used together with an answer. Answers whose key is lost cannot be opened: they stay and are told.
 */
export function countAnswers(keys: QuarterKeys) {
  return command({
    input: z.strictObject({ surveyId: z.uuid(), isClosing: z.boolean() }),
    load: (tx, { surveyId }) => lockForCounting(tx, surveyId),
    allow: (actor) => mayCount(actor),
    run: async ({ tx, input: { surveyId, isClosing }, now }) => {
      const entity = { type: 'Survey', id: surveyId }
      const rows = await tx.surveyIntake.findMany({ where: { surveyId } })
      const { kCell } = await settingsOn(tx, civilDate(now))
      if (!isClosing && rows.length < kCell) return { result: { counted: 0, unreadable: 0 }, entity }
      const opened: WaitingAnswer[] = []
      const done: string[] = []
      for (const [keyName, own] of Map.groupBy(rows, (row) => row.keyName)) {
        const key = await keys.find(keyName)
        if (!key) continue
        for (const { id, sealed } of own) {
          opened.push(openAnswer(key, surveyId, sealed))
          done.push(id)
        }
      }
      await tx.surveyIntake.deleteMany({ where: { id: { in: done } } })
      await writeCounted(tx, surveyId, judged(opened))
      await shuffleCounted(tx, surveyId, isClosing)
      const result = { counted: opened.length, unreadable: rows.length - done.length }
      return { result, entity, changes: { counted: [null, result.counted], unreadable: [null, result.unreadable] } }
    },
    audit: 'survey.counted',
    timeoutMs: 60_000,
  })
}

/** The waiting answers with what the check of integrity says of them. */
function judged(opened: readonly WaitingAnswer[]) {
  const handed = opened.map(({ device, minute, scores }) => ({ device, minute, isStraightFour: isStraightFour(scores) }))
  const { bursts, places } = findBursts(handed)
  const answers = opened.map(
    ({ scores, mode }, place): NewAnswer => ({ scores, mode, source: 'ONLINE', isBurst: places.has(place) }),
  )
  const comments = opened.flatMap(({ comment }) => (comment === null ? [] : [comment]))
  const findings = [
    ...bursts.map(({ responses }) => ({ kind: 'BURST' as const, responses })),
    ...repeatedDevices(handed, places).map((responses) => ({ kind: 'REPEATED_DEVICE' as const, responses })),
  ]
  return { answers, comments, findings }
}

/** The daily job: counts what waits for each survey, then throws away the keys of past days under which nothing waits. */
export async function surveyDay(database: Database, keys: QuarterKeys, today: Date, now: Date): Promise<void> {
  const { prisma } = database
  const waiting = await prisma.surveyIntake.groupBy({ by: ['surveyId'] })
  for (const { surveyId } of waiting) {
    await execute(database, countAnswers(keys), { surveyId, isClosing: false }, { actor: systemActor('tera daily'), now })
  }
  for (const keyName of await keys.quarters()) {
    if (keyName >= dayText(today)) continue
    if ((await prisma.surveyIntake.count({ where: { keyName } })) === 0) await keys.forget(keyName)
  }
}
