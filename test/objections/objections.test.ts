import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { decideObjection } from '../../server/objections/commands/decide.ts'
import { escalateOverdue } from '../../server/objections/commands/escalate.ts'
import { acceptObjection, closeHearing, declareInadmissible } from '../../server/objections/commands/examine.ts'
import { explainObjection, explainRating } from '../../server/objections/commands/explain.ts'
import { fileObjection } from '../../server/objections/commands/file.ts'
import { proposeRuling } from '../../server/objections/commands/propose.ts'
import { objectionCounts } from '../../server/objections/queries/counts.ts'
import { visibleObjections } from '../../server/objections/queries.ts'
import { schema } from '../../server/schema.ts'
import { expectRefusal, outsider, summaries, system } from '../appraisals/factory.ts'
import { LifeCity, later, moderator, pyb } from '../appraisals/life-city.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, type PersonKey } from '../organization/small-city.ts'

let test: TestDatabase
let city: LifeCity
const statements: string[] = []

const reasons = 'The fourth quarter was counted without the outpatients.'
const ruling = 'The register of outpatients shows what the employee says.'
const until = new Date('2026-02-24T16:59:59.999Z')

beforeAll(async () => {
  test = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  city = await LifeCity.create(test.database)
})
afterAll(() => test.drop())

/** A delivered result, whose window is open until the end of 24 February 2026. */
const delivered = (person: PersonKey, more: { penilaiId?: string } = {}) =>
  city.put(person, {
    state: 'DISAMPAIKAN',
    resultRating: 'SESUAI',
    behaviourRating: 'SESUAI',
    predikat: 'BAIK',
    noPredikatReason: null,
    ratedAt: later,
    deliveredAt: later,
    objectionUntil: until,
    ...more,
  })

const objectionOf = (appraisalId: string) => test.database.prisma.objection.findUniqueOrThrow({ where: { appraisalId } })
const read = async (appraisalId: string) => {
  const { id, revision } = await objectionOf(appraisalId)
  return { id, revision }
}
/** Everybody who was told since the last time of asking, in a fixed order. */
const heard = new Set<string>()
const told = async (id: string) =>
  (await city.notices(id))
    .map(({ kind, user }) => [kind, user.employeeId] as const)
    .filter((row) => !heard.has(`${id} ${row.join()}`))
    .map((row) => {
      heard.add(`${id} ${row.join()}`)
      return row
    })
    .sort((a, b) => a.join().localeCompare(b.join()))

/** Two at once: one wins, and there is one audit row of this event. */
async function raced(event: string, work: () => Promise<unknown>): Promise<void> {
  const rows = await auditOf(test.database, async () => {
    const outcomes = await Promise.allSettled([work(), work()])
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    if (lost.length === 2) throw lost[0]?.reason
    expect(lost.map(({ reason }) => reason.code)).toEqual([
      expect.stringMatching(/^(STALE_VERSION|WRONG_STATE|FINAL_IMMUTABLE)$/),
    ])
  })
  expect(rows.map((row) => row.event)).toEqual([event])
}

async function keptRight(): Promise<void> {
  const { kept, live } = await summaries(test.database, city.periodId)
  expect(kept).toEqual(live)
}

