import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { canEverywhere } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import type { Waits } from '../../waiting-entry.ts'

/** Imports that the actor started and that refused rows or stopped, as long as no later file of the same kind was read to its end. */
export async function importsToMend({ db, actor }: Context): Promise<Waits | null> {
  if (actor.kind !== 'USER' || !canEverywhere(actor, 'imports.run')) return null
  const [row] = await db.$queryRaw<{ count: number; oldest: Date | null }[]>(Prisma.sql`
    SELECT count(*)::int AS count, min(r.created_at) AS oldest FROM import_run r
    WHERE r.started_by_id = ${actor.id}::uuid AND NOT r.is_dry_run
      AND (r.state = 'FAILED' OR (r.state = 'FINISHED' AND EXISTS (SELECT FROM import_row w WHERE w.import_run_id = r.id AND w.outcome = 'REJECTED')))
      AND NOT EXISTS (SELECT FROM import_run later
        WHERE later.kind = r.kind AND NOT later.is_dry_run AND later.state = 'FINISHED' AND later.created_at > r.created_at)`)
  return { count: row?.count ?? 0, oldestOn: row?.oldest ? civilDate(row.oldest) : null, link: '/imports' }
}
