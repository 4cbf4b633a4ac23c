import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callForImprovement } from '../../server/notices/commands/improvement.ts'
import { remindDue } from '../../server/notices/commands/reminders.ts'
import type { Phase } from '../../server/notices/queries/duties.ts'
import { type PhaseName, phaseNames, phases } from '../../server/notices/queries/phases.ts'
import { system } from '../appraisals/factory.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { day, type PersonKey } from '../organization/small-city.ts'
import { PlanningCity } from '../planning/factory.ts'

let db: TestDatabase
let city: PlanningCity

beforeAll(async () => {
  db = await createTestDatabase()
  city = await PlanningCity.create(db.database)
  await city.planned.compute()
})
afterAll(() => db.drop())
beforeEach(async () => {
  const { prisma } = db.database
  await prisma.notice.deleteMany()
  await prisma.holiday.deleteMany()
  await prisma.skp.deleteMany({ where: { period: { key: '2026' } } })
  await prisma.appraisal.updateMany({
    where: { state: { not: 'FINAL' } },
    data: { state: 'BUKTI_DIVERIFIKASI', selfAssessedAt: null },
  })
})

/** Morning of a day in WIB. */
const at = (text: string) => new Date(`${text}T01:00:00Z`)
const remind = (phase: PhaseName, date: string) => remindDue(db.database, phase, { actor: system, now: at(date) })

/** Who is told what on a day. */
async function told(phase: PhaseName, date: string): Promise<string[]> {
  const { prisma } = db.database
  const before = (await prisma.notice.findMany({ select: { id: true } })).map(({ id }) => id)
  await remind(phase, date)
  const rows = await prisma.notice.findMany({ where: { id: { notIn: before } }, include: { user: true } })
  return rows.map(({ kind, user, params }) => `${kind} ${user.displayName}: ${Object.values(params as object).join(' ')}`).sort()
}

async function putPlan(person: PersonKey, state: 'DRAFT' | 'DIAJUKAN' | 'DIREVIU'): Promise<string> {
  const { prisma } = db.database
  const { id: periodId } = await prisma.period.findUniqueOrThrow({ where: { key: '2026' } })
  const employee = await prisma.employee.findUniqueOrThrow({ where: { id: city.planned.city.person[person] } })
  const place = {
    unitId: employee.unitId,
    unitPath: 'City',
    positionTitle: employee.positionTitle,
    penilaiId: employee.superiorId,
  }
  const dates = { startsOn: day('2026-01-01'), endsOn: day('2026-12-31') }
  const plan = { employeeId: employee.id, periodId, state, weightSum: '100', ...place, ...dates }
  return (await prisma.skp.create({ data: plan })).id
}

test('a plan that is late goes from its employee to the penilai, to the superior and to the tim, each once', async () => {
  const id = await putPlan('nurse', 'DRAFT')
  const days = ['2026-01-25', '2026-01-26', '2026-01-27', '2026-02-01', '2026-02-02', '2026-02-03', '2026-02-10', '2026-02-17']
  const ladder: Record<string, string[]> = {}
  for (const date of days) ladder[date] = await told('plans', date)
  expect(ladder).toEqual({
    '2026-01-25': [],
    '2026-01-26': ['skp.dueSoon nurse: 2026 nurse'],
    '2026-01-27': [],
    '2026-02-01': ['skp.dueSoon nurse: 2026 nurse'],
    // 31 January 2026 is a Saturday: the last day is Monday, and it still counts.
    '2026-02-02': [],
    '2026-02-03': ['skp.overdue wardHead: 2026 nurse'],
    '2026-02-10': ['skp.overdue clinicHead: 2026 nurse'],
    '2026-02-17': ['skp.someOverdue tim: 2026 nurse'],
  })
  const [first] = await db.database.prisma.notice.findMany({ where: { entityId: id }, orderBy: { createdAt: 'asc' } })
  expect(first?.dueAt).toEqual(new Date('2026-02-02T16:59:59.999Z'))
})

