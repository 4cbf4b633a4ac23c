import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layOutYear } from '../../server/appraisals/commands/periods.ts'
import { type Actor, anonymous, systemActor } from '../../server/identity/policy.ts'
import { unreachableStates } from '../../server/moves.ts'
import { type QuarterKeys, quarterKeysIn } from '../../server/quarter-keys.ts'
import { handInAnswer } from '../../server/surveys/commands/answers.ts'
import { closeSurvey } from '../../server/surveys/commands/closing.ts'
import { surveyDay } from '../../server/surveys/commands/counting.ts'
import { finishFollowUp, planFollowUp } from '../../server/surveys/commands/follow-ups.ts'
import {
  activateSurvey,
  draftSurvey,
  editSurvey,
  issueTickets,
  publishSurvey,
  reopenSurvey,
} from '../../server/surveys/commands/surveys.ts'
import { surveyMoves } from '../../server/surveys/policy.ts'
import { surveyBehind } from '../../server/surveys/queries/answering.ts'
import { liveResult } from '../../server/surveys/queries/results.ts'
import { hashCode } from '../../server/surveys/rules/ticket-code.ts'
import { surveyStateWords } from '../../server/surveys/rules/words.ts'
import { execute } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

const now = new Date('2026-10-20T03:00:00Z')
const dayAfter = new Date('2026-10-21T03:00:00Z')
const manager: Actor = { ...systemActor('manager'), kind: 'USER', id: null, grants: [{ role: 'TIM_KINERJA', unitId: null }] }
const employee: Actor = { ...manager, label: 'employee', grants: [{ role: 'EMPLOYEE', unitId: null }] }

let home: TestDatabase
let folder: string
let keys: QuarterKeys
let units = 0

beforeAll(async () => {
  home = await createTestDatabase({ poolSize: 12 })
  folder = mkdtempSync(join(tmpdir(), 'tera-survey-keys-'))
  keys = quarterKeysIn(folder)
  await home.database.prisma.$transaction((tx) => layOutYear(tx, 2026, { state: 'OPEN', createdAt: now }))
})

afterAll(async () => {
  await home.drop()
  rmSync(folder, { recursive: true, force: true })
})

const by = (actor: Actor, at = now) => ({ actor, now: at })
const content = {
  title: 'Survei Kepuasan Masyarakat',
  access: 'TICKET' as const,
  opensOn: new Date('2026-10-01'),
  closesOn: new Date('2026-12-31'),
  unsur: ['U1' as const, 'U2' as const, 'U3' as const],
}

async function clinic(): Promise<string> {
  units += 1
  const { prisma } = home.database
  const { id } = await prisma.unit.create({
    data: { code: `9.${units}`, name: `Puskesmas ${units}`, type: 'PUSKESMAS', isServiceUnit: true },
  })
  await prisma.unitAncestor.create({ data: { unitId: id, ancestorId: id, distance: 0 } })
  return id
}

async function running(given: Partial<typeof content> & { readonly indicatorId?: string; readonly unitId?: string } = {}) {
  const { unitId = await clinic(), ...rest } = given
  const input = { ...content, ...rest, unitId, periodKey: '2026-TW4' }
  const { id } = await execute(home.database, draftSurvey, input, by(manager))
  await execute(home.database, activateSurvey, { id, revision: 0 }, by(manager))
  return { id, unitId }
}

async function ticketsOf(id: string, count: number): Promise<readonly string[]> {
  const { revision } = await home.database.prisma.survey.findUniqueOrThrow({ where: { id } })
  return (await execute(home.database, issueTickets, { id, revision, count }, by(manager))).codes
}

async function answer(code: string, scores: readonly number[] = [3, 4, 3], more: { comment?: string; at?: Date } = {}) {
  const survey = await surveyBehind(home.database.prisma, code, hashCode(code))
  if (!survey) throw new Error('No survey behind the code.')
  const given = { survey, once: code, scores, mode: 'MANDIRI', comment: more.comment ?? null, device: 'd1' } as const
  return handInAnswer(home.database, keys, given, more.at ?? now)
}

const auditOf = (id: string, event: string) => home.database.prisma.auditEvent.count({ where: { entityId: id, event } })

