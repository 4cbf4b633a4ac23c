import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerComplaint, askComplainant, noteComplaint, startComplaint } from '../../server/complaints/commands/answer.ts'
import { rateAnswer, reopenComplaint, replyToOffice, withdrawComplaint } from '../../server/complaints/commands/citizen.ts'
import { complaintsDay } from '../../server/complaints/commands/daily.ts'
import { fileComplaint, recordComplaint } from '../../server/complaints/commands/file.ts'
import { openIdentity } from '../../server/complaints/commands/identity.ts'
import {
  assignComplaint,
  forwardComplaint,
  rejectComplaint,
  returnToDesk,
  sendToInspectorate,
  verifyComplaint,
} from '../../server/complaints/commands/triage.ts'
import { trackedComplaint } from '../../server/complaints/queries/tracking.ts'
import { visibleComplaints } from '../../server/complaints/queries.ts'
import { anonymous, systemActor } from '../../server/identity/policy.ts'
import { type QuarterKeys, quarterKeysIn } from '../../server/quarter-keys.ts'
import { type Command, execute } from '../../server/transact.ts'
import { auditOf } from '../audit-rows.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorOf, as, createPeople, now, outcomes, type People } from '../identity/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'tera-complaints-'))
let testing: TestDatabase
let people: People
let keys: QuarterKeys
let serial = 0

beforeAll(async () => {
  testing = await createTestDatabase()
  people = await createPeople(testing.database)
  keys = quarterKeysIn(folder)
  const { prisma } = testing.database
  const { city, clinic } = people.units
  await prisma.unit.update({ where: { id: clinic.id }, data: { isServiceUnit: true } })
  const data = {
    nip: '198001012010011003',
    name: 'Inspektur',
    searchText: 'x',
    employmentType: 'PNS',
    positionTitle: 'Auditor',
  } as const
  const { id: employeeId } = await prisma.employee.create({ data: { ...data, unitId: city.id } })
  people.users.inspector = await prisma.user.update({
    where: { id: people.users.inspector.id },
    data: { employeeId },
    include: { grants: true },
  })
}, 60_000)
afterAll(async () => {
  await testing.drop()
  rmSync(folder, { recursive: true, force: true })
})

type Filing = {
  readonly isAboutOfficial?: boolean
  readonly identity?: { name: string; contact: string }
  readonly unitId?: string | null
}

async function filed({ isAboutOfficial = false, identity, unitId = people.units.clinic.id }: Filing = {}, at = now) {
  serial += 1
  const content = {
    category: 'WAKTU_LAYANAN' as const,
    unitId,
    description: `Antrean lebih dari tiga jam, nomor ${serial}`,
    isAboutOfficial,
  }
  const input = { ...content, ...(identity ? { identity } : {}), secret: `secret-${String(serial).padStart(30, '0')}` }
  return execute(testing.database, fileComplaint(keys), input, { actor: anonymous, now: at })
}

const admin = () => as(testing.database, people.users.admin)
const inspector = () => as(testing.database, people.users.inspector)
const nurse = () => as(testing.database, people.users.nurse)
const teacher = () => as(testing.database, people.users.teacher)
const wide = () => as(testing.database, people.users.wide)
const citizen = <Raw, Input, Subject, Result>(spec: Command<Raw, Input, Subject, Result>, input: Raw, at = now) =>
  execute(testing.database, spec, input, { actor: anonymous, now: at })
const row = (id: string) => testing.database.prisma.complaint.findUniqueOrThrow({ where: { id } })
const code = (run: Promise<unknown>) => outcomes([run]).then(([one]) => one)

const verifying = (id: string, revision = 0) =>
  ({ id, revision, unitId: people.units.clinic.id, category: 'WAKTU_LAYANAN', class: 'NORMATIF' }) as const
const text = 'Loket ketiga sudah dibuka sejak hari ini, antrean tidak lagi menumpuk.'

/** A complaint that waits for the answer of the nurse. */
async function inProgress() {
  const one = await filed()
  await admin()(verifyComplaint, verifying(one.id))
  await admin()(assignComplaint, { id: one.id, revision: 1, handlerId: people.employees.nurse.id })
  await nurse()(startComplaint, { id: one.id, revision: 2 })
  return one
}

