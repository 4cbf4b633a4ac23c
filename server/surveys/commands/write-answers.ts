import { type AnswerMode, type AnswerSource, Prisma, type SurveyFindingKind } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { maskPersonalData } from '../rules/personal-data.ts'

export type NewAnswer = {
  readonly scores: readonly number[]
  readonly mode: AnswerMode
  readonly source: AnswerSource
  readonly isBurst: boolean
}

export type Counted = {
  readonly answers: readonly NewAnswer[]
  readonly comments: readonly string[]
  readonly findings: readonly { readonly kind: SurveyFindingKind; readonly responses: number }[]
}

/** Writes answers, comments and findings, each by itself and in random order: the place of a row in its table tells nothing. */
export async function writeCounted(tx: Transaction, surveyId: string, { answers, comments, findings }: Counted): Promise<void> {
  if (answers.length > 0) {
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO survey_answer (survey_id, scores, mode, source, is_burst)
      SELECT ${surveyId}::uuid, "row".scores::smallint[], "row".mode, "row".source, "row".is_burst
      FROM ${unnest(answers, {
        scores: ['text', ({ scores }) => `{${scores.join(',')}}`],
        mode: ['answer_mode', ({ mode }) => mode],
        source: ['answer_source', ({ source }) => source],
        is_burst: ['boolean', ({ isBurst }) => isBurst],
      })} ORDER BY random()`)
  }
  // Masked again: what comes from a file was never masked, and masking twice changes nothing.
  const masked = comments.map(maskPersonalData)
  if (masked.length > 0) {
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO survey_comment (survey_id, text, is_masked)
      SELECT ${surveyId}::uuid, "row".text, "row".is_masked
      FROM ${unnest(masked, { text: ['text', ({ text }) => text], is_masked: ['boolean', ({ text, isMasked }) => isMasked || text.includes('•••')] })}
      ORDER BY random()`)
  }
  if (findings.length > 0) {
    await tx.surveyFinding.createMany({ data: findings.map((finding) => ({ ...finding, surveyId })) })
  }
}

/**
 * Writes the used tickets of a survey anew, in the order of their hashes, so that the transaction and the place of a row no longer tell when a ticket
 * was used. Of a survey that is being closed the answers are written anew as well: what was counted on different days then stands together.
 */
export async function shuffleCounted(tx: Transaction, surveyId: string, isClosing: boolean): Promise<void> {
  const used = await tx.$queryRaw<{ codeHash: string; importRunId: string | null }[]>(Prisma.sql`
    DELETE FROM survey_ticket WHERE survey_id = ${surveyId}::uuid AND is_used RETURNING code_hash AS "codeHash", import_run_id AS "importRunId"`)
  if (used.length > 0) {
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO survey_ticket (code_hash, survey_id, is_used, import_run_id)
      SELECT "row".code_hash, ${surveyId}::uuid, true, "row".import_run_id
      FROM ${unnest(used, { code_hash: ['text', ({ codeHash }) => codeHash], import_run_id: ['uuid', ({ importRunId }) => importRunId] })}
      ORDER BY "row".code_hash`)
  }
  if (!isClosing) return
  const answers = await tx.surveyAnswer.findMany({ where: { surveyId } })
  await tx.surveyAnswer.deleteMany({ where: { surveyId } })
  await writeCounted(tx, surveyId, { answers, comments: [], findings: [] })
}
