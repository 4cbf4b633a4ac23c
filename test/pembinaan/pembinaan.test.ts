import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { enterResults, signIn } from '../../server/pembinaan/commands/attendance.ts'
import { revokeCertificate } from '../../server/pembinaan/commands/certificates.ts'
import {
  addCoachingNote,
  confirmCoachingSession,
  endCoaching,
  recordCoachingSession,
  startCoaching,
} from '../../server/pembinaan/commands/coaching.ts'
import { recordCompetency, setCompetencyStandard } from '../../server/pembinaan/commands/competencies.ts'
import { liftDiscipline, recordDiscipline } from '../../server/pembinaan/commands/discipline.ts'
import { decideNeed, planNeed, proposeNeed } from '../../server/pembinaan/commands/needs.ts'
import {
  approvePembinaanPlan,
  budgetPlan,
  consultOnPlan,
  monitorPlan,
  returnPembinaanPlan,
  startPlan,
  submitPembinaanPlan,
} from '../../server/pembinaan/commands/plan-moves.ts'
import { draftPembinaanPlan, updatePembinaanPlan } from '../../server/pembinaan/commands/plans.ts'
import {
  endProgramme,
  issueCertificates,
  lockSelection,
  openRegistration,
  planProgramme,
  setSessions,
  startProgramme,
} from '../../server/pembinaan/commands/programmes.ts'
import { answerInvitation, applyToProgramme, nominate, selectParticipants } from '../../server/pembinaan/commands/selection.ts'
import { certificateOf } from '../../server/pembinaan/queries/certificates.ts'
import { jpCoverage, jpOf } from '../../server/pembinaan/queries/jp.ts'
import { schema } from '../../server/schema.ts'
import { type Command, execute } from '../../server/transact.ts'
import { expectRefusal } from '../appraisals/factory.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, admin, createSmallCity, day, type PersonKey, type SmallCity } from '../organization/small-city.ts'

let test: TestDatabase
let city: SmallCity
let unitId: string
let competencyId: string

const start = new Date('2025-03-24T01:00:00Z')
const before = new Date('2025-02-01T05:00:00Z')
const after = new Date('2025-03-27T09:00:00Z')
const manager: Actor = actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: null }] })
const inspector: Actor = actorWith({ grants: [{ role: 'INSPECTOR', unitId: null }] })
const person = (key: PersonKey) => actorWith({ employeeId: city.person[key], grants: [{ role: 'EMPLOYEE', unitId: null }] })
const employeeId = (key: PersonKey) => encodeId('Employee', city.person[key])

beforeAll(async () => {
  test = await createTestDatabase()
  city = await createSmallCity(test.database)
  const { prisma } = test.database
  const employee = await prisma.employee.findUniqueOrThrow({ where: { id: city.person.healthHead }, select: { unitId: true } })
  unitId = encodeId('Unit', employee.unitId)
  const competency = await prisma.competency.create({ data: { code: 'MAN-05', name: 'Pelayanan Publik', kind: 'MANAJERIAL' } })
  competencyId = encodeId('Competency', competency.id)
})
afterAll(() => test.drop())

function act<Raw, Input, Subject, Result>(actor: Actor, spec: Command<Raw, Input, Subject, Result>, input: Raw, now = before) {
  return execute(test.database, spec, input, { actor, now })
}

/** Two at once: one wins, the other is told, and there is one audit row. */
async function raced(
  event: string,
  work: () => Promise<unknown>,
  told = /^(STALE_VERSION|WRONG_STATE|CONFLICT)$/,
): Promise<void> {
  const rows = await auditOf(test.database, async () => {
    const outcomes = await Promise.allSettled([work(), work()])
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(lost.map(({ reason }) => reason.code)).toEqual([expect.stringMatching(told)])
  })
  expect(rows.map((row) => row.event)).toEqual([event])
}