async function answered() {
  const one = await inProgress()
  await nurse()(answerComplaint, { id: one.id, revision: 3, text })
  return one
}

describe('filing', () => {
  test('a citizen without an account files, and the audit row holds no word and no name', async () => {
    const identity = { name: 'Siti Aminah', contact: '081234567890' }
    let id = ''
    const rows = await auditOf(testing.database, async () => {
      id = (await filed({ identity })).id
    })
    expect(rows).toMatchObject([{ event: 'complaint.filed', actorKind: 'ANONYMOUS', actorId: null, entityId: id, device: null }])
    expect(JSON.stringify(rows[0]?.changes)).not.toMatch(/Siti|Antrean|0812/)
    expect(await row(id)).toMatchObject({ state: 'DITERIMA', queue: 'DESK', channel: 'WEB', isAnonymous: false })
  })

  test('the code leads to the complaint and is stored nowhere; the name lies under seal', async () => {
    const one = await filed({ identity: { name: 'Siti Aminah', contact: '081234567890' } })
    const { prisma } = testing.database
    expect(await trackedComplaint(prisma, one.code)).toMatchObject({ id: one.id, state: 'DITERIMA' })
    expect(await trackedComplaint(prisma, '00000-00000-00000')).toBeNull()
    const stored = JSON.stringify([
      await row(one.id),
      await prisma.complaintIdentity.findUnique({ where: { complaintId: one.id } }),
    ])
    expect(stored).not.toContain(one.code)
    const sealed = (await prisma.complaintIdentity.findUniqueOrThrow({ where: { complaintId: one.id } })).sealed
    expect(Buffer.from(sealed ?? []).toString('latin1')).not.toMatch(/Siti|0812/)
  })

  test('the same form twice is one complaint, and an office that serves nobody is refused', async () => {
    const input = { category: 'BIAYA', description: 'Diminta biaya tanpa kuitansi di loket.', secret: 's'.repeat(30) } as const
    expect(await outcomes([citizen(fileComplaint(keys), input), citizen(fileComplaint(keys), input)])).toEqual([
      'CONFLICT',
      'done',
    ])
    expect(await code(filed({ unitId: people.units.schools.id }))).toBe('INVALID_INPUT')
  })

  test('the desk writes down what came at the counter, within its reach alone', async () => {
    const input = {
      channel: 'LOKET',
      category: 'BIAYA',
      description: 'Diminta biaya tanpa kuitansi di loket.',
      unitId: people.units.schools.id,
    } as const
    expect(await outcomes([admin()(recordComplaint(keys), input), wide()(recordComplaint(keys), input)])).toEqual([
      'FORBIDDEN',
      'done',
    ])
  })
})

