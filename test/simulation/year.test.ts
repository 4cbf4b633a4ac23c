import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { computeAppraisals } from '../../server/appraisals/commands/compute-appraisals.ts'
import { exportAppraisals } from '../../server/appraisals/commands/export-results.ts'
import { acceptAppraisal, finaliseDue } from '../../server/appraisals/commands/finality.ts'
import { startModeration } from '../../server/appraisals/commands/moderation.ts'
import { closePeriod, openPeriod, preparePeriod } from '../../server/appraisals/commands/periods.ts'
import { rateAppraisal } from '../../server/appraisals/commands/rating.ts'
import { ratePart } from '../../server/appraisals/commands/rating-parts.ts'
import { recordRealisation, rejectRealisation, verifyRealisation } from '../../server/appraisals/commands/realisations.ts'
import { selfAssess, verifyEvidence } from '../../server/appraisals/commands/self-assessment.ts'
import { deliverAppraisals, setAppraisals } from '../../server/appraisals/commands/set-results.ts'
import { replayFinals } from '../../server/appraisals/queries/replay.ts'
import { verifyAuditChain } from '../../server/audit/queries/verify.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { setOrgPredikat } from '../../server/moderation/commands/org-predikat.ts'
import { agreeProposal, proposeChange, rejectProposal } from '../../server/moderation/commands/proposals.ts'
import { lockCalibration, openSession, recordAttendance, scheduleSession } from '../../server/moderation/commands/sessions.ts'
import { sessionEffects } from '../../server/moderation/queries/effect.ts'
import { decideObjection } from '../../server/objections/commands/decide.ts'
import { acceptObjection } from '../../server/objections/commands/examine.ts'
import { explainObjection, explainRating } from '../../server/objections/commands/explain.ts'
import { fileObjection } from '../../server/objections/commands/file.ts'
import { placeEmployee } from '../../server/organization/commands/placements.ts'
import { assignSuperior } from '../../server/organization/commands/superiors.ts'
import { splitSkp } from '../../server/planning/commands/copies.ts'
import { applyPlanDays, flagOverduePlans } from '../../server/planning/commands/daily.ts'
import { confirmDialogue, recordDialogue } from '../../server/planning/commands/dialogues.ts'
import { draftSkp, updateSkp } from '../../server/planning/commands/drafts.ts'
import {
  allowSkpRevision,
  approveSkp,
  approveSkpRevision,
  requestSkpRevision,
  returnSkp,
  reviewSkp,
  submitSkp,
} from '../../server/planning/commands/moves.ts'
import { expectRefusal, summaries } from '../appraisals/factory.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { day } from '../organization/small-city.ts'
import { each, type Office, offices, pyb, system, tim, YearCity } from './city.ts'

let test: TestDatabase
let city: YearCity
let owner: pg.Client

