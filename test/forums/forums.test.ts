import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remindAgreements } from '../../server/forums/commands/daily.ts'
import { closeFkp, closeFkpAgreement, linkFkpIssue, publishFkp, recordFkp } from '../../server/forums/commands/outcome.ts'
import { cancelFkp, draftFkp, openFkp, scheduleFkp, updateFkp } from '../../server/forums/commands/prepare.ts'
import { fkpMoves } from '../../server/forums/policy.ts'
import { publishedFkp } from '../../server/forums/queries/published.ts'
import { visibleFkps } from '../../server/forums/queries.ts'
import { fkpRoles, fkpStateWords } from '../../server/forums/rules/state-words.ts'
import { anonymous, systemActor } from '../../server/identity/policy.ts'
import { unreachableStates } from '../../server/moves.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorOf, as, createPeople, now, outcomes, type People, today } from '../identity/people.ts'

let testing: TestDatabase
let people: People

beforeAll(async () => {
  testing = await createTestDatabase()
  people = await createPeople(testing.database)
}, 60_000)
afterAll(() => testing.drop())

const admin = () => as(testing.database, people.users.admin)
const office = () => as(testing.database, people.users.healthAdmin)
const wide = () => as(testing.database, people.users.wide)
const nurse = () => as(testing.database, people.users.nurse)
const teacher = () => as(testing.database, people.users.teacher)
const code = (run: Promise<unknown>) => outcomes([run]).then(([one]) => one)
const row = (id: string) => testing.database.prisma.fkp.findUniqueOrThrow({ where: { id } })

const everyKind = fkpRoles.map((role) => ({ role, organisation: `Unsur ${role}` }))
const content = (invitations = everyKind) => ({
  title: 'Forum layanan puskesmas',
  purpose: 'Mendengar pengguna tentang waktu tunggu.',
  place: 'Aula puskesmas',
  heldOn: today,
  invitations,
})

const draft = async (invitations = everyKind) =>
  (await office()(draftFkp, { unitId: people.units.clinic.id, ...content(invitations) })).id

async function underWay(): Promise<string> {
  const id = await draft()
  await office()(scheduleFkp, { id, revision: 0 })
  await office()(openFkp, { id, revision: 1 })
  return id
}

const dueOn = new Date('2026-04-10')
const issue = (agreements = [{ text: 'Membuka loket ketiga setiap Senin.', ownerId: people.employees.nurse.id, dueOn }]) => ({
  unitId: people.units.clinic.id,
  category: 'WAKTU_LAYANAN' as const,
  raisedBy: 'PENGGUNA_LAYANAN' as const,
  text: 'Waktu tunggu terlalu lama pada hari Senin.',
  agreements,
})
const attended = async (id: string) =>
  (await testing.database.prisma.fkpInvitation.findMany({ where: { fkpId: id } })).map((one) => one.id)
const minutes = 'Forum dibuka, isu disampaikan, dan kesepakatan dibacakan kembali sebelum ditutup.'

async function settled(): Promise<string> {
  const id = await underWay()
  await office()(recordFkp, { id, revision: 2, attendedIds: await attended(id), issues: [issue()] })
  await office()(closeFkp, { id, revision: 3, minutes })
  return id
}

test('every state of a forum is reached from the draft', () => {
  const all = Object.keys(fkpStateWords) as (keyof typeof fkpStateWords)[]
  expect(unreachableStates(fkpMoves, ['RANCANGAN'], all)).toEqual([])
})

describe('preparing', () => {
  test('whoever manages the forums of the unit drafts and changes; others are refused, and see no draft', async () => {
    const input = { unitId: people.units.schools.id, ...content() }
    expect(await outcomes([office()(draftFkp, input), nurse()(draftFkp, input)])).toEqual(['FORBIDDEN', 'FORBIDDEN'])
    const id = await draft()
    const change = { id, revision: 0, ...content(), title: 'Forum layanan puskesmas kedua' }
    expect(await code(nurse()(updateFkp, change))).toBe('NOT_FOUND')
    const rows = await auditOf(testing.database, async () => {
      expect(await outcomes([office()(updateFkp, change), wide()(updateFkp, change)])).toEqual(['STALE_VERSION', 'done'])
    })
    expect(rows).toMatchObject([{ event: 'fkp.changed', entityId: id }])
    const sees = (user: typeof people.users.nurse) =>
      testing.database.prisma.fkp.count({ where: { id, AND: [visibleFkps(actorOf(user))] } })
    expect([await sees(people.users.nurse), await sees(people.users.healthAdmin)]).toEqual([0, 1])
    expect(visibleFkps(anonymous)).toEqual({ id: { in: [] } })
  })

  test('no invitation goes out while one of the five kinds is missing, and no forum opens before its day', async () => {
    const id = await draft(everyKind.slice(1))
    expect(await code(office()(scheduleFkp, { id, revision: 0 }))).toBe('WRONG_STATE')
    const later = await draft()
    await office()(updateFkp, { id: later, revision: 0, ...content(), heldOn: new Date('2026-05-01') })
    await office()(scheduleFkp, { id: later, revision: 1 })
    expect(await code(office()(updateFkp, { id: later, revision: 2, ...content() }))).toBe('WRONG_STATE')
    expect(await code(office()(openFkp, { id: later, revision: 2 }))).toBe('WRONG_STATE')
    expect(await code(office()(cancelFkp, { id: later, revision: 2, reason: '' }))).toBe('REASON_REQUIRED')
    await office()(cancelFkp, { id: later, revision: 2, reason: 'Aula dipakai vaksinasi.' })
    expect(await row(later)).toMatchObject({ state: 'BATAL', cancelReason: 'Aula dipakai vaksinasi.' })
    expect(await code(nurse()(openFkp, { id: await draft(), revision: 0 }))).toBe('NOT_FOUND')
  })
})

