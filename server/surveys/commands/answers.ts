import type { Database } from '../../db.ts'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { dayText } from '../../organization/rules/days.ts'
import type { QuarterKeys } from '../../quarter-keys.ts'
import type { Answerable } from '../queries/answering.ts'
import { takesAnswers } from '../queries/answering.ts'
import { maskPersonalData } from '../rules/personal-data.ts'
import { hashCode } from '../rules/ticket-code.ts'
import { sealAnswer, type WaitingAnswer } from './sealed-answer.ts'

export type HandedIn = {
  readonly survey: Answerable
  /** The code of the ticket; for an open survey the mark of this one form. */
  readonly once: string
  readonly scores: readonly number[]
  readonly mode: WaitingAnswer['mode']
  readonly comment: string | null
  readonly device: string | null
}

/** `ACCEPTED`: it is stored. `ALREADY`: an answer with this ticket or this form is stored already; nothing was changed. */
export type Receipt = { readonly outcome: 'ACCEPTED' | 'ALREADY'; readonly isMasked: boolean }

/**
 * Hands in an answer. One statement spends the ticket and stores the answer under seal, so that of many at once one is accepted.
 *
 * Deliberately no command: an audit row has a time and would stand in one transaction with the answer. What is stored is one row of the same length
 * as every other, under a key that is not in the database; `countAnswers` opens it together with others. WRONG_STATE: the survey takes no answers
 * today. INVALID_INPUT: no question was answered.
 */
export async function handInAnswer(database: Database, keys: QuarterKeys, given: HandedIn, now: Date): Promise<Receipt> {
  const { survey, once, scores, mode, device } = given
  const today = civilDate(now)
  if (!takesAnswers(survey, today)) throw new DomainError('WRONG_STATE', closed)
  if (!scores.some((score) => score > 0) || scores.length !== survey.questions.length) {
    throw new DomainError('INVALID_INPUT', empty, { answers: empty })
  }
  const { text, isMasked } = maskPersonalData(given.comment ?? '')
  const keyName = dayText(today)
  const minute = Math.floor(now.getTime() / 60_000)
  const answer = { scores: [...scores], mode, comment: text === '' ? null : text, device, minute }
  const sealed = new Uint8Array(sealAnswer(await keys.keyOf(keyName), survey.id, answer))
  const codeHash = hashCode(once)
  // The lock lets answers of one survey pass each other, and keeps its closing from counting without this one.
  const running = Prisma.sql`SELECT id FROM survey WHERE id = ${survey.id}::uuid AND state = 'AKTIF' FOR SHARE`
  const spent =
    survey.access === 'TICKET'
      ? Prisma.sql`UPDATE survey_ticket SET is_used = true FROM running
          WHERE code_hash = ${codeHash} AND survey_id = running.id AND NOT is_used RETURNING survey_id`
      : Prisma.sql`INSERT INTO survey_ticket (code_hash, survey_id, is_used) SELECT ${codeHash}, id, true FROM running
          ON CONFLICT DO NOTHING RETURNING survey_id`
  const stored = await database.prisma.$executeRaw(Prisma.sql`
    WITH running AS (${running}), spent AS (${spent})
    INSERT INTO survey_intake (survey_id, key_name, sealed) SELECT survey_id, ${keyName}, ${sealed} FROM spent`)
  return { outcome: stored > 0 ? 'ACCEPTED' : 'ALREADY', isMasked }
}

const closed = {
  id: 'Survei ini sedang tidak menerima jawaban. Terima kasih atas perhatian Anda.',
  en: 'This survey takes no answers at the moment. Thank you for your interest.',
}
const empty = { id: 'Jawab paling sedikit satu pertanyaan.', en: 'Answer at least one question.' }
