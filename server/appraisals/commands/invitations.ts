import { z } from 'zod'
import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { notify } from '../../notices.ts'
import { isPast } from '../../organization/rules/deadlines.ts'
import { type Caller, command, execute, type Transaction } from '../../transact.ts'
import { endedPeriods } from '../queries/ended-periods.ts'
import { type LifeRow, readLife } from '../queries/life.ts'
import { appraisedStandings } from '../rules/judgement.ts'
import { noticeOf } from './life.ts'
import { mostAtOnce } from './selection.ts'

/** Whose turn it is: the person's, once the period is over; the penilai's, once the time of a silent person is over. */
type Turn = 'appraisal.toSelfAssess' | 'appraisal.toRate'

/** What ended longer ago is history that was entered later: nobody is bothered with it. */
const longestDays = 180

const someInvited = (turn: Turn) =>
  command({
    input: z.strictObject({}),
    load: (tx, _input, _actor, now) => uninvited(tx, turn, now),
    allow: (actor, rows) => {
      if (actor.kind !== 'SYSTEM') return refuse('FORBIDDEN', 'Ini terjadi dengan sendirinya.', 'This happens by itself.')
      return rows.length > 0 || refuse('WRONG_STATE', 'Tidak ada yang perlu diberi tahu.', 'There is nobody to be told.')
    },
    run: async ({ tx, subject: rows, now }) => {
      await notify(
        tx,
        rows.flatMap((row) =>
          turn === 'appraisal.toSelfAssess'
            ? [noticeOf(row, row.employeeId, turn, 'turn', { dueAt: row.selfAssessUntil })]
            : row.penilaiIds.map((judge) => noticeOf(row, judge, turn, 'turn', { dueAt: row.rateUntil })),
        ),
        now,
      )
      const changes = { kind: [null, turn], appraisals: [null, rows.length] } as const
      return { result: rows.length, entity: { type: 'Period', id: rows[0]?.periodId ?? '' }, changes }
    },
    audit: 'appraisals.invited',
    timeoutMs: 60_000,
  })

const turns = ['appraisal.toSelfAssess', 'appraisal.toRate'] as const satisfies readonly Turn[]

/** Tells everybody whose turn has come, each once, and answers how many appraisals that were. Runs daily; a second run finds nobody. */
export async function inviteDue(database: Database, caller: Caller): Promise<number> {
  let invited = 0
  for (const turn of turns) {
    const spec = someInvited(turn)
    while ((await uninvited(database.prisma, turn, caller.now)).length > 0) invited += await execute(database, spec, {}, caller)
  }
  return invited
}

/** Open appraisals of a period that is over about which somebody with an account has not been told yet; a bounded number. */
async function uninvited(
  tx: Pick<Transaction, '$queryRaw' | 'period' | 'setting' | 'holiday'>,
  turn: Turn,
  now: Date,
): Promise<LifeRow[]> {
  const ended = await endedPeriods(tx, now, longestDays)
  const periods = ended.filter((period) => isPast(period.selfAssessUntil, now) === (turn === 'appraisal.toRate'))
  const told =
    turn === 'appraisal.toSelfAssess'
      ? Prisma.sql`u.employee_id = a.employee_id`
      : Prisma.sql`u.employee_id = coalesce(a.penilai_id, e.superior_id)`
  const found = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT a.id FROM appraisal a JOIN employee e ON e.id = a.employee_id
    JOIN app_user u ON ${told} AND u.disabled_at IS NULL
    WHERE a.state = 'TERBUKA' AND a.is_current AND a.system <> 'RUANG_GTK' AND a.skp_id IS NOT NULL
      AND a.legal_standing::text = ANY (${[...appraisedStandings]}::text[]) AND a.period_id = ANY (${periods.map(({ id }) => id)}::uuid[])
      AND NOT EXISTS (SELECT FROM notice n WHERE n.entity_type = 'Appraisal' AND n.entity_id = a.id::text AND n.kind = ${turn} AND n.user_id = u.id)
    ORDER BY a.id LIMIT ${mostAtOnce}`)
  return readLife(
    tx,
    found.map(({ id }) => id),
    now,
  )
}