test('every state is reached, and a closed survey gives its unit an official result that nothing changes', async () => {
  const states = Object.keys(surveyStateWords) as (keyof typeof surveyStateWords)[]
  expect(unreachableStates(surveyMoves, ['RANCANGAN'], states)).toEqual([])
  const { id } = await running()
  const codes = await ticketsOf(id, 12)
  for (const code of codes.slice(0, 11)) await answer(code)
  await execute(home.database, closeSurvey(keys), { id, revision: 1 }, by(manager))
  const { prisma } = home.database
  const snapshot = await prisma.surveySnapshot.findUniqueOrThrow({ where: { surveyId: id } })
  expect([snapshot.respondents, Number(snapshot.ikm), snapshot.mutu]).toEqual([11, 83.33, 'B'])
  await expect(prisma.surveySnapshot.update({ where: { surveyId: id }, data: { respondents: 12 } })).rejects.toThrow()
  const reopening = { id, revision: 2, closesOn: content.closesOn, reason: 'Masih ada tiket yang beredar.' }
  await execute(home.database, reopenSurvey, reopening, by(manager))
  await answer(codes[11] ?? '', [1, 1, 1])
  await execute(home.database, closeSurvey(keys), { id, revision: 3 }, by(manager))
  expect((await prisma.surveySnapshot.findUniqueOrThrow({ where: { surveyId: id } })).contentHash).toBe(snapshot.contentHash)
  expect((await liveResult(prisma, id)).respondents).toBe(12)
  await execute(home.database, publishSurvey, { id, revision: 4 }, by(manager))
  expect(await auditOf(id, 'survey.published')).toBe(1)
})

