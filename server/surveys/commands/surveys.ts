import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import { command, type Entity, type Transaction } from '../../transact.ts'
import { maySurvey, maySurveyStep } from '../policy.ts'
import { type KnownSurvey, surveyFacts } from '../queries/facts.ts'
import { visibleSurveys } from '../queries.ts'
import { hashCode } from '../rules/ticket-code.ts'
import { type UnsurCode, unsur, unsurCodes } from '../rules/unsur.ts'
import { newCode } from './codes.ts'

/** One survey, at the revision that the person read. */
export const surveyStep = { id: z.uuid(), revision: z.int().min(0) } as const

export function surveyEntity({ id }: { readonly id: string }): Entity {
  return { type: 'Survey', id }
}

/** A survey as it is after every command before this one; null when there is none that the actor may see. */
export async function lockSurvey(tx: Transaction, id: string, actor: Actor, now: Date): Promise<KnownSurvey | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM survey WHERE id = ${id}::uuid FOR UPDATE`)
  const visible = await tx.survey.findFirst({ where: { id, AND: [visibleSurveys(actor)] }, select: { id: true } })
  return visible ? ((await surveyFacts(tx, [id], now)).get(id) ?? null) : null
}

const text = (least: number, most: number) => z.string().trim().min(least).max(most)

const content = {
  title: text(3, 200),
  access: z.enum(['TICKET', 'OPEN']),
  population: z.int().min(1).max(10_000_000).nullish(),
  indicatorId: z.uuid().nullish(),
  opensOn: z.date(),
  closesOn: z.date(),
  /** Unsur that apply to the service. */
  unsur: z
    .array(z.enum(unsurCodes as [UnsurCode, ...UnsurCode[]]))
    .min(1)
    .max(9),
  /** The survey's own questions, answered 1–4 and left out of the index. */
  questions: z
    .array(z.strictObject({ textId: text(5, 300), textEn: text(5, 300) }))
    .max(9)
    .optional(),
} as const

const contentInput = z.strictObject(content)

/**
 * Drafts the survey of a unit for a period. INVALID_INPUT: the last day lies before the first, or the indicator is none of units; CONFLICT: the unit has a
 * survey in this period.
 */
export const draftSurvey = command({
  input: z.strictObject({ unitId: z.uuid(), periodKey: z.string().max(10), ...content }),
  load: async (tx, { unitId, periodKey }) => {
    const period = await tx.period.findUnique({ where: { key: periodKey }, select: { id: true } })
    const underUnitIds = await unitIdsAbove(tx, unitId)
    return period && underUnitIds.length > 0 ? { periodId: period.id, underUnitIds } : null
  },
  allow: (actor, { underUnitIds }) => maySurvey(actor, underUnitIds),
  run: async ({ tx, input: { unitId, periodKey, unsur: codes, questions, ...given }, subject: { periodId }, actor }) => {
    await refuseLoose(tx, { ...given, unsur: codes, questions })
    if (await tx.survey.findUnique({ where: { unitId_periodId: { unitId, periodId } }, select: { id: true } })) {
      throw new DomainError('CONFLICT', {
        id: 'Unit ini sudah memiliki survei pada periode tersebut.',
        en: 'This unit has a survey in this period already.',
      })
    }
    const { id } = await tx.survey.create({
      data: {
        ...given,
        unitId,
        periodId,
        createdById: actor.id,
        questions: { create: questionRows({ unsur: codes, questions }) },
      },
      select: { id: true },
    })
    return {
      result: { id },
      entity: surveyEntity({ id }),
      changes: { state: [null, 'RANCANGAN'], unit: [null, unitId], period: [null, periodKey], unsur: [null, codes] },
    }
  },
  audit: 'survey.drafted',
})

/** Changes a draft; what is open to respondents stays as it is. INVALID_INPUT, STALE_VERSION, WRONG_STATE. */
export const editSurvey = command({
  input: z.strictObject({ ...surveyStep, ...content }),
  load: (tx, { id }, actor, now) => lockSurvey(tx, id, actor, now),
  allow: (actor, survey, now, { revision }) => maySurveyStep(actor, survey, now, 'EDIT', revision),
  run: async ({ tx, input: { id, revision: _read, unsur: codes, questions, ...given }, subject }) => {
    await refuseLoose(tx, { ...given, unsur: codes, questions })
    await tx.surveyQuestion.deleteMany({ where: { surveyId: id } })
    await tx.survey.update({
      where: { id },
      data: { ...given, revision: { increment: 1 }, questions: { create: questionRows({ unsur: codes, questions }) } },
      select: { id: true },
    })
    return {
      result: { id },
      entity: surveyEntity(subject),
      changes: { title: [subject.title, given.title], access: [subject.access, given.access], unsur: [null, codes] },
    }
  },
  audit: 'survey.edited',
})

type Content = z.output<typeof contentInput>

async function refuseLoose(tx: Transaction, { opensOn, closesOn, indicatorId = null }: Content): Promise<void> {
  if (closesOn < opensOn) {
    const sentence = { id: 'Hari terakhir mendahului hari pertama.', en: 'The last day lies before the first.' }
    throw new DomainError('INVALID_INPUT', sentence, { closesOn: sentence })
  }
  if (indicatorId === null) return
  const fitting = { state: 'AKTIF', attribution: 'UNIT', unit: 'INDEX' } as const
  if ((await tx.indicatorVersion.count({ where: { indicatorId, ...fitting } })) > 0) return
  const sentence = {
    id: 'Pilih indikator aktif yang diukur pada unit dan berupa indeks.',
    en: 'Choose an active indicator that measures units by an index.',
  }
  throw new DomainError('INVALID_INPUT', sentence, { indicatorId: sentence })
}

/** The unsur in their own order, then the own questions as T1, T2 …. */
export function questionRows({ unsur: chosen, questions = [] }: Pick<Content, 'unsur' | 'questions'>) {
  const asked = unsurCodes.filter((code) => chosen.includes(code))
  const rows = [
    ...asked.map((code) => ({
      code: code as string,
      textId: unsur[code].question.id as string,
      textEn: unsur[code].question.en as string,
    })),
    ...questions.map((question, index) => ({ code: `T${index + 1}`, ...question })),
  ]
  return rows.map((row, index) => ({ ...row, number: index + 1 }))
}

/** Opens a survey to respondents. An open one gets the address for its posters. FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const activateSurvey = command({
  input: z.strictObject(surveyStep),
  load: (tx, { id }, actor, now) => lockSurvey(tx, id, actor, now),
  allow: (actor, survey, now, { revision }) => maySurveyStep(actor, survey, now, 'ACTIVATE', revision),
  run: async ({ tx, input: { id }, subject, now }) => {
    const openCode = subject.access === 'OPEN' ? newCode() : null
    await tx.survey.update({
      where: { id },
      data: { state: 'AKTIF', openCode, activatedAt: now, revision: { increment: 1 } },
      select: { id: true },
    })
    return { result: { id }, entity: surveyEntity(subject), changes: { state: [subject.state, 'AKTIF'] } }
  },
  audit: 'survey.opened',
})

/** Most tickets of one printing. */
export const mostTickets = 500

/**
 * Makes tickets and answers their codes, once: the database keeps their hashes alone. Each lets one answer in. FORBIDDEN, STALE_VERSION, WRONG_STATE.
 */
export const issueTickets = command({
  input: z.strictObject({ ...surveyStep, count: z.int().min(1).max(mostTickets) }),
  load: (tx, { id }, actor, now) => lockSurvey(tx, id, actor, now),
  allow: (actor, survey, now, { revision }) => maySurveyStep(actor, survey, now, 'ISSUE_TICKETS', revision),
  run: async ({ tx, input: { id, count }, subject }) => {
    const codes = Array.from({ length: count }, newCode)
    const rows = codes.map((code) => ({ codeHash: hashCode(code), surveyId: id, isUsed: false }))
    // In the order of the hashes: the place of a row does not tell its place on the sheet.
    await tx.surveyTicket.createMany({ data: rows.sort((a, b) => (a.codeHash < b.codeHash ? -1 : 1)) })
    return { result: { id, codes }, entity: surveyEntity(subject), changes: { tickets: [null, count] } }
  },
  audit: 'survey.ticketsIssued',
})

/** Opens a closed survey again, with the reason. The official result stays; answers that come now show in the live view alone. */
export const reopenSurvey = command({
  input: z.strictObject({ ...surveyStep, closesOn: z.date(), reason: text(10, 1_000) }),
  load: (tx, { id }, actor, now) => lockSurvey(tx, id, actor, now),
  allow: (actor, survey, now, { revision }) => maySurveyStep(actor, survey, now, 'REOPEN', revision),
  run: async ({ tx, input: { id, closesOn, reason }, subject }) => {
    const openCode = subject.access === 'OPEN' ? (subject.openCode ?? newCode()) : null
    await tx.survey.update({
      where: { id },
      data: { state: 'AKTIF', closesOn, openCode, revision: { increment: 1 } },
      select: { id: true },
    })
    return { result: { id }, entity: surveyEntity(subject), changes: { state: [subject.state, 'AKTIF'] }, reason }
  },
  audit: 'survey.reopened',
})

/** Releases the official result to the public; the next edition of public figures takes it up. K_ANONYMITY below `kPublic` respondents. */
export const publishSurvey = command({
  input: z.strictObject(surveyStep),
  load: (tx, { id }, actor, now) => lockSurvey(tx, id, actor, now),
  allow: (actor, survey, now, { revision }) => maySurveyStep(actor, survey, now, 'PUBLISH', revision),
  run: async ({ tx, input: { id }, subject, now }) => {
    await tx.survey.update({
      where: { id },
      data: { state: 'DIPUBLIKASI', publishedAt: now, revision: { increment: 1 } },
      select: { id: true },
    })
    return { result: { id }, entity: surveyEntity(subject), changes: { state: [subject.state, 'DIPUBLIKASI'] } }
  },
  audit: 'survey.published',
})
