import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportAppraisals } from '../../server/appraisals/commands/export-results.ts'
import { acceptAppraisal, finaliseDue } from '../../server/appraisals/commands/finality.ts'
import { returnToRater, startModeration } from '../../server/appraisals/commands/moderation.ts'
import { rateAppraisal } from '../../server/appraisals/commands/rating.ts'
import { selfAssess, verifyEvidence } from '../../server/appraisals/commands/self-assessment.ts'
import { deliverAppraisals, setAppraisals } from '../../server/appraisals/commands/set-results.ts'
import { cancelAppraisal, reopenAppraisal } from '../../server/appraisals/commands/versions.ts'
import type { AppraisalState } from '../../server/generated/prisma/client.ts'
import { auditOf, countEvents } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { day } from '../organization/small-city.ts'
import { expectRefusal, summaries, system } from './factory.ts'
import { early, LifeCity, later, long, moderator, pyb } from './life-city.ts'

let test: TestDatabase
let city: LifeCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
})
afterAll(() => test.drop())

const events = (work: () => Promise<unknown>) => auditOf(test.database, work).then((rows) => rows.map(({ event }) => event))

/** Two at once: one wins, and there is one audit row. */
async function raced(work: () => Promise<unknown>): Promise<void> {
  const rows = await auditOf(test.database, async () => {
    const outcomes = await Promise.allSettled([work(), work()])
    if (outcomes.every(({ status }) => status === 'rejected')) throw (outcomes[0] as PromiseRejectedResult).reason
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(['STALE_VERSION', 'WRONG_STATE', 'FINAL_IMMUTABLE']).toContain(lost?.reason.code)
  })
  expect(rows).toHaveLength(1)
}

async function keptRight(): Promise<void> {
  const { kept, live } = await summaries(test.database, city.periodId)
  expect(kept).toEqual(live)
}

