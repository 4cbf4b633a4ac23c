import { z } from 'zod'
import { computeAppraisals } from './appraisals/commands/compute-appraisals.ts'
import type { Database } from './db.ts'
import { canEverywhere, refuse, systemActor } from './identity/policy.ts'
import { type DemoAccount, demoAccounts, describeDemoAccounts } from './seed/accounts.ts'
import { calendarOf } from './seed/calendar.ts'
import { writeComplaints } from './seed/complaints.ts'
import { writeModeration, writeObjections } from './seed/disputes.ts'
import { divideYears } from './seed/divided-years.ts'
import { writeForums } from './seed/forums.ts'
import { writeMonitoring } from './seed/monitoring.ts'
import { writeNotices } from './seed/notices.ts'
import { writePembinaan } from './seed/pembinaan.ts'
import { createRandom } from './seed/random.ts'
import { writeRecognition } from './seed/recognition.ts'
import { appraisedPeriods, reopenOne, spreadStates } from './seed/standing.ts'
import { writeSurveys } from './seed/surveys.ts'
import { writeCity } from './seed/write.ts'
import { command, execute, executeWithin, type Transaction } from './transact.ts'

/** One number decides the whole city. */
const seed = 20_240_817

/**
 * Writes the invented city into an empty database, in one transaction: all of it or nothing. The years are those around `now`; for the
 * same `now` it is the same city. WRONG_STATE when there are units, employees or users already. Answers the accounts to try it with.
 */
export async function seedDemo(database: Database, now: Date): Promise<readonly DemoAccount[]> {
  await execute(database, seedCity, {}, { actor: systemActor('tera seed'), now })
  return demoAccounts
}

/**
 * Demo mode at the start of the server: an empty database gets the city, and whoever reads the terminal is told the demo accounts that
 * this database has. `report` gets one line each.
 */
export async function openDemo(database: Database, now: Date, report: (line: string) => void): Promise<void> {
  let accounts = await demoAccountsIn(database)
  // One read is enough for all starts but the first.
  if (accounts.length === 0 && (await countRows(database.prisma)) === 0) {
    report('Writing the invented city …')
    accounts = await seedDemo(database, now)
  }
  for (const line of describeDemoAccounts(accounts)) report(line)
}

/** The demo accounts that this database has; none when its data are real. */
export async function demoAccountsIn({ prisma }: Database): Promise<readonly DemoAccount[]> {
  const open = await prisma.user.findMany({ where: { isDemo: true, disabledAt: null }, select: { username: true } })
  const usernames = open.map(({ username }) => username)
  if (usernames.length === 0) return []
  return demoAccounts.filter((account) => account.kind === 'TOKEN' || usernames.includes(account.username))
}

/** Rows without which a database counts as empty: units, employees and users. */
async function countRows(db: Pick<Transaction, 'unit' | 'employee' | 'user'>): Promise<number> {
  return (await db.unit.count()) + (await db.employee.count()) + (await db.user.count())
}

const seedCity = command({
  input: z.strictObject({}),
  load: async (tx) => {
    // Two seeds at once would each find the database empty.
    await tx.$executeRaw`LOCK TABLE unit, employee, app_user IN SHARE ROW EXCLUSIVE MODE`
    return { rows: await countRows(tx) }
  },
  allow: (actor, { rows }) => {
    if (!canEverywhere(actor, 'users.manage'))
      return refuse('FORBIDDEN', 'Hanya administrator kota.', 'Only an administrator of the city.')
    if (rows === 0) return true
    return refuse(
      'WRONG_STATE',
      'Basis data sudah berisi data; kota contoh hanya ditulis ke basis data kosong.',
      'The database holds data already; the invented city is only written into an empty one.',
    )
  },
  run: async ({ tx, now }) => {
    const calendar = calendarOf(now)
    const random = createRandom(seed, now)
    const { staff, actors } = await writeCity(tx, random, calendar)
    const demoEmployeeIds = Object.values(actors).flatMap(({ employeeId }) => employeeId ?? [])
    await divideYears(tx, demoEmployeeIds, calendar, random)
    for (const periodKey of appraisedPeriods(calendar)) {
      await executeWithin(tx, computeAppraisals, { periodKey }, { actor: actors.timkinerja, now })
    }
    await spreadStates(tx, staff, demoEmployeeIds, calendar, random)
    await reopenOne(tx, demoEmployeeIds, calendar)
    await writeObjections(tx, random, calendar)
    await writeModeration(tx, random, calendar)
    await writeNotices(tx, calendar, actors)
    // Chances of their own: what is added here moves nothing else in the city.
    const participation = createRandom(seed + 6, now)
    await writeComplaints(tx, participation, calendar, actors)
    await writeForums(tx, participation, calendar)
    await writeSurveys(tx, createRandom(seed + 7, now), calendar, actors)
    await writeMonitoring(tx, createRandom(seed + 9, now), calendar, actors)
    await writePembinaan(tx, createRandom(seed + 4, now), calendar, actors)
    await writeRecognition(tx, createRandom(seed + 5, now), calendar, actors)
    return { result: null, entity: { type: 'Database', id: 'demo' }, changes: { employees: [0, staff.length] } }
  },
  audit: 'demo.seeded',
  timeoutMs: 60_000,
})