const programmeContent = {
  ...{ name: 'Pelayanan Satu Hari', formId: 3, provider: 'BPSDM', mode: 'LURING' as const, jp: '12' },
  ...{ startsOn: day('2025-03-24'), endsOn: day('2025-03-27'), capacity: 2, budget: '1000000', ceiling: '2000000' },
  ...{ eligibleKinds: [], eligibleTypes: [], eligibleUnitIds: [] },
}

async function newProgramme(code: string, more: object = {}) {
  const id = await act(manager, planProgramme, { code, unitId, ...programmeContent, design: 'ACAK', competencyId, ...more })
  return encodeId('PembinaanProgramme', id)
}
const bare = (id: string) => id.slice(id.indexOf('_') + 1)
const programmeStep = async (id: string) => {
  const { revision } = await test.database.prisma.pembinaanProgramme.findUniqueOrThrow({ where: { id: bare(id) } })
  return { id, revision }
}
const placeOf = (programme: string, key: PersonKey) =>
  test.database.prisma.participant.findUniqueOrThrow({
    where: { programmeId_employeeId: { programmeId: bare(programme), employeeId: city.person[key] } },
  })
const placeId = async (programme: string, key: PersonKey) => encodeId('Participant', (await placeOf(programme, key)).id)

describe('a programme, from its plan to its certificates', () => {
  let id: string

  it('is planned by those who manage development over the unit, within its ceiling and under a code of its own', async () => {
    id = await newProgramme('T01')
    await expectRefusal(act(person('nurse'), planProgramme, { code: 'T02', unitId, ...programmeContent }), 'FORBIDDEN')
    await expectRefusal(act(manager, planProgramme, { code: 'T01', unitId, ...programmeContent }), 'CONFLICT')
    await expectRefusal(
      act(manager, planProgramme, { code: 'T02', unitId, ...programmeContent, budget: '2000000.01' }),
      'PAGU_EXCEEDED',
    )
  })

  it('opens once, takes applications of eligible people and invites no more than there is room for', async () => {
    await expectRefusal(act(person('nurse'), applyToProgramme, { id }), 'WRONG_STATE')
    const step = await programmeStep(id)
    await raced('programme.opened', () => act(manager, openRegistration, step))
    await act(person('nurse'), applyToProgramme, { id })
    await expectRefusal(act(person('nurse'), applyToProgramme, { id }), 'CONFLICT')
    await act(manager, nominate, { id, employeeIds: [employeeId('midwife'), employeeId('engineer')] })
    const all = await Promise.all((['nurse', 'midwife', 'engineer'] as const).map((key) => placeId(id, key)))
    await expectRefusal(act(manager, selectParticipants, { id, invite: all, decline: [] }), 'CAPACITY_FULL')
    await expectRefusal(act(manager, lockSelection, await programmeStep(id)), 'WRONG_STATE')
    await expectRefusal(act(manager, selectParticipants, { id, invite: [], decline: all.slice(2) }), 'REASON_REQUIRED')
    await act(manager, selectParticipants, { id, invite: all.slice(0, 2), decline: all.slice(2), reason: 'Bukan unit layanan.' })
    expect((await placeOf(id, 'engineer')).state).toBe('NOT_SELECTED')
  })

  it('is answered by the invited in their own name', async () => {
    const place = { id: await placeId(id, 'nurse'), revision: (await placeOf(id, 'nurse')).revision, isComing: true }
    await expectRefusal(act(person('midwife'), answerInvitation, place), 'FORBIDDEN')
    await raced('participant.answered', () => act(person('nurse'), answerInvitation, place))
    const other = { id: await placeId(id, 'midwife'), revision: (await placeOf(id, 'midwife')).revision, isComing: true }
    await act(person('midwife'), answerInvitation, other)
  })

  it('starts only with an evaluation design, on its first day', async () => {
    const undesigned = await newProgramme('T03', { design: null })
    await act(manager, openRegistration, await programmeStep(undesigned))
    await act(manager, lockSelection, await programmeStep(undesigned))
    await expectRefusal(act(manager, startProgramme, await programmeStep(undesigned), start), 'DESIGN_REQUIRED')
    await act(manager, setSessions, {
      ...(await programmeStep(id)),
      sessions: [
        { title: 'Hari pertama', startsAt: start, endsAt: new Date(start.getTime() + 3_600_000) },
        { title: 'Hari kedua', startsAt: new Date('2025-03-25T01:00:00Z'), endsAt: new Date('2025-03-25T02:00:00Z') },
      ],
    })
    await act(manager, lockSelection, await programmeStep(id))
    await expectRefusal(act(manager, startProgramme, await programmeStep(id)), 'WRONG_STATE')
    await act(manager, startProgramme, await programmeStep(id), start)
  })

  it('is signed into with the code of a session, by participants, around its time, and counts once', async () => {
    const [first, second] = await test.database.prisma.programmeSession.findMany({
      where: { programmeId: bare(id) },
      orderBy: { number: 'asc' },
    })
    const code = first?.code ?? ''
    await expectRefusal(act(person('engineer'), signIn, { code }, start), 'FORBIDDEN')
    await expectRefusal(act(person('nurse'), signIn, { code: 'WRONG' }, start), 'NOT_FOUND')
    await expectRefusal(act(person('nurse'), signIn, { code }, new Date(start.getTime() - 31 * 60_000)), 'WRONG_STATE')
    const typed = `${code.slice(0, 8).toLowerCase()}-${code.slice(8)}`
    await Promise.all([act(person('nurse'), signIn, { code: typed }, start), act(person('nurse'), signIn, { code }, start)])
    await act(person('nurse'), signIn, { code: second?.code ?? '' }, new Date('2025-03-25T01:30:00Z'))
    expect(await test.database.prisma.attendance.count({ where: { session: { programmeId: bare(id) } } })).toBe(2)
  })

  it('ends with attendance from its sheets, and issues certificates whose hours count at once', async () => {
    await act(manager, endProgramme, await programmeStep(id), after)
    expect((await placeOf(id, 'nurse')).attendancePct?.toNumber()).toBe(100)
    expect((await placeOf(id, 'midwife')).state).toBe('NO_SHOW')
    await expectRefusal(act(manager, issueCertificates, await programmeStep(id), after), 'WRONG_STATE')
    const participantId = await placeId(id, 'nurse')
    await act(manager, enterResults, { id, results: [{ participantId, isPassed: true, preScore: '50', postScore: '75' }] }, after)
    expect((await placeOf(id, 'nurse')).jpOutcome).toBe('UNVERIFIED')
    const step = await programmeStep(id)
    await raced('programme.certified', () => act(manager, issueCertificates, step, after))
    const place = await placeOf(id, 'nurse')
    expect([place.certificateNumber, place.jpOutcome, place.countedJp?.toNumber()]).toEqual(['T01/2025/0001', 'COUNTED', 12])
    const { totalJp, status, gapJp } = await jpOf({ db: test.database.reads }, city.person.nurse, 2025)
    expect([totalJp, status, gapJp]).toEqual([12, 'SHORT', 8])
  })

  it('tells of hours by unit without names, and of too few people only their number', async () => {
    const coverage = await jpCoverage({ db: test.database.reads, actor: admin }, 2025, null)
    expect(coverage.every(({ people, statuses }) => people >= 5 || statuses.length === 0)).toBe(true)
  })

  it('loses its hours when a certificate is revoked, with a reason', async () => {
    const place = { id: await placeId(id, 'nurse'), revision: (await placeOf(id, 'nurse')).revision, reason: 'Nilai dipalsukan.' }
    await expectRefusal(act(person('nurse'), revokeCertificate, place, after), 'FORBIDDEN')
    const { certificateCode } = await placeOf(id, 'nurse')
    const typed = (certificateCode ?? '').toLowerCase().replace(/(.{4})/g, '$1 ')
    const known = await certificateOf(test.database.prisma, typed)
    expect([known?.number, known?.isRevoked]).toEqual(['T01/2025/0001', false])
    expect(JSON.stringify(known)).not.toContain(city.person.nurse)
    await act(manager, revokeCertificate, place, after)
    expect((await certificateOf(test.database.prisma, typed))?.isRevoked).toBe(true)
    expect(await certificateOf(test.database.prisma, '')).toBeNull()
    expect((await placeOf(id, 'nurse')).jpOutcome).toBe('UNVERIFIED')
  })
})