describe('the nurse, from self-assessment to export', () => {
  it('is forbidden to others, and hidden from those who do not see the appraisal', async () => {
    const read = await city.read('nurse')
    await expectRefusal(city.do(city.person('wardHead'), selfAssess, { ...read, text: 'I' }), 'FORBIDDEN')
    await expectRefusal(city.do(city.person('engineer'), selfAssess, { ...read, text: 'I' }), 'NOT_FOUND')
  })

  it('assesses herself, and the penilai is told once', async () => {
    const read = await city.read('nurse')
    await expectRefusal(
      city.do(city.person('nurse'), selfAssess, { ...read, text: 'Fine', results: [{ number: 9, text: 'none' }] }),
      'INVALID_INPUT',
    )
    await raced(() =>
      city.do(city.person('nurse'), selfAssess, { ...read, text: 'Fine', results: [{ number: 1, text: 'Well' }] }, early),
    )
    expect(await city.appraisal('nurse')).toMatchObject({
      state: 'PENILAIAN_DIRI',
      selfAssessment: 'Fine',
      selfAssessedItems: [{ number: 1, text: 'Well' }],
    })
    expect(
      await events(async () => city.do(city.person('nurse'), selfAssess, { ...(await city.read('nurse')), text: 'Better' })),
    ).toEqual(['appraisal.selfAssessed'])
    const told = await city.notices(read.id)
    expect(told.map(({ kind, user }) => [kind, user.employeeId])).toEqual([
      ['appraisal.toRate', city.planned.city.person.wardHead],
    ])
    // The annual deadline of 31 January 2026 is a Saturday, so the Monday after.
    expect(told[0]?.dueAt).toEqual(new Date('2026-02-02T16:59:59.999Z'))
  })

  it('has her evidence verified by her penilai alone', async () => {
    const read = await city.read('nurse')
    await expectRefusal(city.do(city.person('clinicHead'), verifyEvidence, read), 'NOT_PENILAI')
    await expectRefusal(city.do(pyb, verifyEvidence, read), 'NOT_PENILAI')
    await expectRefusal(city.do(city.person('nurse'), verifyEvidence, read), 'SELF_APPRAISAL')
    await raced(() => city.do(city.person('wardHead'), verifyEvidence, read))
    expect(await city.appraisal('nurse')).toMatchObject({ state: 'BUKTI_DIVERIFIKASI', evidenceVerifiedAt: later })
    await expectRefusal(city.do(city.person('nurse'), selfAssess, { ...(await city.read('nurse')), text: 'Late' }), 'WRONG_STATE')
  })

  it('is rated; a level that departs from the suggestion needs a category and thirty characters', async () => {
    const read = await city.read('nurse')
    const wardHead = city.person('wardHead')
    const rating = { ...read, result: 'SESUAI', behaviour: 'SESUAI' } as const
    await expectRefusal(city.do(wardHead, rateAppraisal, rating), 'REASON_REQUIRED')
    const override = (reason: string) => ({ ...rating, resultOverride: { category: 'MUTU_HASIL' as const, reason } })
    await expectRefusal(city.do(wardHead, rateAppraisal, override('x'.repeat(29))), 'REASON_REQUIRED')
    await expectRefusal(city.do(city.person('nurse'), rateAppraisal, override(long)), 'SELF_APPRAISAL')
    await expectRefusal(city.do(moderator, rateAppraisal, override(long)), 'NOT_PENILAI')
    await raced(() => city.do(wardHead, rateAppraisal, override(long)))
    expect(await city.appraisal('nurse')).toMatchObject({
      state: 'DINILAI',
      resultRating: 'SESUAI',
      behaviourRating: 'SESUAI',
      predikat: 'BAIK',
      suggestedResult: 'DI_ATAS',
      suggestedBehaviour: 'SESUAI',
      suggestedPredikat: 'BAIK',
      resultOverride: 'MUTU_HASIL',
      resultReason: long,
      behaviourOverride: null,
      ratedById: city.planned.city.person.wardHead,
    })
    expect((await city.notices(read.id)).every(({ doneAt }) => doneAt !== null)).toBe(true)
    await keptRight()
  })

  it('keeps the rating when data come in later', async () => {
    await city.planned.measure('nurse.RATIO', 4, { numerator: '1', denominator: '50', version: 2 })
    await city.planned.compute()
    expect(await city.appraisal('nurse')).toMatchObject({ state: 'DINILAI', resultRating: 'SESUAI', suggestedResult: 'DI_ATAS' })
  })

  it('is moderated: returned with a reason, rated again, taken up again', async () => {
    const { id } = await city.read('nurse')
    await expectRefusal(city.do(city.person('wardHead'), startModeration, { ids: [id] }), 'FORBIDDEN')
    await raced(() => city.do(moderator, startModeration, { ids: [id] }))
    const read = await city.read('nurse')
    await expectRefusal(
      city.do(city.person('wardHead'), rateAppraisal, { ...read, result: 'DI_ATAS', behaviour: 'SESUAI' }),
      'WRONG_STATE',
    )
    await expectRefusal(city.do(city.person('wardHead'), returnToRater, { ...read, reason: 'not for me to say' }), 'FORBIDDEN')
    await raced(() => city.do(moderator, returnToRater, { ...read, reason: 'Look at the third quarter again.' }))
    expect(await city.appraisal('nurse')).toMatchObject({
      state: 'DINILAI',
      returnReason: 'Look at the third quarter again.',
      predikat: 'BAIK',
    })
    const returned = (await city.notices(id)).filter(({ kind }) => kind === 'appraisal.returned')
    expect(returned).toHaveLength(1)
    await city.do(city.person('wardHead'), rateAppraisal, {
      ...(await city.read('nurse')),
      result: 'DI_ATAS',
      behaviour: 'SESUAI',
    })
    expect(await city.appraisal('nurse')).toMatchObject({ resultRating: 'DI_ATAS', resultOverride: null, resultReason: null })
    expect(await city.do(moderator, startModeration, { ids: [id] })).toEqual({ ids: [id], left: 0 })
    await keptRight()
  })

  it('is set once the organisation predikat is, and delivered, by penilai or PyB', async () => {
    const { id } = await city.read('nurse')
    await expectRefusal(city.do(moderator, setAppraisals, { ids: [id] }), 'FORBIDDEN')
    await test.database.prisma.orgPredikatDecision.updateMany({ data: { isCurrent: false } })
    await expectRefusal(city.do(pyb, setAppraisals, { ids: [id] }), 'WRONG_STATE')
    await city.setOrgPredikat('health', 'BAIK')
    await raced(() => city.do(pyb, setAppraisals, { ids: [id] }))
    await expectRefusal(city.do(city.person('nurse'), acceptAppraisal, await city.read('nurse')), 'WRONG_STATE')
    await expectRefusal(city.do(city.person('clinicHead'), deliverAppraisals, { ids: [id] }), 'FORBIDDEN')
    await raced(() => city.do(city.person('wardHead'), deliverAppraisals, { ids: [id] }))
    expect(await city.appraisal('nurse')).toMatchObject({
      state: 'DISAMPAIKAN',
      deliveredAt: later,
      objectionUntil: new Date('2026-02-24T16:59:59.999Z'),
    })
    const delivered = (await city.notices(id)).filter(({ kind }) => kind === 'appraisal.delivered')
    expect(delivered.map(({ user }) => user.employeeId)).toEqual([city.planned.city.person.nurse])
  })

  it('is accepted by her alone, and final then', async () => {
    const read = await city.read('nurse')
    await expectRefusal(city.do(city.person('wardHead'), acceptAppraisal, read), 'FORBIDDEN')
    await raced(() => city.do(city.person('nurse'), acceptAppraisal, read))
    expect(await city.appraisal('nurse')).toMatchObject({ state: 'FINAL', finalCause: 'ACCEPTED', finalAt: later })
    expect((await city.notices(read.id)).filter(({ kind }) => kind === 'appraisal.final')).toHaveLength(2)
    const now = await city.read('nurse')
    await expectRefusal(
      city.do(city.person('wardHead'), rateAppraisal, { ...now, result: 'SESUAI', behaviour: 'SESUAI' }),
      'FINAL_IMMUTABLE',
    )
    await expectRefusal(city.do(city.person('nurse'), selfAssess, { ...now, text: 'Again' }), 'FINAL_IMMUTABLE')
  })

  it('is exported once, with the codes of SIASN', async () => {
    const { id } = await city.read('nurse')
    await expectRefusal(city.do(city.person('wardHead'), exportAppraisals, { ids: [id] }), 'FORBIDDEN')
    const { records } = await city.do(moderator, exportAppraisals, { ids: [id] })
    expect(records).toMatchObject([
      {
        service: 'skp22',
        id,
        tahun: 2025,
        hasilKinerjaNilai: 1,
        perilakuKerjaNilai: 2,
        kuadranKinerjaNilai: 2,
        statusPenilai: 'ASN',
      },
    ])
    await expectRefusal(city.do(moderator, exportAppraisals, { ids: [id] }), 'WRONG_STATE')
    expect(await countEvents(test.database, 'appraisals.exported', id)).toBe(1)
  })

  it('is opened again only by whoever may, as a new version beside the old one', async () => {
    const read = await city.read('nurse')
    const input = { ...read, ground: 'DATA_FRAUD', reason: 'The figures of the fourth quarter were invented.' } as const
    await expectRefusal(city.do(moderator, reopenAppraisal, input), 'FORBIDDEN')
    await raced(() => city.do(pyb, reopenAppraisal, input))
    const successor = await city.appraisal('nurse')
    expect(successor).toMatchObject({
      version: 2,
      state: 'TERBUKA',
      predecessorId: read.id,
      reopenGround: 'DATA_FRAUD',
      resultRating: 'DI_ATAS',
      ratedAt: null,
    })
    expect(successor.rhkResults).toHaveLength(2)
    expect(await test.database.prisma.appraisal.findUniqueOrThrow({ where: { id: read.id } })).toMatchObject({
      isCurrent: false,
      state: 'TEREKSPOR',
      predikat: 'BAIK',
    })
    await keptRight()
    await city.planned.compute()
    expect(await city.appraisal('nurse')).toMatchObject({ version: 2, predecessorId: read.id })
    await expectRefusal(city.do(pyb, reopenAppraisal, { ...input, revision: 99 }), 'STALE_VERSION')
    await keptRight()
  })
})