describe('the way to an answer', () => {
  test('verify, assign, start, answer: each is audited once and tells the next person', async () => {
    const one = await filed()
    const rows = await auditOf(testing.database, async () => {
      await admin()(verifyComplaint, verifying(one.id))
      await admin()(assignComplaint, { id: one.id, revision: 1, handlerId: people.employees.nurse.id })
      await nurse()(startComplaint, { id: one.id, revision: 2 })
      await nurse()(answerComplaint, { id: one.id, revision: 3, text })
    })
    const events = ['complaint.verified', 'complaint.assigned', 'complaint.started', 'complaint.answered']
    expect(rows.map(({ event }) => event)).toEqual(events)
    expect(JSON.stringify(rows.map(({ changes }) => changes))).not.toContain('Loket')
    expect(await row(one.id)).toMatchObject({ state: 'DIJAWAB', class: 'NORMATIF', resolvedAt: now, revision: 4 })
    const told = await testing.database.prisma.notice.findMany({ where: { entityId: one.id, kind: 'complaint.toAnswer' } })
    expect(told).toMatchObject([{ userId: people.users.nurse.id, doneAt: now }])
  })

  test('whoever may not is refused, a wrong state too, and two at once have one winner', async () => {
    const one = await filed()
    const { id } = one
    expect(await code(teacher()(verifyComplaint, verifying(id)))).toBe('NOT_FOUND')
    expect(await code(inspector()(verifyComplaint, verifying(id)))).toBe('FORBIDDEN')
    expect(await code(admin()(answerComplaint, { id, revision: 0, text }))).toBe('WRONG_STATE')
    expect(await code(admin()(startComplaint, { id, revision: 0 }))).toBe('WRONG_STATE')
    expect(await outcomes([admin()(verifyComplaint, verifying(id)), wide()(verifyComplaint, verifying(id))])).toEqual([
      'STALE_VERSION',
      'done',
    ])
    const assign = { id, revision: 1, handlerId: people.employees.nurse.id }
    expect(await outcomes([admin()(assignComplaint, assign), wide()(assignComplaint, assign)])).toEqual(['STALE_VERSION', 'done'])
    expect(await outcomes([nurse()(startComplaint, { id, revision: 2 }), nurse()(startComplaint, { id, revision: 2 })])).toEqual([
      'STALE_VERSION',
      'done',
    ])
    const answer = { id, revision: 3, text }
    expect(await outcomes([nurse()(answerComplaint, answer), admin()(answerComplaint, answer)])).toEqual([
      'STALE_VERSION',
      'done',
    ])
    expect(await code(teacher()(answerComplaint, answer))).toBe('NOT_FOUND')
  })

  test('questions reach the citizen, notes never do, and nobody learns who wrote', async () => {
    const one = await inProgress()
    await nurse()(askComplainant, { id: one.id, text: 'Pada hari apa Anda datang?' })
    await nurse()(noteComplaint, { id: one.id, text: 'Cek rekaman antrean' })
    await citizen(replyToOffice, { code: one.code, text: 'Hari Senin pagi' })
    const tracked = await trackedComplaint(testing.database.prisma, one.code)
    expect(tracked?.messages.map(({ kind }) => kind)).toEqual(['QUESTION', 'REPLY'])
    expect(JSON.stringify(tracked)).not.toContain('Nama')
    expect(await code(teacher()(noteComplaint, { id: one.id, text: 'Bukan urusan saya' }))).toBe('NOT_FOUND')
    expect(await code(inspector()(askComplainant, { id: one.id, text: 'Pada hari apa Anda datang?' }))).toBe('FORBIDDEN')
  })

  test('a duplicate names its original; spam and other agencies end it with a reason that the citizen reads', async () => {
    const [first, second, third, fourth] = [await filed(), await filed(), await filed(), await filed()]
    const reason = 'Sama dengan pengaduan sebelumnya.'
    const reject = { id: second.id, revision: 0, exclusion: 'DUPLICATE', reason } as const
    expect(await code(admin()(rejectComplaint, reject))).toBe('INVALID_INPUT')
    expect(await code(admin()(rejectComplaint, { ...reject, duplicateOfId: second.id }))).toBe('INVALID_INPUT')
    const named = { ...reject, duplicateOfId: first.id }
    expect(await outcomes([admin()(rejectComplaint, named), wide()(rejectComplaint, named)])).toEqual(['STALE_VERSION', 'done'])
    expect(await code(admin()(rejectComplaint, { ...reject, id: third.id, duplicateOfId: second.id }))).toBe('INVALID_INPUT')
    await admin()(forwardComplaint, {
      id: fourth.id,
      revision: 0,
      agency: 'PLN Tanjungbalai',
      reason: 'Listrik adalah urusan PLN.',
    })
    expect(await row(second.id)).toMatchObject({ state: 'DITOLAK', exclusion: 'DUPLICATE', duplicateOfId: first.id })
    expect(await row(fourth.id)).toMatchObject({ state: 'DITERUSKAN', exclusion: 'OUT_OF_SCOPE', closedAt: now })
    expect(
      await code(inspector()(forwardComplaint, { id: third.id, revision: 0, agency: 'PLN', reason: 'Listrik urusan PLN.' })),
    ).toBe('FORBIDDEN')
    expect(await trackedComplaint(testing.database.prisma, second.code)).toMatchObject({ decisionReason: reason })
  })
})

