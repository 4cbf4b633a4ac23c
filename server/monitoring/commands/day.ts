import { z } from 'zod'
import type { Database } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { newId } from '../../new-id.ts'
import { notify } from '../../notices.ts'
import { type Caller, command, execute, type Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { type MissingCheckpoint, missingOf, programmesToLayOut } from '../queries/due.ts'
import { linesOf } from '../queries/facts.ts'
import { conflictOf } from '../rules/conflict.ts'
import { assignRota } from '../rules/rota.ts'
import { addDays, graceDays, unfiledState } from '../rules/schedule.ts'
import { checkpointNotices, type Told } from './checkpoints.ts'

/** Most checkpoints that one transaction moves; the next one takes the rest. */
const mostAtOnce = 500

function isSystem(actor: Actor): Verdict {
  return (
    actor.kind === 'SYSTEM' ||
    refuse('FORBIDDEN', 'Langkah ini dijalankan sistem setiap hari.', 'The system takes this step every day.')
  )
}

/** Lays out the checkpoints of a programme that ended, each with the member whose turn it is. Writes what is missing; a second run finds nothing. */
const layOutCheckpoints = command({
  input: z.strictObject({ programmeId: z.uuid(), days: z.array(z.int().min(1).max(730)).max(20) }),
  load: async (tx, { programmeId }) => {
    await tx.$queryRaw(Prisma.sql`SELECT id FROM pembinaan_programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`)
    return { programmeId }
  },
  allow: (actor) => isSystem(actor),
  run: async ({ tx, input: { programmeId, days }, now }) => {
    const today = civilDate(now)
    const missing = await missingOf(tx, programmeId, today, days)
    const rows = missing.map((one) => ({ ...one, id: newId() }))
    const assignees = await rotaOf(tx, rows)
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO checkpoint (id, programme_id, participant_id, employee_id, team_id, assignee_id, day, due_on, state, created_at)
      SELECT "row".id, ${programmeId}::uuid, participant_id, employee_id, team_id, assignee_id, day, due_on, "row".state, ${now}
      FROM ${unnest(rows, {
        id: ['uuid', ({ id }) => id],
        participant_id: ['uuid', ({ participantId }) => participantId],
        employee_id: ['uuid', ({ employeeId }) => employeeId],
        team_id: ['uuid', ({ teamId }) => teamId],
        assignee_id: ['uuid', ({ id }) => assignees.get(id) ?? null],
        day: ['smallint', ({ day }) => day],
        due_on: ['date', ({ dueOn }) => dueOn.toISOString().slice(0, 10)],
        state: ['checkpoint_state', () => 'TERJADWAL'],
      })} ON CONFLICT (participant_id, day) DO NOTHING`)
    return {
      result: rows.length,
      entity: { type: 'PembinaanProgramme', id: programmeId },
      changes: { checkpoints: [null, rows.length], days: [null, days] },
    }
  },
  audit: 'checkpoint.generated',
  timeoutMs: 60_000,
})

/** The rota of each team over these checkpoints: by load, without conflicts of interest, one member for one person. */
async function rotaOf(
  tx: Transaction,
  rows: readonly (MissingCheckpoint & { readonly id: string })[],
): Promise<ReadonlyMap<string, string | null>> {
  const byTeam = Map.groupBy(rows, ({ teamId }) => teamId)
  const members = await tx.monitoringMember.findMany({
    where: { teamId: { in: [...byTeam.keys()] }, employeeId: { not: null } },
    orderBy: { id: 'asc' },
    select: { teamId: true, employeeId: true },
  })
  const loads = await tx.checkpoint.groupBy({
    by: ['teamId', 'assigneeId'],
    where: { teamId: { in: [...byTeam.keys()] } },
    _count: true,
  })
  const lines = await linesOf(tx, [
    ...rows.map(({ employeeId }) => employeeId),
    ...members.flatMap((one) => one.employeeId ?? []),
  ])
  const isFree = (memberId: string, subjectId: string) => {
    const [member, subject] = [lines.get(memberId), lines.get(subjectId)]
    return member !== undefined && subject !== undefined && conflictOf(member, subject) === null
  }
  return new Map(
    [...byTeam].flatMap(([teamId, tasks]) => {
      const team = members.flatMap(({ teamId: of, employeeId: id }) => {
        const load = loads.find((one) => one.teamId === of && one.assigneeId === id)?._count ?? 0
        return of === teamId && id !== null ? [{ id, load }] : []
      })
      return [
        ...assignRota(
          tasks.map(({ id, employeeId }) => ({ id, subjectId: employeeId })),
          team,
          isFree,
        ),
      ]
    }),
  )
}

const moving = (today: Date): Prisma.CheckpointWhereInput => ({
  OR: [
    { state: 'TERJADWAL', dueOn: { lte: today } },
    { state: 'JATUH_TEMPO', dueOn: { lt: addDays(today, -graceDays) } },
  ],
})

/** Moves checkpoints whose day has come: due ones are told to whoever files them, lapsed ones to the head of the team and those who manage it (D6). */
const applyCheckpointDay = command({
  input: z.strictObject({}),
  load: async (tx, _input, _actor, now) => {
    const due = await tx.checkpoint.findMany({
      where: moving(civilDate(now)),
      orderBy: { id: 'asc' },
      take: mostAtOnce,
      select: { id: true },
    })
    const ids = due.map(({ id }) => id)
    await tx.$queryRaw(Prisma.sql`SELECT id FROM checkpoint WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`)
    return tx.checkpoint.findMany({
      where: { id: { in: ids }, AND: [moving(civilDate(now))] },
      include: {
        employee: { select: { name: true, unitId: true } },
        programme: { select: { name: true } },
        team: {
          select: {
            unitId: true,
            members: { where: { role: { in: ['KETUA', 'SEKRETARIS'] } }, select: { employeeId: true } },
          },
        },
      },
    })
  },
  allow: (actor) => isSystem(actor),
  run: async ({ tx, subject: rows, now }) => {
    const today = civilDate(now)
    const lapsed = rows.filter(({ dueOn }) => unfiledState(dueOn, today) === 'TERLEWAT')
    const due = rows.filter((row) => !lapsed.includes(row))
    const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
    await tx.checkpoint.updateMany({
      where: { id: { in: idsOf(due) } },
      data: { state: 'JATUH_TEMPO', revision: { increment: 1 } },
    })
    await tx.checkpoint.updateMany({
      where: { id: { in: idsOf(lapsed) } },
      data: { state: 'TERLEWAT', escalatedAt: now, revision: { increment: 1 } },
    })
    const managers = await holdersOf(
      tx,
      'monitoring.manage',
      lapsed.map(({ id, employeeId, employee, team }) => ({ id, employeeId, unitId: team?.unitId ?? employee.unitId })),
      today,
    )
    const notices = rows.flatMap(({ employee, programme, team, ...row }) => {
      const assignee: Told[] = row.assigneeId
        ? [{ to: { employeeId: row.assigneeId }, kind: 'checkpoint.toFile', dueAt: addDays(row.dueOn, graceDays) }]
        : []
      const leaders = (team?.members ?? []).flatMap(({ employeeId }) => (employeeId ? [{ employeeId }] : []))
      const upwards = [...leaders, ...(managers.get(row.id) ?? [])].map((to) => ({ to, kind: 'checkpoint.overdue' as const }))
      const told = lapsed.some(({ id }) => id === row.id) ? [...assignee, ...upwards] : assignee
      return checkpointNotices({ ...row, employeeName: employee.name, programmeName: programme.name }, told)
    })
    await notify(tx, notices, now)
    return {
      result: rows.length,
      entity: { type: 'Checkpoint', id: rows[0]?.id ?? '' },
      changes: { due: [null, due.length], lapsed: [null, lapsed.length] },
    }
  },
  audit: 'checkpoint.dayApplied',
  timeoutMs: 60_000,
})

/**
 * The day of monitoring: lays out checkpoints of programmes that ended, lets due ones fall due, and escalates what lapsed. Answers how many of each. A second
 * run on the same day changes nothing and writes no audit row.
 */
export async function monitoringDay(database: Database, caller: Caller): Promise<{ laidOut: number; moved: number }> {
  const { prisma } = database
  const today = civilDate(caller.now)
  const days = [...(await settingsOn(prisma, today)).checkpoints]
  const done = { laidOut: 0, moved: 0 }
  for (const programmeId of await programmesToLayOut(prisma, today, days)) {
    done.laidOut += await execute(database, layOutCheckpoints, { programmeId, days }, caller)
  }
  while ((await prisma.checkpoint.count({ where: moving(today), take: 1 })) > 0) {
    done.moved += await execute(database, applyCheckpointDay, {}, caller)
  }
  return done
}
