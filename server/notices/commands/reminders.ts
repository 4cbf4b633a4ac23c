import { z } from 'zod'
import type { Database } from '../../db.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { notify } from '../../notices.ts'
import { type Caller, command, execute, readAtOnce } from '../../transact.ts'
import { type Reminders, remindersOf } from '../queries/duties.ts'
import { type PhaseName, phaseNames, phases } from '../queries/phases.ts'

const longestMs = 60_000

const remind = command({
  input: z.strictObject({ phase: z.enum(phaseNames) }),
  load: (tx, { phase }, _actor, now) => remindersOf(tx, phases[phase], now),
  allow: (actor, reminders) => mayRemind(actor, reminders),
  run: async ({ tx, input: { phase }, subject: { fresh, settled }, now }) => {
    await notify(tx, fresh, now)
    await tx.notice.updateMany({ where: { id: { in: [...settled] } }, data: { doneAt: now } })
    const changes = { phase: [null, phase], told: [null, fresh.length], settled: [null, settled.length] } as const
    return { result: fresh.length, entity: { type: 'Database', id: 'reminders' }, changes }
  },
  audit: 'notices.reminded',
  timeoutMs: longestMs,
})

function mayRemind({ kind }: Actor, { fresh, settled }: Reminders): Verdict {
  if (kind !== 'SYSTEM') return refuse('FORBIDDEN', 'Ini terjadi dengan sendirinya.', 'This happens by itself.')
  return (
    fresh.length + settled.length > 0 ||
    refuse('WRONG_STATE', 'Tidak ada yang perlu diingatkan.', 'There is nobody to be reminded.')
  )
}

/**
 * Reminds whoever has to act in this phase, tells the next person of what is overdue, each step once, and takes from the lists what was done in the
 * meantime. Answers how many were told. Runs daily; a second run finds nothing.
 */
export async function remindDue(database: Database, phase: PhaseName, caller: Caller): Promise<number> {
  const { fresh, settled } = await readAtOnce(database, longestMs, (tx) => remindersOf(tx, phases[phase], caller.now))
  return fresh.length + settled.length > 0 ? execute(database, remind, { phase }, caller) : 0
}
