import type { ComplaintClass } from '../../generated/prisma/client.ts'
import { cityTimeZone, deadlineAfter } from '../../organization/rules/deadlines.ts'

/** Settings as they hold on the day of the act. */
export interface ComplaintSettings {
  readonly complaintVerifyDays: number
  readonly complaintReopenDays: number
  readonly slaNormative: number
  readonly slaNonSupervision: number
  readonly slaSupervision: number
}

type Holidays = ReadonlySet<string>

const daysOf = {
  NORMATIF: 'slaNormative',
  NON_PENGAWASAN: 'slaNonSupervision',
  PENGAWASAN: 'slaSupervision',
} as const satisfies Record<ComplaintClass, keyof ComplaintSettings>

const workingDays = (from: Date, days: number, holidays: Holidays) =>
  deadlineAfter({ from, days, dayType: 'WORKING', holidays, timeZone: cityTimeZone })

/** By when a complaint received at this instant is verified: working days by the national calendar (LOCAL, domain E2). */
export function verifyDueAt(receivedAt: Date, { complaintVerifyDays }: ComplaintSettings, holidays: Holidays): Date {
  return workingDays(receivedAt, complaintVerifyDays, holidays)
}

/** By when it is answered: 5, 14 or 60 working days from its receipt, by class (PermenPANRB 62/2018; that the clock starts with the receipt is LOCAL). */
export function answerDueAt(receivedAt: Date, of: ComplaintClass, settings: ComplaintSettings, holidays: Holidays): Date {
  return workingDays(receivedAt, settings[daysOf[of]], holidays)
}

/** Until when the citizen may open it again after an answer: calendar days, the last instant included (domain E2, LOCAL). */
export function reopenUntil(answeredAt: Date, { complaintReopenDays }: ComplaintSettings, holidays: Holidays): Date {
  return deadlineAfter({ from: answeredAt, days: complaintReopenDays, dayType: 'CALENDAR', holidays, timeZone: cityTimeZone })
}