test('a holiday on the last day moves the deadline, and with it the reminders', async () => {
  await putPlan('nurse', 'DRAFT')
  await db.database.prisma.holiday.create({ data: { day: day('2026-02-02'), name: 'Holiday', decree: 'SKB' } })
  expect(await told('plans', '2026-01-26')).toEqual([])
  expect(await told('plans', '2026-01-27')).toHaveLength(1)
  expect(await told('plans', '2026-02-03')).toEqual(['skp.dueSoon nurse: 2026 nurse'])
  expect(await told('plans', '2026-02-04')).toEqual(['skp.overdue wardHead: 2026 nurse'])
})

test('whoever has the next step is reminded; the tim is told of all its plans at once', async () => {
  await Promise.all([putPlan('nurse', 'DIREVIU'), putPlan('midwife', 'DIAJUKAN'), putPlan('engineer', 'DIAJUKAN')])
  const [first, second] = await told('plans', '2026-01-26')
  expect(first).toBe('skp.dueSoon wardHead: 2026 nurse')
  expect(second).toMatch(/^skp.someDueSoon tim/)
})

test('a second run tells nobody and leaves no audit row; what was done leaves the lists', async () => {
  const id = await putPlan('nurse', 'DRAFT')
  const rows = await auditOf(db.database, async () => {
    await Promise.all([remind('plans', '2026-01-26'), remind('plans', '2026-01-26').catch(() => 0)])
    await remind('plans', '2026-01-26')
  })
  expect(new Set(rows.map(({ event }) => event))).toEqual(new Set(['notices.reminded']))
  expect(await db.database.prisma.notice.count({ where: { doneAt: null } })).toBe(1)
  await db.database.prisma.skp.update({ where: { id }, data: { state: 'DITETAPKAN' } })
  await remind('plans', '2026-01-27')
  expect(await city.notices(id)).toEqual(['skp.dueSoon nurse done'])
})

test('measurements that nobody handed in by the last day of a quarter are asked for', async () => {
  const { prisma } = db.database
  const series = { seriesId: city.planned.series['engineer.RATIO'] ?? '', periodId: city.planned.period['2025-TW4'] ?? '' }
  await prisma.realisation.updateMany({ where: series, data: { state: 'DRAFT' } })
  expect(await told('measurements', '2026-01-09')).toEqual(['realisation.dueSoon engineer: 2025-TW4 engineer'])
  expect(await told('measurements', '2026-01-11')).toEqual(['realisation.overdue worksHead: 2025-TW4 engineer'])
  await prisma.realisation.updateMany({ where: series, data: { state: 'VERIFIED' } })
  await remind('measurements', '2026-01-12')
  expect(await prisma.notice.count({ where: { doneAt: null } })).toBe(0)
})

test('a month of which nothing was recorded is asked for, and only the penilai hears that it is missing', async () => {
  const { prisma } = db.database
  const dates = { startsOn: day('2025-11-01'), endsOn: day('2025-11-30'), closesOn: day('2025-12-10') }
  const parentId = city.planned.period['2025'] ?? ''
  await prisma.period.create({
    data: { key: '2025-11', kind: 'MONTH', year: 2025, number: 11, state: 'OPEN', parentId, ...dates },
  })
  expect(await told('progress', '2025-12-09')).toEqual([
    'log.dueSoon engineer: 2025-11 engineer',
    'log.dueSoon nurse: 2025-11 nurse',
  ])
  expect(await told('progress', '2025-12-11')).toEqual([
    'log.overdue wardHead: 2025-11 nurse',
    'log.overdue worksHead: 2025-11 engineer',
  ])
  expect(await told('progress', '2026-01-20')).toEqual([])
})

