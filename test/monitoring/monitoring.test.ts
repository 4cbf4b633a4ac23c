import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../server/context.ts'
import type { CheckpointState, MonitoringTeamState } from '../../server/generated/prisma/client.ts'
import { type Actor, systemActor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import {
  assignCheckpoint,
  closeCheckpoint,
  dropCheckpoint,
  fileCheckpoint,
  returnCheckpoint,
  reviewCheckpoint,
} from '../../server/monitoring/commands/checkpoints.ts'
import { monitoringDay } from '../../server/monitoring/commands/day.ts'
import { amendTeam, appointTeam, cancelTeam, changeTeam, draftTeam, finishTeam } from '../../server/monitoring/commands/teams.ts'
import { checkpointClock, checkpointMoves, teamMoves } from '../../server/monitoring/policy.ts'
import { previewConflicts } from '../../server/monitoring/queries/conflicts.ts'
import { coverageOf, timeliness } from '../../server/monitoring/queries/coverage.ts'
import { visibleCheckpoints, visibleTeams } from '../../server/monitoring/queries.ts'
import { unreachableStates } from '../../server/moves.ts'
import { schema } from '../../server/schema.ts'
import { type Command, execute } from '../../server/transact.ts'
import { expectRefusal } from '../appraisals/factory.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, createSmallCity, day, type PersonKey, type SmallCity } from '../organization/small-city.ts'

let test: TestDatabase
let city: SmallCity
let teamId: string
let programmeId: string

/** The programme ended on 27 March 2025: its checkpoints fall due on 26 April, 26 May and 25 June. */
const endsOn = day('2025-03-27')
const noon = (date: string) => new Date(`${date}T05:00:00Z`)
const due = noon('2025-04-26')
const manager: Actor = actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: null }] })
const inspector: Actor = actorWith({ grants: [{ role: 'INSPECTOR', unitId: null }] })
const person = (key: PersonKey) => actorWith({ employeeId: city.person[key], grants: [{ role: 'EMPLOYEE', unitId: null }] })

function act<Raw, Input, Subject, Result>(actor: Actor, spec: Command<Raw, Input, Subject, Result>, input: Raw, now = due) {
  return execute(test.database, spec, input, { actor, now })
}

const content = () => ({
  name: 'Tim pemantau pelatihan pengaduan',
  mandate: 'Memantau penerapan hasil pelatihan pada unit layanan.',
  startsOn: day('2025-01-01'),
  endsOn: day('2025-12-31'),
  members: [
    { employeeId: city.person.worksHead, role: 'KETUA' as const, origin: 'PERANGKAT_DAERAH' as const },
    { employeeId: city.person.engineer, role: 'ANGGOTA' as const, origin: 'BKPSDM' as const },
    { employeeId: city.person.clinicHead, role: 'ANGGOTA' as const, origin: 'PERANGKAT_DAERAH' as const },
    { name: 'Ibu Sari, forum warga', role: 'ANGGOTA' as const, origin: 'MASYARAKAT' as const },
  ],
  scopes: [{ programmeId }],
})

const teamNow = async () => {
  const { revision } = await test.database.prisma.monitoringTeam.findUniqueOrThrow({ where: { id: teamId } })
  return { id: teamId, revision }
}

const checkpointOf = (key: PersonKey, on = 30) =>
  test.database.prisma.checkpoint.findFirstOrThrow({ where: { employeeId: city.person[key], day: on } })
const at = async (key: PersonKey, on = 30) => {
  const { id, revision } = await checkpointOf(key, on)
  return { id, revision }
}

const seen = {
  applied: 2,
  checklist: ['MATERI_DIPAKAI' as const],
  obstacles: '',
  support: 3,
  evidence: 'https://bukti.example/1',
  finding: 'BAIK' as const,
  recommendation: '',
}

