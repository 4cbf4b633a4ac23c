import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { improvementsTriggered } from '../../server/appraisals/queries/improvement.ts'
import { createContext } from '../../server/context.ts'
import { Prisma } from '../../server/generated/prisma/client.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { unreachableStates } from '../../server/moves.ts'
import { decideAward, proposeAward, rejectAward } from '../../server/recognition/commands/awards.ts'
import { bookCredits, bookDueCredits } from '../../server/recognition/commands/credits.ts'
import { recordPotential } from '../../server/recognition/commands/potential.ts'
import { awardMoves } from '../../server/recognition/policy.ts'
import { scoreCandidates } from '../../server/recognition/queries/award-figures.ts'
import { visibleAwards } from '../../server/recognition/queries.ts'
import { schema } from '../../server/schema.ts'
import { expectRefusal, outsider, system } from '../appraisals/factory.ts'
import { LifeCity, later, moderator, pyb } from '../appraisals/life-city.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { createSmallCity, type PersonKey } from '../organization/small-city.ts'

let test: TestDatabase
let city: LifeCity

const rated = { state: 'FINAL', resultRating: 'SESUAI', behaviourRating: 'SESUAI', predikat: 'BAIK', finalAt: later } as const
const id = (person: PersonKey) => city.planned.city.person[person]

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
  const { prisma } = test.database
  await prisma.employee.updateMany({ data: { golonganFrom: new Date('2023-01-01') } })
  await prisma.employee.updateMany({ where: { id: { in: [id('nurse'), id('midwife')] } }, data: { positionLevel: 'Ahli Muda' } })
  await prisma.skp.updateMany({ where: { employeeId: id('nurse') }, data: { positionLevel: 'Ahli Muda' } })
})
afterAll(() => test.drop())

