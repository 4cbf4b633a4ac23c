import type { Context } from '../context.ts'
import type { CheckpointState, FindingClass, MonitoringTeamState, Prisma } from '../generated/prisma/client.ts'
import { type Actor, reachOf } from '../identity/policy.ts'
import { idOf } from '../list.ts'
import { employeeWhere, nothing, underUnits } from '../organization/queries.ts'
import { personOf } from './policy.ts'

/**
 * Does the row exist for the caller? Asked for many rows in one tick it costs one statement; for a caller who sees all, none. `find` answers which of these
 * ids the caller may see.
 */
export function seesRow(
  { loaders }: Pick<Context, 'loaders'>,
  kind: string,
  visible: object,
  id: string,
  find: (ids: readonly string[]) => Promise<readonly { readonly id: string }[]>,
): boolean | Promise<boolean> {
  if (Object.keys(visible).length === 0) return true
  if (visible === nothing) return false
  return loaders.load(`${kind}.seen`, id, async (ids) => {
    const seen = new Set((await find(ids)).map((row) => row.id))
    return ids.map((one) => seen.has(one))
  })
}

export function seesTeam(context: Context, id: string): boolean | Promise<boolean> {
  const visible = visibleTeams(context.actor)
  return seesRow(context, 'monitoringTeam', visible, id, (ids) =>
    context.db.monitoringTeam.findMany({ where: { AND: [{ id: { in: [...ids] } }, visible] }, select: { id: true } }),
  )
}

export function seesCheckpoint(context: Context, id: string): boolean | Promise<boolean> {
  const visible = visibleCheckpoints(context.actor)
  return seesRow(context, 'checkpoint', visible, id, (ids) =>
    context.db.checkpoint.findMany({ where: { AND: [{ id: { in: [...ids] } }, visible] }, select: { id: true } }),
  )
}

/** Teams that exist for this actor: those that report to a unit within the reach of `monitoring.read`, and those of their members. */
export function visibleTeams(actor: Actor): Prisma.MonitoringTeamWhereInput {
  const reach = reachOf(actor, 'monitoring.read')
  if (reach === 'ALL') return {}
  const me = personOf(actor)
  const ways: Prisma.MonitoringTeamWhereInput[] = reach.length > 0 ? [underUnits(reach)] : []
  if (me !== null) ways.push({ members: { some: { employeeId: me } } })
  return ways.length === 0 ? nothing : { OR: ways }
}

/**
 * Checkpoints that exist for this actor (TA2): about themself or somebody whom they appraise, of a team that they belong to, those whose recommendation
 * they carry out, and those within the reach of `monitoring.read`.
 */
export function visibleCheckpoints(actor: Actor): Prisma.CheckpointWhereInput {
  const reach = reachOf(actor, 'monitoring.read')
  if (reach === 'ALL') return {}
  const me = personOf(actor)
  const ways: Prisma.CheckpointWhereInput[] = reach.length > 0 ? [{ employee: underUnits(reach) }] : []
  if (me !== null) {
    ways.push(
      { employeeId: me },
      { ownerId: me },
      { employee: { superiorId: me } },
      { employee: { superior: { superiorId: me } } },
      { team: { members: { some: { employeeId: me } } } },
    )
  }
  return ways.length === 0 ? nothing : { OR: ways }
}

export type TeamFilter = {
  readonly state?: MonitoringTeamState | null
  readonly search?: string | null
  readonly isMine?: boolean | null
}

export function teamWhere(filter: TeamFilter | null | undefined, actor: Actor): Prisma.MonitoringTeamWhereInput {
  const { state, search, isMine } = filter ?? {}
  const me = personOf(actor)
  return {
    ...(state ? { state } : {}),
    ...(search ? { name: { contains: search.trim().slice(0, 100), mode: 'insensitive' } } : {}),
    ...(isMine ? { members: { some: { employeeId: me ?? nobody } } } : {}),
  }
}

export type CheckpointFilter = {
  readonly state?: CheckpointState | null
  readonly finding?: FindingClass | null
  readonly teamId?: string | null
  readonly programmeId?: string | null
  readonly underUnitId?: string | null
  readonly search?: string | null
  readonly isOpen?: boolean | null
  readonly waitingForMe?: boolean | null
}

/** Nobody files or reviews these any more. */
const settled: readonly CheckpointState[] = ['DIREVIU', 'TUTUP']

/** The next step is the caller's: to file what is due, or to review what a colleague filed. */
export function waitingFor(actor: Actor): Prisma.CheckpointWhereInput {
  const me = personOf(actor)
  if (me === null) return nothing
  const leads = { members: { some: { employeeId: me, role: { in: ['KETUA' as const, 'SEKRETARIS' as const] } } } }
  return {
    OR: [
      { assigneeId: me, state: { in: ['JATUH_TEMPO', 'TERLEWAT'] }, employeeId: { not: me } },
      { state: 'DIISI', team: leads, filedById: { not: me }, employeeId: { not: me } },
    ],
  }
}

/** Checkpoints that meet every condition. Throws INVALID_INPUT for an id of another type. */
export function checkpointWhere(filter: CheckpointFilter | null | undefined, actor: Actor): Prisma.CheckpointWhereInput {
  const { state, finding, teamId, programmeId, underUnitId, search, isOpen, waitingForMe } = filter ?? {}
  const states = [...settled]
  return {
    AND: [
      ...(state ? [{ state }] : []),
      ...(finding ? [{ finding }] : []),
      ...(teamId ? [{ teamId: idOf('MonitoringTeam', teamId) }] : []),
      ...(programmeId ? [{ programmeId: idOf('PembinaanProgramme', programmeId) }] : []),
      ...(underUnitId ? [{ employee: underUnits([idOf('Unit', underUnitId)]) }] : []),
      ...(search ? [{ employee: employeeWhere({ search }) }] : []),
      ...(typeof isOpen === 'boolean' ? [{ state: isOpen ? { notIn: states } : { in: states } }] : []),
      ...(waitingForMe ? [waitingFor(actor)] : []),
    ],
  }
}

const nobody = '00000000-0000-0000-0000-000000000000'