describe('a silent employee', () => {
  it('blocks nobody: the penilai goes on without once the time is over, and the record says so', async () => {
    const read = await city.read('midwife')
    await expectRefusal(city.do(city.person('wardHead'), verifyEvidence, read, early), 'WRONG_STATE')
    const rows = await auditOf(test.database, () => city.do(city.person('wardHead'), verifyEvidence, read))
    expect(rows[0]?.changes).toMatchObject({ selfAssessment: [null, 'SKIPPED_AFTER_DEADLINE'] })
    expect(await city.appraisal('midwife')).toMatchObject({ state: 'BUKTI_DIVERIFIKASI', selfAssessedAt: null })
  })

  it('who says nothing to the result accepts it when the window has closed', async () => {
    const { id } = await city.put('midwife', { state: 'DISAMPAIKAN', objectionUntil: new Date('2026-02-09T16:59:59.999Z') })
    const caller = (now: Date) => ({ actor: system, now })
    expect(await finaliseDue(test.database, caller(new Date('2026-02-09T16:59:59Z')))).toBe(0)
    const counts = await Promise.all(
      [finaliseDue(test.database, caller(later)), finaliseDue(test.database, caller(later))].map((run) => run.catch(() => 0)),
    )
    expect(counts.sort()).toEqual([0, 1])
    expect(await city.appraisal('midwife')).toMatchObject({ state: 'FINAL', finalCause: 'WINDOW_ELAPSED' })
    expect(await countEvents(test.database, 'appraisals.finalised', id)).toBe(1)
    await expectRefusal(city.do(city.person('midwife'), acceptAppraisal, await city.read('midwife')), 'FINAL_IMMUTABLE')
  })
})