beforeAll(async () => {
  test = await createTestDatabase()
  city = await YearCity.create(test.database)
  owner = new pg.Client({ connectionString: test.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await test.drop()
})

const because = 'Seen on the ward in November, beyond what the register counts.'
const isHead = (key: string) => key.endsWith('Head')
const periodId = async (key: string) => (await test.database.prisma.period.findUniqueOrThrow({ where: { key } })).id

/** Who does not write a plan in January, and who does not follow the others. */
const silent = 'civilB5'
const moved = 'healthA1'
const otherPenilai = 'worksA1'
const unmeasured = 'worksB2'
const unrated = 'civilA2'

async function submitPlan(key: string, author: Actor, on: string, ratio?: string): Promise<void> {
  const leads = isHead(key)
  await city.do(author, updateSkp, { ...(await city.skp(key)), leadsUnit: leads, rhk: city.results(ratio) }, on)
  await city.do(author, submitSkp, await city.skp(key), on)
}

async function agreePlan(key: string, on: string): Promise<void> {
  await city.do(tim, reviewSkp, await city.skp(key), on)
  await city.do(city.penilaiOf(key), approveSkp, await city.skp(key), on)
}

it('opens a year and plans it: drafted, returned, reviewed, set; what nobody wrote in time the tim sets', async () => {
  await city.do(tim, preparePeriod, { year: 2025 }, '2025-01-02')
  for (const key of ['2025', '2025-TW1', '2025-TW2', '2025-TW3', '2025-TW4']) {
    await city.do(tim, openPeriod, { id: await periodId(key) }, '2025-01-02')
  }
  const writers = city.people.filter((key) => key !== silent)
  await each(writers, async (key) => {
    await city.do(city.person(key), draftSkp, { employeeId: encodeId('Employee', city.id[key] ?? ''), year: 2025 }, '2025-01-06')
    await submitPlan(key, city.person(key), '2025-01-07')
  })
  const returned = await city.skp('healthB3')
  await expectRefusal(city.do(tim, returnSkp, returned, '2025-01-08'), 'REASON_REQUIRED')
  await city.do(tim, returnSkp, { ...returned, reason: 'The target of the visits is easier than last year.' }, '2025-01-08')
  await submitPlan('healthB3', city.person('healthB3'), '2025-01-09', '85')
  await each(writers, (key) => agreePlan(key, '2025-01-10'))
  await city.do(system, flagOverduePlans, { today: day('2025-01-16') }, '2025-01-16')
  await submitPlan(silent, tim, '2025-01-17')
  await city.do(tim, reviewSkp, await city.skp(silent), '2025-01-17')
  await city.do(tim, approveSkp, await city.skp(silent), '2025-01-17')
  await city.do(system, applyPlanDays, { today: day('2025-01-18') }, '2025-01-18')
  expect(await test.database.prisma.skp.count({ where: { state: 'BERJALAN' } })).toBe(39)

  const skpId = (await city.skp('healthA2')).id
  const said = { stage: 'PERENCANAAN', clarified: 'What is expected of the desk', agreements: 'Visits before noon' } as const
  const id = await city.do(city.person('healthA'), recordDialogue, { skpId, heldOn: day('2025-01-20'), ...said }, '2025-01-21')
  await city.do(city.person('healthA2'), confirmDialogue, { id: encodeId('Dialogue', id), revision: 0 }, '2025-01-22')
})

/** Numerator of fifty visits by the place of the person: mostly as expected, some above, one below. */
const visits = (index: number) => (index % 13 === 3 ? 30 : index % 4 === 1 ? 47 : 41)

/** One quarter of the registers as a file. */
async function measure(quarter: number, on: string): Promise<void> {
  const key = `2025-TW${quarter}`
  const written = on.split('-').reverse().join('/')
  const end = (value: string, parts = ';') => `${value};${parts};${written};Register;https://docs.city.example/${key};`
  const lines = city.people.flatMap((person, index) => {
    const nip = city.nip[person]
    if (person === unmeasured)
      return [`RATIO;${nip};${key};;;;${written};Register;;FORCE_MAJEURE`, `SUM;${nip};${key};${end('10')}`]
    const count = visits(index)
    const own = [`RATIO;${nip};${key};${end(String(count * 2), `${count};50`)}`, `LAST;${nip};${key};${end('70')}`]
    // The reports of one person are handed in by hand.
    return person === 'civilA1' ? own : [...own, `SUM;${nip};${key};${end(index % 4 === 1 ? '12' : '10')}`]
  })
  const head = 'KODE IKI;NIP/KODE UNIT;PERIODE;NILAI;PEMBILANG;PENYEBUT;TANGGAL;SUMBER;BUKTI URL;ALASAN KOSONG'
  expect(await city.import('realisasi', [head, ...lines], on)).toBe(0)
  const recorded = {
    indicatorId: city.indicator.SUM,
    employeeId: city.id.civilA1,
    periodKey: key,
    source: 'Register',
    measuredOn: day(on),
  }
  const enter = (value: string) => city.do(city.person('civilA1'), recordRealisation, { ...recorded, value }, on)
  const { id } = await enter('99')
  await city.do(city.penilaiOf('civilA1'), rejectRealisation, { id, reason: 'The register shows ten.' }, on)
  const again = await enter('10')
  await expectRefusal(city.do(city.person('civilA1'), verifyRealisation, { id: again.id }, on), 'CONFLICT_OF_INTEREST')
  await city.do(city.penilaiOf('civilA1'), verifyRealisation, { id: again.id }, on)
}

/** The penilai follows the suggestion, and states a basis where there is none or where it is not clear. */
async function follow(key: string, on: string, periodKey = '2025'): Promise<void> {
  const { result, behaviour, resultAmbiguous, behaviourAmbiguous } = await city.suggestion(key, on, periodKey)
  const isOpen = result === null || behaviour === null || resultAmbiguous || behaviourAmbiguous
  await city.do(
    city.penilaiOf(key),
    rateAppraisal,
    {
      ...(await city.read(key, periodKey)),
      result: result ?? 'SESUAI',
      behaviour: behaviour ?? 'SESUAI',
      qualitativeBasis: isOpen ? because : null,
    },
    on,
  )
}

it('measures each quarter, and evaluates the first one from the self-assessment to its acceptance', async () => {
  await measure(1, '2025-04-05')
  await city.do(tim, computeAppraisals, { periodKey: '2025-TW1' }, '2025-04-08')
  const ward = ['healthA1', 'healthA2', 'healthA3', 'healthA4', 'healthA5']
  await each(ward, async (key) => {
    await city.do(
      city.person(key),
      selfAssess,
      { ...(await city.read(key, '2025-TW1')), text: 'The ward was full.' },
      '2025-04-09',
    )
    await city.do(city.penilaiOf(key), verifyEvidence, await city.read(key, '2025-TW1'), '2025-04-10')
    await follow(key, '2025-04-11', '2025-TW1')
  })
  const scope = { periodKey: '2025-TW1', underUnitId: city.unit.healthA ?? '' }
  await city.do(tim, startModeration, scope, '2025-04-14')
  await expectRefusal(city.do(pyb, setAppraisals, scope, '2025-04-15'), 'WRONG_STATE')
  const predikat = { periodKey: '2025-TW1', version: 0, predikat: 'BAIK', basis: 'The action plan reached its target.' } as const
  await city.do(pyb, setOrgPredikat, { ...predikat, unitId: city.unit.health ?? '' }, '2025-04-15')
  await city.do(pyb, setAppraisals, scope, '2025-04-16')
  await city.do(pyb, deliverAppraisals, scope, '2025-04-17')
  await city.do(city.person('healthA2'), acceptAppraisal, await city.read('healthA2', '2025-TW1'), '2025-04-18')
  expect(await finaliseDue(test.database, { actor: system, now: new Date('2025-05-10T00:00:00Z') })).toBe(4)
  await measure(2, '2025-07-04')
})

it('divides the year of who moves and of who gets another penilai, and revises a plan in force', async () => {
  const asked = { ...(await city.skp('civilB1')), reason: 'The desk was closed for six weeks by order.' }
  await city.do(city.person('civilB1'), requestSkpRevision, asked, '2025-07-07')
  await city.do(city.penilaiOf('civilB1'), allowSkpRevision, await city.skp('civilB1'), '2025-07-08')
  await city.do(
    city.person('civilB1'),
    updateSkp,
    { ...(await city.skp('civilB1')), rhk: await city.sameResults('civilB1', '75') },
    '2025-07-09',
  )
  await city.do(city.penilaiOf('civilB1'), approveSkpRevision, await city.skp('civilB1'), '2025-07-10')

  const superior = (key: string, to: string, from: string) => {
    city.superior[key] = to
    return { employeeId: city.id[key] ?? '', superiorId: city.id[to] ?? '', validFrom: day(from) }
  }
  await city.do(tim, assignSuperior, superior(otherPenilai, 'worksB', '2025-07-15'), '2025-07-15')
  const change = { startsOn: day('2025-07-15'), closeReason: 'PENILAI_CHANGE' } as const
  await city.do(tim, splitSkp, { ...(await city.skp(otherPenilai)), ...change }, '2025-07-15')

  const place = { employeeId: city.id[moved] ?? '', unitId: city.unit.healthB ?? '', validFrom: day('2025-08-01') }
  await city.do(tim, placeEmployee, { ...place, reason: 'Rotation of the wards.' }, '2025-08-01')
  await city.do(tim, assignSuperior, superior(moved, 'healthB', '2025-08-01'), '2025-08-01')
  const transfer = { startsOn: day('2025-08-01'), closeReason: 'TRANSFER' } as const
  await city.do(tim, splitSkp, { ...(await city.skp(moved)), ...transfer }, '2025-08-01')
  await city.do(city.person(moved), updateSkp, { ...(await city.skp(moved)), rhk: city.results() }, '2025-08-04')
  for (const key of [otherPenilai, moved]) {
    await city.do(city.person(key), submitSkp, await city.skp(key), '2025-08-05')
    await agreePlan(key, '2025-08-06')
  }
  await city.do(system, applyPlanDays, { today: day('2025-08-07') }, '2025-08-07')
  await measure(3, '2025-10-03')
  await measure(4, '2026-01-05')
})

/** What superiors, colleagues and subordinates say of the year, as the file of the survey; nobody speaks for one of them. */
async function judgeBehaviour(): Promise<void> {
  const line = (of: string, by: string, group: string, levels: string) =>
    `2025;${city.nip[of]};${city.nip[by]};${group};${levels};${group === 'ATASAN' ? '2' : ''};12/01/2026;`
  const lines = city.people
    .filter((key) => key !== unrated)
    .flatMap((key, index) => {
      const own = line(key, city.superior[key] ?? '', 'ATASAN', index % 5 === 2 ? '3;3;3;3;3;2;2' : '2;2;2;2;2;2;2')
      const colleagues =
        key === 'civilA1' ? ['civilA3', 'civilA4', 'civilA5'].map((by) => line(key, by, 'REKAN', '2;2;3;2;2;2;2')) : []
      return [own, ...colleagues]
    })
  const head = 'TAHUN;NIP DINILAI;NIP PENILAI;KELOMPOK;BP;AK;KO;HA;LO;AD;KL;HASIL KERJA;TANGGAL;CATATAN'
  expect(await city.import('perilaku-360', [head, ...lines], '2026-01-12')).toBe(0)
}

/** Predikat of the offices by the leader above, without a word yet on a spread that departs from the pattern. */
async function setOffice(office: Office, version: number, justification: string | null, on: string): Promise<void> {
  const decided = { periodKey: '2025', predikat: 'BAIK', basis: 'The performance agreement was kept.' } as const
  await city.do(
    city.person('secretary'),
    setOrgPredikat,
    { ...decided, unitId: city.unit[office] ?? '', version, justification },
    on,
  )
}

it('judges the year: half of the people speak for themselves, overrides have a reason, thin data a basis, a divided year two penilai', async () => {
  await judgeBehaviour()
  await city.do(system, applyPlanDays, { today: day('2026-01-13') }, '2026-01-13')
  await city.do(tim, closePeriod, { id: await periodId('2025') }, '2026-01-13')
  await city.do(tim, computeAppraisals, { periodKey: '2025' }, '2026-01-13')
  expect(await city.appraisal(unmeasured)).toMatchObject({ predikat: null, noPredikatReason: 'INSUFFICIENT_DATA' })
  expect(await city.appraisal(unrated)).toMatchObject({ predikat: null, noPredikatReason: 'NO_BEHAVIOUR' })
  for (const office of offices) await setOffice(office, 0, null, '2026-01-14')
  await each(
    city.people.filter((_key, index) => index % 2 === 0),
    async (key) =>
      city.do(city.person(key), selfAssess, { ...(await city.read(key)), text: 'What I make of the year.' }, '2026-01-14'),
  )
  await each(city.people, async (key) => {
    await city.do(city.penilaiOf(key), verifyEvidence, await city.read(key), '2026-01-15')
  })
  const divided = [moved, otherPenilai]
  const free = ['healthA2', 'worksB1', ...divided]
  await each(
    city.people.filter((key) => !free.includes(key)),
    (key) => follow(key, '2026-01-16'),
  )

  const raised = { ...(await city.read('healthA2')), result: 'DI_ATAS', behaviour: 'SESUAI' } as const
  const head = city.penilaiOf('healthA2')
  await expectRefusal(city.do(head, rateAppraisal, raised, '2026-01-16'), 'REASON_REQUIRED')
  const override = { category: 'BUKTI_TAMBAHAN', reason: because } as const
  await city.do(head, rateAppraisal, { ...raised, resultOverride: override }, '2026-01-16')
  const lowered = { ...(await city.read('worksB1')), result: 'DI_BAWAH', behaviour: 'SESUAI' } as const
  const other = { category: 'LAINNYA', reason: 'The head of the office asked for a lower one.' } as const
  await city.do(city.penilaiOf('worksB1'), rateAppraisal, { ...lowered, resultOverride: other }, '2026-01-16')

  for (const key of divided) {
    const { id, parts } = await city.appraisal(key)
    expect(parts).toHaveLength(2)
    for (const part of parts) {
      const judge = Object.keys(city.id).find((one) => city.id[one] === part.penilaiId) ?? ''
      const rating = {
        id,
        partId: part.id,
        revision: part.revision,
        behaviour: 'SESUAI',
        result: part.suggestedResult ?? 'SESUAI',
      } as const
      await expectRefusal(city.do(city.person(key), ratePart, rating, '2026-01-16'), 'SELF_APPRAISAL')
      const basis = part.suggestedResult === null ? because : null
      await city.do(
        city.person(judge),
        ratePart,
        { ...rating, override: { category: 'PERILAKU_TERAMATI', reason: because }, qualitativeBasis: basis },
        '2026-01-16',
      )
    }
  }
  expect(await test.database.prisma.appraisal.count({ where: { period: { key: '2025' }, state: 'DINILAI' } })).toBe(39)
})

it('moderates: a session proposes with reasons, agrees and rejects; ratings go back to the penilai alone', async () => {
  for (const office of offices)
    await city.do(tim, startModeration, { periodKey: '2025', underUnitId: city.unit[office] ?? '' }, '2026-01-19')
  const { id: sessionId } = await city.do(
    tim,
    scheduleSession,
    {
      ...{
        unitId: city.unit.works ?? '',
        periodKey: '2025',
        title: 'Calibration of works',
        agenda: 'Ratings of both sections',
        quorum: 2,
      },
      ...{
        scheduledAt: new Date('2026-01-20T02:00:00Z'),
        chairId: city.id.worksHead ?? '',
        memberIds: [city.id.worksA ?? '', city.id.worksB ?? ''],
      },
    },
    '2026-01-19',
  )
  const session = async () => {
    const { id, revision } = await test.database.prisma.calibrationSession.findUniqueOrThrow({ where: { id: sessionId } })
    return { id, revision }
  }
  await city.do(tim, openSession, await session(), '2026-01-20')
  const presentIds = ['worksHead', 'worksA', 'worksB'].map((key) => city.id[key] ?? '')
  await city.do(tim, recordAttendance, { ...(await session()), presentIds }, '2026-01-20')
  const propose = async (key: string) => {
    const proposal = { sessionId, revision: (await session()).revision, appraisalId: (await city.read(key)).id }
    return city.do(
      city.person('worksA'),
      proposeChange,
      { ...proposal, result: 'SESUAI', behaviour: 'DI_ATAS', reason: because },
      '2026-01-20',
    )
  }
  const lowered = await propose('worksB1')
  await city.do(tim, agreeProposal, { id: lowered.id, revision: 0, reason: because }, '2026-01-20')
  const refused = await propose('worksB4')
  await city.do(tim, rejectProposal, { id: refused.id, revision: 0, reason: because }, '2026-01-20')
  expect(await city.appraisal('worksB1')).toMatchObject({ state: 'DINILAI', predikat: 'BUTUH_PERBAIKAN', returnReason: because })
  await follow('worksB1', '2026-01-20')
  await city.do(tim, startModeration, { ids: [(await city.read('worksB1')).id] }, '2026-01-20')
  await city.do(tim, lockCalibration, { ...(await session()), minutes: 'One of two proposals was agreed on.' }, '2026-01-20')
  expect(await sessionEffects({ db: test.database.reads }, [sessionId])).toMatchObject([
    { isLocked: true, raised: 1, lowered: 0 },
  ])
})

it('sets with a word on the spread that departs from the pattern, delivers, and hears objections in time alone', async () => {
  for (const office of offices) {
    const scope = { periodKey: '2025', underUnitId: city.unit[office] ?? '' }
    await expectRefusal(city.do(pyb, setAppraisals, scope, '2026-01-26'), 'REASON_REQUIRED')
    await setOffice(office, 1, 'The office measured what its people did; nobody is lowered for a pattern.', '2026-01-26')
    await city.do(pyb, setAppraisals, scope, '2026-01-27')
    await city.do(pyb, deliverAppraisals, scope, '2026-01-28')
  }
  const content = city.people.filter((key) => /[AB][1-3]$/.test(key) && !['worksA2', 'civilA3', 'healthB2'].includes(key))
  await each(content, async (key) => city.do(city.person(key), acceptAppraisal, await city.read(key), '2026-01-30'))
  const object = async (key: string, on: string) => {
    const { id: appraisalId, revision } = await city.read(key)
    return city.do(city.person(key), fileObjection, { appraisalId, revision, reasons: 'Two reports of May are not counted.' }, on)
  }
  const decide = async (
    key: string,
    ruling: { decision: 'DITOLAK' } | { decision: 'DIKABULKAN'; result: 'DI_ATAS'; behaviour: 'SESUAI' },
  ) => {
    const { id } = await object(key, '2026-02-02')
    const decider = city.person(city.superior[city.superior[key] ?? ''] ?? '')
    await expectRefusal(city.do(city.penilaiOf(key), acceptObjection, { id, revision: 0 }, '2026-02-03'), 'FORBIDDEN')
    await city.do(decider, acceptObjection, { id, revision: 0 }, '2026-02-03')
    const statement = 'The register closed on the fifth, and the reports came on the sixth.'
    await city.do(city.penilaiOf(key), explainRating, { id, revision: 1, statement }, '2026-02-04')
    await city.do(city.person(key), explainObjection, { id, revision: 2, statement }, '2026-02-05')
    await city.do(decider, decideObjection, { id, revision: 3, reason: because, ...ruling }, '2026-02-06')
  }
  await decide('worksA2', { decision: 'DITOLAK' })
  await decide('civilA3', { decision: 'DIKABULKAN', result: 'DI_ATAS', behaviour: 'SESUAI' })
  await expectRefusal(object('healthB2', '2026-02-12'), 'OBJECTION_LATE')
  await finaliseDue(test.database, { actor: system, now: new Date('2026-02-12T00:00:00Z') })
  expect(await city.appraisal('worksA2')).toMatchObject({ state: 'FINAL', version: 1, finalCause: 'KEBERATAN_DECIDED' })
  expect(await city.appraisal('civilA3')).toMatchObject({ state: 'FINAL', version: 2, resultRating: 'DI_ATAS' })
  await city.do(tim, exportAppraisals, { periodKey: '2025', underUnitId: city.unit.civil ?? '' }, '2026-02-13')
})

/** Ways to alter a final result that both the application and the owner of the database might try. */
const attempts = [
  `UPDATE appraisal SET predikat = CASE predikat WHEN 'BAIK' THEN 'KURANG'::predikat ELSE 'BAIK' END WHERE id = final.id`,
  `UPDATE appraisal SET weighted_score = 1 WHERE id = final.id`,
  `UPDATE appraisal SET state = 'TERBUKA' WHERE id = final.id`,
  `UPDATE appraisal SET result_reason = 'other' WHERE id = final.id`,
  `DELETE FROM appraisal WHERE id = final.id`,
  `UPDATE rhk_result SET achievement_pct = 1 WHERE appraisal_id = final.id`,
  `DELETE FROM iki_result WHERE rhk_result_id IN (SELECT r.id FROM rhk_result r WHERE r.appraisal_id = final.id)`,
]

/** Tries one way on every final result, and fails where one gives way. */
const onEach = (sql: string) => `DO $$ DECLARE final record; BEGIN
  FOR final IN SELECT id FROM appraisal WHERE state IN ('FINAL', 'TEREKSPOR') LOOP
    BEGIN ${sql}; RAISE EXCEPTION 'altered %', final.id; EXCEPTION WHEN restrict_violation THEN NULL; END;
  END LOOP; END $$`

it('ends with an intact audit trail, counts that agree, and final results that compute again to the same and that nothing alters', async () => {
  const finals = await test.database.prisma.appraisal.count({ where: { state: { in: ['FINAL', 'TEREKSPOR'] } } })
  // 39 people of the year, one of them with the version that an objection replaced, and five of the first quarter.
  expect(finals).toBe(45)
  expect(await verifyAuditChain(test.database.prisma)).toMatchObject({ isIntact: true })
  expect(await replayFinals(test.database.prisma, '2025')).toEqual({ checked: 40, drifted: [] })
  expect(await replayFinals(test.database.prisma, '2025-TW1')).toEqual({ checked: 5, drifted: [] })
  const { kept, live } = await summaries(test.database, await periodId('2025'))
  expect(kept).toEqual(live)
  for (const sql of attempts.map(onEach)) {
    await test.database.pool.query(sql)
    await owner.query(sql)
  }
})
