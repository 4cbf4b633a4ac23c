import { expect, test } from 'vitest'
import { forgetFeedback } from '../../server/planning/commands/feedback-retention.ts'
import { lastExpiredQuarter } from '../../server/planning/rules/feedback.ts'
import { system } from '../appraisals/factory.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase } from '../database.ts'
import { createSmallCity, day } from '../organization/small-city.ts'

test('a quarter expires as many months after its end as the setting says', () => {
  const on = (date: string, months = 12) => lastExpiredQuarter(day(date), months)
  expect([on('2026-03-31'), on('2026-04-01'), on('2026-06-30'), on('2027-01-01', 3)]).toEqual([
    '2024-TW4',
    '2025-TW1',
    '2025-TW1',
    '2026-TW3',
  ])
})

test('unnamed feedback whose time is over goes with its contributors; named feedback and later quarters stay', async () => {
  await using db = await createTestDatabase()
  const { prisma } = db.database
  const { person } = await createSmallCity(db.database)
  const entry = { employeeId: person.nurse, tone: 'POSITIF', text: 'text', givenOn: day('2025-03-01') } as const
  const old = await prisma.feedback.create({ data: { ...entry, group: 'REKAN', periodKey: '2025-TW1' } })
  await prisma.feedback.create({
    data: { ...entry, group: 'REKAN', periodKey: '2025-TW2', counterOfId: old.id, text: 'correction' },
  })
  await prisma.feedback.create({
    data: {
      ...entry,
      group: 'PIMPINAN',
      authorId: person.wardHead,
      periodKey: '2025-TW1',
      text: 'named',
      createdAt: day('2025-03-01'),
    },
  })
  for (const periodKey of ['2025-TW1', '2025-TW2']) {
    await prisma.feedbackContributor.create({ data: { employeeId: person.nurse, periodKey, group: 'REKAN', tag: 'tag' } })
  }

  const forget = (date: string) => forgetFeedback(db.database, { actor: system, now: new Date(`${date}T01:00:00Z`) })
  expect(await forget('2026-03-31')).toBe(0)
  const rows = await auditOf(db.database, async () =>
    expect([await forget('2026-04-01'), await forget('2026-04-01')]).toEqual([1, 0]),
  )
  expect(rows.map(({ event, changes }) => [event, changes])).toEqual([
    ['feedback.expired', { removed: [null, 1], upTo: [null, '2025-TW1'] }],
  ])
  const left = await prisma.feedback.findMany({ select: { text: true, counterOfId: true }, orderBy: { text: 'asc' } })
  expect(left).toEqual([
    { text: 'correction', counterOfId: null },
    { text: 'named', counterOfId: null },
  ])
  expect(await prisma.feedbackContributor.count()).toBe(1)
  // What is named, and what is not old enough by the clock of the database, nobody removes.
  await expect(prisma.feedback.deleteMany({ where: { group: 'PIMPINAN' } })).rejects.toThrow()
  await prisma.feedback.create({ data: { ...entry, group: 'REKAN', periodKey: '2099-TW1' } })
  await expect(prisma.feedback.deleteMany({ where: { periodKey: '2099-TW1' } })).rejects.toThrow()
})
