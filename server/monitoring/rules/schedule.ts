import type { CheckpointState } from '../../generated/prisma/client.ts'

const dayMs = 86_400_000

/** SIASN jenisDiklat 1, leadership training: its alumni are seen once more (D6, LOCAL). */
const leadershipForm = 1
const leadershipDay = 180

/** D6: overdue by more than this is TERLEWAT and told upwards (LOCAL). */
const graceDays = 7

/** Days after the end of a programme on which its people are looked at: those of the setting `checkpoints`, and day 180 for leadership training. */
export function checkpointDays(setting: readonly number[], formId: number): number[] {
  const days = new Set(setting)
  if (formId === leadershipForm) days.add(leadershipDay)
  return [...days].sort((a, b) => a - b)
}

/** Civil date on which a checkpoint falls due. */
export function dueOn(endsOn: Date, day: number): Date {
  return new Date(endsOn.getTime() + day * dayMs)
}

/** The last civil date on which a checkpoint is in time. */
export function lastDayInTime(due: Date): Date {
  return new Date(due.getTime() + graceDays * dayMs)
}

/** The state of a checkpoint that nobody filed, on a civil date (G2). */
export function unfiledState(due: Date, today: Date): Extract<CheckpointState, 'TERJADWAL' | 'JATUH_TEMPO' | 'TERLEWAT'> {
  if (today < due) return 'TERJADWAL'
  return today <= lastDayInTime(due) ? 'JATUH_TEMPO' : 'TERLEWAT'
}