describe('a need', () => {
  it('is judged from its sources, decided by somebody else, and planned', async () => {
    await act(manager, setCompetencyStandard, { competencyId, positionKind: 'FUNGSIONAL', level: 3 })
    await test.database.prisma.employee.update({ where: { id: city.person.midwife }, data: { positionKind: 'FUNGSIONAL' } })
    const found = { employeeId: employeeId('midwife'), competencyId, assessedOn: day('2025-01-10'), level: 1, source: 'Asesor' }
    await expectRefusal(act(person('midwife'), recordCompetency, found), 'CONFLICT_OF_INTEREST')
    await act(manager, recordCompetency, found)
    const need = {
      ...{ employeeId: employeeId('midwife'), competencyId, year: 2025, source: 'APPRAISAL' as const, strategic: '0.5' },
      ...{ activity: 'Pelatihan pelayanan', reason: 'Keluhan ruang bersalin' },
    }
    await expectRefusal(act(person('engineer'), proposeNeed, need), 'FORBIDDEN')
    const id = await act(person('midwife'), proposeNeed, need)
    const row = await test.database.prisma.developmentNeed.findUniqueOrThrow({ where: { id } })
    expect([row.source, row.gapNorm.toNumber(), row.priority.toNumber()]).toEqual(['EMPLOYEE_REQUEST', 0.6667, 0.3167])
    const step = { id: encodeId('DevelopmentNeed', id), revision: 0 }
    await expectRefusal(act(manager, decideNeed, { ...step, isAccepted: false }), 'REASON_REQUIRED')
    await raced('need.decided', () => act(manager, decideNeed, { ...step, isAccepted: true }))
    const programmeId = await newProgramme('T04')
    await act(manager, planNeed, { ...step, revision: 1, programmeId })
    expect((await test.database.prisma.developmentNeed.findUniqueOrThrow({ where: { id } })).state).toBe('DIRENCANAKAN')
  })
})

