import { z } from 'zod'
import type { Database } from '../../db.ts'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { notify, settleNotices } from '../../notices.ts'
import { dayText } from '../../organization/rules/days.ts'
import { cityTimeZone, deadlineAfter } from '../../organization/rules/deadlines.ts'
import { command } from '../../transact.ts'
import { mayFinishFollowUp, mayPlanFollowUp } from '../policy.ts'
import { surveyFacts } from '../queries/facts.ts'
import { lockSurvey } from './surveys.ts'

const text = (least: number, most: number) => z.string().trim().min(least).max(most)

/** Last instant of a civil day. */
const endOf = (day: Date) =>
  deadlineAfter({ from: day, days: 0, dayType: 'WORKING', holidays: new Set(), timeZone: cityTimeZone })

/** Plans what is done about one question, by whom and until when; the owner is told. FORBIDDEN, INVALID_INPUT, WRONG_STATE (no official result yet). */
export const planFollowUp = command({
  input: z.strictObject({
    surveyId: z.uuid(),
    code: z.string().max(3),
    action: text(10, 1_000),
    ownerId: z.uuid(),
    dueOn: z.date(),
  }),
  load: async (tx, { surveyId }, actor, now) => {
    const survey = await lockSurvey(tx, surveyId, actor, now)
    if (!survey) return null
    const { unit, questions } = await tx.survey.findUniqueOrThrow({
      where: { id: surveyId },
      select: { unit: { select: { name: true } }, questions: { select: { code: true } } },
    })
    return { survey, unitName: unit.name, codes: questions.map(({ code }) => code) }
  },
  allow: (actor, { survey }) => mayPlanFollowUp(actor, survey),
  run: async ({ tx, input, subject: { unitName, codes }, actor, now }) => {
    const owner = await tx.employee.findUnique({ where: { id: input.ownerId }, select: { id: true } })
    const faults = {
      ...(codes.includes(input.code) ? {} : { code: { id: 'Unsur ini tidak ditanyakan.', en: 'This was not asked.' } }),
      ...(owner ? {} : { ownerId: { id: 'Pegawai ini tidak dikenal.', en: 'This employee is not known.' } }),
      ...(input.dueOn > civilDate(now) ? {} : { dueOn: { id: 'Pilih hari yang akan datang.', en: 'Choose a day to come.' } }),
    }
    const [first] = Object.values(faults)
    if (first) throw new DomainError('INVALID_INPUT', first, faults)
    const { id } = await tx.surveyFollowUp.create({ data: { ...input, createdById: actor.id }, select: { id: true } })
    const entity = { type: 'SurveyFollowUp', id }
    const params = { unit: unitName, due: dayText(input.dueOn), action: input.action }
    await notify(
      tx,
      [{ to: { employeeId: input.ownerId }, kind: 'followUp.assigned', params, entity, dueAt: endOf(input.dueOn), cause: id }],
      now,
    )
    return {
      result: { id },
      entity,
      changes: { code: [null, input.code], owner: [null, input.ownerId], dueOn: [null, dayText(input.dueOn)] },
    }
  },
  audit: 'followUp.planned',
})

/** Reports what was done, with the place where it can be seen. FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const finishFollowUp = command({
  input: z.strictObject({
    id: z.uuid(),
    revision: z.int().min(0),
    outcome: text(10, 1_000),
    proofUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullish(),
  }),
  load: async (tx, { id }, _actor, now) => {
    await tx.$queryRaw(Prisma.sql`SELECT id FROM survey_follow_up WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
    const row = await tx.surveyFollowUp.findUnique({ where: { id } })
    const facts = row && (await surveyFacts(tx, [row.surveyId], now)).get(row.surveyId)
    return row && facts ? { ...row, underUnitIds: facts.underUnitIds } : null
  },
  allow: (actor, facts, _now, { revision }) => mayFinishFollowUp(actor, facts, revision),
  run: async ({ tx, input: { id, outcome, proofUrl = null }, subject, now }) => {
    const doneOn = civilDate(now)
    await tx.surveyFollowUp.update({
      where: { id },
      data: { doneOn, outcome, proofUrl, revision: { increment: 1 } },
      select: { id: true },
    })
    const entity = { type: 'SurveyFollowUp', id }
    await settleNotices(tx, entity, now)
    return {
      result: { id, surveyId: subject.surveyId },
      entity,
      changes: { doneOn: [null, dayText(doneOn)], outcome: [null, outcome] },
    }
  },
  audit: 'followUp.done',
})

/** Tells the owners of overdue follow-ups, once each. */
export async function remindFollowUps({ prisma }: Database, today: Date, now: Date): Promise<void> {
  const overdue = await prisma.surveyFollowUp.findMany({
    where: { doneOn: null, dueOn: { lt: today } },
    select: { id: true, ownerId: true, action: true, survey: { select: { unit: { select: { name: true } } } } },
    take: 1_000,
  })
  const notices = overdue.map(({ id, ownerId, action, survey }) => ({
    to: { employeeId: ownerId },
    kind: 'followUp.overdue' as const,
    params: { unit: survey.unit.name, action },
    entity: { type: 'SurveyFollowUp', id },
    cause: id,
  }))
  await notify(prisma, notices, now)
}