describe('the citizen', () => {
  const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000)

  test('rates once, which closes it; two at once have one winner', async () => {
    const one = await answered()
    const rate = { code: one.code, satisfaction: 3 }
    expect(await outcomes([citizen(rateAnswer, rate), citizen(rateAnswer, rate)])).toEqual(['WRONG_STATE', 'done'])
    expect(await row(one.id)).toMatchObject({ state: 'SELESAI', satisfaction: 3, closedAt: now })
    expect(await code(citizen(rateAnswer, { code: '00000-00000-00000', satisfaction: 3 }))).toBe('NOT_FOUND')
    expect(await code(citizen(rateAnswer, { code: (await filed()).code, satisfaction: 3 }))).toBe('WRONG_STATE')
  })

  test('opens it again within ten days; the first answer and the first reopening stay as F15 needs them', async () => {
    const one = await answered()
    const reason = 'Loket ketiga masih tutup.'
    expect(await code(citizen(reopenComplaint, { code: one.code, reason }, daysLater(14)))).toBe('WRONG_STATE')
    const at = daysLater(3)
    expect(
      await outcomes([
        citizen(reopenComplaint, { code: one.code, reason }, at),
        citizen(reopenComplaint, { code: one.code, reason }, at),
      ]),
    ).toEqual(['WRONG_STATE', 'done'])
    await as(testing.database, people.users.nurse, at)(startComplaint, { id: one.id, revision: 5 })
    await as(testing.database, people.users.nurse, daysLater(4))(answerComplaint, { id: one.id, revision: 6, text })
    expect(await row(one.id)).toMatchObject({ state: 'DIJAWAB', resolvedAt: now, reopenedAt: at, answeredAt: daysLater(4) })
  })

  test('withdraws before the answer, and the complaint counts in no rate', async () => {
    const one = await filed()
    expect(
      await outcomes([citizen(withdrawComplaint, { code: one.code }), citizen(withdrawComplaint, { code: one.code })]),
    ).toEqual(['WRONG_STATE', 'done'])
    expect(await row(one.id)).toMatchObject({ state: 'DITOLAK', exclusion: 'WITHDRAWN' })
    expect(await code(citizen(replyToOffice, { code: one.code, text: 'Masih ada' }))).toBe('WRONG_STATE')
  })

  test('is not waited for without end: answered complaints close, overdue ones are told of once, names are erased after two years', async () => {
    const one = await answered()
    const named = await filed({ identity: { name: 'Siti Aminah', contact: '081234567890' } })
    await citizen(withdrawComplaint, { code: named.code })
    const late = await filed()
    const caller = (at: Date) => ({ actor: systemActor('tera daily'), now: at })
    await complaintsDay(testing.database, caller(daysLater(20)))
    expect(await row(one.id)).toMatchObject({ state: 'SELESAI', closedAt: daysLater(20), satisfaction: null })
    expect(await row(late.id)).toMatchObject({ escalatedAt: daysLater(20), state: 'DITERIMA' })
    const overdue = { where: { entityId: late.id, kind: 'complaint.overdue' } }
    const told = await testing.database.prisma.notice.count(overdue)
    expect(told).toBeGreaterThan(0)
    expect(await auditOf(testing.database, () => complaintsDay(testing.database, caller(daysLater(21))))).toEqual([])
    await complaintsDay(testing.database, caller(daysLater(800)))
    expect(await testing.database.prisma.notice.count(overdue)).toBe(told)
    const identity = { where: { complaintId: named.id } }
    expect(await testing.database.prisma.complaintIdentity.findUniqueOrThrow(identity)).toMatchObject({ sealed: null })
  })
})

