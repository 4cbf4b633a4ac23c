import { holdYear } from '../../appraisals/commands/running-year.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { findBursts, repeatedDevices } from '../rules/integrity.ts'
import { isStraightFour } from '../rules/result.ts'
import { hashPaperTicket } from '../rules/ticket-code.ts'
import { unsurCodes } from '../rules/unsur.ts'
import { questionRows } from './surveys.ts'
import { shuffleCounted, writeCounted } from './write-answers.ts'

/** One answer on paper. Ticket, minute and device are used here and stored with no answer. */
export type PaperAnswer = {
  readonly ticket: string
  readonly unitCode: string
  /** Minutes since any fixed instant. */
  readonly minute: number
  /** 1–4 for U1 to U9, 0 where it was not answered. */
  readonly scores: readonly number[]
  readonly comment: string | null
  readonly mode: 'MANDIRI' | 'DIBANTU'
  readonly device: string | null
}

/** Counts answers on paper, all of a file at once, in the surveys of the year; a unit without one gets it. */
export async function writePaperAnswers(
  tx: Transaction,
  answers: readonly PaperAnswer[],
  { year, importRunId, now }: { readonly year: number; readonly importRunId: string; readonly now: Date },
): Promise<void> {
  await holdYear(tx, year, [], now)
  for (const [unitCode, own] of Map.groupBy(answers, (answer) => answer.unitCode)) {
    const { id: surveyId, places } = await yearSurvey(tx, unitCode, year)
    const tickets = own.map(({ ticket }) => hashPaperTicket(ticket))
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO survey_ticket (code_hash, survey_id, is_used, import_run_id)
      SELECT "row".code_hash, ${surveyId}::uuid, true, ${importRunId}::uuid
      FROM ${unnest(tickets, { code_hash: ['text', (hash) => hash] })} ORDER BY "row".code_hash
      ON CONFLICT (code_hash) DO UPDATE SET is_used = true, import_run_id = excluded.import_run_id`)
    const handed = own.map(({ device, minute, scores }) => ({ device, minute, isStraightFour: isStraightFour(scores) }))
    const { bursts, places: inBursts } = findBursts(handed)
    await writeCounted(tx, surveyId, {
      answers: own.map(({ scores, mode }, index) => ({
        ...{ scores: places.map((place) => (place === null ? 0 : (scores[place] ?? 0))), mode, source: 'PAPER' as const },
        isBurst: inBursts.has(index),
      })),
      comments: own.flatMap(({ comment }) => (comment === null ? [] : [comment])),
      findings: [
        ...bursts.map(({ responses }) => ({ kind: 'BURST' as const, responses })),
        ...repeatedDevices(handed, inBursts).map((responses) => ({ kind: 'REPEATED_DEVICE' as const, responses })),
      ],
    })
    await shuffleCounted(tx, surveyId, false)
  }
}

/** The survey of a unit for a year, opened where it was not yet; `places` says which unsur each of its questions is, from 0, null for its own. */
async function yearSurvey(tx: Transaction, unitCode: string, year: number) {
  const unit = await tx.unit.findUniqueOrThrow({ where: { code: unitCode }, select: { id: true, name: true } })
  const period = await tx.period.findUniqueOrThrow({ where: { key: String(year) }, select: { id: true } })
  const series = await tx.measurementSeries.findFirst({
    where: {
      unitId: unit.id,
      year,
      indicator: {
        versions: { some: { state: 'AKTIF', attribution: 'UNIT', unit: 'INDEX', sourceSystem: { startsWith: 'SKM' } } },
      },
    },
    select: { indicatorId: true },
    orderBy: { indicator: { code: 'asc' } },
  })
  const survey = await tx.survey.upsert({
    where: { unitId_periodId: { unitId: unit.id, periodId: period.id } },
    create: {
      unitId: unit.id,
      periodId: period.id,
      title: `Survei Kepuasan Masyarakat ${year}`,
      state: 'AKTIF',
      indicatorId: series?.indicatorId ?? null,
      opensOn: new Date(`${year}-01-01`),
      closesOn: new Date(`${year}-12-31`),
      questions: { create: questionRows({ unsur: unsurCodes }) },
    },
    update: { state: 'AKTIF' },
    select: { id: true, questions: { orderBy: { number: 'asc' }, select: { code: true } } },
  })
  const places = survey.questions.map(({ code }) => {
    const place = (unsurCodes as readonly string[]).indexOf(code)
    return place < 0 ? null : place
  })
  return { id: survey.id, places }
}
