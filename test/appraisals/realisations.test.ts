import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { recordRealisation, rejectRealisation, verifyRealisation } from '../../server/appraisals/commands/realisations.ts'
import { execute } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { day } from '../organization/small-city.ts'
import { eventsOf, expectRefusal, feed, now, outsider, PlannedCity, summaries, tim } from './factory.ts'

let test: TestDatabase
let city: PlannedCity
const statements: string[] = []

beforeAll(async () => {
  test = await createTestDatabase({ onStatement: (sql) => statements.push(sql) })
  city = await PlannedCity.create(test.database)
  await city.compute()
})
afterAll(() => test.drop())

type Recorded = z.input<typeof recordRealisation.input>

const proof = [{ kind: 'OFFICIAL_DOCUMENT' as const, url: 'https://docs.city.example/2', description: 'Monthly report' }]

const ratio = (numerator: string, changes: Partial<Recorded> = {}): Recorded => ({
  seriesId: city.series['nurse.RATIO'],
  periodKey: '2025-TW4',
  value: String(Number(numerator) * 2),
  numerator,
  denominator: '50',
  measuredOn: day('2025-12-30'),
  source: 'Clinic register',
  evidence: proof,
  ...changes,
})

const sum = (value: string, changes: Partial<Recorded> = {}): Recorded => ({
  seriesId: city.series['nurse.SUM'],
  periodKey: '2025-TW4',
  value,
  measuredOn: day('2025-12-30'),
  source: 'Clinic register',
  ...changes,
})

const realisation = (id: string) =>
  test.database.prisma.realisation.findUniqueOrThrow({ where: { id }, include: { evidences: true } })

async function expectSummariesInStep() {
  const { kept, live } = await summaries(test.database, city.period['2025'] ?? '')
  expect(kept).toEqual(live)
}

