import { afterAll, beforeAll, expect, it } from 'vitest'
import { inviteDue } from '../../server/appraisals/commands/invitations.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { system } from './factory.ts'
import { early, LifeCity, later } from './life-city.ts'

let test: TestDatabase
let city: LifeCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
})
afterAll(() => test.drop())

const invite = (now: Date) => inviteDue(test.database, { actor: system, now })
const told = async (person: 'nurse' | 'midwife') =>
  (await city.notices((await city.read(person)).id)).map(({ kind, user }) => [kind, user.employeeId])

it('nobody is asked before the period is over', async () => {
  expect(await invite(new Date('2025-12-31T05:00:00Z'))).toBe(0)
})

it('everybody with a plan is asked to assess themself, once, with the date until when', async () => {
  const rows = await auditOf(test.database, async () => expect(await invite(early)).toBe(3))
  expect(rows.map(({ event }) => event)).toEqual(['appraisals.invited'])
  expect(await invite(early)).toBe(0)
  const [notice] = await city.notices((await city.read('nurse')).id)
  expect(notice).toMatchObject({ kind: 'appraisal.toSelfAssess', dueAt: new Date('2026-01-12T16:59:59.999Z') })
})

it('the penilai of the silent is asked once their time is over', async () => {
  await city.put('midwife', { state: 'PENILAIAN_DIRI' })
  expect(await invite(new Date('2026-01-12T16:59:59Z'))).toBe(0)
  expect(await invite(later)).toBe(2)
  expect(await invite(later)).toBe(0)
  const { nurse, midwife, wardHead } = city.planned.city.person
  expect(await told('nurse')).toEqual([
    ['appraisal.toSelfAssess', nurse],
    ['appraisal.toRate', wardHead],
  ])
  expect(await told('midwife')).toEqual([['appraisal.toSelfAssess', midwife]])
})