describe('evidence that waits', () => {
  it('is verified or rejected before the penilai can go on', async () => {
    const id = await city.planned.measure('engineer.RATIO', 3, { numerator: '40', denominator: '50', version: 2 })
    await test.database.prisma.realisation.update({ where: { id }, data: { state: 'SUBMITTED' } })
    await expectRefusal(city.do(city.person('worksHead'), verifyEvidence, await city.read('engineer')), 'EVIDENCE_REQUIRED')
    await test.database.prisma.realisation.update({ where: { id }, data: { state: 'REJECTED' } })
    await city.do(city.person('worksHead'), verifyEvidence, await city.read('engineer'))
  })
})

describe('too little data', () => {
  it('needs a stated basis', async () => {
    const read = await city.put('engineer', {
      resultRating: null,
      resultStatus: 'INSUFFICIENT_DATA',
      predikat: null,
      noPredikatReason: 'INSUFFICIENT_DATA',
    })
    const rating = { ...read, result: 'SESUAI', behaviour: 'SESUAI' } as const
    await expectRefusal(city.do(city.person('worksHead'), rateAppraisal, rating), 'INSUFFICIENT_DATA')
    await city.do(city.person('worksHead'), rateAppraisal, { ...rating, qualitativeBasis: long })
    expect(await city.appraisal('engineer')).toMatchObject({
      predikat: 'BAIK',
      noPredikatReason: null,
      suggestedResult: null,
      qualitativeBasis: long,
    })
  })
})

describe('somebody who left after a few days', () => {
  it('has the appraisal cancelled, and counts nowhere', async () => {
    const { prisma } = test.database
    await expectRefusal(
      city.do(moderator, cancelAppraisal, { ...(await city.read('engineer')), reason: 'Left the service.' }),
      'WRONG_STATE',
    )
    await prisma.employee.update({ where: { id: city.planned.city.person.engineer }, data: { separatedOn: day('2025-01-20') } })
    await city.planned.compute()
    const read = await city.read('engineer')
    await expectRefusal(city.do(city.person('worksHead'), cancelAppraisal, { ...read, reason: 'Left the service.' }), 'FORBIDDEN')
    await raced(() => city.do(moderator, cancelAppraisal, { ...read, reason: 'Left the service.' }))
    expect(await city.appraisal('engineer')).toMatchObject({ state: 'BATAL', cancelReason: 'Left the service.' })
    await keptRight()
  })
})

describe('teachers and principals', () => {
  it('are appraised on the national platform alone', async () => {
    const read = await city.put('wardHead', { system: 'RUANG_GTK' })
    await expectRefusal(city.do(city.person('wardHead'), selfAssess, { ...read, text: 'I' }), 'IMPORT_ONLY')
    await expectRefusal(city.do(city.person('clinicHead'), verifyEvidence, read), 'IMPORT_ONLY')
    await expectRefusal(city.do(city.person('wardHead'), verifyEvidence, read), 'SELF_APPRAISAL')
  })
})

describe('whoever has no plan', () => {
  it('is not rated', async () => {
    const read = await city.read('clinicHead')
    await expectRefusal(city.do(city.person('clinicHead'), selfAssess, { ...read, text: 'I' }), 'WRONG_STATE')
  })
})

it('every state of these tests is one that commands lead to', async () => {
  const states = new Set((await test.database.prisma.appraisal.findMany({ select: { state: true } })).map(({ state }) => state))
  expect(states.has('FINAL' satisfies AppraisalState)).toBe(true)
})
