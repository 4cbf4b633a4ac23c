import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rateAppraisal } from '../../server/appraisals/commands/rating.ts'
import { selfAssess } from '../../server/appraisals/commands/self-assessment.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { summaries } from './factory.ts'
import { LifeCity, long } from './life-city.ts'

/** Enough to meet every order of two transactions; `TERA_RACE_ROUNDS=200` for a long run. */
const rounds = Number(process.env.TERA_RACE_ROUNDS ?? 12)
const deciders = 20

let test: TestDatabase
let city: LifeCity

beforeAll(async () => {
  test = await createTestDatabase({ poolSize: deciders })
  city = await LifeCity.create(test.database)
})
afterAll(() => test.drop())

describe(`${deciders} at once decide the same appraisal`, () => {
  it('one wins each round, with one audit row; the counts stay right', { timeout: 20_000 + rounds * 3_000 }, async () => {
    await city.put('nurse', { state: 'BUKTI_DIVERIFIKASI' })
    for (let round = 0; round < rounds; round += 1) {
      const read = await city.read('nurse')
      const rows = await auditOf(test.database, async () => {
        const outcomes = await Promise.allSettled(
          Array.from({ length: deciders }, (_, index) =>
            city.do(city.person('wardHead'), rateAppraisal, {
              ...read,
              result: index % 2 === round % 2 ? 'SESUAI' : 'DI_ATAS',
              behaviour: 'SESUAI',
              resultOverride: { category: 'MUTU_HASIL', reason: long },
            }),
          ),
        )
        const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
        expect(lost).toEqual(Array.from({ length: deciders - 1 }, () => 'STALE_VERSION'))
      })
      expect(rows.map(({ event }) => event)).toEqual(['appraisal.rated'])
    }
    expect((await city.read('nurse')).revision).toBe(rounds)
    const { kept, live } = await summaries(test.database, city.periodId)
    expect(kept).toEqual(live)
  })

  it('tells the penilai once', { timeout: 60_000 }, async () => {
    const read = await city.read('midwife')
    await Promise.allSettled(
      Array.from({ length: deciders }, () => city.do(city.person('midwife'), selfAssess, { ...read, text: 'Done' })),
    )
    expect((await city.notices(read.id)).map(({ kind }) => kind)).toEqual(['appraisal.toRate'])
  })
})