describe('the objection of the nurse, which she wins', () => {
  let appraisalId: string

  it('is filed by her alone, with reasons, within the window', async () => {
    const { id, revision } = await delivered('nurse')
    appraisalId = id
    const nurse = city.person('nurse')
    const filing = { appraisalId, revision, reasons, evidenceUrls: ['https://city.example/register'] }
    await expectRefusal(city.do(city.person('wardHead'), fileObjection, filing), 'FORBIDDEN')
    await expectRefusal(city.do(city.person('engineer'), fileObjection, filing), 'NOT_FOUND')
    await expectRefusal(city.do(pyb, fileObjection, filing), 'FORBIDDEN')
    await expectRefusal(city.do(nurse, fileObjection, { ...filing, reasons: '  unfair  ' }), 'OBJECTION_EMPTY')
    await expectRefusal(city.do(nurse, fileObjection, { ...filing, revision: revision + 1 }), 'STALE_VERSION')
    await expectRefusal(city.do(nurse, fileObjection, filing, new Date(until.getTime() + 1)), 'OBJECTION_LATE')
    await raced('objection.filed', () => city.do(nurse, fileObjection, filing, until))
    expect(await city.appraisal('nurse')).toMatchObject({ state: 'KEBERATAN', predikat: 'BAIK' })
    const objection = await objectionOf(appraisalId)
    // Filed on Tuesday the 24th of February: day 14 is Tuesday the 10th of March.
    expect(objection).toMatchObject({
      state: 'DIAJUKAN',
      reasons,
      evidenceUrls: ['https://city.example/register'],
      deciderId: city.planned.city.person.clinicHead,
      dueAt: new Date('2026-03-10T16:59:59.999Z'),
    })
    expect(await told(objection.id)).toEqual([
      ['objection.filed', city.planned.city.person.wardHead],
      ['objection.toExamine', city.planned.city.person.clinicHead],
    ])
  })

  it('is accepted by the superior of the penilai, never by the penilai', async () => {
    const step = await read(appraisalId)
    await expectRefusal(city.do(city.person('wardHead'), acceptObjection, step), 'FORBIDDEN')
    await expectRefusal(city.do(city.person('nurse'), acceptObjection, step), 'SELF_APPRAISAL')
    await expectRefusal(city.do(moderator, acceptObjection, step), 'FORBIDDEN')
    await expectRefusal(city.do(outsider, acceptObjection, step), 'NOT_FOUND')
    await expectRefusal(
      city.do(city.person('clinicHead'), decideObjection, { ...step, decision: 'DITOLAK', reason: ruling }),
      'WRONG_STATE',
    )
    await raced('objection.accepted', () => city.do(city.person('clinicHead'), acceptObjection, step, until))
    expect(await city.appraisal('nurse')).toMatchObject({ state: 'PEMERIKSAAN' })
    // Accepted on the 24th of February: day 7 is Tuesday the 3rd of March.
    expect(await objectionOf(appraisalId)).toMatchObject({ state: 'DITERIMA', hearUntil: new Date('2026-03-03T16:59:59.999Z') })
    expect(await told(step.id)).toEqual([
      ['objection.toExplain', city.planned.city.person.nurse],
      ['objection.toExplainRating', city.planned.city.person.wardHead],
    ])
  })

  it('hears both sides, each by its own person', async () => {
    const step = { ...(await read(appraisalId)), statement: 'Outpatients are not in the register.' }
    await expectRefusal(city.do(city.person('nurse'), explainRating, step), 'SELF_APPRAISAL')
    await expectRefusal(city.do(city.person('clinicHead'), explainRating, step), 'NOT_PENILAI')
    await expectRefusal(city.do(city.person('wardHead'), explainObjection, step), 'FORBIDDEN')
    await expectRefusal(city.do(city.person('clinicHead'), closeHearing, await read(appraisalId)), 'WRONG_STATE')
    await raced('objection.ratingExplained', () => city.do(city.person('wardHead'), explainRating, step))
    expect(await objectionOf(appraisalId)).toMatchObject({ state: 'KLARIFIKASI_PENILAI', penilaiStatement: step.statement })
    const answer = { ...(await read(appraisalId)), statement: 'They are in the second volume.' }
    await raced('objection.explained', () => city.do(city.person('nurse'), explainObjection, answer))
    expect(await objectionOf(appraisalId)).toMatchObject({ state: 'SIAP_DIPUTUS', employeeStatement: answer.statement })
    expect(await told(step.id)).toEqual([['objection.toDecide', city.planned.city.person.clinicHead]])
  })

  it('is granted: a successor holds the new levels, the delivered version stays as it was', async () => {
    const step = await read(appraisalId)
    const clinicHead = city.person('clinicHead')
    const granted = { ...step, decision: 'DIKABULKAN', reason: ruling, result: 'DI_ATAS', behaviour: 'SESUAI' } as const
    await expectRefusal(city.do(city.person('wardHead'), decideObjection, granted), 'FORBIDDEN')
    await expectRefusal(city.do(pyb, decideObjection, granted), 'FORBIDDEN')
    await expectRefusal(city.do(clinicHead, decideObjection, { ...granted, behaviour: 'DI_BAWAH' }), 'INVALID_INPUT')
    await expectRefusal(city.do(clinicHead, decideObjection, { ...granted, revision: step.revision + 1 }), 'STALE_VERSION')
    await raced('objection.decided', () => city.do(clinicHead, decideObjection, granted))
    const successor = await city.appraisal('nurse')
    expect(successor).toMatchObject({
      version: 2,
      predecessorId: appraisalId,
      state: 'FINAL',
      finalCause: 'KEBERATAN_DECIDED',
      reopenGround: 'KEBERATAN',
      resultRating: 'DI_ATAS',
      behaviourRating: 'SESUAI',
      predikat: 'BAIK',
      ratedById: city.planned.city.person.clinicHead,
    })
    const old = await test.database.prisma.appraisal.findUniqueOrThrow({ where: { id: appraisalId } })
    expect(old).toMatchObject({ isCurrent: false, state: 'FINAL', resultRating: 'SESUAI', predikat: 'BAIK' })
    expect(await objectionOf(appraisalId)).toMatchObject({
      state: 'DIPUTUS',
      decision: 'DIKABULKAN',
      newResult: 'DI_ATAS',
      decidedById: city.planned.city.person.clinicHead,
    })
    expect(new Set(await told(step.id))).toEqual(
      new Set([
        ['objection.decided', city.planned.city.person.nurse],
        ['objection.decided', city.planned.city.person.wardHead],
      ]),
    )
    await keptRight()
  })

  it('is never altered afterwards, in SQL either', async () => {
    const { prisma } = test.database
    await expect(prisma.objection.update({ where: { appraisalId }, data: { reasons: 'other' } })).rejects.toThrow()
    await expect(prisma.objection.delete({ where: { appraisalId } })).rejects.toThrow()
  })
})