describe('a plan', () => {
  let id: string
  const step = async () => {
    const { revision } = await test.database.prisma.pembinaanPlan.findUniqueOrThrow({ where: { id } })
    return { id: encodeId('PembinaanPlan', id), revision }
  }
  const approvers = () => [
    { employeeId: employeeId('healthHead'), capacity: 'Kepala Dinas' },
    { employeeId: employeeId('secretary'), capacity: 'Sekretaris Daerah' },
  ]
  const content = () => ({
    ...{ title: 'Pelayanan cepat', problemStatement: 'Antrean panjang', targetGroup: 'Petugas loket', ceiling: '1000' },
    problems: [{ statement: 'Antrean', documentUrl: 'https://kota.example/laporan' }],
    indicators: [{ name: 'Selesai satu hari', isPrimary: true, baseline: '0.5', baselineSource: 'SKM 2024', measure: '%' }],
    stakeholders: (['KEPALA_DINAS', 'PEGAWAI', 'MASYARAKAT'] as const).map((kind) => ({
      kind,
      name: kind,
      consultedOn: day('2025-01-20'),
    })),
    budgetLines: [{ description: 'Narasumber', quantity: '2', measure: 'orang', unitCost: '600' }],
    risks: [],
  })

  it('refuses submission with every missing piece named, and amounts above the ceiling', async () => {
    id = await act(manager, draftPembinaanPlan, { unitId, year: 2025, title: 'Pelayanan', ownerId: employeeId('clinicHead') })
    await act(person('clinicHead'), consultOnPlan, await step())
    await expect(act(manager, submitPembinaanPlan, { ...(await step()), approvers: approvers() })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { problems: {}, indicators: {}, stakeholders: {}, ceiling: {}, programmes: {}, monitoringTeam: {} },
    })
    await act(person('clinicHead'), updatePembinaanPlan, { ...(await step()), ...content() })
    await newProgramme('T05', { planId: encodeId('PembinaanPlan', id) })
    await test.database.prisma.monitoringTeam.create({
      data: {
        ...{ name: 'Tim', mandate: 'Memantau', unitId: bare(unitId), startsOn: day('2025-01-01'), endsOn: day('2025-12-31') },
        scopes: { create: { planId: id } },
      },
    })
    await expectRefusal(act(manager, submitPembinaanPlan, { ...(await step()), approvers: approvers() }), 'PAGU_EXCEEDED')
    const cheaper = {
      ...content(),
      budgetLines: [{ description: 'Narasumber', quantity: '1', measure: 'orang', unitCost: '600' }],
    }
    await act(person('clinicHead'), updatePembinaanPlan, { ...(await step()), ...cheaper })
  })

  it('is approved by named people in their order, never by who answers for it', async () => {
    const own = [{ employeeId: employeeId('clinicHead'), capacity: 'Kepala Puskesmas' }]
    await expectRefusal(act(manager, submitPembinaanPlan, { ...(await step()), approvers: own }), 'CONFLICT_OF_INTEREST')
    await act(manager, submitPembinaanPlan, { ...(await step()), approvers: approvers() })
    await expectRefusal(act(person('secretary'), approvePembinaanPlan, await step()), 'FORBIDDEN')
    await expectRefusal(act(person('healthHead'), returnPembinaanPlan, await step()), 'REASON_REQUIRED')
    await act(person('healthHead'), returnPembinaanPlan, { ...(await step()), reason: 'Anggaran belum rinci.' })
    await act(manager, submitPembinaanPlan, { ...(await step()), approvers: approvers() })
    const first = await step()
    // Whoever comes second finds that it is the next approver's turn.
    await raced('pembinaanPlan.approved', () => act(person('healthHead'), approvePembinaanPlan, first), /^FORBIDDEN$/)
    await act(person('secretary'), approvePembinaanPlan, await step())
    const plan = await test.database.prisma.pembinaanPlan.findUniqueOrThrow({ where: { id }, include: { versions: true } })
    expect([plan.state, plan.round, plan.versions.length]).toEqual(['DISETUJUI', 2, 2])
  })

  it('is monitored only after its last programme, with checkpoints', async () => {
    await expectRefusal(act(person('nurse'), budgetPlan, await step()), 'FORBIDDEN')
    await act(manager, budgetPlan, await step())
    await act(manager, startPlan, await step())
    await expectRefusal(act(manager, monitorPlan, await step(), after), 'WRONG_STATE')
  })
})

