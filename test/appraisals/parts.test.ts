import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startModeration } from '../../server/appraisals/commands/moderation.ts'
import { rateAppraisal } from '../../server/appraisals/commands/rating.ts'
import { ratePart } from '../../server/appraisals/commands/rating-parts.ts'
import { verifyEvidence } from '../../server/appraisals/commands/self-assessment.ts'
import { replayFinals } from '../../server/appraisals/queries/replay.ts'
import { countEvents } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { day } from '../organization/small-city.ts'
import { expectRefusal, summaries } from './factory.ts'
import { LifeCity, long, moderator } from './life-city.ts'

let test: TestDatabase
let city: LifeCity
let appraisalId: string

/** The engineer served seven months under the head of works, five under the secretary; the second plan holds the same result. */
beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
  const { prisma } = test.database
  const { engineer, secretary } = city.planned.city.person
  const first = await prisma.skp.findFirstOrThrow({
    where: { employeeId: engineer },
    include: { rhks: { include: { ikis: true } } },
  })
  await prisma.skp.update({
    where: { id: first.id },
    data: { endsOn: day('2025-07-31'), state: 'DITUTUP', closeReason: 'PENILAI_CHANGE' },
  })
  const { id: _, rhks, ...same } = first
  const second = await prisma.skp.create({
    data: {
      ...same,
      sequence: 2,
      startsOn: day('2025-08-01'),
      endsOn: day('2025-12-31'),
      penilaiId: secretary,
      predecessorId: first.id,
    },
  })
  for (const { id: _old, ikis, skpId: __, ...rhk } of rhks) {
    const { id: rhkId } = await prisma.rhk.create({ data: { ...rhk, skpId: second.id } })
    for (const { id: _iki, rhkId: ___, ...iki } of ikis) await prisma.iki.create({ data: { ...iki, rhkId } })
  }
  await city.planned.compute()
  appraisalId = (await city.read('engineer')).id
})
afterAll(() => test.drop())

const parts = () => test.database.prisma.appraisalPart.findMany({ where: { appraisalId }, orderBy: { startsOn: 'asc' } })

describe('a year that a change of penilai divided', () => {
  it('has a part for each plan, with its days and the suggestion from its own quarters', async () => {
    const rows = await parts()
    expect(rows.map((part) => [part.penilaiId, Number(part.months), part.suggestedResult, Number(part.weightedScore)])).toEqual([
      [city.planned.city.person.worksHead, 7, 'DI_BAWAH', 75],
      [city.planned.city.person.secretary, 5, 'DI_BAWAH', 75],
    ])
  })

  it('is rated by parts, each by its own penilai', async () => {
    const [first, second] = await parts()
    const rate = async (person: 'worksHead' | 'secretary' | 'engineer', partId = '', input: object = {}) =>
      city.do(city.person(person), ratePart, {
        id: appraisalId,
        partId,
        revision: 0,
        result: 'DI_BAWAH',
        behaviour: 'SESUAI',
        ...input,
      })
    await expectRefusal(
      city.do(city.person('worksHead'), rateAppraisal, {
        ...(await city.read('engineer')),
        result: 'DI_BAWAH',
        behaviour: 'SESUAI',
      }),
      'NOT_PENILAI',
    )
    await expectRefusal(rate('worksHead', second?.id), 'NOT_PENILAI')
    await expectRefusal(rate('engineer', first?.id), 'SELF_APPRAISAL')
    await expectRefusal(rate('worksHead', first?.id, { result: 'SESUAI' }), 'REASON_REQUIRED')
    const override = { category: 'KEADAAN_LUAR_BIASA', reason: long } as const
    const early = { id: appraisalId, partId: second?.id ?? '', revision: 0, result: 'DI_BAWAH', behaviour: 'SESUAI' } as const
    // A slice is closed when it is over, be the year's evidence verified or not; the running one is not.
    await expectRefusal(city.do(city.person('secretary'), ratePart, early, new Date('2025-12-31T05:00:00Z')), 'WRONG_STATE')
    await rate('worksHead', first?.id, { result: 'SESUAI', override })
    expect(await city.appraisal('engineer')).toMatchObject({ state: 'TERBUKA', ratedAt: null })
    await expectRefusal(rate('secretary', second?.id), 'WRONG_STATE')
    await city.do(city.person('worksHead'), verifyEvidence, await city.read('engineer'))
    await expectRefusal(rate('worksHead', first?.id, { result: 'SESUAI', override }), 'STALE_VERSION')
    expect(await city.appraisal('engineer')).toMatchObject({ state: 'BUKTI_DIVERIFIKASI', ratedAt: null })
    expect((await city.notices(appraisalId)).map(({ kind, user }) => [kind, user.employeeId])).toEqual([
      ['appraisal.ratePart', city.planned.city.person.secretary],
    ])
    await expectRefusal(city.do(moderator, startModeration, { ids: [appraisalId] }), 'WRONG_STATE')
    const outcomes = await Promise.allSettled([rate('secretary', second?.id), rate('secretary', second?.id)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await countEvents(test.database, 'appraisal.partRated', appraisalId)).toBe(2)
  })

  it('has the predikat of its months (F23) once every part is rated', async () => {
    expect(await city.appraisal('engineer')).toMatchObject({
      state: 'DINILAI',
      predikat: 'BAIK',
      resultRating: 'SESUAI',
      suggestedResult: 'DI_BAWAH',
      ratedById: city.planned.city.person.secretary,
    })
    const { kept, live } = await summaries(test.database, city.periodId)
    expect(kept).toEqual(live)
  })

  it('keeps a rated part when data come in, and computes again to the same when it is final', async () => {
    const before = await parts()
    await city.planned.measure('engineer.RATIO', 1, { numerator: '50', denominator: '50', version: 2 })
    await city.planned.compute()
    expect(await parts()).toEqual(before)
    await city.put('engineer', { state: 'FINAL', finalAt: new Date(), finalCause: 'ACCEPTED' })
    expect(await replayFinals(test.database.prisma, '2025')).toEqual({ checked: 1, drifted: [] })
  })
})