describe('objections that change nothing', () => {
  it('of the midwife: inadmissible, and the delivered result is final', async () => {
    const { id: appraisalId, revision } = await delivered('midwife')
    await city.do(city.person('midwife'), fileObjection, { appraisalId, revision, reasons })
    const step = { ...(await read(appraisalId)), reason: 'It is about the roster, not about the rating of the year.' }
    await expectRefusal(city.do(city.person('wardHead'), declareInadmissible, step), 'FORBIDDEN')
    await raced('objection.inadmissible', () => city.do(city.person('clinicHead'), declareInadmissible, step))
    expect(await city.appraisal('midwife')).toMatchObject({
      id: appraisalId,
      version: 1,
      state: 'FINAL',
      finalCause: 'KEBERATAN_DECIDED',
      predikat: 'BAIK',
    })
    await expectRefusal(
      city.do(city.person('midwife'), fileObjection, { appraisalId, revision: (await city.read('midwife')).revision, reasons }),
      'FINAL_IMMUTABLE',
    )
  })

  it('of the engineer: nobody stands above the penilai, so the tim prepares and the PPK decides; silence blocks nobody', async () => {
    const secretary = city.planned.city.person.secretary
    const { id: appraisalId, revision } = await delivered('engineer', { penilaiId: secretary })
    await test.database.prisma.user.create({
      data: {
        username: 'tim',
        displayName: 'tim',
        passwordHash: 'none',
        grants: { create: { role: 'TIM_KINERJA', validFrom: new Date('2025-01-01') } },
      },
    })
    await city.do(city.person('engineer'), fileObjection, { appraisalId, revision, reasons })
    expect(await objectionOf(appraisalId)).toMatchObject({ deciderId: null })
    expect((await told((await read(appraisalId)).id)).map(([kind]) => kind)).toEqual(['objection.filed', 'objection.toExamine'])
    await expectRefusal(city.do(city.person('secretary'), acceptObjection, await read(appraisalId)), 'FORBIDDEN')
    await city.do(moderator, acceptObjection, await read(appraisalId))
    const over = new Date('2026-02-18T00:00:00Z')
    await raced('objection.hearingClosed', async () => city.do(moderator, closeHearing, await read(appraisalId), over))
    const proposal = 'Reject it: the register shows the same figures as the rating.'
    await expectRefusal(city.do(city.person('secretary'), proposeRuling, { ...(await read(appraisalId)), proposal }), 'FORBIDDEN')
    await expectRefusal(
      city.do(moderator, proposeRuling, { ...(await read(appraisalId)), revision: 0, proposal }),
      'STALE_VERSION',
    )
    await raced('objection.rulingProposed', async () =>
      city.do(moderator, proposeRuling, { ...(await read(appraisalId)), proposal }),
    )
    expect(await proposalFor(pyb, appraisalId)).toBe(proposal)
    expect(await proposalFor(moderator, appraisalId)).toBe(proposal)
    for (const key of ['engineer', 'secretary'] as const) expect(await proposalFor(city.person(key), appraisalId)).toBeNull()
    const rejected = { ...(await read(appraisalId)), decision: 'DITOLAK', reason: ruling } as const
    await expectRefusal(city.do(moderator, decideObjection, rejected), 'FORBIDDEN')
    await expectRefusal(city.do(pyb, decideObjection, { ...rejected, result: 'DI_ATAS', behaviour: 'SESUAI' }), 'INVALID_INPUT')
    await city.do(pyb, decideObjection, rejected)
    expect(await city.appraisal('engineer')).toMatchObject({ id: appraisalId, version: 1, state: 'FINAL', predikat: 'BAIK' })
    await keptRight()
  })
})