beforeAll(async () => {
  test = await createTestDatabase()
  city = await createSmallCity(test.database)
  const { prisma } = test.database
  const programme = await prisma.pembinaanProgramme.create({
    data: {
      code: 'P01',
      name: 'Pelatihan pengaduan',
      formId: 3,
      provider: 'BKPSDM',
      startsOn: day('2025-03-24'),
      endsOn,
      state: 'SELESAI',
      unitId: city.unit.city,
      participants: {
        create: [
          { employeeId: city.person.nurse, state: 'PASSED' },
          { employeeId: city.person.midwife, state: 'ATTENDED' },
          { employeeId: city.person.engineer, state: 'PASSED' },
          { employeeId: city.person.wardHead, state: 'NO_SHOW' },
        ],
      },
    },
  })
  programmeId = programme.id
})
afterAll(() => test.drop())

describe('the tables of moves', () => {
  it('lead to every state', () => {
    const teams: MonitoringTeamState[] = ['RANCANGAN', 'AKTIF', 'SELESAI', 'DIBATALKAN']
    const states: CheckpointState[] = ['TERJADWAL', 'JATUH_TEMPO', 'TERLEWAT', 'DIISI', 'DIREVIU', 'TUTUP']
    expect(unreachableStates(teamMoves, ['RANCANGAN'], teams)).toEqual([])
    expect(unreachableStates({ ...checkpointMoves, ...checkpointClock }, ['TERJADWAL'], states)).toEqual([])
  })
})

describe('a monitoring team', () => {
  it('is drafted by whoever manages the unit, with members who exist and one thing a scope', async () => {
    const draft = { unitId: city.unit.city, ...content() }
    await expectRefusal(act(person('nurse'), draftTeam, draft), 'FORBIDDEN')
    await expectRefusal(
      act(manager, draftTeam, { ...draft, scopes: [{ programmeId, unitId: city.unit.health }] }),
      'INVALID_INPUT',
    )
    await expectRefusal(act(manager, draftTeam, { ...draft, endsOn: day('2024-01-01') }), 'INVALID_INPUT')
    const rows = await auditOf(test.database, async () => {
      teamId = (await act(manager, draftTeam, draft)).id
    })
    expect(rows.map(({ event }) => event)).toEqual(['monitoringTeam.drafted'])
  })

  it('shows its conflicts before it is saved: the superior of those trained, and who is one of them', async () => {
    const members = [city.person.worksHead, city.person.engineer, city.person.clinicHead]
    const preview = await previewConflicts(test.database.prisma, members, {
      unitIds: [],
      planIds: [],
      programmeIds: [programmeId],
    })
    expect(preview).toMatchObject({ people: 3, uncovered: 0 })
    const short = preview.conflicts.map(({ memberId, conflict, people }) => [memberId, conflict, people])
    expect(short).toEqual(
      expect.arrayContaining([
        [city.person.clinicHead, 'SUPERIOR', 2],
        [city.person.engineer, 'SELF', 1],
        [city.person.worksHead, 'SUPERIOR', 1],
      ]),
    )
    const alone = { unitIds: [], planIds: [], programmeIds: [programmeId] }
    expect(await previewConflicts(test.database.prisma, [city.person.clinicHead], alone)).toMatchObject({ uncovered: 2 })
  })

  it('is appointed by decree alone, once', async () => {
    await expectRefusal(act(manager, appointTeam, await teamNow()), 'WRONG_STATE')
    await act(manager, changeTeam, {
      ...(await teamNow()),
      ...content(),
      decreeNumber: '800/12/2025',
      decreeOn: day('2025-01-02'),
    })
    await expectRefusal(act(person('engineer'), appointTeam, await teamNow()), 'FORBIDDEN')
    await expectRefusal(act(manager, appointTeam, { id: teamId, revision: 99 }), 'STALE_VERSION')
    const read = await teamNow()
    const rows = await auditOf(test.database, async () => {
      const outcomes = await Promise.allSettled([act(manager, appointTeam, read), act(manager, appointTeam, read)])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })
    expect(rows.map(({ event }) => event)).toEqual(['monitoringTeam.appointed'])
    await expectRefusal(act(manager, cancelTeam, { ...(await teamNow()), reason: 'Tidak jadi dibentuk.' }), 'WRONG_STATE')
  })
})

