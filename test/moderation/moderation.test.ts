import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startModeration } from '../../server/appraisals/commands/moderation.ts'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { setOrgPredikat } from '../../server/moderation/commands/org-predikat.ts'
import { agreeProposal, proposeChange, rejectProposal } from '../../server/moderation/commands/proposals.ts'
import {
  cancelSession,
  lockCalibration,
  openSession,
  recordAttendance,
  scheduleSession,
} from '../../server/moderation/commands/sessions.ts'
import { maySetOrgPredikat, proposalMoves, sessionMoves } from '../../server/moderation/policy.ts'
import { raterFingerprints } from '../../server/moderation/queries/fingerprints.ts'
import { unitPattern } from '../../server/moderation/queries/pattern.ts'
import { visibleProposals, visibleSessions } from '../../server/moderation/queries.ts'
import { unreachableStates } from '../../server/moves.ts'
import { schema } from '../../server/schema.ts'
import { expectRefusal, outsider } from '../appraisals/factory.ts'
import { LifeCity, later, moderator, pyb } from '../appraisals/life-city.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let test: TestDatabase
let city: LifeCity

const reason = 'The third quarter was measured on half of the wards only.'

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
})
afterAll(() => test.drop())

async function raced(events: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const rows = await auditOf(test.database, async () => {
    const outcomes = await Promise.allSettled([work(), work()])
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    if (lost.length === 2) throw lost[0]?.reason
    expect(lost.map(({ reason: why }) => why.code)).toEqual([expect.stringMatching(/^(STALE_VERSION|WRONG_STATE)$/)])
  })
  expect(rows.map((row) => row.event)).toEqual(events)
}

describe('the tables of moves', () => {
  it('lead to every state', () => {
    expect(unreachableStates(sessionMoves, ['DIJADWALKAN'], ['DIJADWALKAN', 'BERLANGSUNG', 'TERKUNCI', 'DIBATALKAN'])).toEqual([])
    expect(unreachableStates(proposalMoves, ['DIUSULKAN'], ['DIUSULKAN', 'DISEPAKATI', 'DITOLAK'])).toEqual([])
  })
})