async function proposalFor(actor: Actor, appraisalId: string): Promise<unknown> {
  const { id } = await read(appraisalId)
  const contextValue = createContext(test.database, actor, later, 'en')
  const source = 'query ($id: ID!) { objection(id: $id) { proposal } }'
  const { data } = await graphql({ schema, source, contextValue, variableValues: { id: encodeId('Objection', id) } })
  return (data?.objection as { proposal: unknown } | undefined)?.proposal
}

describe('an objection that nobody decides', () => {
  it('is brought to attention once, and decided by nobody', async () => {
    const late = await createTestDatabase()
    try {
      const slow = await LifeCity.create(late.database)
      const { id: appraisalId, revision } = await slow.put('nurse', {
        state: 'DISAMPAIKAN',
        deliveredAt: later,
        objectionUntil: until,
      })
      const { id } = await slow.do(slow.person('nurse'), fileObjection, { appraisalId, revision, reasons })
      const { dueAt } = await late.database.prisma.objection.findUniqueOrThrow({ where: { id } })
      const caller = (now: Date) => ({ actor: system, now })
      expect(await escalateOverdue(late.database, caller(dueAt))).toBe(0)
      const rows = await auditOf(late.database, async () => {
        const now = new Date(dueAt.getTime() + 1)
        const counts = await Promise.all([1, 2].map(() => escalateOverdue(late.database, caller(now)).catch(() => 0)))
        expect(counts.sort()).toEqual([0, 1])
        expect(await escalateOverdue(late.database, caller(now))).toBe(0)
      })
      expect(rows.map(({ event }) => event)).toEqual(['objection.escalated'])
      expect(await late.database.prisma.objection.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: 'DIAJUKAN',
        decision: null,
        escalatedAt: new Date(dueAt.getTime() + 1),
      })
      const notices = await slow.notices(id)
      expect(notices.filter(({ kind }) => kind === 'objection.overdue').map(({ user }) => user.employeeId)).toEqual([
        slow.planned.city.person.clinicHead,
      ])
    } finally {
      await late.drop()
    }
  })
})

describe('what is seen', () => {
  const ids = async (actor: Actor) =>
    (
      await test.database.prisma.objection.findMany({
        where: visibleObjections(actor, later),
        select: { appraisal: { select: { employeeId: true } } },
      })
    )
      .map(({ appraisal }) => appraisal.employeeId)
      .sort()
  const of = (...people: PersonKey[]) => people.map((key) => city.planned.city.person[key]).sort()

  it('is the own case, that of the own ratees and of those whose penilai one appraises; the rest is the tim and the inspectorate', async () => {
    expect(await ids(city.person('nurse'))).toEqual(of('nurse'))
    expect(await ids(city.person('wardHead'))).toEqual(of('nurse', 'midwife'))
    expect(await ids(city.person('clinicHead'))).toEqual(of('nurse', 'midwife'))
    expect(await ids(city.person('healthHead'))).toEqual([])
    expect(await ids(city.person('secretary'))).toEqual(of('engineer'))
    expect(await ids(moderator)).toEqual(of('nurse', 'midwife', 'engineer'))
    expect(await ids(actorWith({ grants: [{ role: 'INSPECTOR', unitId: city.planned.city.unit.works }] }))).toEqual(
      of('engineer'),
    )
    expect(await ids(outsider)).toEqual([])
  })

  it('leads to its appraisal alone, and to none that the caller may not see; a page costs as much as one', async () => {
    const document =
      'query ($first: Int) { objections(first: $first) { totalCount nodes { appraisal { objection { reasons } employee { name } } } } }'
    const page = async (actor: Actor, first: number) => {
      statements.length = 0
      const contextValue = createContext(test.database, actor, later, 'en')
      const { data, errors } = await graphql({ schema, source: document, variableValues: { first }, contextValue })
      expect(errors).toBeUndefined()
      const { nodes } = JSON.parse(JSON.stringify(data)).objections
      return {
        cost: statements.length,
        people: nodes.map((one: { appraisal: { employee: { name: string } } | null }) => one.appraisal?.employee.name),
      }
    }
    const head = city.person('wardHead')
    const [one, both] = [await page(head, 1), await page(head, 2)]
    expect(both.people.sort()).toEqual(['midwife', 'nurse'])
    expect(both.cost).toBeLessThanOrEqual(one.cost)
    expect((await page(outsider, 2)).people).toEqual([])
  })

  it('is counted by state for those who see it alone', async () => {
    const counts = (actor: Actor) => objectionCounts(createContext(test.database, actor, later, 'en'), { periodKey: '2025' })
    expect(await counts(moderator)).toEqual([
      { state: 'TIDAK_DAPAT_DITERIMA', count: 1, overdue: 0 },
      { state: 'DIPUTUS', count: 2, overdue: 0 },
    ])
    expect(await counts(outsider)).toEqual([])
  })
})