describe('the day of monitoring', () => {
  it('lays out 30, 60 and 90 days after the end, with a rota free of conflicts, and does nothing twice', async () => {
    const caller = { actor: systemActor('test'), now: noon('2025-04-01') }
    expect(await monitoringDay(test.database, caller)).toEqual({ laidOut: 9, moved: 0 })
    const again = await auditOf(test.database, async () => {
      expect(await monitoringDay(test.database, caller)).toEqual({ laidOut: 0, moved: 0 })
    })
    expect(again).toEqual([])
    const { prisma } = test.database
    const all = await prisma.checkpoint.findMany({ orderBy: { dueOn: 'asc' } })
    expect(new Set(all.map(({ dueOn }) => dueOn.toISOString().slice(0, 10)))).toEqual(
      new Set(['2025-04-26', '2025-05-26', '2025-06-25']),
    )
    const assigned = (key: PersonKey) =>
      new Set(all.filter((row) => row.employeeId === city.person[key]).map((row) => row.assigneeId))
    // The clinic's head is their superior, the head of works that of the engineer.
    expect([...assigned('nurse'), ...assigned('midwife')]).not.toContain(city.person.clinicHead)
    expect([...assigned('engineer')]).toEqual([city.person.clinicHead])
  })

  it('is a matter of the system', async () => {
    const caller = { actor: manager, now: due }
    await expectRefusal(monitoringDay(test.database, caller), 'FORBIDDEN')
  })

  it('lets checkpoints fall due and tells the member; after seven days the head and the managers hear of it', async () => {
    const move = (on: string) => monitoringDay(test.database, { actor: systemActor('test'), now: noon(on) })
    expect(await move('2025-04-26')).toEqual({ laidOut: 0, moved: 3 })
    expect((await checkpointOf('nurse')).state).toBe('JATUH_TEMPO')
    expect(await move('2025-05-03')).toEqual({ laidOut: 0, moved: 0 })
    expect(await move('2025-05-04')).toEqual({ laidOut: 0, moved: 3 })
    expect(await checkpointOf('nurse')).toMatchObject({ state: 'TERLEWAT', escalatedAt: noon('2025-05-04') })
  })
})

