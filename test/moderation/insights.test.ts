import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startModeration } from '../../server/appraisals/commands/moderation.ts'
import { agreementOf } from '../../server/appraisals/queries/agreement.ts'
import { fairnessDimensions, fairnessOf } from '../../server/appraisals/queries/fairness.ts'
import { createContext } from '../../server/context.ts'
import { DomainError } from '../../server/errors.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { answerSignal } from '../../server/moderation/commands/answer-signal.ts'
import { lockCalibration, openSession, scheduleSession } from '../../server/moderation/commands/sessions.ts'
import { adoptionOf } from '../../server/moderation/queries/adoption.ts'
import { gamingSignals } from '../../server/moderation/queries/signals.ts'
import { stuckAppraisals } from '../../server/moderation/queries/stuck.ts'
import { schema } from '../../server/schema.ts'
import { expectRefusal, outsider } from '../appraisals/factory.ts'
import { LifeCity, later, moderator } from '../appraisals/life-city.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let test: TestDatabase
let city: LifeCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
  await city.put('nurse', {
    state: 'DINILAI',
    resultRating: 'SESUAI',
    behaviourRating: 'DI_BAWAH',
    predikat: 'KURANG',
    suggestedPredikat: 'BAIK',
    behaviourOverride: 'LAINNYA',
    ratedAt: later,
    ratedById: city.planned.city.person.wardHead,
  })
})
afterAll(() => test.drop())

const asked = (actor: Actor) => createContext(test.database, actor, later, 'en')

async function ask(actor: Actor, source: string, variableValues: Record<string, unknown> = {}) {
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: asked(actor) })
  return JSON.parse(
    JSON.stringify({
      data,
      codes: errors?.map(({ originalError }) => (originalError instanceof DomainError ? originalError.code : null)) ?? [],
    }),
  )
}

describe('what a session did', () => {
  it('stays: how it found each appraisal and how it left it', async () => {
    const { healthHead, clinicHead } = city.planned.city.person
    const { id } = await city.do(moderator, scheduleSession, {
      unitId: city.planned.city.unit.health,
      periodKey: '2025',
      title: 'Calibration',
      agenda: 'Ratings of the wards',
      scheduledAt: later,
      quorum: 2,
      chairId: healthHead,
      memberIds: [clinicHead, healthHead],
    })
    const effect = async (actor: Actor) =>
      (
        await ask(
          actor,
          `query ($id: ID!) { calibrationSession(id: $id) { effect { isLocked lowered raised loweredBelowEvidence before { BAIK KURANG } after { BAIK KURANG } suggested { BAIK } moved { predikat } } } }`,
          { id: encodeId('CalibrationSession', id) },
        )
      ).data?.calibrationSession?.effect
    expect(await effect(moderator)).toBeNull()
    await city.do(moderator, openSession, { id, revision: 0 })
    await city.put('nurse', { predikat: 'SANGAT_KURANG', resultRating: 'DI_BAWAH' })
    expect(await effect(moderator)).toMatchObject({ isLocked: false, lowered: 1, raised: 0, loweredBelowEvidence: 1 })
    await city.do(moderator, lockCalibration, { id, revision: 1, minutes: 'The nurse was rated again.' })
    await city.put('nurse', { predikat: 'KURANG', resultRating: 'SESUAI' })
    const kept = await effect(moderator)
    expect(kept).toMatchObject({
      isLocked: true,
      lowered: 1,
      loweredBelowEvidence: 1,
      before: { KURANG: 1 },
      after: { KURANG: 0 },
    })
    expect(kept.moved).toEqual([{ predikat: 'KURANG' }])
    expect(kept.suggested.BAIK).toBe(kept.before.BAIK + 1)
    await expect(test.database.prisma.calibrationStanding.deleteMany({ where: { sessionId: id } })).rejects.toThrow()
  })
})

describe('questions about units', () => {
  const downgrades = async (actor: Actor) =>
    (await gamingSignals(asked(actor), { periodKey: '2025', code: 'QUOTA_DOWNGRADE' })).map(({ unitId, count, of }) => [
      unitId,
      count,
      of,
    ])

  it('ask about a rating below the evidence whose reason names none, and are seen by role or by whoever leads the unit', async () => {
    const { ward, clinic, health, city: top } = city.planned.city.unit
    expect((await downgrades(moderator)).map(([unitId]) => unitId).sort()).toEqual([ward, clinic, health, top].sort())
    expect(await downgrades(city.person('wardHead'))).toEqual([])
    await test.database.prisma.skp.updateMany({
      where: { employeeId: city.planned.city.person.midwife },
      data: { leadsUnit: true },
    })
    const { unitId } = await test.database.prisma.skp.findFirstOrThrow({ where: { leadsUnit: true } })
    expect((await downgrades(city.person('midwife'))).every(([id]) => id === unitId)).toBe(true)
    expect(await downgrades(outsider)).toEqual([])
  })

  it('are answered by whoever leads or moderates the unit; answers stand beside each other and change nothing', async () => {
    const unitId = city.planned.city.unit.clinic
    const given = {
      unitId,
      periodKey: '2025',
      code: 'QUOTA_DOWNGRADE',
      answer: 'The rating rests on two observed shifts.',
    } as const
    await expectRefusal(city.do(city.person('engineer'), answerSignal, given), 'FORBIDDEN')
    await expectRefusal(city.do(moderator, answerSignal, { ...given, periodKey: '1999' }), 'NOT_FOUND')
    const rows = await auditOf(test.database, async () => {
      await Promise.all([city.do(moderator, answerSignal, given), city.do(moderator, answerSignal, given)])
    })
    expect(rows.map(({ event }) => event)).toEqual(['signal.answered', 'signal.answered'])
    const { data, codes } = await ask(
      moderator,
      `{ gamingSignals(periodKey: "2025", code: QUOTA_DOWNGRADE) { unit { id } answers { answer answeredBy { name } } actions { name enabled } } }`,
    )
    expect(codes).toEqual([])
    const own = data.gamingSignals.find(({ unit }: { unit: { id: string } }) => unit.id === encodeId('Unit', unitId))
    expect(own).toMatchObject({ actions: [{ name: 'ANSWER', enabled: true }] })
    expect(own.answers).toHaveLength(2)
    await expect(test.database.prisma.signalAnswer.deleteMany({ where: { unitId } })).rejects.toThrow()
  })
})

