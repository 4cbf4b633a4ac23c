import type { Transaction } from '../../transact.ts'

/** The channel on which processes tell each other whose standing changed. */
export const standingChannel = 'tera_standing'

/** Tells every process, when this transaction commits, to forget what it knows of a user, session or token: its power changes at once. */
export async function announce(tx: Transaction, subjectId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${standingChannel}, ${subjectId})`
}