describe('what a forum brings', () => {
  test('is taken down whole while it is under way; unknown owners and early days are refused', async () => {
    const id = await underWay()
    const record = async (issues: ReturnType<typeof issue>[], revision = 2) =>
      ({ id, revision, attendedIds: await attended(id), issues }) as const
    const stranger = '00000000-0000-7000-8000-000000000009'
    const bad = [
      issue([{ text: 'Membuka loket ketiga.', ownerId: stranger, dueOn }]),
      issue([{ text: 'Membuka loket ketiga.', ownerId: people.employees.nurse.id, dueOn: new Date('2026-01-01') }]),
    ]
    for (const one of bad) expect(await code(office()(recordFkp, await record([one])))).toBe('INVALID_INPUT')
    const input = await record([issue(), issue([])])
    expect(await outcomes([office()(recordFkp, input), wide()(recordFkp, input)])).toEqual(['STALE_VERSION', 'done'])
    // One issue has no agreement yet.
    expect(await code(office()(closeFkp, { id, revision: 3, minutes }))).toBe('WRONG_STATE')
    await office()(recordFkp, await record([issue()], 3))
    expect(await testing.database.prisma.fkpIssue.count({ where: { fkpId: id } })).toBe(1)
    expect(await code(nurse()(closeFkp, { id, revision: 4, minutes }))).toBe('NOT_FOUND')
    const rows = await auditOf(testing.database, () => office()(closeFkp, { id, revision: 4, minutes }))
    expect(rows.map(({ event }) => event)).toEqual(['fkp.closed'])
    expect(await code(office()(recordFkp, await record([issue()], 5)))).toBe('WRONG_STATE')
  })

  test('its owner is told, closes it with a proof, and is reminded once when it is late', async () => {
    const id = await settled()
    const { prisma } = testing.database
    const agreement = await prisma.fkpAgreement.findFirstOrThrow({ where: { fkpId: id } })
    const about = { where: { entityId: id, userId: people.users.nurse.id }, orderBy: { createdAt: 'asc' } } as const
    expect(await prisma.notice.findMany(about)).toMatchObject([{ kind: 'fkp.toFollowUp' }])
    const caller = { actor: systemActor('tera daily'), now: new Date('2026-04-20T03:00:00Z') }
    await remindAgreements(testing.database, caller)
    expect(await auditOf(testing.database, () => remindAgreements(testing.database, caller))).toEqual([])
    const kinds = (await prisma.notice.findMany(about)).map(({ kind }) => kind)
    expect(kinds).toEqual(['fkp.toFollowUp', 'fkp.agreementOverdue'])
    const done = { id: agreement.id, isDone: true, result: 'Loket ketiga sudah dibuka.' }
    expect(await code(teacher()(closeFkpAgreement, done))).toBe('FORBIDDEN')
    expect(await code(nurse()(closeFkpAgreement, done))).toBe('EVIDENCE_REQUIRED')
    const proven = { ...done, proofUrl: 'https://tera.example/bukti' }
    expect(await outcomes([nurse()(closeFkpAgreement, proven), admin()(closeFkpAgreement, proven)])).toEqual([
      'WRONG_STATE',
      'done',
    ])
    expect(await prisma.notice.count({ where: { entityId: id, doneAt: null } })).toBe(0)
  })

  test('becomes public when it is published, with roles and offices and without anybody’s name', async () => {
    const id = await settled()
    const { prisma } = testing.database
    expect(await publishedFkp(prisma, id)).toBeNull()
    expect(await code(teacher()(publishFkp, { id, revision: 4 }))).toBe('FORBIDDEN')
    expect(await outcomes([office()(publishFkp, { id, revision: 4 }), admin()(publishFkp, { id, revision: 4 })])).toEqual([
      'STALE_VERSION',
      'done',
    ])
    expect(await row(id)).toMatchObject({ state: 'DIPUBLIKASI', publishedAt: now })
    const shown = JSON.stringify(await publishedFkp(prisma, id))
    expect(shown).toContain('Waktu tunggu')
    expect(shown).not.toMatch(/Unsur|Pegawai 19|ownerId/)
  })

  test('its issues are linked to the plan that takes them up', async () => {
    const id = await settled()
    const link = { id, revision: 4, issueNumber: 1, planId: '00000000-0000-7000-8000-000000000009' }
    expect(await code(office()(linkFkpIssue, link))).toBe('INVALID_INPUT')
    expect(await code(teacher()(linkFkpIssue, link))).toBe('FORBIDDEN')
    const rows = await auditOf(testing.database, () => office()(linkFkpIssue, { ...link, planId: null }))
    expect(rows).toMatchObject([{ event: 'fkp.issueLinked', entityId: id }])
    expect(await code(office()(linkFkpIssue, { ...link, planId: null }))).toBe('STALE_VERSION')
    expect(await code(office()(linkFkpIssue, { ...link, id: await draft(), revision: 0, planId: null }))).toBe('WRONG_STATE')
  })
})
