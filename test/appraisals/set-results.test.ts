import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rateAppraisal } from '../../server/appraisals/commands/rating.ts'
import { deliverAppraisals, setAppraisals } from '../../server/appraisals/commands/set-results.ts'
import { replayFinals } from '../../server/appraisals/queries/replay.ts'
import { encodeId } from '../../server/list.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { day } from '../organization/small-city.ts'
import { expectRefusal } from './factory.ts'
import { LifeCity, later, pyb } from './life-city.ts'

let test: TestDatabase
let city: LifeCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
  await setting('distMinN', '2')
})
afterAll(() => test.drop())

async function setting(key: string, value: string): Promise<void> {
  const row = { key, validFrom: day('2025-01-01') }
  await test.database.prisma.setting.upsert({
    where: { key_validFrom: row },
    create: { ...row, value, reason: 'test' },
    update: { value },
  })
}

const ofHealth = () => ({ periodKey: '2025', underUnitId: city.planned.city.unit.health })

describe('setting the results of a unit', () => {
  // Nurse and midwife are both BAIK: more than 70 %, and nobody below.
  it('weighs the distribution pattern by the mode, and changes nobody', async () => {
    const moderated = { state: 'MODERASI' } as const
    const ids = [(await city.put('nurse', moderated)).id, (await city.put('midwife', moderated)).id].sort()
    await city.setOrgPredikat('health', 'BAIK', null)
    await expectRefusal(city.do(pyb, setAppraisals, ofHealth()), 'REASON_REQUIRED')
    await setting('distMode', 'BLOCK')
    await city.setOrgPredikat('health', 'BAIK', 'The evidence is what it is.')
    await expectRefusal(city.do(pyb, setAppraisals, ofHealth()), 'DIST_VIOLATION')
    await setting('distMode', 'WARN')
    await setting('distMinN', '10')
    await city.setOrgPredikat('health', 'BAIK', null)
    const rows = await auditOf(test.database, async () => {
      expect(await city.do(pyb, setAppraisals, ofHealth())).toEqual({ ids, left: 0 })
    })
    expect(rows).toMatchObject([
      { event: 'appraisals.set', entityType: 'Period', entityId: city.periodId, changes: { appraisals: [null, ids] } },
    ])
    expect((await city.appraisal('nurse')).predikat).toBe('BAIK')
    await expectRefusal(city.do(pyb, setAppraisals, ofHealth()), 'WRONG_STATE')
  })

  it('is followed by delivery, of which each person is told once', async () => {
    const outcomes = await Promise.allSettled([
      city.do(pyb, deliverAppraisals, ofHealth()),
      city.do(pyb, deliverAppraisals, ofHealth()),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const person of ['nurse', 'midwife'] as const) {
      expect((await city.notices((await city.read(person)).id)).map(({ kind }) => kind)).toEqual(['appraisal.delivered'])
    }
  })

  it('needs ids or a unit with a period', async () => {
    await expectRefusal(city.do(pyb, setAppraisals, { ids: [] }), 'INVALID_INPUT')
    await expectRefusal(city.do(pyb, setAppraisals, { ids: [encodeId('Appraisal', city.periodId)] }), 'INVALID_INPUT')
  })
})

describe('the one who leads a unit', () => {
  it('is suggested the result of the unit as hasil kerja, and computes again to the same', async () => {
    const { prisma } = test.database
    await prisma.skp.updateMany({ where: { employeeId: city.planned.city.person.engineer }, data: { leadsUnit: true } })
    await city.setOrgPredikat('works', 'ISTIMEWA')
    const read = await city.put('engineer', { state: 'BUKTI_DIVERIFIKASI' })
    const worksHead = city.person('worksHead')
    await expectRefusal(
      city.do(worksHead, rateAppraisal, { ...read, result: 'DI_BAWAH', behaviour: 'SESUAI' }),
      'REASON_REQUIRED',
    )
    await city.do(worksHead, rateAppraisal, { ...read, result: 'DI_ATAS', behaviour: 'SESUAI' })
    expect(await city.appraisal('engineer')).toMatchObject({
      orgPredikat: 'ISTIMEWA',
      suggestedResult: 'DI_ATAS',
      resultRating: 'DI_ATAS',
      resultOverride: null,
      predikat: 'BAIK',
    })
    await city.put('engineer', { state: 'FINAL', finalAt: later, finalCause: 'ACCEPTED' })
    expect((await replayFinals(prisma, '2025'))?.drifted).toEqual([])
  })
})