describe('a checkpoint', () => {
  it('is refused from a superior, from the person themself, and from whoever is not in the team', async () => {
    await expectRefusal(act(person('clinicHead'), fileCheckpoint, { ...(await at('nurse')), ...seen }), 'CONFLICT_OF_INTEREST')
    await expectRefusal(act(person('engineer'), fileCheckpoint, { ...(await at('engineer')), ...seen }), 'CONFLICT_OF_INTEREST')
    await expectRefusal(act(person('worksHead'), fileCheckpoint, { ...(await at('engineer')), ...seen }), 'CONFLICT_OF_INTEREST')
    await expectRefusal(act(person('wardHead'), fileCheckpoint, { ...(await at('nurse')), ...seen }), 'FORBIDDEN')
    const { id } = await checkpointOf('nurse')
    await expect(
      test.database.prisma.checkpoint.update({ where: { id }, data: { filedById: city.person.nurse } }),
    ).rejects.toThrow()
  })

  it('is refused when the line of reporting appears beside it, whoever comes first', async () => {
    const { prisma } = test.database
    const read = await at('midwife')
    const reportTo = (superiorId: string) => prisma.employee.update({ where: { id: city.person.midwife }, data: { superiorId } })
    const [filing] = await Promise.allSettled([
      act(person('engineer'), fileCheckpoint, { ...read, ...seen }),
      reportTo(city.person.engineer),
    ])
    const { state } = await checkpointOf('midwife')
    // Filed before the change, or refused after it: never filed by a superior.
    expect(filing.status === 'fulfilled' ? state : filing.reason.code).toMatch(/^(DIISI|CONFLICT_OF_INTEREST)$/)
    await expectRefusal(
      act(person('engineer'), fileCheckpoint, { ...(await at('midwife', 60)), ...seen }),
      'CONFLICT_OF_INTEREST',
    )
    await reportTo(city.person.wardHead)
  })

  it('is filed by one of two at once, with an action for what is not good', async () => {
    const read = await at('nurse')
    const poor = { ...read, ...seen, finding: 'PERLU_TINDAK' as const }
    await expectRefusal(act(person('engineer'), fileCheckpoint, poor), 'INVALID_INPUT')
    const full = {
      ...poor,
      recommendation: 'Sediakan akun aplikasi pengaduan untuk bangsal.',
      ownerId: city.person.clinicHead,
      actionDueOn: day('2025-06-01'),
    }
    const rows = await auditOf(test.database, async () => {
      const outcomes = await Promise.allSettled([
        act(person('engineer'), fileCheckpoint, full),
        act(person('engineer'), fileCheckpoint, full),
      ])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })
    expect(rows.map(({ event }) => event)).toEqual(['checkpoint.filed'])
  })

  it('is reviewed by a second pair of eyes, returned first, and closed with what became of it', async () => {
    await expectRefusal(act(person('engineer'), reviewCheckpoint, { ...(await at('nurse')), note: '' }), 'FORBIDDEN')
    const reason = 'Bukti belum dapat dibuka.'
    await act(person('worksHead'), returnCheckpoint, { ...(await at('nurse')), reason })
    const again = { ...seen, finding: 'KRITIS' as const, recommendation: 'Sediakan akun aplikasi segera.' }
    const owner = { ownerId: city.person.clinicHead, actionDueOn: day('2025-06-01') }
    await act(person('worksHead'), fileCheckpoint, { ...(await at('nurse')), ...again, ...owner })
    // The head filed it, so the head does not review it.
    await expectRefusal(act(person('worksHead'), reviewCheckpoint, { ...(await at('nurse')), note: '' }), 'CONFLICT_OF_INTEREST')
    await expectRefusal(act(manager, closeCheckpoint, { ...(await at('nurse')), reason: 'Akun sudah ada.' }), 'WRONG_STATE')
    await act(manager, reviewCheckpoint, { ...(await at('nurse')), note: 'Lengkap.' })
    const rows = await auditOf(test.database, async () => {
      await act(manager, closeCheckpoint, { ...(await at('nurse')), reason: 'Akun sudah dibuat.' })
    })
    expect(rows.map(({ event }) => event)).toEqual(['checkpoint.closed'])
  })

  it('goes to another member who is free, or is dropped with a reason', async () => {
    const to = (key: PersonKey) => ({ assigneeId: city.person[key] })
    await expectRefusal(
      act(manager, assignCheckpoint, { ...(await at('nurse', 60)), ...to('clinicHead') }),
      'CONFLICT_OF_INTEREST',
    )
    await expectRefusal(act(manager, assignCheckpoint, { ...(await at('nurse', 60)), ...to('wardHead') }), 'INVALID_INPUT')
    await act(manager, assignCheckpoint, { ...(await at('nurse', 60)), ...to('worksHead') })
    const drop = async () => ({ ...(await at('midwife', 90)), reason: 'Cuti melahirkan sampai akhir tahun.' })
    await expectRefusal(act(person('worksHead'), dropCheckpoint, await drop()), 'FORBIDDEN')
    await act(manager, dropCheckpoint, await drop())
    expect((await checkpointOf('midwife', 90)).state).toBe('TUTUP')
  })
})

