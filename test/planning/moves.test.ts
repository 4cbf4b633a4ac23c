import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copySkpFromLastYear, splitSkp } from '../../server/planning/commands/copies.ts'
import { planningDay } from '../../server/planning/commands/daily.ts'
import { discardSkp, draftSkp, updateSkp } from '../../server/planning/commands/drafts.ts'
import {
  allowSkpRevision,
  approveSkp,
  approveSkpRevision,
  closeSkp,
  declineSkpRevision,
  requestSkpRevision,
  returnSkp,
  reviewSkp,
  startSkp,
  submitSkp,
} from '../../server/planning/commands/moves.ts'
import { eventsOf, expectRefusal, outsider } from '../appraisals/factory.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { expectOneWinner } from '../indicators/desk.ts'
import { admin, now, PlanningCity, skpId, tim, year } from './factory.ts'

let server: TestDatabase
let city: PlanningCity

beforeAll(fresh)
afterAll(() => server.drop())

/** A city of its own: plans of one year do not get in each other's way. */
async function fresh(): Promise<void> {
  await server?.drop()
  server = await createTestDatabase()
  city = await PlanningCity.create(server.database)
}

describe('from draft to force', () => {
  test('each step goes to the right person, is written down once, and tells the next one', async () => {
    const id = await city.draft('nurse')
    const nurse = city.person('nurse')
    expect(await city.move(nurse, submitSkp, id)).toBe(id)
    expect(await city.skp(id)).toMatchObject({
      state: 'DIAJUKAN',
      penilaiId: city.planned.city.person.wardHead,
      weightSum: expect.anything(),
    })
    await expectRefusal(city.move(nurse, reviewSkp, id), 'FORBIDDEN')
    await city.because(tim, returnSkp, id)
    await expectRefusal(city.move(tim, reviewSkp, id), 'WRONG_STATE')
    await city.move(nurse, submitSkp, id)
    await city.move(tim, reviewSkp, id)
    await expectRefusal(city.move(nurse, approveSkp, id), 'SELF_APPRAISAL')
    await expectRefusal(city.move(city.person('clinicHead'), approveSkp, id), 'NOT_PENILAI')
    await expectRefusal(city.move(admin, approveSkp, id), 'NOT_PENILAI')
    await city.move(city.person('wardHead'), approveSkp, id)
    await city.move(city.person('wardHead'), startSkp, id)
    expect((await city.skp(id)).state).toBe('BERJALAN')
    expect(await eventsOf(server.database, id)).toEqual([
      ...[
        'skp.drafted',
        'skp.edited',
        'skp.submitted',
        'skp.returned',
        'skp.submitted',
        'skp.reviewed',
        'skp.approved',
        'skp.started',
      ],
    ])
    expect(await city.notices(id)).toEqual([
      ...[
        'skp.toReview tim done',
        'skp.returned nurse done',
        'skp.toReview tim done',
        'skp.toApprove wardHead done',
        'skp.approved nurse done',
      ],
    ])
  })

  test('a hidden plan does not exist, and a return without a reason is refused', async () => {
    const id = await city.draft('midwife')
    await city.move(city.person('midwife'), submitSkp, id)
    await expectRefusal(city.because(outsider, returnSkp, id), 'NOT_FOUND')
    await expectRefusal(city.because(city.person('engineer'), returnSkp, id), 'NOT_FOUND')
    await expectRefusal(city.because(tim, returnSkp, id, null), 'REASON_REQUIRED')
    await expectRefusal(city.because(tim, returnSkp, id, 'short'), 'REASON_REQUIRED')
  })

  test('of two who decide at once one wins; there is one audit row and one notice', async () => {
    const id = (
      await server.database.prisma.skp.findFirstOrThrow({
        where: { employeeId: city.planned.city.person.midwife, period: { year } },
      })
    ).id
    const { revision } = await city.skp(id)
    const input = { id: skpId(id), revision }
    await expectOneWinner(
      [city.do(tim, reviewSkp, input), city.do(tim, returnSkp, { ...input, reason: 'Because of this.' })],
      'STALE_VERSION',
    )
    const events = (await eventsOf(server.database, id)).filter((event) => ['skp.reviewed', 'skp.returned'].includes(event))
    expect(events).toHaveLength(1)
    expect((await city.notices(id)).filter((text) => !text.endsWith('done'))).toHaveLength(1)
  })

  test('a submission names all faults at once', async () => {
    const id = await city.do(city.person('engineer'), draftSkp, { employeeId: city.employeeId('engineer'), year })
    const rhk = [
      { ...city.results()[0], kind: 'UTAMA' as const, title: 'Only one', weight: '30', assignmentLetter: null, iki: [] },
    ]
    await city.do(city.person('engineer'), updateSkp, { id: skpId(id), revision: 0, rhk })
    const refusal = city.move(city.person('engineer'), submitSkp, id)
    await expect(refusal).rejects.toMatchObject({
      code: 'WEIGHT_SUM',
      fields: { rhk: expect.anything(), 'rhk.0.servesRhkId': expect.anything(), 'rhk.0.iki': expect.anything() },
    })
    expect((await city.skp(id)).state).toBe('DRAFT')
    await city.do(city.person('engineer'), discardSkp, { id: skpId(id), revision: 1 })
  })
})

