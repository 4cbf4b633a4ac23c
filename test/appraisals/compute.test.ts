import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { computeAppraisals } from '../../server/appraisals/commands/compute-appraisals.ts'
import { type FrozenInputs, thawInputs } from '../../server/appraisals/rules/frozen-inputs.ts'
import { measureItem } from '../../server/appraisals/rules/item.ts'
import { judgeResults } from '../../server/appraisals/rules/judgement.ts'
import type { AppraisalSettings } from '../../server/appraisals/rules/settings.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { day } from '../organization/small-city.ts'
import { eventsOf, expectRefusal, PlannedCity, summaries, tim } from './factory.ts'

let test: TestDatabase
let city: PlannedCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await PlannedCity.create(test.database)
})
afterAll(() => test.drop())

describe('computing the appraisals of a period', () => {
  it('judges everybody, with the reason where there is no predikat', async () => {
    expect(await city.compute()).toEqual({ appraisals: 8, changed: 8 })
    const nurse = await city.appraisal('nurse')
    // 45 of 50 against 80 % is 112.5; 44 against 40 is 110; the clinic meets its 90: (110 + 100) / 2 = 105; 0.6 × 112.5 + 0.4 × 105 = 109.5.
    expect(nurse.rhkResults.map((rhk) => [Number(rhk.achievementPct), Number(rhk.share), rhk.level])).toEqual([
      [112.5, 0.6, 'DI_ATAS'],
      [105, 0.4, 'SESUAI'],
    ])
    expect([Number(nurse.weightedScore), nurse.resultRating, nurse.behaviourRating, nurse.predikat]).toEqual([
      109.5,
      'DI_ATAS',
      'SESUAI',
      'BAIK',
    ])
    expect(await city.appraisal('engineer')).toMatchObject({
      resultRating: 'DI_BAWAH',
      predikat: 'BUTUH_PERBAIKAN',
      unitPath: 'City › Office',
    })
    expect(await city.appraisal('wardHead')).toMatchObject({
      predikat: null,
      noPredikatReason: 'NO_SKP',
      skpId: null,
      unitPath: 'Unit city › Unit health › Unit clinic › Unit ward',
    })
  })

  it('keeps the summaries of every unit above equal to a live count', async () => {
    const { kept, live } = await summaries(test.database, city.period['2025'] ?? '')
    expect(kept).toEqual(live)
    expect(kept.length).toBeGreaterThan(20)
  })

  it('changes nothing when nothing has changed, in the same few statements', async () => {
    const before = await city.appraisal('nurse')
    expect(await city.compute()).toEqual({ appraisals: 8, changed: 0 })
    expect(await city.appraisal('nurse')).toEqual(before)
  })

  it('computes again only what rests on a changed measurement, whatever the order of the rows', async () => {
    const engineer = await city.appraisal('engineer')
    await city.measure('nurse.RATIO', 1, { numerator: '10', denominator: '50', version: 2 })
    expect(await city.compute()).toEqual({ appraisals: 8, changed: 1 })
    const nurse = await city.appraisal('nurse')
    expect(nurse.rhkResults[0]?.ikiResults[0]).toMatchObject({ quartersUsed: [1, 2, 3, 4], status: 'OK' })
    // (10 + 45 + 45 + 45) / 200 = 72.5 % of 80 % = 90.63
    expect(Number(nurse.rhkResults[0]?.achievementPct)).toBe(90.63)
    expect((await city.appraisal('engineer')).updatedAt).toEqual(engineer.updatedAt)
  })

  it('keeps the rows of results that stay, and replaces those of a plan that was numbered anew', async () => {
    const rowsOf = async () => (await city.appraisal('nurse')).rhkResults.map(({ id, rhkId, number }) => ({ id, rhkId, number }))
    const before = await rowsOf()
    await city.measure('nurse.RATIO', 3, { numerator: '40', denominator: '50', version: 2 })
    expect(await city.compute()).toMatchObject({ changed: 1 })
    expect(await rowsOf()).toEqual(before)
    const swap = async ([first, second]: readonly (string | undefined)[]) => {
      for (const [id, number] of [[first, 9] as const, [second, 1] as const, [first, 2] as const])
        await test.database.prisma.rhk.update({ where: { id }, data: { number } })
    }
    const rhkIds = before.map(({ rhkId }) => rhkId)
    await swap(rhkIds)
    expect(await city.compute()).toMatchObject({ changed: 1 })
    expect((await rowsOf()).map(({ rhkId, number }) => [rhkId, number])).toEqual([
      [rhkIds[1], 1],
      [rhkIds[0], 2],
    ])
    await swap(rhkIds.toReversed())
    expect(await city.compute()).toMatchObject({ changed: 1 })
    const { kept, live } = await summaries(test.database, city.period['2025'] ?? '')
    expect(kept).toEqual(live)
  })

  it('gives the same numbers when it is computed again from the stored inputs', async () => {
    for (const person of ['nurse', 'midwife', 'engineer'] as const) {
      const stored = await city.appraisal(person)
      const settings = stored.settings as unknown as AppraisalSettings
      const { rating, rhks } = judgeResults(
        stored.rhkResults.map(({ kind, weight, ikiResults }) => ({
          kind,
          weight: weight.toFixed(),
          items: ikiResults.map((item) => ({
            weight: item.weight.toFixed(),
            ...measureItem(thawInputs(item.inputs as FrozenInputs), settings),
          })),
        })),
        settings,
      )
      expect(rhks.map(({ pct, level }) => [pct, level])).toEqual(
        stored.rhkResults.map((rhk) => [Number(rhk.achievementPct), rhk.level]),
      )
      expect([rating.rating, rating.weightedScore]).toEqual([stored.resultRating, Number(stored.weightedScore)])
    }
  })

  it('judges a quarter on its own measurements, with its part of a yearly sum', async () => {
    await city.compute('2025-TW2')
    const nurse = await city.appraisal('nurse', '2025-TW2')
    expect(nurse).toMatchObject({ kind: 'PERIODIC', noPredikatReason: 'NO_BEHAVIOUR' })
    const [ratio, sum, unit] = nurse.rhkResults.flatMap(({ ikiResults }) => ikiResults)
    expect([Number(ratio?.achievementPct), Number(sum?.targetMax), Number(sum?.achievementPct)]).toEqual([112.5, 10, 110])
    expect(unit).toMatchObject({ status: 'MISSING', missing: 'EXCLUDE', achievementPct: null })
  })

  it('never touches an appraisal that was rated, delivered or cancelled', async () => {
    const { id } = await city.appraisal('engineer')
    for (const state of ['DINILAI', 'DISAMPAIKAN', 'BATAL'] as const) {
      const before = await test.database.prisma.appraisal.update({ where: { id }, data: { state } })
      await test.database.prisma.behaviourRating.updateMany({
        where: { employeeId: before.employeeId },
        data: { bp: state === 'DINILAI' ? 3 : 1 },
      })
      expect(await city.compute()).toMatchObject({ changed: 0 })
      expect((await city.appraisal('engineer')).updatedAt).toEqual(before.updatedAt)
    }
    await test.database.prisma.appraisal.update({ where: { id }, data: { state: 'TERBUKA' } })
    expect(await city.compute()).toMatchObject({ changed: 1 })
  })

  it('lets a final disciplinary decision of the period decide the behaviour', async () => {
    const employeeId = city.city.person.midwife
    await test.database.prisma.disciplinaryRecord.create({
      data: {
        employeeId,
        level: 'SEDANG',
        sanction: 'Penundaan',
        decreeNumber: '7',
        decreeOn: day('2025-05-02'),
        validFrom: day('2025-05-02'),
      },
    })
    expect(await city.compute()).toMatchObject({ changed: 1 })
    expect(await city.appraisal('midwife')).toMatchObject({ isMisconduct: true, behaviourRating: 'DI_BAWAH', predikat: 'KURANG' })
  })

  it('computes under the settings of the last day of the period, and keeps them', async () => {
    await test.database.prisma.setting.create({
      data: { key: 'levelHigh', value: '100', validFrom: day('2025-06-01'), reason: 'test' },
    })
    expect(await city.compute()).toMatchObject({ changed: 8 })
    const midwife = await city.appraisal('midwife')
    expect(midwife.settings).toMatchObject({ levelHigh: 100 })
    expect(midwife.resultRating).toBe('DI_ATAS')
  })

  it('computes only those who are named', async () => {
    await city.measure('clinic.UNIT', 4, { value: '81', version: 2 })
    const employeeIds = [city.city.person.midwife]
    expect(await city.do(tim, computeAppraisals, { periodKey: '2025', employeeIds })).toEqual({ appraisals: 1, changed: 1 })
    expect(await city.compute()).toMatchObject({ changed: 1 })
    const { kept, live } = await summaries(test.database, city.period['2025'] ?? '')
    expect(kept).toEqual(live)
  })

  it('is for those who may compute the whole city, and leaves one line in the audit trail', async () => {
    await expectRefusal(city.do(city.person('wardHead'), computeAppraisals, { periodKey: '2025' }), 'FORBIDDEN')
    await expectRefusal(city.do(tim, computeAppraisals, { periodKey: '2025-01' }), 'NOT_FOUND')
    const before = await eventsOf(test.database, city.period['2025'] ?? '')
    await city.do(tim, computeAppraisals, { periodKey: '2025' })
    expect(await eventsOf(test.database, city.period['2025'] ?? '')).toEqual([...before, 'appraisals.computed'])
  })

  it('gives one appraisal each when two compute at once', async () => {
    await city.measure('clinic.UNIT', 4, { value: '85', version: 3 })
    const both = await Promise.all([city.compute(), city.compute()])
    expect(both.map(({ changed }) => changed).sort()).toEqual([0, 2])
    expect(await test.database.prisma.appraisal.count({ where: { period: { key: '2025' } } })).toBe(8)
  })

  // The last one: what is final cannot be opened again for the others.
  it('never touches a final one', async () => {
    const { id, employeeId, updatedAt } = await city.appraisal('engineer')
    await test.database.prisma.appraisal.update({ where: { id }, data: { state: 'FINAL', updatedAt } })
    await test.database.prisma.behaviourRating.updateMany({ where: { employeeId }, data: { bp: 2, ak: 1, ko: 1 } })
    expect(await city.compute()).toMatchObject({ changed: 0 })
    expect((await city.appraisal('engineer')).updatedAt).toEqual(updatedAt)
  })
})