describe('what is seen of it', () => {
  it('follows the person, the line above, the team and the reach of the role', async () => {
    const { prisma } = test.database
    const count = async (actor: Actor) => [
      await prisma.monitoringTeam.count({ where: visibleTeams(actor) }),
      await prisma.checkpoint.count({ where: visibleCheckpoints(actor) }),
    ]
    expect(await count(inspector)).toEqual([1, 9])
    expect(await count(person('clinicHead'))).toEqual([1, 9])
    expect(await count(person('nurse'))).toEqual([0, 3])
    expect(await count(person('wardHead'))).toEqual([0, 6])
    expect(await count(person('secretary'))).toEqual([0, 3])
    expect(await count(actorWith({ grants: [{ role: 'INSPECTOR', unitId: city.unit.works }] }))).toEqual([0, 3])
    expect(
      await count(actorWith({ kind: 'TOKEN', grants: [{ role: 'INTEGRATOR', unitId: null }], scopes: ['pembinaan.read'] })),
    ).toEqual([0, 0])
  })

  it('nests under the employee, with actions, in a bounded number of statements', async () => {
    const ask = (actor: Actor) =>
      graphql({
        schema,
        source: `query ($id: ID!) { employee(id: $id) { checkpoints(first: 5) { totalCount nodes { day state team { name } actions { name enabled reason } } } } }`,
        variableValues: { id: encodeId('Employee', city.person.nurse) },
        contextValue: createContext(test.database, actor, due, 'id'),
      })
    const found = await ask(inspector)
    expect(found.errors).toBeUndefined()
    expect(found.data).toMatchObject({ employee: { checkpoints: { totalCount: 3 } } })
    // The nurse sees her own looks, not the team behind them.
    const own = await ask(person('nurse'))
    expect(own.data).toMatchObject({ employee: { checkpoints: { nodes: [{ team: null }, { team: null }, { team: null }] } } })
  })

  it('adds up to timeliness by team and coverage by unit', async () => {
    const context = createContext(test.database, inspector, noon('2025-06-10'), 'id')
    expect(await timeliness(context)).toEqual([
      expect.objectContaining({ teamId, due: 6, inTime: expect.any(Number), overdue: expect.any(Number) }),
    ])
    const map = await coverageOf(test.database.prisma, inspector, null, noon('2025-06-10'))
    expect(map.map(({ unitId, trained, covered }) => [unitId, trained, covered])).toEqual([
      [city.unit.health, 2, 2],
      [city.unit.works, 1, 1],
    ])
    const office = actorWith({ grants: [{ role: 'INSPECTOR', unitId: city.unit.works }] })
    expect(await coverageOf(test.database.prisma, office, null, noon('2025-06-10'))).toHaveLength(1)
  })
})

describe('the end of a team', () => {
  it('comes after its work; an active one changes by decree only', async () => {
    const reason = 'Seluruh program selesai dipantau.'
    await expectRefusal(act(manager, finishTeam, { ...(await teamNow()), reason }), 'WRONG_STATE')
    await expectRefusal(act(manager, changeTeam, { ...(await teamNow()), ...content() }), 'WRONG_STATE')
    const decree = { decreeNumber: '800/55/2025', decreeOn: day('2025-05-01'), reason: 'Seorang anggota pindah tugas.' }
    await expectRefusal(act(manager, amendTeam, { ...(await teamNow()), ...content(), ...decree, members: [] }), 'INVALID_INPUT')
    await act(manager, amendTeam, { ...(await teamNow()), ...content(), ...decree })
    await test.database.prisma.checkpoint.updateMany({ where: { teamId, state: { not: 'TUTUP' } }, data: { state: 'TUTUP' } })
    const rows = await auditOf(test.database, async () => {
      await act(manager, finishTeam, { ...(await teamNow()), reason })
    })
    expect(rows.map(({ event }) => event)).toEqual(['monitoringTeam.finished'])
  })

  it('or before it began', async () => {
    const { id } = await act(manager, draftTeam, { unitId: city.unit.city, ...content() })
    await act(manager, cancelTeam, { id, revision: 0, reason: 'Digabung dengan tim lain.' })
    expect(await test.database.prisma.monitoringTeam.findUnique({ where: { id } })).toMatchObject({ state: 'DIBATALKAN' })
  })
})