describe('one ticket, one answer', () => {
  test('of fifty at once one is accepted and the others are told so', async () => {
    const { id } = await running()
    const [code = ''] = await ticketsOf(id, 1)
    const receipts = await Promise.all(Array.from({ length: 50 }, () => answer(code)))
    const outcomes = receipts.map(({ outcome }) => outcome)
    expect([outcomes.filter((one) => one === 'ACCEPTED').length, outcomes.filter((one) => one === 'ALREADY').length]).toEqual([
      1, 49,
    ])
    expect(await home.database.prisma.surveyIntake.count({ where: { surveyId: id } })).toBe(1)
  })

  test('a closed survey and an empty answer are refused, and leave the ticket as it was', async () => {
    const { id } = await running()
    const [code = ''] = await ticketsOf(id, 1)
    await expect(answer(code, [0, 0, 0])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(answer(code, [3, 3, 3], { at: new Date('2027-01-02T03:00:00Z') })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect((await answer(code)).outcome).toBe('ACCEPTED')
  })
})

describe('whoever reads the whole database', () => {
  test('cannot join an answer to a ticket, to a device or to a time', async () => {
    const { id } = await running()
    const codes = await ticketsOf(id, 30)
    const given = codes.map((_code, index) => [
      1 + (index % 4),
      1 + (Math.floor(index / 4) % 4),
      1 + (Math.floor(index / 16) % 4),
    ])
    for (const [index, code] of codes.entries()) {
      const at = new Date(now.getTime() + index * 60_000)
      await answer(code, given[index], { at, ...(index % 3 === 0 ? { comment: `saran ${index}` } : {}) })
    }
    const { prisma } = home.database
    const waiting = await prisma.surveyIntake.findMany({ where: { surveyId: id } })
    expect(new Set(waiting.map(({ sealed }) => sealed.length)).size).toBe(1)
    await surveyDay(home.database, keys, new Date('2026-10-21'), dayAfter)
    expect(await prisma.surveyIntake.count({ where: { surveyId: id } })).toBe(0)
    type Placed = { xmin: string; place: string; row: Record<string, unknown> }
    const read = (table: 'survey_answer' | 'survey_ticket' | 'survey_comment') =>
      table === 'survey_answer'
        ? prisma.$queryRaw<
            Placed[]
          >`SELECT xmin::text, ctid::text AS place, to_jsonb(t) AS row FROM survey_answer t WHERE survey_id = ${id}::uuid ORDER BY ctid`
        : table === 'survey_ticket'
          ? prisma.$queryRaw<
              Placed[]
            >`SELECT xmin::text, ctid::text AS place, to_jsonb(t) AS row FROM survey_ticket t WHERE survey_id = ${id}::uuid ORDER BY ctid`
          : prisma.$queryRaw<
              Placed[]
            >`SELECT xmin::text, ctid::text AS place, to_jsonb(t) AS row FROM survey_comment t WHERE survey_id = ${id}::uuid ORDER BY ctid`
    const [answers, tickets, comments] = [await read('survey_answer'), await read('survey_ticket'), await read('survey_comment')]
    expect([answers.length, tickets.length, comments.length]).toEqual([30, 30, 10])
    // One transaction wrote all of them: it parts no answer from any other, and no ticket.
    expect(new Set([...answers, ...tickets, ...comments].map(({ xmin }) => xmin)).size).toBe(1)
    // Nothing that the rows hold is shared between an answer and a ticket or a comment, but the survey.
    const values = (rows: readonly Placed[]) =>
      new Set(rows.flatMap(({ row }) => Object.values(row).map((one) => JSON.stringify(one))))
    const [ofAnswers, ofTickets, ofComments] = [values(answers), values(tickets), values(comments)]
    const allowed = [JSON.stringify(id), 'true', 'false', 'null']
    for (const other of [ofTickets, ofComments]) {
      expect([...ofAnswers].filter((value) => other.has(value) && !allowed.includes(value))).toEqual([])
    }
    expect([...ofAnswers].some((value) => /\d{4}-\d\d-\d\d|\d\d:\d\d/.test(value))).toBe(false)
    // Neither the places nor the ids of the rows keep the order in which answers came.
    const inOrder = (rows: readonly Placed[]) => rows.map(({ row }) => JSON.stringify(row.scores))
    const came = given.map((scores) => JSON.stringify(scores))
    expect(inOrder(answers)).not.toEqual(came)
    expect(inOrder(answers.toSorted((a, b) => (String(a.row.id) < String(b.row.id) ? -1 : 1)))).not.toEqual(came)
    expect(tickets.map(({ row }) => row.code_hash)).toEqual(tickets.map(({ row }) => row.code_hash).toSorted())
    // What tells of the counting tells of all at once, and of no answer.
    const events = await prisma.auditEvent.findMany({ where: { entityId: id, event: 'survey.counted' } })
    expect(events.map(({ changes, actorId }) => [changes, actorId])).toEqual([
      [{ counted: [null, 30], unreadable: [null, 0] }, null],
    ])
  })

  test('finds fewer than kCell answers still under seal, and none of their keys later on', async () => {
    const { id } = await running()
    const codes = await ticketsOf(id, 4)
    for (const code of codes) await answer(code)
    await surveyDay(home.database, keys, new Date('2026-10-21'), dayAfter)
    expect(await home.database.prisma.surveyIntake.count({ where: { surveyId: id } })).toBe(4)
    const { revision } = await home.database.prisma.survey.findUniqueOrThrow({ where: { id } })
    await execute(home.database, closeSurvey(keys), { id, revision }, by(manager, dayAfter))
    await home.database.prisma.surveyIntake.deleteMany()
    await surveyDay(home.database, keys, new Date('2026-10-22'), new Date('2026-10-22T03:00:00Z'))
    expect(await keys.quarters()).toEqual([])
  })
})

test('ten answers of nothing but 4 within an hour are shown as a burst, and count all the same', async () => {
  const { id } = await running()
  const codes = await ticketsOf(id, 16)
  for (const [index, code] of codes.entries()) await answer(code, index < 10 ? [4, 4, 4] : [2, 3, 2])
  const { revision } = await home.database.prisma.survey.findUniqueOrThrow({ where: { id } })
  await execute(home.database, closeSurvey(keys), { id, revision }, by(manager))
  const { flagged, ikm, ikmWithoutFlagged, respondents } = await liveResult(home.database.prisma, id)
  expect([respondents, flagged, ikm, ikmWithoutFlagged]).toEqual([16, 10, 84.38, 58.33])
  const findings = await home.database.prisma.surveyFinding.findMany({ where: { surveyId: id } })
  expect(findings.map(({ kind, responses }) => [kind, responses])).toEqual([['BURST', 10]])
})

test('numbers that name a person are masked before anything is stored', async () => {
  const { id } = await running()
  const codes = await ticketsOf(id, 5)
  const said = ['NIK saya 3174 0123 4567 0001', 'hubungi 0812-3456-789', 'balas ke warga@surat.example', 'cepat, 15 menit', '']
  const receipts = []
  for (const [index, code] of codes.entries()) receipts.push(await answer(code, [3, 3, 3], { comment: said[index] ?? '' }))
  expect(receipts.map(({ isMasked }) => isMasked)).toEqual([true, true, true, false, false])
  await surveyDay(home.database, keys, new Date('2026-10-21'), dayAfter)
  const comments = await home.database.prisma.surveyComment.findMany({ where: { surveyId: id } })
  expect(comments.map(({ text, isMasked }) => `${isMasked} ${text}`).sort()).toEqual([
    'false cepat, 15 menit',
    'true NIK saya •••',
    'true balas ke •••',
    'true hubungi •••',
  ])
})

describe('commands on surveys', () => {
  test('strangers are refused, old revisions are stale, and a survey of this unit and period exists once', async () => {
    const { id, unitId } = await running()
    const draft = { ...content, unitId, periodKey: '2026-TW4' }
    await expect(execute(home.database, draftSurvey, draft, by(manager))).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(execute(home.database, draftSurvey, draft, by(employee))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(execute(home.database, issueTickets, { id, revision: 1, count: 1 }, by(employee))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(execute(home.database, closeSurvey(keys), { id, revision: 0 }, by(manager))).rejects.toMatchObject({
      code: 'STALE_VERSION',
    })
    await expect(execute(home.database, editSurvey, { ...content, id, revision: 1 }, by(manager))).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    await expect(execute(home.database, publishSurvey, { id, revision: 1 }, by(manager))).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    await expect(execute(home.database, activateSurvey, { id, revision: 1 }, by(anonymous))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('of two closings at once one wins, with one official result and one row in the audit trail', async () => {
    const { id } = await running()
    const both = await Promise.allSettled(
      [1, 2].map(() => execute(home.database, closeSurvey(keys), { id, revision: 1 }, by(manager))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([
      await auditOf(id, 'survey.closed'),
      await home.database.prisma.surveySnapshot.count({ where: { surveyId: id } }),
    ]).toEqual([1, 1])
  })

  test('a result of fewer than kPublic respondents is not published', async () => {
    const { id } = await running()
    for (const code of await ticketsOf(id, 9)) await answer(code)
    await execute(home.database, closeSurvey(keys), { id, revision: 1 }, by(manager))
    await expect(execute(home.database, publishSurvey, { id, revision: 2 }, by(manager))).rejects.toMatchObject({
      code: 'K_ANONYMITY',
    })
  })
})

test('what follows has an owner and a day, and is done once', async () => {
  const { id, unitId } = await running()
  const { prisma } = home.database
  const nip = '198802172015051001'
  const person = { nip, name: 'Siti Aminah', searchText: nip, employmentType: 'PNS', positionTitle: 'Kepala', unitId } as const
  const { id: ownerId } = await prisma.employee.create({ data: person })
  const plan = { surveyId: id, code: 'U3', action: 'Menambah loket pendaftaran pagi.', ownerId, dueOn: new Date('2026-12-01') }
  await expect(execute(home.database, planFollowUp, plan, by(manager))).rejects.toMatchObject({ code: 'WRONG_STATE' })
  await execute(home.database, closeSurvey(keys), { id, revision: 1 }, by(manager))
  await expect(execute(home.database, planFollowUp, { ...plan, code: 'U9' }, by(manager))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  const { id: followUpId } = await execute(home.database, planFollowUp, plan, by(manager))
  const done = { id: followUpId, revision: 0, outcome: 'Dua loket dibuka sejak pukul 07.00.' }
  await expect(execute(home.database, finishFollowUp, done, by(employee))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const owner: Actor = { ...employee, employeeId: ownerId }
  await execute(home.database, finishFollowUp, done, by(owner))
  await expect(execute(home.database, finishFollowUp, { ...done, revision: 1 }, by(owner))).rejects.toMatchObject({
    code: 'WRONG_STATE',
  })
  expect(await auditOf(followUpId, 'followUp.done')).toBe(1)
})