describe('the organisation predikat', () => {
  const setting = () =>
    ({
      unitId: city.planned.city.unit.clinic,
      periodKey: '2025',
      version: 0,
      predikat: 'BAIK',
      basis: 'Perjanjian kinerja 2025 reached 96 per cent.',
      adviceInspectorate: 'No finding is open.',
    }) as const

  it('is set by the leader one level above, never by the own leader; at the top by the tim', () => {
    const facts = {
      underUnitIds: [city.planned.city.unit.clinic],
      leaderIds: [city.planned.city.person.clinicHead],
      leadersAboveIds: [city.planned.city.person.healthHead],
      version: 0,
    }
    expect(maySetOrgPredikat(city.person('healthHead'), facts)).toBe(true)
    expect(maySetOrgPredikat(city.person('clinicHead'), facts)).toMatchObject({ code: 'CONFLICT_OF_INTEREST' })
    expect(maySetOrgPredikat(moderator, facts)).toMatchObject({ code: 'FORBIDDEN' })
    expect(maySetOrgPredikat(moderator, { ...facts, leadersAboveIds: [] })).toBe(true)
    expect(maySetOrgPredikat(city.person('nurse'), { ...facts, leadersAboveIds: [] })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('has versions: a correction keeps what was decided before', async () => {
    await expectRefusal(city.do(city.person('nurse'), setOrgPredikat, setting()), 'FORBIDDEN')
    await expectRefusal(city.do(pyb, setOrgPredikat, { ...setting(), periodKey: '1999' }), 'NOT_FOUND')
    await raced(['orgPredikat.set'], () => city.do(pyb, setOrgPredikat, setting()))
    await city.do(pyb, setOrgPredikat, { ...setting(), version: 1, predikat: 'KURANG' })
    const where = { unitId: city.planned.city.unit.clinic }
    const rows = await test.database.prisma.orgPredikatDecision.findMany({ where, orderBy: { version: 'asc' } })
    expect(rows.map(({ version, predikat, isCurrent }) => [version, predikat, isCurrent])).toEqual([
      [1, 'BAIK', false],
      [2, 'KURANG', true],
    ])
    await expect(
      test.database.prisma.orgPredikatDecision.update({ where: { id: rows[0]?.id ?? '' }, data: { basis: 'other' } }),
    ).rejects.toThrow()
  })

  it('stands beside both pictures of its unit, and pools a unit that is too small', async () => {
    const context = createContext(test.database, moderator, later, 'en')
    const pattern = await unitPattern(context, { periodKey: '2025', unitId: encodeId('Unit', city.planned.city.unit.clinic) })
    expect(pattern).toMatchObject({ orgPredikat: 'KURANG', mode: 'WARN', below: 0, above: 0, pooledAtUnitId: null })
    expect(pattern.rated).toMatchObject({ enforced: false })
    expect(pattern.rated?.violations.map(({ code }) => code)).toContain('K_MIN_60')
    expect(pattern.ratedCounts).toEqual(pattern.suggestedCounts)
    await expectRefusal(
      unitPattern(createContext(test.database, city.person('engineer'), later, 'en'), {
        periodKey: '2025',
        unitId: encodeId('Unit', city.planned.city.unit.ward),
      }),
      'K_ANONYMITY',
    )
  })
})

describe('the severity of raters', () => {
  it('is read by themselves, by their superior and by role alone', async () => {
    const { wardHead, worksHead } = city.planned.city.person
    await city.put('midwife', {
      state: 'DINILAI',
      resultRating: 'SESUAI',
      behaviourRating: 'SESUAI',
      predikat: 'BAIK',
      weightedScore: '100',
      ratedAt: later,
      ratedById: wardHead,
    })
    const raters = async (actor: Actor) =>
      (await raterFingerprints(createContext(test.database, actor, later, 'en'), '2025')).map(({ raterId, n }) => [raterId, n])
    for (const actor of [city.person('wardHead'), city.person('clinicHead')]) expect(await raters(actor)).toEqual([[wardHead, 1]])
    expect(await raters(moderator)).toEqual([
      [wardHead, 1],
      [worksHead, 0],
    ])
    for (const actor of [city.person('midwife'), city.person('healthHead'), outsider]) expect(await raters(actor)).toEqual([])
  })
})

describe('a calibration session', () => {
  let sessionId: string
  const at = async () => {
    const { id, revision } = await test.database.prisma.calibrationSession.findUniqueOrThrow({ where: { id: sessionId } })
    return { id, revision }
  }
  const schedule = () => ({
    unitId: city.planned.city.unit.health,
    periodKey: '2025',
    title: 'Calibration of the health office',
    agenda: 'Ratings of the wards',
    scheduledAt: later,
    quorum: 2,
    chairId: city.planned.city.person.healthHead,
    memberIds: [city.planned.city.person.clinicHead, city.planned.city.person.nurse],
  })

  it('is scheduled by whoever moderates the unit; its members are told', async () => {
    await expectRefusal(city.do(city.person('healthHead'), scheduleSession, schedule()), 'FORBIDDEN')
    await expectRefusal(city.do(moderator, scheduleSession, { ...schedule(), quorum: 4 }), 'INVALID_INPUT')
    const { id } = await city.do(moderator, scheduleSession, schedule())
    sessionId = id
    expect((await city.notices(id)).map(({ kind }) => kind)).toEqual(Array(3).fill('calibration.scheduled'))
  })

  it('is seen by its members and the tim alone', async () => {
    const seen = (actor: Parameters<typeof visibleSessions>[0]) =>
      test.database.prisma.calibrationSession.count({ where: visibleSessions(actor) })
    expect(await seen(city.person('nurse'))).toBe(1)
    expect(await seen(city.person('midwife'))).toBe(0)
    expect(await seen(outsider)).toBe(0)
    expect(await seen(moderator)).toBe(1)
  })

  it('is opened once, and takes down who is present', async () => {
    const step = await at()
    await expectRefusal(city.do(city.person('nurse'), openSession, step), 'FORBIDDEN')
    await expectRefusal(city.do(city.person('midwife'), openSession, step), 'NOT_FOUND')
    await expectRefusal(city.do(moderator, lockCalibration, { ...step, minutes: 'Nothing was discussed.' }), 'WRONG_STATE')
    await raced(['calibration.opened'], () => city.do(moderator, openSession, step))
    const { wardHead, nurse, clinicHead } = city.planned.city.person
    await expectRefusal(city.do(moderator, recordAttendance, { ...(await at()), presentIds: [wardHead] }), 'INVALID_INPUT')
    const attendance = { ...(await at()), presentIds: [nurse, clinicHead] }
    await expectRefusal(city.do(city.person('nurse'), recordAttendance, attendance), 'FORBIDDEN')
    await raced(['calibration.attended'], () => city.do(moderator, recordAttendance, attendance))
  })

  let proposalId: string
  const proposal = async () => {
    const { id, revision } = await test.database.prisma.calibrationProposal.findUniqueOrThrow({ where: { id: proposalId } })
    return { id, revision, reason }
  }

  it('proposes levels with a reason, and nobody for themself', async () => {
    await city.put('nurse', {
      state: 'DINILAI',
      resultRating: 'DI_ATAS',
      behaviourRating: 'SESUAI',
      predikat: 'BAIK',
      ratedAt: later,
    })
    const { id: appraisalId } = await city.read('nurse')
    const propose = async () => ({
      sessionId,
      revision: (await at()).revision,
      appraisalId,
      result: 'SESUAI' as const,
      behaviour: 'SESUAI' as const,
      reason,
    })
    await expectRefusal(city.do(city.person('clinicHead'), proposeChange, await propose()), 'WRONG_STATE')
    await city.do(moderator, startModeration, { ids: [appraisalId] })
    await expectRefusal(city.do(city.person('nurse'), proposeChange, await propose()), 'SELF_APPRAISAL')
    await expectRefusal(city.do(city.person('healthHead'), proposeChange, await propose()), 'FORBIDDEN')
    await expectRefusal(
      city.do(city.person('clinicHead'), proposeChange, { ...(await propose()), result: 'DI_ATAS' }),
      'INVALID_INPUT',
    )
    const input = await propose()
    await raced(['calibration.proposed'], async () => {
      const { id } = await city.do(city.person('clinicHead'), proposeChange, input)
      proposalId = id
    })
    const seen = (actor: Parameters<typeof visibleProposals>[0]) =>
      test.database.prisma.calibrationProposal.count({ where: visibleProposals(actor) })
    expect(await seen(city.person('clinicHead'))).toBe(1)
    expect(await seen(city.person('nurse'))).toBe(0)
    expect(await seen(outsider)).toBe(0)
  })

  it('shows its proposals to its members and the tim, none about themself, and an appraisal to nobody for whom it does not exist', async () => {
    const document = `query ($id: ID!) { calibrationSession(id: $id) { proposals { totalCount nodes { state appraisal { employee { name } } actions { name enabled } } } } }`
    const proposals = async (actor: Actor) => {
      const contextValue = createContext(test.database, actor, later, 'en')
      const variableValues = { id: encodeId('CalibrationSession', sessionId) }
      const { data, errors } = await graphql({ schema, source: document, variableValues, contextValue })
      return JSON.parse(JSON.stringify(data?.calibrationSession ?? errors?.map(({ message }) => message)))
    }
    const one = (name: string | null) => ({
      proposals: { totalCount: 1, nodes: [{ state: 'DIUSULKAN', appraisal: name && { employee: { name } } }] },
    })
    expect(await proposals(moderator)).toMatchObject(one('nurse'))
    expect(await proposals(city.person('clinicHead'))).toMatchObject(one('nurse'))
    expect(await proposals(city.person('healthHead'))).toMatchObject(one(null))
    expect(await proposals(city.person('nurse'))).toEqual({ proposals: { totalCount: 0, nodes: [] } })
    expect(await proposals(outsider)).toEqual([expect.stringContaining('no such record')])
  })

  it('agrees with a quorum that leaves out the person concerned, and gives the rating back to its penilai', async () => {
    await expectRefusal(city.do(moderator, agreeProposal, await proposal()), 'WRONG_STATE')
    await city.do(moderator, recordAttendance, { ...(await at()), presentIds: [city.planned.city.person.healthHead] })
    await expectRefusal(city.do(city.person('clinicHead'), agreeProposal, await proposal()), 'FORBIDDEN')
    await expectRefusal(city.do(moderator, lockCalibration, { ...(await at()), minutes: 'Not settled yet.' }), 'WRONG_STATE')
    const input = await proposal()
    await raced(['appraisal.returned', 'calibration.agreed'], () => city.do(moderator, agreeProposal, input))
    expect(await city.appraisal('nurse')).toMatchObject({
      state: 'DINILAI',
      resultRating: 'DI_ATAS',
      predikat: 'BAIK',
      returnReason: reason,
    })
    await expectRefusal(city.do(moderator, rejectProposal, await proposal()), 'WRONG_STATE')
  })

  it('rejects with a reason, and the rating stays as it is', async () => {
    const { id: appraisalId } = await city.read('nurse')
    await city.do(moderator, startModeration, { ids: [appraisalId] })
    const levels = { result: 'SESUAI', behaviour: 'SESUAI' } as const
    const { revision } = await at()
    const { id } = await city.do(moderator, proposeChange, { sessionId, revision, appraisalId, ...levels, reason })
    proposalId = id
    const input = await proposal()
    await expectRefusal(city.do(city.person('clinicHead'), rejectProposal, input), 'FORBIDDEN')
    await raced(['calibration.rejected'], () => city.do(moderator, rejectProposal, input))
    expect(await city.appraisal('nurse')).toMatchObject({ state: 'MODERASI', resultRating: 'DI_ATAS', predikat: 'BAIK' })
  })

  it('is locked for good, in SQL too', async () => {
    const step = { ...(await at()), minutes: 'One proposal was agreed on.' }
    await raced(['calibration.locked'], () => city.do(moderator, lockCalibration, step))
    await expectRefusal(city.do(moderator, cancelSession, { ...(await at()), reason: 'No longer needed.' }), 'WRONG_STATE')
    const { prisma } = test.database
    await expect(prisma.calibrationSession.update({ where: { id: sessionId }, data: { minutes: 'other' } })).rejects.toThrow()
    await expect(prisma.calibrationProposal.update({ where: { id: proposalId }, data: { reason: 'other' } })).rejects.toThrow()
    await expect(prisma.calibrationMember.deleteMany({ where: { sessionId } })).rejects.toThrow()
  })
  it('is called off once, and nobody is asked to come any more', async () => {
    const { id } = await city.do(moderator, scheduleSession, schedule())
    const step = { id, revision: 0, reason: 'The ratings were mended before.' }
    await expectRefusal(city.do(city.person('nurse'), cancelSession, step), 'FORBIDDEN')
    await raced(['calibration.cancelled'], () => city.do(moderator, cancelSession, step))
    expect((await city.notices(id)).every(({ doneAt }) => doneAt !== null)).toBe(true)
  })
})