describe('who complained', () => {
  const reason = 'Pelapor meminta dihubungi kembali.'
  let named: { id: string; code: string }
  beforeEach(async () => {
    named = await filed({ identity: { name: 'Siti Aminah', contact: '081234567890' } })
  })

  test('is opened by those allowed alone, and each look is one row without the name', async () => {
    const rows = await auditOf(testing.database, async () => {
      expect(await wide()(openIdentity(keys), { id: named.id, reason })).toEqual({ name: 'Siti Aminah', contact: '081234567890' })
    })
    expect(rows).toMatchObject([{ event: 'complaint.identityOpened', actorId: people.users.wide.id, reason }])
    expect(JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('Siti')
  })

  test('administrators, inspectors of another queue, handlers and strangers are refused; so is one who left no name', async () => {
    expect(await code(admin()(openIdentity(keys), { id: named.id, reason }))).toBe('FORBIDDEN')
    expect(await code(inspector()(openIdentity(keys), { id: named.id, reason }))).toBe('FORBIDDEN')
    expect(await code(teacher()(openIdentity(keys), { id: named.id, reason }))).toBe('NOT_FOUND')
    expect(await code(wide()(openIdentity(keys), { id: (await filed()).id, reason }))).toBe('WRONG_STATE')
    const elsewhere = quarterKeysIn(join(folder, 'elsewhere'))
    expect(await code(wide()(openIdentity(elsewhere), { id: named.id, reason }))).toBe('UNAVAILABLE')
  })
})

describe('a complaint about a named official', () => {
  test('exists for inspectors alone: no administrator, no head, no handler sees it or hears of it', async () => {
    const one = await filed({ isAboutOfficial: true })
    const { admin: chief, healthAdmin, nurse: handler, teacher: other, wide: both, inspector: auditor } = people.users
    await testing.database.prisma.complaint.update({ where: { id: one.id }, data: { handlerId: people.employees.nurse.id } })
    const sees = async (user: typeof chief) =>
      testing.database.prisma.complaint.count({ where: { id: one.id, AND: [visibleComplaints(actorOf(user))] } })
    expect(await Promise.all([chief, healthAdmin, handler, other].map(sees))).toEqual([0, 0, 0, 0])
    // The last one holds the role of an inspector of the whole city as well.
    expect(await Promise.all([auditor, both].map(sees))).toEqual([1, 1])
    const told = await testing.database.prisma.notice.findMany({ where: { entityId: one.id } })
    expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set([auditor.id, both.id]))
    expect(await code(admin()(verifyComplaint, verifying(one.id)))).toBe('NOT_FOUND')
    expect(await code(nurse()(noteComplaint, { id: one.id, text: 'Saya tidak boleh tahu' }))).toBe('NOT_FOUND')
  })

  test('is never seen by the official, even one who is an inspector', async () => {
    const one = await filed({ isAboutOfficial: true })
    const officialId = people.users.inspector.employeeId
    await testing.database.prisma.complaint.update({ where: { id: one.id }, data: { officialId } })
    expect(await code(inspector()(verifyComplaint, verifying(one.id)))).toBe('NOT_FOUND')
  })

  test('goes from the desk to the inspectorate and back; the desk loses sight of it', async () => {
    const one = await filed()
    const step = { id: one.id, revision: 0 }
    expect(await outcomes([admin()(sendToInspectorate, step), wide()(sendToInspectorate, step)])).toContain('done')
    expect(await row(one.id)).toMatchObject({ queue: 'INSPECTORATE', class: 'PENGAWASAN', state: 'DITERIMA' })
    expect(await code(admin()(returnToDesk, { id: one.id, revision: 1 }))).toBe('NOT_FOUND')
    await inspector()(returnToDesk, { id: one.id, revision: 1 })
    expect(await code(inspector()(returnToDesk, { id: one.id, revision: 2 }))).toBe('FORBIDDEN')
    expect(await row(one.id)).toMatchObject({ queue: 'DESK', state: 'DITERIMA' })
  })

  test('is answered with a finding by an inspector, and nothing else follows from it', async () => {
    const one = await filed({ isAboutOfficial: true })
    const { id } = one
    await inspector()(verifyComplaint, { ...verifying(id), class: 'PENGAWASAN' })
    expect(await code(inspector()(assignComplaint, { id, revision: 1, handlerId: people.employees.nurse.id }))).toBe(
      'INVALID_INPUT',
    )
    await inspector()(assignComplaint, { id, revision: 1, handlerId: people.users.inspector.employeeId ?? '' })
    await inspector()(startComplaint, { id, revision: 2 })
    expect(await code(inspector()(answerComplaint, { id, revision: 3, text }))).toBe('INVALID_INPUT')
    const finding = { finding: 'TERBUKTI', officialId: people.employees.nurse.id } as const
    const rows = await auditOf(testing.database, () => inspector()(answerComplaint, { id, revision: 3, text, ...finding }))
    expect(rows.map(({ event }) => event)).toEqual(['complaint.answered'])
    expect(await testing.database.prisma.disciplinaryRecord.count()).toBe(0)
  })
})