describe('figures about groups', () => {
  it('say nothing of groups that are too small for the caller', async () => {
    for (const dimension of fairnessDimensions) {
      const shown = (await fairnessOf(asked(city.person('engineer')), { periodKey: '2025', dimension })).groups
      expect(shown.every(({ isSuppressed, people }) => isSuppressed && people === null)).toBe(true)
    }
    const bySex = await fairnessOf(asked(moderator), { periodKey: '2025', dimension: 'CONTRACT' })
    expect(bySex.groups.reduce((sum, { people }) => sum + (people ?? 0), 0)).toBe(3)
  })

  it('give no agreement for fewer than ten people judged twice', async () => {
    const { pairs, peers } = await agreementOf(asked(moderator), { periodKey: '2025' })
    expect(pairs.map(({ kappa }) => kappa)).toEqual([null, null, null, null])
    expect(peers.icc).toBeNull()
  })

  it('count use by unit without units that are too small, for everybody', async () => {
    const { units, months } = await adoptionOf(asked(moderator), { year: 2025 })
    expect(units.length).toBeGreaterThan(0)
    expect(units.every(({ isSuppressed, withPlan }) => isSuppressed && withPlan === null)).toBe(true)
    expect(months.map(({ month }) => month).slice(-2)).toEqual(['2025-12', '2026-01'])
    const { months: ofWard } = await adoptionOf(asked(moderator), {
      year: 2025,
      underUnitId: encodeId('Unit', city.planned.city.unit.clinic),
    })
    expect(ofWard).toEqual([])
  })

  it('are open to their permissions alone', async () => {
    const { codes } = await ask(outsider, `{ fairness(periodKey: "2025", dimension: SEX) { key } }`)
    expect(codes).toEqual(['FORBIDDEN'])
    expect((await ask(city.person('nurse'), `{ stuckAppraisals(periodKey: "2025") { people } }`)).codes).toEqual(['FORBIDDEN'])
  })
})

describe('the objectivity of one appraisal', () => {
  it('shows the severity of the rater to those alone who may know it', async () => {
    const { id } = await city.read('nurse')
    const document = `query ($id: ID!) { appraisal(id: $id) { objectivity { value measuredShare severity } } }`
    const severity = async (actor: Actor) =>
      (await ask(actor, document, { id: encodeId('Appraisal', id) })).data.appraisal.objectivity
    expect(await severity(moderator)).toMatchObject({ measuredShare: 100, severity: expect.any(Number) })
    expect(await severity(city.person('wardHead'))).toMatchObject({ severity: expect.any(Number) })
    await city.put('nurse', { state: 'DISAMPAIKAN' })
    expect(await severity(city.person('nurse'))).toMatchObject({ measuredShare: 100, severity: null })
    await city.put('nurse', { state: 'DINILAI' })
    expect(
      (await ask(moderator, `{ indicatorObjectivity(periodKey: "2025") { items measured objectivity { evidence } } }`)).data
        .indicatorObjectivity,
    ).not.toEqual([])
  })
})

describe('who is waited for', () => {
  it('is told with the step, the person, the days and what is overdue', async () => {
    const { id } = await city.read('nurse')
    const answer = await ask(
      moderator,
      `{ stuckAppraisals(periodKey: "2025") { reason person { name } } unitPattern(periodKey: "2025", unitId: "${encodeId('Unit', city.planned.city.unit.city)}") { pooledAt { name } version actions { name } } }`,
    )
    expect(answer).toMatchObject({ codes: [], data: { unitPattern: { pooledAt: null } } })
    const rows = async () => stuckAppraisals(asked(moderator), { periodKey: '2025' })
    expect(await rows()).toContainEqual(
      expect.objectContaining({ reason: 'MODERATION', waitsFor: 'MODERATOR', employeeId: null, people: 1, days: 0, overdue: 1 }),
    )
    // 10 February: the time for the self-assessment of 2025 is over, so that those who stayed silent wait for their penilai.
    expect(await rows()).toContainEqual(
      expect.objectContaining({ reason: 'EVIDENCE', waitsFor: 'PENILAI', employeeId: expect.any(String), days: 40, overdue: 1 }),
    )
    await city.do(moderator, startModeration, { ids: [id] })
    expect((await rows()).map(({ reason }) => reason)).toContain('SETTING')
    const underUnitId = encodeId('Unit', city.planned.city.unit.works)
    const ofWorks = await stuckAppraisals(asked(moderator), { periodKey: '2025', underUnitId })
    expect(ofWorks.map(({ reason, waitsFor }) => [reason, waitsFor]).sort()).toEqual([
      ['EVIDENCE', 'PENILAI'],
      ['NO_SKP', 'PLANNER'],
    ])
  })
})
