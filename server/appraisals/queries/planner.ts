import type { Transaction } from '../../transact.ts'

/**
 * Runs statements over whole tables that were filled a moment ago. The planner knows nothing of such rows yet, takes them for a handful, and would
 * loop over them: minutes instead of a fraction of a second.
 */
export async function withoutNestedLoops<Answer>(tx: Transaction, work: () => Promise<Answer>): Promise<Answer> {
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'off', true)`
  const answer = await work()
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'on', true)`
  return answer
}