/** Two at once: one wins, and exactly this is written into the audit trail. */
async function raced(event: string, work: () => Promise<unknown>): Promise<void> {
  const rows = await auditOf(test.database, async () => {
    const outcomes = await Promise.allSettled([work(), work()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  expect(rows.map((row) => row.event)).toEqual([event])
}

/** Asks the API as somebody. */
async function ask(actor: Actor, source: string): Promise<{ data: Record<string, unknown>; codes: unknown[] }> {
  const contextValue = createContext(test.database, actor, later, 'en')
  const { data, errors } = await graphql({ schema, source, contextValue })
  return {
    data: { ...data },
    codes: errors?.map(({ extensions, originalError }) => extensions.code ?? (originalError as { code?: string })?.code) ?? [],
  }
}

describe('angka kredit', () => {
  it('are provisional while an objection is open, then settled, and replaced by a successor version', async () => {
    await city.put('nurse', { ...rated, state: 'KEBERATAN' })
    await raced('credits.booked', () => city.do(moderator, bookCredits, { year: 2025 }))
    const entries = () =>
      test.database.prisma.creditEntry.findMany({
        where: { employeeId: id('nurse') },
        select: { jenjang: true, months: true, credit: true, isProvisional: true, replacedAt: true },
      })
    expect(await entries()).toMatchObject([{ jenjang: 'AHLI_MUDA', months: 12, isProvisional: true, replacedAt: null }])
    expect((await entries())[0]?.credit.toFixed(2)).toBe('25.00')
    const progress = `{ employee(id: "${encodeId('Employee', id('nurse'))}") { creditProgress { total provisional goals { kind have isMet } } creditEntries { nodes { standing } } promotion { path isEligible conditions { code isMet year have } } } }`
    expect((await ask(city.person('nurse'), progress)).data).toMatchObject({
      employee: {
        creditProgress: { total: 0, provisional: 25 },
        creditEntries: { nodes: [{ standing: 'PROVISIONAL' }] },
        promotion: { path: 'FUNGSIONAL', isEligible: false },
      },
    })
    await city.put('nurse', { state: 'FINAL' })
    // What is shown follows the result at once, the stored row with the next booking.
    expect((await ask(city.person('nurse'), progress)).data).toMatchObject({
      employee: { creditProgress: { total: 25, provisional: 0 }, creditEntries: { nodes: [{ standing: 'SETTLED' }] } },
    })
    expect(await bookDueCredits(test.database, { actor: system, now: later })).toBe(1)
    expect(await bookDueCredits(test.database, { actor: system, now: later })).toBe(0)
    await expectRefusal(city.do(moderator, bookCredits, { year: 2025 }), 'WRONG_STATE')
    await expectRefusal(city.do(city.person('wardHead'), bookCredits, { year: 2025 }), 'FORBIDDEN')
  })

  it('are shown to the person, the penilai and the personnel office alone', async () => {
    const source = `{ employee(id: "${encodeId('Employee', id('nurse'))}") { creditEntries { totalCount } creditProgress { total } promotion { isEligible } legacyResults { totalCount } } }`
    const shown = { creditEntries: { totalCount: 1 }, creditProgress: { total: 25 }, legacyResults: { totalCount: 0 } }
    for (const actor of [city.person('nurse'), city.person('wardHead'), moderator]) {
      expect((await ask(actor, source)).data).toMatchObject({ employee: shown })
    }
    const hidden = await ask(city.person('engineer'), source)
    expect(hidden.codes).toEqual(['NOT_FOUND'])
    const member = { ...outsider, grants: [{ role: 'TEAM_MEMBER' as const, unitId: null }] }
    expect(await ask(member, source)).toEqual({
      data: { employee: { creditEntries: null, creditProgress: null, promotion: null, legacyResults: null } },
      codes: ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    })
  })
})

describe('potential and talent boxes', () => {
  const assessment = () => ({
    employeeId: id('nurse'),
    assessedOn: '2025-06-01',
    potential: 'TINGGI' as const,
    score: '85,5',
    source: 'Assessment center BKN',
  })

  it('are recorded by the personnel office, once a day, for others', async () => {
    await expectRefusal(city.do(city.person('wardHead'), recordPotential, assessment()), 'FORBIDDEN')
    const self = { ...moderator, employeeId: id('nurse') }
    await expectRefusal(city.do(self, recordPotential, assessment()), 'CONFLICT_OF_INTEREST')
    await expectRefusal(city.do(system, recordPotential, assessment()), 'FORBIDDEN')
    await expectRefusal(city.do(moderator, recordPotential, { ...assessment(), assessedOn: '2027-01-01' }), 'INVALID_INPUT')
    await raced('potential.recorded', () => city.do(moderator, recordPotential, assessment()))
  })

  it('place people by their final result, name them on demand, and are closed to everybody else', async () => {
    const grid = `{ talentGrid(periodKey: "2025") { people boxes { box people } unplaced { reason people } } talentPeople(periodKey: "2025", box: 8) { totalCount nodes { name potentials { nodes { score } } } } }`
    const { data } = await ask(moderator, grid)
    const { boxes, unplaced } = data.talentGrid as { boxes: { box: number; people: number }[]; unplaced: object[] }
    expect(boxes.filter(({ people }) => people > 0)).toEqual([{ box: 8, people: 1 }])
    expect(unplaced).toContainEqual({ reason: 'NO_POTENTIAL', people: 0 })
    expect(data.talentPeople).toEqual({ totalCount: 1, nodes: [{ name: 'nurse', potentials: { nodes: [{ score: '85.5' }] } }] })
    expect((await ask(city.person('wardHead'), grid)).codes).toEqual(['FORBIDDEN'])
    const potentials = `{ employee(id: "${encodeId('Employee', id('nurse'))}") { potentials { totalCount } } }`
    expect((await ask(city.person('nurse'), potentials)).data).toEqual({ employee: { potentials: { totalCount: 1 } } })
    expect(await ask(city.person('wardHead'), potentials)).toEqual({
      data: { employee: { potentials: null } },
      codes: ['FORBIDDEN'],
    })
  })
})

describe('awards', () => {
  const proposal = () => ({
    employeeId: id('nurse'),
    periodKey: '2025',
    basis: 'SCORE' as const,
    title: 'Pegawai teladan 2025',
  })
  const decree = { decreeNumber: '800/12/2026', decreeOn: '2026-02-01', signatory: 'Wali Kota' }
  const proposer: Actor = { ...moderator, employeeId: null }

  it('have a table of moves that leads to every state', () => {
    expect(unreachableStates(awardMoves, ['DIUSULKAN'], ['DIUSULKAN', 'DITETAPKAN', 'DITOLAK'])).toEqual([])
  })

  it('rest on figures: below ten measured people there is no candidate and no proposal', async () => {
    await expectRefusal(city.do(proposer, proposeAward, proposal()), 'INSUFFICIENT_DATA')
    await copyResults()
    const candidates = await scoreCandidates(test.database.prisma, city.periodId)
    const nurse = candidates.find(({ employeeId }) => employeeId === id('nurse'))
    expect(nurse?.figures).toMatchObject({ n: 3, people: 11, predikat: 'BAIK' })
    expect(candidates.map(({ figures }) => figures.theta)).toEqual(
      candidates.map(({ figures }) => figures.theta).sort((a, b) => b - a),
    )
  })

  it('are proposed by the personnel office for others, once, and kept from the candidate', async () => {
    await expectRefusal(city.do(city.person('wardHead'), proposeAward, proposal()), 'FORBIDDEN')
    await expectRefusal(city.do({ ...proposer, employeeId: id('nurse') }, proposeAward, proposal()), 'CONFLICT_OF_INTEREST')
    await expectRefusal(city.do(system, proposeAward, proposal()), 'FORBIDDEN')
    await raced('award.proposed', () => city.do(proposer, proposeAward, proposal()))
    const award = await test.database.prisma.award.findFirstOrThrow()
    expect(award).toMatchObject({
      state: 'DIUSULKAN',
      citation: expect.stringMatching(/^Capaian terukur periode 2025: \d+,\d\d% setelah penyusutan/),
    })
    const seen = (actor: Actor) => test.database.prisma.award.count({ where: visibleAwards(actor) })
    expect(await Promise.all([moderator, pyb, city.person('nurse'), city.person('wardHead'), outsider].map(seen))).toEqual([
      1, 1, 0, 0, 0,
    ])
  })

  it('are given by the decree of a named person, entered by somebody else than who proposed, and by nothing by itself', async () => {
    const award = await test.database.prisma.award.findFirstOrThrow()
    const step = { id: award.id, revision: 0, ...decree }
    await expectRefusal(city.do(city.person('wardHead'), decideAward, step), 'NOT_FOUND')
    await expectRefusal(city.do(moderator, decideAward, step), 'FORBIDDEN')
    await expectRefusal(city.do({ ...pyb, id: moderator.id }, decideAward, step), 'CONFLICT_OF_INTEREST')
    await expectRefusal(city.do(system, decideAward, step), 'FORBIDDEN')
    await expectRefusal(city.do(pyb, decideAward, { ...step, decreeOn: '2026-12-31' }), 'INVALID_INPUT')
    await raced('award.given', () => city.do(pyb, decideAward, step))
    await expectRefusal(city.do(pyb, decideAward, step), 'STALE_VERSION')
    await expectRefusal(city.do(pyb, rejectAward, { id: award.id, revision: 1, reason: 'Too late for that.' }), 'WRONG_STATE')
    const own = `{ employee(id: "${encodeId('Employee', id('nurse'))}") { awards { nodes { title state signatory decreeNumber figures { theta raw rateRatio } actions { name enabled } } } } }`
    expect((await ask(city.person('nurse'), own)).data).toMatchObject({
      employee: { awards: { nodes: [{ state: 'DITETAPKAN', signatory: 'Wali Kota', figures: { rateRatio: null } }] } },
    })
    const told = await city.notices(award.id)
    expect(told.map(({ kind }) => kind)).toContain('award.given')
  })

  it('are rejected with a reason, which stays with the proposal', async () => {
    await city.do(proposer, proposeAward, { ...proposal(), title: 'Inovator terbaik' })
    const { id: awardId } = await test.database.prisma.award.findFirstOrThrow({ where: { state: 'DIUSULKAN' } })
    await expectRefusal(city.do(pyb, rejectAward, { id: awardId, revision: 0, reason: 'no' }), 'INVALID_INPUT')
    await raced('award.rejected', () =>
      city.do(pyb, rejectAward, { id: awardId, revision: 0, reason: 'There was no innovation.' }),
    )
    expect(await test.database.prisma.award.count({ where: visibleAwards(city.person('nurse')) })).toBe(1)
  })

  it('from counted events need a fall beyond chance against enough years', async () => {
    const rate = { ...proposal(), basis: 'RATE' as const, title: 'Penurunan kecelakaan' }
    await expectRefusal(city.do(proposer, proposeAward, rate), 'INSUFFICIENT_DATA')
    await count(2024, 120, 60)
    await count(2025, 60, 60)
    await expectRefusal(city.do(proposer, proposeAward, rate), 'INSUFFICIENT_DATA')
    await count(2023, 125, 60)
    await count(2022, 118, 60)
    await city.do(proposer, proposeAward, rate)
    const { citation, figures } = await test.database.prisma.award.findFirstOrThrow({ where: { basis: 'RATE' } })
    expect(figures).toMatchObject({ x0: 363, x1: 60, baselineYears: 3, isReductionShown: true })
    expect(citation).toContain('dalam 3 tahun sebelumnya; rasio laju 0,50')
  })
})

describe('people who need an improvement plan', () => {
  it('are listed with the day until when, for those who appraise them and by role alone', async () => {
    const [due] = await improvementsTriggered(test.database.prisma, later)
    // 14 calendar days after 10 February 2026, to the last instant of a Tuesday.
    expect(due).toMatchObject({ employeeId: id('midwife'), dueAt: new Date('2026-02-24T16:59:59.999Z') })
    const source = '{ improvementsDue { employee { name } isOverdue results { periodKey predikat } } }'
    const listed = { employee: { name: 'midwife' }, isOverdue: false, results: [{ periodKey: '2025', predikat: 'KURANG' }] }
    for (const actor of [city.person('wardHead'), city.person('clinicHead'), moderator]) {
      expect((await ask(actor, source)).data).toEqual({ improvementsDue: [listed] })
    }
    for (const actor of [city.person('midwife'), city.person('engineer'), outsider]) {
      expect((await ask(actor, source)).data).toEqual({ improvementsDue: [] })
    }
  })
})

/** Results like the nurse's for eight more people of another office, a little apart from each other. */
async function copyResults(): Promise<void> {
  const { prisma } = test.database
  const other = await createSmallCity(test.database)
  await city.put('engineer', { ...rated })
  await city.put('midwife', { ...rated, predikat: 'KURANG' })
  const nurse = await city.appraisal('nurse')
  for (const [index, employeeId] of Object.values(other.person).entries()) {
    await prisma.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
        INSERT INTO appraisal (id, employee_id, period_id, kind, unit_id, unit_path, position_title, rules_version, settings, input_hash, computed_at, updated_at,
          state, predikat, result_rating, behaviour_rating, weighted_score)
        SELECT gen_random_uuid(), ${employeeId}::uuid, period_id, kind, ${other.unit.ward}::uuid, unit_path, position_title, rules_version, settings, '', computed_at, now(),
          'DITETAPKAN', 'BAIK', 'SESUAI', 'SESUAI', ${96 + index} FROM appraisal WHERE id = ${nurse.id}::uuid RETURNING id`)
      const appraisalId = row?.id ?? ''
      await tx.$executeRaw(Prisma.sql`
        INSERT INTO rhk_result (id, appraisal_id, rhk_id, number, title, kind, weight)
        SELECT gen_random_uuid(), ${appraisalId}::uuid, rhk_id, number, title, kind, weight FROM rhk_result WHERE appraisal_id = ${nurse.id}::uuid`)
      await tx.$executeRaw(Prisma.sql`
        INSERT INTO iki_result (id, rhk_result_id, iki_id, number, indicator_version_id, series_id, weight, status, achievement_pct, inputs)
        SELECT gen_random_uuid(), mine.id, i.iki_id, i.number, i.indicator_version_id, i.series_id, i.weight, i.status, ${94 + index} + 2 * i.number, i.inputs
        FROM rhk_result mine JOIN rhk_result r ON r.appraisal_id = ${nurse.id}::uuid AND r.number = mine.number JOIN iki_result i ON i.rhk_result_id = r.id
        WHERE mine.appraisal_id = ${appraisalId}::uuid`)
      await tx.$executeRaw(Prisma.sql`UPDATE appraisal SET state = 'FINAL', final_at = ${later} WHERE id = ${appraisalId}::uuid`)
    })
  }
}

/** Crashes at the nurse's sites in one year, as a verified measurement of a rate that is to be kept low. */
async function count(year: number, events: number, exposure: number): Promise<void> {
  const { prisma } = test.database
  const template = await prisma.indicatorVersion.findFirstOrThrow({ where: { indicatorId: city.planned.indicator.RATIO.id } })
  const { id: _id, indicatorId: _indicator, ...definition } = template
  const indicator = await prisma.indicator.upsert({
    where: { code: 'TRN-01' },
    update: {},
    create: {
      code: 'TRN-01',
      name: 'Kecelakaan',
      state: 'AKTIF',
      versions: { create: { ...definition, unit: 'RATE', polarity: 'MINIMIZE', name: 'Kecelakaan' } },
    },
  })
  const dates = {
    startsOn: new Date(`${year}-01-01`),
    endsOn: new Date(`${year}-12-31`),
    closesOn: new Date(`${year + 1}-01-31`),
  }
  const period = await prisma.period.upsert({
    where: { key: String(year) },
    update: {},
    create: { key: String(year), kind: 'ANNUAL', year, number: 0, state: 'CLOSED', ...dates },
  })
  const series = await prisma.measurementSeries.create({ data: { indicatorId: indicator.id, employeeId: id('nurse'), year } })
  await prisma.realisation.create({
    data: {
      seriesId: series.id,
      periodId: period.id,
      state: 'VERIFIED',
      value: events / exposure,
      numerator: events,
      denominator: exposure,
      measuredOn: dates.endsOn,
      source: 'IRSMS',
      isComplete: true,
      isOnTime: true,
      isTraceable: true,
      quality: 1,
    },
  })
}