describe('drafting', () => {
  test('is for the employee, the penilai and the tim; a second plan of the year conflicts, also at once', async () => {
    const input = { employeeId: city.employeeId('engineer'), year }
    await expectRefusal(city.do(city.person('nurse'), draftSkp, input), 'NOT_FOUND')
    await expectRefusal(city.do(city.person('secretary'), draftSkp, input), 'FORBIDDEN')
    const drafts = [city.do(city.person('worksHead'), draftSkp, input), city.do(tim, draftSkp, input)]
    await expectOneWinner(drafts, 'CONFLICT')
    await expectRefusal(city.do(tim, draftSkp, { ...input, year: 2031 }), 'INVALID_INPUT')
  })

  test('needs no superior; teachers are imported only', async () => {
    const { prisma } = server.database
    expect(await city.do(city.person('secretary'), draftSkp, { employeeId: city.employeeId('secretary'), year })).toBeTruthy()
    await prisma.employee.update({ where: { id: city.planned.city.person.worksHead }, data: { positionTitle: 'Guru Ahli Muda' } })
    await expectRefusal(city.do(tim, draftSkp, { employeeId: city.employeeId('worksHead'), year }), 'IMPORT_ONLY')
    await prisma.employee.update({ where: { id: city.planned.city.person.worksHead }, data: { positionTitle: 'Head' } })
  })

  test('content keeps the rows that it names, and a stale save is refused', async () => {
    await fresh()
    const id = await city.draft('nurse')
    const nurse = city.person('nurse')
    const before = await city.skp(id)
    const named = before.rhks.map(({ id: rhk, title, kind, weight, assignmentLetter, ikis }) => ({
      ...{ id: `rhk_${rhk}`, title, kind, weight: weight.toFixed(), assignmentLetter },
      iki: ikis.map((iki) => ({
        id: `iki_${iki.id}`,
        indicatorId: city.indicatorId(iki.target?.toFixed() === '80' ? 'RATIO' : 'SUM'),
        target: '70',
      })),
    }))
    await city.do(nurse, updateSkp, { id: skpId(id), revision: 1, rhk: named.toReversed() })
    const after = await city.skp(id)
    expect(after.rhks.map((rhk) => rhk.id)).toEqual(before.rhks.map((rhk) => rhk.id).toReversed())
    expect(after.rhks.flatMap(({ ikis }) => ikis.map((iki) => [iki.id, Number(iki.target)])).sort()).toEqual(
      before.rhks.flatMap(({ ikis }) => ikis.map((iki) => [iki.id, 70])).sort(),
    )
    await expectRefusal(city.do(nurse, updateSkp, { id: skpId(id), revision: 1, rhk: [] }), 'STALE_VERSION')
    const saves = [1, 2].map((leads) => city.do(nurse, updateSkp, { id: skpId(id), revision: 2, leadsUnit: leads === 1 }))
    await expectOneWinner(saves, 'STALE_VERSION')
  })

  test('links go to other people, and never in a circle', async () => {
    const ward = await city.draft('wardHead')
    const nurse = (
      await server.database.prisma.skp.findFirstOrThrow({
        where: { employeeId: city.planned.city.person.nurse, period: { year } },
      })
    ).id
    const [own] = (await city.skp(nurse)).rhks
    const [theirs] = (await city.skp(ward)).rhks
    const link = (of: { id: string } | undefined, to: { id: string } | undefined) => [
      {
        ...city.results()[0],
        id: `rhk_${of?.id}`,
        title: 'Linked',
        kind: 'UTAMA' as const,
        iki: [],
        servesRhkId: `rhk_${to?.id}`,
      },
    ]
    await expectRefusal(
      city.do(city.person('nurse'), updateSkp, { id: skpId(nurse), revision: 3, rhk: link(own, own) }),
      'INVALID_INPUT',
    )
    await city.do(city.person('nurse'), updateSkp, { id: skpId(nurse), revision: 3, rhk: link(own, theirs) })
    await expectRefusal(
      city.do(city.person('wardHead'), updateSkp, { id: skpId(ward), revision: 1, rhk: link(theirs, own) }),
      'CASCADE_CYCLE',
    )
  })
})

