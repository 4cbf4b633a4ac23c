import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctLockedRealisation } from '../../server/appraisals/commands/corrections.ts'
import { closePeriod } from '../../server/appraisals/commands/periods.ts'
import { reopenAppraisal } from '../../server/appraisals/commands/versions.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { day } from '../organization/small-city.ts'
import { expectRefusal, system } from './factory.ts'
import { early, LifeCity, long, moderator, pyb } from './life-city.ts'

let test: TestDatabase
let city: LifeCity
let realisationId: string

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
  const { resultRating, behaviourRating, predikat } = await city.appraisal('nurse')
  await city.put('nurse', {
    state: 'FINAL',
    suggestedResult: resultRating,
    suggestedBehaviour: behaviourRating,
    suggestedPredikat: predikat,
    ratedAt: early,
    finalAt: early,
    finalCause: 'ACCEPTED',
  })
  const { id } = await test.database.prisma.realisation.findFirstOrThrow({
    where: { seriesId: city.planned.series['nurse.RATIO'] ?? '', period: { key: '2025-TW4' } },
  })
  realisationId = id
})
afterAll(() => test.drop())

const correction = () => ({
  id: realisationId,
  numerator: '20',
  denominator: '50',
  value: '40',
  measuredOn: day('2025-12-20'),
  source: 'Register',
  reason: long,
})

describe('a measurement of a closed period', () => {
  it('is corrected by somebody else who may verify, with a reason, and only then', async () => {
    await expectRefusal(city.do(moderator, correctLockedRealisation, correction()), 'WRONG_STATE')
    await city.do(system, closePeriod, { id: city.periodId })
    await expectRefusal(city.do(city.person('nurse'), correctLockedRealisation, correction()), 'CONFLICT_OF_INTEREST')
    await expectRefusal(city.do(city.person('wardHead'), correctLockedRealisation, correction()), 'FORBIDDEN')
    await expectRefusal(city.do(moderator, correctLockedRealisation, { ...correction(), reason: 'short' }), 'INVALID_INPUT')
    await expectRefusal(city.do(moderator, correctLockedRealisation, { ...correction(), value: '-1' }), 'INVALID_INPUT')
  })

  it('gets a new version, once, and leaves the final result as it is', async () => {
    const before = await city.appraisal('nurse')
    const rows = await auditOf(test.database, async () => {
      const outcomes = await Promise.allSettled([1, 2].map(() => city.do(moderator, correctLockedRealisation, correction())))
      const [won] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(won).toMatchObject({ rescored: [], finalIds: [before.id] })
    })
    expect(rows.map(({ event, reason }) => [event, reason])).toEqual([['realisation.corrected', long]])
    expect(await city.appraisal('nurse')).toEqual(before)
    await city.planned.compute()
    expect(await city.appraisal('nurse')).toEqual(before)
  })

  it('reaches the result by the decision to open it again', async () => {
    const { id } = await city.do(pyb, reopenAppraisal, { ...(await city.read('nurse')), ground: 'DATA_FRAUD', reason: long })
    await city.planned.compute()
    const successor = await city.appraisal('nurse')
    expect(successor).toMatchObject({ id, version: 2, state: 'TERBUKA' })
    // 45 of 50 in three quarters and 20 of 50 in the last: 155 of 200 against 80 %.
    expect(Number(successor.rhkResults[0]?.achievementPct)).toBe(96.88)
  })
})