test('a rating that is late goes to the superior of the penilai, then to the tim', async () => {
  await db.database.prisma.appraisal.updateMany({
    where: { employeeId: { not: city.planned.city.person.nurse }, state: { not: 'FINAL' } },
    data: { state: 'DINILAI' },
  })
  expect(await told('rating', '2026-01-26')).toEqual(['appraisal.rateDueSoon wardHead: 2025 nurse'])
  expect(await told('rating', '2026-02-03')).toEqual(['appraisal.rateOverdue clinicHead: 2025 nurse'])
  expect(await told('rating', '2026-02-10')).toEqual(['appraisal.someRateOverdue tim: 2025 nurse'])
  expect(await told('setting', '2026-01-26')).toEqual([expect.stringMatching(/^appraisal.setDueSoon tim/)])
})

test('the time to assess oneself and to answer a result is told of before it ends, to the person alone', async () => {
  const { prisma } = db.database
  const nurse = { employeeId: city.planned.city.person.nurse }
  await prisma.appraisal.updateMany({ where: nurse, data: { state: 'TERBUKA' } })
  // The tenth day is a Saturday.
  expect(await told('selfAssessment', '2026-01-04')).toEqual([])
  expect(await told('selfAssessment', '2026-01-05')).toEqual(['appraisal.selfAssessDueSoon nurse: 2025 nurse'])
  expect(await told('selfAssessment', '2026-01-13')).toEqual([])
  const objectionUntil = new Date('2026-03-10T16:59:59.999Z')
  await prisma.appraisal.updateMany({ where: nurse, data: { state: 'DISAMPAIKAN', objectionUntil } })
  expect(await told('answers', '2026-03-02')).toEqual([])
  expect(await told('answers', '2026-03-03')).toEqual(['appraisal.answerDueSoon nurse: 2025 nurse'])
  expect(await told('answers', '2026-03-11')).toEqual([])
})

test('a decision on an objection is asked for before it is due', async () => {
  const { prisma } = db.database
  const { id: appraisalId } = await city.planned.appraisal('midwife')
  const dates = { filedAt: at('2026-03-01'), dueAt: new Date('2026-03-15T16:59:59.999Z') }
  const deciderId = city.planned.city.person.clinicHead
  await prisma.objection.create({ data: { appraisalId, reasons: 'reasons', deciderId, ...dates } })
  expect(await told('decisions', '2026-03-07')).toEqual([])
  expect(await told('decisions', '2026-03-08')).toEqual(['objection.decideDueSoon clinicHead: 2025 midwife'])
  expect(await told('decisions', '2026-03-16')).toEqual([])
})

test('a low final result calls once for an improvement plan, with the last day for it', async () => {
  const { prisma } = db.database
  const { id } = await city.planned.appraisal('engineer')
  const low = { state: 'FINAL', finalAt: at('2026-03-01'), predikat: 'BUTUH_PERBAIKAN' } as const
  await prisma.appraisal.update({ where: { id }, data: low })
  const call = () => callForImprovement(db.database, { actor: system, now: at('2026-03-02') })
  const rows = await auditOf(db.database, async () => expect([await call(), await call()]).toEqual([1, 0]))
  expect(rows.map(({ event }) => event)).toEqual(['improvement.called'])
  // The fourteenth day is a Sunday.
  expect(await prisma.notice.findMany({ select: { kind: true, dueAt: true, user: { select: { displayName: true } } } })).toEqual([
    { kind: 'improvement.toOpen', dueAt: new Date('2026-03-16T16:59:59.999Z'), user: { displayName: 'worksHead' } },
  ])
})

test('no phase takes the notices of another one from the lists', () => {
  const kinds = Object.values(phases).flatMap(({ kinds, some }: Phase) => [
    ...new Set([...Object.values(kinds), ...Object.values(some ?? {})]),
  ])
  expect(new Set(kinds).size).toBe(kinds.length)
})

test('a phase with nothing to do tells nobody', async () => {
  const day = '2025-06-01'
  expect(await Promise.all(phaseNames.map((phase) => remind(phase, day)))).toEqual(phaseNames.map(() => 0))
})
