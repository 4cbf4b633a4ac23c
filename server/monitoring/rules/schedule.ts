import type { CheckpointState } from '../../generated/prisma/client.ts'

const dayMs = 86_400_000

/** D6: overdue by more than this is TERLEWAT and told upwards (LOCAL). */
export const graceDays = 7

/** The civil date some days later, or earlier. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * dayMs)
}

/** The state of a checkpoint that nobody filed, on a civil date (G2). */
export function unfiledState(due: Date, today: Date): Extract<CheckpointState, 'TERJADWAL' | 'JATUH_TEMPO' | 'TERLEWAT'> {
  if (today < due) return 'TERJADWAL'
  return today <= addDays(due, graceDays) ? 'JATUH_TEMPO' : 'TERLEWAT'
}
