import { createHash } from 'node:crypto'
import { z } from 'zod'
import { recordRealisation } from '../../appraisals/commands/realisations.ts'
import { DomainError } from '../../errors.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { systemActor } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { QuarterKeys } from '../../quarter-keys.ts'
import { command, executeWithin, type Transaction } from '../../transact.ts'
import { maySurveyStep } from '../policy.ts'
import type { KnownSurvey } from '../queries/facts.ts'
import { liveResult } from '../queries/results.ts'
import { countAnswers } from './counting.ts'
import { lockSurvey, surveyEntity, surveyStep } from './surveys.ts'

/** The rules by which official results are computed; goes up when one of them changes what comes out. */
export const surveyRulesVersion = 1

/**
 * Closes a survey: counts what waits, and at the first time freezes the official result with its hash and gives the unit's indicator a verified
 * realisation whose denominator is the number of respondents: below the least denominator of the indicator it is shown and not rated (domain B1). Later
 * closings change neither. FORBIDDEN, STALE_VERSION, WRONG_STATE.
 */
export function closeSurvey(keys: QuarterKeys) {
  return command({
    input: z.strictObject(surveyStep),
    load: (tx, { id }, actor, now) => lockSurvey(tx, id, actor, now),
    allow: (actor, survey, now, { revision }) => maySurveyStep(actor, survey, now, 'CLOSE', revision),
    run: async ({ tx, input: { id }, subject, actor, now }) => {
      const caller = { actor: systemActor('survey'), now }
      await executeWithin(tx, countAnswers(keys), { surveyId: id, isClosing: true }, caller)
      await tx.survey.update({
        where: { id },
        data: { state: 'DITUTUP', closedAt: now, revision: { increment: 1 } },
        select: { id: true },
      })
      const taken = subject.officialRespondents === null ? await takeSnapshot(tx, subject, actor.id, now) : null
      return {
        result: { id },
        entity: surveyEntity(subject),
        changes: {
          state: [subject.state, 'DITUTUP'],
          ...(taken
            ? { ikm: [null, taken.ikm], respondents: [null, taken.respondents], contentHash: [null, taken.contentHash] }
            : {}),
        },
      }
    },
    audit: 'survey.closed',
    timeoutMs: 60_000,
  })
}

async function takeSnapshot(tx: Transaction, survey: KnownSurvey, takenById: string | null, now: Date) {
  const { id, unitId, periodId, indicatorId } = survey
  const { settings, ...result } = await liveResult(tx, id)
  const findings = await tx.surveyFinding.findMany({
    where: { surveyId: id },
    select: { kind: true, responses: true },
    orderBy: [{ kind: 'asc' }, { responses: 'desc' }],
  })
  const official = { unitId, periodId, result, findings, settings, rulesVersion: surveyRulesVersion }
  const contentHash = createHash('sha256').update(JSON.stringify(official)).digest('hex')
  const { respondents, ikm, mutu } = result
  const recorded =
    indicatorId !== null && ikm !== null ? await record(tx, { ...survey, indicatorId }, ikm, respondents, contentHash, now) : null
  await tx.surveySnapshot.create({
    data: {
      ...{ surveyId: id, respondents, ikm, mutu, contentHash, takenAt: now, takenById },
      content: { ...official, realisation: recorded } as unknown as Prisma.InputJsonObject,
      realisationId: recorded?.id ?? null,
    },
    select: { id: true },
  })
  return { respondents, ikm, contentHash }
}

/** Why no realisation was written is kept beside the result: a closed quarter takes none, and the survey is official all the same. */
type Recorded = { readonly id: string | null; readonly refusal: string | null }

async function record(
  tx: Transaction,
  { indicatorId, unitId, periodId, closesOn }: KnownSurvey & { readonly indicatorId: string },
  ikm: number,
  respondents: number,
  contentHash: string,
  now: Date,
): Promise<Recorded> {
  const { key, kind, year } = await tx.period.findUniqueOrThrow({ where: { id: periodId } })
  const today = civilDate(now)
  const input = {
    indicatorId,
    unitId,
    // The survey of a year is due with its last quarter.
    periodKey: kind === 'ANNUAL' ? `${year}-TW4` : key,
    value: String(ikm),
    denominator: String(respondents),
    measuredOn: closesOn < today ? closesOn : today,
    source: 'SKM',
    evidence: [
      {
        kind: 'SYSTEM_FEED' as const,
        description: `Survei Kepuasan Masyarakat: ${respondents} responden, IKM ${ikm}, SHA-256 ${contentHash}`,
      },
    ],
  }
  try {
    const { id } = await executeWithin(tx, recordRealisation, input, { actor: systemActor('survey'), now })
    return { id, refusal: null }
  } catch (error) {
    // All of its refusals come before its first write.
    if (error instanceof DomainError) return { id: null, refusal: error.code }
    throw error
  }
}