describe('recording a measurement', () => {
  it('keeps what a person enters as submitted, with its evidence and quality, and moves no score yet', async () => {
    const before = await city.appraisal('nurse')
    const { id } = await city.do(city.person('nurse'), recordRealisation, ratio('20'))
    const stored = await realisation(id)
    expect(stored).toMatchObject({
      state: 'SUBMITTED',
      version: 2,
      isComplete: true,
      isOnTime: false,
      isTraceable: true,
      recordedById: city.person('nurse').id,
    })
    expect([Number(stored.quality), stored.evidences.length]).toEqual([0.5, 1])
    expect((await city.appraisal('nurse')).weightedScore).toEqual(before.weightedScore)
    expect(await eventsOf(test.database, id)).toEqual(['realisation.recorded'])
  })

  it('counts what a system delivers at once: items, results, predikat and summaries follow in the same transaction', async () => {
    const { id, rescored } = await city.do(feed, recordRealisation, { ...ratio('5'), evidence: [] })
    const nurse = await city.appraisal('nurse')
    expect(rescored).toEqual([nurse.id])
    expect(await realisation(id)).toMatchObject({ state: 'VERIFIED', sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    // (45 + 45 + 45 + 5) / 200 = 70 % of 80 % = 87.5
    expect([Number(nurse.rhkResults[0]?.achievementPct), nurse.rhkResults[0]?.level, nurse.resultRating]).toEqual([
      87.5,
      'DI_BAWAH',
      'DI_BAWAH',
    ])
    expect(nurse).toMatchObject({ predikat: 'BUTUH_PERBAIKAN', computedAt: now })
    await expectSummariesInStep()
  })

  it('leaves the same appraisal as a computation would', async () => {
    const rescored = await city.appraisal('nurse')
    expect(await city.compute()).toMatchObject({ changed: 1 })
    const computed = await city.appraisal('nurse')
    const numbers = ({ weightedScore, shareAbove, shareBelow, resultRating, predikat, rhkResults }: typeof computed) => ({
      ...{ weightedScore, shareAbove, shareBelow, resultRating, predikat },
      items: rhkResults.map((rhk) => [
        rhk.share,
        rhk.achievementPct,
        ...rhk.ikiResults.map(({ achievementPct, realisedValue, inputs, latestMeasuredOn }) => ({
          achievementPct,
          realisedValue,
          inputs,
          latestMeasuredOn,
        })),
      ]),
    })
    expect(numbers(rescored)).toEqual(numbers(computed))
  })

  it('records and rescores in few statements, the audit row and the transaction included', async () => {
    await city.do(feed, recordRealisation, sum('12'))
    statements.length = 0
    const { id } = await city.do(feed, recordRealisation, sum('13'))
    const count = statements.length
    await test.database.prisma.realisation.findUnique({ where: { id } })
    expect(count).toBeLessThanOrEqual(5)
    await expectSummariesInStep()
  })

  it('lets the newest day of an indicator go back in every unit above, where a correction is older', async () => {
    await city.do(feed, recordRealisation, sum('13', { measuredOn: day('2025-12-31') }))
    await expectSummariesInStep()
    await city.do(feed, recordRealisation, sum('13', { measuredOn: day('2025-10-02') }))
    await expectSummariesInStep()
  })

  it('loses no measurement when two of one appraisal arrive at once', async () => {
    await Promise.all([
      city.do(feed, recordRealisation, ratio('25')),
      city.do(feed, recordRealisation, sum('3')),
      city.do(feed, recordRealisation, sum('4')),
    ])
    const [ratioItem, sumItem] = (await city.appraisal('nurse')).rhkResults.flatMap(({ ikiResults }) => ikiResults)
    expect(Number(ratioItem?.realisedValue)).toBe(80)
    expect([36, 37]).toContain(Number(sumItem?.realisedValue))
    const newest = await test.database.prisma.realisation.findFirstOrThrow({
      where: { seriesId: city.series['nurse.SUM'], period: { key: '2025-TW4' } },
      orderBy: { version: 'desc' },
    })
    expect(Number(sumItem?.realisedValue)).toBe(33 + Number(newest.value))
    await expectSummariesInStep()
  })

  it('keeps the newest day of an indicator right when a correction is dated earlier', async () => {
    await city.do(feed, recordRealisation, { ...sum('5'), measuredOn: day('2025-10-02') })
    await expectSummariesInStep()
  })

  it('begins the series of an indicator that no plan names', async () => {
    const { id: indicatorId } = city.indicator.SUM
    const given: Recorded = { ...sum('3'), seriesId: null, indicatorId, employeeId: city.city.person.engineer }
    const both = await Promise.all([city.do(tim, recordRealisation, given), city.do(tim, recordRealisation, given)])
    expect(both[0].seriesId).toBe(both[1].seriesId)
    await expectRefusal(city.do(tim, recordRealisation, { ...given, unitId: city.city.unit.ward }), 'INVALID_INPUT')
  })

  it('refuses what cannot be counted', async () => {
    const refused: readonly [Recorded, string][] = [
      [sum('5', { value: null }), 'REASON_REQUIRED'],
      [sum('5', { missingReason: 'FORCE_MAJEURE' }), 'INVALID_INPUT'],
      [sum('-1'), 'INVALID_INPUT'],
      [sum('5', { value: '5,5' }), 'INVALID_INPUT'],
      [ratio('51', { value: '102' }), 'INVALID_INPUT'],
      [ratio('5', { numerator: null }), 'INVALID_INPUT'],
      [ratio('5', { denominator: '0' }), 'INVALID_INPUT'],
      [ratio('5', { evidence: [] }), 'EVIDENCE_REQUIRED'],
      [ratio('5', { evidence: [{ kind: 'SELF_STATEMENT', description: 'I say so' }] }), 'EVIDENCE_REQUIRED'],
      [sum('5', { measuredOn: day('2025-09-30') }), 'INVALID_INPUT'],
      [sum('5', { measuredOn: day('2026-01-11') }), 'INVALID_INPUT'],
      [sum('5', { evidence: [{ kind: 'PHOTO', url: 'javascript:alert(1)', description: 'Photo' }] }), 'INVALID_INPUT'],
      [sum('5', { periodKey: '2025' }), 'NOT_FOUND'],
      [sum('5', { seriesId: '00000000-0000-7000-8000-000000000000' }), 'NOT_FOUND'],
    ]
    for (const [input, code] of refused) await expectRefusal(city.do(tim, recordRealisation, input), code)
  })

  it('is for the employee, the penilai and those who may record in the unit', async () => {
    await city.do(city.person('wardHead'), recordRealisation, sum('5'))
    for (const actor of [outsider, city.person('midwife'), city.person('clinicHead'), city.person('engineer')]) {
      await expectRefusal(city.do(actor, recordRealisation, sum('5')), 'FORBIDDEN')
    }
  })

  it('moves no appraisal that a penilai has rated', async () => {
    const { id } = await city.appraisal('nurse')
    const before = await test.database.prisma.appraisal.update({ where: { id }, data: { state: 'DINILAI' } })
    expect(await city.do(feed, recordRealisation, sum('1'))).toMatchObject({ rescored: [] })
    expect((await city.appraisal('nurse')).weightedScore).toEqual(before.weightedScore)
    await test.database.prisma.appraisal.update({ where: { id }, data: { state: 'TERBUKA' } })
  })
})

describe('judging a measurement', () => {
  it('counts it once somebody else has verified it', async () => {
    const { id } = await city.do(city.person('nurse'), recordRealisation, sum('7'))
    const { rescored } = await city.do(city.person('wardHead'), verifyRealisation, { id })
    const nurse = await city.appraisal('nurse')
    expect(rescored).toEqual([nurse.id])
    expect(Number(nurse.rhkResults[1]?.ikiResults[0]?.realisedValue)).toBe(40)
    const stored = await realisation(id)
    expect(stored).toMatchObject({ state: 'VERIFIED', verifiedById: city.person('wardHead').id, verifiedAt: now })
    expect(await eventsOf(test.database, id)).toEqual(['realisation.recorded', 'realisation.verified'])
    await expectSummariesInStep()
  })

  it('is refused to the recorder, to the one who is measured, and to those without a say', async () => {
    const { id } = await city.do(city.person('wardHead'), recordRealisation, sum('8'))
    for (const actor of [city.person('wardHead'), city.person('nurse')])
      await expectRefusal(city.do(actor, verifyRealisation, { id }), 'CONFLICT_OF_INTEREST')
    for (const actor of [outsider, city.person('clinicHead'), feed])
      await expectRefusal(city.do(actor, verifyRealisation, { id }), 'FORBIDDEN')
    await city.do(tim, verifyRealisation, { id })
    await expectRefusal(city.do(tim, verifyRealisation, { id }), 'WRONG_STATE')
  })

  it('needs a reason for a rejection; a rejected measurement never counts', async () => {
    const before = await city.appraisal('nurse')
    const { id } = await city.do(city.person('nurse'), recordRealisation, sum('99'))
    await expectRefusal(city.do(tim, rejectRealisation, { id, reason: ' ' }), 'REASON_REQUIRED')
    await city.do(tim, rejectRealisation, { id, reason: 'The register says 9.' })
    expect(await realisation(id)).toMatchObject({ state: 'REJECTED', rejectReason: 'The register says 9.' })
    await city.compute()
    expect((await city.appraisal('nurse')).weightedScore).toEqual(before.weightedScore)
    await expectRefusal(city.do(tim, rejectRealisation, { id, reason: 'Once more' }), 'WRONG_STATE')
  })

  it('passes over a record that a newer one replaced', async () => {
    const { id } = await city.do(city.person('nurse'), recordRealisation, sum('6'))
    await city.do(city.person('nurse'), recordRealisation, sum('7'))
    await expectRefusal(city.do(tim, verifyRealisation, { id }), 'WRONG_STATE')
  })

  it('has one winner when two decide at once', async () => {
    const { id } = await city.do(city.person('nurse'), recordRealisation, sum('9'))
    const decisions = [city.do(tim, verifyRealisation, { id }), city.do(tim, rejectRealisation, { id, reason: 'No such number' })]
    const outcomes = await Promise.allSettled(decisions)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'WRONG_STATE' } })
    expect(await eventsOf(test.database, id)).toHaveLength(2)
  })

  it('ends with the period', async () => {
    const { id } = await city.do(city.person('nurse'), recordRealisation, sum('9'))
    await test.database.prisma.period.update({ where: { key: '2025-TW4' }, data: { state: 'CLOSED' } })
    await expectRefusal(city.do(tim, verifyRealisation, { id }), 'PERIOD_CLOSED')
    await expectRefusal(execute(test.database, recordRealisation, sum('9'), { actor: feed, now }), 'PERIOD_CLOSED')
  })
})