describe('what was said in coaching', () => {
  const secret = 'Ia bercerita tentang sakit ibunya.'
  let id: string
  let revision = 0

  it('begins by the superior, is met, agreed to, and counts as hours for all but konseling', async () => {
    const pair = {
      kind: 'COACHING' as const,
      coachId: employeeId('wardHead'),
      employeeId: employeeId('nurse'),
      startsOn: day('2025-02-01'),
    }
    await expectRefusal(act(person('engineer'), startCoaching, pair), 'FORBIDDEN')
    await expectRefusal(act(manager, startCoaching, { ...pair, coachId: pair.employeeId }), 'CONFLICT_OF_INTEREST')
    id = encodeId('CoachingRelation', await act(person('wardHead'), startCoaching, pair))
    await expectRefusal(
      act(person('nurse'), recordCoachingSession, { id, revision, heldOn: day('2025-02-01'), minutes: 240 }),
      'FORBIDDEN',
    )
    await act(person('wardHead'), recordCoachingSession, { id, revision, heldOn: day('2025-02-01'), minutes: 240 })
    const session = await test.database.prisma.coachingSession.findFirstOrThrow()
    const sessionId = encodeId('CoachingSession', session.id)
    await expectRefusal(act(person('wardHead'), confirmCoachingSession, { sessionId }), 'FORBIDDEN')
    await act(person('nurse'), confirmCoachingSession, { sessionId })
    const { activities } = await jpOf({ db: test.database.reads }, city.person.nurse, 2025)
    expect(activities.find(({ kind }) => kind === 'COACHING')?.countedJp).toBe(5.33)
    revision = (await test.database.prisma.coachingRelation.findFirstOrThrow()).revision
  })

  it('is read by the two alone: no role, no audit row and no record view holds a word of it', async () => {
    await expectRefusal(act(admin, addCoachingNote, { id, text: secret }), 'FORBIDDEN')
    const rows = await auditOf(test.database, () => act(person('wardHead'), addCoachingNote, { id, text: secret }))
    expect(rows.map(({ event }) => event)).toEqual(['coaching.noteAdded'])
    const read = async (actor: Actor) => {
      const source =
        '{ coachings(first: 10) { nodes { outcome sessions(first: 5) { totalCount } notes(first: 5) { nodes { text } } } } }'
      return JSON.stringify(await graphql({ schema, source, contextValue: createContext(test.database, actor, before, 'id') }))
    }
    for (const key of ['wardHead', 'nurse'] as const) expect(await read(person(key))).toContain(secret)
    for (const actor of [admin, manager, inspector, person('clinicHead'), person('midwife')])
      expect(await read(actor)).not.toContain(secret)
    // The superior of the coach is not the superior of the coached one; those who manage development see that it takes place.
    expect(await read(manager)).toContain('"totalCount":1')
    const traces = await test.database.prisma.$queryRaw<{ count: number }[]>`
      SELECT (SELECT count(*) FROM audit_event WHERE audit_event::text LIKE ${`%${secret}%`})::int
        + (SELECT count(*) FROM record_view WHERE record_view::text LIKE ${`%${secret}%`})::int
        + (SELECT count(*) FROM notice WHERE notice::text LIKE ${`%${secret}%`})::int AS count`
    expect(traces[0]?.count).toBe(0)
  })

  it('ends with an outcome and takes no more notes', async () => {
    const end = { id, revision, outcome: 'TERCAPAI' as const, isStopped: false }
    await raced('coaching.ended', () => act(person('wardHead'), endCoaching, end))
    await expectRefusal(act(person('nurse'), addCoachingNote, { id, text: 'Terima kasih.' }), 'WRONG_STATE')
  })
})

describe('a disciplinary decision', () => {
  it('is recorded by its decree alone, once, never about oneself, and may be lifted', async () => {
    const decree = {
      ...{ employeeId: employeeId('engineer'), sanction: 'TEGURAN_TERTULIS' as const, decreeNumber: 'SK-1' },
      ...{ decreeOn: day('2025-01-10'), validFrom: day('2025-01-15') },
    }
    await expectRefusal(act(inspector, recordDiscipline, decree), 'FORBIDDEN')
    await raced('discipline.recorded', () => act(manager, recordDiscipline, decree))
    const { id, level, revision } = await test.database.prisma.disciplinaryRecord.findFirstOrThrow({
      where: { decreeNumber: 'SK-1' },
    })
    expect(level).toBe('RINGAN')
    const lift = { id: encodeId('DisciplinaryRecord', id), revision, liftedOn: day('2025-01-20'), reason: 'Putusan BPASN.' }
    await raced('discipline.lifted', () => act(manager, liftDiscipline, lift))
  })
})