describe('a plan in force', () => {
  test('is revised after asking, and set again by the penilai', async () => {
    await fresh()
    const id = await city.running('nurse', 'wardHead')
    const [nurse, head] = [city.person('nurse'), city.person('wardHead')]
    await expectRefusal(city.move(head, allowSkpRevision, id), 'WRONG_STATE')
    await city.because(nurse, requestSkpRevision, id)
    await expectRefusal(city.because(nurse, requestSkpRevision, id), 'WRONG_STATE')
    await expectRefusal(city.move(nurse, allowSkpRevision, id), 'SELF_APPRAISAL')
    await city.because(head, declineSkpRevision, id)
    await city.because(nurse, requestSkpRevision, id)
    await city.move(head, allowSkpRevision, id)
    const { revision } = await city.skp(id)
    await city.do(nurse, updateSkp, { id: skpId(id), revision, rhk: city.results({ weight: '10' }) })
    await expectRefusal(city.move(head, approveSkpRevision, id), 'WEIGHT_SUM')
    await city.do(nurse, updateSkp, { id: skpId(id), revision: revision + 1, rhk: city.results() })
    await city.move(head, approveSkpRevision, id)
    expect(await city.skp(id)).toMatchObject({ state: 'BERJALAN', revisionAskedAt: null })
    expect((await eventsOf(server.database, id)).slice(-6)).toEqual([
      ...['skp.revisionDeclined', 'skp.revisionAsked', 'skp.revisionAllowed', 'skp.edited', 'skp.edited', 'skp.revised'],
    ])
  })

  test('is split by days at a change of penilai, the content going along', async () => {
    const id = (
      await server.database.prisma.skp.findFirstOrThrow({
        where: { employeeId: city.planned.city.person.nurse, period: { year } },
      })
    ).id
    const { revision } = await city.skp(id)
    const input = { id: skpId(id), revision, closeReason: 'PENILAI_CHANGE' as const }
    await expectRefusal(city.do(city.person('nurse'), splitSkp, { ...input, startsOn: new Date('2026-07-01') }), 'FORBIDDEN')
    await expectRefusal(city.do(tim, splitSkp, { ...input, startsOn: new Date('2026-01-01') }), 'INVALID_INPUT')
    const next = await city.do(tim, splitSkp, { ...input, startsOn: new Date('2026-07-01') })
    const [old, second] = [await city.skp(id), await city.skp(next)]
    expect([old.state, old.closeReason, old.endsOn.toISOString().slice(0, 10)]).toEqual([
      'DITUTUP',
      'PENILAI_CHANGE',
      '2026-06-30',
    ])
    expect([second.state, second.sequence, second.startsOn.toISOString().slice(0, 10), second.rhks.length]).toEqual([
      'DRAFT',
      2,
      '2026-07-01',
      3,
    ])
    expect(second.predecessorId).toBe(id)
  })

  test('is closed at a separation, not before its end otherwise', async () => {
    const id = await city.running('midwife', 'wardHead')
    const { revision } = await city.skp(id)
    const input = { id: skpId(id), revision }
    await expectRefusal(city.do(tim, closeSkp, { ...input, closeReason: 'PERIOD_END' }), 'WRONG_STATE')
    const closing = () =>
      city.do(tim, closeSkp, { ...input, closeReason: 'SEPARATION' as const, lastDay: new Date('2026-03-31') })
    await expectOneWinner([closing(), closing()], 'STALE_VERSION')
    expect(await city.skp(id)).toMatchObject({ state: 'DITUTUP', closeReason: 'SEPARATION' })
  })
})

test('a copy of last year pins what is in force and names what it follows', async () => {
  const id = await city.do(city.person('engineer'), copySkpFromLastYear, { employeeId: city.employeeId('engineer'), year })
  const copy = await city.skp(id)
  expect([copy.rhks.length, copy.rhks[0]?.ikis.length, copy.predecessorId === null]).toEqual([1, 1, false])
  await expectRefusal(
    city.do(city.person('engineer'), copySkpFromLastYear, { employeeId: city.employeeId('engineer'), year }),
    'CONFLICT',
  )
})

test('from 15 January the tim may set what nobody made', async () => {
  await fresh()
  const mine = await city.draft('nurse')
  await planningDay(server.database, new Date('2026-01-14'), now)
  expect((await city.skp(mine)).isTimSet).toBe(false)
  await planningDay(server.database, new Date('2026-01-15'), now)
  // Nothing is left to mark: the next day writes nothing down.
  const events = await auditOf(server.database, () => planningDay(server.database, new Date('2026-01-16'), now))
  expect(events).toEqual([])
  expect(await server.database.prisma.skp.count({ where: { period: { year }, isTimSet: true } })).toBe(8)
  await city.move(tim, submitSkp, mine)
  await city.move(tim, reviewSkp, mine)
  await city.move(tim, approveSkp, mine)
  await planningDay(server.database, new Date('2026-01-17'), now)
  expect((await city.skp(mine)).state).toBe('BERJALAN')
  await city.because(city.person('nurse'), requestSkpRevision, mine, 'The ward was enlarged.')
  await planningDay(server.database, new Date('2027-01-01'), new Date('2027-01-01T01:00:00Z'))
  expect(await city.skp(mine)).toMatchObject({ state: 'DITUTUP', closeReason: 'PERIOD_END' })
  expect(await server.database.prisma.notice.count({ where: { entityId: mine, kind: 'skp.revisionAsked', doneAt: null } })).toBe(
    0,
  )
})
